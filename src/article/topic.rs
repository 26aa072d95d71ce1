//! Renaming, merging and removing topics. The slug of a topic never changes, and each of its former names still leads
//! to it, in URLs and in the categories of feeds.

use super::queries::topics as queries;
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn, StoreError};
use crate::field::FieldErrors;
use crate::newsletter::{self, Topic};
use crate::text;

pub use queries::{Used, by_id, used};

/// Characters of a name.
const MOST: usize = 60;

/// Gives a topic another name.
pub fn rename(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, name: &str) -> Result<(), StoreError> {
    let mut errors = FieldErrors::default();
    let name = errors.required_line("name", name, MOST);
    let name = errors.or(name)?;
    let topic = by_id(conn, id)?.ok_or(StoreError::Missing)?;
    let slug = text::slug(&name, MOST);
    if queries::owner(conn, &slug, &name)?.iter().any(|owner| *owner != id) {
        return Err(StoreError::taken("name"));
    }
    queries::set_name(conn, id, &name)?;
    if slug != topic.slug {
        queries::lead(conn, &slug, id)?;
    }
    Ok(audit::record(conn, now, actor, "topic.rename", "topic", Some(id), &topic.slug)?)
}

/// Merges a topic into another, which takes over its articles, feeds, newsletters and slugs.
pub fn merge(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, into: i64) -> Result<(), StoreError> {
    let topic = by_id(conn, id)?.filter(|_| id != into).ok_or(StoreError::Missing)?;
    by_id(conn, into)?.ok_or(StoreError::Missing)?;
    queries::move_all(conn, id, into)?;
    queries::delete(conn, id)?;
    queries::lead(conn, &topic.slug, into)?;
    Ok(audit::record(conn, now, actor, "topic.merge", "topic", Some(into), &topic.slug)?)
}

/// What came of removing a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    Removed,
    Missing,
    /// Something has it, so it stays.
    Used,
}

/// Removes a topic that nothing uses.
pub fn remove(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<Removal> {
    let Some(topic) = by_id(conn, id)? else { return Ok(Removal::Missing) };
    if !used(conn, id)?.is_nothing() {
        return Ok(Removal::Used);
    }
    queries::delete(conn, id)?;
    audit::record(conn, now, actor, "topic.remove", "topic", None, &topic.slug)?;
    Ok(Removal::Removed)
}

/// All topics by name, with what uses them.
pub fn list(conn: &mut Conn) -> db::Result<Vec<(Topic, Used)>> {
    let (topics, used) = (newsletter::topics(conn)?, queries::all(conn)?);
    let with_use = |topic: Topic| {
        let used = used.get(&topic.id).copied().unwrap_or_default();
        (topic, used)
    };
    Ok(topics.into_iter().map(with_use).collect())
}
