//! Keeping articles: from sources (the same one twice is kept once) and from an editor's form.
//! Each action runs in the caller's transaction. It decides; `queries` writes.

use super::import::NewArticle;
use super::prepare::{Prepared, hash, prepare, slug};
use super::queries::{read, write};
use super::score::{Heat, Weights};
use super::story::{Story, same_story};
use super::{Article, ArticleState};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::locale::{Locale, said_error};
use crate::newsletter;

/// Why an editor's article is not kept.
#[derive(Debug)]
pub enum ArticleError {
    Db(db::Error),
    Missing,
    /// Somebody else changed it after it was last seen.
    Changed,
    /// There is one of this source and guid.
    Taken {
        source_name: String,
        guid: String,
    },
}

impl ArticleError {
    /// What it says in a language.
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    Changed,
    Unchanged,
}

/// What became of one article from a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upserted {
    pub id: i64,
    pub outcome: Outcome,
}

/// What became of many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// In the order given.
    pub articles: Vec<Upserted>,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
}

impl Imported {
    pub(super) fn add(&mut self, upserted: Upserted) {
        match upserted.outcome {
            Outcome::New => self.new += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Unchanged => self.unchanged += 1,
        }
        self.articles.push(upserted);
    }
}

/// The line in the audit log of what was done with an article.
fn note(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    action: &'static str,
    id: Option<i64>,
    detail: &str,
) -> db::Result<()> {
    audit::record(conn, now, actor, action, "article", id, detail)
}

/// Keeps articles of a file or of the API; one that names no source is of `default_source`.
pub fn import(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    default_source: &str,
    articles: &[NewArticle],
) -> db::Result<Imported> {
    let mut imported = Imported::default();
    for article in articles {
        imported.add(upsert(conn, now, default_source, None, article)?);
    }
    if imported.new + imported.changed > 0 {
        let detail = format!("{} new, {} changed", imported.new, imported.changed);
        note(conn, actor, now, "article.import", None, &detail)?;
    }
    Ok(imported)
}

/// Keeps an article of a source: once for each source and guid, changed only when its content has changed since it came
/// last. `source` is taken where the article names none; the guid is else its address, else its slug. A feed changes only
/// what it brought itself, whatever it calls itself, and never what an editor has edited; a file or the API does.
pub fn upsert(
    conn: &mut Conn,
    now: Timestamp,
    source: &str,
    feed: Option<i64>,
    article: &NewArticle,
) -> db::Result<Upserted> {
    write::lock(conn)?;
    let source = article.source.as_deref().unwrap_or(source);
    let guid = article.guid.clone().or(article.url.clone()).unwrap_or_else(|| slug(&article.title));
    let Some(kept) = write::kept(conn, source, &guid)? else {
        let id = insert(conn, now, source, &guid, feed, &prepare(article))?;
        return Ok(Upserted { id, outcome: Outcome::New });
    };
    let unchanged = kept.hash == hash(article) || (feed.is_some() && (kept.edited || kept.feed != feed));
    if !unchanged {
        change(conn, now, kept.id, &prepare(article), false)?;
    }
    let outcome = if unchanged { Outcome::Unchanged } else { Outcome::Changed };
    Ok(Upserted { id: kept.id, outcome })
}

/// Keeps an article that an editor wrote, and returns its id.
pub fn add(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    default_source: &str,
    article: &NewArticle,
) -> Result<i64, ArticleError> {
    let mut article = prepare(article);
    write::lock(conn)?;
    article.slug = write::free_slug(conn, &article.slug, None)?;
    let source = article.source.clone().unwrap_or_else(|| default_source.to_owned());
    let guid = article.guid.clone().or(article.url.clone()).unwrap_or_else(|| article.slug.clone());
    if write::kept(conn, &source, &guid)?.is_some() {
        return Err(ArticleError::Taken { source_name: source, guid });
    }
    let id = insert(conn, now, &source, &guid, None, &article)?;
    note(conn, actor, now, "article.add", Some(id), "")?;
    Ok(id)
}

/// Changes an article as an editor wrote it; source and guid stay. A new title gives a new slug, and the old one leads
/// there. `seen` is when it was last changed, as far as its editor knows: the change of another is not written over.
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
    change(conn, now, id, &prepare(article), true)?;
    Ok(note(conn, actor, now, "article.change", Some(id), "")?)
}

