//! The queries of articles, feeds and signals.

pub mod feeds;
pub mod indexing;
pub mod list;
pub mod read;
pub mod search;
pub mod signals;
pub mod similar;
pub mod stories;
pub mod topics;
pub mod write;

use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, ValidGrouping};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Nullable, Text};

use super::score::{Heat, SignalKind};
use super::{Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::schema::articles;
use crate::newsletter::Topic;

crate::db::sql_code!(ArticleState);
crate::db::sql_code!(SignalKind);

/// The topics of an article by name, as lines `id slug name`: a column of their own, so that articles and their topics
/// are one statement.
#[derive(Clone, Copy, Debug, QueryId, ValidGrouping)]
pub struct TopicColumn;

impl Expression for TopicColumn {
    type SqlType = Nullable<Text>;
}

impl<Q> AppearsOnTable<Q> for TopicColumn {}

impl<Q> SelectableExpression<Q> for TopicColumn {}

impl<DB: Backend> QueryFragment<DB> for TopicColumn {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        pass.push_sql(
            "(SELECT string_agg(topics.id || ' ' || topics.slug || ' ' || topics.name, '\n' ORDER BY topics.name)
              FROM article_topics INNER JOIN topics ON topics.id = article_topics.topic_id
              WHERE article_topics.article_id = articles.id)",
        );
        Ok(())
    }
}

/// The topic of a line of [`TopicColumn`].
fn topic(line: &str) -> Option<Topic> {
    let mut parts = line.splitn(3, ' ');
    let (id, slug, name) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Topic { id: id.parse().ok()?, slug: slug.to_owned(), name: name.to_owned() })
}

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
    #[diesel(select_expression = TopicColumn, select_expression_type = TopicColumn)]
    topics: Option<String>,
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
            topics: row.topics.as_deref().unwrap_or_default().lines().filter_map(topic).collect(),
        }
    }
}
