//! Faults of a relay, and their consequences for a mail.

use std::time::{Duration, Instant};

use tidings::clock::Clock;
use tidings::config::DoubtPolicy;
use tidings::delivery::suppression::{self, is_suppressed};
use tidings::delivery::{
    self, DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, DispatchState, SuppressionReason,
};
use tidings::email_address::EmailAddress;
use tidings::locale::Locale;
use tidings::token::Random;

use super::{assert_each_once, by_recipient};
use crate::support::engine::{Rig, recipients};
use crate::support::sink::TIMEOUT;
use crate::support::sink::{Action, Ledger, Script, Sink, Verb};

async fn sink() -> Sink {
    Sink::start(Script::default()).await.unwrap()
}

fn named(sink: &Sink, recipient: &str) -> usize {
    sink.ledger.commands().iter().filter(|line| **line == format!("RCPT TO:<{recipient}@example.net>")).count()
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

/// Why a dispatch is paused, in words.
async fn paused(rig: &Rig, dispatch: i64) -> String {
    rig.dispatch(dispatch).await.reason.map(|reason| reason.words(&Locale::default())).unwrap_or_default()
}

async fn suppressed(rig: &Rig, recipient: &str) -> bool {
    let address = address(&format!("{recipient}@example.net"));
    rig.write(move |conn| {
        let key = suppression::key(conn, &Random::System)?;
        is_suppressed(conn, &key, &address)
    })
    .await
}

#[tokio::test]
async fn a_temporary_refusal_is_tried_again() {
    let sink = sink().await;
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let digest = rig.digest("once-", 100).await;
    assert_eq!(rig.until_done(digest).await.sent, 100);
    assert_each_once(&sink.ledger.mails(), "once-", 100);
    assert!(rig.rows(digest, None).await.iter().all(|row| row.attempts == 2));
    engine.stop().await;
}

#[tokio::test]
async fn an_unknown_mailbox_is_failed_and_suppressed_and_a_refusal_by_policy_only_failed() {
    let sink = sink().await;
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let (gone, refused) = (rig.digest("permfail", 30).await, rig.digest("bodyperm", 10).await);
    assert_eq!(rig.until_done(gone).await.failed, 30);
    assert_eq!(rig.until_done(refused).await.failed, 10);
    assert!(suppressed(&rig, "permfail7").await);
    assert!(!suppressed(&rig, "bodyperm7").await);
    let row = &rig.rows(gone, Some(DeliveryState::Failed)).await[0];
    assert_eq!((row.stage, row.reply.as_str()), (Some(DeliveryStage::RcptTo), "550 5.1.1 no such user"));
    engine.stop().await;
}

/// Another newsletter's mail was sent to a mailbox that had just been suppressed.
#[tokio::test]
async fn an_address_suppressed_after_a_digest_was_queued_does_not_get_it() {
    let sink = sink().await;
    let rig = Rig::new(&sink.url());
    let digest = rig.digest("r", 20).await;
    rig.write(|conn| {
        let key = suppression::key(conn, &Random::System)?;
        let now = Clock::System.now();
        delivery::suppress(conn, now, &key, &address("R7@example.net"), SuppressionReason::HardBounce, "550 5.1.1")
    })
    .await;
    let engine = rig.start().await;
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.sent, counters.skipped), (19, 1));
    assert_eq!(named(&sink, "r7"), 0);
    let row = &rig.rows(digest, Some(DeliveryState::Skipped)).await[0];
    assert_eq!((row.reason, row.attempts), (Some(DeliveryReason::Suppressed), 0));
    engine.stop().await;
}

#[tokio::test]
async fn refusals_in_a_row_that_are_not_about_the_mailbox_pause_the_digest() {
    let sink = sink().await;
    let mut rig = Rig::new(&format!("{}?connections=2", sink.url()));
    rig.settings.retry.first = 60_000;
    let engine = rig.start().await;
    let digest = rig.digest("policy", 400).await;
    rig.until(digest, |dispatch| dispatch.state == DispatchState::Paused).await;
    rig.until_idle(digest).await;
    assert_eq!(rig.counters(digest).await.failed, 0, "it was never about them");
    assert!(paused(&rig, digest).await.contains("5.7.1 refused by policy"));
    assert!(!suppressed(&rig, "policy0").await);
    engine.stop().await;
}

/// It was paused for ever, and its page said that it would be tried again.
#[tokio::test]
async fn a_test_that_the_relay_refuses_has_failed_and_says_why() {
    let sink = Sink::start(Script::default().say(Verb::Mail, "550 5.7.1 not you")).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let test = rig.queue(DispatchKind::Test, None, DoubtPolicy::Resend, recipients("r", 1, 0..1), true).await;
    assert_eq!(rig.until_done(test).await.failed, 1);
    let row = &rig.rows(test, Some(DeliveryState::Failed)).await[0];
    assert_eq!((row.stage, row.reply.as_str()), (Some(DeliveryStage::MailFrom), "550 5.7.1 not you"));
    assert!(!suppressed(&rig, "r0").await);
    engine.stop().await;
}

