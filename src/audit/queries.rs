//! Appending entries, reading them by page, and deleting the oldest. Nothing here changes an entry.

use diesel::prelude::*;

use super::{Entry, Filter, Retention};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::schema::audit_log;
use crate::db::{Conn, Expired, Result};

/// Appends an entry in the caller's transaction. Actions and subjects are fixed words; `detail` is short and holds no
/// address and no token.
pub fn record(
    conn: &mut Conn,
    now: Timestamp,
    actor: &Actor,
    action: &'static str,
    subject: &'static str,
    subject_id: Option<i64>,
    detail: &str,
) -> Result<()> {
    let row = (
        audit_log::at.eq(now),
        audit_log::actor.eq(actor.kind()),
        audit_log::actor_id.eq(actor.id()),
        audit_log::action.eq(action),
        audit_log::subject.eq(subject),
        audit_log::subject_id.eq(subject_id),
        audit_log::detail.eq(detail),
    );
    diesel::insert_into(audit_log::table).values(row).execute(conn)?;
    Ok(())
}

const OLD_ENTRIES: Expired = Expired { table: "audit_log", key: "id", condition: "at < $1" };
const OLD_FAILURES: Expired =
    Expired { table: "audit_log", key: "id", condition: "at < $1 AND action = 'user.sign-in-failed'" };

/// Deletes at most `limit` old entries and as many old failed sign-ins; returns how many.
pub fn purge(conn: &mut Conn, now: Timestamp, retention: Retention, limit: usize) -> Result<usize> {
    let entries = OLD_ENTRIES.delete(conn, now.plus(-retention.entries).0, limit)?;
    Ok(entries + OLD_FAILURES.delete(conn, now.plus(-retention.failed_sign_ins).0, limit)?)
}

/// Up to `limit` matching entries with ids below `before`, newest first.
pub fn page(conn: &mut Conn, filter: &Filter, before: i64, limit: i64) -> Result<Vec<Entry>> {
    let mut query =
        audit_log::table.filter(audit_log::id.lt(before)).order(audit_log::id.desc()).limit(limit).into_boxed();
    if let Some((kind, id)) = filter.actor.clone() {
        query = query.filter(audit_log::actor.eq(kind));
        if let Some(id) = id {
            query = query.filter(audit_log::actor_id.eq(id));
        }
    }
    if let Some(subject) = filter.subject.clone() {
        query = query.filter(audit_log::subject.eq(subject));
    }
    Ok(query.select(Entry::as_select()).load(conn)?)
}
