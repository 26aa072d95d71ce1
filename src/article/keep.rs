//! Writes prepared articles with their topics, terms and search index. It decides slug, story and date; `queries`
//! writes.

use super::incoming::ArticleKey;
use super::leader::{Leader, StoryCandidate, leaders};
use super::prepare::Prepared;
use super::queries::write::{self, NewRow};
use super::queries::{search, similar, stories, topics};
use super::score::{Heat, Weights};
use super::slugs;
use super::story::Story;
use super::{Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::{Conn, Result};

/// A new article.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    pub key: &'a ArticleKey,
    /// The feed that it came from, if any.
    pub feed: Option<i64>,
    pub article: &'a Prepared,
    /// Its time if it has no date; `None` for the present.
    pub at_latest: Option<Timestamp>,
    pub state: ArticleState,
}

impl Entry<'_> {
    /// Only an unpublished one may have a date to come.
    fn date(&self, now: Timestamp) -> Timestamp {
        let date = self.article.published_at.or(self.at_latest).unwrap_or(now);
        if self.state.has_been_public() { date.min(now) } else { date }
    }
}

/// Adds articles whose keys are new and all different; returns their ids, in the same order.
pub fn insert(conn: &mut Conn, now: Timestamp, entries: &[Entry<'_>]) -> Result<Vec<i64>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: Vec<&str> = entries.iter().map(|entry| entry.article.slug.as_str()).collect();
    let slugs = slugs::free(conn, &wanted, None)?;
    let dates: Vec<Timestamp> = entries.iter().map(|entry| entry.date(now)).collect();
    let candidate = |(entry, at): (&Entry<'_>, &Timestamp)| story(entry.article, *at);
    let candidates = entries.iter().zip(entries.iter().zip(&dates).map(candidate));
    let candidates: Vec<StoryCandidate<'_>> =
        candidates.map(|(entry, story)| StoryCandidate { id: None, source: &entry.key.source, story }).collect();
    let mut leaders = leaders(conn, &candidates)?;
    // A draft joins its story when it is published.
    for (leader, entry) in leaders.iter_mut().zip(entries) {
        *leader = leader.take().filter(|_| entry.state.has_been_public());
    }
    let stored = |leader: &Option<Leader>| if let Some(Leader::Stored(id)) = leader { Some(*id) } else { None };
    let rows = entries.iter().zip(&slugs).zip(&dates).zip(&leaders);
    let rows: Vec<NewRow<'_>> = rows
        .map(|(((entry, slug), at), leader)| {
            let place = write::Place { slug, story: stored(leader), published_at: *at, heat: heat_of(*at) };
            NewRow::new(now, entry.key, entry.feed, &place, entry.article).in_state(entry.state)
        })
        .collect();
    let ids = write::insert(conn, &rows)?;
    follow(conn, &ids, &leaders)?;
    let articles: Vec<(i64, &Prepared)> = ids.iter().copied().zip(entries.iter().map(|entry| entry.article)).collect();
    describe(conn, now, &articles, true)?;
    Ok(ids)
}

/// Adds new articles to the stories that others of the same batch represent.
fn follow(conn: &mut Conn, ids: &[i64], leaders: &[Option<Leader>]) -> Result<()> {
    for (id, leader) in ids.iter().zip(leaders) {
        if let Some(Leader::Candidate(place)) = leader
            && let Some(leader) = ids.get(*place)
        {
            stories::join_story(conn, *id, *leader)?;
        }
    }
    Ok(())
}

/// Changes the content of an article. An editor's change is marked, so that no feed overwrites it.
pub fn change(conn: &mut Conn, now: Timestamp, id: i64, article: &Prepared, by_editor: bool) -> Result<()> {
    let Some(old) = write::locked(conn, id)? else { return Ok(()) };
    let is_draft = !old.state.has_been_public();
    let published_at = article.published_at.unwrap_or(old.published_at);
    let published_at = if is_draft { published_at } else { published_at.min(now) };
    let heat = Heat { fresh: heat_of(published_at).fresh, ..old.heat };
    let slug = if article.title == old.title { old.slug.clone() } else { new_slug(conn, &old, article)? };
    // An article that readers have seen keeps its story, and so does one that represents others or was decided by hand.
    let settled = is_draft
        || old.views + old.clicks > 0
        || stories::leads_others(conn, id)?
        || !stories::decided(conn, &[id])?.is_empty();
    let story = if settled { old.story_id } else { leader_of(conn, id, &old.source, story(article, published_at))? };
    let place = write::Place { slug: &slug, story, published_at, heat };
    write::update(conn, now, id, &place, by_editor, article)?;
    describe(conn, now, &[(id, article)], false)
}

/// Writes topics, terms and the search index of articles, and marks them as due to be compared.
fn describe(conn: &mut Conn, now: Timestamp, articles: &[(i64, &Prepared)], are_new: bool) -> Result<()> {
    let ids: Vec<i64> = articles.iter().map(|(id, _)| *id).collect();
    let names: Vec<(i64, &[String])> = articles.iter().map(|(id, article)| (*id, article.topics.as_slice())).collect();
    topics::set_topics(conn, &names, are_new)?;
    write::list(conn, &ids)?;
    let terms =
        articles.iter().map(|(id, article)| (*id, article.derived.terms.to_text(), article.derived.gist.to_text()));
    let terms: Vec<(i64, String, String)> = terms.collect();
    similar::set_terms(conn, &terms)?;
    similar::mark_due(conn, now, &ids)?;
    search::add_languages(conn, &articles.iter().filter_map(|(_, article)| article.derived.language).collect())?;
    let words: Vec<(i64, &str)> = articles.iter().map(|(id, article)| (*id, article.derived.words.as_str())).collect();
    search::index(conn, &words, are_new)
}

/// The stored article that represents the story of this one, if another does.
pub fn leader_of(conn: &mut Conn, id: i64, source: &str, story: Story) -> Result<Option<i64>> {
    let leader = leaders(conn, &[StoryCandidate { id: Some(id), source, story }])?.pop().flatten();
    Ok(if let Some(Leader::Stored(id)) = leader { Some(id) } else { None })
}

/// A slug for the new title. The old one leads to it.
fn new_slug(conn: &mut Conn, old: &Article, article: &Prepared) -> Result<String> {
    let free = slugs::free(conn, &[&article.slug], Some(old.id))?.pop();
    let slug = free.unwrap_or_else(|| old.slug.clone());
    if slug != old.slug {
        write::retire_slug(conn, old.id, &old.slug, &slug)?;
    }
    Ok(slug)
}

/// The heat of an article that nobody has read yet.
pub fn heat_of(published_at: Timestamp) -> Heat {
    Heat::new(&Weights::default(), published_at.to_utc())
}

fn story(article: &Prepared, published_at: Timestamp) -> Story {
    Story {
        url_key: article.url_key.clone(),
        title_key: article.derived.title_key.clone(),
        gist: article.derived.gist.clone(),
        terms: article.derived.terms.clone(),
        published_at: published_at.to_utc(),
    }
}
