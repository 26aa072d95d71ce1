//! Recovery after the end of a process, a power cut, or the loss of a node.

use std::time::Duration;

use tidings::config::DoubtPolicy;
use tidings::db::instance;
use tidings::delivery::engine::Settings;
use tidings::delivery::journal::{Journal, Mark};
use tidings::delivery::{self, Counters, DeliveryState, RecipientKey};
use tidings::token::Random;

use super::{assert_each_once, by_recipient};
use crate::support::engine::{BOOT, Rig};
use crate::support::sink::TIMEOUT;
use crate::support::sink::{Script, Sink};

const OTHER_BOOT: &str = "9c9c9c9c-2222-4333-8444-555566667777";

async fn rig() -> (Sink, Rig) {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    (sink, rig)
}

/// Leases rows as a process of this machine that was killed.
async fn leave_leased(rig: &Rig) {
    rig.execute("UPDATE deliveries SET state = 2, lease_node = 1, lease_token = 77, lease_until = 99999999999999")
        .await;
}

async fn database_id(rig: &Rig) -> [u8; 32] {
    let id = rig.write(|conn| instance::fact(conn, instance::DATABASE_ID, &Random::System)).await;
    id.try_into().unwrap()
}

/// A complete journal of this boot.
async fn journal(rig: &Rig) -> Journal {
    let (journal, _) = Journal::open(&rig.settings.journal, &database_id(rig).await, BOOT).unwrap();
    journal.begin(Mark::default()).unwrap();
    journal
}

#[tokio::test]
async fn an_engine_that_is_stopped_and_started_again_loses_and_doubles_nothing() {
    let (sink, rig) = rig().await;
    let digest = rig.digest("r", 3_000).await;
    let slow = rig.digest("slow", 60).await;
    for round in 0..6 {
        let engine = rig.start().await;
        sink.wait_for(round * 400 + 100, Duration::from_secs(3)).await;
        engine.stop().await;
        assert!(rig.rows(digest, Some(DeliveryState::Leased)).await.is_empty(), "a stop leaves nothing leased");
        assert_eq!(rig.counters(digest).await.unknown, 0);
    }
    let engine = rig.start().await;
    assert_eq!((rig.until_done(digest).await.sent, rig.until_done(slow).await.sent), (3_000, 60));
    assert_each_once(&sink.ledger.mails(), "r", 3_000);
    assert_each_once(&sink.ledger.mails(), "slow", 60);
    engine.stop().await;
}

#[tokio::test]
async fn a_stop_does_not_wait_for_a_relay_that_is_not_there() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut rig = Rig::new(&format!("smtp://{}", silent.local_addr().unwrap()));
    rig.settings.timeouts.greeting = Duration::from_mins(1);
    let engine = rig.start().await;
    let digest = rig.digest("r", 100).await;
    tokio::time::sleep(Duration::from_millis(800)).await;
    let stopping = tokio::time::timeout(Duration::from_secs(3), engine.stop()).await;
    assert!(stopping.is_ok(), "the stop waits for a greeting");
    assert_eq!(rig.rows(digest, Some(DeliveryState::Queued)).await.len(), 100);
}

/// Dropping an engine is like killing its process.
#[tokio::test]
async fn a_killed_engine_leaves_at_most_one_doubt_a_connection() {
    let (sink, rig) = rig().await;
    let digest = rig.digest_under(DoubtPolicy::Hold, "slow", 200).await;
    let mut cuts = 0;
    for _ in 0..3 {
        let engine = rig.start().await;
        sink.wait_for(sink.ledger.mails().len() + 20, TIMEOUT).await;
        drop(engine);
        cuts += 1;
        tokio::time::sleep(Duration::from_millis(800)).await;
    }
    let engine = rig.start().await;
    let counters = rig.until_done(digest).await;
    assert_eq!(counters.sent + counters.unknown, 200);
    assert!((1..=16 * cuts).contains(&counters.unknown), "{counters:?}");
    assert!(by_recipient(&sink.ledger.mails()).values().all(|count| *count == 1), "hold doubles nothing");
    engine.stop().await;
}

#[tokio::test]
async fn the_journal_shows_how_far_a_killed_process_had_come() {
    let (sink, rig) = rig().await;
    let digest = rig.digest_under(DoubtPolicy::Hold, "r", 30).await;
    let ids: Vec<i64> = rig.rows(digest, None).await.iter().map(|row| row.id).collect();
    let journal = journal(&rig).await;
    for (place, id) in ids.iter().enumerate() {
        if place < 20 {
            journal.dot(*id, 77).unwrap();
        }
        if place < 10 {
            journal.reply(*id, 77, 250).unwrap();
        }
    }
    drop(journal);
    leave_leased(&rig).await;
    rig.write(move |conn| delivery::erase(conn, &[RecipientKey::Subscription(1)])).await;
    let engine = rig.start().await;
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.sent, counters.unknown, counters.failed), (20, 10, 0));
    assert_eq!(sink.ledger.mails().len(), 10, "only those without a note are sent");
    assert_eq!(rig.rows(digest, None).await[0].reply, "", "nothing is written about the erased");
    engine.stop().await;
}

