//! How often something may happen for one address or one client. A key is a keyed hash that the caller makes.
//!
//! One row a key and one statement a question, so that a hundred questions at once, on any number of nodes, get the
//! answers that they would get one after the other.

use super::queries::limits as queries;
use crate::clock::{DAY, MINUTE, Timestamp};
use crate::db::{Conn, Result};

/// No rule looks back further than this; older rows are purged.
const LONGEST: i64 = 2 * DAY;

/// At most `most` in `window` milliseconds, never two within `apart` milliseconds. The window begins with the first and then
/// anew; where it slides, it is any stretch of that length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub most: i64,
    pub window: i64,
    pub apart: i64,
    /// For at most three, of which the times are kept, and never given back.
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

/// Whether it may happen now; a yes is counted. What is refused is not, so that asking again does not prolong the wait.
pub fn take(conn: &mut Conn, now: Timestamp, purpose: &str, key: &[u8], rule: Rule) -> Result<bool> {
    if rule.most < 1 {
        return Ok(false);
    }
    let rule = Rule { window: rule.window.min(LONGEST), apart: rule.apart.min(LONGEST), ..rule };
    queries::take(conn, now, purpose, key, rule)
}

/// Takes one count back: what was counted turned out to be harmless, such as a sign-in that succeeded.
pub fn give_back(conn: &mut Conn, purpose: &str, key: &[u8]) -> Result<()> {
    queries::give_back(conn, purpose, key)
}

/// Forgets what no rule looks at any more; returns how many rows that were.
pub fn purge(conn: &mut Conn, now: Timestamp) -> Result<usize> {
    queries::purge(conn, now.plus(-LONGEST))
}
