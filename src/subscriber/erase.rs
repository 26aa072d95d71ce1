//! Erasing a person from this room and from delivery. States, counters and the lines of the ledger stay.

use super::confirm::count;
use super::ledger::append;
use super::queries::{self, recipient_keys};
use super::{ConsentAction, Subscription, SubscriptionState, desk, link, preferences};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason};
use crate::email_address::EmailAddress;
use crate::token::Random;

/// Erases a person: deletes address and personal fields from this room and from delivery. Returns the address, so that
/// other rooms can forget it too; `None` if there is no such person.
pub fn erase(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    subscriber: i64,
) -> db::Result<Option<EmailAddress>> {
    queries::lock_person(conn, subscriber)?;
    let Some(person) = queries::by_id(conn, subscriber)?.filter(|person| person.erased_at.is_none()) else {
        return Ok(None);
    };
    let Some(address) = person.email() else { return Ok(None) };
    for subscription in queries::subscriptions_of(conn, subscriber)? {
        end(conn, now, &subscription)?;
    }
    let keys = recipient_keys(conn, subscriber)?;
    for key in &keys {
        delivery::skip(conn, now, *key, DeliveryReason::Erased)?;
    }
    delivery::erase(conn, &keys)?;
    delivery::forget_address(conn, now, &address)?;
    let suppression_key = delivery::suppression::key(conn, random)?;
    delivery::suppression::forget_address(conn, &suppression_key, &address)?;
    link::forget(conn, address.normalised())?;
    let source = match actor {
        Actor::Visitor { .. } => preferences::SOURCE,
        Actor::ApiKey { .. } => "api",
        _ => desk::SOURCE,
    };
    append(conn, now, &without_client(actor), (subscriber, None), ConsentAction::Erased, "", source)?;
    queries::blank(conn, now, subscriber)?;
    Ok(Some(address))
}

fn end(conn: &mut Conn, now: Timestamp, subscription: &Subscription) -> db::Result<()> {
    let (was, left) = (subscription.state, SubscriptionState::Unsubscribed);
    if was == left {
        return Ok(());
    }
    let ended = Subscription { state: left, unsubscribed_at: Some(now), paused_until: None, ..subscription.clone() };
    queries::store(conn, &ended)?;
    count(conn, ended.newsletter_id, was, left)
}

/// The actor without the network address, for the line that says "erased".
fn without_client(actor: &Actor) -> Actor {
    match actor {
        Actor::Visitor { .. } => Actor::Visitor { client: String::new() },
        other => other.clone(),
    }
}
