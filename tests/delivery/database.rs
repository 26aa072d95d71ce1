//! The database goes away during a send: sending waits, no mail is lost or doubled.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection, SqliteConnection};
use tidings::delivery::DeliveryState;

use super::assert_each_once;
use crate::support::engine::{Rig, sqlite_path};
use crate::support::sink::TIMEOUT;
use crate::support::sink::{Action, Script, Sink, Verb};

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
async fn sending_waits_while_the_database_is_away() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let count = if rig.database.is_postgres() { 20_000 } else { 3_000 };
    let digest = rig.digest("r", count).await;
    sink.wait_for(300, TIMEOUT).await;
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
        // A read may get a connection that was closed.
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

/// The database refuses one outcome for its values. It was tried again for ever, and all later outcomes with it.
#[tokio::test]
async fn an_outcome_that_the_database_refuses_delays_no_other_mail() {
    let taken = Action::Say("250 2.0.0 poison".to_owned());
    let sink = Sink::start(Script::default().on_some(Verb::Dot, 5..6, taken)).await.unwrap();
    let rig = Rig::new(&format!("{}?connections=1", sink.url()));
    rig.execute(if rig.database.is_postgres() {
        "ALTER TABLE deliveries ADD CHECK (reply NOT LIKE '%poison%')"
    } else {
        "CREATE TABLE refused (one INTEGER CHECK (one = 0));
         CREATE TRIGGER refuse BEFORE UPDATE ON deliveries WHEN NEW.reply LIKE '%poison%'
         BEGIN INSERT INTO refused VALUES (1); END"
    })
    .await;
    let engine = rig.start().await;
    let digest = rig.digest("r", 200).await;
    assert_eq!(rig.until_done(digest).await.sent, 200);
    let sent = rig.rows(digest, Some(DeliveryState::Sent)).await;
    assert_eq!(sent.iter().filter(|row| row.reply.is_empty()).count(), 1, "only the words that it refused are gone");
    engine.stop().await;
}
