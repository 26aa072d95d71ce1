//! The handle that everyone holds, and the threads behind it. A transaction is one closure and one hop.
//! On SQLite one thread writes and commits in groups; a caller hears of success only after the commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

use super::lanes::{Lane, Lanes};
use super::pulse::Pulse;
use super::sqlite::DatabaseFile;
use super::{Conn, Error, Result, sqlite};
use crate::effect::{Effect, Listener};

/// Jobs of one SQLite commit at the most.
const GROUP: usize = 512;
const SQLITE_READERS: usize = 2;
const POSTGRES_THREADS: usize = 8;
const WRITER_CACHE_KIB: u32 = 65_536;
const READER_CACHE_KIB: u32 = 16_384;
/// How often one who erased waits for a write-ahead log that is in use, and how long in between; then it is looked after
/// behind their back, after longer pauses.
const LOG_TRIES: u32 = 10;
const LOG_PAUSE: Duration = Duration::from_millis(50);
const LOG_RETRY: Duration = Duration::from_secs(10);
/// How often one who waits asks whether the database still answers anybody.
const LISTEN: Duration = Duration::from_millis(500);

/// Which database, as a thread opens it.
#[derive(Clone, Debug)]
enum Source {
    Sqlite(DatabaseFile),
    Postgres(Arc<str>),
}

impl Source {
    fn open(&self, cache_kib: u32) -> Result<Conn> {
        match self {
            Self::Sqlite(file) => file.open(cache_kib),
            Self::Postgres(url) => Conn::open_postgres(url),
        }
    }

    /// Fails where a connection that is open leads nowhere, and does not say so itself.
    fn check(&self) -> Result<()> {
        match self {
            Self::Sqlite(file) => file.check(),
            Self::Postgres(_) => Ok(()),
        }
    }
}

/// The database. Cheap to clone; the last clone that goes closes the connections.
#[derive(Clone)]
pub struct Db(Arc<Pool>);

struct Pool {
    source: Source,
    reads: Arc<Lanes<Box<dyn Job>>>,
    writes: Arc<Lanes<Box<dyn Job>>>,
    /// PostgreSQL gives the engine's outcomes a connection of their own; on SQLite this is `writes`.
    outcomes: Arc<Lanes<Box<dyn Job>>>,
    /// PostgreSQL's.
    pulse: Option<Pulse>,
    /// How many have asked for an empty write-ahead log since it was last empty; one task looks after them all.
    scrubs: AtomicU64,
    threads: Mutex<Vec<JoinHandle<()>>>,
    listeners: Listeners,
}

/// Those who are told of the effects of a commit. They hold this database, so it does not hold them.
type Listeners = Arc<Mutex<Vec<Weak<dyn Listener>>>>;

impl Db {
    /// Opens the SQLite file (made if missing) or connects to PostgreSQL; fails at once when that is not possible.
    pub fn open(database_url: &str, sqlite_path: Option<&Path>) -> Result<Self> {
        let source = if let Some(path) = sqlite_path {
            Source::Sqlite(DatabaseFile::make(path)?)
        } else {
            drop(Conn::open_postgres(database_url)?);
            Source::Postgres(database_url.into())
        };
        let lanes = || Arc::new(Lanes::new());
        let listeners = Listeners::default();
        let pool = match &source {
            Source::Sqlite(_) => {
                let (reads, writes) = (lanes(), lanes());
                let mut threads =
                    vec![spawn("db-writer", source.clone(), &writes, GROUP, WRITER_CACHE_KIB, &listeners)?];
                for _ in 0..SQLITE_READERS {
                    threads.push(spawn("db-reader", source.clone(), &reads, 1, READER_CACHE_KIB, &listeners)?);
                }
                Pool {
                    source,
                    reads,
                    outcomes: writes.clone(),
                    writes,
                    pulse: None,
                    scrubs: AtomicU64::default(),
                    threads: Mutex::new(threads),
                    listeners,
                }
            }
            Source::Postgres(_) => {
                let (shared, outcomes) = (lanes(), lanes());
                let mut threads = vec![spawn("db-outcomes", source.clone(), &outcomes, 1, 0, &listeners)?];
                for _ in 0..POSTGRES_THREADS {
                    threads.push(spawn("db", source.clone(), &shared, 1, 0, &listeners)?);
                }
                let beats = source.clone();
                let pulse = Some(Pulse::start(move || beats.open(0))?);
                Pool {
                    source,
                    reads: shared.clone(),
                    writes: shared,
                    outcomes,
                    pulse,
                    scrubs: AtomicU64::default(),
                    threads: Mutex::new(threads),
                    listeners,
                }
            }
        };
        Ok(Self(Arc::new(pool)))
    }

