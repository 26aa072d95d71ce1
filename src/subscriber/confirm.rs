//! Confirming a subscription and ending it. Each is idempotent and one transaction.

use super::ledger::append;
use super::letters::{Stationery, queue};
use super::mails::greeting;
use super::queries;
use super::{ConsentAction, Subscriber, Subscription, SubscriptionState};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason, DispatchKind, Recipient, RecipientKey, SpliceValues};
use crate::newsletter::{self, Newsletter};
use crate::token::Purpose;

/// A subscription with its subscriber and its newsletter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionDetails {
    pub subscriber: Subscriber,
    pub subscription: Subscription,
    pub newsletter: Newsletter,
}

/// A subscription by id; `None` if it was deleted or its subscriber erased.
pub fn find(conn: &mut Conn, subscription: i64) -> db::Result<Option<SubscriptionDetails>> {
    let Some(subscription) = queries::subscription(conn, subscription)? else { return Ok(None) };
    let subscriber = queries::by_id(conn, subscription.subscriber_id)?.filter(|person| person.erased_at.is_none());
    let newsletter = newsletter::by_id(conn, subscription.newsletter_id)?;
    Ok(subscriber.zip(newsletter).map(|(subscriber, newsletter)| SubscriptionDetails {
        subscriber,
        subscription,
        newsletter,
    }))
}

/// The subscription that a confirmation link confirms. `None` also if the reader has unsubscribed since requesting it: an old
/// link resubscribes nobody.
pub fn awaited(conn: &mut Conn, subscription: i64) -> db::Result<Option<SubscriptionDetails>> {
    let is_requested = |details: &SubscriptionDetails| {
        details.subscription.state != SubscriptionState::Unsubscribed
            || details.subscription.unsubscribed_at.is_none_or(|left| left < details.subscription.requested_at)
    };
    Ok(find(conn, subscription)?.filter(is_requested))
}

/// The other subscriptions that the same person has requested and not confirmed.
pub fn also_pending(conn: &mut Conn, details: &SubscriptionDetails) -> db::Result<Vec<SubscriptionDetails>> {
    let mut others = queries::subscriptions_of(conn, details.subscriber.id)?;
    others.retain(|other| other.state == SubscriptionState::Pending && other.id != details.subscription.id);
    let others = others.into_iter().map(|other| find(conn, other.id));
    Ok(others.collect::<db::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// A subscription that its reader agrees to.
#[derive(Clone)]
pub struct Agreed {
    pub subscription: i64,
    /// For the mails of its newsletter.
    pub with: Stationery,
    /// The wording at the button; empty if none was shown.
    pub wording: String,
}

/// Confirms a subscription, lifts a suppression of its address and queues the welcome. `None` if it is gone.
pub fn confirm(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    agreed: &Agreed,
    source: &str,
) -> db::Result<Option<SubscriptionDetails>> {
    let Agreed { subscription, with, wording } = agreed;
    queries::locked_subscription(conn, *subscription)?;
    let Some(mut details) = find(conn, *subscription)? else { return Ok(None) };
    let old = details.subscription.state;
    if old == SubscriptionState::Confirmed {
        return Ok(Some(details));
    }
    details.subscription.state = SubscriptionState::Confirmed;
    details.subscription.confirmed_at = Some(now);
    details.subscription.unsubscribed_at = None;
    details.subscription.paused_until = None;
    queries::store(conn, &details.subscription)?;
    count(conn, details.newsletter.id, old, SubscriptionState::Confirmed)?;
    let of = (details.subscriber.id, Some(details.newsletter.id));
    append(conn, now, actor, of, ConsentAction::Confirmed, wording, source)?;
    lift_suppression(conn, actor, now, &with.suppression_key, &details, source)?;
    queue_welcome(conn, now, with, &details)?;
    Ok(Some(details))
}

fn lift_suppression(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    suppression_key: &[u8],
    details: &SubscriptionDetails,
    source: &str,
) -> db::Result<()> {
    let Some(address) = details.subscriber.email() else { return Ok(()) };
    if delivery::lift(conn, suppression_key, &address)? {
        let of = (details.subscriber.id, None);
        append(conn, now, actor, of, ConsentAction::SuppressionLifted, "", source)?;
    }
    Ok(())
}

fn queue_welcome(conn: &mut Conn, now: Timestamp, with: &Stationery, details: &SubscriptionDetails) -> db::Result<()> {
    let Some(address) = details.subscriber.email() else { return Ok(()) };
    let values = SpliceValues {
        greeting: greeting(&details.newsletter.locale(), Some(&details.subscriber.name)),
        unsubscribe: with.keys.sign(Purpose::Unsubscribe, &[details.subscription.id]),
        preferences: with.keys.sign(Purpose::Preferences, &[details.subscriber.id, 0]),
        ..SpliceValues::default()
    };
    let recipient = Recipient {
        key: RecipientKey::Subscription(details.subscription.id),
        turn: now.0,
        address,
        fields: values.into_fields(),
    };
    queue(conn, now, DispatchKind::Notice, &with.letters.welcome, &recipient)
}

/// Confirms several subscriptions, as one button does; those that are gone are left out.
pub fn confirm_all(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    agreed: &[Agreed],
    source: &str,
) -> db::Result<Vec<SubscriptionDetails>> {
    let confirmed = agreed.iter().map(|one| {
        // Looked up again under the lock: the reader may have unsubscribed since the page was loaded.
        queries::locked_subscription(conn, one.subscription)?;
        if awaited(conn, one.subscription)?.is_none() {
            return Ok(None);
        }
        confirm(conn, actor, now, one, source)
    });
    Ok(confirmed.collect::<db::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Ends a subscription and skips its mails that are not yet sent. `None` if it is gone.
pub fn unsubscribe(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    subscription: i64,
    source: &str,
) -> db::Result<Option<SubscriptionDetails>> {
    queries::locked_subscription(conn, subscription)?;
    let Some(mut details) = find(conn, subscription)? else { return Ok(None) };
    let old = details.subscription.state;
    if old == SubscriptionState::Unsubscribed {
        return Ok(Some(details));
    }
    details.subscription.state = SubscriptionState::Unsubscribed;
    details.subscription.unsubscribed_at = Some(now);
    details.subscription.paused_until = None;
    queries::store(conn, &details.subscription)?;
    count(conn, details.newsletter.id, old, SubscriptionState::Unsubscribed)?;
    let of = (details.subscriber.id, Some(details.newsletter.id));
    append(conn, now, actor, of, ConsentAction::Withdrawn, "", source)?;
    delivery::skip(conn, now, RecipientKey::Subscription(subscription), DeliveryReason::Unsubscribed)?;
    Ok(Some(details))
}

/// Moves one subscription from the counter of one state to that of another.
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
