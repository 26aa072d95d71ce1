//! The desk between feeder and couriers: waiting jobs, jobs that are out, and recipients who have left since the claim.
//! It touches neither database nor network.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::job::Job;
use crate::delivery::RecipientKey;

/// How long a withdrawal is kept by recipient key; by then the feeder has read it from the row.
const WITHDRAWAL_KEPT: Duration = Duration::from_mins(1);

/// How long this node relies on a lease: less than its length in the database, so that this node stops first.
const LEASE_TRUSTED: Duration = Duration::from_secs(75);

/// Jobs that may be out or unrecorded, for each that may wait: several groups of the recorder.
const OUT_FOR_EACH: usize = 16;

/// Why a job must not be sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The recipient has unsubscribed or was erased.
    Withdrawn,
    /// The dispatch is paused or cancelled, the lease may have ended, or the engine is stopping.
    Released,
    /// The dot could not be noted in the journal.
    Unnoted,
}

/// How many more jobs fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    pub bulk: i64,
    /// More than for bulk mails, so that urgent mails fit on a desk that is full of them.
    pub urgent: i64,
}

pub(super) struct Desk {
    state: Mutex<State>,
    capacity: usize,
    /// Wakes one courier, which wakes the next if there are more jobs.
    jobs: Notify,
    /// Wakes the feeder.
    hungry: Notify,
    ended: Notify,
}

#[derive(Default)]
struct State {
    /// The most urgent first.
    waiting: VecDeque<Job>,
    /// All jobs that this node has leased and not recorded, by delivery.
    out: HashMap<i64, Out>,
    withdrawn_keys: HashMap<RecipientKey, Instant>,
    withdrawn_rows: HashSet<i64>,
    running: HashSet<i64>,
    /// Dispatches held since the feeder began its query for running ones, whose answer may be older.
    held: HashSet<i64>,
    stalled: bool,
    stopped: bool,
}

struct Out {
    dispatch: i64,
    lease: i64,
    held_since: Instant,
}

