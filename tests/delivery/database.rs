//! A database that goes away in the middle of a send: sending waits, nothing is lost, nothing doubled.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection, SqliteConnection};

use super::assert_each_once;
use crate::support::engine::{Rig, sqlite_path};
use crate::support::sink::SOON;
use crate::support::sink::{Script, Sink};

/// Another process holds the write lock for longer than we wait for it.
fn lock_sqlite(path: &std::path::Path) {
    let mut conn = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    conn.batch_execute("PRAGMA busy_timeout=5000; BEGIN IMMEDIATE").unwrap();
    std::thread::sleep(Duration::from_secs(7));
    conn.batch_execute("ROLLBACK").unwrap();
}

fn terminate_backends(url: &str) {
    let mut conn = PgConnection::establish(url).unwrap();
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(5) {
        let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                      WHERE datname = current_database() AND pid <> pg_backend_pid()";
        conn.batch_execute(others).unwrap();
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[tokio::test]
async fn a_database_that_goes_away_makes_sending_wait() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let count = if rig.database.is_postgres() { 20_000 } else { 3_000 };
    let digest = rig.digest("r", count).await;
    sink.wait_for(300, SOON).await;
    let url = rig.database.url.clone();
    let trouble = tokio::task::spawn_blocking(move || match sqlite_path(&url) {
        Some(path) => lock_sqlite(&path),
        None => terminate_backends(&url),
    });
    if !rig.database.is_postgres() {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let before = sink.ledger.mails().len();
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(sink.ledger.mails().len(), before, "mails go out whose outcome cannot be kept");
    }
    trouble.await.unwrap();
    let began = Instant::now();
    let counters = loop {
        // A read may meet a connection that was ended.
        if let Ok(Some(dispatch)) = rig.db.read(move |conn| tidings::delivery::dispatch(conn, digest)).await
            && dispatch.counters.to_go() == 0
        {
            break dispatch.counters;
        }
        assert!(began.elapsed() < Duration::from_secs(40), "sending has not recovered");
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    assert_eq!((counters.sent, counters.unknown, counters.failed), (count, 0, 0));
    assert_eq!(rig.counters(digest).await, counters);
    assert_each_once(&sink.ledger.mails(), "r", usize::try_from(count).unwrap());
    engine.stop().await;
}
