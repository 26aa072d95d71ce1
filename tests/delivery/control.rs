//! Actions during a send: pause, cancel, unsubscribe, send again, sign up.

use std::time::{Duration, Instant};

use tidings::clock::Clock;
use tidings::config::DoubtPolicy;
use tidings::delivery::suppression::{self, suppress};
use tidings::delivery::{
    self, DeliveryReason, DeliveryState, DispatchKind, DispatchState, PauseReason, RecipientKey, SuppressionReason,
};
use tidings::email_address::EmailAddress;
use tidings::token::Random;

use super::{assert_each_once, by_recipient};
use crate::support::engine::{Rig, recipients};
use crate::support::sink::TIMEOUT;
use crate::support::sink::{Script, Sink};

/// Longer than the sink's pause before the reply to a slow mail, so that mails in flight have arrived.
const IN_FLIGHT: Duration = Duration::from_millis(800);

async fn rig() -> (Sink, Rig) {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    (sink, rig)
}

fn now() -> tidings::clock::Timestamp {
    Clock::System.now()
}

/// Waits until no mail has begun for a second, in which the slowest would have ended; the number of accepted mails.
async fn stands_still(sink: &Sink) -> usize {
    let mails_begun = || sink.ledger.commands().iter().filter(|line| line.starts_with("MAIL")).count();
    let began = Instant::now();
    loop {
        let before = mails_begun();
        tokio::time::sleep(Duration::from_secs(1)).await;
        if mails_begun() == before {
            return sink.ledger.mails().len();
        }
        assert!(began.elapsed() < TIMEOUT, "it goes on");
    }
}

#[tokio::test]
async fn a_paused_digest_sends_nothing_and_resumes_where_it_stopped() {
    for in_this_process in [true, false] {
        let (sink, rig) = rig().await;
        let engine = rig.start().await;
        let digest = rig.digest("slow", 150).await;
        sink.wait_for(20, TIMEOUT).await;
        let editor = if in_this_process { rig.db.clone() } else { rig.another_process() };
        assert!(editor.write(move |conn| delivery::pause(conn, digest, &PauseReason::Editor)).await.unwrap());
        let accepted = stands_still(&sink).await;
        assert!(accepted < 150);
        assert_eq!(rig.dispatch(digest).await.reason, Some(PauseReason::Editor));
        assert!(rig.write(move |conn| delivery::resume(conn, digest)).await);
        assert_eq!(rig.until_done(digest).await.sent, 150);
        assert_each_once(&sink.ledger.mails(), "slow", 150);
        engine.stop().await;
    }
}

#[tokio::test]
async fn a_cancelled_digest_has_nothing_left_to_send() {
    let (sink, rig) = rig().await;
    let engine = rig.start().await;
    let digest = rig.digest("slow", 300).await;
    sink.wait_for(20, TIMEOUT).await;
    let cancelled = rig.write(move |conn| delivery::cancel(conn, now(), digest)).await;
    assert!(cancelled > 0);
    let counters = rig.until(digest, |dispatch| dispatch.counters.to_go() == 0).await;
    assert_eq!(counters.sent + counters.cancelled, 300);
    assert!(counters.cancelled >= cancelled);
    tokio::time::sleep(IN_FLIGHT).await;
    assert_eq!(i64::try_from(sink.ledger.mails().len()).unwrap(), counters.sent);
    let dispatch = rig.dispatch(digest).await;
    assert_eq!((dispatch.state, dispatch.finished_at.is_some()), (DispatchState::Cancelled, true));
    // A second time changes nothing, and nothing of it is sent again.
    let again = rig.write(move |conn| delivery::cancel(conn, now(), digest)).await;
    let resent = rig.write(move |conn| delivery::resend_failed(conn, now(), digest, true)).await;
    assert_eq!((again, resent, rig.counters(digest).await), (0, 0, counters));
    engine.stop().await;
}

