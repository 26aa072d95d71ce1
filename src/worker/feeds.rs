//! Fetches the feeds that are due, a few at a time. Each is fetched and parsed outside any transaction and stored in
//! one.

use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use url::Url;

use crate::actor::Actor;
use crate::article::feed::{self, Brought, Feed};
use crate::article::intake::{Imported, prepare_new};
use crate::article::parse::{FeedLimits, ParseError, ParsedFeed, Source, feed_links, parse_feed};
use crate::article::{FeedFailure, Incoming};
use crate::clock::{Clock, MINUTE};
use crate::db::{self, Conn, Db};
use crate::fetch::{Body, Conditional, Content, FetchError, Fetched, Fetcher};
use crate::worker::feed_turns::Turns;

/// Feeds that are fetched at a time.
const LANES: usize = 24;
/// Feeds that are due of which a lane takes one.
const CONSIDERED: i64 = 500;
/// How long a claimed feed belongs to its node, in milliseconds: longer than a fetch may take.
const CLAIM: i64 = 5 * MINUTE;

/// Fetches feeds. Cheap to clone.
#[derive(Clone)]
pub struct Feeds {
    pub db: Db,
    pub fetcher: Fetcher,
    pub clock: Clock,
    /// Between two fetches of a feed.
    pub interval: Duration,
    pub limits: FeedLimits,
}

/// The result of a fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    Articles(Imported),
    NotModified,
    Failed(FeedFailure),
    /// The server says that it is gone for good. It is fetched again only on request.
    Gone(FeedFailure),
    /// There is no such feed.
    Missing,
}

impl Feeds {
    /// Fetches every feed that is due; returns their number.
    pub async fn fetch_due(&self) -> db::Result<usize> {
        let now = self.clock.now();
        if !self.db.read(move |conn| feed::is_due(conn, now)).await? {
            return Ok(0);
        }
        let turns = Arc::new(Turns::default());
        let mut lanes = JoinSet::new();
        for _ in 0..LANES {
            let (feeds, turns) = (self.clone(), turns.clone());
            lanes.spawn(async move { feeds.lane(&turns).await });
        }
        let mut fetched = 0;
        let mut fault = None;
        while let Some(lane) = lanes.join_next().await {
            match lane {
                Ok(Ok(count)) => fetched += count,
                Ok(Err(error)) => fault = Some(error),
                Err(error) => tracing::error!(%error, "fetching feeds ended early"),
            }
        }
        fault.map_or(Ok(fetched), Err)
    }

    /// Fetches all feeds at once, due or not, a few at a time; each with its report, in the order of the list.
    pub async fn fetch_all(&self, actor: &Actor) -> db::Result<Vec<(Feed, Report)>> {
        let all = self.db.read(feed::list).await?;
        let permits = Arc::new(Semaphore::new(LANES));
        let mut fetches = JoinSet::new();
        for (place, feed) in all.into_iter().enumerate() {
            let (feeds, actor, permits) = (self.clone(), actor.clone(), permits.clone());
            fetches.spawn(async move {
                let _permit = permits.acquire().await;
                let report = feeds.fetch_one(&actor, feed.id).await;
                report.map(|report| (place, feed, report))
            });
        }
        let mut done = Vec::new();
        while let Some(fetch) = fetches.join_next().await {
            done.push(fetch.map_err(|_| db::Error::Panic)??);
        }
        done.sort_by_key(|(place, ..)| *place);
        Ok(done.into_iter().map(|(_, feed, report)| (feed, report)).collect())
    }

    /// Fetches one feed at once, due or not: for the command line and the editor's button.
    pub async fn fetch_one(&self, actor: &Actor, id: i64) -> db::Result<Report> {
        let (now, actor) = (self.clock.now(), actor.clone());
        match self.db.write(move |conn| feed::ask_for(conn, &actor, now, id)).await? {
            Some(feed) => self.fetch(feed).await,
            None => Ok(Report::Missing),
        }
    }

    /// Fetches one feed after the other until none is due for which there is a turn.
    async fn lane(&self, turns: &Turns) -> db::Result<usize> {
        let mut fetched = 0;
        loop {
            let now = self.clock.now();
            let due = self.db.read(move |conn| feed::due(conn, now, CONSIDERED)).await?;
            let Some((id, turn)) = turns.take(&due) else { return Ok(fetched) };
            let claimed = self.db.write(move |conn| feed::claim(conn, now, now.plus(CLAIM), id)).await?;
            if let Some(feed) = claimed {
                if let Report::Failed(error) | Report::Gone(error) = self.fetch(feed).await? {
                    tracing::info!(feed = id, %error, "a feed could not be fetched");
                }
                fetched += 1;
            }
            drop(turn);
        }
    }

