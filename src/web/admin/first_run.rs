//! The first steps of an installation: the site's name and the first newsletter, then a test of the relay.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono_tz::Tz;
use serde::Deserialize;

use super::newsletter_form::Typed;
use super::pages::{AdminFrame, Badge, Button, FormPage, Input, TrialOutcome, TrialPage};
use super::parts::{Said, frame_said, zones};
use super::relay::trouble;
use super::settings::site_name;
use crate::account;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason, DeliveryRow, DeliveryState};
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Newsletter, NewsletterError};
use crate::site::{self, Site};
use crate::subscriber::trial;
use crate::web::posted::Empty;
use crate::web::public::pages::{Field, Link};
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::routes::get;
use crate::web::session::HOME;
use crate::web::{App, Posted, Refusal, SignedIn};

pub const FIRST_RUN: &str = "/admin/first-run";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource(FIRST_RUN).route(get(show)).route(web::post().to(begin)))
        .route("/admin/first-run/test", web::post().to(test));
}

/// Where an editor goes instead of the dashboard while there is no newsletter.
pub async fn instead(app: &App) -> Result<Option<HttpResponse>, Refusal> {
    let none = app.db.read(newsletter::list).await?.is_empty();
    Ok(none.then(|| see_other(FIRST_RUN)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Tested {
    /// The dispatch of the test.
    test: Option<i64>,
}

async fn show(app: web::Data<App>, by: SignedIn, tested: web::Query<Tested>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, HOME, &said).await?;
    let newsletters = app.db.read(newsletter::list).await?;
    let Some(newsletter) = newsletters.into_iter().next() else {
        let usual = if frame.site_name == Site::default().name { String::new() } else { frame.site_name.clone() };
        let zone = frame.zone.name();
        return page(&form(frame, Field::of(usual), zone, &Typed::default()));
    };
    page(&trial_page(&app, &by, frame, &newsletter, tested.test).await?)
}

/// The form of the first steps: what the site is called and where it is, then the newsletter.
fn form(frame: AdminFrame, site_name: Field, zone: &str, typed: &Typed) -> FormPage {
    let (label, zone) =
        (frame.t("admin-first-name"), Input::select("time_zone", frame.t("admin-time-zone"), zones(zone)));
    let zone = zone.hint(frame.t("admin-site-zone-hint"));
    let mut page = FormPage::first_run(frame, site_name, typed.shown(&[]));
    page.inputs.insert(1, zone);
    if let Some(name) = page.inputs.iter_mut().find(|input| input.name == "name") {
        name.label = label;
    }
    page
}

/// What was wrong with the first steps.
#[derive(Debug, thiserror::Error)]
enum Unkept {
    #[error(transparent)]
    Newsletter(#[from] NewsletterError),
    #[error("the site's name cannot be kept")]
    SiteName,
}

impl From<db::Error> for Unkept {
    fn from(error: db::Error) -> Self {
        Self::Newsletter(error.into())
    }
}

/// Keeps the site's name and the first newsletter; while there is one already, it leads on.
async fn begin(app: web::Data<App>, posted: Posted<Vec<(String, String)>>) -> Answer {
    let Posted { by, form: fields } = posted;
    let typed = Typed::posted(&fields);
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone());
    let (typed_name, typed_zone) = (value("site_name").unwrap_or_default(), value("time_zone").unwrap_or_default());
    let zone = typed_zone.parse::<Tz>().ok();
    let name = site_name(&typed_name);
    let (now, input, actor, kept_name) = (app.clock.now(), typed.input(), by.actor.clone(), name.clone());
    let work = move |conn: &mut Conn| {
        if !newsletter::list(conn)?.is_empty() {
            return Ok(());
        }
        newsletter::add(conn, &actor, now, input)?;
        let name = kept_name.map_err(|_| Unkept::SiteName)?;
        let site = site::site(conn)?;
        let time_zone = zone.unwrap_or(site.time_zone);
        site::change(conn, &actor, now, &Site { name, time_zone, ..site })?;
        Ok::<_, Unkept>(())
    };
    match app.db.write(work).await {
        Ok(()) => Ok(see_other(&format!("{FIRST_RUN}?done=first-run"))),
        Err(Unkept::Newsletter(NewsletterError::Db(error))) => Err(error.into()),
        Err(error) => {
            let frame = frame_said(&app, &by, HOME, &Said::default()).await?;
            let typed = match error {
                Unkept::Newsletter(error) => typed.wrong(&frame.locale, &error),
                Unkept::SiteName => typed,
            };
            let missing = || frame.t("error-site-name-missing");
            let wrong = name.err().map(|words| words.unwrap_or_else(missing));
            let field = Field { value: typed_name, error: wrong };
            let shown = form(frame, field, &typed_zone, &typed);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown.with_problem())
        }
    }
}

async fn trial_page(
    app: &App,
    by: &SignedIn,
    frame: AdminFrame,
    newsletter: &Newsletter,
    test: Option<i64>,
) -> Result<TrialPage, Refusal> {
    let user = by.user;
    let work = move |conn: &mut Conn| {
        let deliveries = match test {
            Some(dispatch) => delivery::deliveries(conn, Some(dispatch), None, 0, 1)?,
            None => Vec::new(),
        };
        Ok::<_, db::Error>((account::user(conn, user)?, deliveries, delivery::health(conn)?))
    };
    let (user, deliveries, health) = app.db.read(work).await?;
    let trouble = trouble(&frame, health.as_ref());
    let again = if test.is_some() { frame.t("admin-trial-again") } else { frame.t("admin-first-run-test") };
    let button = Button::to("/admin/first-run/test", again);
    Ok(TrialPage {
        newsletter: Link {
            name: frame.t1("admin-next-newsletter", "newsletter", &newsletter.name),
            url: format!("/admin/newsletters/{}", newsletter.id),
        },
        address: user.map(|user| user.address).unwrap_or_default(),
        outbox: app.captures.then(|| Link { name: frame.t("admin-nav-outbox"), url: "/admin/outbox".to_owned() }),
        outcome: deliveries.into_iter().next().map(|row| outcome(&frame, row, trouble)),
        buttons: vec![if test.is_some() { button } else { button.main() }],
        next: vec![
            Link { name: frame.t("admin-next-feeds"), url: "/admin/feeds".to_owned() },
            Link { name: frame.t("admin-next-articles"), url: "/admin/articles/new".to_owned() },
            Link { name: frame.t("admin-nav-dashboard"), url: HOME.to_owned() },
        ],
        frame,
    })
}

/// What became of the test; while it waits, `trouble` is what the relay is known to suffer from.
fn outcome(frame: &AdminFrame, row: DeliveryRow, trouble: Option<String>) -> TrialOutcome {
    let under_way = matches!(row.state, DeliveryState::Queued | DeliveryState::Leased | DeliveryState::Deferred);
    TrialOutcome {
        state: Badge::of(&frame.locale, row.state.as_str()),
        reason: DeliveryReason::words(row.reason, &frame.locale),
        reply: row.reply,
        trouble: trouble.filter(|_| under_way),
        ended: !under_way,
    }
}

/// Queues a mail to the editor's own address.
async fn test(app: web::Data<App>, posted: Posted<Empty>) -> Answer {
    let user = posted.by.user;
    let work = move |conn: &mut Conn| {
        let newsletter = newsletter::list(conn)?.into_iter().next();
        Ok::<_, db::Error>((newsletter, site::site(conn)?, account::user(conn, user)?))
    };
    let (Some(newsletter), site, Some(user)) = app.db.read(work).await? else { return Ok(see_other(FIRST_RUN)) };
    let address = EmailAddress::parse(&user.address).map_err(|error| Refusal::broken(&error))?;
    let letter = trial::compose(&newsletter, &site, &app.links, &app.keys).map_err(|error| Refusal::broken(&error))?;
    let (now, doubt, actor) = (app.clock.now(), app.doubt, posted.by.actor);
    let work = move |conn: &mut Conn| trial::send(conn, &actor, now, doubt, &letter, &address);
    let dispatch = app.db.write(work).await?;
    Ok(see_other(&format!("{FIRST_RUN}?test={dispatch}")))
}
