//! An older copy of the database: its digests may have been sent since it was made.

use std::time::Duration;

use tidings::delivery::engine::Settings;
use tidings::delivery::{self, DispatchState, PauseReason};

use crate::support::engine::Rig;
use crate::support::sink::{Script, Sink, TIMEOUT};

async fn rig() -> (Sink, Rig) {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    (sink, rig)
}

async fn is_held(rig: &Rig, digest: i64) -> bool {
    let dispatch = rig.dispatch(digest).await;
    dispatch.state == DispatchState::Paused && dispatch.reason == Some(PauseReason::Restored)
}

/// Gives the server's mark an earlier value, as in an older copy.
async fn set_back(rig: &Rig) {
    rig.execute(if rig.database.is_postgres() {
        "UPDATE instance SET value = '1 0' WHERE name = 'mark-1'"
    } else {
        "UPDATE instance SET value = CAST('1 0' AS BLOB) WHERE name = 'mark-1'"
    })
    .await;
}

#[tokio::test]
async fn a_restart_and_a_server_that_is_gone_hold_nothing() {
    let (sink, rig) = rig().await;
    let other = Settings { node: 2, journal: rig.folder.path().join("other-journal"), ..rig.settings.clone() };
    let (first, second) = (rig.start().await, rig.start_with(other).await);
    let digest = rig.digest("r", 500).await;
    sink.wait_for(50, TIMEOUT).await;
    drop(second);
    first.stop().await;
    rig.execute("UPDATE deliveries SET lease_until = 1000 WHERE state = 2").await;
    for round in 0..3 {
        let waiting = rig.digest(&format!("w{round}-"), 20).await;
        let engine = rig.start().await;
        rig.until_done(waiting).await;
        engine.stop().await;
    }
    let engine = rig.start().await;
    let counters = rig.until_done(digest).await;
    assert_eq!(counters.sent + counters.unknown, 500);
    engine.stop().await;
}

#[tokio::test]
async fn a_database_behind_the_journal_or_without_it_holds_its_digests_once() {
    for is_lost in [false, true] {
        let (sink, rig) = rig().await;
        let engine = rig.start().await;
        let sent = rig.digest("before", 10).await;
        rig.until_done(sent).await;
        engine.stop().await;
        let digest = rig.digest("r", 10).await;
        if is_lost {
            std::fs::remove_file(&rig.settings.journal).unwrap();
        } else {
            set_back(&rig).await;
        }
        let engine = rig.start().await;
        assert!(is_held(&rig, digest).await, "lost: {is_lost}");
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(sink.ledger.mails().len(), 10, "lost: {is_lost}");
        engine.stop().await;
        rig.write(move |conn| delivery::resume(conn, digest)).await;
        let engine = rig.start().await;
        assert_eq!(rig.until_done(digest).await.sent, 10, "lost: {is_lost}");
        engine.stop().await;
    }
}

/// One of two servers has noticed it and somebody has let the digest go; the other starts later, with its own journal.
#[tokio::test]
async fn a_second_server_does_not_hold_again_what_was_let_go() {
    let (_sink, rig) = rig().await;
    let other = Settings { node: 2, journal: rig.folder.path().join("other-journal"), ..rig.settings.clone() };
    for settings in [&rig.settings, &other, &rig.settings, &other] {
        rig.start_with(settings.clone()).await.stop().await;
    }
    rig.execute(if rig.database.is_postgres() {
        "UPDATE instance SET value = '1 0' WHERE name LIKE 'mark-%'"
    } else {
        "UPDATE instance SET value = CAST('1 0' AS BLOB) WHERE name LIKE 'mark-%'"
    })
    .await;
    let digest = rig.digest("r", 10).await;
    rig.start().await.stop().await;
    assert!(is_held(&rig, digest).await);
    rig.write(move |conn| delivery::resume(conn, digest)).await;
    let second = rig.start_with(other).await;
    assert_eq!(rig.until_done(digest).await.sent, 10);
    second.stop().await;
}

/// Such as a standby that lagged behind when it took over.
#[tokio::test]
async fn an_older_copy_under_a_running_server_is_noticed() {
    let (_sink, rig) = rig().await;
    let engine = rig.start().await;
    let first = rig.digest("r", 10).await;
    rig.until_done(first).await;
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    let second = rig.digest("slow", 400).await;
    rig.until_sent(second, 20).await;
    set_back(&rig).await;
    rig.until(second, |dispatch| dispatch.reason == Some(PauseReason::Restored)).await;
    engine.stop().await;
}
