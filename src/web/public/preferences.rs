//! A reader's preferences, reached by the link in any mail or by a link that is mailed on request.
//!
//! The link in a digest does not expire, and digests are forwarded: it leads to what is subscribed to, for leaving,
//! pausing and choosing. Data are shown, changed and erased by a link that was mailed within the last day.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::confirm::test_page;
use super::defence::{self, ProofFields, PublicForm, Submission};
use super::pages::{Choice, FormValues, MessagePage, NewsletterState, PreferencesPage, PreferencesRequestPage};
use crate::actor::Actor;
use crate::assembly::ground::Ground;
use crate::clock::{MINUTE, Timestamp};
use crate::db::Conn;
use crate::digest::send::NOBODY;
use crate::email_address::EmailAddress;
use crate::field::{FieldError, FieldErrorKind};
use crate::locale::Locale;
use crate::newsletter::Newsletter;
use crate::person;
use crate::subscriber::preferences::{self, Preferences};
use crate::subscriber::sign_up::PREFERENCES_MINUTES;
use crate::subscriber::{Subscription, SubscriptionState, link, pause};
use crate::text;
use crate::token::Purpose;
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::{App, Refusal};

const FORM: PublicForm = PublicForm { purpose: "preferences-link", url: "/preferences", done: "/preferences/sent" };

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RequestFields {
    email: String,
    #[serde(flatten)]
    proof: ProofFields,
}

pub async fn request_form(app: web::Data<App>) -> Answer {
    let ground = app.ground().await?;
    request_page(&ground, StatusCode::OK, FormValues::default(), app.clock.now())
}

fn request_page(ground: &Ground, status: StatusCode, values: FormValues, now: Timestamp) -> Answer {
    page_with(status, &PreferencesRequestPage { frame: ground.frame(FORM.url, now), values })
}

pub async fn sent(app: web::Data<App>) -> Answer {
    let ground = app.ground().await?;
    page(&MessagePage::preferences_link_sent(ground.frame(FORM.url, app.clock.now())))
}

/// Accepts the request for a link without looking up whether the address is known.
pub async fn send_link(request: HttpRequest, app: web::Data<App>, fields: web::Form<RequestFields>) -> Answer {
    let now = app.clock.now();
    let ground = app.ground().await?;
    let values = [("email", fields.email.as_str())];
    let address = match EmailAddress::parse(&fields.email) {
        Ok(address) => address,
        Err(error) => {
            let errors = FieldError::new("email", error).into();
            let values = FormValues::new(&values).with_errors(&ground.locale(), &errors);
            return request_page(&ground, StatusCode::UNPROCESSABLE_ENTITY, values, now);
        }
    };
    if ground.newsletters.is_empty() {
        return Ok(see_other(FORM.done));
    }
    let frame = ground.frame(FORM.url, now);
    let again = |status, values| request_page(&ground, status, values, now);
    let submission =
        Submission { app: &app, request: &request, frame, proof: &fields.proof, values: &values, again: &again };
    FORM.act(submission, move |conn, _| Ok(link::request(conn, now, &address)?)).await
}

/// The person of a link, and whether it is one that was requested, which is valid for a day; the link in a digest does not
/// expire.
fn person_of(app: &App, token: &str) -> Result<Option<(i64, bool)>, Refusal> {
    let [subscriber, issued] = app.keys.verify(Purpose::Preferences, token).ok_or(Refusal::NotFound)?;
    let (is_fresh, age) = (issued != 0, app.clock.now().0 / MINUTE - issued);
    Ok((!is_fresh || age <= PREFERENCES_MINUTES).then_some((subscriber, is_fresh)))
}

/// What a link leads to.
struct Visit {
    found: Preferences,
    /// Whether it may lead to the person's data.
    is_fresh: bool,
}

/// The frame, and what the link leads to; `None` if it has expired or the person was erased.
async fn load(app: &App, token: &str) -> Result<(Arc<Ground>, Option<Visit>), Refusal> {
    let visit = match person_of(app, token)? {
        Some((subscriber, is_fresh)) => {
            let found = app.db.read(move |conn| preferences::preferences(conn, subscriber)).await?;
            found.map(|found| Visit { found, is_fresh })
        }
        None => None,
    };
    Ok((app.ground().await?, visit))
}

