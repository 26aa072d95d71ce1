//! The assembly of a running Tidings for server, demo, tests and benches: the delivery engine, the workers and the
//! state of the web handlers. The fields of [`Assembly`] are what differs between them.

use std::sync::Arc;
use std::time::Duration;

use crate::article::parse::FeedLimits;
use crate::article::signal::SignalBuffer;
use crate::clock::Clock;
use crate::config::{DoubtPolicy, Network};
use crate::db::Db;
use crate::delivery::engine::{Engine, Settings, StartError};
use crate::fetch::Fetcher;
use crate::guard::challenge::Challenges;
use crate::links::Links;
use crate::mail::RelayAddress;
use crate::token::{Keys, Random};
use crate::web::App;
use crate::worker::digests::Digests;
use crate::worker::feeds::Feeds;
use crate::worker::links::LinkRequests;
use crate::worker::news::News;
use crate::worker::{Workers, counters, housekeeping, similar};

/// How long each worker waits between two turns; a worker without an interval does not run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Intervals {
    /// Scheduled digests, and the audiences of those under way.
    pub digests: Option<Duration>,
    /// Requested links to the preferences.
    pub links: Option<Duration>,
    pub feeds: Option<Duration>,
    /// Views and clicks that are not stored yet.
    pub signals: Option<Duration>,
    /// Log lines about digests and the relay.
    pub news: Option<Duration>,
    /// Deltas of counters that are added to their rows.
    pub counters: Option<Duration>,
    /// Comparisons of new and changed articles, for Similar News.
    pub similar: Option<Duration>,
    pub housekeeping: Option<Duration>,
}

impl Intervals {
    /// The intervals of a server.
    pub const SERVER: Self = Self {
        digests: Some(Duration::from_millis(500)),
        // Soon enough for a reader who waits for the mail, and independent of the time of the answer.
        links: Some(Duration::from_secs(1)),
        feeds: Some(Duration::from_secs(10)),
        signals: Some(Duration::from_secs(1)),
        news: Some(Duration::from_secs(1)),
        counters: Some(Duration::from_millis(500)),
        similar: Some(Duration::from_secs(1)),
        housekeeping: Some(Duration::from_mins(10)),
    };
}

/// The parts and settings of a running Tidings.
#[derive(Clone)]
pub struct Assembly {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub keys: Keys,
    pub links: Links,
    pub trusted_proxies: Vec<Network>,
    /// Whether forms are limited by client. The limit by address always applies.
    pub client_limits: bool,
    pub proof_of_work: bool,
    /// What happens to mails in doubt of a new digest.
    pub doubt: DoubtPolicy,
    pub fetcher: Fetcher,
    /// Between two fetches of a feed.
    pub feed_interval: Duration,
    pub delivery: Settings,
    pub intervals: Intervals,
}

/// A running Tidings without its web server.
pub struct Running {
    pub app: App,
    pub engine: Engine,
    pub workers: Workers,
}

impl Assembly {
    /// Starts the engine and the workers.
    pub async fn start(self) -> Result<Running, StartError> {
        let (settings, intervals) = (self.delivery.clone(), self.intervals);
        let engine = Engine::start(self.db.clone(), self.clock.clone(), self.random.clone(), settings).await?;
        let app = self.app();
        let workers = start_workers(&app, intervals);
        Ok(Running { app, engine, workers })
    }

    /// The state of the web handlers.
    fn app(self) -> App {
        let feeds = self.feeds();
        App {
            challenges: Challenges::new(&self.keys),
            captures: self.delivery.relay == RelayAddress::Capture,
            letters: Arc::default(),
            signals: Arc::default(),
            feeds,
            db: self.db,
            clock: self.clock,
            random: self.random,
            keys: self.keys,
            links: self.links,
            trusted_proxies: self.trusted_proxies,
            client_limits: self.client_limits,
            proof_of_work: self.proof_of_work,
            doubt: self.doubt,
        }
    }

    fn feeds(&self) -> Feeds {
        Feeds {
            db: self.db.clone(),
            fetcher: self.fetcher.clone(),
            clock: self.clock.clone(),
            interval: self.feed_interval,
            limits: FeedLimits::default(),
        }
    }
}

fn start_workers(app: &App, intervals: Intervals) -> Workers {
    let mut workers = Workers::default();
    let digests = Digests { db: app.db.clone(), clock: app.clock.clone(), outfit: app.outfit() };
    workers.start_if(intervals.digests, move || {
        let digests = digests.clone();
        async move { digests.turn().await }
    });
    let requests = LinkRequests {
        db: app.db.clone(),
        clock: app.clock.clone(),
        random: app.random.clone(),
        keys: app.keys.clone(),
        links: app.links.clone(),
        letters: app.letters.clone(),
    };
    workers.start_if(intervals.links, move || {
        let requests = requests.clone();
        async move { requests.turn().await }
    });
    let feeds = app.feeds.clone();
    workers.start_if(intervals.feeds, move || {
        let feeds = feeds.clone();
        async move {
            if let Err(error) = feeds.fetch_due().await {
                tracing::error!(%error, "feeds could not be fetched");
            }
        }
    });
    let (signals, db, random) = (app.signals.clone(), app.db.clone(), app.random.clone());
    workers.start_if(intervals.signals, move || flush(signals.clone(), db.clone(), random.clone()));
    let news = Arc::new(News::new(app.db.clone()));
    workers.start_if(intervals.news, move || {
        let news = news.clone();
        async move { news.turn().await }
    });
    let db = app.db.clone();
    workers.start_if(intervals.counters, move || counters::turn(db.clone()));
    let db = app.db.clone();
    workers.start_if(intervals.similar, move || similar::turn(db.clone()));
    let (db, clock) = (app.db.clone(), app.clock.clone());
    workers.start_if(intervals.housekeeping, move || housekeeping::turn(db.clone(), clock.clone()));
    workers
}

async fn flush(signals: Arc<SignalBuffer>, db: Db, random: Random) {
    if let Err(error) = signals.flush(&db, &random).await {
        tracing::warn!(%error, "signals wait for the database");
    }
}