    async fn fetch(&self, feed: Feed) -> db::Result<Report> {
        let brought = self.bring(&feed).await?;
        let failed = match &brought {
            Brought::Nothing(failure) if failure.is_gone() => Some(Report::Gone(failure.clone())),
            Brought::Nothing(failure) => Some(Report::Failed(failure.clone())),
            Brought::NotModified { .. } => Some(Report::NotModified),
            Brought::Articles { .. } => None,
        };
        let (now, interval, id) = (self.clock.now(), self.interval, feed.id);
        let imported = self.db.write(move |conn| feed::store_feed(conn, now, interval, id, &brought)).await?;
        Ok(failed.unwrap_or(Report::Articles(imported)))
    }

    async fn bring(&self, feed: &Feed) -> db::Result<Brought> {
        let known = Conditional { etag: feed.etag.clone(), last_modified: feed.last_modified.clone() };
        let fetched = match self.fetcher.check(&feed.url) {
            Ok(url) => self.fetcher.get(&url, &known).await,
            Err(error) => Err(error),
        };
        match fetched {
            Ok(fetched) => self.parsed(feed, fetched).await,
            Err(error) => Ok(Brought::Nothing(FeedFailure::Fetch(error))),
        }
    }

    async fn parsed(&self, feed: &Feed, fetched: Fetched) -> db::Result<Brought> {
        let moved_to = fetched.permanently_moved_to.map(|url: Url| url.to_string());
        let Content::Body(body) = fetched.content else {
            return Ok(Brought::NotModified { moved_to });
        };
        let body = Arc::new(body);
        let parsed = match self.read(&body).await {
            Ok(parsed) => parsed,
            Err(error) => return Ok(Brought::Nothing(FeedFailure::Parse(error))),
        };
        let (title, merged, left_out) = (parsed.title.clone(), parsed.merged, parsed.left_out);
        let articles = self.prepared(feed, parsed, &body).await?;
        let (etag, last_modified) = (body.etag.clone(), body.last_modified.clone());
        Ok(Brought::Articles { title, articles, merged, left_out, etag, last_modified, moved_to })
    }

    /// Parses on a blocking thread.
    async fn read(&self, body: &Arc<Body>) -> Result<ParsedFeed, ParseError> {
        let (limits, now, body) = (self.limits.clone(), self.clock.now().to_utc(), body.clone());
        let work = move || {
            let source =
                Source { bytes: &body.bytes, content_type: body.content_type.as_deref(), url: &body.final_url };
            parse_feed(&source, now, &limits)
        };
        tokio::task::spawn_blocking(work).await.unwrap_or(Err(ParseError::Unreadable))
    }

    /// The feed's articles. New ones are prepared here to keep the transaction that stores them short.
    async fn prepared(&self, feed: &Feed, parsed: ParsedFeed, body: &Body) -> db::Result<Arc<Vec<Incoming>>> {
        let source = if feed.title.is_empty() { parsed.title.clone() } else { feed.title.clone() };
        let answered = body.last_modified.as_deref().and_then(|at| DateTime::parse_from_rfc2822(at).ok());
        let (id, now, of_feed) = (feed.id, self.clock.now(), feed.clone());
        let answered = answered.map(|at| at.to_utc());
        let work = move |conn: &mut Conn| feed::incoming(conn, now, &of_feed, &parsed, answered);
        let articles = Arc::new(self.db.read(work).await?);
        prepare_new(&self.db, &source, Some(id), &articles).await?;
        Ok(articles)
    }

    /// Finds the feed at an address that somebody entered: the document itself, or the feed that a web page names.
    pub async fn find(&self, address: &str) -> Result<Url, FeedFailure> {
        let url = self.fetcher.check(address).map_err(FeedFailure::Fetch)?;
        match self.find_at(&url).await {
            // Without a scheme https is tried first.
            Err(failure) if failure.may_pass() && !address.contains("://") => {
                let mut url = url;
                url.set_scheme("http").map_err(|()| FeedFailure::Fetch(FetchError::Broken))?;
                self.find_at(&url).await
            }
            found => found,
        }
    }

    async fn find_at(&self, url: &Url) -> Result<Url, FeedFailure> {
        let body = self.body(url).await?;
        let Err(error) = self.read(&body).await else { return Ok(url.clone()) };
        if !matches!(error, ParseError::WebPage | ParseError::NotAFeed) {
            return Err(FeedFailure::Parse(error));
        }
        for link in feed_links(&body.bytes, body.content_type.as_deref(), &body.final_url) {
            if let Ok(link) = self.fetcher.check(link.as_str())
                && let Ok(body) = self.body(&link).await
                && self.read(&body).await.is_ok()
            {
                return Ok(link);
            }
        }
        Err(FeedFailure::Parse(error))
    }

    async fn body(&self, url: &Url) -> Result<Arc<Body>, FeedFailure> {
        match self.fetcher.get(url, &Conditional::default()).await.map_err(FeedFailure::Fetch)?.content {
            Content::Body(body) => Ok(Arc::new(body)),
            Content::NotModified => Err(FeedFailure::Fetch(FetchError::Broken)),
        }
    }
}
