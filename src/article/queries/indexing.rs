//! The articles that are to be indexed again.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::article::prepare::Derived;
use crate::clock::Timestamp;
use crate::db::schema::{articles, articles_to_index};
use crate::db::{Conn, Result};

/// An article that is to be indexed.
#[derive(Clone, Debug)]
pub struct Unindexed {
    pub id: i64,
    pub updated_at: Timestamp,
    pub title: String,
    pub summary: String,
    pub body: String,
}

/// The newest marked ones.
pub fn marked(conn: &mut Conn, limit: i64) -> Result<Vec<Unindexed>> {
    let columns = (articles::id, articles::updated_at, articles::title, articles::summary, articles::body_html);
    let marked = articles_to_index::table.inner_join(articles::table).order(articles_to_index::article_id.desc());
    let rows: Vec<(i64, Timestamp, String, String, String)> = marked.limit(limit).select(columns).load(conn)?;
    let unindexed = |(id, updated_at, title, summary, body)| Unindexed { id, updated_at, title, summary, body };
    Ok(rows.into_iter().map(unindexed).collect())
}

/// When each of these was last changed.
pub fn updated(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Timestamp>> {
    let rows = articles::table.filter(articles::id.eq_any(ids)).select((articles::id, articles::updated_at));
    Ok(rows.load::<(i64, Timestamp)>(conn)?.into_iter().collect())
}

/// Sets what is stored in the article's own row.
pub fn set(conn: &mut Conn, id: i64, derived: &Derived) -> Result<()> {
    let change = (articles::language.eq(derived.language), articles::title_key.eq(&derived.title_key));
    diesel::update(articles::table.find(id)).set(change).execute(conn)?;
    Ok(())
}

pub fn unmark(conn: &mut Conn, ids: &[i64]) -> Result<()> {
    diesel::delete(articles_to_index::table.filter(articles_to_index::article_id.eq_any(ids))).execute(conn)?;
    Ok(())
}
