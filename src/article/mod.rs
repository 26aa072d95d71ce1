//! Articles: read from feeds and files, stored, ranked, compared, folded into stories and found. It knows no reader: a
//! signal comes from a person who is a hash for a day.
//!
//! The way of an article: `parse` or `import` make checked values, `prepare` cleans and derives, `intake` and `store` decide
//! what is new, `keep` writes it and folds the same story of several sources, `signal` counts what readers do, `score`
//! orders, `similar` compares, `search` finds.

pub mod feed;
pub mod import;
mod incoming;
pub mod intake;
mod keep;
mod leader;
mod list;
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
pub mod topic;

use crate::clock::Timestamp;
use crate::html::SafeHtml;
use crate::newsletter::Topic;
use crate::word::coded_enum;

pub use incoming::Incoming;
pub use intake::{Imported, Outcome, Upserted, import};
pub use list::{list, list_after};
pub use queries::read::{
    by_id, by_ids, by_slug, candidates, count_published, newest, newest_slugs, of_topic, text, trending, trending_ids,
};
pub use queries::signals::{kept_signals, purge_salts, purge_signals, signal, store_signals};
pub use queries::similar::of as similar_to;
pub use search::{SearchResults, search};
pub use store::{ArticleError, add, edit, publish, unpublish};

coded_enum! {
    pub enum ArticleState {
        Published = (0, "published"),
        /// Taken off all pages by an editor.
        Unpublished = (1, "unpublished"),
    }
}

/// An article as lists, mails and the head of its page show it; [`text`] reads its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    pub id: i64,
    pub slug: String,
    pub title: String,
    pub summary: String,
    /// Absolute address of a picture.
    pub image: Option<String>,
    pub source: String,
    pub feed_id: Option<i64>,
    pub guid: String,
    /// The publisher's own page of it.
    pub url: Option<String>,
    /// The article that stands for the same story, when it is not this one; then this one is in no list.
    pub story_id: Option<i64>,
    pub state: ArticleState,
    pub published_at: Timestamp,
    pub updated_at: Timestamp,
    pub heat: score::Heat,
    /// What it is sorted by: [`score::Heat::rank`].
    pub rank: f64,
    pub views: i64,
    pub clicks: i64,
    /// By name.
    pub topics: Vec<Topic>,
}

impl Article {
    /// Why the article is ranked as it is: the parts of its score, at their present worth.
    #[must_use]
    pub fn explain(&self, now: Timestamp) -> score::Score {
        self.heat.score_at(&score::Weights::default(), now.to_utc())
    }
}

/// An article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub body: SafeHtml,
    /// As written, where it was written in Markdown.
    pub markdown: Option<String>,
}

/// A source of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    pub id: i64,
    pub url: String,
    /// As it called itself when it was first fetched; empty before. Its articles have it as their source.
    pub title: String,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// The last fetch that brought an answer.
    pub fetched_at: Option<Timestamp>,
    pub next_at: Timestamp,
    /// Failures in a row.
    pub failures: i64,
    /// Why the last fetch failed; empty when it did not.
    pub last_error: String,
    /// Its server says that it is gone for good: it is fetched only when somebody asks, and goes on when it is back.
    pub stopped: bool,
    pub created_at: Timestamp,
}

/// Which of all articles an editor lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of title, summary or body; empty for all articles.
    pub words: String,
    pub state: Option<ArticleState>,
    pub source: Option<String>,
    pub topic: Option<i64>,
    /// Whether the hottest come first; else the newest.
    pub by_rank: bool,
}

/// What stands at an article's address.
#[derive(Clone, Debug, PartialEq)]
pub enum AtSlug {
    Found(Box<Article>),
    /// The article has another slug now, or another article stands for the same story.
    Moved(String),
    /// An editor has unpublished it.
    Gone,
    /// There was never an article here.
    Unknown,
}
