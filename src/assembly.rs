//! The assembly of a running Tidings for server, demo, tests and benches: the delivery engine, the workers and the
//! state of the web handlers. The fields of [`Assembly`] are what differs between them.

pub mod ground;

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use crate::account::Hashing;
use crate::article::parse::FeedLimits;
use crate::article::signal::SignalBuffer;
use crate::audit::Retention;
use crate::clock::Clock;
use crate::config::{DoubtPolicy, Network};
use crate::db::{self, Db};
use crate::delivery::engine::{Engine, Settings, StartError};
use crate::digest::send::Outfit;
use crate::fetch::Fetcher;
use crate::guard::challenge::Challenges;
use crate::links::Links;
use crate::mail::{MailError, RelayAddress};
use crate::newsletter::Newsletter;
use crate::site::Site;
use crate::subscriber::letters::{LetterBox, Stationery};
use crate::token::{Keys, Random};
use crate::worker::digests::Digests;
use crate::worker::feeds::Feeds;
use crate::worker::links::LinkRequests;
use crate::worker::news::News;
use crate::worker::{Workers, articles, counters, housekeeping, indexing, similar};
use ground::{Ground, KeptGround};

/// How long each worker waits between two turns; a worker without an interval does not run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Intervals {
    /// Scheduled digests, and the audiences of those under way.
    pub digests: Option<Duration>,
    /// Scheduled articles.
    pub articles: Option<Duration>,
    /// Requested links to the preferences.
    pub links: Option<Duration>,
    pub feeds: Option<Duration>,
    /// Views and clicks that are not stored yet.
    pub signals: Option<Duration>,
    /// Log lines about digests and the relay.
    pub news: Option<Duration>,
    /// Deltas of counters that are added to their rows.
    pub counters: Option<Duration>,
    /// Comparisons of new and changed articles, for Similar News; and the index of articles of an earlier version.
    pub similar: Option<Duration>,
    pub housekeeping: Option<Duration>,
}

impl Intervals {
    /// The intervals of a server.
    pub const SERVER: Self = Self {
        digests: Some(Duration::from_millis(500)),
        articles: Some(Duration::from_secs(1)),
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
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Whether forms are limited by client. The limit by address always applies.
    pub client_limits: bool,
    /// Whether public forms ask for a proof of work.
    pub proof_of_work: bool,
    /// What happens to mails in doubt of a new digest.
    pub doubt: DoubtPolicy,
    pub fetcher: Fetcher,
    /// Between two fetches of a feed.
    pub feed_interval: Duration,
    pub delivery: Settings,
    pub retention: Retention,
    pub intervals: Intervals,
}

/// What every web handler is given: the assembly, and what handlers and workers share.
#[derive(Clone)]
pub struct App {
    pub assembly: Assembly,
    pub challenges: Challenges,
    /// The key under which addresses are suppressed.
    pub suppression_key: Vec<u8>,
    pub letters: Arc<LetterBox>,
    pub hashing: Hashing,
    ground: Arc<KeptGround>,
    /// Views and clicks on their way to the database.
    pub signals: Arc<SignalBuffer>,
    /// Checks a feed's address and fetches it when an editor asks.
    pub feeds: Feeds,
}

/// `app.db` is `app.assembly.db`.
impl Deref for App {
    type Target = Assembly;

    fn deref(&self) -> &Assembly {
        &self.assembly
    }
}

impl App {
    #[must_use]
    pub fn new(assembly: Assembly, suppression_key: Vec<u8>) -> Self {
        let ground = Arc::<KeptGround>::default();
        let weak = Arc::downgrade(&ground);
        assembly.db.listen(weak);
        Self {
            challenges: Challenges::new(&assembly.keys),
            suppression_key,
            letters: Arc::default(),
            hashing: Hashing::default(),
            ground,
            signals: Arc::default(),
            feeds: assembly.feeds(),
            assembly,
        }
    }

    /// What every public page shows.
    pub async fn ground(&self) -> db::Result<Arc<Ground>> {
        self.ground.get(&self.db, &self.clock).await
    }

    /// What an action needs to write to a reader of a newsletter.
    pub fn stationery(&self, newsletter: &Newsletter, site: &Site) -> Result<Stationery, MailError> {
        let letters = self.letters.of(newsletter, site, &self.links, &self.keys)?;
        Ok(Stationery { keys: self.keys.clone(), suppression_key: self.suppression_key.clone(), letters })
    }

    /// What an action needs to send a digest.
    #[must_use]
    pub fn outfit(&self) -> Outfit {
        Outfit { keys: self.keys.clone(), links: self.links.clone(), random: self.random.clone(), doubt: self.doubt }
    }

    /// Whether mails are kept in the outbox instead of being sent.
    #[must_use]
    pub fn captures(&self) -> bool {
        self.delivery.relay == RelayAddress::Capture
    }
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
        let settings = self.delivery.clone();
        let engine = Engine::start(self.db.clone(), self.clock.clone(), self.random.clone(), settings).await?;
        let app = App::new(self, engine.suppression_key().to_vec());
        let workers = start_workers(&app);
        Ok(Running { app, engine, workers })
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

fn start_workers(app: &App) -> Workers {
    let (mut workers, intervals) = (Workers::default(), app.intervals);
    let digests = Digests { db: app.db.clone(), clock: app.clock.clone(), outfit: app.outfit() };
    workers.start_if(intervals.digests, move || {
        let digests = digests.clone();
        async move { digests.turn().await }
    });
    let requests = LinkRequests {
        db: app.db.clone(),
        clock: app.clock.clone(),
        keys: app.keys.clone(),
        suppression_key: app.suppression_key.clone(),
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
    let (signals, assembly) = (app.signals.clone(), app.assembly.clone());
    workers.start_if(intervals.signals, move || flush(signals.clone(), assembly.clone()));
    let news = Arc::new(News::new(app.db.clone()));
    workers.start_if(intervals.news, move || {
        let news = news.clone();
        async move { news.turn().await }
    });
    let (db, clock) = (app.db.clone(), app.clock.clone());
    workers.start_if(intervals.articles, move || articles::turn(db.clone(), clock.clone()));
    let db = app.db.clone();
    workers.start_if(intervals.counters, move || counters::turn(db.clone()));
    let db = app.db.clone();
    workers.start_if(intervals.similar, move || similar::turn(db.clone()));
    let db = app.db.clone();
    workers.start_if(intervals.similar, move || indexing::turn(db.clone()));
    let (db, clock, retention) = (app.db.clone(), app.clock.clone(), app.retention);
    workers.start_if(intervals.housekeeping, move || housekeeping::turn(db.clone(), clock.clone(), retention));
    workers
}

async fn flush(signals: Arc<SignalBuffer>, assembly: Assembly) {
    if let Err(error) = signals.flush(&assembly.db, &assembly.random, assembly.clock.now()).await {
        tracing::warn!(%error, "signals wait for the database");
    }
}
