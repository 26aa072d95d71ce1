//! The audience of a digest: the number that an editor confirms is that of the plan, and each reader gets one variant.

use tidings::actor::Actor;
use tidings::clock::DAY;
use tidings::db::Conn;
use tidings::delivery::{self, Message};
use tidings::digest::render::{self, Content, Headlines};
use tidings::digest::{self, Digest, DigestState, send};
use tidings::email_address::EmailAddress;
use tidings::newsletter;
use tidings::subscriber::audience::{self, Audience, Count, Place};
use tidings::subscriber::import::{self, Row};
use tidings::subscriber::{self, SubscriptionState, confirm, desk, erase, preferences};

use crate::support::app::TestApp;

fn address(name: &str) -> EmailAddress {
    EmailAddress::parse(&format!("{name}@example.org")).unwrap()
}

/// The person with this name, and their subscription.
fn find(conn: &mut Conn, name: &str) -> (i64, i64) {
    let person = subscriber::by_address(conn, address(name).normalised()).unwrap().unwrap().id;
    (person, subscriber::subscriptions_of(conn, person).unwrap()[0].id)
}

/// Readers of every kind: four of them can be mailed, the addresses of two more are suppressed.
async fn readers() -> TestApp {
    let app = TestApp::start().await;
    let confirmed = ["ann", "ben", "cy", "awake", "paused", "suppressed", "both", "gone", "left", "back"];
    let addresses = confirmed.map(|name| format!("{name}@example.org"));
    app.subscribe(&addresses.each_ref().map(String::as_str)).await;
    let (now, random, id) = (app.now(), app.app.random.clone(), app.newsletter);
    app.write(move |conn| {
        for (name, until) in [("awake", now.plus(-1)), ("paused", now.plus(DAY)), ("both", now.plus(DAY))] {
            let (_, subscription) = find(conn, name);
            preferences::pause(conn, &Actor::Operator, now, subscription, Some(until))?;
        }
        for name in ["suppressed", "both", "back"] {
            desk::suppress(conn, &Actor::Operator, now, &random, &address(name))?;
        }
        for name in ["gone", "back"] {
            let (person, _) = find(conn, name);
            erase::erase(conn, &Actor::Operator, now, &random, person)?;
        }
        let (_, subscription) = find(conn, "left");
        confirm::unsubscribe(conn, &Actor::Operator, now, subscription, "link")?;
        let newsletter = newsletter::by_id(conn, id)?.unwrap();
        for (name, state) in [("pending", SubscriptionState::Pending), ("back", SubscriptionState::Confirmed)] {
            let row = Row { address: address(name), name: String::new(), state, history: None };
            import::store(conn, &Actor::Operator, now, &newsletter, vec![row])?;
        }
        Ok(())
    })
    .await;
    app
}

/// The subscriptions of an audience up to a boundary, read two at a time: those that are mailed, and the suppressed.
fn chunks(conn: &mut Conn, audience: &Audience, boundary: i64) -> (Vec<String>, Vec<String>) {
    let (mut mailed, mut suppressed, mut after) = (Vec::new(), Vec::new(), Some(0));
    while let Some(last) = after {
        let chunk = audience::chunk(conn, audience, last, boundary, 2).unwrap();
        for reader in chunk.readers {
            if reader.suppressed { &mut suppressed } else { &mut mailed }.push(reader.envelope);
        }
        after = chunk.next;
    }
    (mailed, suppressed)
}

#[tokio::test]
async fn the_number_that_an_editor_confirms_is_that_of_the_plan() {
    let app = readers().await;
    let (now, id) = (app.now(), app.newsletter);
    let due = Audience::due(id, now);
    let (count, boundary) = app.read(move |conn| Ok((audience::count(conn, &due)?, audience::boundary(conn)?))).await;
    assert_eq!(count, Count { mailed: 4, suppressed: 2 });
    app.subscribe(&["later@example.org"]).await;
    let due = Audience::due(id, now);
    let (mailed, suppressed) = app.write(move |conn| Ok(chunks(conn, &due, boundary))).await;
    assert_eq!(mailed, ["ann", "awake", "ben", "cy"].map(|name| format!("{name}@example.org")));
    assert_eq!(suppressed, ["suppressed", "back"].map(|name| format!("{name}@example.org")));

    let digest = app.compose("Boats until one").await;
    let due = Audience::due(id, now);
    let count = app.read(move |conn| audience::count(conn, &due)).await;
    app.send_digest(digest).await;
    app.subscribe(&["latest@example.org"]).await;
    let counters = app
        .read(move |conn| {
            let dispatch = digest::by_id(conn, digest)?.unwrap().dispatch_id.unwrap();
            delivery::counters(conn, dispatch)
        })
        .await;
    assert_eq!((counters.sent, counters.skipped, counters.expected), (count.mailed, count.suppressed, 7));
    assert_eq!(app.mails().await.len(), 5);
}

