//! Feeds, the sources of articles: adding and listing them, and storing the result of a fetch. Nothing is fetched here.
//!
//! A removed feed is kept out of sight: added again, it knows its articles.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::incoming::Incoming;
use super::intake::{Imported, upsert};
use super::parse::ParsedFeed;
use super::queries::feeds as queries;
use super::{FeedFailure, NewArticle};
use crate::actor::Actor;
use crate::audit;
use crate::clock::{DAY, Timestamp};
use crate::db::{self, Conn, StoreError};
use crate::field::FieldErrors;
use crate::newsletter;
use crate::text;

pub use super::Feed;
pub use queries::{article_counts, by_id, claim, due, is_due, list, topics_of};

/// What an editor enters for a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = NewFeed)]
pub struct FeedInput {
    /// The address of an RSS, Atom or JSON feed.
    #[schema(min_length = 1, max_length = 2000, format = "uri", example = "https://example.org/feed.xml")]
    pub url: String,
    /// Names of topics that its articles get, made where they are new.
    #[schema(max_items = 100, max_length = 60)]
    pub topics: Vec<String>,
}

impl FeedInput {
    /// The input, or all errors. Whether a feed is at the URL is not known here.
    pub fn check(self) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let input = errors.fields(self);
        errors.or(input)
    }
}

/// Adds a line to the audit log.
fn note(conn: &mut Conn, actor: &Actor, now: Timestamp, action: &'static str, id: i64) -> db::Result<()> {
    audit::record(conn, now, actor, action, "feed", Some(id), "")
}

/// Adds a feed that is due at once. Its URL has been checked by the fetcher; new topics are created.
pub fn add(conn: &mut Conn, actor: &Actor, now: Timestamp, input: FeedInput) -> Result<i64, StoreError> {
    let input = input.check()?;
    let id = match queries::restore(conn, now, &input.url)? {
        Some(id) => id,
        None => queries::insert(conn, now, &input.url)?.ok_or_else(|| StoreError::taken("url"))?,
    };
    set_names(conn, id, &input.topics)?;
    note(conn, actor, now, "feed.add", id)?;
    Ok(id)
}

/// Changes the URL and the topics of a feed. It keeps its articles, which get new topics when they change; with a new
/// URL it is due at once.
pub fn change(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, input: FeedInput) -> Result<(), StoreError> {
    let mut feed = by_id(conn, id)?.ok_or(StoreError::Missing)?;
    let input = input.check()?;
    if input.url != feed.url {
        queries::forget_removed(conn, &input.url)?;
        if queries::has_url(conn, &input.url)? {
            return Err(StoreError::taken("url"));
        }
        feed = Feed {
            url: input.url,
            etag: None,
            last_modified: None,
            failures: 0,
            last_error: None,
            stopped: false,
            next_at: now,
            ..feed
        };
        queries::update(conn, &feed)?;
    }
    set_names(conn, id, &input.topics)?;
    Ok(note(conn, actor, now, "feed.change", id)?)
}

fn set_names(conn: &mut Conn, id: i64, topics: &[String]) -> db::Result<()> {
    let ids: db::Result<Vec<i64>> = topics.iter().map(|name| newsletter::ensure_topic(conn, name)).collect();
    queries::set_topics(conn, id, &ids?)
}

/// Removes a feed; its articles stay. False if there was none.
pub fn remove(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    let removed = queries::remove(conn, now, id)?;
    if removed {
        note(conn, actor, now, "feed.remove", id)?;
    }
    Ok(removed)
}

