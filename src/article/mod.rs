//! Articles: read from feeds and files, kept, ranked, compared, folded and found. It knows no reader: a signal comes from
//! a person that is but a hash for a day.
//!
//! The way of an article: `parse` or `import` make checked values, `prepare` cleans and derives, `store` keeps and folds
//! the same story of several sources, `signal` counts what readers do, `score` orders, `similar` and `search` find.

pub mod feed;
pub mod import;
pub mod parse;
pub mod prepare;
mod queries;
pub mod score;
pub mod search;
pub mod signal;
pub mod similar;
pub mod store;
pub mod story;
pub mod topic;

use crate::clock::Timestamp;
use crate::html::SafeHtml;
use crate::newsletter::Topic;
use crate::word::coded_enum;

pub use queries::find::{search, similar};
pub use queries::read::{
    Filter, by_id, by_ids, by_slug, candidates, count_of_topic, count_published, list, newest, of_topic, text, trending,
};
pub use queries::signals::{kept_signals, purge_signals, signal, store_signals};
pub use store::{ArticleError, Imported, Outcome, Upserted, add, edit, import, publish, unpublish, upsert};

coded_enum! {
    pub enum ArticleState {
        Published = (0, "published"),
        /// Taken off all pages by an editor.
        Unpublished = (1, "unpublished"),
    }
}

/// An article as lists, mails and the head of its page show it; its text is read by [`text`].
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
    /// The article that stands for the same story, when it is not this one; then this one stands in no list.
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
    /// Why the article stands where it stands: the parts that its rank is made of, worth what they are worth now.
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

/// What stands at an article's address.
#[derive(Clone, Debug, PartialEq)]
pub enum AtSlug {
    Found(Box<Article>),
    /// The article has this slug now, or another article stands for the same story.
    Moved(String),
    /// An editor has taken it back.
    Gone,
    /// Nothing was ever here.
    Unknown,
}
