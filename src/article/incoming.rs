//! An article on its way in from a file, a feed or the API.

use std::sync::OnceLock;

use super::import::NewArticle;
use super::prepare::{Prepared, hash, prepare, slug};

/// An article with its hash. It is prepared once: ahead of the write transaction where its content is new.
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
    /// The article that it names, of `source` where it names none. Without a guid its address identifies it, else its slug.
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

    /// The prepared article; takes a moment when it is asked for the first time.
    pub fn prepared(&self) -> &Prepared {
        self.prepared.get_or_init(|| prepare(&self.article))
    }
}

/// What identifies an article.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleKey {
    pub source: String,
    /// Unique within the source.
    pub guid: String,
}
