//! The database threads: each owns a connection, takes jobs from a queue and runs them. One that writes SQLite commits
//! many jobs together; a caller hears of success only after the commit.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::job::{Job, Mode};
use super::lanes::Lanes;
use super::obstacle::Obstacle;
use super::source::Source;
use super::{Conn, Error, Result};
use crate::effect::{Effect, Listener};

/// What a thread is made for.
#[derive(Clone, Copy)]
pub(super) struct Role {
    pub name: &'static str,
    /// Jobs of one commit at the most.
    pub group: usize,
    /// SQLite's page cache.
    pub cache_kib: u32,
    /// PostgreSQL ends a statement after this; SQLite has no such limit.
    pub limit: Option<Duration>,
}

pub(super) type Queue = Arc<Lanes<Box<dyn Job>>>;

/// Those who are told of the effects of a commit. They hold the database, so it does not hold them.
pub(super) type Listeners = Arc<Mutex<Vec<Weak<dyn Listener>>>>;

/// When a commit of SQLite failed last, and why.
pub(super) type Failure = Arc<Mutex<Option<(Instant, Obstacle)>>>;

/// Starts a thread that runs the jobs of a queue until the queue is closed and empty.
pub(super) fn spawn(
    role: Role,
    source: &Source,
    queue: &Queue,
    listeners: &Listeners,
    failure: &Failure,
) -> Result<JoinHandle<()>> {
    let (source, queue, listeners, failure) = (source.clone(), queue.clone(), listeners.clone(), failure.clone());
    let open = move |source: &Source| {
        let mut conn = source.open(role.cache_kib)?;
        if let (Some(limit), true) = (role.limit, conn.is_postgres()) {
            conn.batch(&format!("SET statement_timeout = {}", limit.as_millis()))?;
        }
        conn.keep_effects();
        Ok(conn)
    };
    let thread = move || {
        let mut kept = None;
        while let Some(mut jobs) = queue.take(role.group) {
            jobs.retain(|job| job.is_wanted());
            match source.check() {
                Ok(()) => kept = work_off(jobs, kept, || open(&source), &listeners, &failure),
                Err(error) => fail(jobs, error),
            }
        }
        if let Some(mut conn) = kept
            && !conn.is_postgres()
        {
            let _ = conn.batch("PRAGMA optimize");
        }
    };
    std::thread::Builder::new().name(role.name.to_owned()).spawn(thread).map_err(|error| Error::Gone(error.to_string()))
}

/// Tells every caller that nothing was done.
fn fail(jobs: Vec<Box<dyn Job>>, error: Error) {
    let reason = error.into_reason();
    for job in jobs {
        job.finish(Err(reason.clone()));
    }
}

/// Runs jobs on the kept connection or a new one; returns the connection if it is still good.
fn work_off(
    mut jobs: Vec<Box<dyn Job>>,
    kept: Option<Conn>,
    open: impl Fn() -> Result<Conn>,
    listeners: &Listeners,
    failure: &Failure,
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
        if !conn.is_postgres() {
            let why = Obstacle::of(&Error::Gone(reason.clone()));
            *failure.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), why));
        }
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

/// One commit for all jobs. A job that fails leaves nothing behind and does not affect the others.
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
