//! One import from a file to the database: a thread reads and checks the rows while the chunk before is stored.

use std::io::{BufReader, Read};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::queries;
use super::rows::Rows;
use super::store::store;
use super::{Import, ImportError, MAX_REFUSALS, Progress, Refusal, Report, Row};
use crate::audit;
use crate::clock::Clock;
use crate::db::{self, Conn, Db};

/// Rows of one transaction. Sign-ups wait while it is written; a larger one writes fewer pages of the index of addresses.
const CHUNK: usize = 20_000;
/// The same where another process serves the SQLite file, and how long that one is let in between two of them: it tries
/// again after 25 ms or less (SQLite's busy handler).
const SMALL_CHUNK: usize = 4_000;
const PAUSE: Duration = Duration::from_millis(30);
/// From this many rows on an import is a big one: the database's statistics are renewed after it.
const MANY: usize = 10_000;
/// Building an index anew costs a known reader less than a tenth of what entering a new one does.
const REBUILD: u64 = 10;

/// What was read of a file since the chunk before.
struct Chunk {
    rows: Vec<Row>,
    refusals: Vec<Refusal>,
    bytes: u64,
}

/// Imports a file; `progress` hears of each chunk once it is stored.
pub async fn run(
    db: &Db,
    clock: &Clock,
    import: Import,
    source: impl Read + Send + 'static,
    progress: impl FnMut(Progress<'_>),
) -> Result<Report, ImportError> {
    let mut run = Run { db, clock, import, report: Report::default(), postponed: false };
    let done = run.store_all(source, progress).await;
    // Also of an import that ended early: the chunks before are stored.
    run.finish().await?;
    done.map(|()| run.report)
}

struct Run<'a> {
    db: &'a Db,
    clock: &'a Clock,
    import: Import,
    report: Report,
    /// Whether the indexes of a search are left out.
    postponed: bool,
}

impl Run<'_> {
    async fn store_all(
        &mut self,
        source: impl Read + Send + 'static,
        mut progress: impl FnMut(Progress<'_>),
    ) -> Result<(), ImportError> {
        let known = self.db.read(queries::last_id).await?;
        let beside_server = self.import.served && !self.db.is_postgres();
        let size = if beside_server { SMALL_CHUNK } else { CHUNK };
        let (sender, mut chunks) = mpsc::channel(1);
        let import = self.import.clone();
        let reader = tokio::task::spawn_blocking(move || read(source, &import, size, &sender));
        while let Some(Chunk { rows, refusals, bytes }) = chunks.recv().await {
            let began = Instant::now();
            self.postpone_search(rows.len(), known).await?;
            let (now, import) = (self.clock.now(), self.import.clone());
            let work = move |conn: &mut Conn| store(conn, &import.actor, now, &import.newsletter, rows);
            self.report.stored += self.db.write(work).await?;
            progress(Progress { bytes, refusals: &refusals });
            self.report.refused += refusals.len() as u64;
            let room = MAX_REFUSALS.saturating_sub(self.report.refusals.len());
            self.report.refusals.extend(refusals.into_iter().take(room));
            if beside_server {
                tokio::time::sleep(PAUSE.max(began.elapsed() / 4)).await;
            }
        }
        self.report.unused_columns = reader.await.map_err(|_| db::Error::Panic)??;
        Ok(())
    }

    /// Leaves out the indexes of a search where no server searches and building them anew costs little beside the import.
    async fn postpone_search(&mut self, rows: usize, known: u64) -> db::Result<()> {
        let is_big = rows >= MANY && self.report.stored.added() * REBUILD >= known;
        if is_big && !self.import.served && !self.postponed {
            self.db.write(queries::postpone_search).await?;
            self.postponed = true;
        }
        Ok(())
    }

    /// Builds what was left out, and notes what was added.
    async fn finish(&self) -> db::Result<()> {
        if self.postponed {
            let db = self.db.clone();
            let build = move || db::build_postponed(&mut db.connect()?);
            tokio::task::spawn_blocking(build).await.map_err(|_| db::Error::Panic)??;
        }
        let added = self.report.stored.added();
        if added > 0 {
            let (now, actor, newsletter) =
                (self.clock.now(), self.import.actor.clone(), Some(self.import.newsletter.id));
            let note = move |conn: &mut Conn| {
                audit::record(conn, now, &actor, "subscriber.import", "newsletter", newsletter, &added.to_string())
            };
            self.db.write(note).await?;
        }
        if added >= MANY as u64
            && let Err(error) = self.db.write(queries::analyze).await
        {
            tracing::warn!(%error, "the statistics of the subscribers' tables are out of date");
        }
        Ok(())
    }
}

/// Reads the file to its end, or until nobody takes the chunks; the names of the columns that were not read.
fn read(
    source: impl Read,
    import: &Import,
    size: usize,
    chunks: &mpsc::Sender<Chunk>,
) -> Result<Vec<String>, ImportError> {
    let mut rows = Rows::open(BufReader::with_capacity(65_536, source))?;
    let mut told = 0;
    loop {
        let mut chunk = Chunk { rows: Vec::with_capacity(size), refusals: Vec::new(), bytes: 0 };
        let mut ended = false;
        while !ended && chunk.rows.len() + chunk.refusals.len() < size {
            match rows.next(import)? {
                Some(Ok(row)) => chunk.rows.push(row),
                Some(Err(refusal)) => chunk.refusals.push(refusal),
                None => ended = true,
            }
        }
        chunk.bytes = rows.bytes() - told;
        told = rows.bytes();
        if chunks.blocking_send(chunk).is_err() || ended {
            return Ok(rows.into_unused_columns());
        }
    }
}
