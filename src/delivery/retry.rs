//! When a deferred delivery is retried. Pure.

use crate::clock::{HOUR, Timestamp};

/// When a queued delivery is due: it waits for no clock, since clocks are set back.
pub const AT_ONCE: Timestamp = Timestamp(0);

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
    /// A tenth of the wait varies with the delivery and the attempt, so that deliveries that failed together, such as
    /// neighbours in the queue, are not retried together.
    #[must_use]
    pub fn next(&self, now: Timestamp, queued_at: Timestamp, attempts: i16, id: i64) -> Option<Timestamp> {
        let step = usize::from(attempts.max(1).unsigned_abs()) - 1;
        let growth = GROWTH.get(step).or(GROWTH.last()).copied().unwrap_or(1);
        let wait = self.first.saturating_mul(growth).min(LONGEST.max(self.first));
        let due = now.plus(wait + scattered(id, attempts, wait / 10));
        (due.0 - queued_at.0 <= self.max_age).then_some(due)
    }
}

/// A number below `limit` that looks random and is the same each time: one step of `SplitMix64` (Steele, Lea and Flood,
/// "Fast Splittable Pseudorandom Number Generators", 2014).
fn scattered(id: i64, attempts: i16, limit: i64) -> i64 {
    let mut mixed = id.cast_unsigned().wrapping_mul(1 << 16).wrapping_add(u64::from(attempts.cast_unsigned()));
    mixed = mixed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)).checked_rem(limit.max(1).cast_unsigned()).unwrap_or_default().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{DAY, MINUTE};

    const POLICY: RetryPolicy = RetryPolicy { first: MINUTE, max_age: 3 * DAY };

    #[test]
    fn waits_grow_from_a_minute_to_hours() {
        for (attempts, minutes) in [(1, 1), (2, 5), (3, 15), (4, 45), (5, 120), (6, 240), (7, 240), (500, 240)] {
            for id in (0..1_000).chain([-1, i64::MIN, i64::MAX]) {
                let due = POLICY.next(Timestamp(0), Timestamp(0), attempts, id).unwrap().0;
                assert!((minutes * MINUTE..minutes * MINUTE * 11 / 10).contains(&due), "attempt {attempts} of {id}");
            }
        }
    }

    /// Deliveries that a relay had turned away together came back together, and were turned away again.
    #[test]
    fn neighbours_are_spread_evenly_and_anew_at_each_attempt() {
        let due = |id: i64, attempts| POLICY.next(Timestamp(0), Timestamp(0), attempts, id).unwrap().0;
        let spread = MINUTE / 10;
        for first in [0, 7_000_000] {
            let mut tenths = [0; 10];
            for id in first..first + 10_000 {
                tenths[usize::try_from((due(id, 1) - MINUTE) * 10 / spread).unwrap()] += 1;
            }
            assert!(tenths.iter().all(|count| (900..1_100).contains(count)), "{tenths:?}");
        }
        let far = |attempts, wait: i64| {
            (0..1_000).filter(|id| (due(*id, attempts) - due(id + 1, attempts)).abs() > wait / 100).count()
        };
        assert!(far(1, MINUTE) > 700 && far(2, 5 * MINUTE) > 700, "neighbours stay together");
        let share = |id: i64, attempts, wait: i64| (due(id, attempts) - wait) * 100 / wait;
        let moved = (0..1_000).filter(|id| share(*id, 1, MINUTE) != share(*id, 2, 5 * MINUTE)).count();
        assert!(moved > 800, "the second attempt has the order of the first");
    }

    #[test]
    fn an_old_delivery_is_given_up() {
        assert_eq!(POLICY.next(Timestamp(3 * DAY), Timestamp(0), 9, 0), None);
        assert!(POLICY.next(Timestamp(2 * DAY), Timestamp(0), 9, 0).is_some());
    }
}
