//! The handle that everyone holds, and the queues behind it. A transaction is one closure and one hop to a thread.
//!
//! Reads that may take long, and probes, have queues and threads of their own, so that neither waits for the other nor
//! delays a page. Every queue is bounded: a full one is [`Error::Busy`].

use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

use super::job::{Mode, Task};
use super::lanes::{Lane, Lanes};
use super::obstacle::{Kept, Obstacle};
use super::pulse::Pulse;
use super::source::Source;
use super::sqlite::DatabaseFile;
use super::threads::{Failure, Listeners, Queue, Role, spawn};
use super::{Conn, Error, MayConflict, Result};
use crate::effect::Listener;

/// Jobs of one SQLite commit at the most.
const GROUP: usize = 512;
/// Jobs that may wait for the ordinary threads.
const WAITING: usize = 4_096;
const SQLITE_READERS: usize = 4;
/// So many, because each waits for the disk when it commits.
const POSTGRES_THREADS: usize = 16;
/// Threads for reads that may take long, how many of these may wait, and for how long one waits and runs in all.
const SLOW_THREADS: usize = 2;
const SLOW_WAITING: usize = 64;
const SLOW_LIMIT: Duration = Duration::from_secs(5);
/// The same for probes, which have one thread.
const PROBES_WAITING: usize = 16;
const PROBE_LIMIT: Duration = Duration::from_secs(2);
const WRITER_CACHE_KIB: u32 = 24_576;
pub(super) const READER_CACHE_KIB: u32 = 16_384;
/// Before the second and the third try of a transaction that was in conflict with another.
const CONFLICT_PAUSES: [Duration; 2] = [Duration::from_millis(10), Duration::from_millis(50)];
/// How often a waiting caller checks whether the database still answers at all.
const LISTEN: Duration = Duration::from_millis(500);

/// The database. Cheap to clone; dropping the last clone closes the connections.
#[derive(Clone)]
pub struct Db(Arc<Pool>);

struct Pool {
    source: Source,
    reads: Queue,
    writes: Queue,
    /// PostgreSQL gives the engine's outcomes a connection of their own; on SQLite this is `writes`.
    outcomes: Queue,
    slow: Queue,
    probes: Queue,
    /// PostgreSQL only.
    pulse: Option<Pulse>,
    /// Requests for an empty write-ahead log since it was last empty; one task serves them all.
    scrubs: AtomicU64,
    obstacle: tokio::sync::Mutex<Kept>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    listeners: Listeners,
    failure: Failure,
}

impl Db {
    /// Opens the SQLite file (made if missing) or connects to PostgreSQL; fails at once when that is not possible.
    pub fn open(database_url: &str, sqlite_path: Option<&Path>) -> Result<Self> {
        let source = if let Some(path) = sqlite_path {
            Source::Sqlite(DatabaseFile::make(path)?)
        } else {
            Source::postgres(database_url)?
        };
        let queue = |capacity| Arc::new(Lanes::new(capacity));
        let (reads, slow, probes) = (queue(WAITING), queue(SLOW_WAITING), queue(PROBES_WAITING));
        let (writes, outcomes, pulse) = match &source {
            Source::Sqlite(_) => {
                let writes = queue(WAITING);
                (writes.clone(), writes, None)
            }
            Source::Postgres { .. } => {
                let beats = source.clone();
                (reads.clone(), queue(WAITING), Some(Pulse::start(move || beats.open(0))?))
            }
        };
        let (scrubs, threads, listeners) = (AtomicU64::default(), Mutex::default(), Listeners::default());
        let (obstacle, failure) = (tokio::sync::Mutex::default(), Failure::default());
        let pool = Pool {
            source,
            reads,
            writes,
            outcomes,
            slow,
            probes,
            pulse,
            scrubs,
            obstacle,
            threads,
            listeners,
            failure,
        };
        pool.start()?;
        Ok(Self(Arc::new(pool)))
    }

    #[must_use]
    pub fn is_postgres(&self) -> bool {
        matches!(self.0.source, Source::Postgres { .. })
    }

    pub(super) fn source(&self) -> &Source {
        &self.0.source
    }

    pub(super) fn scrubs(&self) -> &AtomicU64 {
        &self.0.scrubs
    }

    pub(super) fn kept_obstacle(&self) -> &tokio::sync::Mutex<Kept> {
        &self.0.obstacle
    }

    /// Why a commit of SQLite failed, if one did so lately.
    pub(super) fn failure_within(&self, time: Duration) -> Option<Obstacle> {
        let failure = *self.0.failure.lock().unwrap_or_else(PoisonError::into_inner);
        failure.filter(|(at, _)| at.elapsed() < time).map(|(_, why)| why)
    }

