//! Consent: the ledger has the wording that was shown and no other, and the confirmation page shows it.

use chrono::TimeDelta;
use tidings::actor::Actor;
use tidings::clock::{Clock, Timestamp};
use tidings::newsletter::{self, Input, Settings};
use tidings::subscriber::{self, ConsentAction, SubscriptionState, roll};

use crate::support::app::{Options, TestApp, morning_tide};

const ANN: &str = "ann@example.org";
const FIRST: &str = "I would like to get The Morning Tide by email. I can leave at any time by a link in every mail.";
const SECOND: &str = "Send me Slow Water, once a week.";
const NOW: Timestamp = Timestamp(1_761_177_600_000);

/// A Tidings with two newsletters, the second with a wording of its own.
async fn two(clock: Clock) -> TestApp {
    let app = TestApp::with(Options { clock, ..Options::default() }).await;
    let newsletter = Settings {
        slug: "slow-water".to_owned(),
        name: "Slow Water".to_owned(),
        consent_wording: SECOND.to_owned(),
        ..morning_tide().newsletter
    };
    let slow = Input { newsletter, ..morning_tide() };
    let now = app.now();
    app.app.db.write(move |conn| newsletter::add(conn, &Actor::Operator, now, slow)).await.unwrap();
    app
}

/// The value of a page's hidden field.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

/// Ann's ledger: action, wording, way.
async fn ledger(app: &TestApp) -> Vec<(ConsentAction, String, String)> {
    app.read(|conn| {
        let ann = subscriber::by_address(conn, ANN)?.map_or(0, |ann| ann.id);
        let lines = subscriber::consents_of(conn, ann)?.into_iter();
        Ok(lines.map(|line| (line.action, line.wording, line.source)).collect())
    })
    .await
}

#[tokio::test]
async fn the_ledger_keeps_the_wording_of_the_newsletter_that_was_chosen() {
    let app = two(Clock::System).await;
    let page = app.get("/subscribe").await.body;
    assert!(page.contains(FIRST) && page.contains(SECOND), "each stands at its choice: {page}");
    let shown = hidden(&page, "shown");
    let choice = [("email", ANN), ("newsletter", "slow-water"), ("shown", shown.as_str())];
    assert_eq!(app.post("/subscribe", &choice).await.status, 303);
    let confirm = app.link(&app.mails_to(ANN).await[0], "/confirm/");
    let page = app.get(&confirm).await.body;
    assert!(page.contains(SECOND) && !page.contains(FIRST), "{page}");
    let answer = app.post(&confirm, &[("shown", &hidden(&page, "shown"))]).await;
    assert_eq!(answer.status, 200);
    let said = |action, source: &str| (action, SECOND.to_owned(), source.to_owned());
    assert_eq!(ledger(&app).await, [said(ConsentAction::Requested, "form"), said(ConsentAction::Confirmed, "link")]);
}

#[tokio::test]
async fn the_ledger_has_a_wording_where_one_was_shown_and_the_page_of_a_link_always_shows_one() {
    let app = two(Clock::System).await;
    for fields in [
        vec![("email", ANN), ("newsletter", "slow-water")],
        vec![("email", ANN), ("newsletter", "slow-water"), ("shown", "0123456789abcdef")],
    ] {
        assert_eq!(app.post("/subscribe", &fields).await.status, 303);
    }
    let json = serde_json::json!({ "email": ANN, "newsletter": "slow-water", "wording": "Yes,\nplease." });
    let request = app.request(reqwest::Method::POST, "/api/v1/subscriptions");
    let request = request.header("content-type", "application/json").body(json.to_string());
    assert_eq!(app.send(request).await.status, 202);
    let confirm = app.link(&app.mails_to(ANN).await[0], "/confirm/");
    assert_eq!(app.post(&confirm, &[]).await.status, 200);
    let wordings: Vec<String> = ledger(&app).await.into_iter().map(|(_, wording, _)| wording).collect();
    assert_eq!(wordings, ["", "", "Yes,\nplease.", SECOND]);
}

