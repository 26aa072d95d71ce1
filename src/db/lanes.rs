//! The queue in front of database threads: two lanes, the urgent one first, both bounded.
//! It holds jobs and hands them out; it never runs one.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    /// The delivery engine's outcomes, which many sign-ups must not delay.
    Urgent,
    Ordinary,
}

pub(super) struct Lanes<J> {
    state: Mutex<State<J>>,
    wake: Condvar,
    /// Jobs that may wait in each lane.
    capacity: usize,
}

struct State<J> {
    urgent: VecDeque<J>,
    ordinary: VecDeque<J>,
    closed: bool,
}

impl<J> Lanes<J> {
    pub(super) fn new(capacity: usize) -> Self {
        let state = State { urgent: VecDeque::new(), ordinary: VecDeque::new(), closed: false };
        Self { state: Mutex::new(state), wake: Condvar::new(), capacity }
    }

    fn lock(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Accepts a job, or returns it when the lane is full or the database is closing.
    pub(super) fn push(&self, lane: Lane, job: J) -> Result<(), J> {
        let mut state = self.lock();
        if state.closed {
            return Err(job);
        }
        let queue = match lane {
            Lane::Urgent => &mut state.urgent,
            Lane::Ordinary => &mut state.ordinary,
        };
        if queue.len() >= self.capacity {
            return Err(job);
        }
        queue.push_back(job);
        drop(state);
        self.wake.notify_one();
        Ok(())
    }

    /// Waits for jobs and takes up to `most` of them; `None` once the lanes are closed and empty.
    pub(super) fn take(&self, most: usize) -> Option<Vec<J>> {
        let mut state = self.lock();
        loop {
            if !state.urgent.is_empty() || !state.ordinary.is_empty() {
                let urgent = state.urgent.len().min(most);
                let mut jobs: Vec<J> = state.urgent.drain(..urgent).collect();
                let ordinary = state.ordinary.len().min(most - urgent);
                jobs.extend(state.ordinary.drain(..ordinary));
                return Some(jobs);
            }
            if state.closed {
                return None;
            }
            state = self.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Lets the threads finish the waiting jobs and end.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.wake.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urgent_jobs_overtake_and_a_full_lane_refuses() {
        const CAPACITY: usize = 100;
        let lanes = Lanes::new(CAPACITY);
        for job in 0..CAPACITY {
            lanes.push(Lane::Ordinary, job).unwrap();
        }
        assert_eq!(lanes.push(Lane::Ordinary, 9), Err(9));
        lanes.push(Lane::Urgent, 7_000).unwrap();
        assert_eq!(lanes.take(3), Some(vec![7_000, 0, 1]));
        lanes.close();
        assert_eq!(lanes.push(Lane::Urgent, 1), Err(1));
        assert_eq!(lanes.take(CAPACITY).unwrap().len(), CAPACITY - 2);
        assert_eq!(lanes.take(1), None);
    }
}
