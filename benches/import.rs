//! The rate of `tidings subscribers import` with a CSV file of 1,000,000 readers in random order, imported twice.
//!
//! `cargo bench --bench import` runs the program as an operator does, on a fresh SQLite file and on a fresh PostgreSQL
//! database with default settings, and prints rows per second, CPU per row and the program's peak memory.
//!
//! Needs Debian's package `postgresql`, or a server in `TIDINGS_BENCH_POSTGRES`. `BENCH_ROWS` changes the number,
//! `BENCH_ONLY=sqlite` or `postgres` runs only that one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops at the first error")]

#[path = "support/cpu.rs"]
mod cpu;
#[path = "support/postgres.rs"]
mod postgres;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cpu::{cpu_of, cpu_of_children};

/// The interval between two samples of the program's CPU and memory.
const SAMPLE_INTERVAL: Duration = Duration::from_millis(10);

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

/// Writes addresses in an order that differs from that of every index.
fn write_csv(path: &Path, rows: u64) {
    let mut file = BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(file, "email,name").unwrap();
    for row in 0..rows {
        // Two steps of SplitMix64's mixer (Steele, Lea and Flood 2014), a bijection: no address repeats.
        let mixed = (row ^ (row >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        writeln!(file, "r{mixed:016x}@mail{}.example,Reader {row}", mixed % 500).unwrap();
    }
    file.flush().unwrap();
}

/// Imports the file twice into a fresh database; `server` is the process id of PostgreSQL if this benchmark started it.
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
    for (run, expected) in [
        ("new", format!("{rows} added, 0 already there, 0 refused")),
        ("again", format!("0 added, {rows} already there, 0 refused")),
    ] {
        let mut import = tidings(&["subscribers", "import", file.to_str().unwrap(), "--newsletter", "daily"]);
        let (before, began) = (server.map_or(0, cpu_of_children), Instant::now());
        let mut child = import.stdout(Stdio::piped()).spawn().unwrap();
        let (mut program, mut database, mut peak) = (0, 0, 0);
        while child.try_wait().unwrap().is_none() {
            program = cpu_of(child.id()).max(program);
            database = server.map_or(0, cpu_of_children).max(database);
            peak = peak_memory(child.id()).max(peak);
            std::thread::sleep(SAMPLE_INTERVAL);
        }
        let wall = began.elapsed();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), expected);
        let rate = u128::from(rows) * 1_000 / wall.as_millis().max(1);
        let each = |nanos: u64| nanos / rows;
        let (program, database) = (each(program), each(database.saturating_sub(before)));
        println!(
            "{name:<10} {run:<5} {rate:>7} rows/s  CPU a row: {program:>6} ns, server {database:>6} ns  peak {} MB",
            peak / 1_000
        );
    }
}

/// The peak memory of a process, in KiB (proc(5), `VmHWM`); 0 if it has ended.
fn peak_memory(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
