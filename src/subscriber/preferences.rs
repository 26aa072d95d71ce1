//! A reader's own page: every newsletter with its state, name and language, pausing, leaving, coming back, the data
//! that we keep, and erasing it. The link that leads here proves the address.

use serde::Serialize;

use super::confirm::{confirm, count, find, unsubscribe};
use super::letters::Stationery;
use super::queries;
use super::sign_up::{may_mail, queue_preferences};
use super::{Consent, ConsentAction, Subscriber, Subscription, SubscriptionState, append, person_key};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Newsletter};
use crate::token::Random;

/// The source of changes made here, as the ledger names it.
const SOURCE: &str = "preferences";

/// A person and how they stand to every newsletter.
#[derive(Clone, Debug)]
pub struct Preferences {
    pub subscriber: Subscriber,
    pub newsletters: Vec<(Newsletter, Option<Subscription>)>,
}

/// The preferences of a person; `None` when erased or never there.
pub fn preferences(conn: &mut Conn, subscriber: i64) -> db::Result<Option<Preferences>> {
    let Some(person) = queries::by_id(conn, subscriber)?.filter(|person| person.erased_at.is_none()) else {
        return Ok(None);
    };
    let subscriptions = queries::subscriptions_of(conn, subscriber)?;
    let of = |newsletter: &Newsletter| subscriptions.iter().find(|s| s.newsletter_id == newsletter.id).cloned();
    let newsletters = newsletter::list(conn)?.into_iter().map(|newsletter| (of(&newsletter), newsletter));
    let newsletters = newsletters.map(|(subscription, newsletter)| (newsletter, subscription)).collect();
    Ok(Some(Preferences { subscriber: person, newsletters }))
}

/// Mails the link to the preferences to an address that we know, within the address's limit. Says nothing either way.
pub fn request_link(conn: &mut Conn, now: Timestamp, with: &Stationery, address: &EmailAddress) -> db::Result<()> {
    let allowed = may_mail(conn, now, &with.random, address)?;
    match queries::by_address(conn, address.normalised())? {
        Some(person) if allowed => queue_preferences(conn, now, with, (person.id, address), ""),
        _ => Ok(()),
    }
}

/// Changes name and language.
pub fn change_details(conn: &mut Conn, subscriber: i64, name: &str, language: &str) -> db::Result<()> {
    queries::set_details(conn, subscriber, name, language)
}

/// Subscribes a person whose address is proven by the link that led here.
pub fn subscribe(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    with: &Stationery,
    subscriber: i64,
    newsletter: i64,
) -> db::Result<()> {
    let pending = SubscriptionState::Pending;
    let (subscription, made) = queries::ensure_subscription(conn, now, subscriber, newsletter, pending)?;
    if made {
        newsletter::count_change(conn, newsletter, 1, 0, 0)?;
    }
    confirm(conn, actor, now, with, subscription.id, SOURCE)?;
    Ok(())
}

/// Pauses a confirmed subscription until an instant, or resumes it.
pub fn pause(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    subscription: i64,
    until: Option<Timestamp>,
) -> db::Result<()> {
    queries::locked_subscription(conn, subscription)?;
    let Some(mut found) = find(conn, subscription)? else { return Ok(()) };
    if found.subscription.state != SubscriptionState::Confirmed {
        return Ok(());
    }
    found.subscription.paused_until = until;
    queries::store(conn, &found.subscription)?;
    let action = if until.is_some() { ConsentAction::Paused } else { ConsentAction::Resumed };
    append(conn, now, actor, (found.subscriber.id, Some(found.newsletter.id)), action, "", SOURCE)
}

/// Leaves one newsletter; the caller withdraws the subscription's id after the commit.
pub fn leave(conn: &mut Conn, actor: &Actor, now: Timestamp, subscription: i64) -> db::Result<()> {
    unsubscribe(conn, actor, now, subscription, SOURCE)?;
    Ok(())
}

/// Everything that is kept about one person, in the words of our tables.
#[derive(Debug, Serialize)]
pub struct Download {
    address: Option<String>,
    name: String,
    language: String,
    since: Timestamp,
    subscriptions: Vec<DownloadedSubscription>,
    consents: Vec<DownloadedConsent>,
    deliveries: Vec<DownloadedDelivery>,
}

#[derive(Debug, Serialize)]
struct DownloadedSubscription {
    newsletter: String,
    state: &'static str,
    since: Timestamp,
    confirmed_at: Option<Timestamp>,
    unsubscribed_at: Option<Timestamp>,
    paused_until: Option<Timestamp>,
}

