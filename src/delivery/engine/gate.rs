//! The gate before the relay. When the relay itself fails, all couriers wait, longer each time, and one tries first.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// Digests are paused after so many failures in a row that waiting does not mend.
const PERMANENT_LIMIT: u32 = 3;

#[derive(Default)]
pub(super) struct Gate {
    state: Mutex<State>,
    probe: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    failures: u32,
    permanent: u32,
    opens: Option<Instant>,
    last: Option<Instant>,
    is_known_good: bool,
}

/// What a failure means for digests under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    Waiting {
        failures: u32,
    },
    /// The configuration is wrong, and waiting does not mend it.
    Misconfigured,
}

impl Gate {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long to wait before the relay may be tried; `None` if it may be tried now.
    pub fn wait(&self) -> Option<Duration> {
        self.lock().opens.map(|at| at.saturating_duration_since(Instant::now())).filter(|wait| !wait.is_zero())
    }

    /// The right to open a connection: after a failure, one at a time.
    pub async fn probe(&self) -> Option<tokio::sync::MutexGuard<'_, ()>> {
        let failing = self.lock().failures > 0;
        if failing { Some(self.probe.lock().await) } else { None }
    }

    /// Notes the failure of an attempt that began at `began`. Couriers that fail side by side count as one failure: sixteen
    /// of them must not close the gate for as long as sixteen attempts in a row.
    pub fn failed(&self, began: Instant, permanent: bool) -> Closed {
        let mut state = self.lock();
        if state.last.is_some_and(|last| began < last) {
            return Closed::Waiting { failures: state.failures };
        }
        state.is_known_good = false;
        state.last = Some(Instant::now());
        state.failures += 1;
        state.permanent = if permanent { state.permanent + 1 } else { 0 };
        let wait = FIRST_WAIT.saturating_mul(1 << (state.failures - 1).min(10)).min(LONGEST_WAIT);
        state.opens = Some(Instant::now() + wait);
        if state.permanent >= PERMANENT_LIMIT {
            Closed::Misconfigured
        } else {
            Closed::Waiting { failures: state.failures }
        }
    }

    /// Opens the gate for one attempt: a dispatch was resumed, so the relay may work again.
    pub fn hurry(&self) {
        self.lock().opens = None;
    }

    /// Notes a success. True after a failure, and the first time, because the last run may have ended with a failure.
    pub fn succeeded(&self) -> bool {
        let mut state = self.lock();
        state.opens = None;
        state.permanent = 0;
        state.failures = 0;
        !std::mem::replace(&mut state.is_known_good, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_a_success_opens_the_gate() {
        let gate = Gate::default();
        assert_eq!(gate.wait(), None);
        assert_eq!(gate.failed(Instant::now(), false), Closed::Waiting { failures: 1 });
        let first = gate.wait().unwrap();
        gate.failed(Instant::now(), false);
        assert!(gate.wait().unwrap() > first);
        for _ in 0..60 {
            gate.failed(Instant::now(), false);
        }
        assert!(gate.wait().unwrap() <= LONGEST_WAIT);
        assert!(gate.succeeded());
        assert!(!gate.succeeded());
        assert_eq!(gate.wait(), None);
    }

    #[test]
    fn failures_side_by_side_count_once() {
        let gate = Gate::default();
        let began = Instant::now();
        assert_eq!(gate.failed(began, true), Closed::Waiting { failures: 1 });
        for _ in 0..15 {
            assert_eq!(gate.failed(began, true), Closed::Waiting { failures: 1 });
        }
        assert!(gate.wait().unwrap() <= FIRST_WAIT);
        gate.hurry();
        assert_eq!(gate.wait(), None);
    }

    #[test]
    fn only_failures_that_waiting_does_not_mend_count_as_misconfigured() {
        let gate = Gate::default();
        assert_ne!(gate.failed(Instant::now(), true), Closed::Misconfigured);
        assert_ne!(gate.failed(Instant::now(), true), Closed::Misconfigured);
        assert_ne!(gate.failed(Instant::now(), false), Closed::Misconfigured);
        assert_ne!(gate.failed(Instant::now(), true), Closed::Misconfigured);
        assert_ne!(gate.failed(Instant::now(), true), Closed::Misconfigured);
        assert_eq!(gate.failed(Instant::now(), true), Closed::Misconfigured);
        // A digest is resumed without the relay being mended.
        gate.hurry();
        assert_eq!(gate.failed(Instant::now(), true), Closed::Misconfigured);
    }
}