/// One statement for millions of rows blocked the database, or exceeded its time limit.
#[tokio::test]
async fn many_deliveries_are_cancelled_in_steps() {
    const READERS: i64 = 25_000;
    let (_sink, rig) = rig().await;
    let digest = rig.digest("r", READERS).await;
    let mut left = READERS - rig.write(move |conn| delivery::cancel(conn, now(), digest)).await;
    assert!(left > 0);
    while left > 0 {
        assert_eq!(rig.write(delivery::half_cancelled).await, [digest]);
        let step = rig.write(move |conn| delivery::cancel_waiting(conn, now(), digest)).await;
        assert!(step > 0);
        left -= step;
    }
    assert!(rig.write(delivery::half_cancelled).await.is_empty());
    let counters = rig.counters(digest).await;
    assert_eq!((counters.cancelled, counters.to_go()), (READERS, 0));
}

#[tokio::test]
async fn a_dispatch_without_recipients_ends_when_it_is_planned() {
    let (_sink, rig) = rig().await;
    let digest = rig.digest("r", 0).await;
    let dispatch = rig.dispatch(digest).await;
    assert_eq!((dispatch.state, dispatch.finished_at.is_some()), (DispatchState::Done, true));
}

/// "Send again to the failed" must not reach unsubscribed readers and suppressed addresses.
#[tokio::test]
async fn failed_deliveries_are_sent_again_except_to_readers_who_must_not_be_mailed() {
    let (sink, mut rig) = rig().await;
    // Too old at once: the first temporary refusal is final.
    rig.settings.retry.max_age = 100;
    let engine = rig.start().await;
    let people = recipients("once-", 1, 0..30);
    let digest = rig.queue(DispatchKind::Digest, Some(1), DoubtPolicy::Resend, people, true).await;
    assert_eq!(rig.until_done(digest).await.failed, 30);
    let before: Vec<i64> = rig.rows(digest, None).await.iter().map(|row| row.id).collect();
    // A suppression that was lifted again is over. It commits by itself, because its effect takes back what the engine
    // leases between that commit and the effect.
    let eleventh = RecipientKey::Subscription(11);
    rig.write(move |conn| delivery::skip_waiting(conn, now(), eleventh, DeliveryReason::Suppressed)).await;
    let queued = rig
        .write(move |conn| {
            for key in 1..=4 {
                delivery::skip(conn, now(), RecipientKey::Subscription(key), DeliveryReason::Unsubscribed)?;
            }
            delivery::erase(conn, &[RecipientKey::Subscription(5)])?;
            let key = suppression::key(conn, &Random::System)?;
            suppress(
                conn,
                now(),
                &key,
                &EmailAddress::parse("Once-9@example.net").unwrap(),
                SuppressionReason::Complaint,
                "",
            )?;
            let queued = delivery::resend_failed(conn, now(), digest, false)?;
            let dispatch = delivery::dispatch(conn, digest)?.unwrap();
            assert_eq!((dispatch.state, dispatch.finished_at), (DispatchState::Running, None));
            Ok(queued)
        })
        .await;
    assert_eq!(queued, 24);
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.sent, counters.failed, counters.expected), (24, 6, 30));
    let counts = sink.ledger.mails();
    let counts = by_recipient(&counts);
    assert!(
        ["once-0", "once-3", "once-4", "once-9"].iter().all(|to| !counts.contains_key(&*format!("{to}@example.net")))
    );
    assert!(counts.values().all(|count| *count == 1) && counts.len() == 24);
    assert_eq!(before, rig.rows(digest, None).await.iter().map(|row| row.id).collect::<Vec<_>>());
    engine.stop().await;
}

#[tokio::test]
async fn an_unsubscribed_reader_gets_no_mail_whose_dot_was_not_written() {
    for in_this_process in [true, false] {
        let (sink, rig) = rig().await;
        let engine = rig.start().await;
        let people = recipients("slow", 1, 0..250);
        let digest = rig.queue(DispatchKind::Digest, Some(1), DoubtPolicy::Resend, people, true).await;
        sink.wait_for(30, TIMEOUT).await;
        let web = if in_this_process { rig.db.clone() } else { rig.another_process() };
        for key in (1..=250).step_by(3) {
            let skipped = web
                .write(move |conn| {
                    delivery::skip(conn, now(), RecipientKey::Subscription(key), DeliveryReason::Unsubscribed)
                })
                .await
                .unwrap();
            assert!(skipped.waiting + skipped.leased <= 1);
        }
        tokio::time::sleep(if in_this_process { IN_FLIGHT } else { Duration::from_secs(2) }).await;
        let before = sink.ledger.mails().len();
        let counters = rig.until_done(digest).await;
        let left = |recipient: &str| {
            let number = recipient.trim_start_matches("slow").trim_end_matches("@example.net");
            number.parse::<i64>().unwrap() % 3 == 0
        };
        let mails = sink.ledger.mails();
        assert!(mails[before..].iter().all(|mail| !left(&mail.recipient)), "mailed after leaving");
        let reached = mails.iter().filter(|mail| left(&mail.recipient)).count();
        assert_eq!(counters.skipped, 84 - i64::try_from(reached).unwrap());
        assert_eq!(counters.sent, i64::try_from(mails.len()).unwrap());
        assert!(by_recipient(&mails).values().all(|count| *count == 1));
        engine.stop().await;
    }
}

