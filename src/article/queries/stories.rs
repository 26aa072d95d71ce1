//! Which articles are one story: those that may be, who represents them, and what editors have decided.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::Row;
use super::read::articles_of;
use crate::article::story::{self, Gist, Story};
use crate::article::terms::Terms;
use crate::article::{Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::schema::{article_terms, articles, story_decisions};
use crate::db::{Both, Conn, Result};
use crate::effect::Effect;

/// Stored articles that are compared for each key of a story.
const ALIKE: i64 = 50;
/// Ids of one statement, below SQLite's limit of bound values.
const BATCH: usize = 5_000;

pub fn leads_others(conn: &mut Conn, id: i64) -> Result<bool> {
    let follower = articles::table.filter(articles::story_id.eq(id)).select(articles::id);
    Ok(follower.first::<i64>(conn).optional()?.is_some())
}

/// The articles of the story of this one, including itself.
pub fn story_of(conn: &mut Conn, id: i64) -> Result<Vec<i64>> {
    let own: Option<i64> = articles::table.find(id).select(articles::story_id).first(conn)?;
    let leader = own.unwrap_or(id);
    let story = articles::table.filter(articles::id.eq(leader).or(articles::story_id.eq(leader)));
    Ok(story.select(articles::id).load(conn)?)
}

/// The other articles of the story of this one, the one that represents it first.
pub fn others_of(conn: &mut Conn, article: &Article) -> Result<Vec<Article>> {
    let leader = article.story_id.unwrap_or(article.id);
    let story = articles::table.filter(articles::id.eq(leader).or(articles::story_id.eq(leader)));
    let others = story.filter(articles::id.ne(article.id)).order((articles::story_id.is_not_null(), articles::id));
    Ok(articles_of(others.select(Row::as_select()).load(conn)?))
}

/// Makes the first published article of a story represent it; without a published one nothing changes.
pub fn settle_story(conn: &mut Conn, id: i64) -> Result<()> {
    let own: Option<i64> = articles::table.find(id).select(articles::story_id).first(conn)?;
    let old = own.unwrap_or(id);
    let story = articles::table.filter(articles::id.eq(old).or(articles::story_id.eq(old)));
    let first = story.filter(articles::state.eq(ArticleState::Published)).order(articles::id);
    let Some(first) = first.select(articles::id).first::<i64>(conn).optional()? else { return Ok(()) };
    if first == old {
        return Ok(());
    }
    diesel::update(story).set(articles::story_id.eq(Some(first))).execute(conn)?;
    diesel::update(articles::table.find(first)).set(articles::story_id.eq(None::<i64>)).execute(conn)?;
    Ok(())
}

/// Adds an article, with those that it represents, to the story that another represents.
pub fn join_story(conn: &mut Conn, id: i64, leader: i64) -> Result<()> {
    conn.after_commit(Effect::SiteChanged);
    let joining = articles::table.filter(articles::id.eq(id).or(articles::story_id.eq(id)));
    diesel::update(joining).set(articles::story_id.eq(Some(leader))).execute(conn)?;
    Ok(())
}

/// Makes an article a story of its own.
pub fn leave_story(conn: &mut Conn, id: i64) -> Result<()> {
    conn.after_commit(Effect::SiteChanged);
    diesel::update(articles::table.find(id)).set(articles::story_id.eq(None::<i64>)).execute(conn)?;
    Ok(())
}

/// Notes that an editor has decided which story an article is.
pub fn decide(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    let row = (story_decisions::article_id.eq(id), story_decisions::decided_at.eq(now));
    let insert = diesel::insert_into(story_decisions::table).values(row).on_conflict_do_nothing();
    RunQueryDsl::execute(Both(insert), conn)?;
    Ok(())
}

/// Those of these articles whose story an editor has decided.
pub fn decided(conn: &mut Conn, ids: &[i64]) -> Result<HashSet<i64>> {
    let mut decided = HashSet::new();
    for ids in ids.chunks(BATCH) {
        let rows = story_decisions::table.filter(story_decisions::article_id.eq_any(ids));
        decided.extend(rows.select(story_decisions::article_id).load::<i64>(conn)?);
    }
    Ok(decided)
}

/// The columns of a [`Story`] in the article's row.
#[derive(Queryable, Selectable)]
#[diesel(table_name = articles)]
struct StoryColumns {
    url_key: Option<String>,
    title_key: Option<String>,
    published_at: Timestamp,
}

/// Terms and gist.
type Words = Option<(String, String)>;

fn story(row: StoryColumns, words: Words) -> Story {
    let (terms, gist) = words.unwrap_or_default();
    Story {
        url_key: row.url_key,
        title_key: row.title_key,
        gist: Gist::parse(&gist),
        terms: Terms::parse(&terms),
        published_at: row.published_at.to_utc(),
    }
}

/// The stories of articles, without those that an editor has decided.
pub fn stories(conn: &mut Conn, ids: &[i64]) -> Result<HashMap<i64, Story>> {
    let mut stories = HashMap::new();
    for ids in ids.chunks(BATCH) {
        let rows = articles::table.left_join(article_terms::table).filter(articles::id.eq_any(ids));
        let words = (article_terms::terms, article_terms::gist).nullable();
        let rows: Vec<(i64, StoryColumns, Words)> =
            rows.select((articles::id, StoryColumns::as_select(), words)).load(conn)?;
        stories.extend(rows.into_iter().map(|(id, row, words)| (id, story(row, words))));
    }
    for id in decided(conn, ids)? {
        stories.remove(&id);
    }
    Ok(stories)
}

/// An article that may be of the same story.
pub struct Alike {
    pub id: i64,
    pub source: String,
    pub story_id: Option<i64>,
    pub story: Story,
}

/// Published articles with the URL of one of these stories, or its title at about the same time; in the order in which
/// they were added. An article whose story an editor has decided is none of them.
pub fn alike(conn: &mut Conn, stories: &[&Story]) -> Result<Vec<Alike>> {
    let urls: Vec<&str> = stories.iter().filter_map(|story| story.url_key.as_deref()).collect();
    let titles: Vec<&str> = stories.iter().filter_map(|story| story.title_key.as_deref()).collect();
    let dates = stories.iter().map(|story| Timestamp::from(story.published_at));
    let (Some(first), Some(last)) = (dates.clone().min(), dates.max()) else { return Ok(Vec::new()) };
    let within = story::WITHIN.num_milliseconds();
    let decision = || story_decisions::table.filter(story_decisions::article_id.eq(articles::id));
    let free = || articles::table.left_join(article_terms::table).filter(not(exists(decision())));
    let published = || free().filter(articles::state.eq(ArticleState::Published)).order(articles::id);
    let words = || (article_terms::terms, article_terms::gist).nullable();
    let columns = || (articles::id, articles::source, articles::story_id, StoryColumns::as_select(), words());
    let limit = ALIKE.saturating_mul(i64::try_from(stories.len()).unwrap_or(i64::MAX));
    let mut rows: Vec<(i64, String, Option<i64>, StoryColumns, Words)> = Vec::new();
    if !urls.is_empty() {
        rows.extend(published().filter(articles::url_key.eq_any(urls)).limit(limit).select(columns()).load(conn)?);
    }
    if !titles.is_empty() {
        let about = articles::published_at.between(first.plus(-within), last.plus(within));
        let same = published().filter(articles::title_key.eq_any(titles)).filter(about);
        rows.extend(same.limit(limit).select(columns()).load(conn)?);
    }
    let alike = rows.into_iter().map(|(id, source, story_id, row, words)| Alike {
        id,
        source,
        story_id,
        story: story(row, words),
    });
    let mut alike: Vec<Alike> = alike.collect();
    alike.sort_by_key(|other| other.id);
    alike.dedup_by_key(|other| other.id);
    Ok(alike)
}
