//! Deletes what has expired. The workers call it from time to time.

use super::queries::{links, sessions};
use crate::clock::Timestamp;
use crate::db::{Conn, Result};

/// Deletes sessions and sign-in links that have expired, and returns how many.
pub fn purge(conn: &mut Conn, now: Timestamp) -> Result<usize> {
    Ok(sessions::purge(conn, now)? + links::purge(conn, now)?)
}