    /// Adds one who carries out what transactions note with [`Conn::after_commit`]. It is forgotten when it ends.
    pub fn listen(&self, listener: Weak<dyn Listener>) {
        self.0.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    /// A connection outside the threads, for work that a command does alone.
    pub fn connect(&self) -> Result<Conn> {
        self.0.source.open(READER_CACHE_KIB)
    }

    /// Runs a closure that only reads and never takes long: every page waits for the threads that run it.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.0.run(&self.0.reads, Lane::Ordinary, Mode::Read, work).await
    }

    /// Runs a closure that only reads and may take long, such as a search, on threads of its own. [`Error::Busy`] when too
    /// many wait, or when it has no result in time; PostgreSQL ends its statement then.
    pub async fn read_slow<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let run = self.0.run(&self.0.slow, Lane::Ordinary, Mode::Read, work);
        timeout(SLOW_LIMIT, run).await.unwrap_or_else(|_| Err(Error::Busy.into()))
    }

    /// Runs a small read apart from all other work: whether the database can serve requests.
    pub async fn probe<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let run = self.0.run(&self.0.probes, Lane::Ordinary, Mode::Read, work);
        timeout(PROBE_LIMIT, run).await.unwrap_or_else(|_| Err(Error::Busy.into()))
    }

    /// Runs a closure as one write transaction; `Ok` means that it is on disk.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.0.run(&self.0.writes, Lane::Ordinary, Mode::Write, work).await
    }

    /// As [`Self::write`]; a transaction that PostgreSQL rolls back because of a conflict is tried three times in all.
    pub async fn write_again<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Clone + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + MayConflict + std::fmt::Display + Send + 'static,
    {
        for pause in CONFLICT_PAUSES {
            match self.write(work.clone()).await {
                Err(error) if error.is_conflict() => tracing::warn!(%error, "a transaction is tried again"),
                done => return done,
            }
            tokio::time::sleep(pause).await;
        }
        self.write(work).await
    }

    /// As [`Self::write`], ahead of all other writes: for the delivery engine.
    pub async fn write_outcomes<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.0.run(&self.0.outcomes, Lane::Urgent, Mode::Write, work).await
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for queue in [&self.reads, &self.writes, &self.outcomes, &self.slow, &self.probes] {
            queue.close();
        }
        if self.is_silent() {
            // A thread that waits for a server that hangs may never end.
            return;
        }
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            if thread.thread().id() != std::thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}

impl Pool {
    /// Starts the threads of every queue. When one cannot be started, dropping the pool ends the others.
    fn start(&self) -> Result<()> {
        let reader = |name| Role { name, group: 1, cache_kib: READER_CACHE_KIB, limit: None };
        let writer = |name| Role { name, group: GROUP, cache_kib: WRITER_CACHE_KIB, limit: None };
        let limited = |name, limit| Role { limit: Some(limit), ..reader(name) };
        let own = match &self.source {
            Source::Sqlite(_) => {
                [(1, writer("db-writer"), &self.writes), (SQLITE_READERS, reader("db-reader"), &self.reads)]
            }
            Source::Postgres { .. } => {
                [(1, reader("db-outcomes"), &self.outcomes), (POSTGRES_THREADS, reader("db"), &self.reads)]
            }
        };
        let apart = [
            (SLOW_THREADS, limited("db-slow", SLOW_LIMIT), &self.slow),
            (1, limited("db-probe", PROBE_LIMIT), &self.probes),
        ];
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        for (count, role, queue) in own.into_iter().chain(apart) {
            for _ in 0..count {
                threads.push(spawn(role, &self.source, queue, &self.listeners, &self.failure)?);
            }
        }
        Ok(())
    }

    fn is_silent(&self) -> bool {
        self.pulse.as_ref().is_some_and(Pulse::is_silent)
    }

    /// Passes a closure to a thread and waits for its result. When the database falls silent meanwhile, the caller stops
    /// waiting, and a thread that comes to the closure later commits nothing.
    async fn run<T, E>(
        &self,
        queue: &Queue,
        lane: Lane,
        mode: Mode,
        work: impl FnOnce(&mut Conn) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let gone = |reason: &str| E::from(Error::Gone(reason.to_owned()));
        let (reply, mut answer) = oneshot::channel();
        let mut waiting = Some(Task::new(mode, work, reply));
        while !self.is_silent() {
            if let Some(task) = waiting.take() {
                queue.push(lane, Box::new(task)).map_err(|_| E::from(Error::Busy))?;
            }
            if let Ok(answered) = timeout(LISTEN, &mut answer).await {
                return answered.unwrap_or_else(|_| Err(gone("the work was given up")));
            }
        }
        Err(gone("it does not answer"))
    }
}
