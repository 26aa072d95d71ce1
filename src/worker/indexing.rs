//! Indexes articles of an earlier version again, a few at a time.

use crate::article::indexing;
use crate::db::{self, Db};

/// Indexes the next articles; a failure is logged and the next turn tries again.
pub async fn turn(db: Db) {
    if let Err(error) = index_next(&db).await {
        tracing::error!(%error, "articles of an earlier version could not be indexed; it is tried again");
    }
}

async fn index_next(db: &Db) -> db::Result<()> {
    let articles = db.read(indexing::next).await?;
    if articles.is_empty() {
        return Ok(());
    }
    let work = move || {
        let derived = indexing::derived(&articles);
        (articles, derived)
    };
    let (articles, derived) = tokio::task::spawn_blocking(work).await.map_err(|_| db::Error::Panic)?;
    db.write(move |conn| indexing::keep(conn, &articles, &derived)).await
}
