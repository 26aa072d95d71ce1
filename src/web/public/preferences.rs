//! A reader's preferences, reached by a link from any mail or by one that is mailed to a typed address.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{NaiveDate, TimeZone};
use chrono_tz::Tz;
use serde::Deserialize;

use super::confirm::test_page;
use super::defence::{self, Admission, Proof};
use super::frame::{Ground, ground};
use super::pages::{Choice, Field, Frame, MessagePage, NewsletterState, PreferencesPage, PreferencesRequestPage};
use super::sign_up::{address_key, text_key};
use crate::actor::Actor;
use crate::clock::{DAY, MINUTE, Timestamp};
use crate::db::Conn;
use crate::digest::send::NOBODY;
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::newsletter::Newsletter;
use crate::person;
use crate::subscriber::link;
use crate::subscriber::preferences::{self, Preferences};
use crate::subscriber::sign_up::PREFERENCES_MINUTES;
use crate::subscriber::{Subscription, SubscriptionState};
use crate::text;
use crate::token::Purpose;
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::{App, Refusal};

const SENT: &str = "/preferences/sent";
/// A pause ends within this many days.
const LONGEST_PAUSE: i64 = 731;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Request {
    email: String,
    altcha: String,
    ticket: String,
    homepage: String,
}

pub async fn ask(app: web::Data<App>) -> Answer {
    let ground = app.db.read(ground).await?;
    page(&request_page(ground.frame("/preferences", app.clock.now()), Field::default()))
}

fn request_page(frame: Frame, email: Field) -> PreferencesRequestPage {
    PreferencesRequestPage { frame, email, problem: None }
}

pub async fn sent(app: web::Data<App>) -> Answer {
    let ground = app.db.read(ground).await?;
    page(&MessagePage::preferences_link_sent(ground.frame("/preferences", app.clock.now())))
}

/// Takes the request for a link; whether the address is known is not even looked up here.
pub async fn send_link(request: HttpRequest, app: web::Data<App>, fields: web::Form<Request>) -> Answer {
    let now = app.clock.now();
    let ground = app.db.read(ground).await?;
    let frame = ground.frame("/preferences", now);
    let address = match EmailAddress::parse(&fields.email) {
        Ok(address) => address,
        Err(error) => {
            let email = Field::typed(&fields.email, Some(frame.t(address_key(error))));
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &request_page(frame, email));
        }
    };
    if ground.newsletters.is_empty() || !fields.homepage.is_empty() {
        return Ok(see_other(SENT));
    }
    let proof = defence::proof(&app, &fields.altcha, &fields.ticket, now);
    let carried = [("email", &fields.email), (defence::TICKET, &fields.ticket), (defence::SOLUTION, &fields.altcha)];
    let carried = carried.map(|(name, value)| (name.to_owned(), value.clone())).to_vec();
    if matches!(proof, Proof::Missing) {
        return page(&defence::pow_page(&app, frame, "/preferences", carried, now));
    }
    let from = defence::sender(&request, &app);
    let work = move |conn: &mut Conn| {
        let admission = defence::admit(conn, now, "preferences-link", &from, &proof)?;
        if admission == Admission::Welcome {
            link::request(conn, now, &address)?;
        }
        Ok::<_, Refusal>(admission)
    };
    match app.db.write(work).await? {
        Admission::Welcome => Ok(see_other(SENT)),
        Admission::Used => page(&defence::pow_page(&app, frame, "/preferences", carried, now)),
        Admission::TooMany => {
            let problem = Some(frame.t("error-429-text"));
            let shown = request_page(frame, Field::typed(&fields.email, None));
            page_with(StatusCode::TOO_MANY_REQUESTS, &PreferencesRequestPage { problem, ..shown })
        }
    }
}

/// The person of a link. One that came with a digest has no end; one that was asked for ends after a day.
fn person_of(app: &App, token: &str) -> Result<Option<i64>, Refusal> {
    let [subscriber, issued] = app.keys.verify(Purpose::Preferences, token).ok_or(Refusal::NotFound)?;
    let age = app.clock.now().0 / MINUTE - issued;
    Ok((issued == 0 || age <= PREFERENCES_MINUTES).then_some(subscriber))
}

/// The page's frame, and whom the link is for; nobody when it has run out or its person was erased.
async fn load(app: &App, token: &str) -> Result<(Ground, Option<Preferences>), Refusal> {
    let subscriber = person_of(app, token)?;
    let work = move |conn: &mut Conn| {
        let found = subscriber.map(|id| preferences::preferences(conn, id)).transpose()?.flatten();
        Ok::<_, Refusal>((ground(conn)?, found))
    };
    app.db.read(work).await
}

/// A link that leads to nobody any more: the way to a new one.
fn expired(app: &App, ground: &Ground) -> Answer {
    let frame = ground.frame("/preferences", app.clock.now());
    let problem = Some(frame.t("preferences-expired"));
    let shown = request_page(frame, Field::default());
    page_with(StatusCode::GONE, &PreferencesRequestPage { problem, ..shown })
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
    let Some(found) = found else { return expired(&app, &ground) };
    let mut shown = preferences_page(&app, &ground, &found, &token);
    shown.notice = (done.done == "saved").then(|| shown.frame.t("preferences-saved"));
    page(&shown)
}

