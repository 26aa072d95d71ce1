//! One import from a file to the database: a thread reads and checks the rows while the chunk before is stored.

use std::io::{BufReader, Read};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;

use super::rows::Rows;
use super::store::{analyze, store};
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
/// After this many new subscriptions the database's statistics are renewed.
const MANY: u64 = 10_000;

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
    mut progress: impl FnMut(Progress<'_>),
) -> Result<Report, ImportError> {
    let mut report = Report::default();
    let done = store_all(db, clock, &import, source, &mut report, &mut progress).await;
    let added = report.stored.added();
    if added > 0 {
        // Also of an import that ended early: the chunks before are stored.
        let (now, newsletter) = (clock.now(), Some(import.newsletter.id));
        let note = move |conn: &mut Conn| {
            audit::record(conn, now, &import.actor, "subscriber.import", "newsletter", newsletter, &added.to_string())
        };
        db.write(note).await?;
    }
    if added >= MANY
        && let Err(error) = db.write(analyze).await
    {
        tracing::warn!(%error, "the statistics of the subscribers' tables are out of date");
    }
    done.map(|()| report)
}

async fn store_all(
    db: &Db,
    clock: &Clock,
    import: &Import,
    source: impl Read + Send + 'static,
    report: &mut Report,
    progress: &mut impl FnMut(Progress<'_>),
) -> Result<(), ImportError> {
    let (sender, mut chunks) = mpsc::channel(1);
    let of_reader = import.clone();
    let reader = tokio::task::spawn_blocking(move || read(source, &of_reader, &sender));
    while let Some(Chunk { rows, refusals, bytes }) = chunks.recv().await {
        let (now, to_store) = (clock.now(), import.clone());
        let began = Instant::now();
        let work = move |conn: &mut Conn| store(conn, &to_store.actor, now, &to_store.newsletter, rows);
        report.stored += db.write(work).await?;
        progress(Progress { bytes, refusals: &refusals });
        report.refused += refusals.len() as u64;
        let room = MAX_REFUSALS.saturating_sub(report.refusals.len());
        report.refusals.extend(refusals.into_iter().take(room));
        if import.beside_server {
            tokio::time::sleep(PAUSE.max(began.elapsed() / 4)).await;
        }
    }
    report.unused_columns = reader.await.map_err(|_| db::Error::Panic)??;
    Ok(())
}

/// Reads the file to its end, or until nobody takes the chunks; the names of the columns that were not read.
fn read(source: impl Read, import: &Import, chunks: &mpsc::Sender<Chunk>) -> Result<Vec<String>, ImportError> {
    let size = if import.beside_server { SMALL_CHUNK } else { CHUNK };
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
