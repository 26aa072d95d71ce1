//! The list of all articles, for editors and the API.

use diesel::prelude::*;

use super::Row;
use super::read::articles_of;
use crate::article::{Article, Filter};
use crate::db::schema::{article_topics, articles};
use crate::db::{Conn, Result};

type Query<'a> = articles::BoxedQuery<'a, <Conn as diesel::Connection>::Backend>;

/// The articles of a filter. `among` are the ids of those with its words, if it has any.
fn matching<'a>(filter: &Filter, among: Option<&[i64]>) -> Query<'a> {
    let mut query = articles::table.into_boxed();
    if let Some(ids) = among {
        query = query.filter(articles::id.eq_any(ids.to_vec()));
    }
    if let Some(state) = filter.state {
        query = query.filter(articles::state.eq(state));
    }
    if let Some(source) = &filter.source {
        query = query.filter(articles::source.eq(source.clone()));
    }
    if let Some(topic) = filter.topic {
        let of_topic = article_topics::table.filter(article_topics::topic_id.eq(topic));
        query = query.filter(articles::id.eq_any(of_topic.select(article_topics::article_id)));
    }
    query
}

pub fn count(conn: &mut Conn, filter: &Filter, among: Option<&[i64]>) -> Result<i64> {
    Ok(matching(filter, among).count().get_result(conn)?)
}

/// A page of the articles in the filter's order.
pub fn page(conn: &mut Conn, filter: &Filter, among: Option<&[i64]>, limit: i64, offset: i64) -> Result<Vec<Article>> {
    let query = matching(filter, among);
    let ordered = if filter.by_rank {
        query.order((articles::rank.desc(), articles::id.desc()))
    } else {
        query.order((articles::published_at.desc(), articles::id.desc()))
    };
    Ok(articles_of(ordered.limit(limit).offset(offset).select(Row::as_select()).load(conn)?))
}

/// The articles that follow one in the order from the newest, or the newest; empty if there is no such article.
pub fn after(
    conn: &mut Conn,
    filter: &Filter,
    among: Option<&[i64]>,
    article: Option<i64>,
    limit: i64,
) -> Result<Vec<Article>> {
    let mut query = matching(filter, among);
    if let Some(id) = article {
        let at = articles::table.find(id).select(articles::published_at).first::<i64>(conn).optional()?;
        let Some(at) = at else { return Ok(Vec::new()) };
        // The first condition is a range of the index, the second leaves out those of the same time.
        let older = articles::published_at.lt(at).or(articles::id.lt(id));
        query = query.filter(articles::published_at.le(at)).filter(older);
    }
    let ordered = query.order((articles::published_at.desc(), articles::id.desc())).limit(limit);
    Ok(articles_of(ordered.select(Row::as_select()).load(conn)?))
}