fn preferences_page(app: &App, ground: &Ground, found: &Preferences, token: &str) -> PreferencesPage {
    let now = app.clock.now();
    let frame = ground.frame("/preferences", now);
    let path = |rest: &str| format!("/preferences/{token}/{rest}");
    let locale = frame.locale.clone();
    let language = |(tag, label): (&str, &str)| Choice {
        value: tag.to_owned(),
        label: label.to_owned(),
        chosen: tag == found.subscriber.language,
    };
    PreferencesPage {
        email: found.subscriber.envelope.clone().unwrap_or_default(),
        notice: None,
        newsletters: found.newsletters.iter().map(|(n, s)| state(&locale, n, s.as_ref(), now)).collect(),
        name: Field::of(&found.subscriber.name),
        languages: Locale::offered().into_iter().map(language).collect(),
        subscription_url: path("subscription"),
        details_url: path("details"),
        download_url: path("data.json"),
        erase_url: path("erase"),
        erase_error: None,
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
    let (ground, found) = load(&app, &token).await?;
    let Some(found) = found else { return expired(&app, &ground) };
    let (newsletter, subscription) =
        found.newsletters.iter().find(|(n, _)| n.slug == fields.newsletter).ok_or(Refusal::NotFound)?;
    let actor = Actor::Visitor { client: defence::sender(&request, &app).client };
    let (now, subscriber) = (app.clock.now(), found.subscriber.id);
    match (fields.change.as_str(), subscription) {
        ("unsubscribe", Some(subscription)) => {
            let id = subscription.id;
            app.db.write(move |conn| preferences::leave(conn, &actor, now, id)).await?;
        }
        ("subscribe", _) => {
            let with = app.stationery(newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
            let to = (newsletter.id, newsletter.consent_shown(&fields.shown));
            app.db.write(move |conn| preferences::subscribe(conn, &actor, now, with, subscriber, to)).await?;
        }
        ("resume", Some(subscription)) => {
            let id = subscription.id;
            app.db.write(move |conn| preferences::pause(conn, &actor, now, id, None)).await?;
        }
        ("pause", Some(subscription)) => {
            let id = subscription.id;
            match until(newsletter, &fields.paused_until, now) {
                Ok(until) => {
                    app.db.write(move |conn| preferences::pause(conn, &actor, now, id, Some(until))).await?;
                }
                Err(key) => {
                    let mut page = preferences_page(&app, &ground, &found, &token);
                    let error = page.frame.t(key);
                    let shown = page.newsletters.iter_mut().find(|n| n.slug == fields.newsletter);
                    if let Some(shown) = shown {
                        shown.paused_until = Field::typed(&fields.paused_until, Some(error));
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

/// The hours after midnight that a day may begin at where a clock is set forward.
const FIRST_HOURS: u32 = 3;

/// The end of the day before the one that was typed, in the newsletter's zone; else the key of what is wrong.
fn until(newsletter: &Newsletter, typed: &str, now: Timestamp) -> Result<Timestamp, &'static str> {
    let day = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").map_err(|_| "error-date-invalid")?;
    let at = beginning(newsletter.zone(), day).ok_or("error-date-invalid")?;
    if at <= now {
        return Err("error-date-past");
    }
    if at > now.plus(LONGEST_PAUSE * DAY) { Err("error-date-far") } else { Ok(at) }
}

/// When a day begins: at midnight, or where clocks are set forward then, an hour or so later.
fn beginning(zone: Tz, day: NaiveDate) -> Option<Timestamp> {
    let mut hours = (0..=FIRST_HOURS).filter_map(|hour| day.and_hms_opt(hour, 0, 0));
    let start = hours.find_map(|start| zone.from_local_datetime(&start).earliest())?;
    Some(Timestamp(start.timestamp_millis()))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Details {
    name: Option<String>,
    language: Option<String>,
}

pub async fn details(app: web::Data<App>, token: web::Path<String>, fields: web::Form<Details>) -> Answer {
    let (ground, found) = load(&app, &token).await?;
    let Some(found) = found else { return expired(&app, &ground) };
    let name = match fields.name.as_deref().map(text::person_name).transpose() {
        Ok(name) => name,
        Err(error) => {
            let mut page = preferences_page(&app, &ground, &found, &token);
            let typed = fields.name.as_deref().unwrap_or_default();
            page.name = Field::typed(typed, Some(page.frame.t(text_key(error))));
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
    let (ground, found) = load(&app, &token).await?;
    let Some(found) = found else { return expired(&app, &ground) };
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
    let (ground, found) = load(&app, &token).await?;
    let Some(found) = found else { return expired(&app, &ground) };
    if fields.sure != "yes" {
        let mut page = preferences_page(&app, &ground, &found, &token);
        page.erase_error = Some(page.frame.t("error-sure-missing"));
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (now, random, id) = (app.clock.now(), app.random.clone(), found.subscriber.id);
    let actor = Actor::Visitor { client: String::new() };
    app.db.write(move |conn| person::erase(conn, &actor, now, &random, id)).await?;
    app.db.scrub().await?;
    page(&MessagePage::erased(ground.frame("/preferences", now)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_or_where_there_is_none_at_the_first_hour() {
        for (zone, day, expected) in [
            ("UTC", "2026-09-06", "2026-09-06T00:00:00Z"),
            ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"),
            ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"),
        ] {
            let at = beginning(zone.parse().unwrap(), day.parse().unwrap()).unwrap();
            assert_eq!(at.to_string(), expected, "{zone}");
        }
    }
}
