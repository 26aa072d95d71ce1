//! When a deferred delivery is retried. Pure.

use crate::clock::{HOUR, Timestamp};

/// The longest wait between two attempts (RFC 5321 section 4.5.4.1 asks for at least 30 minutes between late ones).
const LONGEST: i64 = 4 * HOUR;

/// The waits as multiples of the first. With one minute: 1, 5, 15, 45 minutes, then hours.
const GROWTH: [i64; 6] = [1, 5, 15, 45, 120, 240];

/// How long to wait before a retry, and when to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    /// Milliseconds until the first retry.
    pub first: i64,
    /// Milliseconds after the first attempt until a delivery is given up.
    pub max_age: i64,
}

impl RetryPolicy {
    /// The time of the next attempt after `attempts` failed ones (at least 1); `None` if the delivery is too old by then.
    /// A tenth of the wait varies with the delivery's id, so that deliveries that failed together are not retried together.
    #[must_use]
    pub fn next(&self, now: Timestamp, queued_at: Timestamp, attempts: i16, id: i64) -> Option<Timestamp> {
        let step = usize::from(attempts.max(1).unsigned_abs()) - 1;
        let growth = GROWTH.get(step).or(GROWTH.last()).copied().unwrap_or(1);
        let wait = self.first.saturating_mul(growth).min(LONGEST.max(self.first));
        let spread = wait / 10;
        let due = now.plus(wait + if spread > 0 { id.rem_euclid(spread) } else { 0 });
        (due.0 - queued_at.0 <= self.max_age).then_some(due)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{DAY, MINUTE};

    const POLICY: RetryPolicy = RetryPolicy { first: MINUTE, max_age: 3 * DAY };

    #[test]
    fn waits_grow_from_a_minute_to_hours() {
        for (attempts, minutes) in [(1, 1), (2, 5), (3, 15), (4, 45), (5, 120), (6, 240), (7, 240), (500, 240)] {
            let due = POLICY.next(Timestamp(0), Timestamp(0), attempts, 0).unwrap();
            assert_eq!(due.0 / MINUTE, minutes, "attempt {attempts}");
            let latest = POLICY.next(Timestamp(0), Timestamp(0), attempts, i64::MAX).unwrap();
            assert!(latest.0 < minutes * MINUTE * 11 / 10);
        }
    }

    #[test]
    fn an_old_delivery_is_given_up() {
        assert_eq!(POLICY.next(Timestamp(3 * DAY), Timestamp(0), 9, 0), None);
        assert!(POLICY.next(Timestamp(2 * DAY), Timestamp(0), 9, 0).is_some());
    }
}
