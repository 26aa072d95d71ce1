//! Counting an audience and reading it in chunks. Both cover the same people, and tell apart those who are suppressed.

use super::{Audience, Chunk, Count, Reader, SubscriptionState, queries};
use crate::db::{Conn, Result};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::newsletter;

/// Ids of one statement, below SQLite's limit of bound values.
const BATCH: usize = 5_000;

/// How many subscriptions an audience has. For the audience of a digest this reads the newsletter's counter and subtracts
/// the exceptions, which is quick with a million subscribers; for a search it counts the rows.
pub fn count(conn: &mut Conn, audience: &Audience) -> Result<Count> {
    let all = match counted(conn, audience)? {
        Some(count) => count - queries::paused(conn, audience)?,
        None => queries::total(conn, audience)?,
    };
    let suppressed = suppressed(conn, audience)?;
    Ok(Count { mailed: all - suppressed, suppressed })
}

/// The newsletter's counter of a state, paused subscriptions included, unless the audience has more conditions.
fn counted(conn: &mut Conn, audience: &Audience) -> Result<Option<i64>> {
    let (Some(newsletter), Some(state)) = (audience.newsletter, audience.state) else { return Ok(None) };
    if !audience.search.is_empty() {
        return Ok(None);
    }
    Ok(newsletter::by_id(conn, newsletter)?.map(|newsletter| match state {
        SubscriptionState::Pending => newsletter.pending,
        SubscriptionState::Confirmed => newsletter.confirmed,
        SubscriptionState::Unsubscribed => newsletter.unsubscribed,
    }))
}

/// How many of an audience have a suppressed address. Starts from the suppressions, which are few.
fn suppressed(conn: &mut Conn, audience: &Audience) -> Result<i64> {
    let ids = queries::of_suppressed(conn, audience.newsletter)?;
    let mut count = 0;
    for ids in ids.chunks(BATCH) {
        count += queries::among(conn, audience, ids)?;
    }
    Ok(count)
}

/// The next `limit` readers of an audience after the subscription `after`, up to `boundary`. On PostgreSQL none of them can
/// unsubscribe before the caller's transaction ends; who unsubscribes then finds the delivery and stops it.
pub fn chunk(conn: &mut Conn, audience: &Audience, after: i64, boundary: i64, limit: i64) -> Result<Chunk> {
    let ids = queries::ids(conn, audience, after, boundary, limit)?;
    let full = i64::try_from(ids.len()).unwrap_or(i64::MAX) >= limit;
    let next = ids.last().copied().filter(|_| full);
    queries::lock(conn, &ids)?;
    let Some(last) = ids.last() else { return Ok(Chunk::default()) };
    let mut rows = queries::rows(conn, audience, after, *last)?;
    // Drops readers who confirmed after the lock was taken.
    rows.retain(|row| ids.binary_search(&row.subscription).is_ok());
    let addresses: Vec<_> = rows.iter().map(|row| EmailAddress::from_envelope(&row.envelope)).collect();
    let suppressed = delivery::suppression::among(conn, &addresses)?;
    let readers = rows.into_iter().zip(suppressed).map(|(row, suppressed)| Reader {
        subscription: row.subscription,
        subscriber: row.subscriber,
        envelope: row.envelope,
        name: row.name,
        language: row.language,
        suppressed,
    });
    Ok(Chunk { readers: readers.collect(), next })
}
