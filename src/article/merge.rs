//! Merges articles into a story and splits them off: what the machine found, and what an editor decides. The machine
//! leaves alone what an editor has decided.
//!
//! The views and clicks of an article from before it was merged stay its own; later ones count for the article that
//! represents the story.

use super::queries::{similar, stories, write};
use super::{Article, ArticleState};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};

/// Merges two listed articles that are the same story; the first that was added represents it. The caller holds the lock
/// of articles.
pub fn fold(conn: &mut Conn, one: i64, other: i64) -> Result<()> {
    let (leader, follower) = (one.min(other), one.max(other));
    let is_listed = |article: &Article| article.state == ArticleState::Published && article.story_id.is_none();
    for id in [leader, follower] {
        if !write::locked(conn, id)?.as_ref().is_some_and(is_listed) {
            return Ok(());
        }
    }
    if !stories::decided(conn, &[leader, follower])?.is_empty() {
        return Ok(());
    }
    join(conn, follower, leader)
}

/// Adds an article to the story of another by hand; false if it is that story already, or if one of them is not
/// published.
pub fn merge(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, into: i64) -> Result<bool> {
    write::lock(conn)?;
    let (Some(article), Some(into)) = (write::locked(conn, id)?, write::locked(conn, into)?) else { return Ok(false) };
    let leader = into.story_id.unwrap_or(into.id);
    let is_public = article.state == ArticleState::Published && into.state == ArticleState::Published;
    if !is_public || leader == article.id || article.story_id == Some(leader) {
        return Ok(false);
    }
    join(conn, article.id, leader)?;
    decided(conn, actor, now, "article.merge", id)
}

/// Makes an article of a story one of its own by hand; false if it is one. It is never merged by the machine again.
pub fn split(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<bool> {
    write::lock(conn)?;
    if write::locked(conn, id)?.is_none_or(|article| article.story_id.is_none()) {
        return Ok(false);
    }
    stories::leave_story(conn, id)?;
    write::list(conn, &[id])?;
    decided(conn, actor, now, "article.split", id)
}

fn join(conn: &mut Conn, follower: i64, leader: i64) -> Result<()> {
    stories::join_story(conn, follower, leader)?;
    let story = stories::story_of(conn, leader)?;
    write::list(conn, &story)
}

fn decided(conn: &mut Conn, actor: &Actor, now: Timestamp, action: &'static str, id: i64) -> Result<bool> {
    stories::decide(conn, now, id)?;
    similar::mark_due(conn, now, &[id])?;
    audit::record(conn, now, actor, action, "article", Some(id), "")?;
    Ok(true)
}
