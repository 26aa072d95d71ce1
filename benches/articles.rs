//! Import, pages and search of articles, over a table of 100,000.
//!
//! `cargo bench --bench articles` imports that many articles by `tidings article import` (350 words each), starts the
//! server, waits until Similar News is complete, and requests pages over keep-alive connections: articles and the front
//! page over 64 of them, topic pages and searches over 4. Then it purges a million signals and measures the longest
//! wait of another writer. It runs on SQLite and on PostgreSQL.
//!
//! Needs Debian's package `postgresql`, or a server in `TIDINGS_BENCH_POSTGRES`. `BENCH_ARTICLES` and `BENCH_SECONDS`
//! change the numbers, `BENCH_ONLY=sqlite` or `postgres` runs only that one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark stops at the first error"
)]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "articles/installation.rs"]
mod installation;
#[path = "support/load.rs"]
mod load;
#[path = "articles/newsroom.rs"]
mod newsroom;
#[path = "support/postgres.rs"]
mod postgres;
#[path = "articles/purge.rs"]
mod purge;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tidings::article;
use tidings::clock::Clock;
use tidings::db::{Db, migrate};
use tidings::newsletter::{self, Input, Settings};

use cpu::{cpu_of, cpu_of_children};
use installation::Installation;
use newsroom::{COMMON, RARE};

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn main() {
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let articles = number("BENCH_ARTICLES", 100_000);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("articles.json");
    newsroom::write(&file, articles);
    let server = (only != "sqlite").then(|| postgres::Server::find_or_start(folder.path()));
    if only != "postgres" {
        println!("SQLite, {articles} articles");
        let data = folder.path().join("sqlite");
        std::fs::create_dir(&data).unwrap();
        let url = format!("sqlite:{}", data.join("tidings.db").display());
        measure(&Installation::new(&data, &url), &file, articles, None);
    }
    if let Some(server) = &server {
        println!("PostgreSQL, {articles} articles");
        let data = folder.path().join("data");
        std::fs::create_dir(&data).unwrap();
        measure(&Installation::new(&data, &server.database(1)), &file, articles, server.pid);
    }
}

/// `postgres` is the process id of PostgreSQL if this benchmark started it.
fn measure(installation: &Installation, file: &Path, articles: usize, postgres: Option<u32>) {
    let path = installation.url.strip_prefix("sqlite:").map(PathBuf::from);
    let db = Db::open(&installation.url, path.as_deref()).unwrap();
    migrate::run(&mut db.connect().unwrap(), path.as_deref()).unwrap();
    add_newsletter(&db);
    let before = postgres.map_or(0, cpu_of_children);
    let (wall, cpu, memory) = installation.run(&["article", "import", file.to_str().unwrap()]);
    let each = |nanos: u64| nanos / 1_000 / u64::try_from(articles).unwrap();
    println!(
        "  import              {:>7.0} articles/s  CPU each: {} us, database {} us; peak memory {} MB",
        f64::from(u32::try_from(articles).unwrap()) / wall.as_secs_f64(),
        each(cpu),
        each(postgres.map_or(0, cpu_of_children).saturating_sub(before)),
        memory / 1_024,
    );
    let server = installation.serve();
    let began = Instant::now();
    while is_comparing(&db) {
        std::thread::sleep(Duration::from_millis(200));
    }
    let wall = began.elapsed();
    println!(
        "  similar news        {:>7.0} articles/s  CPU each: {} us",
        f64::from(u32::try_from(articles).unwrap()) / wall.as_secs_f64(),
        each(cpu_of(server.pid())),
    );
    pages(installation, &db, server.pid(), postgres);
    drop(server);
    purge::measure(&db);
}

/// Adds a newsletter, so that pages have a sign-up form.
fn add_newsletter(db: &Db) {
    let settings = Settings {
        slug: "daily".to_owned(),
        name: "The Daily".to_owned(),
        sender: "news@example.com".to_owned(),
        contact: "desk@example.com".to_owned(),
        ..Settings::default()
    };
    let input = Input { newsletter: settings, ..Input::default() };
    let add = |conn: &mut tidings::db::Conn| {
        newsletter::add(conn, &tidings::actor::Actor::Operator, Clock::System.now(), input)
    };
    db.connect().unwrap().write_transaction(add).unwrap();
}

/// Whether an article still waits for its comparison with the others.
fn is_comparing(db: &Db) -> bool {
    article::similar::next(&mut db.connect().unwrap()).unwrap().is_some()
}

fn pages(installation: &Installation, db: &Db, server: u32, postgres: Option<u32>) {
    let slugs = article::newest_slugs(&mut db.connect().unwrap(), 10_000).unwrap();
    let newest: Vec<String> = slugs.iter().map(|(slug, _)| format!("/articles/{slug}")).collect();
    // Every seventh, so that articles requested in a row are not neighbours in the table.
    let articles: Vec<String> = (0..newest.len()).map(|n| newest[n * 7 % newest.len()].clone()).collect();
    let searches = |word: &str| vec![format!("/search?q={word}")];
    let topics = |page: usize| vec![format!("/topics/{}?page={page}", newsroom::TOPIC_SLUG)];
    let one = |path: &str| vec![path.to_owned()];
    let loads = [
        ("front page", one("/"), 64),
        ("article page", articles, 64),
        ("topic page", topics(1), 4),
        ("topic page 2,000", topics(2_000), 4),
        ("archive", one("/archive"), 4),
        ("Atom feed", one("/feed.xml"), 4),
        ("site map", one("/sitemap.xml"), 2),
        ("search, common word", searches(COMMON), 4),
        ("search, rare word", searches(RARE), 4),
        ("search, \"ba\"", searches("ba"), 4),
        ("search, two words", searches(&format!("{COMMON}+ba")), 4),
    ];
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let seconds = Duration::from_secs(u64::try_from(number("BENCH_SECONDS", 5)).unwrap());
    for (name, paths, connections) in loads {
        let cpu = || (cpu_of(server), postgres.map_or(0, cpu_of_children));
        let before = cpu();
        let load = runtime.block_on(load::get(installation.address, Arc::new(paths), connections, seconds));
        let after = cpu();
        let each = |nanos: u64| nanos / 1_000 / u64::try_from(load.latencies.len()).unwrap().max(1);
        println!(
            "  {name:<19} {:>7.0} /s  p50 {:>6.1} ms, p95 {:>6.1} ms, p99 {:>6.1} ms  CPU each: {} us, database {} us",
            load.rate(),
            load.percentile(50).as_secs_f64() * 1_000.0,
            load.percentile(95).as_secs_f64() * 1_000.0,
            load.percentile(99).as_secs_f64() * 1_000.0,
            each(after.0.saturating_sub(before.0)),
            each(after.1.saturating_sub(before.1)),
        );
    }
}