/// A dispatch may name a relay that an operator has since removed from the configuration.
#[tokio::test]
async fn a_dispatch_for_a_relay_that_is_not_configured_waits_and_says_so() {
    let (sink, rig) = rig().await;
    let digest = rig.digest("r", 3).await;
    rig.write(move |conn| delivery::route(conn, digest, "second")).await;
    let engine = rig.start().await;
    rig.until(digest, |dispatch| dispatch.state == DispatchState::Paused).await;
    let reason = PauseReason::UnknownRelay { relay: "second".to_owned() };
    assert_eq!(rig.dispatch(digest).await.reason, Some(reason));
    assert!(sink.ledger.mails().is_empty());
    rig.write(move |conn| {
        delivery::route(conn, digest, "relay")?;
        delivery::resume(conn, digest)
    })
    .await;
    assert_eq!(rig.until_done(digest).await.sent, 3);
    engine.stop().await;
}

#[tokio::test]
async fn a_confirmation_overtakes_a_digest() {
    let (sink, rig) = rig().await;
    let engine = rig.start().await;
    rig.digest("slow", 5_000).await;
    sink.wait_for(20, TIMEOUT).await;
    let began = Instant::now();
    let people = recipients("eager", 50_000, 0..1);
    rig.queue(DispatchKind::Confirmation, Some(0), DoubtPolicy::Resend, people, false).await;
    while !sink.ledger.mails().iter().any(|mail| mail.recipient.starts_with("eager")) {
        assert!(began.elapsed() < Duration::from_secs(2), "the confirmation waits");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    engine.stop().await;
}

#[tokio::test]
async fn two_digests_share_the_sending_rate() {
    let (_sink, rig) = rig().await;
    let engine = rig.start().await;
    let one = rig.digest("one", 4_000).await;
    rig.until_sent(one, 500).await;
    let two = rig.digest("two", 1_000).await;
    let before = rig.counters(one).await.sent;
    rig.until_sent(two, 800).await;
    let meanwhile = rig.counters(one).await.sent - before;
    assert!((600..1_500).contains(&meanwhile), "{meanwhile} of one in the time of 800 of the other");
    engine.stop().await;
}

#[tokio::test]
async fn a_person_erased_while_their_mail_is_in_flight_leaves_no_trace() {
    let (sink, mut rig) = rig().await;
    rig.settings.retry.max_age = 0;
    let engine = rig.start().await;
    let people = [recipients("slow", 1, 0..1), recipients("hang", 2, 0..1)].concat();
    let digest = rig.queue(DispatchKind::Digest, Some(1), DoubtPolicy::Hold, people, true).await;
    let began = Instant::now();
    while sink.ledger.commands().iter().filter(|line| *line == "DATA").count() < 2 {
        assert!(began.elapsed() < TIMEOUT);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    rig.write(move |conn| {
        let keys = [1, 2].map(RecipientKey::Subscription);
        for key in keys {
            assert_eq!(delivery::skip(conn, now(), key, DeliveryReason::Erased)?.leased, 1);
        }
        delivery::erase(conn, &keys)
    })
    .await;
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.sent, counters.unknown), (1, 1));
    for row in rig.rows(digest, None).await {
        assert_eq!((row.address, row.reply.as_str()), (None, ""), "{:?}", row.state);
    }
    assert_eq!(rig.rows(digest, Some(DeliveryState::Unknown)).await.len(), 1);
    engine.stop().await;
}
