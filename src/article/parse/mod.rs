//! Feeds as articles: RSS 0.9x to 2.0, RDF, Atom and JSON Feed.
//!
//! The bytes come from anybody: they are looked over before they are parsed ([`FeedLimits`]), every string is cleaned,
//! all HTML goes through the sanitiser. Nothing here fetches, and nothing panics.

mod item;
mod read;
mod repair;
mod scan;

use chrono::{DateTime, Utc};
use thiserror::Error;

pub use read::parse_feed;

/// What a feed may cost.
#[derive(Debug, Clone)]
pub struct FeedLimits {
    /// Articles taken from one feed: the newest.
    pub max_items: usize,
    /// A feed with more items is refused before it is parsed.
    pub max_items_parsed: usize,
    /// How deep its elements may nest.
    pub max_depth: usize,
}

impl Default for FeedLimits {
    fn default() -> Self {
        Self { max_items: 500, max_items_parsed: 5_000, max_depth: 64 }
    }
}

/// Why a feed could not be read: shown beside it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ParseError {
    #[error("This is not a feed: neither RSS, Atom nor JSON Feed.")]
    NotAFeed,
    #[error("This is a web page, not a feed. Look on it for a link named RSS or Feed.")]
    WebPage,
    #[error("The feed nests its elements deeper than {0}.")]
    TooDeep(usize),
    #[error("The feed has more than {0} items.")]
    TooManyItems(usize),
    #[error("An item of the feed holds too many elements.")]
    TooMuchInAnItem,
    #[error("The feed is broken: {0}")]
    Broken(String),
}

/// A feed's articles, in the feed's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedFeed {
    /// Its title, or the host where it has none.
    pub title: String,
    pub items: Vec<ParsedArticle>,
}

/// An article as a feed gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedArticle {
    /// Unique within the feed, the same at every fetch; at most 500 bytes.
    pub guid: String,
    /// One line of text, at most 300 characters, never empty.
    pub title: String,
    /// One line of text, at most 1,000 characters; empty where the feed has no text at all.
    pub summary: String,
    /// Sanitised; empty where the feed has no more than a summary.
    pub body_html: String,
    /// Absolute address of a picture.
    pub image: Option<String>,
    /// Absolute address of the article's page, without tracking parameters.
    pub url: Option<String>,
    /// Never later than now.
    pub published_at: Option<DateTime<Utc>>,
    /// The feed's title.
    pub source: String,
    pub categories: Vec<String>,
}

#[cfg(test)]
mod tests;
