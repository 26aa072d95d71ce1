//! Folds counters: adds the deltas that PostgreSQL stores as rows of their own to the counters.

use crate::db::{self, Conn, Db};
use crate::{delivery, newsletter};

/// Rows of one transaction.
const STEP: i64 = 1_000;

/// One turn; a failure is logged and the next turn tries again.
pub async fn turn(db: Db) {
    if db.is_postgres()
        && let Err(error) = fold(&db).await
    {
        tracing::warn!(%error, "counters could not be folded");
    }
}

/// Folds all deltas, in steps.
pub async fn fold(db: &Db) -> db::Result<()> {
    let step = |conn: &mut Conn| {
        Ok::<_, db::Error>((newsletter::fold_counters(conn, STEP)?, delivery::fold_counters(conn, STEP)?))
    };
    let full = usize::try_from(STEP).unwrap_or(usize::MAX);
    loop {
        let (newsletters, dispatches) = db.write(step).await?;
        if newsletters < full && dispatches < full {
            return Ok(());
        }
    }
}