/// Each connection ends at its third mail, as with relays that limit the mails of a connection.
#[tokio::test]
async fn a_connection_that_ends_before_the_dot_delays_and_loses_no_mail() {
    for action in [Action::Close, Action::Say("421 4.4.5 enough for one connection".to_owned())] {
        for verb in [Verb::Mail, Verb::Rcpt, Verb::Data] {
            let sink = Sink::start(Script::default().on_some(verb, 2..3, action.clone())).await.unwrap();
            let mut rig = Rig::new(&sink.url());
            rig.settings.retry.first = 60_000;
            let engine = rig.start().await;
            let digest = rig.digest("r", 200).await;
            let counters = rig.until_done(digest).await;
            assert_eq!((counters.sent, counters.unknown), (200, 0), "{verb:?} {action:?}");
            assert_each_once(&sink.ledger.mails(), "r", 200);
            assert!(rig.rows(digest, None).await.iter().all(|row| row.attempts == 1));
            engine.stop().await;
        }
    }
}

#[tokio::test]
async fn a_recipient_whose_connection_always_ends_is_deferred_without_doubt() {
    let sink = sink().await;
    let rig = Rig::new(&format!("{}?connections=2", sink.url()));
    let engine = rig.start().await;
    let mut people = recipients("r", 1, 0..100);
    people.extend(recipients("dropbefore", 1_000, 0..2));
    let digest = rig.queue(DispatchKind::Digest, Some(1), DoubtPolicy::Resend, people, true).await;
    rig.until_sent(digest, 100).await;
    assert_each_once(&sink.ledger.mails(), "r", 100);
    let began = Instant::now();
    while rig.rows(digest, None).await.iter().filter(|row| row.attempts >= 2).count() < 2 {
        assert!(began.elapsed() < TIMEOUT);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(rig.counters(digest).await.unknown, 0);
    engine.stop().await;
}

/// It counted no attempt, so the mail was tried every minute for ever.
#[tokio::test]
async fn a_recipient_whose_connection_always_ends_fails_when_the_mail_is_too_old() {
    let sink = Sink::start(Script::default().say(Verb::Rcpt, "421 4.7.0 not today")).await.unwrap();
    let mut rig = Rig::new(&sink.url());
    rig.settings.retry.max_age = 1_000;
    let engine = rig.start().await;
    let digest = rig.digest("r", 1).await;
    assert_eq!(rig.until_done(digest).await.failed, 1);
    let row = &rig.rows(digest, Some(DeliveryState::Failed)).await[0];
    assert_eq!((row.stage, row.reason), (Some(DeliveryStage::RcptTo), Some(DeliveryReason::TooOld)));
    assert!(named(&sink, "r0") > 1, "it was tried again before");
    engine.stop().await;
}

#[tokio::test]
async fn a_mail_in_doubt_is_sent_again_twice_with_its_message_id_and_then_left_to_an_editor() {
    let sink = sink().await;
    let mut rig = Rig::new(&sink.url());
    // The sink accepts these mails and replies after the time-out.
    rig.settings.timeouts.dot = Duration::from_millis(200);
    let engine = rig.start().await;
    let digest = rig.digest("slow", 5).await;
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.unknown, counters.sent, counters.failed), (5, 0, 0));
    let mails = sink.wait_for(15, TIMEOUT).await;
    assert!(by_recipient(&mails).values().all(|count| *count == 3));
    for row in rig.rows(digest, Some(DeliveryState::Unknown)).await {
        let of_row = |mail: &&crate::support::sink::Accepted| Some(&mail.recipient) == row.address.as_ref();
        let names: Vec<_> = mails.iter().filter(of_row).map(|mail| mail.message_id.as_str()).collect();
        assert!(names.iter().all(|name| *name == names[0] && name.starts_with(&format!("{}.", row.id))), "{names:?}");
    }
    engine.stop().await;
}

#[tokio::test]
async fn a_mail_in_doubt_under_hold_is_not_sent_again_until_an_editor_decides() {
    let sink = sink().await;
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let digest = rig.digest_under(DoubtPolicy::Hold, "drop", 5).await;
    assert_eq!(rig.until_done(digest).await.unknown, 5);
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!((0..5).map(|n| named(&sink, &format!("drop{n}"))).sum::<usize>(), 5);
    let now = Clock::System.now();
    let (of_failed, of_both) = rig
        .write(move |conn| {
            let of_failed = delivery::resend_failed(conn, now, digest, false)?;
            Ok((of_failed, delivery::resend_failed(conn, now, digest, true)?))
        })
        .await;
    assert_eq!((of_failed, of_both), (0, 5));
    assert_eq!(rig.until_done(digest).await.unknown, 5);
    assert_eq!(named(&sink, "drop0"), 2);
    engine.stop().await;
}

