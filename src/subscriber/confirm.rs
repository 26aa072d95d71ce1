//! Confirming and leaving. Both are idempotent, and both are one transaction.

use super::letters::{Stationery, queue};
use super::mails::greeting;
use super::queries;
use super::{ConsentAction, Subscriber, Subscription, SubscriptionState, append};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DispatchKind, Recipient};
use crate::newsletter::{self, Newsletter};
use crate::token::{Purpose, Random};

/// What a link led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub subscriber: Subscriber,
    pub subscription: Subscription,
    pub newsletter: Newsletter,
}

/// The subscription behind a link; `None` when it or its person is gone.
pub fn find(conn: &mut Conn, subscription: i64) -> db::Result<Option<Found>> {
    let Some(subscription) = queries::subscription(conn, subscription)? else { return Ok(None) };
    let subscriber = queries::by_id(conn, subscription.subscriber_id)?.filter(|person| person.erased_at.is_none());
    let newsletter = newsletter::by_id(conn, subscription.newsletter_id)?;
    Ok(subscriber.zip(newsletter).map(|(subscriber, newsletter)| Found { subscriber, subscription, newsletter }))
}

/// Confirms a subscription, lifts a suppression of its address, queues the welcome. `None` when it is gone.
pub fn confirm(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    with: &Stationery,
    subscription: i64,
    source: &str,
) -> db::Result<Option<Found>> {
    queries::locked_subscription(conn, subscription)?;
    let Some(mut found) = find(conn, subscription)? else { return Ok(None) };
    let old = found.subscription.state;
    if old == SubscriptionState::Confirmed {
        return Ok(Some(found));
    }
    found.subscription.state = SubscriptionState::Confirmed;
    found.subscription.confirmed_at = Some(now);
    found.subscription.unsubscribed_at = None;
    found.subscription.paused_until = None;
    queries::store(conn, &found.subscription)?;
    count(conn, found.newsletter.id, old, SubscriptionState::Confirmed)?;
    let of = (found.subscriber.id, Some(found.newsletter.id));
    let consent = found.newsletter.consent();
    append(conn, now, actor, of, ConsentAction::Confirmed, &consent, source)?;
    lift_suppression(conn, actor, now, &with.random, &found, source)?;
    queue_welcome(conn, now, with, &found)?;
    Ok(Some(found))
}

fn lift_suppression(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    found: &Found,
    source: &str,
) -> db::Result<()> {
    let key = delivery::suppression::key(conn, random)?;
    let address = found.subscriber.address.as_deref().unwrap_or_default();
    if delivery::lift(conn, &key, address)? {
        let of = (found.subscriber.id, None);
        append(conn, now, actor, of, ConsentAction::SuppressionLifted, "", source)?;
    }
    Ok(())
}

fn queue_welcome(conn: &mut Conn, now: Timestamp, with: &Stationery, found: &Found) -> db::Result<()> {
    let recipient = Recipient {
        key: found.subscription.id,
        turn: now.0,
        address: found.subscriber.envelope.clone().unwrap_or_default(),
        fields: vec![
            greeting(&found.newsletter.locale(), Some(&found.subscriber.name)),
            with.keys.sign(Purpose::Unsubscribe, &[found.subscription.id]),
            with.keys.sign(Purpose::Preferences, &[found.subscriber.id, 0]),
        ],
    };
    queue(conn, now, DispatchKind::Notice, &with.letters.welcome, recipient)
}

/// Ends a subscription and skips its mails that are not handed over. `None` when it is gone; doing it twice is fine.
/// After the commit the caller tells the engine to withdraw the subscription's id.
pub fn unsubscribe(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    subscription: i64,
    source: &str,
) -> db::Result<Option<Found>> {
    queries::locked_subscription(conn, subscription)?;
    let Some(mut found) = find(conn, subscription)? else { return Ok(None) };
    let old = found.subscription.state;
    if old == SubscriptionState::Unsubscribed {
        return Ok(Some(found));
    }
    found.subscription.state = SubscriptionState::Unsubscribed;
    found.subscription.unsubscribed_at = Some(now);
    found.subscription.paused_until = None;
    queries::store(conn, &found.subscription)?;
    count(conn, found.newsletter.id, old, SubscriptionState::Unsubscribed)?;
    let of = (found.subscriber.id, Some(found.newsletter.id));
    append(conn, now, actor, of, ConsentAction::Withdrawn, "", source)?;
    delivery::skip(conn, now, subscription, "unsubscribed")?;
    Ok(Some(found))
}

/// Moves one subscription from one state's counter to another's.
pub(super) fn count(
    conn: &mut Conn,
    newsletter: i64,
    from: SubscriptionState,
    to: SubscriptionState,
) -> db::Result<()> {
    let change = |state| i64::from(to == state) - i64::from(from == state);
    newsletter::count_change(
        conn,
        newsletter,
        change(SubscriptionState::Pending),
        change(SubscriptionState::Confirmed),
        change(SubscriptionState::Unsubscribed),
    )
}
