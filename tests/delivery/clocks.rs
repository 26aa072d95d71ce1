//! Clocks that are set back, or differ between two servers.

use std::time::{Duration, Instant};

use tidings::clock::{Clock, HOUR, MINUTE};
use tidings::config::DoubtPolicy;
use tidings::delivery::engine::Engine;
use tidings::delivery::suppression;
use tidings::delivery::{self, DispatchKind, SuppressionReason};
use tidings::email_address::EmailAddress;
use tidings::token::Random;

use super::assert_each_once;
use crate::support::engine::{Rig, message, recipients};
use crate::support::sink::{Script, Sink};

/// Queues a digest by a clock that is an hour ahead.
async fn queue_ahead(rig: &Rig, count: i64) -> i64 {
    let now = Clock::System.now().plus(HOUR);
    rig.write(move |conn| {
        let (dispatch, _) = delivery::open(conn, now, DispatchKind::Digest, Some(1), DoubtPolicy::Resend, 0)?;
        let message = delivery::freeze(conn, now, dispatch, &message("Boats"))?;
        delivery::enqueue(conn, now, dispatch, message, &recipients("r", 1, 0..count))?;
        delivery::finish_planning(conn, now, dispatch)?;
        Ok(dispatch)
    })
    .await
}

/// It waited until the clock had come to the time at which it was queued.
#[tokio::test]
async fn queued_mail_is_sent_although_the_clock_was_set_back() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    let digest = queue_ahead(&rig, 20).await;
    let engine = rig.start().await;
    assert_eq!(rig.until_done(digest).await.sent, 20);
    assert_each_once(&sink.ledger.mails(), "r", 20);
    engine.stop().await;
}

/// A suppression seemed to be older than the digest.
#[tokio::test]
async fn an_address_that_is_suppressed_after_the_clock_was_set_back_gets_nothing() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    let digest = queue_ahead(&rig, 5).await;
    rig.write(|conn| {
        let (key, now) = (suppression::key(conn, &Random::System)?, Clock::System.now());
        let address = EmailAddress::parse("r3@example.net").unwrap();
        delivery::suppress(conn, now, &key, &address, SuppressionReason::Complaint, "")
    })
    .await;
    let engine = rig.start().await;
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.sent, counters.skipped), (4, 1));
    engine.stop().await;
}

/// Each server asked its own clock, so a mail that was deferred by the one ahead waited for the other's to catch up.
#[tokio::test]
async fn deferred_mail_asks_the_clock_of_the_database() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    if !rig.database.is_postgres() {
        return;
    }
    let digest = rig.digest("once-", 20).await;
    let (began, ahead) = (Instant::now(), Clock::fixed(Clock::System.now().plus(5 * MINUTE)));
    let engine = Engine::start(rig.db.clone(), ahead, Random::System, rig.settings.clone()).await.unwrap();
    assert_eq!(rig.until_done(digest).await.sent, 20);
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    engine.stop().await;
}
