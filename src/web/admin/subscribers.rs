//! Subscribers as editors see them: the roll, and one person's whole history with what can be done.

mod person;

pub(super) use person::reason;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::pages::{AdminFrame, ListPage, SubscriberRow};
use super::parts::{PAGE, Said, done, fill_in, filter_choices, frame_said, not_done, states, with_query};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Newsletter};
use crate::site;
use crate::subscriber::SubscriptionState;
use crate::subscriber::audience::{Audience, Line, Place};
use crate::subscriber::desk::{self, Asked};
use crate::subscriber::roll::{self, Leaf};
use crate::subscriber::sign_up::SignUp;
use crate::text;
use crate::web::public::pages::Pager;
use crate::web::public::sign_up::{address_key, text_key};
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

const LIST: &str = "/admin/subscribers";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let list = web::resource(LIST).route(get(show)).route(web::post().to(add));
    routes.service(list).configure(person::configure);
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Find {
    q: String,
    /// A slug.
    newsletter: String,
    state: String,
    before: Option<i64>,
    after: Option<i64>,
}

impl Find {
    fn place(&self) -> Place {
        match (self.before, self.after) {
            (Some(id), _) => Place::Before(id),
            (None, Some(id)) => Place::After(id),
            (None, None) => Place::Before(i64::MAX),
        }
    }

    fn url(&self, edge: &str, id: i64) -> String {
        let id = id.to_string();
        with_query(LIST, &[("q", &self.q), ("newsletter", &self.newsletter), ("state", &self.state), (edge, &id)])
    }

    fn pager(&self, leaf: &Leaf) -> Pager {
        let first = leaf.lines.first().filter(|_| leaf.newer).map(|line| self.url("after", line.subscription));
        let last = leaf.lines.last().filter(|_| leaf.older).map(|line| self.url("before", line.subscription));
        Pager { newer: first, older: last }
    }
}

async fn show(app: web::Data<App>, by: SignedIn, find: web::Query<Find>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    page(&list(&app, frame, &find).await?)
}

async fn list(app: &App, frame: AdminFrame, find: &Find) -> Result<ListPage, Refusal> {
    let wanted = find.clone();
    let work = move |conn: &mut Conn| {
        let newsletters = newsletter::list(conn)?;
        let audience = Audience {
            newsletter: newsletters.iter().find(|n| n.slug == wanted.newsletter).map(|n| n.id),
            state: SubscriptionState::parse(&wanted.state),
            search: wanted.q.trim().to_owned(),
            ..Audience::default()
        };
        let leaf = roll::leaf(conn, &audience, wanted.place(), PAGE)?;
        let addresses: Vec<EmailAddress> = leaf
            .lines
            .iter()
            .map(|line| EmailAddress::from_envelope(line.envelope.as_deref().unwrap_or_default()))
            .collect();
        let suppressed = delivery::suppression::among(conn, &addresses)?;
        Ok::<_, db::Error>((leaf, suppressed, newsletters))
    };
    let (leaf, suppressed, newsletters) = app.db.read_slow(work).await?;
    let locale = frame.locale.clone();
    let words: Vec<&str> = SubscriptionState::ALL.iter().map(|state| state.as_str()).collect();
    let of = newsletters.iter().map(|n| (n.slug.clone(), n.name.clone())).collect();
    let newsletters_shown = filter_choices(&locale, of, &find.newsletter);
    let states = filter_choices(&locale, states(&locale, &words), &find.state);
    let now = app.clock.now();
    let shown =
        |(line, suppressed): (&Line, bool)| SubscriberRow { suppressed, ..row(&frame, line, &newsletters, now) };
    let rows = leaf.lines.iter().zip(suppressed).map(shown).collect();
    Ok(ListPage::subscribers(frame, rows, &find.q, newsletters_shown, states, find.pager(&leaf)))
}

fn row(frame: &AdminFrame, line: &Line, newsletters: &[Newsletter], now: Timestamp) -> SubscriberRow {
    let newsletter = newsletters.iter().find(|n| n.id == line.newsletter).map(|n| n.name.clone());
    let paused = line.state == SubscriptionState::Confirmed && line.paused_until.is_some_and(|until| until > now);
    let state = if paused { "paused" } else { line.state.as_str() };
    SubscriberRow {
        email: line.envelope.clone().unwrap_or_else(|| frame.t("admin-erased")),
        name: line.name.clone(),
        url: format!("{LIST}/{}", line.subscriber),
        subscriptions: vec![(newsletter.unwrap_or_default(), state.to_owned())],
        suppressed: false,
        since: frame.when(line.confirmed_at.unwrap_or(line.created_at)),
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct New {
    email: String,
    name: String,
    newsletter: String,
}

/// Adds a reader, who is asked to confirm.
async fn add(app: web::Data<App>, posted: Posted<New>) -> Answer {
    let Posted { by, form } = posted;
    let address = EmailAddress::parse(&form.email);
    let name = text::person_name(&form.name);
    let found = app.db.read(|conn| Ok::<_, db::Error>((newsletter::list(conn)?, site::site(conn)?)));
    let (newsletters, site) = found.await?;
    let newsletter = newsletters.into_iter().find(|one| one.slug == form.newsletter && one.is_open());
    let (address, name, newsletter) = match (address, name, newsletter) {
        (Ok(address), Ok(name), Some(newsletter)) => (address, name, newsletter),
        (address, name, newsletter) => {
            let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
            let locale = frame.locale.clone();
            let mut shown = list(&app, frame, &Find::default()).await?;
            let typed = [
                ("email", form.email.as_str(), address.err().map(|error| locale.t(address_key(error)))),
                ("name", &form.name, name.err().map(|error| locale.t(text_key(error)))),
                ("newsletter", &form.newsletter, newsletter.is_none().then(|| locale.t("error-newsletter-missing"))),
            ];
            fill_in(shown.add.as_mut(), &typed);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
        }
    };
    let with = app.stationery(&newsletter, &site).map_err(|error| Refusal::broken(&error))?;
    let (now, input) = (app.clock.now(), SignUp { address, name, wording: String::new(), source: desk::SOURCE });
    let work = move |conn: &mut Conn| desk::add(conn, &by.actor, now, &with, &newsletter, &input);
    let (person, asked) = app.db.write(work).await?;
    let path = person.map_or_else(|| LIST.to_owned(), |id| format!("{LIST}/{id}"));
    Ok(answer(&path, asked))
}

/// What the editor is told about a question to confirm.
fn answer(path: &str, asked: Asked) -> HttpResponse {
    match asked {
        Asked::Sent => done(path, "confirmation-sent"),
        Asked::Confirmed => not_done(path, "already-confirmed"),
        Asked::Left => not_done(path, "reader-left"),
        Asked::Limited => not_done(path, "confirmation-limited"),
        Asked::Suppressed => not_done(path, "address-suppressed"),
    }
}
