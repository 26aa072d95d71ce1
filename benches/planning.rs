//! The time to plan a digest's audience: from an editor's request to send it until each of a million readers has a
//! delivery in the queue. Nothing is delivered meanwhile.
//!
//! `cargo bench --bench planning` plans on a fresh SQLite file and on a fresh PostgreSQL database in turn, three times
//! each. Needs Debian's package `postgresql`, or a server in `TIDINGS_BENCH_POSTGRES`. `BENCH_ROWS` (1000000) and
//! `BENCH_ROUNDS` change the numbers, `BENCH_ONLY=sqlite` or `postgres` runs only that one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops at the first error")]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "support/draft.rs"]
mod draft;
#[path = "support/postgres.rs"]
mod postgres;
#[path = "support/readers.rs"]
mod readers;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use cpu::{cpu_of, cpu_of_children};
use tidings::actor::Actor;
use tidings::clock::Clock;
use tidings::config::DoubtPolicy;
use tidings::db::{Conn, Db, migrate};
use tidings::delivery;
use tidings::digest::send::{self, Outfit};
use tidings::links::Links;
use tidings::token::{Keys, Random};

fn number(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Plans one digest and returns the wall time; `server` is the process id of PostgreSQL if this benchmark started it.
fn round(name: &str, url: &str, rows: u32, server: Option<u32>) -> Duration {
    let file = url.strip_prefix("sqlite:").map(PathBuf::from);
    let db = Db::open(url, file.as_deref()).unwrap();
    let mut conn = db.connect().unwrap();
    migrate::run(&mut conn, file.as_deref()).unwrap();
    let (_, draft) = draft::compose(&mut conn).unwrap();
    drop(conn);
    readers::fill(url, rows);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let cpu = || (cpu_of(std::process::id()), server.map_or(0, cpu_of_children));
    let (before, began) = (cpu(), Instant::now());
    let dispatch = runtime.block_on(plan(&db, draft));
    let (wall, after) = (began.elapsed(), cpu());
    let planned = delivery::dispatch(&mut db.connect().unwrap(), dispatch).unwrap().unwrap();
    // `readers::fill` unsubscribes one reader of twenty.
    assert_eq!(planned.counters.expected, i64::from(rows - rows / 20));
    let each = |before: u64, after: u64| after.saturating_sub(before) / u64::from(rows);
    println!(
        "{name:<10} {:>5.1} s  CPU a reader: {:>5} ns, PostgreSQL {:>5} ns",
        wall.as_secs_f64(),
        each(before.0, after.0),
        each(before.1, after.1),
    );
    wall
}

fn outfit() -> Outfit {
    Outfit {
        keys: Keys::parse("the secret of a benchmark is no secret").unwrap(),
        links: Links::new(&"https://news.example.com".parse().unwrap()),
        random: Random::System,
        doubt: DoubtPolicy::Resend,
    }
}

async fn plan(db: &Db, draft: i64) -> i64 {
    let outfit = outfit();
    let (planner, sent) = (draft::planner(db, &outfit), outfit.clone());
    let work = move |conn: &mut Conn| send::approve_and_send(conn, &Actor::Operator, Clock::System.now(), &sent, draft);
    let dispatch = db.write(work).await.unwrap();
    planner.plan(draft).await;
    dispatch
}

fn main() {
    let (rows, rounds) = (number("BENCH_ROWS", 1_000_000), number("BENCH_ROUNDS", 3));
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    let server = (only != "sqlite").then(|| postgres::Server::find_or_start(folder.path()));
    let (mut on_sqlite, mut on_postgres) = (Vec::new(), Vec::new());
    for number in 1..=rounds {
        if only != "postgres" {
            let file = folder.path().join(format!("{number}.db"));
            on_sqlite.push(round("SQLite", &format!("sqlite:{}", file.display()), rows, None));
            std::fs::remove_file(file).unwrap();
        }
        if let Some(server) = &server {
            on_postgres.push(round("PostgreSQL", &server.database(number), rows, server.pid));
        }
    }
    for (name, mut times) in [("SQLite", on_sqlite), ("PostgreSQL", on_postgres)] {
        times.sort();
        if let Some(median) = times.get(times.len() / 2) {
            println!("median on {name}: {:.1} s for {rows} readers", median.as_secs_f64());
        }
    }
}
