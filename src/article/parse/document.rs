//! What a feed says, in whatever format: the common form of RSS, Atom and JSON Feed. Nothing is cleaned yet.

use chrono::{DateTime, Utc};
use url::Url;

/// A feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: Option<FeedText>,
    /// When it was last changed or published.
    pub updated: Option<DateTime<Utc>>,
    pub author: Option<String>,
    pub items: Vec<Item>,
}

/// An item or entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Empty if it has none.
    pub id: String,
    /// Its page, perhaps relative to `base`.
    pub link: Option<String>,
    pub title: Option<FeedText>,
    pub summary: Option<FeedText>,
    pub content: Option<FeedText>,
    /// When it was published, or else last changed.
    pub published: Option<DateTime<Utc>>,
    pub author: Option<String>,
    pub categories: Vec<String>,
    pub pictures: Vec<Picture>,
    /// Addresses of sounds and films.
    pub recordings: Vec<String>,
    /// The base of its relative addresses, from `xml:base`.
    pub base: Option<Url>,
}

/// A text with what is known about its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedText {
    pub text: String,
    pub kind: TextKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    Plain,
    /// Plain text with character references.
    References,
    Html,
    /// Plain text or HTML; the format does not say which.
    Unsaid,
}

impl FeedText {
    #[must_use]
    pub fn html(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: TextKind::Html }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A picture of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub url: String,
    /// In pixels, if the feed says it.
    pub width: Option<u32>,
}
