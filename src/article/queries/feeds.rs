//! The queries of feeds. A removed feed is found only by its URL.

use diesel::prelude::*;

use crate::article::{Feed, FeedFailure};
use crate::clock::Timestamp;
use crate::db::schema::{articles, feed_topics, feeds, topics};
use crate::db::{Both, Conn, Result};
use crate::newsletter::Topic;

#[derive(Queryable)]
struct Row {
    id: i64,
    url: String,
    title: String,
    etag: Option<String>,
    last_modified: Option<String>,
    fetched_at: Option<Timestamp>,
    next_at: Timestamp,
    failures: i64,
    last_error: String,
    stopped: bool,
    created_at: Timestamp,
    _removed_at: Option<Timestamp>,
}

impl From<Row> for Feed {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            url: row.url,
            title: row.title,
            etag: row.etag,
            last_modified: row.last_modified,
            fetched_at: row.fetched_at,
            next_at: row.next_at,
            failures: row.failures,
            last_error: serde_json::from_str(&row.last_error).ok(),
            stopped: row.stopped,
            created_at: row.created_at,
        }
    }
}

/// All feeds in the order in which they were added.
pub fn list(conn: &mut Conn) -> Result<Vec<Feed>> {
    let rows: Vec<Row> = feeds::table.filter(feeds::removed_at.is_null()).order(feeds::id).load(conn)?;
    Ok(rows.into_iter().map(Feed::from).collect())
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Feed>> {
    let kept = feeds::table.find(id).filter(feeds::removed_at.is_null());
    Ok(kept.first::<Row>(conn).optional()?.map(Feed::from))
}

pub fn has_url(conn: &mut Conn, url: &str) -> Result<bool> {
    let row = feeds::table.filter(feeds::url.eq(url)).select(feeds::id);
    Ok(row.first::<i64>(conn).optional()?.is_some())
}

/// The new feed's id; `None` if there is a feed with this URL.
pub fn insert(conn: &mut Conn, now: Timestamp, url: &str) -> Result<Option<i64>> {
    let row = (
        (feeds::url.eq(url), feeds::title.eq(""), feeds::last_error.eq("")),
        (feeds::next_at.eq(now), feeds::failures.eq(0_i64), feeds::stopped.eq(false), feeds::created_at.eq(now)),
    );
    let insert = diesel::insert_into(feeds::table).values(row).on_conflict_do_nothing().returning(feeds::id);
    Ok(RunQueryDsl::get_result(Both(insert), conn).optional()?)
}

/// Stores the state of a feed after a fetch.
pub fn update(conn: &mut Conn, feed: &Feed) -> Result<()> {
    let stored = |failure: &FeedFailure| serde_json::to_string(failure).unwrap_or_default();
    let last_error = feed.last_error.as_ref().map(stored).unwrap_or_default();
    let change = (
        (feeds::url.eq(&feed.url), feeds::title.eq(&feed.title)),
        (feeds::etag.eq(&feed.etag), feeds::last_modified.eq(&feed.last_modified)),
        (feeds::fetched_at.eq(feed.fetched_at.map(Timestamp::millis)), feeds::next_at.eq(feed.next_at)),
        (feeds::failures.eq(feed.failures), feeds::last_error.eq(last_error), feeds::stopped.eq(feed.stopped)),
    );
    diesel::update(feeds::table.find(feed.id)).set(change).execute(conn)?;
    Ok(())
}

/// Marks a feed as removed; its articles stay. False if there was none.
pub fn remove(conn: &mut Conn, now: Timestamp, id: i64) -> Result<bool> {
    let kept = feeds::table.find(id).filter(feeds::removed_at.is_null());
    Ok(diesel::update(kept).set(feeds::removed_at.eq(Some(now.millis()))).execute(conn)? > 0)
}

/// Makes a removed feed with this URL a feed again that is due at once; its id.
pub fn restore(conn: &mut Conn, now: Timestamp, url: &str) -> Result<Option<i64>> {
    let removed = feeds::table.filter(feeds::url.eq(url)).filter(feeds::removed_at.is_not_null());
    let Some(id) = removed.select(feeds::id).first::<i64>(conn).optional()? else { return Ok(None) };
    let change = (
        (feeds::removed_at.eq(None::<i64>), feeds::created_at.eq(now), feeds::next_at.eq(now)),
        (feeds::etag.eq(None::<String>), feeds::last_modified.eq(None::<String>), feeds::fetched_at.eq(None::<i64>)),
        (feeds::failures.eq(0_i64), feeds::last_error.eq(""), feeds::stopped.eq(false)),
    );
    diesel::update(feeds::table.find(id)).set(change).execute(conn)?;
    Ok(Some(id))
}

/// Takes the URL from a removed feed, so that another feed can have it.
pub fn forget_removed(conn: &mut Conn, url: &str) -> Result<()> {
    let removed = feeds::table.filter(feeds::url.eq(url)).filter(feeds::removed_at.is_not_null());
    let Some(id) = removed.select(feeds::id).first::<i64>(conn).optional()? else { return Ok(()) };
    diesel::update(feeds::table.find(id)).set(feeds::url.eq(format!("removed:{id}"))).execute(conn)?;
    Ok(())
}

/// The topics that a feed's articles get, by name.
pub fn topics_of(conn: &mut Conn, feed: i64) -> Result<Vec<Topic>> {
    let query = feed_topics::table.inner_join(topics::table).filter(feed_topics::feed_id.eq(feed));
    Ok(query.order(topics::name).select((topics::id, topics::slug, topics::name)).load(conn)?)
}

/// Sets them. Stored articles get them when they change.
pub fn set_topics(conn: &mut Conn, feed: i64, topics: &[i64]) -> Result<()> {
    diesel::delete(feed_topics::table.filter(feed_topics::feed_id.eq(feed))).execute(conn)?;
    for topic in topics {
        let row = (feed_topics::feed_id.eq(feed), feed_topics::topic_id.eq(*topic));
        RunQueryDsl::execute(Both(diesel::insert_into(feed_topics::table).values(row).on_conflict_do_nothing()), conn)?;
    }
    Ok(())
}

/// The number of articles of each feed that has any.
pub fn article_counts(conn: &mut Conn) -> Result<Vec<(i64, i64)>> {
    let of_feeds = articles::table.filter(articles::feed_id.is_not_null()).group_by(articles::feed_id);
    let counts: Vec<(Option<i64>, i64)> = of_feeds.select((articles::feed_id, diesel::dsl::count_star())).load(conn)?;
    Ok(counts.into_iter().filter_map(|(feed, count)| Some((feed?, count))).collect())
}

pub fn is_due(conn: &mut Conn, now: Timestamp) -> Result<bool> {
    Ok(!due(conn, now, 1)?.is_empty())
}

/// Ids, URLs and failures in a row of the feeds that are due: those without failures first, and of them the one that has
/// been due longest.
pub fn due(conn: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(i64, String, i64)>> {
    let kept = feeds::table.filter(feeds::stopped.eq(false)).filter(feeds::removed_at.is_null());
    let due = kept.filter(feeds::next_at.le(now)).order((feeds::failures.gt(0), feeds::next_at, feeds::id));
    Ok(due.limit(most).select((feeds::id, feeds::url, feeds::failures)).load(conn)?)
}

/// A feed that is due. It is due again at `until`, so that no other lane or node fetches it too; `None` if one does.
pub fn claim(conn: &mut Conn, now: Timestamp, until: Timestamp, id: i64) -> Result<Option<Feed>> {
    let due = feeds::table.find(id).filter(feeds::next_at.le(now)).filter(feeds::removed_at.is_null());
    let claimed = diesel::update(due).set(feeds::next_at.eq(until)).execute(conn)?;
    if claimed == 0 { Ok(None) } else { by_id(conn, id) }
}
