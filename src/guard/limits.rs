//! How often something may happen for one address or one client. A key is a keyed hash that the caller makes.
//!
//! One row a key and one statement a question, so that a hundred questions at once, on any number of nodes, get the
//! answers that they would get one after the other.

use super::queries::limits as queries;
use crate::clock::{DAY, Timestamp};
use crate::db::{Conn, Result};

pub use super::Rule;

/// No rule looks back further than this; older rows are purged.
const LONGEST: i64 = 2 * DAY;

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
