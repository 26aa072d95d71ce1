//! Writing articles: rows, slugs, and whether they are listed.
#![allow(clippy::ref_option_ref, reason = "diesel's derives borrow the optional columns")]

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Row;
use crate::article::incoming::ArticleKey;
use crate::article::prepare::Prepared;
use crate::article::score::Heat;
use crate::article::{Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::schema::{article_slugs, articles};
use crate::db::{Conn, Result, on_each};
use crate::effect::Effect;

/// The number of the advisory lock of transactions that write articles, the same in every version.
const LOCK: i64 = 0x6172_7469;
/// Articles of one statement, below SQLite's limit of bound values.
const ROWS: usize = 500;

/// Lets one transaction at a time write articles, so that two nodes neither take the same slug nor both represent one
/// story. On SQLite the write transaction does that.
pub fn lock(conn: &mut Conn) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        diesel::sql_query("SELECT pg_advisory_xact_lock($1)").bind::<BigInt, _>(LOCK).execute(pg)?;
    }
    Ok(())
}

/// The parts of a stored article that decide what becomes of a new version.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = articles)]
pub struct Stored {
    pub id: i64,
    #[diesel(column_name = content_hash)]
    pub hash: Vec<u8>,
    pub edited: bool,
    /// The feed that it came from, if any.
    #[diesel(column_name = feed_id)]
    pub feed: Option<i64>,
    pub guid: String,
    pub url_key: Option<String>,
    pub title: String,
    pub published_at: Timestamp,
}

/// The stored articles with these keys; of several, one that is of no feed, else the first.
pub fn stored<'a>(conn: &mut Conn, keys: impl Iterator<Item = &'a ArticleKey>) -> Result<HashMap<ArticleKey, Stored>> {
    let mut by_source: HashMap<&str, Vec<&str>> = HashMap::new();
    for key in keys {
        by_source.entry(&key.source).or_default().push(&key.guid);
    }
    let mut stored = HashMap::new();
    for (source, guids) in by_source {
        let rows = articles::table.filter(articles::source.eq(source)).filter(articles::guid.eq_any(guids));
        for row in rows.order(articles::id.desc()).select(Stored::as_select()).load::<Stored>(conn)? {
            let key = ArticleKey { source: source.to_owned(), guid: row.guid.clone() };
            if row.feed.is_none() || stored.get(&key).is_none_or(|known: &Stored| known.feed.is_some()) {
                stored.insert(key, row);
            }
        }
    }
    Ok(stored)
}

/// The articles of a feed with one of these guids or URL keys.
pub fn of_feed(conn: &mut Conn, feed: i64, guids: &[&str], url_keys: &[&str]) -> Result<Vec<Stored>> {
    let own = || articles::table.filter(articles::feed_id.eq(feed)).select(Stored::as_select());
    let mut stored: Vec<Stored> = own().filter(articles::guid.eq_any(guids)).load(conn)?;
    let known: HashSet<i64> = stored.iter().map(|stored| stored.id).collect();
    let with_url: Vec<Stored> = own().filter(articles::url_key.eq_any(url_keys)).load(conn)?;
    stored.extend(with_url.into_iter().filter(|stored| !known.contains(&stored.id)));
    Ok(stored)
}

/// The articles of a feed with one of these hashes.
pub fn with_content(conn: &mut Conn, feed: i64, hashes: &[&[u8]]) -> Result<Vec<Stored>> {
    let own = articles::table.filter(articles::feed_id.eq(feed)).filter(articles::content_hash.eq_any(hashes));
    Ok(own.select(Stored::as_select()).load(conn)?)
}

/// The articles with one of these keys that are not of this feed.
pub fn elsewhere(conn: &mut Conn, feed: i64, keys: &[&ArticleKey]) -> Result<Vec<Stored>> {
    let sources: HashSet<&str> = keys.iter().map(|key| key.source.as_str()).collect();
    let guids: Vec<&str> = keys.iter().map(|key| key.guid.as_str()).collect();
    let same = articles::table.filter(articles::source.eq_any(sources)).filter(articles::guid.eq_any(guids));
    let others = same.filter(articles::feed_id.is_null().or(articles::feed_id.ne(feed)));
    Ok(others.order(articles::id).select(Stored::as_select()).load(conn)?)
}