    #[must_use]
    pub fn is_postgres(&self) -> bool {
        matches!(self.0.source, Source::Postgres(_))
    }

    /// Adds one who carries out what transactions note with [`Conn::after_commit`]. It is forgotten when it ends.
    pub fn listen(&self, listener: Weak<dyn Listener>) {
        self.0.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    /// A connection of one's own, outside the threads, for work that a command does alone.
    pub fn connect(&self) -> Result<Conn> {
        self.0.source.open(READER_CACHE_KIB)
    }

    /// Empties SQLite's write-ahead log, so that what was just erased is in no file. PostgreSQL's is the server's own.
    /// While another program reads the file, such as a backup, that cannot be: then it is tried again until it is done.
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
        tracing::warn!("another program reads the database; what was erased leaves the file when it has ended");
        if self.0.scrubs.fetch_add(1, Ordering::SeqCst) == 0 {
            let db = self.clone();
            tokio::spawn(async move { while !db.scrubbed().await {} });
        }
        Ok(())
    }

    /// Tries to empty the log for all who have asked; true when nobody has asked meanwhile.
    async fn scrubbed(&self) -> bool {
        let asked = self.0.scrubs.load(Ordering::SeqCst);
        if !self.empty_log().await.unwrap_or(false) {
            tokio::time::sleep(LOG_RETRY).await;
            return false;
        }
        self.0.scrubs.compare_exchange(asked, 0, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }

    /// Whether the write-ahead log is empty now.
    async fn empty_log(&self) -> Result<bool> {
        let source = self.0.source.clone();
        let work = move || match source.open(READER_CACHE_KIB)? {
            Conn::Sqlite(mut sqlite) => sqlite::empty_log(&mut sqlite),
            Conn::Pg(_) => Ok(true),
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| Error::Gone(error.to_string()))?
    }

    /// Runs a closure that only reads.
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

    /// Like [`Self::write`], in the lane of the delivery engine.
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
        for lanes in [&self.reads, &self.writes, &self.outcomes] {
            lanes.close();
        }
        if self.is_silent() {
            // Threads that wait for a server that hangs would be waited for without an end.
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    Write,
}

impl Pool {
    fn is_silent(&self) -> bool {
        self.pulse.as_ref().is_some_and(Pulse::is_silent)
    }

    /// Hands a closure to a thread and waits for its end; when the database falls silent meanwhile, the work is given up,
    /// and a thread that comes back to it later commits nothing.
    async fn run<T, E>(
        &self,
        lanes: &Lanes<Box<dyn Job>>,
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
        let task = Task { mode, work: Some(work), result: None, reply };
        let mut waiting = Some(task);
        while !self.is_silent() {
            if let Some(task) = waiting.take() {
                lanes.push(lane, Box::new(task)).map_err(|_| E::from(Error::Busy))?;
            }
            if let Ok(answered) = timeout(LISTEN, &mut answer).await {
                return answered.unwrap_or_else(|_| Err(gone("the work was given up")));
            }
        }
        Err(gone("it does not answer"))
    }
}

/// A closure on its way through a database thread.
trait Job: Send {
    fn mode(&self) -> Mode;
    /// Whether somebody still waits for the answer.
    fn is_wanted(&self) -> bool;
    /// Runs the closure, in a savepoint when the open transaction is shared; says whether it succeeded.
    fn run(&mut self, conn: &mut Conn, shared: bool) -> bool;
    /// Answers the caller; a success counts only if the transaction around it was committed.
    fn finish(self: Box<Self>, committed: std::result::Result<(), String>);
}

struct Task<F, T, E> {
    mode: Mode,
    work: Option<F>,
    result: Option<std::result::Result<T, E>>,
    reply: oneshot::Sender<std::result::Result<T, E>>,
}

impl<F, T, E> Job for Task<F, T, E>
where
    F: FnOnce(&mut Conn) -> std::result::Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn mode(&self) -> Mode {
        self.mode
    }

    fn is_wanted(&self) -> bool {
        !self.reply.is_closed()
    }

    fn run(&mut self, conn: &mut Conn, shared: bool) -> bool {
        let Some(work) = self.work.take() else { return false };
        let safe = |conn: &mut Conn| {
            catch_unwind(AssertUnwindSafe(|| work(conn))).unwrap_or_else(|_| Err(E::from(Error::Panic)))
        };
        let result = if shared { conn.savepoint(safe) } else { safe(conn) };
        let succeeded = result.is_ok();
        self.result = Some(result);
        succeeded
    }

    fn finish(self: Box<Self>, committed: std::result::Result<(), String>) {
        let result = match (self.result, committed) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(reason)) => Err(E::from(Error::Gone(reason))),
            (None, Ok(())) => Err(E::from(Error::Gone("the work was not run".to_owned()))),
        };
        let _ = self.reply.send(result);
    }
}

