//! A checked article that is not stored yet: from a feed, a file, the API or an editor.

use chrono::{DateTime, Utc};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArticle {
    /// One line, never empty.
    pub title: String,
    /// Derived from the body where it is missing.
    pub summary: Option<String>,
    pub body: Body,
    pub published_at: Option<DateTime<Utc>>,
    /// The publisher. Articles of a feed have the feed's title instead.
    pub source: Option<String>,
    /// Absolute URL of the article's page.
    pub url: Option<String>,
    /// Unique within the source.
    pub guid: Option<String>,
    /// Names, each once.
    pub topics: Vec<String>,
    /// Absolute URL of a picture.
    pub image: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
}

/// Limits in characters and, for topics, their number. A body is limited in bytes by [`crate::markup::MAX_BYTES`].
impl NewArticle {
    pub const TITLE: usize = 300;
    pub const SUMMARY: usize = 2_000;
    pub const SOURCE: usize = 120;
    pub const AUTHOR: usize = 120;
    pub const URL: usize = 2_000;
    pub const GUID: usize = 500;
    pub const TOPIC: usize = 60;
    pub const TOPICS: usize = 20;
}

/// The text of an article as it was written. HTML is not sanitised yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Markdown(String),
    Html(String),
}
