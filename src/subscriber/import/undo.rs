//! Undoing an import: removes the subscriptions that it made, of people who have done nothing since, and lifts the
//! suppressions that it made. What it ended stays ended, and the ledger keeps its lines.

use super::queries::entries;
use crate::actor::Actor;
use crate::audit;
use crate::clock::{Clock, Timestamp};
use crate::db::{self, Conn, Db};
use crate::delivery::DeliveryReason;
use crate::subscriber::roll;

/// Subscriptions of one transaction.
const CHUNK: i64 = 500;

/// Notes that an import is to be undone; one that still runs stops. `None` if there is no such import, and false if this
/// was asked before.
pub fn ask(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<Option<bool>> {
    if entries::by_id(conn, id)?.is_none() {
        return Ok(None);
    }
    let is_first = entries::ask_to_undo(conn, now, id)?;
    if is_first {
        audit::record(conn, now, actor, "subscriber.undo-import", "import", Some(id), "")?;
    }
    Ok(Some(is_first))
}

/// Undoes every import of which that was asked, to its end. It may be dropped and called again at any time.
pub async fn run(db: &Db, clock: &Clock) -> db::Result<()> {
    for id in db.read(entries::to_undo).await? {
        undo(db, clock, id).await?;
        db.scrub().await?;
    }
    Ok(())
}

/// Passes over the subscriptions until a pass removes none: those that another transaction has locked come again.
async fn undo(db: &Db, clock: &Clock, id: i64) -> db::Result<()> {
    let mut removed_any = true;
    while removed_any {
        removed_any = false;
        let mut after = Some(0);
        while let Some(place) = after {
            let now = clock.now();
            after = db.write(move |conn| remove_chunk(conn, now, id, place)).await?;
            removed_any |= after.is_some();
        }
    }
    let now = clock.now();
    db.write(move |conn| entries::end_undo(conn, now, id)).await
}

/// Removes the next subscriptions; returns the last of them, or `None` if there were no more.
fn remove_chunk(conn: &mut Conn, now: Timestamp, id: i64, after: i64) -> db::Result<Option<i64>> {
    let Some(entry) = entries::by_id(conn, id)? else { return Ok(None) };
    let chunk = entries::untouched(conn, id, after, CHUNK)?;
    for (subscription, subscriber, state) in &chunk {
        let of = (*subscription, *subscriber, entry.newsletter_id);
        roll::forget(conn, now, of, *state, DeliveryReason::Erased)?;
    }
    entries::count_removed(conn, id, i64::try_from(chunk.len()).unwrap_or(i64::MAX))?;
    Ok(chunk.last().map(|(subscription, ..)| *subscription))
}
