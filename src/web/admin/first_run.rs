//! The first steps of an installation: the site's name and the first newsletter, then a test of the relay.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use chrono_tz::Tz;

use super::deliveries::is_under_way;
use super::field_form::{changes, controls};
use super::form::{Form, FormPage, InputKind, Marks, wrong_fields, zones};
use super::frame::AdminFrame;
use super::newsletters::shown;
use super::relay::trouble;
use super::settings::site_name;
use super::table::{Badge, Button};
use crate::account;
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn, StoreError};
use crate::delivery::{self, DeliveryReason, DeliveryRow};
use crate::email_address::EmailAddress;
use crate::field::{Field, FieldErrors, fields};
use crate::mail::record_words;
use crate::newsletter::{self, Input, Newsletter};
use crate::site::{self, Site};
use crate::subscriber::trial;
use crate::web::entrance::HOME;
use crate::web::parts::Link;
use crate::web::posted::Empty;
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/first-run";

/// What a first newsletter needs; the rest has its default.
fn first_fields() -> Vec<Field> {
    let names = ["name", "slug", "sender", "contact", "postal_address"];
    let mut all = fields::<Input>();
    all.retain(|field| names.contains(&field.name.as_str()));
    all
}

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource("").route(get(show)).route(web::post().to(begin)))
        .route("/test", web::post().to(test));
}

/// Where an administrator goes instead of the dashboard while there is no newsletter.
pub async fn instead(app: &App) -> Result<Option<HttpResponse>, Refusal> {
    let none = app.db.read(newsletter::list).await?.is_empty();
    Ok(none.then(|| see_other(PATH)))
}

/// What became of the test mail.
#[derive(Clone, Debug, Default)]
pub struct TrialOutcome {
    pub state: Badge,
    /// In our words; may be empty.
    pub reason: String,
    /// The relay's reply; may be empty.
    pub reply: String,
    /// What is wrong with the relay and how to mend it, while the mail waits.
    pub trouble: Option<String>,
    /// Whether nothing more will come of it.
    pub ended: bool,
}

#[derive(Template)]
#[template(path = "admin/trial.html")]
pub struct TrialPage {
    pub frame: AdminFrame,
    pub newsletter: Link,
    /// The user's own address.
    pub address: String,
    /// Where the mails are kept, when they are not sent.
    pub outbox: Option<Link>,
    pub outcome: Option<TrialOutcome>,
    pub buttons: Vec<Button>,
    /// What to do next.
    pub next: Vec<Link>,
}

/// The form, while there is no newsletter; then the test. `test` is the dispatch of a test mail.
async fn show(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let newsletters = app.db.read(newsletter::list).await?;
    let Some(newsletter) = newsletters.into_iter().next() else {
        let site_name = if frame.site_name == Site::default().name { "" } else { &frame.site_name };
        let values = shown(&Input::default()).with("site_name", site_name).with("time_zone", frame.zone.name());
        return page(&first_page(frame, &values, &Marks::default()));
    };
    page(&trial_page(&app, frame, &newsletter, query.number("test")).await?)
}

/// The form of the first steps: the site's name and zone, then the newsletter.
#[must_use]
pub fn first_page(frame: AdminFrame, values: &Submitted, wrong: &Marks) -> FormPage {
    let form = Form::to(&frame.locale, PATH)
        .field(InputKind::Line, "site_name", "admin-site-name")
        .required()
        .select("time_zone", "admin-time-zone", zones(values.get("time_zone")))
        .hint("admin-site-zone-hint")
        .button("admin-first-run-button");
    let mut form = controls(form, "newsletter", &first_fields(), values).fill(values).mark(wrong);
    for input in &mut form.inputs {
        match input.name.as_str() {
            "name" => input.label = frame.t("admin-first-name"),
            "postal_address" => input.required = true,
            _ => {}
        }
    }
    let (title, text) = (frame.t("admin-first-run"), frame.t("admin-first-run-text"));
    FormPage { text, ..FormPage::new(frame, title, form) }
}

