//! The rate of sign-ups with double opt-in, including everything that is stored for each.
//!
//! `cargo bench --bench sign_ups` starts the server on SQLite and on PostgreSQL in turn, three times each, and posts
//! the sign-up form over 64 keep-alive connections, each time with a new address. An answer counts when it has arrived;
//! the sign-up is on disk then. The confirmations are queued, but no relay accepts them. Proof of work and client
//! limits are off, because all requests come from one machine.
//!
//! `BENCH_ROWS=1000000` fills the tables with so many readers first, `BENCH_SECONDS` (10) and `BENCH_ROUNDS` (3) change
//! the length, `BENCH_WAY=api` posts JSON to the API instead of the form, and `BENCH_ONLY=sqlite` or `postgres` runs
//! only that one. PostgreSQL is Debian's package `postgresql` or the server in `TIDINGS_BENCH_POSTGRES`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops at the first error")]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "sign_ups/load.rs"]
mod load;
#[path = "support/postgres.rs"]
mod postgres;
#[path = "support/readers.rs"]
mod readers;
#[path = "support/server.rs"]
mod server;

use std::time::Duration;

use cpu::{cpu_of, cpu_of_children};
use server::Server;

const CONNECTIONS: usize = 64;

fn number(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Runs one round on one database and returns the rate. `postgres` is its process id if this benchmark started it.
fn round(name: &str, url: &str, rows: u32, seconds: u64, postgres: Option<u32>) -> f64 {
    let server = Server::prepare(url);
    if rows > 0 {
        readers::fill(url, rows);
    }
    let server = server.start();
    let cpu = || (cpu_of(server.pid()), postgres.map_or(0, cpu_of_children), cpu_of(std::process::id()));
    let warm_up = load::run(server.address, CONNECTIONS, Duration::from_secs(1), "warm");
    assert!(warm_up.count > 0, "no sign-up was answered");
    let before = cpu();
    let load = load::run(server.address, CONNECTIONS, Duration::from_secs(seconds), "load");
    let after = cpu();
    let each = |before: u64, after: u64| after.saturating_sub(before) / 1_000 / load.count.max(1);
    println!(
        "{name:<10} {:>6.0} sign-ups/s  p50 {:>6.1} ms  p99 {:>6.1} ms  CPU each: server {:>4} us, PostgreSQL {:>4} us, \
         load {:>3} us",
        load.rate,
        load.percentile(50),
        load.percentile(99),
        each(before.0, after.0),
        each(before.1, after.1),
        each(before.2, after.2),
    );
    load.rate
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let (rows, rounds) = (number("BENCH_ROWS", 0), number("BENCH_ROUNDS", 3));
    let seconds = u64::from(number("BENCH_SECONDS", 10));
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    let server = (only != "sqlite").then(|| postgres::Server::find_or_start(folder.path()));
    let (mut on_sqlite, mut on_postgres) = (Vec::new(), Vec::new());
    println!("{CONNECTIONS} connections, {rows} readers at the start");
    for number in 1..=rounds {
        if only != "postgres" {
            let file = folder.path().join(format!("{number}.db"));
            on_sqlite.push(round("SQLite", &format!("sqlite:{}", file.display()), rows, seconds, None));
        }
        if let Some(server) = &server {
            on_postgres.push(round("PostgreSQL", &server.database(number), rows, seconds, server.pid));
        }
    }
    for (name, rates) in [("SQLite", on_sqlite), ("PostgreSQL", on_postgres)] {
        if !rates.is_empty() {
            println!("median on {name}: {:.0} sign-ups/s", median(rates));
        }
    }
}