#[tokio::test]
async fn subscribing_in_the_preferences_shows_the_wording_that_it_keeps() {
    let app = two(Clock::System).await;
    app.subscribe(&[ANN]).await;
    app.post("/preferences", &[("email", ANN)]).await;
    let preferences = app.link(&app.mails_to(ANN).await[0], "/preferences/");
    let page = app.get(&preferences).await.body;
    assert!(page.contains(SECOND), "{page}");
    let (_, slow) = page.split_once("value=\"slow-water\"").unwrap();
    let change = [("newsletter", "slow-water"), ("change", "subscribe"), ("shown", &hidden(slow, "shown"))];
    assert_eq!(app.post(&format!("{preferences}/subscription"), &change).await.status, 303);
    let last = ledger(&app).await.pop().unwrap();
    assert_eq!(last, (ConsentAction::Confirmed, SECOND.to_owned(), "preferences".to_owned()));
}

/// A check for links from mails also applied to the preferences, so the button did nothing.
#[tokio::test]
async fn an_unsubscribed_reader_resubscribes_in_the_preferences() {
    let app = two(Clock::System).await;
    app.subscribe(&[ANN]).await;
    app.post("/preferences", &[("email", ANN)]).await;
    let preferences = app.link(&app.mails_to(ANN).await[0], "/preferences/");
    let state = async || {
        let ann = app.read(|conn| subscriber::by_address(conn, ANN)).await.unwrap().id;
        app.read(move |conn| subscriber::subscriptions_of(conn, ann)).await[0].state
    };
    for (change, expected) in
        [("unsubscribe", SubscriptionState::Unsubscribed), ("subscribe", SubscriptionState::Confirmed)]
    {
        let fields = [("newsletter", "morning-tide"), ("change", change)];
        assert_eq!(app.post(&format!("{preferences}/subscription"), &fields).await.status, 303);
        assert_eq!(state().await, expected);
    }
}

/// Two sign-ups within a quarter of an hour send one mail, so its page must offer both newsletters.
#[tokio::test]
async fn one_confirmation_page_offers_all_requested_newsletters() {
    let app = two(Clock::System).await;
    for newsletter in ["morning-tide", "slow-water"] {
        app.post("/subscribe", &[("email", ANN), ("newsletter", newsletter)]).await;
    }
    let mails = app.mails_to(ANN).await;
    assert_eq!(mails.len(), 1);
    let confirm = app.link(&mails[0], "/confirm/");
    let page = app.get(&confirm).await.body;
    assert!(page.contains("name=\"also\" value=\"slow-water\">"), "offered, not ticked: {page}");
    let both = [("also", "slow-water"), ("shown", &hidden(&page, "shown"))];
    let done = app.post(&confirm, &both).await;
    assert!(done.body.contains("The Morning Tide, Slow Water"), "{}", done.body);
    let confirmed: Vec<_> = ledger(&app).await.into_iter().filter(|line| line.0 == ConsentAction::Confirmed).collect();
    assert_eq!(confirmed.iter().map(|line| line.1.as_str()).collect::<Vec<_>>(), [FIRST, SECOND]);
}

async fn state(app: &TestApp) -> Option<SubscriptionState> {
    app.read(|conn| {
        let ann = subscriber::by_address(conn, ANN)?.map_or(0, |ann| ann.id);
        Ok(subscriber::subscriptions_of(conn, ann)?.first().map(|subscription| subscription.state))
    })
    .await
}

#[tokio::test]
async fn an_old_confirmation_link_does_not_resubscribe_an_unsubscribed_reader() {
    let clock = Clock::fixed(NOW);
    let app = TestApp::with(Options { clock: clock.clone(), ..Options::default() }).await;
    app.post("/subscribe", &[("email", ANN)]).await;
    let confirm = app.link(&app.mails_to(ANN).await[0], "/confirm/");
    clock.advance(TimeDelta::minutes(1));
    app.post(&confirm, &[]).await;
    let leave = app.link(&app.mails_to(ANN).await[1], "/unsubscribe/");
    clock.advance(TimeDelta::minutes(1));
    assert_eq!(app.post(&leave, &[("List-Unsubscribe", "One-Click")]).await.status, 200);
    for answer in [app.get(&confirm).await, app.post(&confirm, &[]).await] {
        assert_eq!(answer.status, 404);
        assert!(answer.body.contains("This link no longer works"));
    }
    assert_eq!(state(&app).await, Some(SubscriptionState::Unsubscribed));
    clock.advance(TimeDelta::minutes(30));
    app.post("/subscribe", &[("email", ANN)]).await;
    let fresh = app.link(app.mails_to(ANN).await.last().unwrap(), "/confirm/");
    assert_eq!(app.post(&fresh, &[]).await.status, 200);
    assert_eq!(state(&app).await, Some(SubscriptionState::Confirmed));
    let withdrawn = ledger(&app).await.into_iter().find(|line| line.0 == ConsentAction::Withdrawn).unwrap();
    assert_eq!(withdrawn.2, "one-click");
}