/// Gives an article the guid that its feed has for it.
pub fn set_guid(conn: &mut Conn, id: i64, guid: &str) -> Result<()> {
    diesel::update(articles::table.find(id)).set(articles::guid.eq(guid)).execute(conn)?;
    Ok(())
}

/// The article with its row locked until the transaction ends.
pub fn locked(conn: &mut Conn, id: i64) -> Result<Option<Article>> {
    let row: Option<Row> = match conn {
        Conn::Pg(pg) => articles::table.find(id).select(Row::as_select()).for_update().first(pg).optional()?,
        Conn::Sqlite(sqlite) => articles::table.find(id).select(Row::as_select()).first(sqlite).optional()?,
    };
    Ok(row.map(Article::from))
}

/// Those of these slugs that an article other than `own` has or had.
pub fn taken_slugs(conn: &mut Conn, slugs: &[&str], own: Option<i64>) -> Result<HashSet<String>> {
    let own = own.unwrap_or(0);
    let current = articles::table.filter(articles::slug.eq_any(slugs)).filter(articles::id.ne(own));
    let mut taken: HashSet<String> = current.select(articles::slug).load(conn)?.into_iter().collect();
    let retired = article_slugs::table.filter(article_slugs::slug.eq_any(slugs));
    let retired = retired.filter(article_slugs::article_id.ne(own)).select(article_slugs::slug);
    taken.extend(retired.load::<String>(conn)?);
    Ok(taken)
}

/// The highest id; 0 while there is no article.
pub fn last_id(conn: &mut Conn) -> Result<i64> {
    let last: Option<i64> = articles::table.select(diesel::dsl::max(articles::id)).first(conn)?;
    Ok(last.unwrap_or(0))
}

/// Makes the old slug lead to the article, and the new one its present slug.
pub fn retire_slug(conn: &mut Conn, id: i64, old: &str, new: &str) -> Result<()> {
    diesel::delete(article_slugs::table.find(new)).execute(conn)?;
    let row = (article_slugs::slug.eq(old), article_slugs::article_id.eq(id));
    diesel::insert_into(article_slugs::table).values(row).execute(conn)?;
    Ok(())
}

/// The values of an article that are not in its content.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub slug: &'a str,
    /// The stored article that represents its story, if another does.
    pub story: Option<i64>,
    pub published_at: Timestamp,
    pub heat: Heat,
}

/// The columns that a new version of an article replaces.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = articles, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Content<'a> {
    slug: &'a str,
    title: &'a str,
    summary: &'a str,
    body_html: &'a str,
    body_markdown: Option<&'a str>,
    image_url: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    url_key: Option<&'a str>,
    title_key: Option<&'a str>,
    language: Option<&'a str>,
    story_id: Option<i64>,
    published_at: Timestamp,
    updated_at: Timestamp,
    heat_fresh: f64,
    rank: f64,
}

impl<'a> Content<'a> {
    fn new(now: Timestamp, place: &Place<'a>, article: &'a Prepared) -> Self {
        Self {
            slug: place.slug,
            title: &article.title,
            summary: &article.summary,
            body_html: article.body.as_str(),
            body_markdown: article.body_markdown.as_deref(),
            image_url: article.image.as_deref(),
            author: article.author.as_deref(),
            url: article.url.as_deref(),
            url_key: article.url_key.as_deref(),
            title_key: article.derived.title_key.as_deref(),
            language: article.derived.language,
            story_id: place.story,
            published_at: place.published_at,
            updated_at: now,
            heat_fresh: place.heat.fresh,
            rank: place.heat.rank(),
        }
    }
}

/// The row of a new article.
#[derive(Insertable)]
#[diesel(table_name = articles, treat_none_as_default_value = false)]
pub struct NewRow<'a> {
    #[diesel(embed)]
    content: Content<'a>,
    source: &'a str,
    guid: &'a str,
    feed_id: Option<i64>,
    content_hash: &'a [u8],
    edited: bool,
    state: ArticleState,
    created_at: Timestamp,
    heat_views: f64,
    heat_clicks: f64,
    views: i64,
    clicks: i64,
}

