//! A delivery engine on its own database, mails for it, and a check of its counters.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use tempfile::TempDir;
use tidings::clock::{Clock, DAY};
use tidings::config::DoubtPolicy;
use tidings::db::{self, Conn, Db, migrate};
use tidings::delivery::engine::{Engine, Settings};
use tidings::delivery::retry::RetryPolicy;
use tidings::delivery::{
    self, Counters, DeliveryRow, DeliveryState, Dispatch, DispatchKind, DispatchState, Message, Recipient, RecipientKey,
};
use tidings::email_address::EmailAddress;
use tidings::mail::{Draft, Mailbox, RelayAddress, Slots, Timeouts, compose};
use tidings::token::Random;

use super::postgres::TestDatabase;

pub const SENDER: &str = "news@example.org";
/// A boot id in the format of the kernel's.
pub const BOOT: &str = "0b8f5f2e-1111-4222-8333-444455556666";

/// The file of an SQLite URL.
pub fn sqlite_path(url: &str) -> Option<PathBuf> {
    url.strip_prefix("sqlite:").map(PathBuf::from)
}

pub fn open(url: &str) -> Db {
    Db::open(url, sqlite_path(url).as_deref()).unwrap()
}

fn migrate_to_latest(url: &str) {
    let mut conn = open(url).connect().unwrap();
    migrate::run(&mut conn, sqlite_path(url).as_deref()).unwrap();
}

/// A database with the current schema and no rows.
pub fn migrated() -> TestDatabase {
    TestDatabase::prepared(migrate_to_latest)
}

/// A composed message with the slots `name` and `link`.
pub fn message(subject: &str) -> Message {
    let slots = Slots::new(7, &["name", "link"]);
    let (name, link) = (slots.mark("name"), slots.mark("link"));
    let draft = Draft {
        from: Mailbox::new(Some("The Daily"), SENDER).unwrap(),
        reply_to: None,
        subject: subject.to_owned(),
        text: format!("Hello {name},\nread {link}\n"),
        html: Some(format!("<p>Hello {name},</p><a href=\"{link}\">read</a>")),
        list: None,
        auto_submitted: false,
        answers: Vec::new(),
        slots,
    };
    Message {
        variant: 0,
        language: "en".to_owned(),
        return_path: SENDER.to_owned(),
        subject: subject.to_owned(),
        body: compose(&draft).unwrap().into_bytes(),
    }
}

/// Recipients `prefix0@example.net` and so on; the key of the n-th is the subscription `first + n`.
pub fn recipients(prefix: &str, first: i64, numbers: Range<i64>) -> Vec<Recipient> {
    let recipient = |n: i64| Recipient {
        key: RecipientKey::Subscription(first + n),
        turn: 0,
        address: EmailAddress::parse(&format!("{prefix}{n}@example.net")).unwrap(),
        fields: vec![format!("Reader {n}"), format!("https://example.org/{prefix}/{n}")],
    };
    numbers.map(recipient).collect()
}

/// The counters of a dispatch and the numbers of its rows, read in one statement.
#[derive(Debug, QueryableByName, PartialEq, Eq)]
pub struct CountersAndRows {
    #[diesel(sql_type = BigInt)]
    pub expected: i64,
    #[diesel(sql_type = Bool)]
    pub expected_final: bool,
    #[diesel(sql_type = BigInt)]
    pub sent: i64,
    #[diesel(sql_type = BigInt)]
    pub failed: i64,
    #[diesel(sql_type = BigInt)]
    pub skipped: i64,
    #[diesel(sql_type = BigInt)]
    pub cancelled: i64,
    #[diesel(sql_type = BigInt)]
    pub unknown: i64,
    #[diesel(sql_type = BigInt)]
    pub rows: i64,
    #[diesel(sql_type = BigInt)]
    pub rows_to_go: i64,
    #[diesel(sql_type = BigInt)]
    pub rows_sent: i64,
    #[diesel(sql_type = BigInt)]
    pub rows_failed: i64,
    #[diesel(sql_type = BigInt)]
    pub rows_unknown: i64,
    #[diesel(sql_type = BigInt)]
    pub rows_skipped: i64,
    #[diesel(sql_type = BigInt)]
    pub rows_cancelled: i64,
}

const QUERY: &str = "SELECT d.expected, d.expected_final, d.sent, d.failed, d.skipped, d.cancelled, d.unknown,
    (SELECT count(*) FROM deliveries x WHERE x.dispatch_id = d.id) AS rows,
    (SELECT count(*) FROM deliveries x WHERE x.dispatch_id = d.id AND x.state < 3) AS rows_to_go,
    (SELECT count(*) FROM deliveries x WHERE x.dispatch_id = d.id AND x.state = 3) AS rows_sent,
    (SELECT count(*) FROM deliveries x WHERE x.dispatch_id = d.id AND x.state = 4) AS rows_failed,
    (SELECT count(*) FROM deliveries x WHERE x.dispatch_id = d.id AND x.state = 5) AS rows_unknown,
    (SELECT count(*) FROM deliveries x WHERE x.dispatch_id = d.id AND x.state = 6) AS rows_skipped,
    (SELECT count(*) FROM deliveries x WHERE x.dispatch_id = d.id AND x.state = 7) AS rows_cancelled
    FROM dispatches d WHERE d.id = $1";

