//! The list of all articles, including unpublished and merged ones, for editors and the API.

use super::queries::list as queries;
use super::{Article, Filter, search};
use crate::db::{Conn, Result};

/// A page of the articles of a filter, in its order, and their number. Of the articles with its words only the newest
/// 1,000 are considered.
pub fn list(conn: &mut Conn, filter: &Filter, limit: i64, offset: i64) -> Result<(Vec<Article>, i64)> {
    let among = with_words(conn, filter)?;
    let total = queries::count(conn, filter, among.as_deref())?;
    Ok((queries::page(conn, filter, among.as_deref(), limit, offset)?, total))
}

/// The articles that follow the one with the id `after`, the newest first; `None` begins at the newest.
pub fn list_after(conn: &mut Conn, filter: &Filter, after: Option<i64>, limit: i64) -> Result<Vec<Article>> {
    let among = with_words(conn, filter)?;
    queries::after(conn, filter, among.as_deref(), after, limit)
}

fn with_words(conn: &mut Conn, filter: &Filter) -> Result<Option<Vec<i64>>> {
    let words = filter.words.trim();
    if words.is_empty() { Ok(None) } else { search::newest_with(conn, words).map(Some) }
}
