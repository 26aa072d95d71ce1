//! Indexes again what an earlier version has indexed: the words of search, the terms and the gist of comparisons, and the
//! language. A migration marks the articles, and a worker takes a few at a time, the newest first.

use super::prepare::{Derived, derive};
use super::queries::indexing as queries;
use super::queries::{search, similar, write};
use crate::db::{Conn, Result};

pub use queries::Unindexed;

/// Articles of one transaction.
const BATCH: i64 = 100;

/// The next articles that are to be indexed; empty if there are none.
pub fn next(conn: &mut Conn) -> Result<Vec<Unindexed>> {
    queries::marked(conn, BATCH)
}

/// The expensive part, apart from a transaction.
#[must_use]
pub fn derived(articles: &[Unindexed]) -> Vec<Derived> {
    articles.iter().map(|article| derive(&article.title, &article.summary, &article.body)).collect()
}

/// Stores what was derived. An article that was changed meanwhile is indexed already.
pub fn keep(conn: &mut Conn, articles: &[Unindexed], derived: &[Derived]) -> Result<()> {
    write::lock(conn)?;
    let ids: Vec<i64> = articles.iter().map(|article| article.id).collect();
    let present = queries::updated(conn, &ids)?;
    let is_same = |article: &Unindexed| present.get(&article.id) == Some(&article.updated_at);
    let same: Vec<(&Unindexed, &Derived)> =
        articles.iter().zip(derived).filter(|(article, _)| is_same(article)).collect();
    for (article, derived) in &same {
        queries::set(conn, article.id, derived)?;
    }
    let terms = same.iter().map(|(article, derived)| (article.id, derived.terms.to_text(), derived.gist.to_text()));
    similar::set_terms(conn, &terms.collect::<Vec<_>>())?;
    search::add_languages(conn, &same.iter().filter_map(|(_, derived)| derived.language).collect())?;
    let words: Vec<(i64, &str)> = same.iter().map(|(article, derived)| (article.id, derived.words.as_str())).collect();
    search::index(conn, &words, false)?;
    queries::unmark(conn, &ids)
}
