//! Whether changes can be written at present, found out by writing one.

use std::time::{Duration, Instant};

use tokio::time::timeout;

use super::obstacle::Obstacle;
use super::{Conn, Db, Error};

/// A change takes at most so long.
const LIMIT: Duration = Duration::from_secs(2);
/// How long an answer is kept, so that strangers cannot make the disk busy by asking.
const KEPT: Duration = Duration::from_secs(1);

/// The row is another for each connection, so that none waits for another's.
const POSTGRES: &str = "INSERT INTO instance (name, value) VALUES ('probe-' || pg_backend_pid(), '');
    DELETE FROM instance WHERE name = 'probe-' || pg_backend_pid()";
const SQLITE: &str =
    "INSERT INTO instance (name, value) VALUES ('probe', ''); DELETE FROM instance WHERE name = 'probe'";

impl Db {
    /// What keeps changes from being written now, if anything does. The answer may be a second old.
    pub async fn obstacle(&self) -> Option<Obstacle> {
        // A full SQLite may still have room for the small change below where a larger one has just found none.
        if let Some(failure) = self.failure_within(KEPT) {
            return Some(failure);
        }
        let mut kept = self.kept_obstacle().lock().await;
        if let Some((at, answer)) = *kept
            && at.elapsed() < KEPT
        {
            return answer;
        }
        let write = |conn: &mut Conn| conn.batch(if conn.is_postgres() { POSTGRES } else { SQLITE });
        let written = timeout(LIMIT, self.write(write)).await.unwrap_or(Err(Error::Busy));
        let answer = written.inspect_err(|error| tracing::warn!(%error, "nothing can be written")).err();
        let answer = answer.as_ref().map(Obstacle::of);
        *kept = Some((Instant::now(), answer));
        answer
    }
}