/// Puts an article back on the pages; says whether that changed anything. Where others tell the same story, the one that
/// came first stands for it.
pub fn publish(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    write::lock(conn)?;
    let changed = write::set_state(conn, now, id, ArticleState::Published)?;
    if changed {
        rejoin(conn, id)?;
        note(conn, actor, now, "article.publish", Some(id), "")?;
    }
    Ok(changed)
}

/// Takes an article off all pages; says whether that changed anything. Where others tell the same story, the first of
/// them stands for it from now on.
pub fn unpublish(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    write::lock(conn)?;
    let changed = write::set_state(conn, now, id, ArticleState::Unpublished)?;
    if changed {
        write::settle_story(conn, id)?;
        note(conn, actor, now, "article.unpublish", Some(id), "")?;
    }
    Ok(changed)
}

fn insert(
    conn: &mut Conn,
    now: Timestamp,
    source: &str,
    guid: &str,
    feed: Option<i64>,
    article: &Prepared,
) -> db::Result<i64> {
    let published_at = article.published_at.unwrap_or(now).min(now);
    let slug = write::free_slug(conn, &article.slug, None)?;
    let story = leader(conn, None, source, &told(article, published_at))?;
    let new = write::New { source, guid, feed, slug: &slug, story, published_at, heat: heat_of(published_at) };
    let id = write::insert(conn, now, &new, article)?;
    write::terms(conn, id, &article.terms)?;
    super::queries::find::index(conn, id, article)?;
    set_topics(conn, id, article)?;
    Ok(id)
}

fn change(conn: &mut Conn, now: Timestamp, id: i64, article: &Prepared, by_editor: bool) -> db::Result<()> {
    let Some(old) = write::locked(conn, id)? else { return Ok(()) };
    let published_at = article.published_at.unwrap_or(old.published_at).min(now);
    let heat = Heat { fresh: heat_of(published_at).fresh, ..old.heat };
    let slug = if article.title == old.title { old.slug.clone() } else { new_slug(conn, &old, article)? };
    // What readers have seen stays what it is, and so does what stands for others.
    let settled = old.views + old.clicks > 0 || write::leads_others(conn, id)?;
    let story = if settled { old.story_id } else { leader(conn, Some(id), &old.source, &told(article, published_at))? };
    let change = write::Change { slug: &slug, story, published_at, heat, by_editor };
    write::update(conn, now, id, &change, article)?;
    write::terms(conn, id, &article.terms)?;
    super::queries::find::index(conn, id, article)?;
    set_topics(conn, id, article)
}

/// A slug for the new title; the old one leads to the article from now on.
fn new_slug(conn: &mut Conn, old: &Article, article: &Prepared) -> db::Result<String> {
    let slug = write::free_slug(conn, &article.slug, Some(old.id))?;
    if slug != old.slug {
        write::retire_slug(conn, old.id, &old.slug, &slug)?;
    }
    Ok(slug)
}

fn heat_of(published_at: Timestamp) -> Heat {
    Heat::new(&Weights::default(), published_at.to_utc())
}

fn set_topics(conn: &mut Conn, id: i64, article: &Prepared) -> db::Result<()> {
    let mut topics = Vec::new();
    for name in &article.topics {
        topics.push(newsletter::ensure_topic(conn, name)?);
    }
    topics.sort_unstable();
    topics.dedup();
    write::topics(conn, id, &topics)
}

fn told(article: &Prepared, published_at: Timestamp) -> Story {
    Story {
        url_key: article.url_key.clone(),
        title_key: article.title_key.clone(),
        published_at: published_at.to_utc(),
    }
}

/// Finds the place of an article that is back among those that tell its story, some of which may have come meanwhile.
fn rejoin(conn: &mut Conn, id: i64) -> db::Result<()> {
    let Some(article) = write::locked(conn, id)? else { return Ok(()) };
    let alone = article.story_id.is_none() && !write::leads_others(conn, id)?;
    if alone {
        let told = write::told_by(conn, id)?;
        if let Some(leader) = leader(conn, Some(id), &article.source, &told)? {
            write::join_story(conn, id, leader)?;
        }
    }
    write::settle_story(conn, id)
}

/// The published article that stands for the story that this one tells: the first that came. The same title says so only
/// between two sources, because a paper's column may have one title every day.
fn leader(conn: &mut Conn, own: Option<i64>, source: &str, told: &Story) -> db::Result<Option<i64>> {
    let mut others = write::alike(conn, own, told)?.into_iter();
    Ok(others.find_map(|other| {
        // One source tells each of its stories once, though several may have one page for an address.
        let is_same = other.source != source && same_story(told, &other.told.into());
        is_same.then_some(other.story_id.unwrap_or(other.id))
    }))
}