#[tokio::test]
async fn after_a_power_cut_or_without_its_journal_leased_deliveries_are_in_doubt() {
    for case in ["other boot", "unknown boot", "no journal", "other database"] {
        let (sink, mut rig) = rig().await;
        let digest = rig.digest_under(DoubtPolicy::Hold, "r", 10).await;
        drop(journal(&rig).await);
        match case {
            "other boot" => rig.settings.boot = OTHER_BOOT.to_owned(),
            "unknown boot" => rig.settings.boot = String::new(),
            "no journal" => std::fs::remove_file(&rig.settings.journal).unwrap(),
            _ => {
                let (journal, _) = Journal::open(&rig.settings.journal, &[9; 32], BOOT).unwrap();
                journal.begin(Mark::default()).unwrap();
                for row in rig.rows(digest, None).await {
                    journal.reply(row.id, 77, 250).unwrap();
                }
            }
        }
        leave_leased(&rig).await;
        let engine = rig.start().await;
        let expected = Counters { expected: 10, expected_final: true, unknown: 10, ..Counters::default() };
        assert_eq!(rig.until_done(digest).await, expected, "{case}");
        assert!(sink.ledger.mails().is_empty());
        engine.stop().await;
    }
}

/// One spoilt byte hid all later notes, and those mails were sent a second time.
#[tokio::test]
async fn a_journal_that_is_damaged_in_the_middle_puts_leased_deliveries_in_doubt() {
    let (sink, rig) = rig().await;
    let digest = rig.digest_under(DoubtPolicy::Hold, "r", 8).await;
    let journal = journal(&rig).await;
    for row in rig.rows(digest, None).await {
        journal.dot(row.id, 77).unwrap();
        journal.reply(row.id, 77, 250).unwrap();
    }
    drop(journal);
    let mut bytes = std::fs::read(&rig.settings.journal).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&rig.settings.journal, bytes).unwrap();
    leave_leased(&rig).await;
    let engine = rig.start().await;
    let counters = rig.until_done(digest).await;
    assert_eq!(counters.sent + counters.unknown, 8, "{counters:?}");
    assert!(counters.sent > 0 && counters.unknown > 0, "notes before the damage count: {counters:?}");
    assert!(sink.ledger.mails().is_empty(), "hold doubles nothing");
    engine.stop().await;
}

#[tokio::test]
async fn an_expired_lease_of_another_node_is_taken_over_and_a_valid_one_is_not() {
    let (sink, rig) = rig().await;
    let gone = rig.digest_under(DoubtPolicy::Hold, "gone", 10).await;
    rig.execute("UPDATE deliveries SET state = 2, lease_node = 2, lease_token = 5, lease_until = 1000").await;
    let held = rig.digest_under(DoubtPolicy::Hold, "held", 10).await;
    rig.execute("UPDATE deliveries SET state = 2, lease_node = 2, lease_token = 6, lease_until = 99999999999999 WHERE state = 0").await;
    let engine = rig.start().await;
    assert_eq!(rig.until_done(gone).await.unknown, 10);
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(rig.counters(held).await.to_go(), 10);
    assert!(sink.ledger.mails().is_empty());
    engine.stop().await;
}

#[tokio::test]
async fn the_outbox_gets_each_mail_once() {
    let rig = Rig::new("capture:");
    let digest = rig.digest("r", 500).await;
    for _ in 0..3 {
        let engine = rig.start().await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        drop(engine);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let engine = rig.start().await;
    assert_eq!(rig.until_done(digest).await.sent, 500);
    let mails = rig.db.read(|conn| delivery::captured(conn, i64::MAX, 10_000)).await.unwrap();
    let mut deliveries: Vec<i64> = mails.iter().map(|mail| mail.delivery).collect();
    deliveries.dedup();
    assert_eq!((mails.len(), deliveries.len()), (500, 500));
    let first = mails[0].id;
    let (recipient, raw) = rig.db.read(move |conn| delivery::captured_mail(conn, first)).await.unwrap().unwrap();
    assert!(raw.contains(&format!("To: <{recipient}>\r\n")) && raw.ends_with("\r\n"));
    engine.stop().await;
}

#[tokio::test]
async fn two_nodes_share_a_queue_and_double_nothing() {
    let (sink, rig) = rig().await;
    let other = Settings { node: 2, journal: rig.folder.path().join("other-journal"), ..rig.settings.clone() };
    let (first, second) = (rig.start().await, rig.start_with(other).await);
    let digest = rig.digest("r", 4_000).await;
    sink.wait_for(1_000, TIMEOUT).await;
    first.stop().await;
    assert_eq!(rig.until_done(digest).await.sent, 4_000);
    assert_each_once(&sink.ledger.mails(), "r", 4_000);
    second.stop().await;
}
