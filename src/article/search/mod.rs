//! Search among articles, at a cost that does not grow with their number.
//!
//! The newest [`CANDIDATES`] matches are ranked by where the words occur. Older articles are not found by a common word
//! alone, but with another word.

pub mod words;

use std::cmp::Reverse;

use super::Article;
use super::queries::{read, search as queries};
use crate::db::{Conn, Result};
use words::Words;

/// The number of newest matches that are ranked.
const CANDIDATES: i64 = 1_000;

/// A page of results, the best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    pub articles: Vec<Article>,
    /// The number of all results.
    pub total: i64,
    /// Whether there may be more, older ones.
    pub is_capped: bool,
}

/// The published articles with all these words, the best first. A query without words finds nothing.
pub fn search(conn: &mut Conn, query: &str, limit: i64, offset: i64) -> Result<SearchResults> {
    let words = Words::of(query, &queries::languages(conn)?);
    if words.is_empty() {
        return Ok(SearchResults::default());
    }
    let mut ids = newest(conn, &words, CANDIDATES + 1)?;
    let cap = usize::try_from(CANDIDATES).unwrap_or(usize::MAX);
    let is_capped = ids.len() > cap;
    ids.truncate(cap);
    let ranked = ranked(&words, queries::listed_texts(conn, &ids)?);
    let place = |number: i64| usize::try_from(number).unwrap_or_default();
    let page: Vec<i64> = ranked.iter().copied().skip(place(offset)).take(place(limit)).collect();
    let total = i64::try_from(ranked.len()).unwrap_or(i64::MAX);
    Ok(SearchResults { articles: read::by_ids(conn, &page)?, total, is_capped })
}

/// The ids of the newest articles with these words, published or not, the newest first.
pub fn newest_with(conn: &mut Conn, query: &str) -> Result<Vec<i64>> {
    let words = Words::of(query, &queries::languages(conn)?);
    if words.is_empty() { Ok(Vec::new()) } else { newest(conn, &words, CANDIDATES) }
}

/// Reading the last word as a prefix costs SQLite a pass over all its matches, so a word that is common as it stands is
/// not read so.
fn newest(conn: &mut Conn, words: &Words, limit: i64) -> Result<Vec<i64>> {
    if let Some(closed) = words.closed() {
        let ids = queries::newest_matches(conn, &closed, limit)?;
        if i64::try_from(ids.len()).is_ok_and(|count| count >= limit) {
            return Ok(ids);
        }
    }
    queries::newest_matches(conn, words, limit)
}

/// A word in the title counts most, then one in the summary; of equals the newest comes first.
fn ranked(words: &Words, mut candidates: Vec<(i64, String, String)>) -> Vec<i64> {
    let score = |title: &str, summary: &str| 8 * words.count_in(title) + 3 * words.count_in(summary);
    candidates.sort_by_cached_key(|(id, title, summary)| (Reverse(score(title, summary)), Reverse(*id)));
    candidates.into_iter().map(|(id, ..)| id).collect()
}

#[test]
fn a_word_in_the_title_counts_most_and_the_newest_comes_first() {
    let candidate = |id: i64, title: &str, summary: &str| (id, title.to_owned(), summary.to_owned());
    let candidates = vec![
        candidate(1, "Trade", ""),
        candidate(2, "Football", "The trade of players"),
        candidate(3, "Football", ""),
        candidate(4, "Football", ""),
        candidate(5, "On trade", "Trade talks"),
    ];
    assert_eq!(ranked(&Words::of("trade", &[]), candidates), [5, 1, 2, 4, 3]);
}
