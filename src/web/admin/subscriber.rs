//! One subscriber: subscriptions, the ledger of consent, deliveries with their replies, enquiries, and what an editor can
//! do.

use actix_web::web;
use askama::Template;

use super::deliveries::delivery_table;
use super::form::{Form, FormPage};
use super::frame::{AdminFrame, done, not_done};
use super::subscribers::{PATH, answer, path, state};
use super::suppressions::reason;
use super::table::{Badge, Button, Cell, Table};
use crate::clock::Timestamp;
use crate::contact::{self, Enquiry};
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryRow, Suppression};
use crate::locale::Locale;
use crate::newsletter::{self, Newsletter};
use crate::person;
use crate::site;
use crate::subscriber::{self, Consent, Subscriber, Subscription, SubscriptionState, confirm, desk};
use crate::web::parts::Link;
use crate::web::respond::{Answer, page, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal};

/// Deliveries that the page shows.
const HISTORY: i64 = 200;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .route("/{id}", get(show))
        .service(web::resource("/{id}/erase").route(get(ask_to_erase)).route(web::post().to(erase)))
        .route("/{id}/subscriptions/{subscription}/ask", web::post().to(ask_to_confirm))
        .route("/{id}/subscriptions/{subscription}/unsubscribe", web::post().to(unsubscribe));
}

/// A subscriber with the whole history.
#[derive(Clone, Debug)]
pub struct History {
    pub subscriber: Subscriber,
    pub subscriptions: Vec<Subscription>,
    pub consents: Vec<Consent>,
    pub deliveries: Vec<DeliveryRow>,
    pub suppression: Option<Suppression>,
    pub enquiries: Vec<Enquiry>,
    pub newsletters: Vec<Newsletter>,
}

#[derive(Template)]
#[template(path = "admin/subscriber.html")]
pub struct SubscriberPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub email: String,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    /// Why no mail goes to this address; none where it does.
    pub suppressed: Option<String>,
    pub tables: Vec<Table>,
    pub buttons: Vec<Button>,
}

fn history(conn: &mut Conn, id: i64) -> db::Result<Option<History>> {
    let Some(subscriber) = subscriber::by_id(conn, id)? else { return Ok(None) };
    let keys = subscriber::recipient_keys(conn, id)?;
    let (suppression, enquiries) = match &subscriber.email() {
        Some(address) => {
            (delivery::suppression::of_address(conn, address)?, contact::of_address(conn, address.normalised())?)
        }
        None => (None, Vec::new()),
    };
    Ok(Some(History {
        subscriptions: subscriber::subscriptions_of(conn, id)?,
        consents: subscriber::consents_of(conn, id)?,
        deliveries: delivery::of_recipient(conn, &keys, HISTORY)?,
        newsletters: newsletter::list(conn)?,
        subscriber,
        suppression,
        enquiries,
    }))
}

async fn load(app: &App, id: i64) -> Result<History, Refusal> {
    app.db.read(move |conn| history(conn, id)).await?.ok_or(Refusal::NotFound)
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    page(&SubscriberPage::new(frame, &load(&app, *id).await?))
}

impl SubscriberPage {
    #[must_use]
    pub fn new(frame: AdminFrame, history: &History) -> Self {
        let subscriber = &history.subscriber;
        let erase = || Button { danger: true, ..Button::to(erase_path(subscriber.id), frame.t("admin-erase")) };
        let erased = subscriber.erased_at.is_some();
        Self {
            back: Link::new(frame.t("admin-nav-subscribers"), PATH),
            email: subscriber.envelope.clone().unwrap_or_else(|| frame.t("admin-erased")),
            facts: facts(&frame, subscriber),
            suppressed: history.suppression.as_ref().map(|one| reason(&frame.locale, one.reason)),
            tables: vec![
                subscriptions(&frame, history),
                ledger(&frame, history),
                delivery_table(&frame, &history.deliveries, true),
                enquiries(&frame, &history.enquiries),
            ],
            buttons: if erased { Vec::new() } else { vec![erase()] },
            frame,
        }
    }
}

