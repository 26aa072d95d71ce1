//! One import from a file to the database: a thread reads and checks the rows while the chunk before is stored.

use std::io::Read;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::queries::{self, entries};
use super::rows::Rows;
use super::store::store_rows;
use super::trial::{Seen, count_rows};
use super::{Import, ImportError, MAX_REFUSALS, Progress, Refusal, Report, Row, Stored, Target, Tool};
use crate::audit;
use crate::clock::Clock;
use crate::db::{self, Conn, Db};
use crate::delivery;

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
    let reading = import.reading.clone();
    let open = tokio::task::spawn_blocking(move || Rows::open(source, &reading));
    let rows = open.await.map_err(|_| db::Error::Panic)??;
    let (tool, unused_columns) = (rows.tool(), rows.unused_columns());
    let target = if import.is_trial { None } else { Some(Arc::new(begin(db, clock, &import, tool).await?)) };
    let report = Report {
        stored: Stored::default(),
        refused: 0,
        tool,
        entry: target.as_ref().and_then(|target| target.entry),
        refusals: Vec::new(),
        unused_columns,
    };
    let mut run = Run { db, clock, import, target, report, seen: Seen::default(), postponed: false };
    let done = run.store_all(rows, progress).await;
    // Also of an import that ended early: the chunks before are stored.
    run.finish().await?;
    done.map(|()| run.report)
}

/// Makes the entry.
async fn begin(db: &Db, clock: &Clock, import: &Import, tool: Tool) -> db::Result<Target> {
    let (now, import) = (clock.now(), import.clone());
    let work = move |conn: &mut Conn| {
        let Import { actor, newsletter, reading, random, .. } = import;
        let suppression_key = delivery::suppression::key(conn, &random)?;
        let entry = entries::add(conn, now, &actor, newsletter.id, tool, &reading.file)?;
        Ok::<_, db::Error>(Target { actor, newsletter, entry: Some(entry), suppression_key })
    };
    db.write(work).await
}

struct Run<'a> {
    db: &'a Db,
    clock: &'a Clock,
    import: Import,
    /// `None` of a trial.
    target: Option<Arc<Target>>,
    report: Report,
    /// The addresses of a trial, which finds none of them stored.
    seen: Seen,
    /// Whether the indexes of a search are left out.
    postponed: bool,
}

impl Run<'_> {
    async fn store_all<R: Read + Send + 'static>(
        &mut self,
        rows: Rows<R>,
        mut progress: impl FnMut(Progress<'_>),
    ) -> Result<(), ImportError> {
        let known = self.db.read(queries::last_id).await?;
        let beside_server = self.import.served && !self.db.is_postgres() && !self.import.is_trial;
        let size = if beside_server { SMALL_CHUNK } else { CHUNK };
        let (sender, mut chunks) = mpsc::channel(1);
        let import = self.import.clone();
        let reader = tokio::task::spawn_blocking(move || read(rows, &import, size, &sender));
        while let Some(Chunk { rows, refusals, bytes }) = chunks.recv().await {
            let began = Instant::now();
            self.postpone_search(rows.len(), known).await?;
            let stored = match self.target.clone() {
                Some(target) => self.store(target, rows, refusals.len()).await?,
                None => self.count(rows).await?,
            };
            self.report.stored += stored;
            progress(Progress { bytes, refusals: &refusals });
            self.report.refused += refusals.len() as u64;
            let room = MAX_REFUSALS.saturating_sub(self.report.refusals.len());
            self.report.refusals.extend(refusals.into_iter().take(room));
            if beside_server {
                tokio::time::sleep(PAUSE.max(began.elapsed() / 4)).await;
            }
        }
        reader.await.map_err(|_| db::Error::Panic)?
    }

    /// Stores a chunk and adds it to the entry.
    async fn store(&self, target: Arc<Target>, rows: Vec<Row>, refused: usize) -> Result<Stored, ImportError> {
        let (now, refused) = (self.clock.now(), i64::try_from(refused).unwrap_or(i64::MAX));
        let work = move |conn: &mut Conn| -> Result<Stored, ImportError> {
            // Locks the entry, so that nobody asks to undo the import before this chunk is stored.
            if let Some(entry) = target.entry
                && !entries::count(conn, entry, &Stored::default(), refused)?
            {
                return Err(ImportError::Undone);
            }
            let stored = store_rows(conn, now, &target, rows)?;
            if let Some(entry) = target.entry {
                entries::count(conn, entry, &stored, 0)?;
            }
            Ok(stored)
        };
        self.db.write(work).await
    }

    async fn count(&mut self, rows: Vec<Row>) -> db::Result<Stored> {
        let all = rows.len();
        let (rows, newsletter) = (self.seen.first(rows), self.import.newsletter.id);
        let again = i64::try_from(all - rows.len()).unwrap_or(i64::MAX);
        let stored = self.db.read_slow(move |conn| count_rows(conn, newsletter, rows)).await?;
        Ok(Stored { kept: stored.kept + again, ..stored })
    }

    /// Leaves out the indexes of a search where no server searches and building them anew costs little beside the import.
    async fn postpone_search(&mut self, rows: usize, known: u64) -> db::Result<()> {
        let added = u64::try_from(self.report.stored.added()).unwrap_or_default();
        let is_big = rows >= MANY && added * REBUILD >= known;
        if is_big && self.target.is_some() && !self.import.served && !self.postponed {
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
        let Some(target) = self.target.clone() else { return Ok(()) };
        let (now, added) = (self.clock.now(), self.report.stored.added());
        let note = move |conn: &mut Conn| {
            if let Some(entry) = target.entry {
                entries::finish(conn, now, entry)?;
            }
            if added == 0 {
                return Ok(());
            }
            let newsletter = Some(target.newsletter.id);
            audit::record(conn, now, &target.actor, "subscriber.import", "newsletter", newsletter, &added.to_string())
        };
        self.db.write(note).await?;
        if usize::try_from(added).is_ok_and(|added| added >= MANY)
            && let Err(error) = self.db.write(queries::analyze).await
        {
            tracing::warn!(%error, "the statistics of the subscribers' tables are out of date");
        }
        Ok(())
    }
}

/// Reads the file to its end, or until nobody takes the chunks.
fn read<R: Read>(
    mut rows: Rows<R>,
    import: &Import,
    size: usize,
    chunks: &mpsc::Sender<Chunk>,
) -> Result<(), ImportError> {
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
            return Ok(());
        }
    }
}