/// Fails unless every counter of the dispatch equals the number of its rows.
pub fn assert_counters_match_rows(conn: &mut Conn, dispatch: i64) -> Counters {
    let query = diesel::sql_query(QUERY).bind::<BigInt, _>(dispatch);
    let read: CountersAndRows = match conn {
        Conn::Pg(pg) => query.get_result(pg).unwrap(),
        Conn::Sqlite(sqlite) => query.get_result(sqlite).unwrap(),
    };
    let counters = Counters {
        expected: read.expected,
        expected_final: read.expected_final,
        sent: read.sent,
        failed: read.failed,
        skipped: read.skipped,
        cancelled: read.cancelled,
        unknown: read.unknown,
    };
    let rows = [read.rows_sent, read.rows_failed, read.rows_skipped, read.rows_cancelled, read.rows_unknown];
    let counted = [read.sent, read.failed, read.skipped, read.cancelled, read.unknown];
    assert_eq!((counted, read.expected, counters.to_go()), (rows, read.rows, read.rows_to_go), "{read:?}");
    counters
}

/// A database, and the settings of an engine for a relay.
pub struct Rig {
    pub db: Db,
    pub database: TestDatabase,
    pub settings: Settings,
    pub folder: TempDir,
    next_key: AtomicI64,
}

impl Rig {
    pub fn new(relay: &str) -> Self {
        let database = migrated();
        let folder = tempfile::tempdir().unwrap();
        let second = Duration::from_secs(2);
        let settings = Settings {
            relay: RelayAddress::parse(relay).unwrap(),
            hello: "client.example".to_owned(),
            timeouts: Timeouts { connect: second, greeting: second, command: second, data: second, dot: second },
            retry: RetryPolicy { first: 300, max_age: DAY },
            journal: folder.path().join("journal"),
            node: 1,
            boot: BOOT.to_owned(),
        };
        Self { db: open(&database.url), database, settings, folder, next_key: AtomicI64::new(1) }
    }

    /// Another handle to the database, as another process has it: its commits do not notify the engines of this handle.
    pub fn another_process(&self) -> Db {
        open(&self.database.url)
    }

    pub async fn start(&self) -> Engine {
        self.start_with(self.settings.clone()).await
    }

    pub async fn start_with(&self, settings: Settings) -> Engine {
        Engine::start(self.db.clone(), Clock::System, Random::System, settings).await.unwrap()
    }

    pub async fn write<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> db::Result<T> + Send + 'static) -> T {
        self.db.write(work).await.unwrap()
    }

    /// Queues a planned digest to `count` recipients; returns the dispatch's id.
    pub async fn digest(&self, prefix: &str, count: i64) -> i64 {
        self.digest_under(DoubtPolicy::Resend, prefix, count).await
    }

    pub async fn digest_under(&self, policy: DoubtPolicy, prefix: &str, count: i64) -> i64 {
        let first = self.next_key.fetch_add(count, Ordering::SeqCst);
        self.queue(DispatchKind::Digest, Some(first), policy, recipients(prefix, first, 0..count), true).await
    }

    /// Queues one message to recipients in a dispatch of this kind and reference.
    pub async fn queue(
        &self,
        kind: DispatchKind,
        reference: Option<i64>,
        policy: DoubtPolicy,
        recipients: Vec<Recipient>,
        is_final: bool,
    ) -> i64 {
        let body = message(&format!("{} {}", kind.as_str(), reference.unwrap_or_default()));
        let now = Clock::System.now();
        let work = move |conn: &mut Conn| {
            let (dispatch, _) = delivery::open(conn, now, kind, reference, policy, 0)?;
            let message = delivery::freeze(conn, now, dispatch, &body)?;
            delivery::enqueue(conn, now, dispatch, message, &recipients)?;
            if is_final {
                delivery::finish_planning(conn, now, dispatch)?;
            }
            Ok(dispatch)
        };
        self.write(work).await
    }

    pub async fn dispatch(&self, id: i64) -> Dispatch {
        self.db.read(move |conn| delivery::dispatch(conn, id)).await.unwrap().unwrap()
    }

    /// The counters, checked against the rows.
    pub async fn counters(&self, dispatch: i64) -> Counters {
        self.db.read(move |conn| Ok::<_, db::Error>(assert_counters_match_rows(conn, dispatch))).await.unwrap()
    }

    pub async fn rows(&self, dispatch: i64, state: Option<DeliveryState>) -> Vec<DeliveryRow> {
        self.db.read(move |conn| delivery::deliveries(conn, Some(dispatch), state, 0, 1_000_000)).await.unwrap()
    }

    /// Waits until `done` holds for the dispatch and returns its counters. Fails after 30 s.
    pub async fn until(&self, dispatch: i64, done: impl Fn(&Dispatch) -> bool) -> Counters {
        let began = Instant::now();
        loop {
            let now = self.dispatch(dispatch).await;
            if done(&now) {
                return self.counters(dispatch).await;
            }
            assert!(began.elapsed() < Duration::from_secs(30), "still waiting: {now:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the dispatch is done.
    pub async fn until_done(&self, dispatch: i64) -> Counters {
        self.until(dispatch, |dispatch| dispatch.state == DispatchState::Done).await
    }

    /// Waits until no delivery is leased, as after a pause.
    pub async fn until_idle(&self, dispatch: i64) {
        let began = Instant::now();
        while !self.rows(dispatch, Some(DeliveryState::Leased)).await.is_empty() {
            assert!(began.elapsed() < Duration::from_secs(10), "still leased");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub async fn until_sent(&self, dispatch: i64, count: i64) -> Counters {
        self.until(dispatch, move |dispatch| dispatch.counters.sent >= count).await
    }

    /// Executes a statement without parameters, bypassing Tidings' own queries.
    pub async fn execute(&self, sql: &'static str) {
        self.write(move |conn| conn.batch(sql)).await;
    }
}
