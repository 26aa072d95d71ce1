//! The list of subscriptions as editors see it: pages and search; and the purge of sign-ups that were never confirmed.

use super::audience::{self, Audience, Line, Place};
use super::queries;
use crate::clock::{DAY, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason, RecipientKey};
use crate::newsletter;

/// An unconfirmed sign-up is forgotten after this.
const PENDING_KEPT: i64 = 30 * DAY;
/// Rows of one purge transaction.
const PURGE: i64 = 500;

/// The next lines of the roll behind the subscription `after`, in order of id.
pub fn page(conn: &mut Conn, audience: &Audience, after: i64, limit: i64) -> db::Result<Vec<Line>> {
    audience::lines(conn, audience, Place::After(after), limit)
}

/// A page of the roll with the newest first, and whether there are lines on either side of it.
#[derive(Clone, Debug, Default)]
pub struct Leaf {
    pub lines: Vec<Line>,
    pub newer: bool,
    pub older: bool,
}

/// The page with the newest lines first that begins behind, or ends before, a place.
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

/// Forgets sign-ups that were never confirmed; returns how many. Call it again while it returns any.
pub fn purge_pending(conn: &mut Conn, now: Timestamp) -> db::Result<usize> {
    let stale = queries::stale_pending(conn, now.plus(-PENDING_KEPT), PURGE)?;
    for (subscription, subscriber, newsletter) in &stale {
        let key = RecipientKey::Subscription(*subscription);
        delivery::skip(conn, now, key, DeliveryReason::NeverConfirmed)?;
        delivery::erase(conn, &[key])?;
        queries::delete_subscription(conn, *subscription)?;
        newsletter::count_change(conn, *newsletter, -1, 0, 0)?;
        if queries::subscriptions_of(conn, *subscriber)?.is_empty() {
            let key = RecipientKey::Subscriber(*subscriber);
            delivery::skip(conn, now, key, DeliveryReason::NeverConfirmed)?;
            delivery::erase(conn, &[key])?;
            queries::blank(conn, now, *subscriber)?;
        }
    }
    Ok(stale.len())
}
