//! The actions of editors: adding, changing, publishing an article. Each runs in the caller's transaction.

use super::incoming::ArticleKey;
use super::keep::{self, Entry, leader_of};
use super::prepare::prepare;
use super::queries::{read, similar, write};
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

/// Adds an article of an editor; returns its id.
pub fn add(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    default_source: &str,
    article: &NewArticle,
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
    let ids = keep::insert(conn, now, &[Entry { key: &key, feed: None, article: &prepared }])?;
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

/// Publishes an article again; false if it was published. The first published article represents the story.
pub fn publish(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    write::lock(conn)?;
    let changed = write::set_state(conn, now, id, ArticleState::Published)?;
    if changed {
        rejoin(conn, id)?;
        settle(conn, now, id)?;
        record(conn, actor, now, "article.publish", id)?;
    }
    Ok(changed)
}

/// Removes an article from all pages; false if it was unpublished. The next article of its story represents it.
pub fn unpublish(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    write::lock(conn)?;
    let changed = write::set_state(conn, now, id, ArticleState::Unpublished)?;
    if changed {
        settle(conn, now, id)?;
        record(conn, actor, now, "article.unpublish", id)?;
    }
    Ok(changed)
}

fn record(conn: &mut Conn, actor: &Actor, now: Timestamp, action: &'static str, id: i64) -> db::Result<()> {
    audit::record(conn, now, actor, action, "article", Some(id), "")
}

/// Makes the first published article represent the story, and updates the lists.
fn settle(conn: &mut Conn, now: Timestamp, id: i64) -> db::Result<()> {
    write::settle_story(conn, id)?;
    let story = write::story_of(conn, id)?;
    write::list(conn, &story)?;
    similar::mark_due(conn, now, &story)
}

/// Joins the story of articles that were published while this one was unpublished.
fn rejoin(conn: &mut Conn, id: i64) -> db::Result<()> {
    let Some(article) = write::locked(conn, id)? else { return Ok(()) };
    if article.story_id.is_some() || write::leads_others(conn, id)? {
        return Ok(());
    }
    let story = write::story_keys(conn, id)?;
    match leader_of(conn, id, &article.source, story)? {
        Some(leader) => write::join_story(conn, id, leader),
        None => Ok(()),
    }
}
