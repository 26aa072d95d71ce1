//! Slow reads have threads of their own: while all are busy, every other page answers, and further searches are
//! refused instead of queued without a bound.

use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tidings::clock::{Clock, Timestamp};
use tidings::db::{Db, Error};
use tokio::time::timeout;

use crate::support::app::{Options, TestApp};

/// More than the threads and the queue of slow reads can take.
const READS: usize = 200;
/// Much shorter than a slow read may wait.
const MOMENT: Duration = Duration::from_millis(50);

/// Slow reads that end when the returned guard is dropped.
async fn occupy(db: &Db) -> Box<dyn Send> {
    let (release, gate) = channel::<()>();
    let gate: Arc<Mutex<Receiver<()>>> = Arc::new(Mutex::new(gate));
    for _ in 0..READS {
        let (db, gate) = (db.clone(), gate.clone());
        tokio::spawn(async move {
            db.read_slow(move |_| {
                // Ends with an error once the sender is gone.
                let _ = gate.lock().unwrap().recv();
                Ok::<_, Error>(())
            })
            .await
        });
    }
    // The tasks above take their places one after the other.
    while !matches!(timeout(MOMENT, db.read_slow(|_| Ok::<_, Error>(()))).await, Ok(Err(Error::Busy))) {}
    Box::new(release)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_answer_while_all_slow_reads_are_taken() {
    let app = TestApp::start().await;
    let searching = occupy(&app.app.db).await;
    for path in ["/", "/readyz", "/subscribe"] {
        assert_eq!(app.get(path).await.status, 200, "{path}");
    }
    assert_eq!(app.post("/subscribe", &[("email", "ann@example.org")]).await.status, 303);
    let refused = app.get("/search?q=harbour").await;
    assert_eq!(refused.status, 503);
    assert!(!refused.header("retry-after").is_empty());
    drop(searching);
    // The threads first skip the reads that nobody waits for.
    while app.get("/search?q=harbour").await.status != 200 {}
}

#[tokio::test]
async fn a_client_may_search_sixty_times_a_minute() {
    let clock = Clock::fixed(Timestamp(1_761_177_600_000));
    let app = TestApp::with(Options { client_limits: true, clock, ..Options::default() }).await;
    for search in 1..=60 {
        assert_eq!(app.get("/search?q=harbour").await.status, 200, "{search}");
    }
    let refused = app.get("/search?q=harbour").await;
    assert_eq!(refused.status, 429);
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(app.get("/search").await.status, 200, "the page without a query is no search");
}
