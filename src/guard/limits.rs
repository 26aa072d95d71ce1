//! Rate limits by address or client. A key is a keyed hash that the caller makes.
//!
//! A limit is one row, checked and counted by one statement, so that concurrent requests, on any number of nodes, get
//! the answers that they would get one after the other.

use super::queries::limits as queries;
use crate::clock::{DAY, Timestamp};
use crate::db::{Conn, Result};

pub use super::Rule;

/// The longest window of a rule; older rows are purged.
const LONGEST: i64 = 2 * DAY;

/// Whether the event is allowed now; counts it if so. A refused event is not counted, so that a retry does not prolong
/// the wait.
pub fn take(conn: &mut Conn, now: Timestamp, purpose: &str, key: &[u8], rule: Rule) -> Result<bool> {
    if rule.most < 1 {
        return Ok(false);
    }
    let rule = Rule { window: rule.window.min(LONGEST), apart: rule.apart.min(LONGEST), ..rule };
    queries::take(conn, now, purpose, key, rule)
}

/// Takes back one count, such as that of a successful sign-in.
pub fn give_back(conn: &mut Conn, purpose: &str, key: &[u8]) -> Result<()> {
    queries::give_back(conn, purpose, key)
}

/// Deletes at most `limit` rows that are too old for every rule; returns how many.
pub fn purge(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    queries::purge(conn, now.plus(-LONGEST), limit)
}