#[derive(Debug, Serialize)]
struct DownloadedConsent {
    newsletter: Option<String>,
    action: &'static str,
    wording: String,
    at: Timestamp,
    client: String,
    source: String,
}

#[derive(Debug, Serialize)]
struct DownloadedDelivery {
    kind: &'static str,
    subject: String,
    state: &'static str,
    reply: String,
    at: Timestamp,
}

/// Deliveries of one download: more than anyone gets in years.
const MOST_DELIVERIES: i64 = 10_000;

/// The person's data; `None` when erased or never there.
pub fn download(conn: &mut Conn, subscriber: i64) -> db::Result<Option<Download>> {
    let Some(Preferences { subscriber: person, newsletters }) = preferences(conn, subscriber)? else {
        return Ok(None);
    };
    let name_of = |id: i64| newsletters.iter().find(|(n, _)| n.id == id).map(|(n, _)| n.name.clone());
    let subscriptions: Vec<&Subscription> = newsletters.iter().filter_map(|(_, s)| s.as_ref()).collect();
    let keys = keys_of(subscriber, &subscriptions);
    let deliveries = delivery::of_recipient(conn, &keys, MOST_DELIVERIES)?;
    let consent = |line: Consent| DownloadedConsent {
        newsletter: line.newsletter_id.and_then(name_of),
        action: line.action.as_str(),
        wording: line.wording,
        at: line.at,
        client: line.client,
        source: line.source,
    };
    Ok(Some(Download {
        subscriptions: subscriptions.iter().map(|s| downloaded(s, name_of(s.newsletter_id))).collect(),
        consents: queries::consents_of(conn, subscriber)?.into_iter().map(consent).collect(),
        deliveries: deliveries.into_iter().map(delivered).collect(),
        address: person.envelope,
        name: person.name,
        language: person.language,
        since: person.created_at,
    }))
}

fn downloaded(subscription: &Subscription, newsletter: Option<String>) -> DownloadedSubscription {
    DownloadedSubscription {
        newsletter: newsletter.unwrap_or_default(),
        state: subscription.state.as_str(),
        since: subscription.created_at,
        confirmed_at: subscription.confirmed_at,
        unsubscribed_at: subscription.unsubscribed_at,
        paused_until: subscription.paused_until,
    }
}

fn delivered(row: delivery::DeliveryRow) -> DownloadedDelivery {
    DownloadedDelivery {
        kind: row.kind.as_str(),
        subject: row.subject,
        state: row.state.as_str(),
        reply: row.reply,
        at: row.updated_at,
    }
}

fn keys_of(subscriber: i64, subscriptions: &[&Subscription]) -> Vec<i64> {
    subscriptions.iter().map(|s| s.id).chain([person_key(subscriber)]).collect()
}

/// What erasing leaves for others to do: the recipient keys to withdraw, and the address to forget elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    pub keys: Vec<i64>,
    pub address: String,
}

/// Erases a person: address and fields go everywhere in this room and in delivery; states, counters and the ledger's
/// lines stay. `None` when there was nobody.
pub fn erase(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    subscriber: i64,
) -> db::Result<Option<Erased>> {
    let Some(person) = queries::by_id(conn, subscriber)?.filter(|person| person.erased_at.is_none()) else {
        return Ok(None);
    };
    let address = person.address.unwrap_or_default();
    let subscriptions = queries::subscriptions_of(conn, subscriber)?;
    for subscription in &subscriptions {
        let left = SubscriptionState::Unsubscribed;
        if subscription.state != left {
            let ended =
                Subscription { state: left, unsubscribed_at: Some(now), paused_until: None, ..subscription.clone() };
            queries::store(conn, &ended)?;
            count(conn, subscription.newsletter_id, subscription.state, left)?;
        }
    }
    let keys = keys_of(subscriber, &subscriptions.iter().collect::<Vec<_>>());
    for key in &keys {
        delivery::skip(conn, now, *key, "erased")?;
    }
    delivery::erase(conn, &keys)?;
    let suppression_key = delivery::suppression::key(conn, random)?;
    delivery::suppression::forget_address(conn, &suppression_key, &address)?;
    let source = match actor {
        Actor::Visitor { .. } => SOURCE,
        Actor::ApiKey { .. } => "api",
        _ => super::desk::SOURCE,
    };
    append(conn, now, &without_client(actor), (subscriber, None), ConsentAction::Erased, "", source)?;
    queries::blank(conn, now, subscriber)?;
    Ok(Some(Erased { keys, address }))
}

/// The line that says "erased" keeps no trace of where from.
fn without_client(actor: &Actor) -> Actor {
    match actor {
        Actor::Visitor { .. } => Actor::Visitor { client: String::new() },
        other => other.clone(),
    }
}
