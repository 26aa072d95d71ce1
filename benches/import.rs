//! How fast `tidings subscribers import` reads a CSV file of 1,000,000 readers in random order, and reads it once more.
//!
//! `cargo bench --bench import` runs the program as an operator does, on a fresh SQLite file and on a fresh PostgreSQL
//! database with default settings, and prints rows a second, CPU a row and the program's peak memory.
//!
//! Needs Debian's package `postgresql`, or a server in `TIDINGS_BENCH_POSTGRES`. `BENCH_ROWS` changes the number,
//! `BENCH_ONLY=sqlite` or `postgres` leaves the other out.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a measurement ends at the first surprise")]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "support/postgres.rs"]
mod postgres;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cpu::{cpu_of, cpu_of_children};

/// Between two looks at the program's CPU and memory.
const LOOK: Duration = Duration::from_millis(10);

fn main() {
    let rows: u64 = std::env::var("BENCH_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    let only = std::env::var("BENCH_ONLY").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("readers.csv");
    write_csv(&file, rows);
    if only != "postgres" {
        measure("SQLite", &file, rows, "sqlite:tidings.db", None);
    }
    if only != "sqlite" {
        let server = postgres::Server::find_or_start(folder.path());
        measure("PostgreSQL", &file, rows, &server.database(1), server.pid);
    }
}

/// Addresses in an order that no index has.
fn write_csv(path: &Path, rows: u64) {
    let mut file = BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(file, "email,name").unwrap();
    for row in 0..rows {
        // SplitMix64's mixer: each number gives another one.
        let mixed = (row ^ (row >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        writeln!(file, "r{mixed:016x}@mail{}.example,Reader {row}", mixed % 500).unwrap();
    }
    file.flush().unwrap();
}

/// Imports the file twice into a fresh database; `server` is PostgreSQL's process, where it is ours.
fn measure(name: &str, file: &Path, rows: u64, url: &str, server: Option<u32>) {
    let data = tempfile::tempdir().unwrap();
    let tidings = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tidings"));
        command.args(arguments).env("TIDINGS_DATA_DIR", data.path()).env("DATABASE_URL", url);
        command.env("TIDINGS_SECRET", "the secret of a benchmark is no secret").stderr(Stdio::null());
        command
    };
    let newsletter = ["newsletter", "add", "--slug", "daily", "--name", "The Daily"];
    let addresses = ["--sender", "news@example.com", "--contact", "desk@example.com"];
    assert!(tidings(&[&newsletter[..], &addresses].concat()).stdout(Stdio::null()).status().unwrap().success());
    for (what, expected) in [
        ("new", format!("{rows} added, 0 already there, 0 refused")),
        ("again", format!("0 added, {rows} already there, 0 refused")),
    ] {
        let mut import = tidings(&["subscribers", "import", file.to_str().unwrap(), "--newsletter", "daily"]);
        let (before, began) = (server.map_or(0, cpu_of_children), Instant::now());
        let mut child = import.stdout(Stdio::piped()).spawn().unwrap();
        let (mut ours, mut database, mut peak) = (0, 0, 0);
        while child.try_wait().unwrap().is_none() {
            ours = cpu_of(child.id()).max(ours);
            database = server.map_or(0, cpu_of_children).max(database);
            peak = peak_memory(child.id()).max(peak);
            std::thread::sleep(LOOK);
        }
        let wall = began.elapsed();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), expected);
        let rate = u128::from(rows) * 1_000 / wall.as_millis().max(1);
        let each = |nanos: u64| nanos / rows;
        let (ours, database) = (each(ours), each(database.saturating_sub(before)));
        println!(
            "{name:<10} {what:<5} {rate:>7} rows/s  CPU a row: {ours:>6} ns, server {database:>6} ns  peak {} MB",
            peak / 1_000
        );
    }
}

/// The most memory that a process has held, in kB.
fn peak_memory(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
