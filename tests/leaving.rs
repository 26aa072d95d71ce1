//! A reader unsubscribes while another transaction works on the same reader.

use std::time::Duration;

use tidings::actor::Actor;
use tidings::clock::Timestamp;
use tidings::db::Conn;
use tidings::delivery::{self, DeliveryState};
use tidings::digest::send::{self, Outfit};
use tidings::digest::{self, DigestError};
use tidings::newsletter;
use tidings::subscriber;
use tidings::subscriber::SubscriptionState;
use tidings::subscriber::confirm::{Agreed, confirm_all, unsubscribe};

use crate::support::app::TestApp;

const READER: &str = "ann@example.org";
const AWHILE: Duration = Duration::from_millis(700);

/// Plans the audience, and commits late. The digest is paused afterwards, because a mail that is sent
/// between the two commits would be correct.
fn plan_slowly(conn: &mut Conn, now: Timestamp, outfit: &Outfit, id: i64) -> Result<(), DigestError> {
    send::approve_and_send(conn, &Actor::Operator, now, outfit, id)?;
    match send::pause(conn, &Actor::Operator, now, id) {
        // The reader unsubscribed before the audience was read, so nobody gets the digest.
        Ok(_) | Err(DigestError::State(..)) => {}
        Err(error) => return Err(error),
    }
    std::thread::sleep(AWHILE);
    Ok(())
}

/// The mail was planned after the unsubscription had looked for mails to stop, and was sent half a minute later.
#[tokio::test]
async fn a_reader_who_unsubscribes_during_planning_is_not_mailed() {
    let app = TestApp::start().await;
    app.subscribe(&[READER]).await;
    app.article("Ferries run later", &["Harbour"], 0).await;
    let (now, outfit, id) = (app.now(), app.app.outfit(), app.compose("Boats").await);
    let planning = app.app.db.write(move |conn| plan_slowly(conn, now, &outfit, id));
    let leaving = async {
        tokio::time::sleep(AWHILE / 3).await;
        let work = move |conn: &mut Conn| {
            let person = subscriber::by_address(conn, READER)?.unwrap();
            let subscription = subscriber::subscriptions_of(conn, person.id)?[0].id;
            unsubscribe(conn, &Actor::Operator, now, subscription, "link").map(drop)
        };
        app.write(work).await;
    };
    let (planned, ()) = tokio::join!(planning, leaving);
    planned.unwrap();
    let rows = move |conn: &mut Conn| {
        let dispatch = digest::by_id(conn, id)?.unwrap().dispatch_id;
        delivery::deliveries(conn, dispatch, None, 0, 10)
    };
    let states: Vec<_> = app.read(rows).await.iter().map(|row| row.state).collect();
    assert!(states.is_empty() || states == [DeliveryState::Skipped], "{states:?}");
}

/// The confirmation page was open when the one-click link of an older mail was used; its button resubscribed the
/// reader.
#[tokio::test]
async fn a_confirmation_does_not_undo_a_later_unsubscription() {
    let app = TestApp::start().await;
    app.post("/subscribe", &[("email", READER)]).await;
    let person = app.read(|conn| subscriber::by_address(conn, READER)).await.unwrap().id;
    let found = app.read(move |conn| subscriber::subscriptions_of(conn, person)).await;
    let subscription = found[0].id;
    let (now, id) = (app.now(), app.newsletter);
    let newsletter = app.read(move |conn| newsletter::by_id(conn, id)).await.unwrap();
    let site = app.read(tidings::site::site).await;
    let with = app.app.stationery(&newsletter, &site).unwrap();
    let agreed = Agreed { subscription, with, wording: String::new() };
    let confirmed = app
        .write(move |conn| {
            unsubscribe(conn, &Actor::Operator, now, subscription, "link")?;
            confirm_all(conn, &Actor::Operator, now, &[agreed], "link")
        })
        .await;
    assert!(confirmed.is_empty());
    let after = app.read(move |conn| subscriber::subscriptions_of(conn, person)).await;
    assert_eq!(after[0].state, SubscriptionState::Unsubscribed);
}

/// Two erasures at once, or with the one-click link of a mail, made the newsletter's counters negative.
#[tokio::test]
async fn a_person_erased_twice_at_once_is_counted_once() {
    let app = TestApp::start().await;
    for n in 0..20 {
        let address = format!("reader{n}@example.org");
        app.subscribe(&[&address]).await;
        let person = app.read(move |conn| subscriber::by_address(conn, &address)).await.unwrap().id;
        let erase = || {
            let (now, random) = (app.now(), app.app.random.clone());
            app.write(move |conn| subscriber::erase::erase(conn, &Actor::Operator, now, &random, person))
        };
        tokio::join!(erase(), erase());
    }
    let id = app.newsletter;
    let newsletter = app.read(move |conn| tidings::newsletter::by_id(conn, id)).await.unwrap();
    assert_eq!((newsletter.confirmed, newsletter.pending), (0, 0));
}
