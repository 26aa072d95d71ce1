//! Writing articles: rows, slugs, topics, terms.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::Row;
use crate::article::prepare::Prepared;
use crate::article::score::Heat;
use crate::article::story::{self, Story};
use crate::article::{Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::schema::{article_slugs, article_terms, article_topics, articles};
use crate::db::{Conn, Result, on_each};

/// Any number, the same in every Tidings: the advisory lock of those who write articles.
const LOCK: i64 = 0x6172_7469;

/// Suffixes of a slug that are tried before the title's hash is.
const MOST_SUFFIXES: usize = 200;

/// Lets one transaction at a time write articles, so that two nodes neither take one slug nor both lead one story. On
/// SQLite the write transaction itself does that.
pub fn lock(conn: &mut Conn) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        diesel::sql_query("SELECT pg_advisory_xact_lock($1)").bind::<diesel::sql_types::BigInt, _>(LOCK).execute(pg)?;
    }
    Ok(())
}

/// What is known of an article that came before.
pub struct Kept {
    pub id: i64,
    pub hash: Vec<u8>,
    pub edited: bool,
    /// The feed that brought it, if one did.
    pub feed: Option<i64>,
}

pub fn kept(conn: &mut Conn, source: &str, guid: &str) -> Result<Option<Kept>> {
    let query = articles::table.filter(articles::source.eq(source)).filter(articles::guid.eq(guid));
    let columns = (articles::id, articles::content_hash, articles::edited, articles::feed_id);
    let row: Option<(i64, Vec<u8>, bool, Option<i64>)> = query.select(columns).first(conn).optional()?;
    Ok(row.map(|(id, hash, edited, feed)| Kept { id, hash, edited, feed }))
}

/// The article with its row locked until the transaction ends; without its topics.
pub fn locked(conn: &mut Conn, id: i64) -> Result<Option<Article>> {
    let row: Option<Row> = match conn {
        Conn::Pg(pg) => articles::table.find(id).select(Row::as_select()).for_update().first(pg).optional()?,
        Conn::Sqlite(sqlite) => articles::table.find(id).select(Row::as_select()).first(sqlite).optional()?,
    };
    Ok(row.map(Article::from))
}

/// The slug itself or with `-2`, `-3`.. behind it: the first that no other article has or had.
pub fn free_slug(conn: &mut Conn, slug: &str, own: Option<i64>) -> Result<String> {
    let suffixed = (2..=MOST_SUFFIXES).map(|number| format!("{slug}-{number}"));
    let tried: Vec<String> = std::iter::once(slug.to_owned()).chain(suffixed).collect();
    let own = own.unwrap_or(0);
    let current = articles::table.filter(articles::slug.eq_any(&tried)).filter(articles::id.ne(own));
    let mut taken: BTreeSet<String> = current.select(articles::slug).load(conn)?.into_iter().collect();
    let retired = article_slugs::table.filter(article_slugs::slug.eq_any(&tried));
    let retired = retired.filter(article_slugs::article_id.ne(own)).select(article_slugs::slug);
    taken.extend(retired.load::<String>(conn)?);
    if let Some(free) = tried.into_iter().find(|slug| !taken.contains(slug)) {
        return Ok(free);
    }
    let last: Option<i64> = articles::table.select(diesel::dsl::max(articles::id)).first(conn)?;
    Ok(format!("{slug}-n{}", last.unwrap_or(0) + 1))
}

/// Keeps the old slug as a way to the article; the new one is no old one any more.
pub fn retire_slug(conn: &mut Conn, id: i64, old: &str, new: &str) -> Result<()> {
    diesel::delete(article_slugs::table.find(new)).execute(conn)?;
    let row = (article_slugs::slug.eq(old), article_slugs::article_id.eq(id));
    diesel::insert_into(article_slugs::table).values(row).execute(conn)?;
    Ok(())
}

/// Where a new article stands.
pub struct New<'a> {
    pub source: &'a str,
    pub guid: &'a str,
    pub feed: Option<i64>,
    pub slug: &'a str,
    pub story: Option<i64>,
    pub published_at: Timestamp,
    pub heat: Heat,
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = articles, treat_none_as_null = true)]
struct Values<'a> {
    slug: &'a str,
    title: &'a str,
    summary: &'a str,
    body_html: &'a str,
    body_markdown: Option<String>,
    image_url: Option<String>,
    url: Option<String>,
    url_key: Option<String>,
    title_key: Option<String>,
    story_id: Option<i64>,
    published_at: Timestamp,
    updated_at: Timestamp,
    heat_fresh: f64,
    rank: f64,
}

fn values<'a>(
    now: Timestamp,
    slug: &'a str,
    story_id: Option<i64>,
    published_at: Timestamp,
    heat: &Heat,
    article: &'a Prepared,
) -> Values<'a> {
    Values {
        slug,
        title: &article.title,
        summary: &article.summary,
        body_html: article.body.as_str(),
        body_markdown: article.body_markdown.clone(),
        image_url: article.image.clone(),
        url: article.url.clone(),
        url_key: article.url_key.clone(),
        title_key: article.title_key.clone(),
        story_id,
        published_at,
        updated_at: now,
        heat_fresh: heat.fresh,
        rank: heat.rank(),
    }
}