/// Keeps the site's name and the first newsletter; once there is one, it only leads on.
async fn begin(app: web::Data<App>, posted: Posted<Submitted>) -> Answer {
    let Posted { by, form } = posted;
    let (name, newsletter) = (site_name(&form), first_newsletter(&form));
    let errors = match (name, newsletter) {
        (Ok(name), Ok(input)) => match by.act(&app, move |conn, actor, now| first(conn, actor, now, name, input)).await
        {
            Ok(()) => return Ok(see_other(&format!("{PATH}?done=first-run"))),
            Err(error) => wrong_fields(error)?,
        },
        (name, newsletter) => {
            let mut errors = name.err().unwrap_or_default();
            errors.extend(newsletter.err().unwrap_or_default());
            errors
        }
    };
    let frame = AdminFrame::load(&app, by).await?;
    let wrong = Marks::of_errors(&frame.locale, &errors);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &first_page(frame, &form, &wrong))
}

/// The newsletter of the form. Its days begin in the site's time zone.
fn first_newsletter(form: &Submitted) -> Result<Input, FieldErrors> {
    let mut asked = first_fields();
    asked.extend(fields::<Input>().into_iter().filter(|field| field.name == "time_zone"));
    Input::default().with(changes(&asked, form))
}

fn first(conn: &mut Conn, actor: &Actor, now: Timestamp, name: String, input: Input) -> Result<(), StoreError> {
    if !newsletter::list(conn)?.is_empty() {
        return Ok(());
    }
    let zone = input.newsletter.time_zone.parse::<Tz>().ok();
    newsletter::add(conn, actor, now, input)?;
    let site = site::site(conn)?;
    let time_zone = zone.unwrap_or(site.time_zone);
    Ok(site::change(conn, actor, now, &Site { name, time_zone, ..site })?)
}

async fn trial_page(
    app: &App,
    frame: AdminFrame,
    newsletter: &Newsletter,
    test: Option<i64>,
) -> Result<TrialPage, Refusal> {
    let user = frame.by.user;
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
    let button = Button::to(format!("{PATH}/test"), again);
    Ok(TrialPage {
        newsletter: Link::new(
            frame.t1("admin-next-newsletter", "newsletter", &newsletter.name),
            format!("/admin/newsletters/{}", newsletter.id),
        ),
        address: user.map(|user| user.address).unwrap_or_default(),
        outbox: app.captures().then(|| Link::new(frame.t("admin-nav-outbox"), "/admin/outbox")),
        outcome: deliveries.first().map(|row| outcome(&frame, row, trouble)),
        buttons: vec![if test.is_some() { button } else { button.main() }],
        next: vec![
            Link::new(frame.t("admin-next-feeds"), "/admin/feeds"),
            Link::new(frame.t("admin-next-articles"), "/admin/articles/new"),
            Link::new(frame.t("admin-nav-dashboard"), HOME),
        ],
        frame,
    })
}

/// What became of the test; `trouble` is what is wrong with the relay.
fn outcome(frame: &AdminFrame, row: &DeliveryRow, trouble: Option<String>) -> TrialOutcome {
    let under_way = is_under_way(row.state);
    TrialOutcome {
        state: Badge::of(&frame.locale, row.state.as_str()),
        reason: DeliveryReason::words(row.reason, &frame.locale),
        reply: record_words(&row.reply, &frame.locale),
        trouble: trouble.filter(|_| under_way),
        ended: !under_way,
    }
}

/// Queues a mail to the user's own address.
async fn test(app: web::Data<App>, posted: Posted<Empty>) -> Answer {
    let user = posted.by.user;
    let work = move |conn: &mut Conn| {
        let newsletter = newsletter::list(conn)?.into_iter().next();
        Ok::<_, db::Error>((newsletter, site::site(conn)?, account::user(conn, user)?))
    };
    let (Some(newsletter), site, Some(user)) = app.db.read(work).await? else { return Ok(see_other(PATH)) };
    let address = EmailAddress::parse(&user.address).map_err(|error| Refusal::broken(&error))?;
    let letter = trial::compose(&newsletter, &site, &app.links, &app.keys).map_err(|error| Refusal::broken(&error))?;
    let doubt = app.doubt;
    let work = posted.by.act(&app, move |conn, actor, now| trial::send(conn, actor, now, doubt, &letter, &address));
    let dispatch = work.await?;
    Ok(see_other(&format!("{PATH}?test={dispatch}")))
}
