//! Fetches the feeds that are due, a few at a time. Each is fetched and parsed outside any transaction and stored in
//! one.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use url::Url;

use crate::actor::Actor;
use crate::article::feed::{self, Brought, Feed};
use crate::article::intake::{Imported, prepare_new};
use crate::article::parse::{FeedLimits, ParseError, ParsedFeed, parse_feed};
use crate::article::{FeedFailure, Incoming};
use crate::clock::{Clock, MINUTE};
use crate::db::{self, Db};
use crate::fetch::{Conditional, Content, Fetched, Fetcher};

/// Feeds that are fetched at a time.
const AT_ONCE: usize = 4;
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
        let mut lanes = JoinSet::new();
        for _ in 0..AT_ONCE {
            let feeds = self.clone();
            lanes.spawn(async move { feeds.lane().await });
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

    /// Fetches one feed at once, due or not: for the command line and the editor's button.
    pub async fn fetch_one(&self, actor: &Actor, id: i64) -> db::Result<Report> {
        let (now, actor) = (self.clock.now(), actor.clone());
        match self.db.write(move |conn| feed::ask_for(conn, &actor, now, id)).await? {
            Some(feed) => self.fetch(feed).await,
            None => Ok(Report::Missing),
        }
    }

    /// Fetches one feed after the other until none is due.
    async fn lane(&self) -> db::Result<usize> {
        let mut fetched = 0;
        loop {
            let now = self.clock.now();
            let claimed = self.db.write(move |conn| feed::claim_due(conn, now, now.plus(CLAIM))).await?;
            let Some(feed) = claimed else { return Ok(fetched) };
            let id = feed.id;
            if let Report::Failed(error) | Report::Gone(error) = self.fetch(feed).await? {
                tracing::info!(feed = id, %error, "a feed could not be fetched");
            }
            fetched += 1;
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

    /// Parses on a blocking thread.
    async fn parsed(&self, feed: &Feed, fetched: Fetched) -> db::Result<Brought> {
        let moved_to = fetched.permanently_moved_to.map(|url: Url| url.to_string());
        let Content::Body(body) = fetched.content else {
            return Ok(Brought::NotModified { moved_to });
        };
        let (limits, now) = (self.limits.clone(), self.clock.now().to_utc());
        let (bytes, from) = (body.bytes, body.final_url);
        let parsed = tokio::task::spawn_blocking(move || parse_feed(&bytes, &from, now, &limits)).await;
        let error = match parsed {
            Ok(Ok(parsed)) => {
                let title = parsed.title.clone();
                let articles = self.prepared(feed, parsed).await?;
                let (etag, last_modified) = (body.etag, body.last_modified);
                return Ok(Brought::Articles { title, articles, etag, last_modified, moved_to });
            }
            Ok(Err(error)) => error,
            Err(_) => ParseError::Unreadable,
        };
        Ok(Brought::Nothing(FeedFailure::Parse(error)))
    }

    /// The feed's articles. New ones are prepared here to keep the transaction that stores them short.
    async fn prepared(&self, feed: &Feed, parsed: ParsedFeed) -> db::Result<Arc<Vec<Incoming>>> {
        let id = feed.id;
        let source = if feed.title.is_empty() { parsed.title.clone() } else { feed.title.clone() };
        let articles = Arc::new(self.db.read(move |conn| feed::incoming(conn, id, &parsed)).await?);
        prepare_new(&self.db, &source, Some(id), &articles).await?;
        Ok(articles)
    }
}