pub fn insert(conn: &mut Conn, now: Timestamp, new: &New<'_>, article: &Prepared) -> Result<i64> {
    let row = (
        values(now, new.slug, new.story, new.published_at, &new.heat, article),
        (articles::source.eq(new.source), articles::guid.eq(new.guid), articles::feed_id.eq(new.feed)),
        (articles::content_hash.eq(article.hash.as_slice()), articles::edited.eq(false)),
        (articles::state.eq(ArticleState::Published), articles::created_at.eq(now)),
        (articles::heat_views.eq(new.heat.views), articles::heat_clicks.eq(new.heat.clicks)),
        (articles::views.eq(0_i64), articles::clicks.eq(0_i64)),
    );
    Ok(diesel::insert_into(articles::table).values(row).returning(articles::id).get_result(conn)?)
}

/// What changes beside the content.
pub struct Change<'a> {
    pub slug: &'a str,
    pub story: Option<i64>,
    pub published_at: Timestamp,
    pub heat: Heat,
    /// Then what the source sent last stays known, so that the same content does not undo the editor's work.
    pub by_editor: bool,
}

pub fn update(conn: &mut Conn, now: Timestamp, id: i64, change: &Change<'_>, article: &Prepared) -> Result<()> {
    let content = values(now, change.slug, change.story, change.published_at, &change.heat, article);
    diesel::update(articles::table.find(id)).set((content, articles::edited.eq(change.by_editor))).execute(conn)?;
    if !change.by_editor {
        let hash = articles::content_hash.eq(article.hash.as_slice());
        diesel::update(articles::table.find(id)).set(hash).execute(conn)?;
    }
    Ok(())
}

pub fn set_state(conn: &mut Conn, now: Timestamp, id: i64, state: ArticleState) -> Result<bool> {
    let row = articles::table.find(id).filter(articles::state.ne(state));
    let changed = diesel::update(row).set((articles::state.eq(state), articles::updated_at.eq(now))).execute(conn)?;
    Ok(changed > 0)
}

pub fn leads_others(conn: &mut Conn, id: i64) -> Result<bool> {
    let follower = articles::table.filter(articles::story_id.eq(id)).select(articles::id);
    Ok(follower.first::<i64>(conn).optional()?.is_some())
}

/// Lets the first published article of a story stand for it. The story is all that tell it with this article; without a
/// published one it stays as it is.
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

/// Puts an article into the story that another stands for.
pub fn join_story(conn: &mut Conn, id: i64, leader: i64) -> Result<()> {
    diesel::update(articles::table.find(id)).set(articles::story_id.eq(Some(leader))).execute(conn)?;
    Ok(())
}

/// The columns of a [`Story`].
#[derive(Queryable, Selectable)]
#[diesel(table_name = articles)]
pub struct Told {
    url_key: Option<String>,
    title_key: Option<String>,
    published_at: Timestamp,
}

impl From<Told> for Story {
    fn from(told: Told) -> Self {
        Self { url_key: told.url_key, title_key: told.title_key, published_at: told.published_at.to_utc() }
    }
}

/// What says which story an article tells.
pub fn told_by(conn: &mut Conn, id: i64) -> Result<Story> {
    Ok(articles::table.find(id).select(Told::as_select()).first(conn).map(Story::from)?)
}

/// Sets an article's topics.
pub fn topics(conn: &mut Conn, id: i64, topics: &[i64]) -> Result<()> {
    diesel::delete(article_topics::table.filter(article_topics::article_id.eq(id))).execute(conn)?;
    for topic in topics {
        let row = (article_topics::article_id.eq(id), article_topics::topic_id.eq(*topic));
        diesel::insert_into(article_topics::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Sets an article's terms.
pub fn terms(conn: &mut Conn, id: i64, terms: &[(String, u32)]) -> Result<()> {
    diesel::delete(article_terms::table.filter(article_terms::article_id.eq(id))).execute(conn)?;
    let row = |(term, count): &(String, u32)| {
        (
            article_terms::article_id.eq(id),
            article_terms::term.eq(term.clone()),
            article_terms::count.eq(i64::from(*count)),
        )
    };
    let rows: Vec<_> = terms.iter().map(row).collect();
    on_each!(conn, |c| diesel::insert_into(article_terms::table).values(&rows).execute(c))?;
    Ok(())
}

/// An article that may tell the same story.
#[derive(Queryable, Selectable)]
#[diesel(table_name = articles)]
pub struct Alike {
    pub id: i64,
    pub source: String,
    pub story_id: Option<i64>,
    #[diesel(embed)]
    pub told: Told,
}

/// Published articles with the same address, or with the same title about the same time; those that came first, first.
pub fn alike(conn: &mut Conn, own: Option<i64>, told: &Story) -> Result<Vec<Alike>> {
    let others = || {
        articles::table
            .filter(articles::state.eq(ArticleState::Published))
            .filter(articles::id.ne(own.unwrap_or(0)))
            .select(Alike::as_select())
            .order(articles::id)
            .limit(50)
    };
    let mut found: Vec<Alike> = Vec::new();
    if let Some(key) = &told.url_key {
        found.extend(others().filter(articles::url_key.eq(key)).load::<Alike>(conn)?);
    }
    if let Some(key) = &told.title_key {
        let (at, within) = (Timestamp::from(told.published_at), story::SAME_TITLE_WITHIN.num_milliseconds());
        let about = articles::published_at.between(at.plus(-within), at.plus(within));
        found.extend(others().filter(articles::title_key.eq(key)).filter(about).load::<Alike>(conn)?);
    }
    found.sort_by_key(|other| other.id);
    Ok(found)
}
