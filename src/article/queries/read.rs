//! Reading articles: one by its slug, and lists. A list has the published articles that represent their story.

use std::collections::HashMap;

use diesel::dsl::exists;
use diesel::prelude::*;

use super::Row;
use crate::article::score::{CLICK, FRESH, VIEW};
use crate::article::{Article, ArticleState, AtSlug, Text};
use crate::clock::Timestamp;
use crate::db::schema::{article_slugs, article_topics, articles};
use crate::db::{Conn, Limited, Result};
use crate::html::SafeHtml;

/// Ids of one statement, below SQLite's limit of bound values.
const BATCH: usize = 5_000;

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Article>> {
    let row: Option<Row> = articles::table.find(id).select(Row::as_select()).first(conn).optional()?;
    Ok(row.map(Article::from))
}

/// The articles of these ids, in the order of the ids; an id without an article is left out.
pub fn by_ids(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Article>> {
    let mut articles = HashMap::new();
    for ids in ids.chunks(BATCH) {
        let rows: Vec<Row> = articles::table.filter(articles::id.eq_any(ids)).select(Row::as_select()).load(conn)?;
        articles.extend(articles_of(rows).into_iter().map(|article| (article.id, article)));
    }
    Ok(ids.iter().filter_map(|id| articles.remove(id)).collect())
}

/// The article with a slug and its text, its present slug, or nothing.
pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<AtSlug> {
    let columns = || (Row::as_select(), TextColumns::as_select());
    let current = articles::table.filter(articles::slug.eq(slug)).select(columns());
    let mut found: Option<(Row, TextColumns)> = current.first(conn).optional()?;
    if found.is_none() {
        let retired = article_slugs::table.inner_join(articles::table).filter(article_slugs::slug.eq(slug));
        found = retired.select(columns()).first(conn).optional()?;
    }
    let Some((row, text)) = found else { return Ok(AtSlug::Unknown) };
    if row.state != ArticleState::Published {
        return Ok(if row.state.has_been_public() { AtSlug::Gone } else { AtSlug::Unknown });
    }
    if let Some(leader) = row.story_id {
        let slug = articles::table.find(leader).filter(articles::state.eq(ArticleState::Published));
        let slug: Option<String> = slug.select(articles::slug).first(conn).optional()?;
        return Ok(slug.map_or(AtSlug::Gone, AtSlug::Moved));
    }
    if row.slug != slug {
        return Ok(AtSlug::Moved(row.slug));
    }
    Ok(AtSlug::Found(Box::new(row.into()), text.into()))
}

/// An article's text.
pub fn text(conn: &mut Conn, id: i64) -> Result<Option<Text>> {
    let row: Option<TextColumns> = articles::table.find(id).select(TextColumns::as_select()).first(conn).optional()?;
    Ok(row.map(Text::from))
}

/// The columns of a [`Text`].
#[derive(Queryable, Selectable)]
#[diesel(table_name = articles)]
struct TextColumns {
    body_html: String,
    body_markdown: Option<String>,
    author: Option<String>,
    language: Option<String>,
}

impl From<TextColumns> for Text {
    fn from(row: TextColumns) -> Self {
        let body = SafeHtml::vouched(row.body_html);
        Self { body, markdown: row.body_markdown, author: row.author, language: row.language }
    }
}

/// Whether an article is listed: published, and no other represents its story.
#[diesel::dsl::auto_type(no_type_alias)]
pub fn is_listed() -> _ {
    let published: ArticleState = ArticleState::Published;
    articles::state.eq(published).and(articles::story_id.is_null())
}

/// The highest score first.
pub fn trending(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Article>> {
    let listed = articles::table.filter(is_listed()).order((articles::rank.desc(), articles::id.desc()));
    let query = listed.select(Row::as_select());
    Ok(articles_of(Limited { query, limit, offset }.load(conn)?))
}

/// Ids, the highest score first.
pub fn trending_ids(conn: &mut Conn, limit: i64) -> Result<Vec<i64>> {
    let listed = articles::table.filter(is_listed()).order((articles::rank.desc(), articles::id.desc()));
    Ok(Limited { query: listed.select(articles::id), limit, offset: 0 }.load(conn)?)
}

/// The newest first.
pub fn newest(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Article>> {
    let listed = articles::table.filter(is_listed()).order((articles::published_at.desc(), articles::id.desc()));
    let query = listed.select(Row::as_select());
    Ok(articles_of(Limited { query, limit, offset }.load(conn)?))
}

/// Slug and last change of the newest articles, the newest first.
pub fn newest_slugs(conn: &mut Conn, limit: i64) -> Result<Vec<(String, Timestamp)>> {
    let listed = articles::table.filter(is_listed()).order((articles::published_at.desc(), articles::id.desc()));
    Ok(listed.limit(limit).select((articles::slug, articles::updated_at)).load(conn)?)
}

/// Of one topic, the newest first. The page is read from the index alone, so that a late page reads no earlier
/// articles.
pub fn of_topic(conn: &mut Conn, topic: i64, limit: i64, offset: i64) -> Result<Vec<Article>> {
    let listed = article_topics::table
        .filter(article_topics::topic_id.eq(topic))
        .filter(article_topics::listed_at.is_not_null());
    let listed = listed.order((article_topics::listed_at.desc(), article_topics::article_id.desc()));
    let query = listed.select(article_topics::article_id);
    let ids: Vec<i64> = Limited { query, limit, offset }.load(conn)?;
    by_ids(conn, &ids)
}

pub fn count_published(conn: &mut Conn) -> Result<i64> {
    Ok(articles::table.filter(is_listed()).count().get_result(conn)?)
}

/// The articles that a digest may choose from: published from `since` to `now`, of these topics (or all), the highest
/// score in a digest first ([`crate::article::score`]).
pub fn candidates(
    conn: &mut Conn,
    topics: Option<&[i64]>,
    (since, now): (Timestamp, Timestamp),
    limit: i64,
    offset: i64,
) -> Result<Vec<Article>> {
    let counts = articles::views * i64::from(VIEW) + articles::clicks * i64::from(CLICK) + i64::from(FRESH);
    // Twice the window without the age.
    let fading = articles::published_at + now.0.saturating_sub(since.0).saturating_mul(2).saturating_sub(now.0);
    let mut query = articles::table.filter(is_listed()).filter(articles::published_at.ge(since)).into_boxed();
    if let Some(topics) = topics {
        let of_topics = article_topics::table.filter(article_topics::article_id.eq(articles::id));
        query = query.filter(exists(of_topics.filter(article_topics::topic_id.eq_any(topics.to_vec()))));
    }
    let rows = query.order(((counts * fading).desc(), articles::id.desc())).limit(limit).offset(offset);
    Ok(articles_of(rows.select(Row::as_select()).load(conn)?))
}

/// The articles of rows.
pub fn articles_of(rows: Vec<Row>) -> Vec<Article> {
    rows.into_iter().map(Article::from).collect()
}
