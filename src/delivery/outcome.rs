//! The outcome of an attempt, and the state that it leads to. Pure.

use super::retry::{AT_ONCE, RetryPolicy};
use super::{DeliveryReason, DeliveryStage, DeliveryState};
use crate::clock::Timestamp;
use crate::config::DoubtPolicy;
use crate::mail::Judgement;

/// How often a delivery in doubt is sent again under the policy `resend`.
const MOST_DOUBTS: i16 = 2;

/// The result of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The relay accepted the mail.
    Sent,
    /// To be retried; `counted` as an attempt unless the relay itself was at fault.
    Deferred { counted: bool },
    /// Refused for good; `hard` if the mailbox does not exist.
    Failed { hard: bool },
    /// The dot was written and no reply was read.
    Doubt,
    /// Stopped before the dot, to be sent later.
    Released,
    /// Stopped before the dot, because the recipient has left.
    Withdrawn,
    /// Not begun, because the address was suppressed after the mail was queued.
    Suppressed,
}

impl From<Judgement> for Verdict {
    fn from(judgement: Judgement) -> Self {
        match judgement {
            Judgement::Deferred { counts } => Self::Deferred { counted: counts },
            Judgement::Refused { hard } => Self::Failed { hard },
            Judgement::RelayFault { .. } => Self::Deferred { counted: false },
            Judgement::Doubt => Self::Doubt,
        }
    }
}

/// An attempt to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub delivery: i64,
    pub dispatch: i64,
    /// The row must still hold this lease; otherwise the outcome is dropped.
    pub lease: i64,
    pub verdict: Verdict,
    pub stage: Option<DeliveryStage>,
    pub reply: String,
    /// The recipient's address in its envelope form.
    pub address: String,
    /// The whole mail, if the capture relay took it.
    pub captured: Option<String>,
}

/// The part of a row that decides on its next state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub id: i64,
    pub attempts: i16,
    pub doubts: i16,
    /// When it was queued; once it was tried, the time of the first attempt.
    pub queued_at: Timestamp,
    /// Whether the recipient has left since the lease.
    pub has_left: bool,
    /// Whether the dispatch was cancelled since the lease.
    pub cancelled: bool,
}

/// The next state of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub state: DeliveryState,
    pub attempts: i16,
    pub doubts: i16,
    pub due_at: Option<Timestamp>,
    pub reason: Option<DeliveryReason>,
}

/// The next state of a leased row under a verdict. A recipient who has left, or whose dispatch was cancelled, is not mailed
/// again.
#[must_use]
pub fn next(verdict: Verdict, row: Standing, now: Timestamp, retry: RetryPolicy, doubt: DoubtPolicy) -> Next {
    let doubt = if row.has_left || row.cancelled { DoubtPolicy::Hold } else { doubt };
    let next = attempted(verdict, row, now, retry, doubt);
    match next.state {
        DeliveryState::Queued | DeliveryState::Deferred if row.has_left => {
            attempted(Verdict::Withdrawn, row, now, retry, doubt)
        }
        DeliveryState::Queued | DeliveryState::Deferred if row.cancelled => {
            Next { state: DeliveryState::Cancelled, due_at: None, reason: Some(DeliveryReason::Cancelled), ..next }
        }
        _ => next,
    }
}

