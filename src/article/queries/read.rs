//! Reading articles: one by its address, and lists. A list shows what is published and stands for its story.

use std::collections::HashMap;

use diesel::prelude::*;

use super::Row;
use crate::article::{Article, ArticleState, AtSlug, Text};
use crate::clock::Timestamp;
use crate::db::schema::{article_slugs, article_topics, articles, topics};
use crate::db::{Conn, Result};
use crate::html::SafeHtml;
use crate::newsletter::Topic;

/// Ids of one statement, below SQLite's limit of bound values.
const BATCH: usize = 5_000;

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Article>> {
    Ok(by_ids(conn, &[id])?.pop())
}

/// The articles of these ids, in the order of the ids; an id without an article is left out.
pub fn by_ids(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Article>> {
    let mut found = HashMap::new();
    for ids in ids.chunks(BATCH) {
        let rows: Vec<Row> = articles::table.filter(articles::id.eq_any(ids)).select(Row::as_select()).load(conn)?;
        found.extend(with_topics(conn, rows)?.into_iter().map(|article| (article.id, article)));
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// What stands at an article's address: the article, the way to where it is now, or nothing.
pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<AtSlug> {
    let current = articles::table.filter(articles::slug.eq(slug)).select(articles::id);
    let retired = article_slugs::table.find(slug).select(article_slugs::article_id);
    let id: Option<i64> = match current.first(conn).optional()? {
        Some(id) => Some(id),
        None => retired.first(conn).optional()?,
    };
    let Some(id) = id else { return Ok(AtSlug::Unknown) };
    let article = by_id(conn, id)?.filter(|article| article.state == ArticleState::Published);
    let Some(article) = article else { return Ok(AtSlug::Gone) };
    if let Some(leader) = article.story_id {
        let slug = articles::table.find(leader).filter(articles::state.eq(ArticleState::Published));
        let slug: Option<String> = slug.select(articles::slug).first(conn).optional()?;
        return Ok(slug.map_or(AtSlug::Gone, AtSlug::Moved));
    }
    Ok(if article.slug == slug { AtSlug::Found(Box::new(article)) } else { AtSlug::Moved(article.slug) })
}

/// An article's text.
pub fn text(conn: &mut Conn, id: i64) -> Result<Option<Text>> {
    let query = articles::table.find(id).select((articles::body_html, articles::body_markdown));
    let row: Option<(String, Option<String>)> = query.first(conn).optional()?;
    Ok(row.map(|(html, markdown)| Text { body: SafeHtml::vouched(html), markdown }))
}

type Query<'a> = articles::BoxedQuery<'a, <Conn as diesel::Connection>::Backend>;

fn listed<'a>() -> Query<'a> {
    articles::table
        .filter(articles::state.eq(ArticleState::Published))
        .filter(articles::story_id.is_null())
        .into_boxed()
}

fn load(conn: &mut Conn, query: Query<'_>) -> Result<Vec<Article>> {
    let rows: Vec<Row> = query.select(Row::as_select()).load(conn)?;
    with_topics(conn, rows)
}

/// The hottest first.
pub fn trending(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Article>> {
    load(conn, listed().order((articles::rank.desc(), articles::id.desc())).limit(limit).offset(offset))
}

/// The newest first.
pub fn newest(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Article>> {
    load(conn, listed().order((articles::published_at.desc(), articles::id.desc())).limit(limit).offset(offset))
}

/// Of one topic, the newest first.
pub fn of_topic(conn: &mut Conn, topic: i64, limit: i64, offset: i64) -> Result<Vec<Article>> {
    let query = listed().filter(articles::id.eq_any(ids_of_topics(&[topic])));
    load(conn, query.order((articles::published_at.desc(), articles::id.desc())).limit(limit).offset(offset))
}

pub fn count_of_topic(conn: &mut Conn, topic: i64) -> Result<i64> {
    Ok(listed().filter(articles::id.eq_any(ids_of_topics(&[topic]))).count().get_result(conn)?)
}

pub fn count_published(conn: &mut Conn) -> Result<i64> {
    Ok(listed().count().get_result(conn)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn ids_of_topics(topics: &[i64]) -> _ {
    let of_topics: diesel::dsl::Filter<article_topics::table, diesel::dsl::EqAny<article_topics::topic_id, Vec<i64>>> =
        article_topics::table.filter(article_topics::topic_id.eq_any(topics.to_vec()));
    of_topics.select(article_topics::article_id)
}

/// What a digest may choose from: published since `since`, of these topics (or all), the hottest first. What readers got
/// before is for the digest to leave out.
pub fn candidates(
    conn: &mut Conn,
    topics: Option<&[i64]>,
    since: Timestamp,
    limit: i64,
    offset: i64,
) -> Result<Vec<Article>> {
    let mut query = listed().filter(articles::published_at.ge(since));
    if let Some(topics) = topics {
        query = query.filter(articles::id.eq_any(ids_of_topics(topics)));
    }
    load(conn, query.order((articles::rank.desc(), articles::id.desc())).limit(limit).offset(offset))
}

/// What an editor looks for among all articles.
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

/// Most articles of a search in the administration.
const MOST_FOUND: i64 = 1_000;

/// All articles that fit, also unpublished and folded ones, in the filter's order; and how many there are.
pub fn list(conn: &mut Conn, filter: &Filter, limit: i64, offset: i64) -> Result<(Vec<Article>, i64)> {
    let found = match filter.words.trim() {
        "" => None,
        words => Some(super::find::ids_with(conn, words, MOST_FOUND)?),
    };
    let query = || {
        let mut query = articles::table.into_boxed();
        if let Some(ids) = &found {
            query = query.filter(articles::id.eq_any(ids.clone()));
        }
        if let Some(state) = filter.state {
            query = query.filter(articles::state.eq(state));
        }
        if let Some(source) = &filter.source {
            query = query.filter(articles::source.eq(source.clone()));
        }
        if let Some(topic) = filter.topic {
            query = query.filter(articles::id.eq_any(ids_of_topics(&[topic])));
        }
        query
    };
    let total = query().count().get_result(conn)?;
    let ordered = if filter.by_rank {
        query().order((articles::rank.desc(), articles::id.desc()))
    } else {
        query().order((articles::published_at.desc(), articles::id.desc()))
    };
    Ok((load(conn, ordered.limit(limit).offset(offset))?, total))
}

/// Adds each article's topics, in one more query.
fn with_topics(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Article>> {
    let mut list: Vec<Article> = rows.into_iter().map(Article::from).collect();
    let ids: Vec<i64> = list.iter().map(|article| article.id).collect();
    let mut of: HashMap<i64, Vec<Topic>> = HashMap::new();
    let query = article_topics::table.inner_join(topics::table).filter(article_topics::article_id.eq_any(ids));
    let query =
        query.order(topics::name).select((article_topics::article_id, (topics::id, topics::slug, topics::name)));
    for (article, topic) in query.load::<(i64, Topic)>(conn)? {
        of.entry(article).or_default().push(topic);
    }
    for article in &mut list {
        article.topics = of.remove(&article.id).unwrap_or_default();
    }
    Ok(list)
}
