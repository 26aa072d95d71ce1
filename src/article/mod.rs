//! Articles: read from feeds and files, stored, ranked, compared, merged into stories and searched. This room knows no
//! subscriber: a signal comes from a person who is known by a hash for one day.
//!
//! The way of an article: `parse` or `import` makes checked values, `prepare` cleans them and derives missing ones,
//! `identity`, `intake` and `store` decide what is new, `keep` writes it, `signal` counts views and clicks, `score` ranks,
//! `similar` compares, `story` tells the same story of several sources, which `merge` merges, `search` finds, and `indexing`
//! derives again for what an earlier version has stored.

mod failure;
pub mod feed;
mod identity;
pub mod indexing;
pub mod import;
mod incoming;
pub mod intake;
mod keep;
mod leader;
mod list;
mod merge;
mod new_article;
pub mod parse;
pub mod prepare;
mod queries;
pub mod score;
mod search;
pub mod signal;
pub mod similar;
mod slugs;
mod store;
pub mod story;
pub mod terms;
pub mod topic;

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::html::SafeHtml;
use crate::newsletter::Topic;
use crate::word::coded_enum;

pub use failure::FeedFailure;
pub use incoming::Incoming;
pub use intake::{Imported, Outcome, Upserted, import};
pub use list::{list, list_after};
pub use merge::{merge, split};
pub use new_article::{Body, NewArticle};
pub use queries::read::{
    by_id, by_ids, by_slug, candidates, count_published, newest, newest_slugs, of_topic, text, trending, trending_ids,
};
pub use queries::signals::{kept_signals, purge_salts, purge_signals, signal, store_signals};
pub use queries::similar::of as similar_to;
pub use queries::stories::{decided as decided_stories, others_of as others_of_story, stories};
pub use search::{SearchResults, search};
pub use store::{ArticleError, add, edit, is_due, publish, publish_due, unpublish};

coded_enum! {
    pub enum ArticleState {
        Published = (0, "published"),
        /// Removed from all pages by an editor.
        Unpublished = (1, "unpublished"),
        /// Not yet published, and seen by editors only.
        Draft = (2, "draft"),
        /// A draft that is published at its date.
        Scheduled = (3, "scheduled"),
    }
}

impl ArticleState {
    /// Whether readers can see it, or could once.
    #[must_use]
    pub const fn has_been_public(self) -> bool {
        matches!(self, Self::Published | Self::Unpublished)
    }
}

/// An article without its text, which [`text`] reads.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Article {
    pub id: i64,
    pub slug: String,
    pub title: String,
    pub summary: String,
    /// Absolute URL of a picture.
    pub image: Option<String>,
    pub source: String,
    #[serde(skip)]
    pub feed_id: Option<i64>,
    pub guid: String,
    /// Its page at the publisher.
    pub url: Option<String>,
    /// The article that represents the same story, if that is another one; this one is then in no list.
    #[serde(rename = "story")]
    pub story_id: Option<i64>,
    pub state: ArticleState,
    pub published_at: Timestamp,
    pub updated_at: Timestamp,
    #[serde(skip)]
    pub heat: score::Heat,
    /// The sort key: [`score::Heat::rank`].
    #[serde(skip)]
    pub rank: f64,
    pub views: i64,
    pub clicks: i64,
    /// Sorted by name.
    #[serde(skip)]
    pub topics: Vec<Topic>,
}

impl Article {
    /// The parts of the article's score at the time `now`.
    #[must_use]
    pub fn explain(&self, now: Timestamp) -> score::Score {
        self.heat.score_at(&score::Weights::default(), now.to_utc())
    }
}

/// An article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub body: SafeHtml,
    /// The source, if it was written in Markdown.
    pub markdown: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Code of its language, if it is recognised.
    pub language: Option<String>,
}

/// A source of articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Feed {
    pub id: i64,
    pub url: String,
    /// Its title at the first fetch; empty before. It is the source of its articles.
    pub title: String,
    #[serde(skip)]
    pub etag: Option<String>,
    #[serde(skip)]
    pub last_modified: Option<String>,
    /// The last successful fetch.
    pub fetched_at: Option<Timestamp>,
    pub next_at: Timestamp,
    /// Failures in a row.
    pub failures: i64,
    /// Why the last fetch failed; `None` if it did not.
    #[serde(skip)]
    pub last_error: Option<FeedFailure>,
    /// The server says that it is gone for good. It is fetched only on request, and a successful fetch resumes it.
    pub stopped: bool,
    pub created_at: Timestamp,
}

/// A filter of the list of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of title, summary or body; empty for all articles.
    pub words: String,
    pub state: Option<ArticleState>,
    pub source: Option<String>,
    pub topic: Option<i64>,
    /// Whether the highest score comes first, else the newest.
    pub by_rank: bool,
}

/// The article at a URL.
#[derive(Clone, Debug, PartialEq)]
pub enum AtSlug {
    /// With its text.
    Found(Box<Article>, Text),
    /// Its slug: the article was renamed, or another article represents the same story.
    Moved(String),
    /// An editor has unpublished it.
    Gone,
    /// No article ever had this slug.
    Unknown,
}
