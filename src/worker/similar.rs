//! Similar News: compares articles soon after they were added or changed, and merges the same story of several sources.

use crate::article::similar;
use crate::db::{self, Db};

/// Compares all articles that are due; a failure is logged and the next turn tries again.
pub async fn turn(db: Db) {
    loop {
        match compare_next(&db).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                tracing::error!(%error, "similar articles could not be found; it is tried again");
                return;
            }
        }
    }
}

/// Reads, compares and stores one batch; false if none was due. Only the last step is a write transaction.
async fn compare_next(db: &Db) -> db::Result<bool> {
    let Some(comparison) = db.read(similar::next).await? else { return Ok(false) };
    let work = move || {
        let found = comparison.likenesses();
        (comparison, found)
    };
    let (comparison, found) = tokio::task::spawn_blocking(work).await.map_err(|_| db::Error::Panic)?;
    db.write(move |conn| similar::keep(conn, &comparison, &found)).await?;
    Ok(true)
}
