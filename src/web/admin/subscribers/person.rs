//! One person: subscriptions, the ledger of consent, deliveries with their replies, and what an editor can do.

use actix_web::web;
use serde::Deserialize;

use super::super::deliveries::shown;
use super::super::pages::{
    AdminFrame, AskedRow, Button, ConsentRow, FormPage, History, SubscriberPage, SubscriptionRow,
};
use super::super::parts::{Said, done, frame_said, not_done};
use super::{LIST, answer};
use crate::clock::Timestamp;
use crate::contact::{self, Enquiry};
use crate::db::{self, Conn};
use crate::delivery::{self, Suppression, SuppressionReason};
use crate::locale::Locale;
use crate::newsletter::{self, Newsletter};
use crate::person;
use crate::site;
use crate::subscriber::{self, Consent, ConsentAction, Subscriber, Subscription, SubscriptionState, confirm, desk};
use crate::web::respond::{Answer, page, see_other};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

/// Deliveries that the page shows.
const HISTORY: i64 = 200;

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let path = |rest: &str| format!("{LIST}/{{id}}{rest}");
    routes
        .route(&path(""), get(show))
        .route(&path("/erase"), get(ask_to_erase))
        .route(&path("/erase"), web::post().to(erase))
        .route(&path("/subscriptions/{subscription}/ask"), web::post().to(ask))
        .route(&path("/subscriptions/{subscription}/unsubscribe"), web::post().to(unsubscribe));
}

/// All that is known of one person.
struct Person {
    subscriber: Subscriber,
    subscriptions: Vec<Subscription>,
    consents: Vec<Consent>,
    deliveries: Vec<delivery::DeliveryRow>,
    suppression: Option<Suppression>,
    enquiries: Vec<Enquiry>,
    newsletters: Vec<Newsletter>,
}

fn known(conn: &mut Conn, id: i64) -> db::Result<Option<Person>> {
    let Some(subscriber) = subscriber::by_id(conn, id)? else { return Ok(None) };
    let subscriptions = subscriber::subscriptions_of(conn, id)?;
    let keys = subscriber::recipient_keys(conn, id)?;
    let (suppression, enquiries) = match &subscriber.email() {
        Some(address) => {
            (delivery::suppression::of_address(conn, address)?, contact::of_address(conn, address.normalised())?)
        }
        None => (None, Vec::new()),
    };
    Ok(Some(Person {
        consents: subscriber::consents_of(conn, id)?,
        deliveries: delivery::of_recipient(conn, &keys, HISTORY)?,
        newsletters: newsletter::list(conn)?,
        subscriber,
        subscriptions,
        suppression,
        enquiries,
    }))
}

async fn load(app: &App, id: i64) -> Result<Person, Refusal> {
    app.db.read(move |conn| known(conn, id)).await?.ok_or(Refusal::NotFound)
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let found = load(&app, id.into_inner()).await?;
    page(&person_page(frame, found, app.clock.now()))
}

fn person_page(frame: AdminFrame, found: Person, now: Timestamp) -> SubscriberPage {
    let l = frame.locale.clone();
    let id = found.subscriber.id;
    let erased = found.subscriber.erased_at.is_some();
    let name_of = |id: i64| found.newsletters.iter().find(|n| n.id == id).map(|n| n.name.clone()).unwrap_or_default();
    let facts = facts(&frame, &found.subscriber);
    let subscriptions = found.subscriptions.iter().map(|subscription| {
        let newsletter = name_of(subscription.newsletter_id);
        let (state, since) = standing(subscription, now);
        let until = subscription.paused_until.filter(|_| state == "paused");
        SubscriptionRow {
            buttons: if erased { Vec::new() } else { buttons(&l, id, subscription, &newsletter) },
            state: state.to_owned(),
            until: until.map(|at| frame.t1("admin-paused-until", "at", frame.when(at))).unwrap_or_default(),
            since: frame.when(since),
            newsletter,
        }
    });
    let consents = found.consents.iter().map(|line| consent(&frame, line, line.newsletter_id.map(name_of)));
    let history = History {
        subscriptions: subscriptions.collect(),
        consents: consents.collect(),
        deliveries: found.deliveries.into_iter().map(|row| shown(&frame, row, now)).collect(),
        enquiries: found.enquiries.into_iter().rev().map(|enquiry| asked(&frame, enquiry, now)).collect(),
    };
    let erase = Button { danger: true, ..Button::to(format!("{LIST}/{id}/erase"), l.t("admin-erase")) };
    let buttons = if erased { Vec::new() } else { vec![erase] };
    let email = found.subscriber.envelope.unwrap_or_else(|| l.t("admin-erased"));
    let suppressed = found.suppression.map(|suppression| reason(&l, suppression.reason));
    SubscriberPage::new(frame, email, facts, suppressed, history, buttons)
}

/// Name, language, and since when.
fn facts(frame: &AdminFrame, subscriber: &Subscriber) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    if !subscriber.name.is_empty() {
        facts.push((frame.t("admin-newsletter-name"), subscriber.name.clone()));
    }
    let language = Locale::of(&subscriber.language).tag();
    let known = Locale::offered().into_iter().find(|(tag, _)| *tag == language);
    if let Some((_, name)) = known.filter(|_| subscriber.erased_at.is_none()) {
        facts.push((frame.t("field-language"), name.to_owned()));
    }
    facts.push((frame.t("admin-since"), frame.when(subscriber.created_at)));
    if let Some(erased) = subscriber.erased_at {
        facts.push((frame.t("admin-erased"), frame.when(erased)));
    }
    facts
}

fn asked(frame: &AdminFrame, enquiry: Enquiry, now: Timestamp) -> AskedRow {
    AskedRow {
        subject: enquiry.subject,
        url: format!("/admin/enquiries/{}", enquiry.id),
        state: enquiry.state.as_str().to_owned(),
        when: frame.moment(enquiry.created_at, now),
    }
}

