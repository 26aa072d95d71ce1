//! Housekeeping: what has had its time is forgotten.

use crate::clock::Clock;
use crate::db::{self, Conn, Db};
use crate::guard::{challenge, idempotency, limits};
use crate::{account, article, subscriber};

/// Forgets unconfirmed sign-ups, used challenges, old limits, sessions, answers and signals.
pub async fn turn(db: Db, clock: Clock) {
    if let Err(error) = purge(&db, &clock).await {
        tracing::error!(%error, "housekeeping failed; it is tried again");
    }
}

async fn purge(db: &Db, clock: &Clock) -> db::Result<()> {
    let now = clock.now();
    db.write(move |conn: &mut Conn| {
        challenge::purge(conn, now)?;
        limits::purge(conn, now)?;
        idempotency::purge(conn, now)?;
        account::purge(conn, now)?;
        article::purge_signals(conn, now)
    })
    .await?;
    let mut forgotten = 0;
    loop {
        let purged = db.write(move |conn: &mut Conn| subscriber::roll::purge_pending(conn, now)).await?;
        forgotten += purged;
        if purged == 0 {
            break;
        }
    }
    if forgotten > 0 {
        tracing::info!(subscriptions = forgotten, "sign-ups that were never confirmed are forgotten");
        db.scrub().await?;
    }
    Ok(())
}
