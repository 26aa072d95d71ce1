//! The response times of the front page, and the memory of the server, beside the worst that strangers can do.
//!
//! `cargo bench --bench strangers` fills SQLite and PostgreSQL with 20,000 articles, starts the server on each with its
//! limits by client, and requests the front page over one connection: alone, beside each load of 32 connections in turn,
//! and beside all of them at once. The loads are compressed bodies that inflate to 125 MB, bodies of a byte a second,
//! searches, and sign-ins with a wrong password. Each connection comes from an address of its own, so that the limits
//! stop none of them early.
//!
//! `BENCH_ROWS`, `BENCH_CONNECTIONS` (32) and `BENCH_SECONDS` (10) change the numbers, `BENCH_ONLY=sqlite` or `postgres`
//! runs only that one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops at the first error")]

#[path = "support/articles.rs"]
mod articles;
#[path = "strangers/load.rs"]
mod load;
#[path = "support/postgres.rs"]
#[allow(dead_code, reason = "this benchmark does not measure the CPU of the database")]
mod postgres;
#[path = "support/server.rs"]
mod server;

use std::time::{Duration, Instant};

use load::{Kind, Strangers};
use reqwest::Client;
use server::Server;

fn number(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// The memory of a process in MB (proc(5), `VmRSS`).
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1_000
}

/// Requests a page until the time is over; the response times in milliseconds, sorted. A request that the server does not
/// answer counts with the time until then.
async fn response_times(client: &Client, url: &str, length: Duration) -> (Vec<f64>, u32) {
    let (start, mut times, mut failed) = (Instant::now(), Vec::new(), 0);
    while start.elapsed() < length {
        let began = Instant::now();
        let answered = match client.get(url).send().await {
            Ok(answer) if answer.status().is_success() => answer.bytes().await.is_ok(),
            _ => false,
        };
        failed += u32::from(!answered);
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    (times, failed)
}

fn percentile(sorted: &[f64], percent: usize) -> f64 {
    sorted.get(sorted.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
}

async fn measure_beside(name: &str, server: &Server, kinds: &[Kind], connections: u32, length: Duration) {
    let base = format!("http://{}", server.address);
    let strangers = Strangers::begin(server.address, kinds, connections);
    let client = Client::builder().no_proxy().build().unwrap();
    let (front, failed) = response_times(&client, &format!("{base}/"), length).await;
    let memory = memory(server.pid());
    let (ready, _) = response_times(&client, &format!("{base}/readyz"), Duration::from_secs(1)).await;
    let requests = strangers.end().await;
    let beside = match kinds {
        [] => "alone".to_owned(),
        [kind] => format!("{kind:?}"),
        _ => "all at once".to_owned(),
    };
    println!(
        "{name:<10} {beside:<11}: front page p50 {:>5.1} ms, p95 {:>5.1} ms, {failed} failed; /readyz p95 {:>5.1} ms; {memory} \
         MB; {requests} requests of strangers",
        percentile(&front, 50),
        percentile(&front, 95),
        percentile(&ready, 95),
    );
}

fn measure(name: &str, url: &str) {
    let (rows, connections) = (number("BENCH_ROWS", 20_000), number("BENCH_CONNECTIONS", 32));
    let length = Duration::from_secs(u64::from(number("BENCH_SECONDS", 10)));
    let server = Server::prepare(url).with_client_limits();
    articles::fill(url, rows);
    let server = server.start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let loads: [&[Kind]; 6] =
        [&[], &[Kind::Bombs], &[Kind::SlowBodies], &[Kind::Searches], &[Kind::SignIns], &Kind::ALL];
    for kinds in loads {
        runtime.block_on(measure_beside(name, &server, kinds, connections, length));
    }
}

fn main() {
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    if only != "postgres" {
        measure("SQLite", &format!("sqlite:{}", folder.path().join("articles.db").display()));
    }
    if only != "sqlite" {
        let server = postgres::Server::find_or_start(folder.path());
        measure("PostgreSQL", &server.database(1));
    }
}