/// As [`load`], for what only a requested link may do; otherwise the answer.
async fn load_fresh(app: &App, token: &str) -> Result<Result<(Arc<Ground>, Preferences), HttpResponse>, Refusal> {
    match load(app, token).await? {
        (ground, Some(Visit { found, is_fresh: true })) => Ok(Ok((ground, found))),
        (ground, None) => expired(app, &ground).map(Err),
        (ground, Some(visit)) => {
            let mut shown = preferences_page(app, &ground, &visit, token);
            shown.notice = Some(shown.frame.t("preferences-link-needed"));
            page_with(StatusCode::FORBIDDEN, &shown).map(Err)
        }
    }
}

/// Answers a link that has expired, or whose person was erased: with the form that sends another.
fn expired(app: &App, ground: &Ground) -> Answer {
    let values = FormValues::default().with_problem(ground.locale().t("preferences-expired"));
    request_page(ground, StatusCode::GONE, values, app.clock.now())
}

/// Mails a fresh link to the person of a link that does not expire, within the limit of mails to an address.
pub async fn send_fresh_link(app: web::Data<App>, token: web::Path<String>) -> Answer {
    let (ground, visit) = load(&app, &token).await?;
    let Some(visit) = visit else { return expired(&app, &ground) };
    let (person, now) = (visit.found.subscriber, app.clock.now());
    if let (Some(newsletter), Some(address)) = (ground.first(), person.email()) {
        let with = app.stationery(newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
        app.db.write_again(move |conn| link::send(conn, now, &with, (person.id, &address))).await?;
    }
    Ok(see_other(FORM.done))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

pub async fn show(app: web::Data<App>, token: web::Path<String>, done: web::Query<Done>) -> Answer {
    if *token == NOBODY {
        return test_page(&app, "/preferences").await;
    }
    let (ground, found) = load(&app, &token).await?;
    let Some(visit) = found else { return expired(&app, &ground) };
    let mut shown = preferences_page(&app, &ground, &visit, &token);
    shown.notice = (done.done == "saved").then(|| shown.frame.t("preferences-saved"));
    page(&shown)
}

fn preferences_page(app: &App, ground: &Ground, visit: &Visit, token: &str) -> PreferencesPage {
    let (now, found) = (app.clock.now(), &visit.found);
    let frame = ground.frame("/preferences", now);
    let path = |rest: &str| format!("/preferences/{token}/{rest}");
    let locale = frame.locale.clone();
    let language = |(tag, label): (&str, &str)| Choice {
        value: tag.to_owned(),
        label: label.to_owned(),
        chosen: tag == found.subscriber.language,
    };
    PreferencesPage {
        email: match found.subscriber.email() {
            Some(email) if visit.is_fresh => email.envelope().to_owned(),
            email => email.as_ref().map(EmailAddress::masked).unwrap_or_default(),
        },
        link_url: (!visit.is_fresh).then(|| path("link")),
        notice: None,
        newsletters: found.newsletters.iter().map(|(n, s)| state(&locale, n, s.as_ref(), now)).collect(),
        values: FormValues::new(&[("name", &found.subscriber.name)]),
        languages: Locale::offered().into_iter().map(language).collect(),
        subscription_url: path("subscription"),
        details_url: path("details"),
        download_url: path("data.json"),
        erase_url: path("erase"),
        frame,
    }
}

fn state(
    locale: &Locale,
    newsletter: &Newsletter,
    subscription: Option<&Subscription>,
    now: Timestamp,
) -> NewsletterState {
    let (slug, name) = (newsletter.slug.as_str(), newsletter.name.as_str());
    let local = |at: Timestamp| at.to_utc().with_timezone(&newsletter.zone());
    let shown = match subscription.map(|s| (s.state, s.confirmed_at, s.paused_until.filter(|until| *until > now))) {
        Some((SubscriptionState::Confirmed, _, Some(until))) => {
            let iso = local(until).format("%Y-%m-%d").to_string();
            NewsletterState::paused(locale, slug, name, &iso, &locale.date(&local(until)))
        }
        Some((SubscriptionState::Confirmed, since, None)) => {
            NewsletterState::subscribed(locale, slug, name, &locale.date(&local(since.unwrap_or(now))))
        }
        Some((SubscriptionState::Pending, ..)) => NewsletterState::pending(locale, slug, name),
        _ => NewsletterState::not_subscribed(locale, slug, name),
    };
    NewsletterState {
        description: newsletter.description.clone(),
        consent: newsletter.consent(),
        shown: newsletter.consent_mark(),
        ..shown
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SubscriptionChange {
    newsletter: String,
    change: String,
    paused_until: String,
    /// The mark of the wording that stood at the button to subscribe.
    shown: String,
}

pub async fn subscription(
    request: HttpRequest,
    app: web::Data<App>,
    token: web::Path<String>,
    fields: web::Form<SubscriptionChange>,
) -> Answer {
    let (ground, visit) = load(&app, &token).await?;
    let Some(visit) = visit else { return expired(&app, &ground) };
    let found = &visit.found;
    let (newsletter, subscription) =
        found.newsletters.iter().find(|(n, _)| n.slug == fields.newsletter).ok_or(Refusal::NotFound)?;
    let actor = Actor::Visitor { client: defence::sender(&request, &app).client };
    let (now, subscriber) = (app.clock.now(), found.subscriber.id);
    match (fields.change.as_str(), subscription) {
        ("unsubscribe", Some(subscription)) => {
            let id = subscription.id;
            app.db.write_again(move |conn| preferences::leave(conn, &actor, now, id)).await?;
        }
        ("subscribe", _) => {
            let with = app.stationery(newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
            let to = (newsletter.id, newsletter.consent_shown(&fields.shown));
            app.db.write_again(move |conn| preferences::subscribe(conn, &actor, now, with, subscriber, to)).await?;
        }
        ("resume", Some(subscription)) => {
            let id = subscription.id;
            app.db.write_again(move |conn| preferences::pause(conn, &actor, now, id, None)).await?;
        }
        ("pause", Some(subscription)) => {
            let id = subscription.id;
            match pause::end(newsletter.zone(), &fields.paused_until, now) {
                Ok(end) => {
                    app.db.write_again(move |conn| preferences::pause(conn, &actor, now, id, Some(end))).await?;
                }
                Err(error) => {
                    let mut page = preferences_page(&app, &ground, &visit, &token);
                    let error = FieldError::new("paused_until", error).words(&page.frame.locale);
                    if let Some(shown) = page.newsletters.iter_mut().find(|n| n.slug == fields.newsletter) {
                        shown.paused_until = text::harmless(&fields.paused_until);
                        shown.paused_until_error = Some(error);
                    }
                    return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
                }
            }
        }
        _ => return Err(Refusal::Unreadable),
    }
    Ok(saved(&token))
}

fn saved(token: &str) -> HttpResponse {
    see_other(&format!("/preferences/{token}?done=saved"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Details {
    name: Option<String>,
    language: Option<String>,
}

pub async fn details(app: web::Data<App>, token: web::Path<String>, fields: web::Form<Details>) -> Answer {
    let (ground, found) = match load_fresh(&app, &token).await? {
        Ok(loaded) => loaded,
        Err(answer) => return Ok(answer),
    };
    let name = match fields.name.as_deref().map(text::person_name).transpose() {
        Ok(name) => name,
        Err(error) => {
            let mut page = preferences_page(&app, &ground, &Visit { found, is_fresh: true }, &token);
            let name = fields.name.as_deref().unwrap_or_default();
            let errors = FieldError::new("name", error).into();
            page.values = FormValues::new(&[("name", name)]).with_errors(&page.frame.locale, &errors);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let language = fields.language.as_deref().map(|language| Locale::of(language).tag());
    let id = found.subscriber.id;
    let work = move |conn: &mut Conn| preferences::change_details(conn, id, name.as_deref(), language.as_deref());
    app.db.write(work).await?;
    Ok(saved(&token))
}

pub async fn download(app: web::Data<App>, token: web::Path<String>) -> Answer {
    let found = match load_fresh(&app, &token).await? {
        Ok((_, found)) => found,
        Err(answer) => return Ok(answer),
    };
    let id = found.subscriber.id;
    let data = app.db.read(move |conn| person::download(conn, id)).await?.ok_or(Refusal::Gone)?;
    let json = serde_json::to_string_pretty(&data).map_err(|error| Refusal::broken(&error))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""))
        .body(json))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sure {
    sure: String,
}

pub async fn erase(app: web::Data<App>, token: web::Path<String>, fields: web::Form<Sure>) -> Answer {
    let (ground, found) = match load_fresh(&app, &token).await? {
        Ok(loaded) => loaded,
        Err(answer) => return Ok(answer),
    };
    if fields.sure != "yes" {
        let mut page = preferences_page(&app, &ground, &Visit { found, is_fresh: true }, &token);
        let errors = FieldError::new("sure", FieldErrorKind::Required).into();
        page.values = page.values.with_errors(&page.frame.locale, &errors);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (now, random, id) = (app.clock.now(), app.random.clone(), found.subscriber.id);
    let actor = Actor::Visitor { client: String::new() };
    app.db.write(move |conn| person::erase(conn, &actor, now, &random, id)).await?;
    app.db.scrub().await?;
    page(&MessagePage::erased(ground.frame("/preferences", now)))
}
