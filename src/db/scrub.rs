//! Emptying SQLite's write-ahead log after an erasure.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::pool::READER_CACHE_KIB;
use super::{Conn, Db, Error, Result, sqlite};

/// How often an erasure waits for a log that is in use, and how long in between. After that a task goes on in the
/// background, with longer pauses.
const LOG_TRIES: u32 = 10;
const LOG_PAUSE: Duration = Duration::from_millis(50);
const LOG_RETRY: Duration = Duration::from_secs(10);

impl Db {
    /// Empties SQLite's write-ahead log, so that erased data is in no file. PostgreSQL's log is the server's own. While
    /// another program reads the file, such as a backup, it cannot be emptied; a task tries again until it is.
    pub async fn scrub(&self) -> Result<()> {
        if self.is_postgres() {
            return Ok(());
        }
        for _ in 0..LOG_TRIES {
            if self.empty_log().await? {
                return Ok(());
            }
            tokio::time::sleep(LOG_PAUSE).await;
        }
        tracing::warn!("another program reads the database; erased data leaves the file when that program has ended");
        if self.scrubs().fetch_add(1, Ordering::SeqCst) == 0 {
            let db = self.clone();
            tokio::spawn(async move { while !db.scrubbed().await {} });
        }
        Ok(())
    }

    /// Tries to empty the log for every request so far; true when no other request has come meanwhile.
    async fn scrubbed(&self) -> bool {
        let asked = self.scrubs().load(Ordering::SeqCst);
        if !self.empty_log().await.unwrap_or(false) {
            tokio::time::sleep(LOG_RETRY).await;
            return false;
        }
        self.scrubs().compare_exchange(asked, 0, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }

    /// Whether the write-ahead log is empty now.
    async fn empty_log(&self) -> Result<bool> {
        let source = self.source().clone();
        let work = move || match source.open(READER_CACHE_KIB)? {
            Conn::Sqlite(mut sqlite) => sqlite::empty_log(&mut sqlite),
            Conn::Pg(_) => Ok(true),
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| Error::Gone(error.to_string()))?
    }
}
