//! Views and clicks: counted once, and the resulting rank.

use std::net::IpAddr;

use tidings::actor::Actor;
use tidings::article::score::{Heat, SignalKind, Weights};
use tidings::article::signal::{HOLD, Seen, SignalBuffer, Who};
use tidings::article::{self};
use tidings::clock::{DAY, HOUR, Timestamp};
use tidings::token::Random;

use super::{Desk, NOW, desk, titled, titles};
use SignalKind::{Click, View};

fn see(desk: &mut Desk, article: i64, kind: SignalKind, person: u8, at: Timestamp) -> bool {
    desk.conn.write_transaction(|conn| article::signal(conn, at, article, kind, [person; 16])).unwrap()
}

#[test]
fn a_person_counts_once_an_hour() {
    let mut desk = desk();
    let id = desk.keep("Paper", titled("News"));
    let next_hour = NOW.plus(HOUR);
    for (kind, person, at, counts) in [
        (View, 1, NOW, true),
        (View, 1, NOW.plus(1), false),
        (Click, 1, NOW, true),
        (View, 2, NOW, true),
        (View, 1, next_hour, true),
        (View, 1, next_hour, false),
    ] {
        assert_eq!(see(&mut desk, id, kind, person, at), counts, "{kind} {person} {at}");
    }
    let article = desk.get(id);
    assert_eq!((article.views, article.clicks), (3, 1));
    assert!(!see(&mut desk, 999, View, 1, NOW), "no such article");
    desk.conn.write_transaction(|conn| article::unpublish(conn, &Actor::Operator, NOW, id)).unwrap();
    assert!(!see(&mut desk, id, View, 9, NOW), "not published");
}

#[test]
fn articles_that_are_read_rise() {
    let mut desk = desk();
    let [first, second] = ["First", "Second"].map(|title| desk.keep("Paper", titled(title)));
    see(&mut desk, first, View, 1, NOW);
    assert_eq!(titles(&article::trending(&mut desk.conn, 2, 0).unwrap()), ["First", "Second"]);
    see(&mut desk, second, Click, 1, NOW);
    assert_eq!(titles(&article::trending(&mut desk.conn, 2, 0).unwrap()), ["Second", "First"]);
}

#[test]
fn the_shown_score_is_that_of_the_stored_signals() {
    let mut desk = desk();
    let id = desk.keep("Paper", titled("News"));
    for hour in 0..30 {
        let at = NOW.plus(hour * HOUR + 1_234);
        see(&mut desk, id, if hour % 3 == 0 { Click } else { View }, u8::try_from(hour % 5).unwrap(), at);
    }
    let article = desk.get(id);
    let signals = article::kept_signals(&mut desk.conn, id).unwrap();
    assert_eq!(signals.len(), 30);
    let signals = signals.into_iter().map(|(kind, at)| (kind, at.to_utc()));
    let heat = Heat::from_signals(&Weights::default(), article.published_at.to_utc(), signals);
    let now = NOW.plus(31 * HOUR);
    let (shown, computed) = (article.explain(now), heat.score_at(&Weights::default(), now.to_utc()));
    let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(close(shown.fresh, computed.fresh) && close(shown.views, computed.views), "{shown:?} {computed:?}");
    assert!(close(shown.clicks, computed.clicks) && close(shown.total, computed.total), "{shown:?} {computed:?}");
    assert!(close(shown.total, shown.fresh + shown.views + shown.clicks));
    assert!(close(article.rank, heat.rank()));
}

#[test]
fn a_change_of_the_content_keeps_the_counted_signals() {
    let mut desk = desk();
    let id = desk.keep("Paper", titled("News"));
    see(&mut desk, id, Click, 1, NOW);
    let before = desk.get(id);
    desk.edit(id, titled("Other news")).unwrap();
    let after = desk.get(id);
    assert_eq!((after.heat, after.clicks), (before.heat, 1));
    assert!((after.rank - before.rank).abs() < 1e-12);
}

#[test]
fn signals_of_a_merged_article_count_for_the_one_that_represents_the_story() {
    let mut desk = desk();
    let title = "China confirms trade talks in Malaysia";
    let [first, second] = ["Paper", "Wire"].map(|source| desk.keep(source, titled(title)));
    assert!(see(&mut desk, second, View, 1, NOW));
    assert!(!see(&mut desk, first, View, 1, NOW), "the same story");
    assert_eq!((desk.get(first).views, desk.get(second).views), (1, 0));
}

