//! A reader's preferences: all newsletters with the reader's state, name and language; pausing, leaving, subscribing again.
//! The link that leads here proves the address.

use super::confirm::{Agreed, confirm, find, unsubscribe};
use super::ledger::append;
use super::letters::Stationery;
use super::queries;
use super::sign_up::pending;
use super::{ConsentAction, Subscriber, Subscription, SubscriptionState};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::newsletter::{self, Newsletter};

/// The source of these changes in the ledger.
pub const SOURCE: &str = "preferences";

/// A person and their subscriptions.
#[derive(Clone, Debug)]
pub struct Preferences {
    pub subscriber: Subscriber,
    pub newsletters: Vec<(Newsletter, Option<Subscription>)>,
}

/// The preferences of a person; `None` if there is no such person. A closed newsletter is shown to its readers only.
pub fn preferences(conn: &mut Conn, subscriber: i64) -> db::Result<Option<Preferences>> {
    let is_reader = |own: &Option<Subscription>| {
        own.as_ref().is_some_and(|subscription| subscription.state == SubscriptionState::Confirmed)
    };
    let all = standing(conn, subscriber)?;
    Ok(all.map(|mut all| {
        all.newsletters.retain(|(newsletter, own)| newsletter.is_open() || is_reader(own));
        all
    }))
}

/// A person with every newsletter and their subscription to it; `None` if there is no such person.
pub fn standing(conn: &mut Conn, subscriber: i64) -> db::Result<Option<Preferences>> {
    let Some(person) = queries::by_id(conn, subscriber)?.filter(|person| person.erased_at.is_none()) else {
        return Ok(None);
    };
    let subscriptions = queries::subscriptions_of(conn, subscriber)?;
    let of = |newsletter: &Newsletter| subscriptions.iter().find(|s| s.newsletter_id == newsletter.id).cloned();
    let newsletters = newsletter::list(conn)?.into_iter().map(|newsletter| (of(&newsletter), newsletter));
    let newsletters = newsletters.map(|(subscription, newsletter)| (newsletter, subscription)).collect();
    Ok(Some(Preferences { subscriber: person, newsletters }))
}

/// Changes name and language, if given.
pub fn change_details(conn: &mut Conn, subscriber: i64, name: Option<&str>, language: Option<&str>) -> db::Result<()> {
    let Some(person) = queries::by_id(conn, subscriber)? else { return Ok(()) };
    let (name, language) = (name.unwrap_or(&person.name), language.unwrap_or(&person.language));
    queries::set_details(conn, subscriber, name, language)
}

/// Subscribes a person whose address the link has proven; `wording` is the wording at the button.
pub fn subscribe(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    with: Stationery,
    subscriber: i64,
    (newsletter, wording): (i64, String),
) -> db::Result<()> {
    let (subscription, _) = pending(conn, now, subscriber, newsletter)?;
    confirm(conn, actor, now, &Agreed { subscription: subscription.id, with, wording }, SOURCE)?;
    Ok(())
}

/// Pauses a confirmed subscription until a time, or resumes it.
pub fn pause(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    subscription: i64,
    until: Option<Timestamp>,
) -> db::Result<()> {
    queries::locked_subscription(conn, subscription)?;
    let Some(mut details) = find(conn, subscription)? else { return Ok(()) };
    if details.subscription.state != SubscriptionState::Confirmed {
        return Ok(());
    }
    details.subscription.paused_until = until;
    queries::store(conn, &details.subscription)?;
    let action = if until.is_some() { ConsentAction::Paused } else { ConsentAction::Resumed };
    append(conn, now, actor, (details.subscriber.id, Some(details.newsletter.id)), action, "", SOURCE)
}

/// Unsubscribes from one newsletter.
pub fn leave(conn: &mut Conn, actor: &Actor, now: Timestamp, subscription: i64) -> db::Result<()> {
    unsubscribe(conn, actor, now, subscription, SOURCE)?;
    Ok(())
}
