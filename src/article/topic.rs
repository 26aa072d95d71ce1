//! Renaming, merging and removing topics. The slug of a topic never changes, and each of its former names still leads
//! to it, in URLs and in the categories of feeds.

use super::queries::topics as queries;
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::field::FieldErrorKind;
use crate::locale::{Locale, said_error};
use crate::newsletter::{self, Topic};
use crate::text::{self, TextError};

pub use queries::{Used, by_id, used};

/// Characters of a name.
const MOST: usize = 60;

/// Why a topic is not changed.
#[derive(Debug)]
pub enum TopicError {
    Db(db::Error),
    Missing,
    /// The name is empty.
    Nameless,
    Name(TextError),
    /// Another topic has or had this name.
    Taken,
    /// Articles, feeds or newsletters have it.
    Used,
}

impl TopicError {
    /// The text in a language.
    #[must_use]
    pub fn said(&self, locale: &Locale) -> String {
        match self {
            Self::Db(error) => error.to_string(),
            Self::Name(error) => FieldErrorKind::Text(*error).words(locale),
            Self::Missing => locale.t("error-topic-missing"),
            Self::Nameless => locale.t("error-topic-nameless"),
            Self::Taken => locale.t("error-topic-taken"),
            Self::Used => locale.t("error-topic-used"),
        }
    }
}

said_error!(TopicError: Db(db::Error), Name(TextError));

/// Gives a topic another name.
pub fn rename(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, name: &str) -> Result<(), TopicError> {
    if name.trim().is_empty() {
        return Err(TopicError::Nameless);
    }
    let name = text::single_line(name, MOST)?;
    let topic = by_id(conn, id)?.ok_or(TopicError::Missing)?;
    let slug = text::slug(&name, MOST);
    if queries::owner(conn, &slug, &name)?.iter().any(|owner| *owner != id) {
        return Err(TopicError::Taken);
    }
    queries::set_name(conn, id, &name)?;
    if slug != topic.slug {
        queries::lead(conn, &slug, id)?;
    }
    Ok(audit::record(conn, now, actor, "topic.rename", "topic", Some(id), &topic.slug)?)
}

/// Merges a topic into another, which takes over its articles, feeds, newsletters and slugs.
pub fn merge(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, into: i64) -> Result<(), TopicError> {
    let topic = by_id(conn, id)?.filter(|_| id != into).ok_or(TopicError::Missing)?;
    by_id(conn, into)?.ok_or(TopicError::Missing)?;
    queries::move_all(conn, id, into)?;
    queries::delete(conn, id)?;
    queries::lead(conn, &topic.slug, into)?;
    Ok(audit::record(conn, now, actor, "topic.merge", "topic", Some(into), &topic.slug)?)
}

/// Removes a topic that nothing uses.
pub fn remove(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<(), TopicError> {
    let topic = by_id(conn, id)?.ok_or(TopicError::Missing)?;
    if !used(conn, id)?.is_nothing() {
        return Err(TopicError::Used);
    }
    queries::delete(conn, id)?;
    Ok(audit::record(conn, now, actor, "topic.remove", "topic", None, &topic.slug)?)
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
