//! Similar News, kept with the articles: a worker compares each article soon after it was added or changed, and a page
//! only reads what was found.
//!
//! An article is compared with those that were added around it: the 2,000 before and, when it is compared again, the 2,000
//! after. Both sides of a pair show it, so an older article gets newer similar ones without being compared again. What
//! an editor unpublishes is left out when a page is read; a few more than a page shows are kept for that.

pub mod comparison;
pub mod terms;
mod window;

use super::queries::similar as queries;
use crate::db::{Conn, Result};
use comparison::{Comparison, Pair};

pub use queries::mark_due;

/// Articles that are compared in one go.
const BATCH: usize = 500;
/// Articles before and after these.
const AROUND: i64 = 2_000;

/// The next articles that are due; `None` when there are none.
pub fn next(conn: &mut Conn) -> Result<Option<Comparison>> {
    let mut due = queries::due(conn, BATCH)?;
    let Some((first, _)) = due.first().copied() else { return Ok(None) };
    due.retain(|(id, _)| *id < first + AROUND);
    let last = due.last().map_or(first, |(id, _)| *id);
    let articles = queries::around(conn, first, last, AROUND)?;
    Ok(Some(Comparison { due, articles }))
}

/// Stores the result of a comparison. An article that became due again in the meantime stays due.
pub fn keep(conn: &mut Conn, comparison: &Comparison, pairs: &[Pair]) -> Result<()> {
    queries::replace(conn, &comparison.due, pairs)
}

/// Compares all that is due, in the caller's transaction; for a command or a test that works alone.
pub fn compare_all(conn: &mut Conn) -> Result<()> {
    while let Some(comparison) = next(conn)? {
        let pairs = comparison.pairs();
        keep(conn, &comparison, &pairs)?;
    }
    Ok(())
}