#[tokio::test]
async fn the_buffer_stores_its_signals_at_once_and_each_once() {
    let mut desk = desk();
    let ids = ["One", "Two"].map(|title| desk.keep("Paper", titled(title)));
    let (buffer, random) = (SignalBuffer::default(), Random::seeded(1));
    for host in 0..20_u8 {
        for article in ids {
            // Twenty hosts of two networks with one browser: two persons.
            let client = IpAddr::from([198, 51, host % 2, host]);
            buffer.push(Seen { article, kind: View, who: Who::visitor(client, "Firefox"), at: NOW });
        }
    }
    buffer.push(Seen { article: ids[0], kind: Click, who: Who::Subscriber(7), at: NOW });
    assert_eq!(buffer.flush(&desk.home, &random, NOW).await.unwrap(), 4, "the click is held");
    assert_eq!(buffer.flush(&desk.home, &random, NOW.plus(HOLD)).await.unwrap(), 1);
    assert_eq!(buffer.flush(&desk.home, &random, NOW.plus(HOLD)).await.unwrap(), 0);
    buffer.push(Seen { article: ids[0], kind: Click, who: Who::Subscriber(7), at: NOW.plus(1) });
    let later = NOW.plus(HOLD + 1);
    assert_eq!(buffer.flush(&desk.home, &random, later).await.unwrap(), 0, "the same salt all day");
    let articles = ids.map(|id| desk.get(id));
    assert_eq!(articles.map(|article| (article.views, article.clicks)), [(2, 1), (2, 0)]);
}

#[tokio::test]
async fn many_signals_at_once_all_count() {
    let mut desk = desk();
    let ids: Vec<i64> = (0..5).map(|n| desk.keep("Paper", titled(&format!("News {n}")))).collect();
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..8_i64 {
        let (db, mut ids) = ((*desk.home).clone(), ids.clone());
        if task % 2 == 1 {
            ids.reverse();
        }
        tasks.spawn(async move {
            let (buffer, random) = (SignalBuffer::default(), Random::seeded(task.unsigned_abs()));
            for person in 0..50 {
                for article in &ids {
                    let who = Who::Subscriber(task * 1_000 + person);
                    buffer.push(Seen { article: *article, kind: View, who, at: NOW });
                }
            }
            buffer.flush(&db, &random, NOW).await.unwrap()
        });
    }
    let counted: usize = tasks.join_all().await.into_iter().sum();
    assert_eq!(counted, 8 * 50 * 5);
    assert!(ids.iter().all(|id| desk.get(*id).views == 400));
}

#[test]
fn signals_older_than_two_days_are_deleted_and_stay_counted() {
    let mut desk = desk();
    let id = desk.keep("Paper", titled("News"));
    for (person, at) in [(1, NOW), (2, NOW.plus(DAY)), (3, NOW.plus(2 * DAY + HOUR))] {
        see(&mut desk, id, View, person, at);
    }
    let purge =
        |desk: &mut Desk, at| desk.conn.write_transaction(|conn| article::purge_signals(conn, at, 100)).unwrap();
    assert_eq!(purge(&mut desk, NOW.plus(2 * DAY)), 0);
    assert_eq!(purge(&mut desk, NOW.plus(2 * DAY + HOUR)), 1);
    assert_eq!(article::kept_signals(&mut desk.conn, id).unwrap().len(), 2);
    assert_eq!(desk.get(id).views, 3);
}

/// Three million old signals were deleted by one statement, which blocked every other writer for seconds.
#[test]
fn a_purge_deletes_no_more_than_its_slice() {
    let mut desk = desk();
    let id = desk.keep("Paper", titled("News"));
    for person in 0..5 {
        see(&mut desk, id, View, person, NOW);
    }
    let later = NOW.plus(3 * DAY);
    let mut purge = || desk.conn.write_transaction(|conn| article::purge_signals(conn, later, 2)).unwrap();
    assert_eq!([purge(), purge(), purge(), purge()], [2, 2, 1, 0]);
}
