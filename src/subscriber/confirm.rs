//! Confirming and leaving. Both are idempotent, and both are one transaction.

use super::letters::{Stationery, queue};
use super::mails::greeting;
use super::queries;
use super::{ConsentAction, Subscriber, Subscription, SubscriptionState, append};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason, DispatchKind, Recipient, RecipientKey, SpliceValues};
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

/// The subscription that a confirmation link is for; `None` also when its reader has left since it was asked for: an old
/// link brings nobody back.
pub fn awaited(conn: &mut Conn, subscription: i64) -> db::Result<Option<Found>> {
    let asked_since = |found: &Found| {
        found.subscription.state != SubscriptionState::Unsubscribed
            || found.subscription.unsubscribed_at.is_none_or(|left| left < found.subscription.requested_at)
    };
    Ok(find(conn, subscription)?.filter(asked_since))
}

/// What else the same person has asked for and not confirmed.
pub fn also_pending(conn: &mut Conn, found: &Found) -> db::Result<Vec<Found>> {
    let mut others = queries::subscriptions_of(conn, found.subscriber.id)?;
    others.retain(|other| other.state == SubscriptionState::Pending && other.id != found.subscription.id);
    let others = others.into_iter().map(|other| find(conn, other.id));
    Ok(others.collect::<db::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// One subscription that its reader agrees to.
#[derive(Clone)]
pub struct Agreed {
    pub subscription: i64,
    /// The letters of its newsletter.
    pub with: Stationery,
    /// What stood at the button; empty where it was not shown.
    pub wording: String,
}

/// Confirms a subscription, lifts a suppression of its address, queues the welcome. `None` when it is gone.
pub fn confirm(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    agreed: &Agreed,
    source: &str,
) -> db::Result<Option<Found>> {
    let Agreed { subscription, with, wording } = agreed;
    queries::locked_subscription(conn, *subscription)?;
    let Some(mut found) = find(conn, *subscription)? else { return Ok(None) };
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
    append(conn, now, actor, of, ConsentAction::Confirmed, wording, source)?;
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
    let Some(address) = found.subscriber.email() else { return Ok(()) };
    if delivery::lift(conn, &key, &address)? {
        let of = (found.subscriber.id, None);
        append(conn, now, actor, of, ConsentAction::SuppressionLifted, "", source)?;
    }
    Ok(())
}

fn queue_welcome(conn: &mut Conn, now: Timestamp, with: &Stationery, found: &Found) -> db::Result<()> {
    let Some(address) = found.subscriber.email() else { return Ok(()) };
    let values = SpliceValues {
        greeting: greeting(&found.newsletter.locale(), Some(&found.subscriber.name)),
        unsubscribe: with.keys.sign(Purpose::Unsubscribe, &[found.subscription.id]),
        preferences: with.keys.sign(Purpose::Preferences, &[found.subscriber.id, 0]),
        ..SpliceValues::default()
    };
    let recipient = Recipient {
        key: RecipientKey::Subscription(found.subscription.id),
        turn: now.0,
        address,
        fields: values.into_fields(),
    };
    queue(conn, now, DispatchKind::Notice, &with.letters.welcome, &recipient)
}

/// Confirms several at once, on one page with one button; those that are gone are left out.
pub fn confirm_all(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    agreed: &[Agreed],
    source: &str,
) -> db::Result<Vec<Found>> {
    let confirmed = agreed.iter().map(|one| {
        // Looked up under the lock: the reader may have left since the page was.
        queries::locked_subscription(conn, one.subscription)?;
        if awaited(conn, one.subscription)?.is_none() {
            return Ok(None);
        }
        confirm(conn, actor, now, one, source)
    });
    Ok(confirmed.collect::<db::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Ends a subscription and skips its mails that are not handed over. `None` when it is gone; doing it twice is fine.
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
    delivery::skip(conn, now, RecipientKey::Subscription(subscription), DeliveryReason::Unsubscribed)?;
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
