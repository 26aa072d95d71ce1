//! The rate of a digest's delivery, compared with Postfix's own test client on the same machine.
//!
//! `cargo bench --bench delivery` starts `smtp-sink` and sends to it in turn, three times: 20,000 mails by
//! `smtp-source` (the ceiling), and a digest to 20,000 readers (30 KB, 30 personal links each) with the default
//! settings, on SQLite and on PostgreSQL. The measured time is from an editor's request to send it to the last outcome
//! in the database, including the planning of its audience.
//!
//! Needs Debian's packages `postfix` (never started) and `postgresql`, or a server in `TIDINGS_BENCH_POSTGRES`.
//! `BENCH_MAILS` and `BENCH_ROUNDS` change the numbers, `BENCH_ONLY=sqlite` or `postgres` runs only that one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops at the first error")]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "delivery/digest.rs"]
mod digest;
#[path = "support/draft.rs"]
mod draft;
#[path = "support/postgres.rs"]
mod postgres;
#[path = "support/smtp.rs"]
mod smtp;

use std::time::Duration;

/// One run: its wall time, and CPU times in nanoseconds.
struct Run {
    wall: Duration,
    client: u64,
    sink: u64,
    database: u64,
}

fn number(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn print(name: &str, mails: u32, run: &Run) -> f64 {
    let rate = f64::from(mails) / run.wall.as_secs_f64();
    let each = |nanos: u64| nanos / 1_000 / u64::from(mails);
    let (client, sink, database) = (each(run.client), each(run.sink), each(run.database));
    println!("{name:<12} {rate:>8.0} mails/s  CPU a mail: {client:>4} us, sink {sink:>4} us, server {database:>4} us");
    rate
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let (mails, rounds) = (number("BENCH_MAILS", 20_000), number("BENCH_ROUNDS", 3));
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    let sink = smtp::Sink::start();
    let server = (only != "sqlite").then(|| postgres::Server::find_or_start(folder.path()));
    let (mut ceiling, mut on_sqlite, mut on_postgres) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=rounds {
        println!("round {round}");
        ceiling.push(print("smtp-source", mails, &sink.source(mails)));
        if only != "postgres" {
            let file = folder.path().join(format!("{round}.db"));
            let run = digest::send(&format!("sqlite:{}", file.display()), &sink, mails, None);
            on_sqlite.push(print("SQLite", mails, &run));
        }
        if let Some(server) = &server {
            let run = digest::send(&server.database(round), &sink, mails, server.pid);
            on_postgres.push(print("PostgreSQL", mails, &run));
        }
    }
    let ceiling = median(ceiling);
    println!("medians: smtp-source {ceiling:.0} mails/s");
    for (name, rates) in [("SQLite", on_sqlite), ("PostgreSQL", on_postgres)] {
        if !rates.is_empty() {
            let rate = median(rates);
            println!("  {name}: {rate:.0} mails/s, {:.2} of the ceiling", rate / ceiling);
        }
    }
}
