//! Notices that the database is an older copy: one that was restored from a back-up, or a standby that lagged behind. Its
//! running digests may have been sent since the copy was made, so they are held until somebody decides.
//!
//! Each server has a mark in the database that rises while it sends, and notes it in its journal afterwards. A journal that
//! is ahead of the database tells an older copy. So does a missing journal where servers have sent before, unless another
//! server runs: then this one is new.

use super::PauseReason;
use super::journal::Mark;
use super::queries::{dispatch, mark};
use crate::clock::Timestamp;
use crate::db::{Conn, Result, instance};

/// The result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The mark to note in the journal.
    pub mark: Mark,
    /// Whether the database is an older copy.
    pub is_older: bool,
}

/// Compares the mark of the journal with the database's and raises it. If the database is an older copy, all running and
/// paused bulk dispatches are held, and [`instance::RESTORED`] is set for the digests that are scheduled. One transaction.
pub fn check(conn: &mut Conn, now: Timestamp, node: i64, journal: Option<Mark>) -> Result<Checked> {
    let is_older = match journal {
        Some(noted) => mark::number(conn, noted.node)? < noted.number,
        None => mark::is_any(conn)? && !mark::others_run(conn, now, node)?,
    };
    if is_older {
        dispatch::hold_bulk(conn, &PauseReason::Restored)?;
        instance::keep(conn, instance::RESTORED, &now.to_string())?;
        // Otherwise another server that starts later would hold what was let go meanwhile.
        mark::raise_others(conn, node)?;
    }
    let number = mark::raise(conn, now, node, journal.map_or(0, |noted| noted.number))?;
    Ok(Checked { mark: Mark { node, number }, is_older })
}

/// Tells the operator.
pub fn warn() {
    tracing::warn!(
        "the database is an older copy, or the delivery journal of its server is missing: digests that were running or \
         scheduled may have been sent since the copy was made, and are held until somebody lets each go"
    );
}
