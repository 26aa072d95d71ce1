//! The time of a search among a million readers.
//!
//! `cargo bench --bench readers` fills SQLite and PostgreSQL with readers, starts the server on each, and requests
//! pages of fifty from the API: parts of addresses, domains and names that match no reader, a few, many and all, with
//! and without filters by newsletter and state, from the first page and from the middle of the list.
//!
//! `BENCH_ROWS` (1000000) and `BENCH_ROUNDS` (20 of each search) change the numbers, `BENCH_ONLY=sqlite` or `postgres`
//! runs only that one. PostgreSQL is Debian's package `postgresql` or the server in `TIDINGS_BENCH_POSTGRES`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops at the first error")]

#[path = "support/postgres.rs"]
#[allow(dead_code, reason = "this benchmark does not measure the CPU of the database")]
mod postgres;
#[path = "support/readers.rs"]
mod readers;
#[path = "support/server.rs"]
mod server;

use std::time::Instant;

use server::Server;

/// Search terms: none, without a match, rare, clustered and common.
const TERMS: [&str; 16] = [
    "",
    "zzz",
    "nobody@example.net",
    "ann.ley7919.2",
    "reader77777@",
    "reader7777",
    "reader77",
    "reader7",
    "reader",
    "ley123",
    "ann ley1",
    "ann",
    "@gmail.com",
    "gmail",
    "@yahoo",
    "a",
];
const FILTERS: [&str; 3] = ["", "&newsletter=daily", "&newsletter=daily&state=unsubscribed"];

fn number(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn percentile(sorted: &[f64], percent: usize) -> f64 {
    sorted.get(sorted.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
}

fn measure(name: &str, url: &str, rows: u32, rounds: u32) {
    let server = Server::prepare(url);
    readers::fill(url, rows);
    let key = server.output(&["api-key", "add", "--name", "bench", "--role", "editor"]);
    let server = server.start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut all = Vec::new();
    for term in TERMS {
        let mut times = Vec::new();
        for filter in FILTERS {
            for after in [0, rows / 2] {
                let search = term.replace('@', "%40").replace(' ', "+");
                let path = format!("/api/v1/subscribers?search={search}{filter}&after={after}&limit=50");
                for _ in 0..rounds {
                    let began = Instant::now();
                    let request = client.get(format!("http://{}{path}", server.address)).bearer_auth(&key);
                    let status = runtime.block_on(async {
                        let answer = request.send().await.unwrap();
                        let status = answer.status();
                        answer.bytes().await.unwrap();
                        status
                    });
                    assert!(status.is_success(), "{path}: {status}");
                    times.push(began.elapsed().as_secs_f64() * 1_000.0);
                }
            }
        }
        times.sort_by(f64::total_cmp);
        println!(
            "{name:<10} {term:<20} p50 {:>7.1} ms  p95 {:>7.1} ms  worst {:>7.1} ms",
            percentile(&times, 50),
            percentile(&times, 95),
            percentile(&times, 100)
        );
        all.extend(times);
    }
    all.sort_by(f64::total_cmp);
    println!("{name:<10} all searches: p50 {:.1} ms, p95 {:.1} ms", percentile(&all, 50), percentile(&all, 95));
}

fn main() {
    let (rows, rounds) = (number("BENCH_ROWS", 1_000_000), number("BENCH_ROUNDS", 20));
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    if only != "postgres" {
        measure("SQLite", &format!("sqlite:{}", folder.path().join("readers.db").display()), rows, rounds);
    }
    if only != "sqlite" {
        let server = postgres::Server::find_or_start(folder.path());
        measure("PostgreSQL", &server.database(1), rows, rounds);
    }
}
