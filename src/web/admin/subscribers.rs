//! The list of subscribers: search and filters, and adding a reader, who is asked to confirm.

use actix_web::{HttpResponse, web};

use super::form::{Entry, Form, InputKind};
use super::frame::{AdminFrame, done, not_done};
use super::list::{self, ListPage};
use super::newsletters;
use super::table::{Badge, Cell, Table};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::field::FieldErrorKind;
use crate::newsletter::{self, Newsletter};
use crate::site;
use crate::subscriber::SubscriptionState;
use crate::subscriber::audience::{Audience, Line, Place};
use crate::subscriber::desk::{self, ConfirmationOutcome};
use crate::subscriber::roll::{self, Leaf};
use crate::subscriber::sign_up::SignUpInput;
use crate::web::paging::{PAGE, with_query};
use crate::web::parts::{Choice, Link, Pager};
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/subscribers";
/// The imports so far, and the export.
const IMPORTS: &str = "/admin/subscribers/imports";
/// Where a file of readers is imported.
pub const NEW_IMPORT: &str = "/admin/subscribers/imports/new";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("").route(get(list)).route(web::post().to(add)));
}

/// The path of a subscriber's page.
#[must_use]
pub fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

/// A line of the list.
#[derive(Clone, Debug)]
pub struct ListedLine {
    pub line: Line,
    /// Whether no mail goes there, whatever the subscription's state.
    pub suppressed: bool,
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (lines, newsletters, pager) = load(&app, &query).await?;
    page(&ListPage { pager, ..list_page(frame, &lines, &newsletters, &query, &Entry::default()) })
}

async fn load(app: &App, query: &Submitted) -> db::Result<(Vec<ListedLine>, Vec<Newsletter>, Pager)> {
    let wanted = query.clone();
    let work = move |conn: &mut Conn| {
        let newsletters = newsletter::list(conn)?;
        let audience = Audience {
            newsletter: newsletters.iter().find(|n| n.slug == wanted.get("newsletter")).map(|n| n.id),
            state: SubscriptionState::parse(wanted.get("state")),
            search: wanted.get("q").trim().to_owned(),
            ..Audience::default()
        };
        let leaf = roll::leaf(conn, &audience, place(&wanted), PAGE)?;
        let addresses = leaf.lines.iter().map(|line| line.envelope.as_deref().unwrap_or_default());
        let addresses: Vec<EmailAddress> = addresses.map(EmailAddress::from_envelope).collect();
        let suppressed = delivery::suppression::among(conn, &addresses)?;
        Ok::<_, db::Error>((leaf, suppressed, newsletters))
    };
    let (leaf, suppressed, newsletters) = app.db.read_slow(work).await?;
    let pager = pager(&leaf, query);
    let lines = leaf.lines.into_iter().zip(suppressed).map(|(line, suppressed)| ListedLine { line, suppressed });
    Ok((lines.collect(), newsletters, pager))
}

fn place(query: &Submitted) -> Place {
    match (query.number("before"), query.number("after")) {
        (Some(id), _) => Place::Before(id),
        (None, Some(id)) => Place::After(id),
        (None, None) => Place::Before(i64::MAX),
    }
}

fn pager(leaf: &Leaf, query: &Submitted) -> Pager {
    let url = |edge: &str, line: &Line| {
        let fields = ["q", "newsletter", "state"].map(|name| (name, query.get(name)));
        with_query(PATH, &[&fields[..], &[(edge, &line.subscription.to_string())]].concat())
    };
    Pager {
        newer: leaf.lines.first().filter(|_| leaf.newer).map(|line| url("after", line)),
        older: leaf.lines.last().filter(|_| leaf.older).map(|line| url("before", line)),
    }
}

