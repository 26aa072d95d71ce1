//! The same story from several sources: whether two articles report one event.
//!
//! Articles with one URL are one story. Otherwise the text decides, whatever the title: both texts use the same words
//! ([`Terms`]), they agree in names and numbers ([`Gist`]), and neither title has a name or number that the other article
//! does not know. So "What we know so far" is not one story every day, and two matches of one team are two.
//!
//! The limits were set by pairs of articles labelled by hand (`tests/articles/story_pairs.txt`). Precision goes first:
//! two articles of one story are a repetition, an article taken for another one is lost.

mod gist;
mod title;
mod url;

use chrono::{DateTime, TimeDelta, Utc};

use super::terms::Terms;

pub use gist::Gist;
pub use title::title_key;
pub use url::{canonical_key, canonical_url};

/// Reports of one event were published within this time of each other.
pub const WITHIN: TimeDelta = TimeDelta::days(3);

/// Words besides those of the title that make a text.
const MIN_TEXT: usize = 5;
/// Without a text, a title of fewer words is reused for other content.
const MIN_TITLE_WORDS: usize = 5;
/// Least similarity of the words, and the least share of the shorter text's words in one of more than twice the length.
const LEAST_LIKE: f64 = 0.45;
const LEAST_CONTAINED: f64 = 0.6;
/// Least similarity of the words where there are no names and numbers to compare.
const LEAST_LIKE_ALONE: f64 = 0.75;
/// Least share of names and numbers that the other article has too, as the mean of both.
const LEAST_AGREEMENT: f64 = 0.7;
/// Least sum of both.
const LEAST_SUM: f64 = 1.2;

/// The parts of an article that decide which story it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// From [`canonical_key`].
    pub url_key: Option<String>,
    /// From [`title_key`].
    pub title_key: Option<String>,
    pub gist: Gist,
    pub terms: Terms,
    pub published_at: DateTime<Utc>,
}

/// Whether two articles are the same story.
#[must_use]
pub fn same_story(a: &Story, b: &Story) -> bool {
    if a.url_key.is_some() && a.url_key == b.url_key {
        return true;
    }
    // An article of an earlier version has no gist until it is compared again.
    if (a.published_at - b.published_at).abs() > WITHIN || a.gist.title.is_empty() || b.gist.title.is_empty() {
        return false;
    }
    if a.knows_not(b) && b.knows_not(a) {
        return false;
    }
    if a.has_text() && b.has_text() { same_text(a, b) } else { same_headline(a, b) }
}

fn same_text(a: &Story, b: &Story) -> bool {
    let like = a.terms.like(&b.terms);
    let agreement = a.agreement(b).zip(b.agreement(a)).map(|(of_a, of_b)| f64::midpoint(of_a, of_b));
    match agreement {
        None => like >= LEAST_LIKE_ALONE,
        Some(agreement) if agreement < LEAST_AGREEMENT => false,
        Some(agreement) => (like >= LEAST_LIKE && like + agreement >= LEAST_SUM) || is_part(a, b) || is_part(b, a),
    }
}

/// Whether a text is that of the other one, shortened.
fn is_part(short: &Story, long: &Story) -> bool {
    short.terms.0.len() * 2 < long.terms.0.len() && short.terms.share_in(&long.terms) >= LEAST_CONTAINED
}

/// One headline, where there is no text to compare: it names something, or its script has no capital letters to tell.
fn same_headline(a: &Story, b: &Story) -> bool {
    let Some(title) = a.title_key.as_ref().filter(|_| a.title_key == b.title_key) else { return false };
    let is_name = |fact: &String| fact.starts_with(char::is_alphabetic);
    let names = a.gist.title_facts(&b.gist).any(is_name);
    let has_case = title.chars().any(char::is_lowercase);
    a.gist.title.len().max(title.split(' ').count()) >= MIN_TITLE_WORDS && (names || !has_case)
}

impl Story {
    fn has_text(&self) -> bool {
        self.terms.0.iter().filter(|(term, _)| !self.gist.title.contains(term)).count() >= MIN_TEXT
    }

    fn has(&self, word: &str) -> bool {
        self.gist.title.contains(word) || self.gist.facts.contains(word) || self.terms.has(word)
    }

    /// Whether the other one's title has a name or a number that is not in this article.
    fn knows_not(&self, other: &Self) -> bool {
        other.gist.title_facts(&self.gist).any(|fact| !self.has(fact))
    }

    /// The share of the names and numbers that the other article has too; `None` if it has none.
    fn agreement(&self, other: &Self) -> Option<f64> {
        let count = |number: usize| u32::try_from(number).map_or(f64::from(u32::MAX), f64::from);
        let facts = &self.gist.facts;
        let shared = facts.iter().filter(|fact| other.has(fact)).count();
        (!facts.is_empty()).then(|| count(shared) / count(facts.len()))
    }
}
