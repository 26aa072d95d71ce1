//! The actions of editors: adding, changing, publishing an article. Each runs in the caller's transaction.

use super::incoming::ArticleKey;
use super::keep::{self, Entry, heat_of, leader_of};
use super::prepare::prepare;
use super::queries::{read, similar, stories, write};
use super::score::Heat;
use super::slugs;
use super::{ArticleState, NewArticle};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::locale::{Locale, said_error};

/// Why an editor's article is not stored.
#[derive(Debug)]
pub enum ArticleError {
    Db(db::Error),
    Missing,
    /// Somebody else changed it after the editor opened it.
    Changed,
    /// There is an article with this source and guid.
    Taken {
        source_name: String,
        guid: String,
    },
}

impl ArticleError {
    /// The text in a language.
    #[must_use]
    pub fn said(&self, locale: &Locale) -> String {
        match self {
            Self::Db(error) => error.to_string(),
            Self::Missing => locale.t("article-error-missing"),
            Self::Changed => locale.t("article-error-changed"),
            Self::Taken { source_name, guid } => locale.t2("article-error-taken", "source", source_name, "guid", guid),
        }
    }
}

said_error!(ArticleError: Db(db::Error));

/// Scheduled articles that are published in one transaction.
const DUE: i64 = 100;

/// Adds an article of an editor, as a draft or published; with a date to come it is scheduled. Returns its id.
pub fn add(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    default_source: &str,
    article: &NewArticle,
    as_draft: bool,
) -> Result<i64, ArticleError> {
    let mut prepared = prepare(article);
    write::lock(conn)?;
    if let Some(slug) = slugs::free(conn, &[&prepared.slug], None)?.pop() {
        prepared.slug = slug;
    }
    let source = article.source.clone().unwrap_or_else(|| default_source.to_owned());
    let guid = article.guid.clone().or(article.url.clone()).unwrap_or_else(|| prepared.slug.clone());
    let key = ArticleKey { source, guid };
    if !write::stored(conn, std::iter::once(&key))?.is_empty() {
        return Err(ArticleError::Taken { source_name: key.source, guid: key.guid });
    }
    let is_ahead = prepared.published_at.is_some_and(|at| at > now);
    let state = match (as_draft, is_ahead) {
        (true, _) => ArticleState::Draft,
        (false, true) => ArticleState::Scheduled,
        (false, false) => ArticleState::Published,
    };
    let entry = Entry { key: &key, feed: None, article: &prepared, at_latest: None, state };
    let ids = keep::insert(conn, now, &[entry])?;
    let id = ids.first().copied().ok_or(ArticleError::Missing)?;
    record(conn, actor, now, "article.add", id)?;
    Ok(id)
}

/// Changes an article; source and guid stay. A new title makes a new slug, and the old one leads to it. `seen` is the
/// last change that the editor has seen: a later change of somebody else is not overwritten.
pub fn edit(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    id: i64,
    seen: Option<Timestamp>,
    article: &NewArticle,
) -> Result<(), ArticleError> {
    write::lock(conn)?;
    let kept = read::by_id(conn, id)?.ok_or(ArticleError::Missing)?;
    if seen.is_some_and(|seen| seen != kept.updated_at) {
        return Err(ArticleError::Changed);
    }
    keep::change(conn, now, id, &prepare(article), true)?;
    Ok(record(conn, actor, now, "article.change", id)?)
}

/// Publishes an article; false if it was published. A draft with a date to come is scheduled, any other one has the
/// present as its date. The first published article represents the story.
pub fn publish(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    write::lock(conn)?;
    let Some(old) = write::locked(conn, id)? else { return Ok(false) };
    if old.state == ArticleState::Draft && old.published_at > now {
        write::set_state(conn, now, id, ArticleState::Scheduled)?;
        record(conn, actor, now, "article.schedule", id)?;
        return Ok(true);
    }
    if !write::set_state(conn, now, id, ArticleState::Published)? {
        return Ok(false);
    }
    let date = match old.state {
        ArticleState::Published | ArticleState::Unpublished => old.published_at,
        ArticleState::Draft => now,
        ArticleState::Scheduled => old.published_at.min(now),
    };
    if date != old.published_at {
        write::set_date(conn, id, date, Heat { fresh: heat_of(date).fresh, ..old.heat })?;
    }
    rejoin(conn, id)?;
    settle(conn, now, id)?;
    record(conn, actor, now, "article.publish", id)?;
    Ok(true)
}

/// Whether a scheduled article is to be published.
pub fn is_due(conn: &mut Conn, now: Timestamp) -> db::Result<bool> {
    Ok(!write::due(conn, now, 1)?.is_empty())
}

/// Publishes scheduled articles whose date has come; returns how many.
pub fn publish_due(conn: &mut Conn, now: Timestamp) -> db::Result<usize> {
    let due = write::due(conn, now, DUE)?;
    for id in &due {
        publish(conn, &Actor::System, now, *id)?;
    }
    Ok(due.len())
}

/// Removes an article from all pages, or makes a scheduled one a draft again; false if it is neither. The next article
/// of its story represents it.
pub fn unpublish(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    write::lock(conn)?;
    let state = match write::locked(conn, id)?.map(|old| old.state) {
        Some(ArticleState::Published) => ArticleState::Unpublished,
        Some(ArticleState::Scheduled) => ArticleState::Draft,
        _ => return Ok(false),
    };
    write::set_state(conn, now, id, state)?;
    if state == ArticleState::Unpublished {
        settle(conn, now, id)?;
    }
    let action = if state == ArticleState::Draft { "article.unschedule" } else { "article.unpublish" };
    record(conn, actor, now, action, id)?;
    Ok(true)
}

fn record(conn: &mut Conn, actor: &Actor, now: Timestamp, action: &'static str, id: i64) -> db::Result<()> {
    audit::record(conn, now, actor, action, "article", Some(id), "")
}

/// Makes the first published article represent the story, and updates the lists.
fn settle(conn: &mut Conn, now: Timestamp, id: i64) -> db::Result<()> {
    stories::settle_story(conn, id)?;
    let story = stories::story_of(conn, id)?;
    write::list(conn, &story)?;
    similar::mark_due(conn, now, &story)
}

/// Joins the story of articles that were published while this one was unpublished.
fn rejoin(conn: &mut Conn, id: i64) -> db::Result<()> {
    let Some(article) = write::locked(conn, id)? else { return Ok(()) };
    if article.story_id.is_some() || stories::leads_others(conn, id)? {
        return Ok(());
    }
    // Without one, an editor has decided it.
    let Some(story) = stories::stories(conn, &[id])?.remove(&id) else { return Ok(()) };
    match leader_of(conn, id, &article.source, story)? {
        Some(leader) => stories::join_story(conn, id, leader),
        None => Ok(()),
    }
}