#[must_use]
pub fn list_page(
    frame: AdminFrame,
    lines: &[ListedLine],
    newsletters: &[Newsletter],
    query: &Submitted,
    new: &Entry,
) -> ListPage {
    let l = &frame.locale;
    let email = |one: &ListedLine| {
        let address = one.line.envelope.clone().unwrap_or_else(|| frame.t("admin-erased"));
        Cell::link(address, path(one.line.subscriber)).note(&one.line.name)
    };
    let subscription = |one: &ListedLine| {
        let newsletter = newsletter::name_of(newsletters, one.line.newsletter);
        let badge = Badge::of(l, state(one.line.state, one.line.paused_until, frame.now)).unless(one.suppressed);
        let badge = Badge { label: format!("{}: {}", newsletter, badge.label), ..badge };
        let suppressed = one.suppressed.then(|| Badge::suppressed(l));
        Cell { badges: std::iter::once(badge).chain(suppressed).collect(), ..Cell::default() }
    };
    let table = Table::of(&frame, lines)
        .column("field-email", email)
        .column("admin-subscriptions", subscription)
        .column("admin-since", |one| frame.when(one.line.confirmed_at.unwrap_or(one.line.created_at)))
        .table("admin-nav-subscribers", "admin-subscribers-none");
    let is_filtered = ["q", "newsletter", "state", "after", "before"].iter().any(|name| !query.get(name).is_empty());
    let to_form = newsletters.first().map(newsletters::embed_path).unwrap_or_default();
    let next = [("admin-step-readers", NEW_IMPORT), ("admin-step-form", to_form.as_str())];
    let table = table.first(&frame, is_filtered, "admin-subscribers-first", &next);
    let choices = || newsletters.iter().map(|n| (n.slug.clone(), n.name.clone()));
    let search = Form::search(l)
        .field(InputKind::Search, "q", "admin-subscribers-search")
        .select("newsletter", "field-newsletter", list::filter(l, choices()))
        .select("state", "admin-state", list::states(l, SubscriptionState::WORDS))
        .fill(query)
        .inputs;
    let form = Form::to(l, PATH)
        .field(InputKind::Email, "email", "field-email")
        .required()
        .field(InputKind::Line, "name", "admin-newsletter-name")
        .hint("field-name-hint")
        .select("newsletter", "field-newsletter", choices().map(|(slug, name)| Choice::new(slug, name)).collect())
        .button("admin-subscriber-add-button")
        .show(new);
    let imports = Link::new(frame.t("admin-imports"), IMPORTS);
    ListPage { search, links: vec![imports], ..ListPage::new(frame, table).with_add("admin-subscriber-add", form) }
}

/// The word of a subscription's state; a paused one is confirmed.
pub(super) fn state(state: SubscriptionState, paused_until: Option<Timestamp>, now: Timestamp) -> &'static str {
    let paused = state == SubscriptionState::Confirmed && paused_until.is_some_and(|until| until > now);
    if paused { "paused" } else { state.as_str() }
}

async fn add(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let found = app.db.read(|conn| Ok::<_, db::Error>((newsletter::list(conn)?, site::site(conn)?)));
    let (newsletters, site) = found.await?;
    let newsletter = newsletters.iter().find(|one| one.slug == form.get("newsletter") && one.is_open());
    let newsletter = newsletter.ok_or(FieldErrorKind::Required);
    let input = SignUpInput { email: form.get("email"), name: form.get("name"), wording: "", newsletter };
    let (newsletter, input) = match input.check(desk::SOURCE) {
        Ok((newsletter, input)) => (newsletter.clone(), input),
        Err(errors) => {
            let frame = AdminFrame::load(&app, by).await?;
            let query = Submitted::default();
            let (lines, newsletters, pager) = load(&app, &query).await?;
            let shown = list_page(frame, &lines, &newsletters, &query, &Entry::refused(form, errors));
            return invalid(&ListPage { pager, ..shown });
        }
    };
    let with = app.stationery(&newsletter, &site).map_err(|error| Refusal::broken(&error))?;
    let work = by.act(&app, move |conn, actor, now| desk::add(conn, actor, now, &with, &newsletter, &input));
    let (person, asked) = work.await?;
    Ok(answer(&person.map_or_else(|| PATH.to_owned(), path), asked))
}

/// What the editor is told about a request to confirm.
pub(super) fn answer(path: &str, asked: ConfirmationOutcome) -> HttpResponse {
    match asked {
        ConfirmationOutcome::Sent => done(path, "confirmation-sent"),
        ConfirmationOutcome::Confirmed => not_done(path, "already-confirmed"),
        ConfirmationOutcome::Left => not_done(path, "reader-left"),
        ConfirmationOutcome::Limited => not_done(path, "confirmation-limited"),
        ConfirmationOutcome::Suppressed => not_done(path, "address-suppressed"),
    }
}