/// Notes a request to fetch a feed at once; `None` if there is no such feed.
pub fn ask_for(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<Option<Feed>> {
    let feed = by_id(conn, id)?;
    if feed.is_some() {
        note(conn, actor, now, "feed.fetch", id)?;
    }
    Ok(feed)
}

/// The result of a fetch.
#[derive(Clone, Debug)]
pub enum Brought {
    /// Nothing has changed since the last fetch.
    NotModified {
        moved_to: Option<String>,
    },
    Articles {
        /// The feed's title.
        title: String,
        /// From [`incoming`].
        articles: Arc<Vec<Incoming>>,
        /// Items that the feed has twice.
        merged: usize,
        /// Items without title and text.
        left_out: usize,
        etag: Option<String>,
        last_modified: Option<String>,
        moved_to: Option<String>,
    },
    Nothing(FeedFailure),
}

/// Stores the result of a fetch: articles, validators, the next time. Does nothing if the feed was removed meanwhile.
pub fn store_feed(
    conn: &mut Conn,
    now: Timestamp,
    interval: Duration,
    id: i64,
    brought: &Brought,
) -> db::Result<Imported> {
    let Some(mut feed) = by_id(conn, id)? else { return Ok(Imported::default()) };
    let mut imported = Imported::default();
    let mut retry = None;
    match brought {
        Brought::Nothing(failure) => {
            feed.failures += 1;
            feed.stopped = failure.is_gone();
            feed.last_error = Some(failure.clone());
            retry = failure.retry_after();
        }
        Brought::NotModified { moved_to } => succeed(conn, now, &mut feed, moved_to.as_deref())?,
        Brought::Articles { title, articles, merged, left_out, etag, last_modified, moved_to } => {
            if feed.title.is_empty() {
                feed.title.clone_from(title);
            }
            imported = upsert(conn, now, &feed.title, Some(feed.id), articles)?;
            (imported.merged, imported.left_out) = (*merged, *left_out);
            feed.etag.clone_from(etag);
            feed.last_modified.clone_from(last_modified);
            succeed(conn, now, &mut feed, moved_to.as_deref())?;
        }
    }
    feed.next_at = now.plus(wait(interval, feed.failures, retry));
    queries::update(conn, &feed)?;
    Ok(imported)
}

fn succeed(conn: &mut Conn, now: Timestamp, feed: &mut Feed, moved_to: Option<&str>) -> db::Result<()> {
    feed.failures = 0;
    feed.stopped = false;
    feed.last_error = None;
    feed.fetched_at = Some(now);
    // A feed that moved to the URL of another one keeps its own: the same articles are stored once anyway.
    if let Some(url) = moved_to
        && !queries::has_url(conn, url)?
    {
        url.clone_into(&mut feed.url);
    }
    Ok(())
}

/// The items with the topics of the feed, and with the existing topics among their own categories. `answered` is the
/// time that the server gives for the document.
pub fn incoming(
    conn: &mut Conn,
    now: Timestamp,
    feed: &Feed,
    parsed: &ParsedFeed,
    answered: Option<DateTime<Utc>>,
) -> db::Result<Vec<Incoming>> {
    let newest = newest_undated(now.to_utc(), feed.fetched_at.is_none(), parsed.updated.or(answered));
    let own: Vec<String> = topics_of(conn, feed.id)?.into_iter().map(|topic| topic.name).collect();
    let known = newsletter::topic_slugs(conn)?;
    let mut incoming = Vec::with_capacity(parsed.items.len());
    for (place, item) in (0..).zip(&parsed.items) {
        let mut names = own.clone();
        names.extend(item.categories.iter().filter_map(|category| topic_of(&known, category)));
        names.sort();
        names.dedup();
        let article = NewArticle { topics: names, ..item.article.clone() };
        let at_latest = item.at_latest.unwrap_or_else(|| newest - TimeDelta::seconds(place));
        incoming.push(Incoming::of_feed(article, item.url_is_shared, at_latest));
    }
    Ok(incoming)
}

/// Older than what a digest takes.
const OLD: TimeDelta = TimeDelta::days(60);
/// A document that is younger is made at each request, and its date says nothing about its items.
const FRESH: TimeDelta = TimeDelta::days(1);

/// The time of the first item, if neither it nor an item before it has a date. At a later fetch such an item is new; at
/// the first one it is as old as the document, or old.
fn newest_undated(now: DateTime<Utc>, is_first: bool, document: Option<DateTime<Utc>>) -> DateTime<Utc> {
    if !is_first {
        return now;
    }
    document.filter(|at| *at <= now - FRESH).unwrap_or(now - OLD)
}

fn topic_of(known: &[(String, String)], category: &str) -> Option<String> {
    let slug = text::slug(category, 60);
    known.iter().find(|(known, _)| *known == slug).map(|(_, name)| name.clone())
}

/// Milliseconds until the next fetch: the interval, doubled with each failure in a row, or the wait that the server
/// asks for if that is longer; at most a day.
fn wait(interval: Duration, failures: i64, retry_after: Option<Duration>) -> i64 {
    let millis = |duration: Duration| i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
    let factor = 1_i64 << failures.clamp(0, 20);
    let backed_off = millis(interval).saturating_mul(factor);
    backed_off.max(retry_after.map(millis).unwrap_or_default()).clamp(1_000, DAY.max(millis(interval)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{HOUR, MINUTE};

    #[test]
    fn items_without_a_date_are_never_new_at_the_first_fetch() {
        let now: DateTime<Utc> = "2026-11-02T10:00:00Z".parse().unwrap();
        let ago = |days: i64| now - TimeDelta::days(days);
        for (is_first, document, expected) in [
            (false, None, now),
            (false, Some(ago(3)), now),
            (true, Some(ago(3)), ago(3)),
            (true, Some(now), now - OLD),
            (true, None, now - OLD),
        ] {
            assert_eq!(newest_undated(now, is_first, document), expected, "{is_first} {document:?}");
        }
    }

    #[test]
    fn a_failing_feed_is_fetched_less_and_less_often() {
        let quarter = Duration::from_mins(15);
        let hours = |hours: u64| Some(Duration::from_hours(hours));
        for (failures, retry_after, expected) in [
            (0, None, 15 * MINUTE),
            (1, None, 30 * MINUTE),
            (3, None, 2 * HOUR),
            (7, None, DAY),
            (60, None, DAY),
            (1, hours(3), 3 * HOUR),
            (5, hours(1), 8 * HOUR),
            (1, hours(1_000), DAY),
        ] {
            assert_eq!(wait(quarter, failures, retry_after), expected, "{failures} {retry_after:?}");
        }
    }
}
