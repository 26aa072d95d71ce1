//! The entries of imports, and what undoing one takes back.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::schema::{consents, imports, subscriptions, suppressions};
use crate::db::{Conn, Result};
use crate::subscriber::SubscriptionState;
use crate::subscriber::import::{Entry, Stored, Tool};

/// Adds the entry of an import that begins.
pub fn add(conn: &mut Conn, now: Timestamp, actor: &Actor, newsletter: i64, tool: Tool, file: &str) -> Result<i64> {
    let row = (
        imports::newsletter_id.eq(newsletter),
        imports::actor.eq(actor.kind()),
        imports::actor_id.eq(actor.id()),
        imports::tool.eq(tool),
        imports::file.eq(file),
        imports::started_at.eq(now),
    );
    Ok(diesel::insert_into(imports::table).values(row).returning(imports::id).get_result(conn)?)
}

/// Adds to the counts of an import; false if it is being undone.
pub fn count(conn: &mut Conn, id: i64, stored: &Stored, refused: i64) -> Result<bool> {
    let row = imports::table.find(id).filter(imports::undo_asked_at.is_null());
    let change = (
        imports::pending.eq(imports::pending + stored.pending),
        imports::confirmed.eq(imports::confirmed + stored.confirmed),
        imports::unsubscribed.eq(imports::unsubscribed + stored.unsubscribed),
        imports::kept.eq(imports::kept + stored.kept),
        imports::ended.eq(imports::ended + stored.ended),
        imports::suppressed.eq(imports::suppressed + stored.suppressed),
        imports::refused.eq(imports::refused + refused),
    );
    Ok(diesel::update(row).set(change).execute(conn)? > 0)
}

/// Notes that an import has ended.
pub fn finish(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    diesel::update(imports::table.find(id)).set(imports::finished_at.eq(Some(now.0))).execute(conn)?;
    Ok(())
}

/// The entry of an import.
pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Entry>> {
    Ok(imports::table.find(id).select(Entry::as_select()).first(conn).optional()?)
}

/// Entries with ids below `before`, the newest first.
pub fn list(conn: &mut Conn, before: i64, limit: i64) -> Result<Vec<Entry>> {
    let rows = imports::table.filter(imports::id.lt(before)).order(imports::id.desc()).limit(limit);
    Ok(rows.select(Entry::as_select()).load(conn)?)
}

/// Notes that an import is to be undone; false if that was noted before.
pub fn ask_to_undo(conn: &mut Conn, now: Timestamp, id: i64) -> Result<bool> {
    let row = imports::table.find(id).filter(imports::undo_asked_at.is_null());
    Ok(diesel::update(row).set(imports::undo_asked_at.eq(Some(now.0))).execute(conn)? > 0)
}

/// The imports that are to be undone and are not yet.
pub fn to_undo(conn: &mut Conn) -> Result<Vec<i64>> {
    let rows = imports::table.filter(imports::undo_asked_at.is_not_null()).filter(imports::undone_at.is_null());
    Ok(rows.order(imports::id).select(imports::id).load(conn)?)
}

/// The next subscriptions after `after` that an import made and whose people have done nothing since: id, subscriber and
/// state. On PostgreSQL they are locked; those that another transaction has locked are passed by.
pub fn untouched(conn: &mut Conn, id: i64, after: i64, limit: i64) -> Result<Vec<(i64, i64, SubscriptionState)>> {
    let acted = consents::table
        .filter(consents::subscriber_id.eq(subscriptions::subscriber_id))
        .filter(consents::source.ne("import"));
    let rows = subscriptions::table
        .filter(subscriptions::import_id.eq(id))
        .filter(subscriptions::id.gt(after))
        .filter(diesel::dsl::not(exists(acted)))
        .order(subscriptions::id)
        .limit(limit)
        .select((subscriptions::id, subscriptions::subscriber_id, subscriptions::state));
    match conn {
        Conn::Pg(pg) => Ok(rows.for_update().skip_locked().load(pg)?),
        Conn::Sqlite(sqlite) => Ok(rows.load(sqlite)?),
    }
}

/// Adds to the number of subscriptions that undoing an import has removed.
pub fn count_removed(conn: &mut Conn, id: i64, removed: i64) -> Result<()> {
    let change = imports::removed.eq(imports::removed + removed);
    diesel::update(imports::table.find(id)).set(change).execute(conn)?;
    Ok(())
}

/// Lifts the suppressions that an import made, and notes that it is undone.
pub fn end_undo(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    diesel::delete(suppressions::table.filter(suppressions::import_id.eq(id))).execute(conn)?;
    diesel::update(imports::table.find(id)).set(imports::undone_at.eq(Some(now.0))).execute(conn)?;
    Ok(())
}
