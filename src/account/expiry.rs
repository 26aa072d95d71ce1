//! Deleting expired sessions and sign-in links, from time to time by a worker.

use super::queries::{links, sessions};
use crate::clock::Timestamp;
use crate::db::{Conn, Result};

/// Deletes expired sessions and sign-in links, at most `limit` of each, and returns how many.
pub fn purge(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    Ok(sessions::purge(conn, now, limit)? + links::purge(conn, now, limit)?)
}
