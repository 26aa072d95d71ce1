//! Topics in the database.

use diesel::prelude::*;

use crate::db::schema::{topic_slugs, topics};
use crate::db::{Both, Conn, Result};
use crate::effect::Effect;
use crate::text;

/// A subject of articles.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Topic {
    pub id: i64,
    pub slug: String,
    pub name: String,
}

/// All topics by name.
pub fn topics(conn: &mut Conn) -> Result<Vec<Topic>> {
    Ok(topics::table.order(topics::name).load(conn)?)
}

/// The topic with a slug, current or former.
pub fn topic_by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Topic>> {
    if let Some(topic) = topics::table.filter(topics::slug.eq(slug)).first(conn).optional()? {
        return Ok(Some(topic));
    }
    let led = topic_slugs::table.inner_join(topics::table).filter(topic_slugs::slug.eq(slug));
    Ok(led.select((topics::id, topics::slug, topics::name)).first(conn).optional()?)
}

/// Every current and former slug, with the name of its topic.
pub fn topic_slugs(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    let mut found: Vec<(String, String)> = topics::table.select((topics::slug, topics::name)).load(conn)?;
    let led = topic_slugs::table.inner_join(topics::table).select((topic_slugs::slug, topics::name));
    found.extend(led.load::<(String, String)>(conn)?);
    Ok(found)
}

/// The topic of a name, made if it is new: imports bring their own topics.
pub fn ensure_topic(conn: &mut Conn, name: &str) -> Result<i64> {
    let slug = text::slug(name, 60);
    if let Some(topic) = topic_by_slug(conn, &slug)? {
        return Ok(topic.id);
    }
    let row = (topics::slug.eq(&slug), topics::name.eq(name));
    let insert = diesel::insert_into(topics::table).values(row).on_conflict_do_nothing();
    RunQueryDsl::execute(Both(insert), conn)?;
    conn.after_commit(Effect::SiteChanged);
    Ok(topics::table.filter(topics::slug.eq(&slug)).select(topics::id).first(conn)?)
}