/// The purge deleted a sign-up that had been renewed the day before.
#[tokio::test]
async fn an_unconfirmed_sign_up_is_deleted_a_month_after_its_last_request() {
    let clock = Clock::fixed(NOW);
    let app = TestApp::with(Options { clock: clock.clone(), ..Options::default() }).await;
    let purge = async || {
        let now = app.now();
        app.write(move |conn| roll::purge_pending(conn, now)).await
    };
    app.post("/subscribe", &[("email", ANN)]).await;
    clock.advance(TimeDelta::days(29));
    app.post("/subscribe", &[("email", ANN)]).await;
    let confirm = app.link(app.mails_to(ANN).await.last().unwrap(), "/confirm/");
    clock.advance(TimeDelta::days(2));
    assert_eq!(purge().await, 0);
    assert_eq!(app.get(&confirm).await.status, 200);
    app.post("/preferences", &[("email", ANN)]).await;
    assert_eq!(app.mails_to(ANN).await.len(), 3);
    clock.advance(TimeDelta::days(31));
    assert_eq!(purge().await, 1);
    assert_eq!(app.mails_to(ANN).await, [], "nor is the address in a mail to the person");
}

#[tokio::test]
async fn a_name_entered_by_a_stranger_does_not_greet_the_owner() {
    let app = TestApp::start().await;
    let linked = app.post("/subscribe", &[("email", ANN), ("name", "Win at evil.com")]).await;
    assert_eq!(linked.status, 422);
    assert!(linked.body.contains("Leave web addresses out of the name."), "{}", linked.body);
    app.post("/subscribe", &[("email", ANN), ("name", "You fool")]).await;
    app.post("/subscribe", &[("email", ANN), ("name", "Ann")]).await;
    let confirm = app.link(&app.mails_to(ANN).await[0], "/confirm/");
    app.post(&confirm, &[]).await;
    app.post("/subscribe", &[("email", ANN), ("name", "Too late")]).await;
    let welcome = &app.mails_to(ANN).await[1];
    assert!(welcome.text.contains("Dear Ann,"), "{}", welcome.text);
    let name = app.read(|conn| Ok(subscriber::by_address(conn, ANN)?.unwrap().name)).await;
    assert_eq!(name, "Ann", "and once confirmed, only the owner changes it");
}

#[tokio::test]
async fn one_form_signs_up_for_several_newsletters_and_one_button_confirms_them() {
    let app = two(Clock::System).await;
    let page = app.get("/subscribe").await.body;
    let shown = hidden(&page, "shown");
    let (first, second) = (("newsletter", "morning-tide"), ("newsletter", "slow-water"));
    let none = [("email", ANN), ("shown", shown.as_str())];
    assert_eq!(app.post("/subscribe", &none).await.status, 422, "none is ticked");
    let both = [&none[..], &[first, second, second]].concat();
    assert_eq!(app.post("/subscribe", &both).await.status, 303);
    let mails = app.mails_to(ANN).await;
    assert_eq!(mails.len(), 1);
    let confirm = app.link(&mails[0], "/confirm/");
    let page = app.get(&confirm).await.body;
    assert!(page.contains("name=\"also\" value=\"slow-water\" checked>"), "{page}");
    let fields = [("also", "slow-water"), ("shown", &hidden(&page, "shown"))];
    assert!(app.post(&confirm, &fields).await.body.contains("The Morning Tide, Slow Water"));
    let confirmed = |action, wording: &str, source: &str| (action, wording.to_owned(), source.to_owned());
    let (requested, agreed) = (ConsentAction::Requested, ConsentAction::Confirmed);
    let expected = [
        confirmed(requested, FIRST, "form"),
        confirmed(requested, SECOND, "form"),
        confirmed(agreed, FIRST, "link"),
        confirmed(agreed, SECOND, "link"),
    ];
    assert_eq!(ledger(&app).await, expected);
}
