//! The log's SQL: append, and read by page. Nothing here changes or deletes a line.

use diesel::prelude::*;

use super::Entry;
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::schema::audit_log;
use crate::db::{Conn, Result};

/// Appends a line in the caller's transaction. Actions and subjects are our own words; `detail` is short and holds
/// neither an address nor a token.
pub fn record(
    conn: &mut Conn,
    now: Timestamp,
    actor: &Actor,
    action: &'static str,
    subject: &'static str,
    subject_id: Option<i64>,
    detail: &str,
) -> Result<()> {
    let line = (
        audit_log::at.eq(now),
        audit_log::actor.eq(actor.kind()),
        audit_log::actor_id.eq(actor.id()),
        audit_log::action.eq(action),
        audit_log::subject.eq(subject),
        audit_log::subject_id.eq(subject_id),
        audit_log::detail.eq(detail),
    );
    diesel::insert_into(audit_log::table).values(line).execute(conn)?;
    Ok(())
}

type Line = (i64, Timestamp, String, Option<i64>, String, String, Option<i64>, String);

/// Up to `limit` lines, newest first; with `before`, those that are older than the line of that id.
pub fn page(conn: &mut Conn, before: Option<i64>, limit: i64) -> Result<Vec<Entry>> {
    let lines: Vec<Line> = audit_log::table
        .filter(audit_log::id.lt(before.unwrap_or(i64::MAX)))
        .order(audit_log::id.desc())
        .limit(limit)
        .load(conn)?;
    let entry = |(id, at, actor, actor_id, action, subject, subject_id, detail)| Entry {
        id,
        at,
        actor,
        actor_id,
        action,
        subject,
        subject_id,
        detail,
    };
    Ok(lines.into_iter().map(entry).collect())
}