/// The word of a subscription's state, and since when it stands.
fn standing(subscription: &Subscription, now: Timestamp) -> (&'static str, Timestamp) {
    let Subscription { state, created_at, confirmed_at, unsubscribed_at, paused_until, .. } = subscription;
    match state {
        SubscriptionState::Confirmed if paused_until.is_some_and(|until| until > now) => {
            ("paused", confirmed_at.unwrap_or(*created_at))
        }
        SubscriptionState::Confirmed => (state.as_str(), confirmed_at.unwrap_or(*created_at)),
        SubscriptionState::Unsubscribed => (state.as_str(), unsubscribed_at.unwrap_or(*created_at)),
        SubscriptionState::Pending => (state.as_str(), *created_at),
    }
}

fn buttons(l: &Locale, person: i64, subscription: &Subscription, newsletter: &str) -> Vec<Button> {
    let to = |rest: &str| format!("{LIST}/{person}/subscriptions/{}/{rest}", subscription.id);
    let ask = || Button::to(to("ask"), l.t("admin-ask-again")).about(newsletter);
    let question = l.t1("admin-unsubscribe-sure", "newsletter", newsletter);
    let leave = || Button::to(to("unsubscribe"), l.t("preferences-unsubscribe")).about(newsletter).danger(question);
    match subscription.state {
        SubscriptionState::Pending => vec![ask(), leave()],
        SubscriptionState::Confirmed => vec![leave()],
        SubscriptionState::Unsubscribed => Vec::new(),
    }
}

fn consent(frame: &AdminFrame, line: &Consent, newsletter: Option<String>) -> ConsentRow {
    let what = match line.action {
        ConsentAction::Requested => frame.t("ledger-requested"),
        ConsentAction::Confirmed => frame.t("ledger-confirmed"),
        ConsentAction::Imported => frame.t("ledger-imported"),
        ConsentAction::Withdrawn => frame.t("ledger-withdrawn"),
        ConsentAction::Paused => frame.t("ledger-paused"),
        ConsentAction::Resumed => frame.t("ledger-resumed"),
        ConsentAction::SuppressionLifted => frame.t("ledger-suppression-lifted"),
        ConsentAction::Erased => frame.t("ledger-erased"),
    };
    let what = newsletter.map_or(what.clone(), |newsletter| format!("{what}: {newsletter}"));
    let from = [line.source.as_str(), &line.client].into_iter().filter(|part| !part.is_empty());
    let from = from.collect::<Vec<_>>().join(" · ");
    ConsentRow { when: frame.when(line.at), what, wording: line.wording.clone(), from }
}

/// Why an address is suppressed, in words.
pub(in crate::web::admin) fn reason(l: &Locale, reason: SuppressionReason) -> String {
    match reason {
        SuppressionReason::HardBounce => l.t("suppressed-hard-bounce"),
        SuppressionReason::Complaint => l.t("suppressed-complaint"),
        SuppressionReason::Request => l.t("suppressed-request"),
    }
}

#[derive(Deserialize)]
struct Empty {}

/// A subscription of this person, by the path.
async fn subscription(app: &App, path: (i64, i64)) -> Result<confirm::Found, Refusal> {
    let (person, subscription) = path;
    let found = app.db.read(move |conn| confirm::find(conn, subscription)).await?;
    found.filter(|found| found.subscriber.id == person).ok_or(Refusal::NotFound)
}

/// Mails the confirmation again.
async fn ask(app: web::Data<App>, path: web::Path<(i64, i64)>, posted: Posted<Empty>) -> Answer {
    let found = subscription(&app, path.into_inner()).await?;
    let site = app.db.read(site::site).await?;
    let with = app.stationery(&found.newsletter, &site).map_err(|error| Refusal::broken(&error))?;
    let (now, id, person) = (app.clock.now(), found.subscription.id, found.subscriber.id);
    let asked = app.db.write(move |conn| desk::ask(conn, &posted.by.actor, now, &with, id)).await?;
    Ok(answer(&format!("{LIST}/{person}"), asked))
}

async fn unsubscribe(app: web::Data<App>, path: web::Path<(i64, i64)>, posted: Posted<Empty>) -> Answer {
    let found = subscription(&app, path.into_inner()).await?;
    let (now, id, person) = (app.clock.now(), found.subscription.id, found.subscriber.id);
    app.db.write(move |conn| desk::unsubscribe(conn, &posted.by.actor, now, id)).await?;
    Ok(done(&format!("{LIST}/{person}"), "unsubscribed"))
}

async fn ask_to_erase(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let id = id.into_inner();
    let found = load(&app, id).await?;
    let Some(email) = found.subscriber.envelope else { return Err(Refusal::Gone) };
    page(&FormPage::erase(frame, &email, &format!("{LIST}/{id}")))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Sure {
    sure: String,
    /// Whether the page that asks was shown.
    asked: String,
}

/// Erases a person who is known by the id; without the tick it leads to the page that asks for it.
async fn erase(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Sure>) -> Answer {
    let id = id.into_inner();
    let page = format!("{LIST}/{id}/erase");
    if posted.form.sure != "yes" {
        return Ok(if posted.form.asked.is_empty() { see_other(&page) } else { not_done(&page, "sure-missing") });
    }
    let (now, random, by) = (app.clock.now(), app.random.clone(), posted.by);
    let work = move |conn: &mut Conn| person::erase(conn, &by.actor, now, &random, id);
    if !app.db.write(work).await? {
        return Ok(not_done(LIST, "nobody-to-erase"));
    }
    app.db.scrub().await?;
    Ok(done(LIST, "erased"))
}
