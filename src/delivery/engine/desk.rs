//! The desk between feeder and couriers: jobs that wait, jobs that are out, and who has withdrawn since.
//! It never touches the database or the network.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::context::Job;

/// How long a claim may be under way while its rows are withdrawn.
const WITHDRAWAL_KEPT: Duration = Duration::from_secs(60);

/// How long a lease holds by our own clock: less than the database's, so that we stop first.
pub(super) const LEASE_TRUSTED: Duration = Duration::from_secs(75);

/// Why a job must not be sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The reader has left.
    Withdrawn,
    /// The dispatch is paused or cancelled, the lease may have ended, or the engine stops.
    Released,
}

pub(super) struct Desk {
    state: Mutex<State>,
    capacity: usize,
    /// Wakes couriers.
    jobs: Notify,
    /// Wakes the feeder.
    hungry: Notify,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Job>,
    /// Recipient key by delivery, for all that this node has leased.
    out: HashMap<i64, i64>,
    withdrawn_keys: HashMap<i64, Instant>,
    withdrawn_rows: HashSet<i64>,
    running: HashSet<i64>,
    renewed: Option<Instant>,
    stalled: bool,
    stopped: bool,
}

impl Desk {
    pub fn new(capacity: usize) -> Self {
        Self { state: Mutex::default(), capacity, jobs: Notify::new(), hungry: Notify::new() }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many more jobs fit.
    pub fn room(&self) -> usize {
        let state = self.lock();
        if state.stalled || state.stopped { 0 } else { self.capacity.saturating_sub(state.waiting.len()) }
    }

    pub fn put(&self, jobs: Vec<Job>) {
        let count = jobs.len();
        let mut state = self.lock();
        for job in jobs {
            state.out.insert(job.leased.id, job.leased.recipient_key);
            state.waiting.push_back(job);
        }
        drop(state);
        (0..count).for_each(|_| self.jobs.notify_one());
    }

    /// Puts a job back that could not be tried; it goes first.
    pub fn put_back(&self, job: Job) {
        self.lock().waiting.push_front(job);
        self.jobs.notify_one();
    }

    /// The next job, if one is there now.
    pub fn try_take(&self) -> Option<Job> {
        let mut state = self.lock();
        if state.stalled || state.stopped {
            return None;
        }
        let job = state.waiting.pop_front();
        let low = state.waiting.len() <= self.capacity / 2;
        drop(state);
        if low && job.is_some() {
            self.hungry.notify_one();
        }
        job
    }

    /// Waits for the next job; `None` when the engine stops.
    pub async fn take(&self) -> Option<Job> {
        loop {
            if self.is_stopped() {
                self.jobs.notify_one();
                return None;
            }
            if let Some(job) = self.try_take() {
                return Some(job);
            }
            self.jobs.notified().await;
        }
    }

    /// Asked right before the dot; `note` writes the dot's note in the same breath, so that a withdrawal comes either
    /// before it or too late.
    pub fn before_dot(&self, job: &Job, note: impl FnOnce() -> std::io::Result<()>) -> Result<(), Stop> {
        let state = self.lock();
        check(&state, job)?;
        note().map_err(|error| {
            tracing::error!(%error, "the delivery journal cannot be written; no mail is sent");
            Stop::Released
        })
    }

    /// Whether a job may go out at all; asked before the connection is used for it.
    pub fn may_begin(&self, job: &Job) -> Result<(), Stop> {
        check(&self.lock(), job)
    }

    pub fn withdraw(&self, recipient_key: i64) {
        let mut state = self.lock();
        let now = Instant::now();
        state.withdrawn_keys.retain(|_, at| now.duration_since(*at) < WITHDRAWAL_KEPT);
        state.withdrawn_keys.insert(recipient_key, now);
    }

    /// Marks rows that another process withdrew.
    pub fn withdraw_rows(&self, rows: Vec<i64>) {
        let mut state = self.lock();
        state.withdrawn_rows = rows.into_iter().filter(|row| state.out.contains_key(row)).collect();
    }

    pub fn hold(&self, dispatch: i64) {
        self.lock().running.remove(&dispatch);
    }

    pub fn set_running(&self, running: impl IntoIterator<Item = i64>) {
        self.lock().running = running.into_iter().collect();
    }

    pub fn set_renewed(&self, at: Instant) {
        self.lock().renewed = Some(at);
    }

    pub fn is_anything_out(&self) -> bool {
        !self.lock().out.is_empty()
    }

    /// Forgets jobs whose outcome is in the database.
    pub fn settle(&self, deliveries: impl IntoIterator<Item = i64>) {
        let mut state = self.lock();
        for delivery in deliveries {
            state.out.remove(&delivery);
            state.withdrawn_rows.remove(&delivery);
        }
    }

    /// While outcomes cannot be written, no further mail is begun.
    pub fn stall(&self, stalled: bool) {
        let changed = std::mem::replace(&mut self.lock().stalled, stalled) != stalled;
        if changed && !stalled {
            self.jobs.notify_waiters();
            self.hungry.notify_one();
        }
    }

    pub fn is_stopped(&self) -> bool {
        self.lock().stopped
    }

    /// Ends the taking of work; wakes everyone, so that they see it.
    pub fn stop(&self) {
        self.lock().stopped = true;
        self.jobs.notify_waiters();
        self.jobs.notify_one();
        self.hungry.notify_one();
    }

    /// What waits when the engine stops, to be given back.
    pub fn drain(&self) -> Vec<Job> {
        self.lock().waiting.drain(..).collect()
    }

    pub fn nudge(&self) {
        self.hungry.notify_one();
    }

    pub async fn hungry(&self) {
        self.hungry.notified().await;
    }
}

fn check(state: &State, job: &Job) -> Result<(), Stop> {
    let key = job.leased.recipient_key;
    let left = key != 0 && state.withdrawn_keys.get(&key).is_some_and(|at| *at >= job.claimed);
    if left || state.withdrawn_rows.contains(&job.leased.id) {
        return Err(Stop::Withdrawn);
    }
    let held_since = state.renewed.map_or(job.claimed, |renewed| renewed.max(job.claimed));
    if state.stopped || !state.running.contains(&job.leased.dispatch_id) || held_since.elapsed() > LEASE_TRUSTED {
        return Err(Stop::Released);
    }
    Ok(())
}
