//! The first steps of an installation: the site's name and the first newsletter, then a test of the relay.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::Value;

use super::deliveries::{MailStatus, is_under_way, mail_status};
use super::field_form::{changes, controls};
use super::first_steps::{self, Done};
use super::form::{Entry, Form, FormPage, InputKind};
use super::frame::AdminFrame;
use super::relay::trouble;
use super::table::Button;
use crate::account;
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn, StoreError};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::field::{Changes, Field, FieldErrorKind, FieldErrors, fields};
use crate::newsletter::{self, Input, Newsletter};
use crate::site::{self, Site};
use crate::subscriber::test_limit::TestMailError;
use crate::subscriber::trial;
use crate::web::entrance::HOME;
use crate::web::parts::Link;
use crate::web::respond::{Answer, invalid, page, page_with, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/first-run";

/// What the form asks for of the site; the rest has its default.
fn site_fields() -> Vec<Field> {
    only(fields::<Site>(), &["site_name", "time_zone"])
}

/// What a first newsletter needs; the rest has its default.
fn first_fields() -> Vec<Field> {
    only(fields::<Input>(), &["name", "slug", "sender", "contact", "postal_address"])
}

fn only(mut fields: Vec<Field>, names: &[&str]) -> Vec<Field> {
    fields.retain(|field| names.contains(&field.name.as_str()));
    fields
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

#[derive(Template)]
#[template(path = "admin/trial.html")]
pub struct TrialPage {
    pub frame: AdminFrame,
    pub newsletter: Link,
    /// The user's own address.
    pub address: String,
    /// Where the mails are kept, when they are not sent.
    pub outbox: Option<Link>,
    /// What became of the test mail.
    pub outcome: Option<MailStatus>,
    /// What is wrong with the relay and how to mend it, while the mail waits.
    pub trouble: Option<String>,
    /// Whether more will come of it.
    pub under_way: bool,
    pub buttons: Vec<Button>,
    /// What to do next.
    pub next: Vec<Link>,
}

/// The form, while there is no newsletter; then the test. `test` is the dispatch of a test mail.
async fn show(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let newsletters = app.db.read(newsletter::list).await?;
    let Some(newsletter) = newsletters.into_iter().next() else {
        let site_name = if frame.site_name == Site::default().name { "" } else { &frame.site_name };
        let entry = Entry::of(Submitted::from([("site_name", site_name), ("time_zone", frame.zone.name())]));
        return page(&first_page(frame, &entry));
    };
    page(&trial_page(&app, frame, &newsletter, query.number("test")).await?)
}

/// The form of the first steps: the site's name and zone, then the newsletter.
#[must_use]
pub fn first_page(frame: AdminFrame, entry: &Entry) -> FormPage {
    let form = Form::to(&frame.locale, PATH).button("admin-first-run-button");
    let form = controls(form, "settings", &site_fields(), &entry.values);
    let mut form = controls(form, "newsletter", &first_fields(), &entry.values).show(entry);
    for input in &mut form.inputs {
        match input.name.as_str() {
            "name" => input.label = frame.t("admin-first-name"),
            "postal_address" => input.required = true,
            "time_zone" => input.kind = InputKind::BrowserZone,
            _ => {}
        }
    }
    let (title, text) = (frame.t("admin-first-run"), frame.t("admin-first-run-text"));
    FormPage { text, ..FormPage::new(frame, title, form) }
}

/// Keeps the site's name and the first newsletter; once there is one, it only leads on.
async fn begin(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let of_site = changes(&site_fields(), &form);
    let mut of_newsletter = changes(&first_fields(), &form);
    // Its days begin in the site's time zone.
    of_newsletter.extend(of_site.get_key_value("time_zone").map(|(name, zone)| (name.clone(), zone.clone())));
    let work = by.act(&app, move |conn, actor, now| first(conn, actor, now, of_site, of_newsletter));
    let entry = match work.await {
        Ok(()) => return Ok(see_other(&format!("{PATH}?done=first-run"))),
        Err(error) => Entry::not_stored(form, error)?,
    };
    let frame = AdminFrame::load(&app, by).await?;
    invalid(&first_page(frame, &entry))
}

fn first(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    of_site: Changes,
    of_newsletter: Changes,
) -> Result<(), StoreError> {
    if !newsletter::list(conn)?.is_empty() {
        return Ok(());
    }
    match (site::site(conn)?.with(of_site), first_newsletter(of_newsletter)) {
        (Ok(site), Ok(input)) => {
            newsletter::add(conn, actor, now, input)?;
            Ok(site::change(conn, actor, now, &site)?)
        }
        (site, input) => {
            let mut errors = site.err().unwrap_or_default();
            errors.extend(input.err().unwrap_or_default());
            Err(errors.into())
        }
    }
}

/// A newsletter with a postal address, without which it could send nothing.
fn first_newsletter(changes: Changes) -> Result<Input, FieldErrors> {
    let mut errors = FieldErrors::default();
    if changes.get("postal_address").and_then(Value::as_str).is_none_or(|text| text.trim().is_empty()) {
        errors.add("postal_address", FieldErrorKind::Required);
    }
    match Input::default().with(changes) {
        Ok(input) => errors.or(input),
        Err(others) => {
            errors.extend(others);
            Err(errors)
        }
    }
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
    let trouble = trouble(&frame.locale, health.as_ref());
    let under_way = deliveries.first().is_some_and(|row| is_under_way(row.state));
    let again = if test.is_some() { frame.t("admin-trial-again") } else { frame.t("admin-first-run-test") };
    let button = Button::to(format!("{PATH}/test"), again);
    Ok(TrialPage {
        newsletter: Link::new(
            frame.t1("admin-next-newsletter", "newsletter", &newsletter.name),
            format!("/admin/newsletters/{}", newsletter.id),
        ),
        address: user.map(|user| user.address).unwrap_or_default(),
        outbox: app.captures().then(|| Link::new(frame.t("admin-nav-outbox"), "/admin/outbox")),
        outcome: deliveries.first().map(|row| mail_status(&frame, row)),
        trouble: trouble.filter(|_| under_way),
        under_way,
        buttons: vec![if test.is_some() { button } else { button.main() }],
        next: first_steps::steps(&frame, newsletter, Done::default())
            .into_iter()
            .map(|step| step.link)
            .chain([Link::new(frame.t("admin-nav-dashboard"), HOME)])
            .collect(),
        frame,
    })
}

/// Queues a mail to the user's own address.
async fn test(app: web::Data<App>, posted: Posted) -> Answer {
    let user = posted.by.user;
    let work = move |conn: &mut Conn| {
        let newsletter = newsletter::list(conn)?.into_iter().next();
        Ok::<_, db::Error>((newsletter, site::site(conn)?, account::user(conn, user)?))
    };
    let (Some(newsletter), site, Some(user)) = app.db.read(work).await? else { return Ok(see_other(PATH)) };
    let address = EmailAddress::parse(&user.address).map_err(|error| Refusal::broken(&error))?;
    let letter = trial::compose(&newsletter, &site, &app.links, &app.keys).map_err(|error| Refusal::broken(&error))?;
    let (doubt, random) = (app.doubt, app.random.clone());
    let work =
        posted.by.act(&app, move |conn, actor, now| trial::send(conn, actor, now, doubt, &random, &letter, &address));
    match work.await {
        Ok(dispatch) => Ok(see_other(&format!("{PATH}?test={dispatch}"))),
        Err(TestMailError::Db(error)) => Err(error.into()),
        Err(refused) => {
            let frame = AdminFrame::load(&app, posted.by).await?;
            let trouble = Some(refused.said(&frame.locale));
            let shown = TrialPage { trouble, ..trial_page(&app, frame, &newsletter, None).await? };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
    }
}
