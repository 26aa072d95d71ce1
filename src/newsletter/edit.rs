//! Adding, changing, closing and reopening a newsletter. The forms and the API set the newsletter together with its
//! first edition.

use super::input::{Input, sorted};
use super::{Newsletter, queries};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn, StoreError};
use crate::field::{self, Changes, FieldErrors};

/// The slug of the edition that is made with a newsletter.
const FIRST: &str = "main";

/// Stores a new newsletter with its first edition and returns its id.
pub fn add(conn: &mut Conn, actor: &Actor, now: Timestamp, input: Input) -> Result<i64, StoreError> {
    let Input { newsletter, edition, topics } = input.check()?;
    let id = queries::insert(conn, now, &newsletter).map_err(|error| StoreError::unique("slug", error))?;
    let first = queries::insert_edition(conn, now, id, FIRST, &edition)?;
    set_topics(conn, first, topics.as_deref())?;
    audit::record(conn, now, actor, "newsletter.add", "newsletter", Some(id), "")?;
    Ok(id)
}

/// What was entered for a newsletter, as it is stored.
pub fn input_of(conn: &mut Conn, newsletter: &Newsletter) -> db::Result<Input> {
    let edition = queries::first_edition(conn, newsletter.id)?;
    let topics = queries::edition_topics(conn, &edition)?;
    let topics = topics.map(|topics| sorted(topics.into_iter().map(|topic| topic.name).collect()));
    Ok(Input { newsletter: newsletter.settings.clone(), edition: edition.settings, topics })
}

/// Changes a newsletter and its first edition; the audit log names the fields that differ.
pub fn change(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, input: Input) -> Result<(), StoreError> {
    change_with(conn, actor, now, id, |_| Ok(input))
}

/// As [`change`], by the names of the fields that are to change.
pub fn patch(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, changes: Changes) -> Result<(), StoreError> {
    change_with(conn, actor, now, id, |old| old.with(changes))
}

fn change_with(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    id: i64,
    new: impl FnOnce(&Input) -> Result<Input, FieldErrors>,
) -> Result<(), StoreError> {
    let stored = queries::by_id(conn, id)?.ok_or(StoreError::Missing)?;
    let old = input_of(conn, &stored)?;
    let new = new(&old)?.check()?;
    queries::update(conn, id, &new.newsletter).map_err(|error| StoreError::unique("slug", error))?;
    let first = queries::first_edition(conn, id)?.id;
    queries::update_edition(conn, first, &new.edition)?;
    if (&old.edition.schedule, &old.newsletter.time_zone) != (&new.edition.schedule, &new.newsletter.time_zone) {
        queries::schedule_since(conn, id, now)?;
    }
    set_topics(conn, first, new.topics.as_deref())?;
    let changed = field::changed(&old, &new).join(" ");
    Ok(audit::record(conn, now, actor, "newsletter.change", "newsletter", Some(id), &changed)?)
}

/// Sets the topics that an edition chooses from, by their names; none: all topics.
fn set_topics(conn: &mut Conn, edition: i64, names: Option<&[String]>) -> db::Result<()> {
    let id = |name: &String| queries::ensure_topic(conn, name);
    let ids: Option<Vec<i64>> = names.map(|names| names.iter().map(id).collect::<db::Result<_>>()).transpose()?;
    queries::set_edition_topics(conn, edition, ids.as_deref())
}

/// Closes a newsletter or reopens it. False if there is nothing to change.
pub fn set_open(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, open: bool) -> db::Result<bool> {
    let changed = queries::set_closed(conn, id, (!open).then_some(now))?;
    if changed {
        queries::schedule_since(conn, id, now)?;
        let action = if open { "newsletter.reopen" } else { "newsletter.close" };
        audit::record(conn, now, actor, action, "newsletter", Some(id), "")?;
    }
    Ok(changed)
}