fn spawn(
    name: &str,
    source: Source,
    lanes: &Arc<Lanes<Box<dyn Job>>>,
    group: usize,
    cache_kib: u32,
    listeners: &Listeners,
) -> Result<JoinHandle<()>> {
    let (lanes, listeners) = (lanes.clone(), listeners.clone());
    let open = move |source: &Source| {
        let mut conn = source.open(cache_kib)?;
        conn.keep_effects();
        Ok(conn)
    };
    let thread = move || {
        let mut kept = None;
        while let Some(mut jobs) = lanes.take(group) {
            jobs.retain(|job| job.is_wanted());
            match source.check() {
                Ok(()) => kept = work_off(jobs, kept, || open(&source), &listeners),
                Err(error) => fail(jobs, error),
            }
        }
        if let Some(mut conn) = kept
            && !conn.is_postgres()
        {
            let _ = conn.batch("PRAGMA optimize");
        }
    };
    std::thread::Builder::new().name(name.to_owned()).spawn(thread).map_err(|error| Error::Gone(error.to_string()))
}

/// Tells all who wait that nothing was done.
fn fail(jobs: Vec<Box<dyn Job>>, error: Error) {
    let reason = error.into_reason();
    for job in jobs {
        job.finish(Err(reason.clone()));
    }
}

/// Runs jobs on the kept connection or a new one; gives the connection back if it is still good.
fn work_off(
    mut jobs: Vec<Box<dyn Job>>,
    kept: Option<Conn>,
    open: impl Fn() -> Result<Conn>,
    listeners: &Listeners,
) -> Option<Conn> {
    if jobs.is_empty() {
        return kept;
    }
    let mut conn = match kept.map_or_else(open, Ok) {
        Ok(conn) => conn,
        Err(error) => {
            fail(jobs, error);
            return None;
        }
    };
    let mut all_good = true;
    let done = if jobs.iter().any(|job| job.mode() == Mode::Write) {
        in_one_transaction(&mut conn, &mut jobs, &mut all_good).map_err(Error::into_reason)
    } else {
        for job in &mut jobs {
            all_good &= job.run(&mut conn, false);
        }
        Ok(())
    };
    if let Err(reason) = &done {
        tracing::error!(%reason, "a transaction could not be committed");
        conn.roll_back();
    }
    let effects = conn.take_effects();
    if done.is_ok() && !effects.is_empty() {
        tell(listeners, &effects);
    }
    let good = done.is_ok() && (all_good || still_answers(&mut conn));
    for job in jobs {
        job.finish(done.clone());
    }
    good.then_some(conn)
}

/// Hands the effects of a commit on, before its callers are answered.
fn tell(listeners: &Listeners, effects: &[Effect]) {
    let mut listeners = listeners.lock().unwrap_or_else(PoisonError::into_inner);
    listeners.retain(|listener| listener.upgrade().map(|listener| listener.committed(effects)).is_some());
}

/// One commit for all jobs; a job that fails leaves nothing behind and does not touch the others.
fn in_one_transaction(conn: &mut Conn, jobs: &mut [Box<dyn Job>], all_good: &mut bool) -> Result<()> {
    conn.begin()?;
    let shared = jobs.len() > 1;
    for job in &mut *jobs {
        *all_good &= job.run(conn, shared);
    }
    let given_up = jobs.iter().all(|job| !job.is_wanted());
    if given_up || (!shared && !*all_good) {
        conn.roll_back();
        return Ok(());
    }
    conn.commit()
}

/// Whether the connection still works, asked only after something failed on it.
fn still_answers(conn: &mut Conn) -> bool {
    !conn.is_unusable() && conn.batch("SELECT 1").is_ok()
}
