//! The response times of the front page beside a load of searches.
//!
//! `cargo bench --bench searches` fills SQLite and PostgreSQL with 100,000 articles, starts the server on each, and
//! requests the front page over one connection: alone, and beside 4 and 64 connections that search for a common word
//! without a pause. It prints the response times of the front page and `/readyz`, and how many searches are answered or
//! refused with 503 because too many wait.
//!
//! `BENCH_ROWS` and `BENCH_SECONDS` (5) change the numbers, `BENCH_ONLY=sqlite` or `postgres` runs only that one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops at the first error")]

#[path = "support/articles.rs"]
mod articles;
#[path = "support/postgres.rs"]
#[allow(dead_code, reason = "this benchmark does not measure the CPU of the database")]
mod postgres;
#[path = "support/server.rs"]
mod server;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use reqwest::Client;
use server::Server;

fn number(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Requests a page until the time is over; the response times in milliseconds, sorted.
async fn response_times(client: &Client, url: &str, length: Duration) -> Vec<f64> {
    let (start, mut times) = (Instant::now(), Vec::new());
    while start.elapsed() < length {
        let began = Instant::now();
        let answer = client.get(url).send().await.unwrap();
        assert!(answer.status().is_success(), "{url}: {}", answer.status());
        answer.bytes().await.unwrap();
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    times
}

fn percentile(sorted: &[f64], percent: usize) -> f64 {
    sorted.get(sorted.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
}

/// Measures beside so many connections that search.
async fn measure_beside(name: &str, base: &str, searching: usize, length: Duration) {
    let ended = Arc::new(AtomicBool::new(false));
    let (answered, refused) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let searches: Vec<_> = (0..searching)
        .map(|_| {
            let (ended, answered, refused) = (ended.clone(), answered.clone(), refused.clone());
            let (client, url) = (Client::builder().no_proxy().build().unwrap(), format!("{base}/search?q=ba"));
            tokio::spawn(async move {
                while !ended.load(Ordering::Relaxed) {
                    let answer = client.get(&url).send().await.unwrap();
                    let counted = if answer.status().is_success() { &answered } else { &refused };
                    counted.fetch_add(1, Ordering::Relaxed);
                    answer.bytes().await.unwrap();
                }
            })
        })
        .collect();
    let client = Client::builder().no_proxy().build().unwrap();
    let front = response_times(&client, &format!("{base}/"), length).await;
    let ready = response_times(&client, &format!("{base}/readyz"), Duration::from_secs(1)).await;
    ended.store(true, Ordering::Relaxed);
    for search in searches {
        search.await.unwrap();
    }
    println!(
        "{name:<10} {searching:>2} searching: front page p50 {:.1} ms, p95 {:.1} ms; /readyz p95 {:.1} ms; {} searches \
         answered, {} refused",
        percentile(&front, 50),
        percentile(&front, 95),
        percentile(&ready, 95),
        answered.load(Ordering::Relaxed),
        refused.load(Ordering::Relaxed)
    );
}

fn measure(name: &str, url: &str, rows: u32, length: Duration) {
    let server = Server::prepare(url);
    articles::fill(url, rows);
    let server = server.start();
    let base = format!("http://{}", server.address);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for searching in [0, 4, 64] {
        runtime.block_on(measure_beside(name, &base, searching, length));
    }
}

fn main() {
    let rows = number("BENCH_ROWS", 100_000);
    let length = Duration::from_secs(u64::from(number("BENCH_SECONDS", 5)));
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    if only != "postgres" {
        measure("SQLite", &format!("sqlite:{}", folder.path().join("articles.db").display()), rows, length);
    }
    if only != "sqlite" {
        let server = postgres::Server::find_or_start(folder.path());
        measure("PostgreSQL", &server.database(1), rows, length);
    }
}
