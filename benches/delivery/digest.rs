//! One digest to many readers on a fresh database, from an editor's request to send it to the last outcome in the
//! database. The audience is planned while the engine delivers with its default settings.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tidings::actor::Actor;
use tidings::assembly::{Assembly, Intervals, Running};
use tidings::audit::Retention;
use tidings::clock::{Clock, DAY, MINUTE};
use tidings::config::DoubtPolicy;
use tidings::db::{Conn, Db, migrate};
use tidings::delivery::engine;
use tidings::delivery::retry::RetryPolicy;
use tidings::delivery::{self, DispatchState};
use tidings::digest::send::{self, Outfit};
use tidings::digest::{self, render};
use tidings::email_address::EmailAddress;
use tidings::fetch::{FetchLimits, Fetcher};
use tidings::links::Links;
use tidings::mail::{RelayAddress, Timeouts};
use tidings::newsletter;
use tidings::subscriber::SubscriptionState;
use tidings::subscriber::import::{self, Row};
use tidings::token::{Keys, Random};

use crate::Run;
use crate::cpu::{cpu_of, cpu_of_children};
use crate::draft;
use crate::smtp::Sink;

/// The expected size of a mail as it is sent, in bytes.
const SIZE: std::ops::Range<usize> = 30_720..33_500;

/// Composes a draft and imports its readers; returns the draft's id.
fn prepare(conn: &mut Conn, mails: u32) -> anyhow::Result<i64> {
    let (newsletter, draft) = draft::compose(conn)?;
    let row = |n: u32| {
        let address = EmailAddress::parse(&format!("reader{n}@example.net"))?;
        Ok(Row { address, name: format!("Reader {n}"), state: SubscriptionState::Confirmed, history: None })
    };
    let rows: anyhow::Result<Vec<Row>> = (1..=mails).map(row).collect();
    let newsletter = newsletter::by_id(conn, newsletter)?.unwrap();
    import::store(conn, &Actor::Operator, Clock::System.now(), &newsletter, rows?)?;
    Ok(draft)
}

/// The size of one reader's mail, in bytes.
fn mail_size(conn: &mut Conn, outfit: &Outfit, id: i64) -> anyhow::Result<usize> {
    let digest = digest::by_id(conn, id)?.unwrap();
    let letter = render::current(conn, digest.clone(), &outfit.links, &outfit.keys)?;
    Ok(render::preview(&letter, &digest, Clock::System.now(), Some("Reader 12345"))?.0.len())
}

/// Sends one digest; `server` is the process id of PostgreSQL if this benchmark started it.
pub fn send(url: &str, sink: &Sink, mails: u32, server: Option<u32>) -> Run {
    let file = url.strip_prefix("sqlite:").map(PathBuf::from);
    let db = Db::open(url, file.as_deref()).unwrap();
    migrate::run(&mut db.connect().unwrap(), file.as_deref()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(run(&db, folder.path(), sink, mails, server))
}

async fn run(db: &Db, folder: &Path, sink: &Sink, mails: u32, server: Option<u32>) -> Run {
    let draft = db.write(move |conn| prepare(conn, mails)).await.unwrap();
    let Running { app, engine, .. } = assembly(db, folder, sink).start().await.unwrap();
    let outfit = app.outfit();
    let (planner, sent) = (draft::planner(db, &outfit), outfit.clone());
    let cpu = || (cpu_of(std::process::id()), sink.cpu(), server.map_or(0, cpu_of_children));
    let (before, began) = (cpu(), Instant::now());
    let work = move |conn: &mut Conn| send::approve_and_send(conn, &Actor::Operator, Clock::System.now(), &sent, draft);
    let dispatch = db.write(work).await.unwrap();
    let planning = tokio::spawn(async move { planner.plan(draft).await });
    let ended = loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let row = db.read(move |conn| delivery::dispatch(conn, dispatch)).await.unwrap().unwrap();
        if row.state != DispatchState::Running {
            break row;
        }
    };
    let (wall, after) = (began.elapsed(), cpu());
    assert_eq!((ended.state, ended.counters.sent), (DispatchState::Done, i64::from(mails)));
    planning.await.unwrap();
    engine.stop().await;
    let size = db.read(move |conn| mail_size(conn, &outfit, draft)).await.unwrap();
    assert!(SIZE.contains(&size), "a mail has {size} bytes");
    Run {
        wall,
        client: after.0.saturating_sub(before.0),
        sink: after.1.saturating_sub(before.1),
        database: after.2.saturating_sub(before.2),
    }
}

/// App and engine without workers; the caller plans the digest.
fn assembly(db: &Db, folder: &Path, sink: &Sink) -> Assembly {
    Assembly {
        db: db.clone(),
        clock: Clock::System,
        random: Random::System,
        keys: Keys::parse("the secret of a benchmark is no secret").unwrap(),
        links: Links::new(&"https://news.example.com".parse().unwrap()),
        trusted_proxies: Vec::new(),
        client_limits: false,
        proof_of_work: false,
        doubt: DoubtPolicy::Resend,
        fetcher: Fetcher::new(FetchLimits::default(), "Tidings benchmark").unwrap(),
        feed_interval: Duration::from_mins(15),
        delivery: engine::Settings {
            relay: RelayAddress::parse(&format!("smtp://{}", sink.address)).unwrap(),
            hello: "client.example".to_owned(),
            timeouts: Timeouts::default(),
            retry: RetryPolicy { first: MINUTE, max_age: 3 * DAY },
            journal: folder.join("journal"),
            node: 1,
            boot: String::new(),
        },
        retention: Retention::default(),
        intervals: Intervals::default(),
    }
}
