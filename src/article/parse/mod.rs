//! Feeds as articles: RSS 0.9x to 2.0, RDF, Atom and JSON Feed.
//!
//! `charset` decodes, `xml` and `json` read the syntax, `rss`, `atom` and `json` the format, `item` cleans, `guid` names.
//! A fault costs the value or the item that has it, never the feed. The input is not trusted: it is bounded
//! ([`FeedLimits`]), every string is cleaned and all HTML is sanitised. Nothing here fetches, and nothing panics.

mod atom;
mod author;
mod base;
mod charset;
mod date;
mod document;
mod guid;
mod item;
mod json;
mod links;
mod markup_start;
mod names;
mod picture;
mod read;
mod references;
mod rss;
mod title;
mod undated;
mod xml;
mod zone;

use std::fmt;

use serde::{Deserialize, Serialize};

use chrono::{DateTime, Utc};

use super::NewArticle;
use crate::locale::Locale;

pub use links::feed_links;
pub use read::{Source, is_web_page, parse_feed};

/// The limits of a feed.
#[derive(Debug, Clone)]
pub struct FeedLimits {
    /// Articles taken from one feed: the newest.
    pub max_items: usize,
    /// A feed with more items is refused before it is parsed.
    pub max_items_parsed: usize,
    /// Depth of nested elements; deeper ones are left out.
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
    TooManyItems {
        most: usize,
    },
    /// No JSON.
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
    /// When it was last changed or published, by its own account.
    pub updated: Option<DateTime<Utc>>,
    /// Items that the feed has twice.
    pub merged: usize,
    /// Items without title and text.
    pub left_out: usize,
}

/// An item of a feed. Its article has a guid of at most 500 bytes that no other item of the feed has, a summary of one
/// line and at most 1,000 characters, a sanitised HTML body that is empty where the feed has only a summary, a URL
/// without tracking parameters, and neither source nor topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedArticle {
    pub article: NewArticle,
    /// The publisher's categories, each once.
    pub categories: Vec<String>,
    /// Whether its URL says nothing about which item it is: another one has it too, or it is that of a whole site.
    pub url_is_shared: bool,
    /// Its latest possible time, if it has no date but an item before it has one.
    pub at_latest: Option<DateTime<Utc>>,
}

#[cfg(test)]
mod tests;
