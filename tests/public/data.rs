//! A person's own data: the link to it, the download, and erasing it everywhere.

use tidings::actor::Actor;
use tidings::clock::{Clock, Timestamp};
use tidings::digest::send;
use tidings::email_address::EmailAddress;
use tidings::token::Random;
use tidings::{contact, delivery, person, subscriber};

use crate::support::app::{NEWSLETTER, Options, TestApp};

const ANN: &str = "ann@example.org";

#[tokio::test]
async fn asking_for_a_link_does_not_count_against_an_unknown_address() {
    let app = TestApp::start().await;
    assert_eq!(app.post("/preferences", &[("email", ANN)]).await.status, 303);
    assert_eq!(app.mails().await, []);
    app.post("/subscribe", &[("email", ANN)]).await;
    assert_eq!(app.mails_to(ANN).await.len(), 1, "the confirmation is not held back");
}

#[tokio::test]
async fn an_expired_link_leads_to_a_new_one() {
    let clock = Clock::fixed(Timestamp(1_761_177_600_000));
    let app = TestApp::with(Options { clock: clock.clone(), ..Options::default() }).await;
    app.subscribe(&[ANN]).await;
    app.post("/preferences", &[("email", ANN)]).await;
    let link = app.link(&app.mails_to(ANN).await[0], "/preferences/");
    let page = app.get(&link).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Language: English"), "shown, though there is one and so no choice: {}", page.body);
    clock.advance(chrono::TimeDelta::hours(25));
    for answer in [app.get(&link).await, app.post(&format!("{link}/erase"), &[("sure", "yes")]).await] {
        assert_eq!(answer.status, 410);
        assert!(answer.body.contains("no longer works") && answer.body.contains("action=\"/preferences\""));
    }
}

/// The link in a digest, which is forwarded, led to everything and erased it.
#[tokio::test]
async fn an_endless_link_leaves_pauses_and_chooses_and_shows_no_data() {
    let app = TestApp::start().await;
    app.subscribe(&[ANN]).await;
    app.article("Boats come in", &[], 0).await;
    app.send_digest(app.compose("Boats").await).await;
    let link = app.link(&app.mails_to(ANN).await[0], "/preferences/");
    let page = app.get(&link).await;
    assert!(page.body.contains("a…@example.org") && !page.body.contains(ANN), "{}", page.body);
    for absent in ["data.json", "/erase", "/details"] {
        assert!(!page.body.contains(absent), "{absent}");
    }
    let refused = [
        app.get(&format!("{link}/data.json")).await,
        app.post(&format!("{link}/details"), &[("name", "Anna")]).await,
        app.post(&format!("{link}/erase"), &[("sure", "yes")]).await,
    ];
    for answer in refused {
        assert_eq!(answer.status, 403);
        assert!(answer.body.contains("too old for that") && !answer.body.contains(ANN), "{}", answer.body);
    }
    let unsubscribe = app.link(&app.mails_to(ANN).await[0], "/unsubscribe/");
    let printed = app.get(&unsubscribe).await.body;
    assert!(printed.contains("/preferences/") && !printed.contains(ANN));

    for change in ["pause", "resume", "unsubscribe", "subscribe"] {
        let until = (app.now().to_utc() + chrono::TimeDelta::days(3)).format("%Y-%m-%d").to_string();
        let fields = [("newsletter", NEWSLETTER), ("change", change), ("paused_until", until.as_str())];
        assert_eq!(app.post(&format!("{link}/subscription"), &fields).await.status, 303, "{change}");
    }
    assert_eq!(app.post(&format!("{link}/link"), &[]).await.location(), "/preferences/sent");
    let mails = app.mails_to(ANN).await;
    let fresh =
        app.link(mails.iter().find(|mail| mail.text.contains("the link that you asked for")).unwrap(), "/preferences/");
    assert!(app.get(&format!("{fresh}/data.json")).await.body.contains(ANN));
    assert_eq!(app.post(&format!("{fresh}/erase"), &[("sure", "yes")]).await.status, 200);
}

#[tokio::test]
async fn the_download_has_the_enquiries_of_the_person() {
    let app = TestApp::start().await;
    app.subscribe(&[ANN]).await;
    app.post("/contact", &[("email", "ANN@example.org"), ("subject", "Boats"), ("message", "When?")]).await;
    app.post("/preferences", &[("email", ANN)]).await;
    let link = app.link(&app.mails_to(ANN).await[0], "/preferences/");
    let data: serde_json::Value = serde_json::from_str(&app.get(&format!("{link}/data.json")).await.body).unwrap();
    assert_eq!(data["enquiries"][0]["message"], "When?");
    assert_eq!(data["suppression"], serde_json::Value::Null);
}

/// Test mails belong to no subscriber, and non-ASCII letters have capitals, too.
#[tokio::test]
async fn erasing_reaches_test_mails_and_enquiries_in_any_spelling() {
    let app = TestApp::start().await;
    app.subscribe(&["jörg@example.org", ANN]).await;
    for address in ["JÖRG@example.org", "jörg@EXAMPLE.org", ANN] {
        let written = [("email", address), ("subject", "Boats"), ("message", "When?")];
        assert_eq!(app.post("/contact", &written).await.status, 303);
    }
    let digest = app.compose("Boats").await;
    let (now, outfit) = (app.now(), app.app.outfit());
    for address in ["Jörg@example.org", ANN] {
        let (address, outfit) = (EmailAddress::parse(address).unwrap(), outfit.clone());
        let work = move |conn: &mut _| send::test(conn, &Actor::Operator, now, &outfit, digest, &address);
        app.app.db.write(work).await.unwrap();
    }
    app.settled().await;
    app.write(move |conn| {
        let joerg = subscriber::by_address(conn, "jörg@example.org")?.unwrap().id;
        assert!(person::erase(conn, &Actor::Operator, now, &Random::System, joerg)?);
        assert!(!person::erase(conn, &Actor::Operator, now, &Random::System, joerg)?);
        Ok(())
    })
    .await;
    let (addresses, captured, senders) = app
        .read(|conn| {
            let rows = delivery::deliveries(conn, None, None, 0, 100)?;
            let captured = delivery::captured(conn, i64::MAX, 100)?;
            let enquiries = contact::page(conn, None, i64::MAX, 100)?;
            Ok((
                rows.into_iter().filter_map(|row| row.address).collect::<Vec<_>>(),
                captured.into_iter().map(|mail| mail.recipient).collect::<Vec<_>>(),
                enquiries.into_iter().map(|enquiry| enquiry.envelope).collect::<Vec<_>>(),
            ))
        })
        .await;
    for kept in [&addresses, &captured] {
        assert!(kept.iter().all(|address| !address.to_lowercase().contains("jörg")), "{kept:?}");
        assert!(kept.iter().any(|address| address == ANN), "another's test mail stays: {kept:?}");
    }
    assert_eq!(senders, [ANN, "", ""]);
}
