//! Protection against abuse: limits, proof of work, and idempotent requests. It knows keys and hashes, but no address,
//! form or noun.

pub mod challenge;
pub mod idempotency;
pub mod limits;
mod queries;

use crate::clock::{DAY, MINUTE};

/// A limit: at most `most` in `window` milliseconds, never two within `apart` milliseconds. The window begins with the
/// first; a sliding window is any period of that length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub most: i64,
    pub window: i64,
    pub apart: i64,
    /// Stores the times of the last three, so `most` is at most 3; a count cannot be taken back.
    pub slides: bool,
}

impl Rule {
    /// The mails that a stranger can have sent to one address.
    pub const MAILS_TO_ADDRESS: Self = Self { most: 3, window: DAY, apart: 15 * MINUTE, slides: true };

    #[must_use]
    pub const fn new(most: i64, window: i64) -> Self {
        Self { most, window, apart: 0, slides: false }
    }
}
