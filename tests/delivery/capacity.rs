//! A relay that takes mails only up to some size, or at some rate.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tidings::config::DoubtPolicy;
use tidings::delivery::{self, DispatchKind, DispatchState};

use super::assert_each_once;
use crate::support::engine::{Rig, recipients};
use crate::support::sink::{Script, Sink, TIMEOUT};

/// The old limit was believed for as long as a connection was open.
#[tokio::test]
async fn a_relay_that_has_raised_its_size_gets_the_next_mail() {
    let new_size = Arc::<AtomicU64>::default();
    let script = Script { size: Some(200), new_size: new_size.clone(), ..Script::default() };
    let sink = Sink::start(script).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let digest = rig.digest("r", 40).await;
    rig.until(digest, |dispatch| dispatch.state == DispatchState::Paused).await;
    rig.until_idle(digest).await;
    new_size.store(1_000_000, Ordering::SeqCst);
    rig.write(move |conn| delivery::resume(conn, digest)).await;
    assert_eq!(rig.until_done(digest).await.sent, 40);
    engine.stop().await;
}

/// Each mail that met the limit waited a minute, and then its neighbours met it together.
#[tokio::test]
async fn a_relay_that_takes_few_mails_a_second_delays_them_and_counts_no_attempt() {
    const RATE: usize = 14;
    const MAILS: i64 = 140;
    let sink = Sink::start(Script { per_second: Some(RATE), ..Script::default() }).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let digest = rig.digest("r", MAILS).await;
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.sent, counters.failed), (MAILS, 0));
    assert_each_once(&sink.ledger.mails(), "r", usize::try_from(MAILS).unwrap());
    assert!(rig.rows(digest, None).await.iter().all(|row| row.attempts == 1));
    engine.stop().await;
}

#[tokio::test]
async fn mails_go_out_at_the_configured_rate_and_urgent_ones_first() {
    const RATE: u32 = 20;
    const MAILS: i64 = 60;
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&format!("{}?messages_per_second={RATE}", sink.url()));
    let digest = rig.digest("r", MAILS).await;
    let engine = rig.start().await;
    let began = Instant::now();
    sink.wait_for(5, TIMEOUT).await;
    let kind = DispatchKind::Confirmation;
    rig.queue(kind, Some(0), DoubtPolicy::Resend, recipients("urgent", 9_000, 0..1), false).await;
    assert_eq!(rig.until_done(digest).await.sent, MAILS);
    let took = began.elapsed();
    let least = Duration::from_secs(1) * u32::try_from(MAILS).unwrap() / RATE;
    assert!(took + Duration::from_millis(200) > least && took < least * 3, "it took {took:?}");
    let mails = sink.wait_for(usize::try_from(MAILS).unwrap() + 1, TIMEOUT).await;
    let place = mails.iter().position(|mail| mail.recipient.starts_with("urgent")).unwrap();
    assert!(place < 40, "the confirmation was number {place}");
    engine.stop().await;
}