fn erase_path(id: i64) -> String {
    format!("{}/erase", path(id))
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

fn subscriptions(frame: &AdminFrame, history: &History) -> Table {
    let (l, suppressed) = (&frame.locale, history.suppression.is_some());
    let word = |one: &Subscription| state(one.state, one.paused_until, frame.now);
    let state = |one: &Subscription| {
        let badge = Badge::of(l, word(one)).unless(suppressed);
        let badges = std::iter::once(badge).chain(suppressed.then(|| Badge::suppressed(l))).collect();
        let until = one.paused_until.filter(|_| word(one) == "paused");
        let until = until.map(|at| frame.t1("admin-paused-until", "at", frame.when(at)));
        Cell { badges, ..Cell::default() }.note(until.unwrap_or_default())
    };
    let name = |one: &Subscription| newsletter::name_of(&history.newsletters, one.newsletter_id);
    let erased = history.subscriber.erased_at.is_some();
    Table::of(frame, &history.subscriptions)
        .column("field-newsletter", |one| Cell::text(name(one)))
        .column("admin-state", state)
        .column("admin-since", |one| frame.when(since(one)))
        .buttons(|one| if erased { Vec::new() } else { buttons(l, one, name(one)) })
        .table("admin-subscriptions", "admin-nothing")
}

/// Since when a subscription has its state.
fn since(subscription: &Subscription) -> Timestamp {
    let changed = match subscription.state {
        SubscriptionState::Confirmed => subscription.confirmed_at,
        SubscriptionState::Unsubscribed => subscription.unsubscribed_at,
        SubscriptionState::Pending => None,
    };
    changed.unwrap_or(subscription.created_at)
}

fn buttons(l: &Locale, subscription: &Subscription, newsletter: &str) -> Vec<Button> {
    let to = |action: &str, key: &str| {
        let url = format!("{}/subscriptions/{}/{action}", path(subscription.subscriber_id), subscription.id);
        Button::to(url, l.t(key)).about(newsletter)
    };
    let ask = || to("ask", "admin-ask-again");
    let question = l.t1("admin-unsubscribe-sure", "newsletter", newsletter);
    let unsubscribe = || to("unsubscribe", "preferences-unsubscribe").danger(question);
    match subscription.state {
        SubscriptionState::Pending => vec![ask(), unsubscribe()],
        SubscriptionState::Confirmed => vec![unsubscribe()],
        SubscriptionState::Unsubscribed => Vec::new(),
    }
}

fn ledger(frame: &AdminFrame, history: &History) -> Table {
    let what = |line: &Consent| {
        let what = frame.t(&format!("ledger-{}", line.action));
        let what = match line.newsletter_id {
            Some(id) => format!("{what}: {}", newsletter::name_of(&history.newsletters, id)),
            None => what,
        };
        Cell::text(what).note(&line.wording)
    };
    let from = |line: &Consent| {
        let parts = [line.source.as_str(), &line.client].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    };
    Table::of(frame, &history.consents)
        .column("admin-when", |line| frame.when(line.at))
        .column("admin-what", what)
        .column("admin-from", from)
        .table("admin-consents", "admin-nothing")
}

/// Enquiries, the newest first.
fn enquiries(frame: &AdminFrame, enquiries: &[Enquiry]) -> Table {
    let newest_first: Vec<&Enquiry> = enquiries.iter().rev().collect();
    Table::of(frame, &newest_first)
        .column("field-subject", |one| Cell::link(&one.subject, format!("/admin/enquiries/{}", one.id)))
        .column("admin-state", |one| Cell::badge(Badge::of(&frame.locale, one.state.as_str())))
        .moment(|one| one.created_at)
        .table("admin-nav-enquiries", "admin-enquiries-none")
}

/// A subscription of this person, by the path.
async fn subscription(app: &App, path: (i64, i64)) -> Result<confirm::SubscriptionDetails, Refusal> {
    let (person, subscription) = path;
    let found = app.db.read(move |conn| confirm::find(conn, subscription)).await?;
    found.filter(|found| found.subscriber.id == person).ok_or(Refusal::NotFound)
}

/// Mails the request to confirm again.
async fn ask_to_confirm(app: web::Data<App>, at: web::Path<(i64, i64)>, posted: Posted) -> Answer {
    let found = subscription(&app, *at).await?;
    let site = app.db.read(site::site).await?;
    let with = app.stationery(&found.newsletter, &site).map_err(|error| Refusal::broken(&error))?;
    let (id, person) = (found.subscription.id, found.subscriber.id);
    let asked = posted.by.act(&app, move |conn, actor, now| desk::ask(conn, actor, now, &with, id)).await?;
    Ok(answer(&path(person), asked))
}

async fn unsubscribe(app: web::Data<App>, at: web::Path<(i64, i64)>, posted: Posted) -> Answer {
    let found = subscription(&app, *at).await?;
    let (id, person) = (found.subscription.id, found.subscriber.id);
    posted.by.act(&app, move |conn, actor, now| desk::unsubscribe(conn, actor, now, id)).await?;
    Ok(done(&path(person), "unsubscribed"))
}

async fn ask_to_erase(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let history = load(&app, *id).await?;
    let Some(email) = history.subscriber.envelope else { return Err(Refusal::Gone) };
    page(&erase_page(frame, &email, *id))
}

/// Asks whether a person is to be erased.
#[must_use]
pub fn erase_page(frame: AdminFrame, email: &str, id: i64) -> FormPage {
    let form = Form::to(&frame.locale, erase_path(id))
        .hidden("asked", "yes")
        .checkbox("sure", "admin-erase-sure")
        .button("admin-erase");
    let (title, text) = (frame.t1("admin-erase-title", "email", email), frame.t("admin-erase-text"));
    let back = Some(Link::new(email, path(id)));
    FormPage { text, back, ..FormPage::new(frame, title, form) }
}

/// Erases a person. Without the tick it leads to the page that asks for it.
async fn erase(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    if form.get("sure") != "yes" {
        let page = erase_path(id);
        return Ok(if form.get("asked").is_empty() { see_other(&page) } else { not_done(&page, "sure-missing") });
    }
    let random = app.random.clone();
    let work = by.act(&app, move |conn, actor, now| person::erase(conn, actor, now, &random, id));
    if !work.await? {
        return Ok(not_done(PATH, "nobody-to-erase"));
    }
    app.db.scrub().await?;
    Ok(done(PATH, "erased"))
}
