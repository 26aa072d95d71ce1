//! A send: each mail once, with its own values, and correct counters at any time.

use std::collections::HashSet;
use std::time::Duration;

use tidings::config::DoubtPolicy;
use tidings::delivery::{self, Counters, DispatchKind, DispatchState};
use tidings::mail::read;

use super::assert_each_once;
use crate::support::engine::{Rig, message, recipients};
use crate::support::sink::TIMEOUT;
use crate::support::sink::{Script, Sink};

#[tokio::test]
async fn a_thousand_mails_arrive_each_once_with_its_own_values() {
    for script in [Script::default(), Script::without_pipelining()] {
        let sink = Sink::start(script).await.unwrap();
        let rig = Rig::new(&sink.url());
        let engine = rig.start().await;
        let digest = rig.digest("r", 1_000).await;
        let counters = rig.until_done(digest).await;
        assert_eq!(counters, Counters { expected: 1_000, expected_final: true, sent: 1_000, ..Counters::default() });
        let mails = sink.wait_for(1_000, TIMEOUT).await;
        assert_each_once(&mails, "r", 1_000);
        let ids: HashSet<_> = mails.iter().map(|mail| mail.message_id.as_str()).collect();
        assert_eq!(ids.len(), 1_000);
        for mail in &mails {
            let number = mail.recipient.trim_start_matches('r').trim_end_matches("@example.net");
            let read = read(&mail.data);
            assert_eq!(read.text, format!("Hello Reader {number},\nread https://example.org/r/{number}\n"));
            assert_eq!(read.header("to"), Some(format!("<{}>", mail.recipient).as_str()));
            assert_eq!(mail.return_path, "news@example.org");
        }
        engine.stop().await;
    }
}

#[tokio::test]
async fn counters_are_correct_at_every_moment_of_a_send() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let kinds = ["r", "permfail", "tempfail", "policy", "once-", "drop", "bodytemp"];
    let mut people = Vec::new();
    for (place, kind) in kinds.into_iter().enumerate() {
        let count = if kind == "r" { 2_000 } else { 10 };
        people.extend(recipients(kind, 10_000 * i64::try_from(place).unwrap() + 1, 0..count));
    }
    let digest = rig.queue(DispatchKind::Digest, Some(1), DoubtPolicy::Hold, people, true).await;
    let mut before = 0;
    loop {
        let counters = rig.counters(digest).await;
        assert_eq!(counters.expected, 2_060);
        assert!(counters.sent >= before, "a sent mail is sent for ever");
        before = counters.sent;
        if counters.sent == 2_010 && counters.failed == 20 && counters.unknown == 10 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    rig.write(move |conn| delivery::cancel(conn, tidings::clock::Clock::System.now(), digest)).await;
    let counters = rig.until(digest, |dispatch| dispatch.counters.to_go() == 0).await;
    assert_eq!((counters.cancelled, counters.sent), (20, 2_010));
    assert_eq!(rig.dispatch(digest).await.state, DispatchState::Cancelled);
    engine.stop().await;
}

/// Each enquiry is a message of its own. The engine caches some templates, and evicted those that it was about to use.
#[tokio::test]
async fn many_different_messages_in_a_row_are_all_sent() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let rig = Rig::new(&sink.url());
    let engine = rig.start().await;
    let queue = |round: i64| {
        let now = tidings::clock::Clock::System.now();
        rig.write(move |conn| {
            let dispatch = delivery::standing(conn, now, DispatchKind::Enquiry)?;
            for n in 0..50 {
                // Half of them are cached from the previous round.
                let body = message(&format!("enquiry {}", round * 25 + n));
                let message = delivery::freeze(conn, now, dispatch, &body)?;
                delivery::enqueue(conn, now, dispatch, message, &recipients("r", round * 50 + 1, n..n + 1))?;
            }
            Ok(dispatch)
        })
    };
    for round in 0..6 {
        let dispatch = queue(round).await;
        let counters = rig.until(dispatch, |dispatch| dispatch.counters.to_go() == 0).await;
        assert_eq!((counters.failed, counters.sent), (0, (round + 1) * 50));
        let chart = rig.write(move |conn| delivery::progress(conn, dispatch)).await;
        assert!(chart.is_empty(), "what never ends keeps no chart: {chart:?}");
    }
    engine.stop().await;
}
