//! Feeds as articles: RSS 0.9x to 2.0, RDF, Atom and JSON Feed.
//!
//! The input is not trusted: it is checked before it is parsed ([`FeedLimits`]), every string is cleaned and all HTML
//! is sanitised. Nothing here fetches, and nothing panics.

mod item;
mod read;
mod repair;
mod scan;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::NewArticle;
use crate::locale::Locale;

pub use read::parse_feed;

/// The limits of a feed.
#[derive(Debug, Clone)]
pub struct FeedLimits {
    /// Articles taken from one feed: the newest.
    pub max_items: usize,
    /// A feed with more items is refused before it is parsed.
    pub max_items_parsed: usize,
    /// Depth of nested elements.
    pub max_depth: usize,
}

impl Default for FeedLimits {
    fn default() -> Self {
        Self { max_items: 500, max_items_parsed: 5_000, max_depth: 64 }
    }
}

/// Why a feed cannot be read: a kind with its values, as the feed stores it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ParseError {
    /// Neither RSS, RDF, Atom nor JSON Feed.
    NotAFeed,
    /// An HTML page.
    WebPage,
    /// Elements nest deeper than `most`.
    TooDeep {
        most: usize,
    },
    TooManyItems {
        most: usize,
    },
    TooMuchInAnItem,
    /// The parser refused it.
    Broken {
        detail: String,
    },
    /// The parser panicked.
    Unreadable,
}

impl ParseError {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        locale.error("parse-error", self)
    }
}

/// In English, for the command line and the log.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(&Locale::default()))
    }
}

impl std::error::Error for ParseError {}

/// A feed's articles, in the feed's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedFeed {
    /// Its title, or the host where it has none.
    pub title: String,
    pub items: Vec<ParsedArticle>,
}

/// An item of a feed. Its article has a guid of at most 500 bytes that is the same at every fetch, a summary of one
/// line and at most 1,000 characters, a sanitised HTML body that is empty where the feed has only a summary, a URL
/// without tracking parameters, no time in the future, and neither source nor topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedArticle {
    pub article: NewArticle,
    /// The publisher's categories, each once.
    pub categories: Vec<String>,
}

#[cfg(test)]
mod tests;
