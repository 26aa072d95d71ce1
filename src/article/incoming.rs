//! An article that arrives from a file, a feed or the API.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};

use super::NewArticle;
use super::prepare::{Prepared, hash, prepare, title_id};
use super::story::canonical_key;
use crate::clock::Timestamp;

/// An article with its hash. It is prepared once, before the write transaction if its content is new.
#[derive(Debug)]
pub struct Incoming {
    article: NewArticle,
    hash: [u8; 32],
    prepared: OnceLock<Prepared>,
    url_is_shared: bool,
    at_latest: Option<Timestamp>,
}

impl From<NewArticle> for Incoming {
    fn from(article: NewArticle) -> Self {
        Self { hash: hash(&article), article, prepared: OnceLock::new(), url_is_shared: false, at_latest: None }
    }
}

impl Incoming {
    /// An item of a feed. With a shared URL, another item of the feed has it too; `at_latest` is the item's time if it has
    /// no date.
    #[must_use]
    pub fn of_feed(article: NewArticle, url_is_shared: bool, at_latest: DateTime<Utc>) -> Self {
        Self { url_is_shared, at_latest: Some(at_latest.into()), ..Self::from(article) }
    }

    #[must_use]
    pub fn title(&self) -> &str {
        &self.article.title
    }

    /// Its date in milliseconds, if it has one.
    #[must_use]
    pub fn published_at(&self) -> Option<i64> {
        self.article.published_at.map(|at| at.timestamp_millis())
    }

    /// The time that it gets without a date; `None` for the present.
    #[must_use]
    pub const fn at_latest(&self) -> Option<Timestamp> {
        self.at_latest
    }

    /// The key of its URL, if that is its own.
    #[must_use]
    pub fn naming_url_key(&self) -> Option<String> {
        self.article.url.as_deref().filter(|_| !self.url_is_shared).and_then(canonical_key)
    }

    /// Its key; `source` is the default. Without a guid its URL identifies it, or else its title.
    #[must_use]
    pub fn key(&self, source: &str) -> ArticleKey {
        let article = &self.article;
        ArticleKey {
            source: article.source.as_deref().unwrap_or(source).to_owned(),
            guid: article.guid.clone().or(article.url.clone()).unwrap_or_else(|| title_id(&article.title)),
        }
    }

    #[must_use]
    pub const fn hash(&self) -> &[u8; 32] {
        &self.hash
    }

    /// The prepared article. The first call is expensive.
    pub fn prepared(&self) -> &Prepared {
        self.prepared.get_or_init(|| prepare(&self.article))
    }
}

/// The key of an article.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleKey {
    pub source: String,
    /// Unique within the feed, or within the source for articles of no feed.
    pub guid: String,
}
