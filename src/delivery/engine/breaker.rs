//! The breaker: many refusals in a row that are not about the mailbox mean that the relay refuses the mail or the sender.
//! Then no recipient has failed. A refusal is therefore held back until a mail of its dispatch is accepted, or none is left
//! to try. Silence alone says nothing: a relay may take many seconds over each refusal.
//!
//! The breaker reports nothing; its caller reports the outcomes that it returns.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::delivery::Outcome;

/// Refusals in a row that pause a dispatch.
const IN_A_ROW: usize = 20;
/// A dispatch without a refusal for so long, and with nothing under way, has nobody left to try.
const QUIET: Duration = Duration::from_secs(5);

/// By dispatch, the refusals since its last accepted mail.
#[derive(Default)]
pub(super) struct Breaker(Mutex<HashMap<i64, Run>>);

struct Run {
    held: Vec<Outcome>,
    /// Refusals of mails that were under way when it tripped are returned at once.
    tripped: bool,
    last: Instant,
}

impl Breaker {
    fn lock(&self) -> MutexGuard<'_, HashMap<i64, Run>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes an accepted mail; returns the refusals before it, which were about their recipients.
    pub fn accepted(&self, dispatch: i64) -> Vec<Outcome> {
        self.lock().remove(&dispatch).map(|run| run.held).unwrap_or_default()
    }

    /// Holds a refusal. Once there are too many in a row, returns them all, and each further one.
    pub fn refused(&self, now: Instant, outcome: Outcome) -> Option<Vec<Outcome>> {
        let mut runs = self.lock();
        let run = runs.entry(outcome.dispatch).or_insert_with(|| Run { held: Vec::new(), tripped: false, last: now });
        run.held.push(outcome);
        run.last = now;
        run.tripped |= run.held.len() >= IN_A_ROW;
        run.tripped.then(|| std::mem::take(&mut run.held))
    }

    /// Returns the refusals of dispatches that have nobody left to try: too few to blame anything but the recipients. `out`
    /// gives the number of mails of a dispatch that are leased here, held ones included.
    pub fn settled(&self, now: Instant, out: impl Fn(i64) -> usize) -> Vec<Outcome> {
        let is_settled =
            |dispatch: i64, run: &Run| now.duration_since(run.last) >= QUIET && out(dispatch) <= run.held.len();
        let settled = self.lock().extract_if(|dispatch, run| is_settled(*dispatch, run)).collect::<Vec<_>>();
        settled.into_iter().flat_map(|(_, run)| run.held).collect()
    }

    /// Returns all held refusals when the engine stops.
    pub fn drain(&self) -> Vec<Outcome> {
        std::mem::take(&mut *self.lock()).into_values().flat_map(|run| run.held).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::Verdict;

    fn outcome(dispatch: i64, delivery: i64) -> Outcome {
        Outcome {
            delivery,
            dispatch,
            lease: 1,
            verdict: Verdict::Failed { hard: false },
            stage: None,
            reply: String::new(),
            address: String::new(),
            captured: None,
        }
    }

    fn ids(outcomes: &[Outcome]) -> Vec<i64> {
        outcomes.iter().map(|outcome| outcome.delivery).collect()
    }

    #[test]
    fn refusals_in_a_row_trip_the_breaker_and_are_all_returned() {
        let (breaker, now) = (Breaker::default(), Instant::now());
        for id in 0..19 {
            assert_eq!(breaker.refused(now, outcome(1, id)), None);
        }
        assert_eq!(ids(&breaker.accepted(1)), (0..19).collect::<Vec<_>>());
        for id in 0..19 {
            assert_eq!(breaker.refused(now, outcome(1, id)), None);
            assert_eq!(breaker.refused(now, outcome(2, id)), None);
        }
        assert_eq!(ids(&breaker.refused(now, outcome(1, 19)).unwrap()), (0..20).collect::<Vec<_>>());
        assert_eq!(ids(&breaker.refused(now, outcome(1, 20)).unwrap()), [20], "it was under way");
        assert!(breaker.accepted(1).is_empty());
        assert_eq!(breaker.refused(now, outcome(1, 21)), None);
        assert_eq!(breaker.drain().len(), 20);
    }

    #[test]
    fn a_few_refusals_followed_by_silence_are_about_their_recipients() {
        let (breaker, now) = (Breaker::default(), Instant::now());
        breaker.refused(now, outcome(1, 1));
        breaker.refused(now + QUIET / 2, outcome(1, 2));
        assert!(breaker.settled(now + QUIET, |_| 2).is_empty());
        assert_eq!(ids(&breaker.settled(now + QUIET * 2, |_| 2)), [1, 2]);
        assert!(breaker.settled(now + QUIET * 9, |_| 0).is_empty());
    }

    /// A relay that takes longer over a refusal than the quiet time must not fail a whole digest bit by bit.
    #[test]
    fn no_reply_proves_nothing_while_other_mails_are_in_flight() {
        let (breaker, now) = (Breaker::default(), Instant::now());
        for id in 0..16 {
            breaker.refused(now, outcome(1, id));
        }
        assert!(breaker.settled(now + QUIET * 2, |_| 32).is_empty());
        for id in 16..19 {
            assert_eq!(breaker.refused(now + QUIET * 2, outcome(1, id)), None);
        }
        assert_eq!(breaker.refused(now + QUIET * 2, outcome(1, 19)).unwrap().len(), 20);
    }
}