impl Desk {
    pub fn new(capacity: usize) -> Self {
        let (jobs, hungry, ended) = (Notify::new(), Notify::new(), Notify::new());
        Self { state: Mutex::default(), capacity, jobs, hungry, ended }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn room(&self) -> Room {
        let state = self.lock();
        if state.stalled || state.stopped || self.is_backlogged(&state) {
            return Room { bulk: 0, urgent: 0 };
        }
        let room = |most: usize| i64::try_from(most.saturating_sub(state.waiting.len())).unwrap_or_default();
        Room { bulk: room(self.capacity), urgent: room(self.capacity + self.capacity / 4) }
    }

    /// Whether so many jobs await recording that no more are claimed.
    fn is_backlogged(&self, state: &State) -> bool {
        state.out.len() > self.capacity * OUT_FOR_EACH
    }

    pub fn put(&self, jobs: Vec<Job>) {
        let mut state = self.lock();
        for job in jobs {
            state.out.insert(
                job.leased.id,
                Out { dispatch: job.leased.dispatch_id, lease: job.lease, held_since: job.claimed },
            );
            let place = state.waiting.partition_point(|waiting| waiting.kind.priority() <= job.kind.priority());
            state.waiting.insert(place, job);
        }
        drop(state);
        self.jobs.notify_one();
    }

    /// Puts back a job that could not be tried, before others of its priority. A stopped desk returns it.
    #[must_use]
    pub fn put_back(&self, job: Job) -> Option<Job> {
        let mut state = self.lock();
        if state.stopped {
            return Some(job);
        }
        let place = state.waiting.partition_point(|waiting| waiting.kind.priority() < job.kind.priority());
        state.waiting.insert(place, job);
        drop(state);
        self.jobs.notify_one();
        None
    }

    /// The next job that `fits`, if it is there now.
    fn try_take(&self, fits: impl FnOnce(&Job) -> bool) -> Option<Job> {
        let mut state = self.lock();
        if state.stalled || state.stopped {
            return None;
        }
        let job = state.waiting.pop_front_if(|job| fits(job))?;
        let low = state.waiting.len() <= self.capacity / 2 && !self.is_backlogged(&state);
        let more = !state.waiting.is_empty();
        drop(state);
        if low {
            self.hungry.notify_one();
        }
        if more {
            self.jobs.notify_one();
        }
        Some(job)
    }

    /// A bulk job to announce after the dot of another. Urgent jobs do not wait for another mail's dot, and a job whose
    /// connection ended is tried on a new one.
    pub fn take_to_announce(&self) -> Option<Job> {
        self.try_take(|job| !job.is_urgent() && !job.tried)
    }

    /// Waits for the next job; `None` once the engine stops.
    pub async fn take(&self) -> Option<Job> {
        loop {
            let woken = self.jobs.notified();
            if self.is_stopped() {
                self.jobs.notify_one();
                return None;
            }
            if let Some(job) = self.try_take(|_| true) {
                return Some(job);
            }
            woken.await;
        }
    }

    /// The last check before the dot. `note` writes the dot's note under the same lock, so that a withdrawal comes either
    /// before the note or too late.
    pub fn before_dot(&self, job: &Job, note: impl FnOnce() -> std::io::Result<()>) -> Result<(), Stop> {
        let state = self.lock();
        check(&state, job)?;
        note().map_err(|error| {
            tracing::error!(%error, "the delivery journal cannot be written; no mail is sent");
            Stop::Unnoted
        })
    }

    /// The check before the connection is used for a job.
    pub fn may_begin(&self, job: &Job) -> Result<(), Stop> {
        check(&self.lock(), job)
    }

    /// Stops the mails to a recipient whose dot is not yet written.
    pub fn withdraw(&self, recipient: RecipientKey) {
        let mut state = self.lock();
        let now = Instant::now();
        state.withdrawn_keys.retain(|_, at| now.duration_since(*at) < WITHDRAWAL_KEPT);
        state.withdrawn_keys.insert(recipient, now);
    }

    /// Marks rows that another process withdrew.
    pub fn withdraw_rows(&self, rows: Vec<i64>) {
        let mut state = self.lock();
        state.withdrawn_rows = rows.into_iter().filter(|row| state.out.contains_key(row)).collect();
    }

    /// Stops the mails of a dispatch that was paused or cancelled.
    pub fn hold(&self, dispatch: i64) {
        let mut state = self.lock();
        state.running.remove(&dispatch);
        state.held.insert(dispatch);
    }

    /// Notes that the feeder is about to query the running dispatches.
    pub fn begin_query(&self) {
        self.lock().held.clear();
    }

    /// Sets the running dispatches, queried after [`Desk::begin_query`]; true if one of them was not running before.
    pub fn set_running(&self, mut running: HashSet<i64>) -> bool {
        let mut state = self.lock();
        running.retain(|dispatch| !state.held.contains(dispatch));
        let is_news = !running.is_subset(&state.running);
        state.running = running;
        is_news
    }

    /// Notes that these leases (delivery, lease) were renewed at `at`. Returns those of no job here: their claim was
    /// committed, but its answer was lost.
    pub fn renewed(&self, at: Instant, leases: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
        let mut state = self.lock();
        let mut strays = Vec::new();
        for (delivery, lease) in leases {
            match state.out.get_mut(&delivery).filter(|out| out.lease == lease) {
                Some(out) => out.held_since = at,
                None => strays.push((delivery, lease)),
            }
        }
        strays
    }

    /// Forgets jobs (delivery, lease) whose outcome is in the database; the same delivery may already be out under another
    /// lease. Wakes the feeder if a backlog has cleared: on an empty desk no courier does.
    pub fn settle(&self, leases: impl IntoIterator<Item = (i64, i64)>) {
        let mut state = self.lock();
        let was_backlogged = self.is_backlogged(&state);
        for (delivery, lease) in leases {
            if state.out.get(&delivery).is_some_and(|out| out.lease == lease) {
                state.out.remove(&delivery);
                state.withdrawn_rows.remove(&delivery);
            }
        }
        if was_backlogged && !self.is_backlogged(&state) {
            self.hungry.notify_one();
        }
    }

    /// How many deliveries of a dispatch are leased here and not recorded.
    pub fn out_of(&self, dispatch: i64) -> usize {
        self.lock().out.values().filter(|out| out.dispatch == dispatch).count()
    }

    /// While outcomes cannot be written, no mail is begun.
    pub fn stall(&self, stalled: bool) {
        let changed = std::mem::replace(&mut self.lock().stalled, stalled) != stalled;
        if changed && !stalled {
            self.jobs.notify_one();
            self.hungry.notify_one();
        }
    }

    pub fn is_stopped(&self) -> bool {
        self.lock().stopped
    }

    /// Stops handing out jobs and wakes every task, so that they end.
    pub fn stop(&self) {
        self.lock().stopped = true;
        self.ended.notify_waiters();
        self.jobs.notify_one();
        self.hungry.notify_one();
    }

    /// Waits until the engine stops.
    pub async fn ended(&self) {
        let ended = self.ended.notified();
        if !self.is_stopped() {
            ended.await;
        }
    }

    /// Removes the waiting jobs when the engine stops.
    pub fn drain(&self) -> Vec<Job> {
        self.lock().waiting.drain(..).collect()
    }

    /// Wakes the feeder: mails were queued.
    pub fn nudge(&self) {
        self.hungry.notify_one();
    }

    /// Waits until the desk wants more jobs.
    pub async fn hungry(&self) {
        self.hungry.notified().await;
    }
}

fn check(state: &State, job: &Job) -> Result<(), Stop> {
    let key = job.leased.recipient_key;
    let left = key != RecipientKey::Nobody && state.withdrawn_keys.get(&key).is_some_and(|at| *at >= job.claimed);
    if left || state.withdrawn_rows.contains(&job.leased.id) {
        return Err(Stop::Withdrawn);
    }
    let out = state.out.get(&job.leased.id).filter(|out| out.lease == job.lease);
    let held = out.is_some_and(|out| out.held_since.elapsed() <= LEASE_TRUSTED);
    if state.stopped || !held || !state.running.contains(&job.leased.dispatch_id) {
        return Err(Stop::Released);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::job::Message;
    use super::*;
    use crate::delivery::DispatchKind;
    use crate::delivery::queries::lease::Leased;
    use crate::mail::{Draft, Mailbox, Slots, Template, compose};
    use std::sync::Arc;

    fn job(id: i64, lease: i64, kind: DispatchKind, claimed: Instant) -> Job {
        let draft = Draft {
            from: Mailbox::new(None, "news@example.org").unwrap(),
            reply_to: None,
            subject: String::new(),
            text: "x".to_owned(),
            html: None,
            list: None,
            auto_submitted: false,
            answers: Vec::new(),
            slots: Slots::new(1, &[]),
        };
        let template = Template::parse(compose(&draft).unwrap().as_bytes()).unwrap();
        let message = Arc::new(Message { sender: String::new(), template });
        let leased = Leased {
            id,
            dispatch_id: 1,
            message_id: 1,
            recipient_key: RecipientKey::Subscription(id),
            address: None,
            fields: String::new(),
        };
        let outcomes = tokio::sync::mpsc::unbounded_channel().0;
        Job { leased, lease, message, claimed, kind, tried: false, dotted: false, outcomes }
    }

    fn desk(jobs: Vec<Job>) -> Desk {
        let desk = Desk::new(8);
        desk.set_running([1].into());
        desk.put(jobs);
        desk
    }

    fn digest(id: i64, lease: i64) -> Job {
        job(id, lease, DispatchKind::Digest, Instant::now())
    }

    fn next(desk: &Desk) -> Option<i64> {
        desk.try_take(|_| true).map(|job| job.leased.id)
    }

    #[test]
    fn urgent_mail_goes_first_even_on_a_full_desk_and_waits_for_no_dot() {
        let desk = desk((1..=8).map(|id| digest(id, 9)).collect());
        assert_eq!(desk.room(), Room { bulk: 0, urgent: 2 });
        desk.put(vec![
            job(20, 9, DispatchKind::Notice, Instant::now()),
            job(21, 9, DispatchKind::Confirmation, Instant::now()),
        ]);
        assert_eq!(desk.room(), Room { bulk: 0, urgent: 0 });
        assert!(desk.take_to_announce().is_none());
        assert_eq!((next(&desk), next(&desk)), (Some(21), Some(20)));
        let first = desk.take_to_announce().unwrap();
        assert_eq!((first.leased.id, next(&desk)), (1, Some(2)));
        assert!(desk.put_back(first).is_none());
        assert_eq!(next(&desk), Some(1));
    }

    /// A node that could not renew in time may have lost its leases to another. Once the database is back, it may send only
    /// what it still holds.
    #[test]
    fn a_renewal_does_not_bring_back_a_lost_lease() {
        let long_ago = Instant::now().checked_sub(LEASE_TRUSTED + Duration::from_secs(1)).unwrap();
        let jobs = || [1, 2].map(|id| job(id, 9, DispatchKind::Digest, long_ago));
        let desk = desk(jobs().into());
        let [held, lost] = jobs();
        assert_eq!((desk.may_begin(&held), desk.may_begin(&lost)), (Err(Stop::Released), Err(Stop::Released)));
        let strays = desk.renewed(Instant::now(), vec![(1, 9), (7, 9), (2, 8)]);
        assert_eq!(strays, [(7, 9), (2, 8)], "leased for this node without a job here");
        assert_eq!((desk.may_begin(&held), desk.may_begin(&lost)), (Ok(()), Err(Stop::Released)));
    }

    /// A released delivery may be claimed again before the desk hears that its first outcome is written.
    #[test]
    fn the_outcome_of_an_earlier_lease_does_not_settle_a_later_one() {
        let desk = desk(vec![digest(1, 9), digest(1, 10)]);
        desk.settle([(1, 9)]);
        desk.withdraw_rows(vec![1]);
        assert_eq!(desk.may_begin(&digest(1, 10)), Err(Stop::Withdrawn));
        desk.settle([(1, 10)]);
        assert_eq!(desk.may_begin(&digest(1, 10)), Err(Stop::Released));
    }

    #[test]
    fn a_reader_who_unsubscribes_after_the_lease_is_not_mailed_and_one_who_resubscribes_is() {
        let first = digest(1, 9);
        let desk = desk(vec![digest(1, 9)]);
        desk.withdraw(RecipientKey::Subscription(1));
        desk.withdraw(RecipientKey::Nobody);
        assert_eq!(desk.before_dot(&first, || unreachable!()), Err(Stop::Withdrawn));
        let again = digest(1, 10);
        desk.put(vec![digest(1, 10)]);
        assert_eq!(desk.before_dot(&again, || Ok(())), Ok(()));
        assert_eq!(desk.before_dot(&again, || Err(std::io::ErrorKind::StorageFull.into())), Err(Stop::Unnoted));
        desk.hold(1);
        assert_eq!(desk.may_begin(&again), Err(Stop::Released));
        // The feeder queried before the pause was written.
        assert!(!desk.set_running([1].into()));
        assert_eq!(desk.may_begin(&again), Err(Stop::Released));
        desk.begin_query();
        assert!(desk.set_running([1].into()) && !desk.set_running([1].into()));
    }

    /// The feeder polls every half second; a digest must not wait for that each time the recorder falls behind.
    #[tokio::test]
    async fn an_empty_desk_is_refilled_as_soon_as_a_slow_recorder_has_caught_up() {
        let all: Vec<i64> = (1..=8 * 16 + 1).collect();
        let desk = desk(all.iter().map(|id| digest(*id, 9)).collect());
        let hungry = || tokio::time::timeout(Duration::from_millis(50), desk.hungry());
        while next(&desk).is_some() {}
        assert_eq!(desk.room(), Room { bulk: 0, urgent: 0 });
        assert!(hungry().await.is_err(), "there is no room, so nobody wakes it");
        desk.settle(all.iter().map(|id| (*id, 9)));
        assert!(hungry().await.is_ok());
        assert_eq!(desk.room(), Room { bulk: 8, urgent: 10 });
    }

    /// Jobs that arrive while no courier waits leave a single permit; the courier that takes it must wake the next.
    #[tokio::test]
    async fn every_courier_finds_jobs_that_arrived_while_none_waited() {
        let desk = desk((1..=8).map(|id| digest(id, 9)).collect());
        let take = || tokio::time::timeout(Duration::from_millis(200), desk.take());
        let taken = tokio::join!(take(), take(), take(), take());
        assert!([taken.0, taken.1, taken.2, taken.3].iter().all(|job| matches!(job, Ok(Some(_)))));
        desk.stall(true);
        assert!(take().await.is_err() && desk.room() == Room { bulk: 0, urgent: 0 });
        desk.stall(false);
        assert!(matches!(take().await, Ok(Some(_))));
        desk.stop();
        assert!(matches!(tokio::join!(take(), take()), (Ok(None), Ok(None))));
        assert!(desk.put_back(digest(1, 9)).is_some());
        assert_eq!(desk.drain().len(), 3);
        desk.ended().await;
    }
}