#[tokio::test]
async fn a_relay_that_starts_late_fails_nobody() {
    let addr = sink().await.addr;
    let rig = Rig::new(&format!("smtp://{addr}"));
    let engine = rig.start().await;
    let digest = rig.digest("r", 300).await;
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert_eq!(rig.counters(digest).await.to_go(), 300);
    let health = rig.db.read(delivery::health).await.unwrap().unwrap();
    assert_eq!(health.state, "waiting");
    let sink = Sink::listen(&addr.to_string(), Script::default(), Ledger::default()).await.unwrap();
    // Sixteen simultaneous failures count once: the next attempt is near.
    let began = Instant::now();
    let counters = rig.until_done(digest).await;
    assert!(began.elapsed() < Duration::from_secs(6), "{:?}", began.elapsed());
    assert_eq!((counters.sent, counters.failed), (300, 0));
    assert_each_once(&sink.ledger.mails(), "r", 300);
    assert!(rig.rows(digest, None).await.iter().all(|row| row.attempts == 1));
    assert_eq!(rig.db.read(delivery::health).await.unwrap().unwrap().state, "ok");
    engine.stop().await;
}

#[tokio::test]
async fn a_relay_that_refuses_us_pauses_the_digest_and_fails_nobody() {
    let password = Some(("user".to_owned(), "right".to_owned()));
    let auth = Sink::start(Script { auth: password, ..Script::default() }).await.unwrap();
    let sender = Sink::start(Script::default().say(Verb::Mail, "550 5.7.1 not you")).await.unwrap();
    let cases =
        [(format!("smtp://user:wrong@{}?tls=none", auth.addr), "535 5.7.8"), (sender.url(), "550 5.7.1 not you")];
    for (relay, reason) in cases {
        let rig = Rig::new(&relay);
        let engine = rig.start().await;
        let digest = rig.digest("r", 500).await;
        let counters = rig.until(digest, |dispatch| dispatch.state == DispatchState::Paused).await;
        assert_eq!((counters.failed, counters.to_go()), (0, 500));
        let shown = paused(&rig, digest).await;
        assert!(shown.contains(reason), "{shown}");
        engine.stop().await;
    }
}

/// A confirmation must not wait a minute because the relay has closed an idle connection.
#[tokio::test]
async fn a_connection_that_ended_while_idle_is_replaced_at_once() {
    let sink = Sink::start(Script::default().on_some(Verb::Mail, 1..2, Action::Close)).await.unwrap();
    let mut rig = Rig::new(&format!("{}?connections=1", sink.url()));
    rig.settings.retry.first = 60_000;
    let engine = rig.start().await;
    for n in 0..3 {
        let digest = rig.digest(&format!("r{n}-"), 1).await;
        rig.until_done(digest).await;
        assert_eq!(rig.rows(digest, None).await[0].attempts, 1);
    }
    assert_eq!(sink.ledger.mails().len(), 3);
    engine.stop().await;
}

/// Exim's reply to an unknown client. It failed and suppressed the whole list.
#[tokio::test]
async fn a_bare_550_for_everybody_pauses_the_digest_and_fails_and_suppresses_nobody() {
    let sink = Sink::start(Script::default().say(Verb::Rcpt, "550 relay not permitted")).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let digest = rig.digest("r", 300).await;
    rig.until(digest, |dispatch| dispatch.state == DispatchState::Paused).await;
    rig.until_idle(digest).await;
    assert_eq!(rig.counters(digest).await.to_go(), 300);
    assert!(!suppressed(&rig, "r0").await);
    engine.stop().await;
}

#[tokio::test]
async fn a_mail_that_is_too_large_for_the_relay_pauses_its_digest_before_anybody_fails() {
    let sink = Sink::start(Script { size: Some(200), ..Script::default() }).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let digest = rig.digest("r", 5).await;
    rig.until(digest, |dispatch| dispatch.state == DispatchState::Paused).await;
    rig.until_idle(digest).await;
    assert_eq!(rig.counters(digest).await.to_go(), 5);
    assert!(paused(&rig, digest).await.contains("more than the relay accepts"));
    engine.stop().await;
}

#[tokio::test]
async fn a_relay_that_defers_every_sender_is_tried_less_often_and_editors_see_it() {
    let sink = Sink::start(Script::default().say(Verb::Mail, "450 4.7.1 slow down")).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let digest = rig.digest("r", 200).await;
    tokio::time::sleep(Duration::from_secs(4)).await;
    let asked = sink.ledger.commands().iter().filter(|line| line.starts_with("MAIL FROM")).count();
    // A round is one attempt per connection: at the start, after a second, after two more.
    assert!((1..=48).contains(&asked), "asked {asked} times");
    assert_eq!(rig.counters(digest).await.to_go(), 200);
    let health = rig.write(delivery::health).await.unwrap();
    assert_eq!(health.state, "waiting");
    engine.stop().await;
}

/// In a digest that was paused for longer than `max_age`, a mail failed at its first temporary refusal.
#[tokio::test]
async fn the_age_of_a_mail_counts_from_its_first_attempt() {
    let sink = sink().await;
    let rig = Rig::new(&sink.url());
    let digest = rig.digest("once-", 10).await;
    rig.execute("UPDATE deliveries SET queued_at = 0").await;
    let engine = rig.start().await;
    assert_eq!(rig.until_done(digest).await.sent, 10);
    engine.stop().await;
}