fn attempted(verdict: Verdict, row: Standing, now: Timestamp, retry: RetryPolicy, doubt: DoubtPolicy) -> Next {
    let end = |state, reason| Next { state, attempts: row.attempts + 1, doubts: row.doubts, due_at: None, reason };
    match verdict {
        Verdict::Sent => end(DeliveryState::Sent, None),
        Verdict::Failed { hard: true } => end(DeliveryState::Failed, Some(DeliveryReason::NoSuchMailbox)),
        Verdict::Failed { hard: false } => end(DeliveryState::Failed, Some(DeliveryReason::Refused)),
        Verdict::Withdrawn => {
            Next { attempts: row.attempts, ..end(DeliveryState::Skipped, Some(DeliveryReason::Withdrawn)) }
        }
        Verdict::Suppressed => {
            Next { attempts: row.attempts, ..end(DeliveryState::Skipped, Some(DeliveryReason::Suppressed)) }
        }
        Verdict::Released => Next {
            state: DeliveryState::Queued,
            attempts: row.attempts,
            doubts: row.doubts,
            due_at: Some(AT_ONCE),
            reason: None,
        },
        Verdict::Deferred { counted } => {
            let attempts = if counted { row.attempts + 1 } else { row.attempts };
            match retry.next(now, row.queued_at, attempts, row.id) {
                Some(due) => Next {
                    state: DeliveryState::Deferred,
                    attempts,
                    doubts: row.doubts,
                    due_at: Some(due),
                    reason: Some(DeliveryReason::Deferred),
                },
                None => end(DeliveryState::Failed, Some(DeliveryReason::TooOld)),
            }
        }
        Verdict::Doubt => {
            let again = (doubt == DoubtPolicy::Resend && row.doubts < MOST_DOUBTS)
                .then(|| retry.next(now, row.queued_at, row.attempts + 1, row.id))
                .flatten();
            let (state, reason) = match again {
                Some(_) => (DeliveryState::Deferred, DeliveryReason::InDoubtAgain),
                None => (DeliveryState::Unknown, DeliveryReason::InDoubt),
            };
            Next { state, attempts: row.attempts + 1, doubts: row.doubts + 1, due_at: again, reason: Some(reason) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{DAY, MINUTE};

    const RETRY: RetryPolicy = RetryPolicy { first: MINUTE, max_age: DAY };

    fn row(attempts: i16, doubts: i16) -> Standing {
        Standing { id: 1, attempts, doubts, queued_at: Timestamp(0), has_left: false, cancelled: false }
    }

    #[test]
    fn each_verdict_leads_to_its_state() {
        use DeliveryState as S;
        for (verdict, policy, doubts, state, due) in [
            (Verdict::Sent, DoubtPolicy::Resend, 0, S::Sent, false),
            (Verdict::Failed { hard: true }, DoubtPolicy::Resend, 0, S::Failed, false),
            (Verdict::Failed { hard: false }, DoubtPolicy::Resend, 0, S::Failed, false),
            (Verdict::Deferred { counted: true }, DoubtPolicy::Resend, 0, S::Deferred, true),
            (Verdict::Released, DoubtPolicy::Resend, 0, S::Queued, true),
            (Verdict::Withdrawn, DoubtPolicy::Resend, 0, S::Skipped, false),
            (Verdict::Suppressed, DoubtPolicy::Resend, 0, S::Skipped, false),
            (Verdict::Doubt, DoubtPolicy::Resend, 0, S::Deferred, true),
            (Verdict::Doubt, DoubtPolicy::Resend, 1, S::Deferred, true),
            (Verdict::Doubt, DoubtPolicy::Resend, 2, S::Unknown, false),
            (Verdict::Doubt, DoubtPolicy::Hold, 0, S::Unknown, false),
        ] {
            let next = next(verdict, row(0, doubts), Timestamp(0), RETRY, policy);
            assert_eq!((next.state, next.due_at.is_some()), (state, due), "{verdict:?} {policy:?} {doubts}");
        }
    }

    #[test]
    fn an_unsubscribed_recipient_is_not_mailed_again() {
        use DeliveryState as S;
        for (verdict, state, due) in [
            (Verdict::Sent, S::Sent, None),
            (Verdict::Deferred { counted: true }, S::Skipped, None),
            (Verdict::Released, S::Skipped, None),
            (Verdict::Doubt, S::Unknown, None),
            (Verdict::Failed { hard: false }, S::Failed, None),
        ] {
            let left = Standing { has_left: true, ..row(0, 0) };
            let next = next(verdict, left, Timestamp(0), RETRY, DoubtPolicy::Resend);
            assert_eq!((next.state, next.due_at), (state, due), "{verdict:?}");
        }
    }

    #[test]
    fn no_delivery_of_a_cancelled_digest_is_queued_again() {
        use DeliveryState as S;
        for (verdict, state) in [
            (Verdict::Sent, S::Sent),
            (Verdict::Deferred { counted: true }, S::Cancelled),
            (Verdict::Released, S::Cancelled),
            (Verdict::Withdrawn, S::Skipped),
            (Verdict::Doubt, S::Unknown),
            (Verdict::Failed { hard: false }, S::Failed),
        ] {
            let cancelled = Standing { cancelled: true, ..row(0, 0) };
            let next = next(verdict, cancelled, Timestamp(0), RETRY, DoubtPolicy::Resend);
            assert_eq!((next.state, next.due_at), (state, None), "{verdict:?}");
        }
    }

    #[test]
    fn a_fault_of_the_relay_counts_no_attempt_of_the_recipient() {
        let next = next(Verdict::Deferred { counted: false }, row(3, 0), Timestamp(0), RETRY, DoubtPolicy::Resend);
        assert_eq!(next.attempts, 3);
    }

    #[test]
    fn a_mail_that_is_too_old_fails() {
        let late = Timestamp(DAY);
        let next = next(Verdict::Deferred { counted: true }, row(9, 0), late, RETRY, DoubtPolicy::Resend);
        assert_eq!((next.state, next.reason), (DeliveryState::Failed, Some(DeliveryReason::TooOld)));
    }
}
