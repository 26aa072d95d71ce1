//! Newsletters, their editions and the topics in the database.

mod counters;
mod edition;
mod topic;

use diesel::prelude::*;

use super::{Newsletter, Settings};
use crate::clock::Timestamp;
use crate::db::schema::newsletters;
use crate::db::{Conn, Result};
use crate::effect::Effect;

pub use counters::{count_change, fold_counters};
pub use edition::{
    edition_by_id, edition_topics, editions_that_run, first_edition, insert_edition, schedule_since,
    set_edition_topics, update_edition,
};
pub use topic::{Topic, ensure_topic, topic_by_slug, topic_slugs, topics};

/// All newsletters, oldest first.
pub fn list(conn: &mut Conn) -> Result<Vec<Newsletter>> {
    let all = newsletters::table.order(newsletters::id).select(Newsletter::as_select()).load(conn)?;
    counters::complete(conn, all)
}

/// As [`list`] with all counters at zero, for pages that show none: on PostgreSQL they cost a statement.
pub fn list_uncounted(conn: &mut Conn) -> Result<Vec<Newsletter>> {
    let all: Vec<Newsletter> = newsletters::table.order(newsletters::id).select(Newsletter::as_select()).load(conn)?;
    let uncounted = |newsletter| Newsletter { pending: 0, confirmed: 0, unsubscribed: 0, ..newsletter };
    Ok(all.into_iter().map(uncounted).collect())
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Newsletter>> {
    let row = newsletters::table.find(id).select(Newsletter::as_select()).first(conn).optional()?;
    Ok(counters::complete(conn, row.into_iter().collect())?.pop())
}

pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Newsletter>> {
    let row = newsletters::table.filter(newsletters::slug.eq(slug));
    let row = row.select(Newsletter::as_select()).first(conn).optional()?;
    Ok(counters::complete(conn, row.into_iter().collect())?.pop())
}

/// Whether a newsletter exists and accepts subscribers.
pub fn is_open(conn: &mut Conn, id: i64) -> Result<bool> {
    let open = newsletters::table.find(id).filter(newsletters::closed_at.is_null()).select(newsletters::id);
    Ok(open.first::<i64>(conn).optional()?.is_some())
}

pub fn insert(conn: &mut Conn, now: Timestamp, settings: &Settings) -> Result<i64> {
    let row = (
        settings,
        newsletters::pending.eq(0_i64),
        newsletters::confirmed.eq(0_i64),
        newsletters::unsubscribed.eq(0_i64),
        newsletters::created_at.eq(now),
    );
    conn.after_commit(Effect::SiteChanged);
    Ok(diesel::insert_into(newsletters::table).values(row).returning(newsletters::id).get_result(conn)?)
}

pub fn update(conn: &mut Conn, id: i64, settings: &Settings) -> Result<()> {
    diesel::update(newsletters::table.find(id)).set(settings).execute(conn)?;
    conn.after_commit(Effect::SiteChanged);
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
    conn.after_commit(Effect::SiteChanged);
    Ok(changed > 0)
}
