//! What public pages show of the site is kept for a second; what changes it is seen in time.

use std::fmt::Debug;

use chrono::TimeDelta;
use tidings::actor::Actor;
use tidings::clock::{Clock, Timestamp};
use tidings::db::{Conn, Error, StoreError};
use tidings::newsletter::{self, Input, Settings};
use tidings::site::{self, Site};
use tidings::subscriber;

use crate::support::app::{NEWSLETTER, Options, TestApp, morning_tide};

const NOW: Timestamp = Timestamp(1_761_177_600_000);

async fn start() -> TestApp {
    TestApp::with(Options { clock: Clock::fixed(NOW), ..Options::default() }).await
}

/// What another process commits.
fn elsewhere<T, E: From<Error> + Debug>(app: &TestApp, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> T {
    app.app.db.connect().unwrap().write_transaction(work).unwrap()
}

fn rename(conn: &mut Conn, id: i64, name: &str) -> Result<(), StoreError> {
    let newsletter = Settings { name: name.to_owned(), ..morning_tide().newsletter };
    newsletter::change(conn, &Actor::Operator, NOW, id, Input { newsletter, ..morning_tide() })
}

async fn shows(app: &TestApp, path: &str, text: &str) -> bool {
    app.get(path).await.body.contains(text)
}

#[tokio::test]
async fn a_change_of_this_process_is_on_the_next_page() {
    let (app, form) = (start().await, "/subscribe");
    let id = app.newsletter;
    assert!(shows(&app, form, "The Morning Tide").await);
    app.app.db.write(move |conn| rename(conn, id, "The Evening Tide")).await.unwrap();
    assert!(shows(&app, form, "The Evening Tide").await);
    app.app.db.write(move |conn| rename(conn, id, "The Night Tide")).await.unwrap();
    assert!(shows(&app, form, "The Night Tide").await);

    let site = Site { name: "The Ledger".to_owned(), ..Site::default() };
    app.write(move |conn| site::change(conn, &Actor::Operator, NOW, &site)).await;
    assert!(shows(&app, form, "The Ledger").await);
    let story = format!("/articles/{}", app.article("Ferry sold", &["Harbour"], 0).await);
    assert!(shows(&app, form, "/topics/harbour").await, "a topic that an article brings");
    assert!(shows(&app, &story, "class=\"tag\"").await, "the article is trending");
    app.write(move |conn| newsletter::set_open(conn, &Actor::Operator, NOW, id, false)).await;
    assert!(!shows(&app, form, "The Night Tide").await, "it is closed");
}

#[tokio::test]
async fn a_change_of_another_process_is_seen_after_a_second() {
    let (app, form) = (start().await, "/subscribe");
    let id = app.newsletter;
    assert!(shows(&app, form, "The Morning Tide").await);
    elsewhere(&app, |conn| rename(conn, id, "The Evening Tide"));
    app.app.clock.advance(TimeDelta::milliseconds(999));
    assert!(shows(&app, form, "The Morning Tide").await);
    app.app.clock.advance(TimeDelta::milliseconds(1));
    assert!(shows(&app, form, "The Evening Tide").await);
}

#[tokio::test]
async fn a_newsletter_that_another_process_has_just_closed_accepts_no_sign_up() {
    let app = start().await;
    let other = Settings { slug: "slow".to_owned(), name: "Slow Water".to_owned(), ..morning_tide().newsletter };
    let other = Input { newsletter: other, ..morning_tide() };
    app.app.db.write(move |conn| newsletter::add(conn, &Actor::Operator, NOW, other)).await.unwrap();
    let sign_up = async |email| app.post("/subscribe", &[("email", email), ("newsletter", NEWSLETTER)]).await;
    assert_eq!(sign_up("old@example.org").await.status, 303);
    elsewhere(&app, |conn| newsletter::set_open(conn, &Actor::Operator, NOW, app.newsletter, false));
    for email in ["ann@example.org", "old@example.org"] {
        let answer = sign_up(email).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("This newsletter is closed") && answer.body.contains(email), "{}", answer.body);
    }
    let json = format!(r#"{{"email":"ann@example.org","newsletter":"{NEWSLETTER}"}}"#);
    let request =
        app.request(reqwest::Method::POST, "/api/v1/subscriptions").header("content-type", "application/json");
    let answer = app.send(request.body(json)).await;
    assert!(answer.status == 422 && answer.body.contains("This newsletter is closed"), "{}", answer.body);
    assert!(app.read(|conn| subscriber::by_address(conn, "ann@example.org")).await.is_none());
    assert_eq!(app.mails_to("old@example.org").await.len(), 1);

    elsewhere(&app, |conn| newsletter::set_open(conn, &Actor::Operator, NOW, app.newsletter, true));
    assert_eq!(sign_up("ann@example.org").await.status, 303);
}
