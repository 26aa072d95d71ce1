//! Newsletters, their editions and the topics in the database.

mod edition;
mod topic;

use diesel::prelude::*;

use super::{Newsletter, Settings};
use crate::clock::Timestamp;
use crate::db::schema::newsletters;
use crate::db::{Conn, Result};

pub use edition::{edition_by_id, edition_topics, first_edition, insert_edition, set_edition_topics, update_edition};
pub use topic::{Topic, ensure_topic, known_topics, topic_by_slug, topic_slugs, topics};

/// All newsletters, oldest first.
pub fn list(conn: &mut Conn) -> Result<Vec<Newsletter>> {
    Ok(newsletters::table.order(newsletters::id).select(Newsletter::as_select()).load(conn)?)
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Newsletter>> {
    Ok(newsletters::table.find(id).select(Newsletter::as_select()).first(conn).optional()?)
}

pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Newsletter>> {
    let row = newsletters::table.filter(newsletters::slug.eq(slug));
    Ok(row.select(Newsletter::as_select()).first(conn).optional()?)
}

pub fn insert(conn: &mut Conn, now: Timestamp, settings: &Settings) -> Result<i64> {
    let row = (
        settings,
        newsletters::pending.eq(0_i64),
        newsletters::confirmed.eq(0_i64),
        newsletters::unsubscribed.eq(0_i64),
        newsletters::created_at.eq(now),
    );
    Ok(diesel::insert_into(newsletters::table).values(row).returning(newsletters::id).get_result(conn)?)
}

pub fn update(conn: &mut Conn, id: i64, settings: &Settings) -> Result<()> {
    diesel::update(newsletters::table.find(id)).set(settings).execute(conn)?;
    Ok(())
}

/// Marks a newsletter as closed at a time, or as open; false if nothing changes.
pub fn set_closed(conn: &mut Conn, id: i64, at: Option<Timestamp>) -> Result<bool> {
    let row = newsletters::table.find(id);
    let value = newsletters::closed_at.eq(at.map(|at| at.0));
    let changed = match at {
        Some(_) => diesel::update(row.filter(newsletters::closed_at.is_null())).set(value).execute(conn)?,
        None => diesel::update(row.filter(newsletters::closed_at.is_not_null())).set(value).execute(conn)?,
    };
    Ok(changed > 0)
}

/// Adds to the counters of subscriptions, in the transaction that changes the rows.
pub fn count_change(conn: &mut Conn, id: i64, pending: i64, confirmed: i64, unsubscribed: i64) -> Result<()> {
    let change = (
        newsletters::pending.eq(newsletters::pending + pending),
        newsletters::confirmed.eq(newsletters::confirmed + confirmed),
        newsletters::unsubscribed.eq(newsletters::unsubscribed + unsubscribed),
    );
    diesel::update(newsletters::table.find(id)).set(change).execute(conn)?;
    Ok(())
}
