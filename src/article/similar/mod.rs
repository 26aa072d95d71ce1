//! Similar News, stored with the articles: a worker compares each article soon after it was added or changed, and a
//! page only reads the result. What turns out to be the same story of another source is merged with it.
//!
//! An article is compared with those that were added around it: the 2,000 before and, when it is compared again, the
//! 2,000 after. Both articles of a pair show each other, so an older article gets newer similar ones without another
//! comparison. Unpublished articles are left out when a page is read, so a few more than a page shows are stored.

pub mod comparison;
mod window;

use super::merge;
use super::queries::{similar as queries, write};
use crate::db::{Conn, Result};
use comparison::{Comparison, Likenesses};

pub use queries::mark_due;

/// Articles of one comparison.
const BATCH: usize = 500;
/// Articles before and after those.
const AROUND: i64 = 2_000;

/// The next articles that are due; `None` if there are none.
pub fn next(conn: &mut Conn) -> Result<Option<Comparison>> {
    let mut due = queries::due(conn, BATCH)?;
    let Some((first, _)) = due.first().copied() else { return Ok(None) };
    due.retain(|(id, _)| *id < first + AROUND);
    let last = due.last().map_or(first, |(id, _)| *id);
    let articles = queries::around(conn, first, last, AROUND)?;
    Ok(Some(Comparison { due, articles }))
}

/// Stores the result of a comparison. An article that became due again in the meantime stays due.
pub fn keep(conn: &mut Conn, comparison: &Comparison, found: &Likenesses) -> Result<()> {
    if !found.same.is_empty() {
        // Before the rows, as in every transaction that writes articles.
        write::lock(conn)?;
    }
    queries::replace(conn, &comparison.due, &found.similar)?;
    for (one, other) in &found.same {
        merge::fold(conn, *one, *other)?;
    }
    Ok(())
}

/// Compares all articles that are due, in the caller's transaction: for the demo and for tests.
pub fn compare_all(conn: &mut Conn) -> Result<()> {
    while let Some(comparison) = next(conn)? {
        keep(conn, &comparison, &comparison.likenesses())?;
    }
    Ok(())
}
