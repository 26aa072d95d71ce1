//! The longest wait of another writer while a million old signals are purged.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tidings::article::score::SignalKind;
use tidings::article::signal::{Seen, Who};
use tidings::article::{self};
use tidings::audit::Retention;
use tidings::clock::{Clock, DAY};
use tidings::db::Db;
use tidings::token::Random;
use tidings::worker::housekeeping;

const SIGNALS: i64 = 1_000_000;
const BATCH: i64 = 20_000;

pub fn measure(db: &Db) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(purge(db.clone()));
}

async fn purge(db: Db) {
    let now = Clock::System.now();
    let id = db.read(|conn| article::trending_ids(conn, 1)).await.unwrap()[0];
    let old = now.plus(-3 * DAY);
    for first in (0..SIGNALS).step_by(usize::try_from(BATCH).unwrap()) {
        let seen = |n| Seen { article: id, kind: SignalKind::View, who: Who::Subscriber(n), at: old };
        let seen: Vec<Seen> = (first..first + BATCH).map(seen).collect();
        db.write(move |conn| article::store_signals(conn, &Random::seeded(1), &seen)).await.unwrap();
    }
    let over = Arc::new(AtomicBool::new(false));
    let wait = tokio::spawn(longest_wait(db.clone(), over.clone()));
    let began = Instant::now();
    housekeeping::turn(db.clone(), Clock::System, Retention::default()).await;
    let wall = began.elapsed();
    over.store(true, Ordering::Relaxed);
    println!(
        "  purge of {SIGNALS} signals: {:.1} s, longest wait of another writer {:.0} ms",
        wall.as_secs_f64(),
        wait.await.unwrap().as_secs_f64() * 1_000.0,
    );
}

/// Does a small write every few milliseconds.
async fn longest_wait(db: Db, over: Arc<AtomicBool>) -> Duration {
    let mut longest = Duration::ZERO;
    while !over.load(Ordering::Relaxed) {
        let began = Instant::now();
        db.write(|conn| conn.batch("UPDATE newsletters SET pending = pending")).await.unwrap();
        longest = longest.max(began.elapsed());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    longest
}
