//! Housekeeping: deletes expired rows in slices, so that other writers get their turn in between.

use crate::audit::{self, Retention};
use crate::clock::{Clock, Timestamp};
use crate::db::{self, Conn, Db};
use crate::guard::{challenge, idempotency, limits};
use crate::subscriber::import::undo;
use crate::{account, article, subscriber};

/// Rows of one transaction: a few milliseconds on SQLite's only writer.
const SLICE: usize = 2_000;

/// Deletes at most so many expired rows and returns how many.
type Purge = fn(&mut Conn, Timestamp, usize) -> db::Result<usize>;

const PURGES: [Purge; 6] =
    [challenge::purge, limits::purge, idempotency::purge, account::purge, article::purge_signals, article::purge_salts];

/// Deletes used challenges, old limits, answers, sessions, signals, entries of the audit log, and
/// sign-ups that were never confirmed.
pub async fn turn(db: Db, clock: Clock, retention: Retention) {
    if let Err(error) = purge_all(&db, clock.now(), retention).await {
        tracing::error!(%error, "housekeeping failed; it is tried again");
    }
    // An editor's wish that a restart cut short.
    if let Err(error) = undo::run(&db, &clock).await {
        tracing::error!(%error, "an import is not yet undone; it is tried again");
    }
}

async fn purge_all(db: &Db, now: Timestamp, retention: Retention) -> db::Result<()> {
    for purge in PURGES {
        in_slices(db, now, purge).await?;
    }
    in_slices(db, now, move |conn, now, limit| audit::purge(conn, now, retention, limit)).await?;
    let pending = |conn: &mut Conn, now, _| subscriber::roll::purge_pending(conn, now);
    let forgotten = in_slices(db, now, pending).await?;
    if forgotten > 0 {
        tracing::info!(subscriptions = forgotten, "sign-ups that were never confirmed are forgotten");
        db.scrub().await?;
    }
    Ok(())
}

/// Repeats a purge until nothing is left to delete; returns the number of rows.
async fn in_slices(
    db: &Db,
    now: Timestamp,
    purge: impl Fn(&mut Conn, Timestamp, usize) -> db::Result<usize> + Copy + Send + 'static,
) -> db::Result<usize> {
    let mut total = 0;
    loop {
        let purged = db.write(move |conn: &mut Conn| purge(conn, now, SLICE)).await?;
        if purged == 0 {
            return Ok(total);
        }
        total += purged;
    }
}
