//! The breaker: many refusals in a row that are not about the mailbox mean that the digest itself is refused.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Refusals in a row that pause a dispatch.
const IN_A_ROW: u32 = 20;

#[derive(Default)]
pub(super) struct Breaker(Mutex<HashMap<i64, u32>>);

impl Breaker {
    pub fn succeeded(&self, dispatch: i64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&dispatch);
    }

    /// Counts a refusal; true when it is one too many.
    pub fn refused(&self, dispatch: i64) -> bool {
        let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = rows.entry(dispatch).or_default();
        *count += 1;
        if *count < IN_A_ROW {
            return false;
        }
        rows.remove(&dispatch);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_refusals_in_a_row_trip_it() {
        let breaker = Breaker::default();
        for _ in 0..19 {
            assert!(!breaker.refused(1));
        }
        breaker.succeeded(1);
        for _ in 0..19 {
            assert!(!breaker.refused(1));
            assert!(!breaker.refused(2));
        }
        assert!(breaker.refused(1));
    }
}
