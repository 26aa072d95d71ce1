//! The queries of articles, feeds and signals.

pub mod feeds;
pub mod list;
pub mod read;
pub mod search;
pub mod signals;
pub mod similar;
pub mod topics;
pub mod write;

use diesel::prelude::*;

use super::score::{Heat, SignalKind};
use super::{Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::schema::articles;

crate::db::sql_code!(ArticleState);
crate::db::sql_code!(SignalKind);

/// An article's row without its text and keys.
#[derive(Queryable, Selectable)]
#[diesel(table_name = articles)]
pub struct Row {
    id: i64,
    slug: String,
    title: String,
    summary: String,
    image_url: Option<String>,
    source: String,
    feed_id: Option<i64>,
    guid: String,
    url: Option<String>,
    story_id: Option<i64>,
    state: ArticleState,
    published_at: Timestamp,
    updated_at: Timestamp,
    heat_fresh: f64,
    heat_views: f64,
    heat_clicks: f64,
    rank: f64,
    views: i64,
    clicks: i64,
}

impl From<Row> for Article {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            title: row.title,
            summary: row.summary,
            image: row.image_url,
            source: row.source,
            feed_id: row.feed_id,
            guid: row.guid,
            url: row.url,
            story_id: row.story_id,
            state: row.state,
            published_at: row.published_at,
            updated_at: row.updated_at,
            heat: Heat { fresh: row.heat_fresh, views: row.heat_views, clicks: row.heat_clicks },
            rank: row.rank,
            views: row.views,
            clicks: row.clicks,
            topics: Vec::new(),
        }
    }
}
