//! An article that arrives from a file, a feed or the API.

use std::sync::OnceLock;

use super::NewArticle;
use super::prepare::{Prepared, hash, prepare, slug};

/// An article with its hash. It is prepared once, before the write transaction if its content is new.
#[derive(Debug)]
pub struct Incoming {
    article: NewArticle,
    hash: [u8; 32],
    prepared: OnceLock<Prepared>,
}

impl From<NewArticle> for Incoming {
    fn from(article: NewArticle) -> Self {
        Self { hash: hash(&article), article, prepared: OnceLock::new() }
    }
}

impl Incoming {
    /// Its key; `source` is the default. Without a guid its URL identifies it, or else its slug.
    #[must_use]
    pub fn key(&self, source: &str) -> ArticleKey {
        let article = &self.article;
        ArticleKey {
            source: article.source.as_deref().unwrap_or(source).to_owned(),
            guid: article.guid.clone().or(article.url.clone()).unwrap_or_else(|| slug(&article.title)),
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
    /// Unique within the source.
    pub guid: String,
}