impl<'a> NewRow<'a> {
    #[must_use]
    pub fn new(
        now: Timestamp,
        key: &'a ArticleKey,
        feed_id: Option<i64>,
        place: &Place<'a>,
        article: &'a Prepared,
    ) -> Self {
        Self {
            content: Content::new(now, place, article),
            source: &key.source,
            guid: &key.guid,
            feed_id,
            content_hash: &article.hash,
            edited: false,
            state: ArticleState::Published,
            created_at: now,
            heat_views: place.heat.views,
            heat_clicks: place.heat.clicks,
            views: 0,
            clicks: 0,
        }
    }

    #[must_use]
    pub fn in_state(self, state: ArticleState) -> Self {
        Self { state, ..self }
    }
}

/// Adds articles; their ids, in the same order.
pub fn insert(conn: &mut Conn, rows: &[NewRow<'_>]) -> Result<Vec<i64>> {
    conn.after_commit(Effect::SiteChanged);
    let mut ids: HashMap<(String, String), i64> = HashMap::with_capacity(rows.len());
    for rows in rows.chunks(ROWS) {
        let inserted: Vec<(String, String, i64)> = on_each!(conn, |c| diesel::insert_into(articles::table)
            .values(rows)
            .returning((articles::source, articles::guid, articles::id))
            .get_results(c))?;
        ids.extend(inserted.into_iter().map(|(source, guid, id)| ((source, guid), id)));
    }
    let id = |row: &NewRow<'_>| ids.get(&(row.source.to_owned(), row.guid.to_owned())).copied().unwrap_or_default();
    Ok(rows.iter().map(id).collect())
}

/// Changes an article's content and place. After an editor's change the hash of the source's last version stays, so
/// that the same version does not undo the editor's change.
pub fn update(
    conn: &mut Conn,
    now: Timestamp,
    id: i64,
    place: &Place<'_>,
    by_editor: bool,
    article: &Prepared,
) -> Result<()> {
    conn.after_commit(Effect::SiteChanged);
    let content = Content::new(now, place, article);
    diesel::update(articles::table.find(id)).set((content, articles::edited.eq(by_editor))).execute(conn)?;
    if !by_editor {
        let hash = articles::content_hash.eq(article.hash.as_slice());
        diesel::update(articles::table.find(id)).set(hash).execute(conn)?;
    }
    Ok(())
}

pub fn set_state(conn: &mut Conn, now: Timestamp, id: i64, state: ArticleState) -> Result<bool> {
    let row = articles::table.find(id).filter(articles::state.ne(state));
    conn.after_commit(Effect::SiteChanged);
    let changed = diesel::update(row).set((articles::state.eq(state), articles::updated_at.eq(now))).execute(conn)?;
    Ok(changed > 0)
}

pub fn set_date(conn: &mut Conn, id: i64, published_at: Timestamp, heat: Heat) -> Result<()> {
    let rank = articles::rank.eq(heat.rank());
    let change = (articles::published_at.eq(published_at), articles::heat_fresh.eq(heat.fresh), rank);
    diesel::update(articles::table.find(id)).set(change).execute(conn)?;
    Ok(())
}

/// Scheduled articles whose date has come, the earliest first.
pub fn due(conn: &mut Conn, now: Timestamp, limit: i64) -> Result<Vec<i64>> {
    // No draft has a story; the condition is that of the index.
    let scheduled =
        articles::table.filter(articles::state.eq(ArticleState::Scheduled)).filter(articles::story_id.is_null());
    let due = scheduled.filter(articles::published_at.le(now)).order((articles::published_at, articles::id));
    Ok(due.limit(limit).select(articles::id).load(conn)?)
}

/// Updates whether these articles are listed under their topics.
pub fn list(conn: &mut Conn, ids: &[i64]) -> Result<()> {
    let ids = serde_json::to_string(ids).unwrap_or_default();
    let values = if conn.is_postgres() {
        "SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST($1 AS JSON))"
    } else {
        "SELECT value FROM json_each($1)"
    };
    let sql = format!(
        "UPDATE article_topics SET listed_at =
            (SELECT published_at FROM articles WHERE id = article_id AND state = 0 AND story_id IS NULL)
         WHERE article_id IN ({values})"
    );
    let query = diesel::sql_query(sql).bind::<Text, _>(ids);
    on_each!(conn, |c| query.execute(c))?;
    Ok(())
}