#[tokio::test]
async fn every_audience_counts_what_its_chunks_return() {
    let app = readers().await;
    let (now, id) = (app.now(), app.newsletter);
    app.write(move |conn| {
        let boundary = audience::boundary(conn)?;
        for newsletter in [Some(id), None] {
            for state in [None, Some(SubscriptionState::Pending), Some(SubscriptionState::Confirmed)] {
                for awake_at in [None, Some(now)] {
                    for search in ["", "a"] {
                        let audience = Audience { newsletter, state, awake_at, search: search.to_owned() };
                        let (mailed, suppressed) = chunks(conn, &audience, boundary);
                        let count = audience::count(conn, &audience)?;
                        let erased = if state.is_none() && search.is_empty() { 2 } else { 0 };
                        assert_eq!(count.mailed, i64::try_from(mailed.len()).unwrap() + erased, "{audience:?}");
                        assert_eq!(count.suppressed, i64::try_from(suppressed.len()).unwrap(), "{audience:?}");
                    }
                }
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn each_reader_gets_exactly_one_variant() {
    let app = TestApp::start().await;
    app.subscribe(&["ann@example.org", "olav@example.org", "ida@example.org"]).await;
    let id = app.compose("Boats").await;
    let (now, outfit) = (app.now(), app.app.outfit());
    app.write(move |conn| {
        let (olav, _) = find(conn, "olav");
        preferences::change_details(conn, olav, None, Some("de-CH"))?;
        send::approve(conn, &Actor::Operator, now, &outfit, id).unwrap();
        let digest = digest::by_id(conn, id)?.unwrap();
        let digest = Digest { state: DigestState::Sending, started_at: Some(now), ..digest };
        let english = render::content(conn, digest.clone()).unwrap();
        let german = Digest { subject: "Boote".to_owned(), ..digest.clone() };
        let german = Content { digest: german, ..english.clone() };
        let message =
            |content: &Content| render::message(content, &outfit.links, &outfit.keys, Headlines::AsSet).unwrap();
        let german = Message { variant: 1, language: "de".to_owned(), ..message(&german) };
        send::start(conn, &Actor::Operator, now, &outfit, digest, &[message(&english), german]).unwrap();
        Ok(())
    })
    .await;
    app.settled().await;
    let mut subjects: Vec<_> =
        app.mails().await.iter().map(|(to, mail)| (to.clone(), mail.header("subject").unwrap().to_owned())).collect();
    subjects.sort();
    let expected = [("ann", "Boats"), ("ida", "Boats"), ("olav", "Boote")];
    assert_eq!(subjects, expected.map(|(name, subject)| (format!("{name}@example.org"), subject.to_owned())));
}

/// A list of 116,010 readers: 110,000 of all kinds, then 6,000 that a search must walk far for, and a few.
const CROWD: &str = "
    INSERT INTO subscribers (id, address, envelope, name, language, time_zone, created_at)
        WITH RECURSIVE numbers (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < 116010),
        people AS (SELECT n, CASE WHEN n <= 110000 THEN 'many' WHEN n <= 116000 THEN 'late' ELSE 'few' END || n
            || '@example.org' AS address FROM numbers)
        SELECT n, address, address, '', 'en', '', 0 FROM people ORDER BY n;
    INSERT INTO subscriptions (id, subscriber_id, newsletter_id, state, created_at, requested_at)
        SELECT s.id, s.id, n.id, CASE s.id % 20 WHEN 0 THEN 2 ELSE 1 END, 0, 0 FROM subscribers s, newsletters n;
    ANALYZE";

#[tokio::test]
async fn a_search_finds_the_same_readers_whether_few_or_many_match() {
    let app = TestApp::start().await;
    app.write(|conn| conn.batch(CROWD)).await;
    let newsletter = app.newsletter;
    let pages = move |conn: &mut Conn| {
        for (term, of_term) in [("few", 116_001..=116_010), ("late", 110_001..=116_000), ("many", 1..=110_000)] {
            for state in [None, Some(SubscriptionState::Unsubscribed)] {
                let audience = Audience { newsletter: Some(newsletter), state, search: term.into(), awake_at: None };
                for place in [0_i64, 1, 5_000, 99_990, 109_999, 111_000, 116_005, 200_000] {
                    let is_line = |id: &i64| state.is_none() || id % 20 == 0;
                    let after: Vec<i64> = of_term.clone().filter(|id| *id > place).filter(is_line).take(50).collect();
                    let before = of_term.clone().rev().filter(|id| *id < place).filter(is_line).take(50);
                    for (place, expected) in [(Place::After(place), after), (Place::Before(place), before.collect())] {
                        let lines = audience::lines(conn, &audience, place, 50)?;
                        let lines: Vec<i64> = lines.iter().map(|line| line.subscription).collect();
                        assert_eq!(lines, expected, "{term} {state:?} {place:?}");
                    }
                }
            }
        }
        Ok(())
    };
    app.read(pages).await;
}
