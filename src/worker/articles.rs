//! Publishes scheduled articles at their dates.

use crate::article;
use crate::clock::{Clock, Timestamp};
use crate::db::{self, Db};

/// Publishes all that are due; a failure is logged and the next turn tries again.
pub async fn turn(db: Db, clock: Clock) {
    if let Err(error) = publish(&db, clock.now()).await {
        tracing::error!(%error, "scheduled articles could not be published; it is tried again");
    }
}

async fn publish(db: &Db, now: Timestamp) -> db::Result<()> {
    while db.read(move |conn| article::is_due(conn, now)).await? {
        db.write(move |conn| article::publish_due(conn, now)).await?;
    }
    Ok(())
}
