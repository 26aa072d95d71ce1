//! The list of subscriptions for editors, page by page, and the purge of sign-ups that were never confirmed.

use super::SubscriptionState;
use super::audience::{self, Audience, Line, Place};
use super::queries;
use crate::clock::{DAY, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason, RecipientKey};
use crate::newsletter;

/// An unconfirmed sign-up is deleted after this.
const PENDING_KEPT: i64 = 30 * DAY;
/// Rows of one purge transaction.
const PURGE: i64 = 500;

/// The next lines after the subscription `after`, by id.
pub fn page(conn: &mut Conn, audience: &Audience, after: i64, limit: i64) -> db::Result<Vec<Line>> {
    audience::lines(conn, audience, Place::After(after), limit)
}

/// A page of the list with the newest first, and whether there are lines before and after it.
#[derive(Clone, Debug, Default)]
pub struct Leaf {
    pub lines: Vec<Line>,
    pub newer: bool,
    pub older: bool,
}

/// The page after or before a place, with the newest lines first.
pub fn leaf(conn: &mut Conn, audience: &Audience, place: Place, size: usize) -> db::Result<Leaf> {
    let limit = i64::try_from(size).unwrap_or(i64::MAX).saturating_add(1);
    let mut lines = audience::lines(conn, audience, place, limit)?;
    let more = lines.len() > size;
    lines.truncate(size);
    Ok(match place {
        Place::Before(id) => Leaf { lines, newer: id != i64::MAX, older: more },
        Place::After(_) => {
            lines.reverse();
            Leaf { lines, newer: more, older: true }
        }
    })
}

/// Deletes sign-ups that were never confirmed; returns how many. Call it again until it returns 0.
pub fn purge_pending(conn: &mut Conn, now: Timestamp) -> db::Result<usize> {
    let stale = queries::stale_pending(conn, now.plus(-PENDING_KEPT), PURGE)?;
    for of in &stale {
        forget(conn, now, *of, SubscriptionState::Pending, DeliveryReason::NeverConfirmed)?;
    }
    Ok(stale.len())
}

/// Deletes a subscription (id, subscriber, newsletter) in this state with its deliveries, and what is known of a person
/// who has no other.
pub(super) fn forget(
    conn: &mut Conn,
    now: Timestamp,
    (subscription, subscriber, newsletter): (i64, i64, i64),
    state: SubscriptionState,
    reason: DeliveryReason,
) -> db::Result<()> {
    let key = RecipientKey::Subscription(subscription);
    delivery::skip(conn, now, key, reason)?;
    delivery::erase(conn, &[key])?;
    queries::delete_subscription(conn, subscription)?;
    let change = |of: SubscriptionState| -i64::from(of == state);
    let (pending, confirmed) = (change(SubscriptionState::Pending), change(SubscriptionState::Confirmed));
    newsletter::count_change(conn, newsletter, pending, confirmed, change(SubscriptionState::Unsubscribed))?;
    if queries::subscriptions_of(conn, subscriber)?.is_empty() {
        let key = RecipientKey::Subscriber(subscriber);
        delivery::skip(conn, now, key, reason)?;
        delivery::erase(conn, &[key])?;
        queries::blank(conn, now, subscriber)?;
    }
    Ok(())
}
