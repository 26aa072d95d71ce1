//! The way of a reader: sign up, confirm, read a digest, unsubscribe.

use chrono::TimeDelta;
use tidings::article;
use tidings::clock::{Clock, Timestamp};
use tidings::newsletter::{EditionSettings, HeadlineLink, Input};

use crate::support::app::{Options, TestApp, morning_tide};

const READER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

#[tokio::test]
async fn a_reader_signs_up_confirms_gets_a_digest_and_unsubscribes() {
    let app = TestApp::start().await;
    app.article("Ferries run later", &["Harbour"], 0).await;
    let answer = app.post("/subscribe", &[("email", "ann@example.org")]).await;
    assert_eq!((answer.status, answer.location()), (303, "/subscribe/done"));
    let mails = app.mails_to("ann@example.org").await;
    assert_eq!(mails.len(), 1);
    let confirm = app.link(&mails[0], "/confirm/");
    assert_eq!(app.get(&confirm).await.status, 200);
    assert_eq!(app.post(&confirm, &[]).await.status, 200);
    let digest = app.compose("Boats until one").await;
    app.send_digest(digest).await;
    let mails = app.mails_to("ann@example.org").await;
    assert_eq!(mails.len(), 3, "confirmation, welcome, digest");
    assert_eq!(mails[2].header("Subject"), Some("Boats until one"));
    let leave = app.link(&mails[2], "/unsubscribe/");
    assert_eq!(app.post(&leave, &[("List-Unsubscribe", "One-Click")]).await.status, 200);
    let digest = app.compose("Nobody reads this").await;
    app.send_digest(digest).await;
    assert_eq!(app.mails_to("ann@example.org").await.len(), 3);
}

#[tokio::test]
async fn a_view_counts_once_for_a_person_and_never_for_a_program() {
    let app = TestApp::start().await;
    let slug = app.article("Ferries run later", &[], 0).await;
    let path = format!("/articles/{slug}");
    let ask = |method: reqwest::Method, agent: &'static str| app.request(method, &path).header("user-agent", agent);
    for request in [
        ask(reqwest::Method::GET, "curl/8.5.0"),
        ask(reqwest::Method::HEAD, READER),
        ask(reqwest::Method::GET, READER).header("sec-purpose", "prefetch"),
        ask(reqwest::Method::GET, READER).header("purpose", "preview"),
        ask(reqwest::Method::GET, READER).header("x-moz", "prefetch"),
        ask(reqwest::Method::GET, READER).header("sec-fetch-dest", "image"),
        ask(reqwest::Method::GET, "Lynx/2.9.0"),
    ] {
        assert_eq!(app.send(request).await.status, 200);
    }
    assert_eq!(app.flush_signals().await, 0);
    for _ in 0..2 {
        app.send(ask(reqwest::Method::GET, READER)).await;
    }
    assert_eq!(app.flush_signals().await, 1);
    let views = app.read(|conn| Ok(article::newest(conn, 1, 0)?[0].views)).await;
    assert_eq!(views, 1);
}

#[tokio::test]
async fn a_counted_link_leads_to_its_article_and_nowhere_else() {
    let newsletter = Input {
        edition: EditionSettings {
            track_clicks: true,
            headline_link: HeadlineLink::Ours,
            ..EditionSettings::default()
        },
        ..morning_tide()
    };
    let clock = Clock::fixed(Timestamp(1_761_177_600_000));
    let app = TestApp::with(Options { newsletter, clock: clock.clone(), ..Options::default() }).await;
    let slug = app.article("Ferries run later", &[], 0).await;
    app.subscribe(&["ann@example.org"]).await;
    let digest = app.compose("Boats until one").await;
    app.send_digest(digest).await;
    app.article("Not in the digest", &[], 0).await;
    let mail = &app.mails_to("ann@example.org").await[0];
    let link = app.link(mail, "/go/");
    let scanned = app.send(app.request(reqwest::Method::GET, &link).header("user-agent", READER)).await;
    assert_eq!((scanned.status, app.flush_signals().await), (302, 0), "what clicks at once is a scanner");
    clock.advance(TimeDelta::seconds(10));
    for _ in 0..2 {
        let request = app.request(reqwest::Method::GET, &link).header("user-agent", READER);
        let answer = app.send(request).await;
        assert_eq!(answer.status, 302);
        assert_eq!(answer.location(), format!("{}/articles/{slug}", app.base));
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    assert_eq!(app.flush_signals().await, 1, "once a person and hour");
    assert_eq!(app.head(&link).await.status, 302);
    assert_eq!(app.flush_signals().await, 0);
    for end in [".", ")", "/", ").", "%22", "%E2%80%9D", "/?utm_source=x"] {
        let answer = app.get(&format!("{link}{end}")).await;
        assert_eq!(
            (answer.status, answer.location()),
            (302, format!("{}/articles/{slug}", app.base).as_str()),
            "{end}"
        );
    }
    for path in [format!("/articles/{slug}."), "/digests/morning-tide-2025-10-23),".to_owned()] {
        assert_eq!(app.get(&path).await.status, 200, "{path}");
    }
    let leave = app.link(mail, "/unsubscribe/");
    assert_eq!(app.get(&format!("{leave}.")).await.status, 200);
    let token = link.split('/').nth(2).unwrap();
    for bad in [
        format!("/go/{token}/2"),
        format!("/go/{token}/-1"),
        format!("/go/{token}/1/2"),
        format!("/go/{token}/"),
        format!("/go/{token}/http:%2F%2Fevil.example"),
        format!("/go/{token}x/1"),
        "/go/preview/1".to_owned(),
        format!("/go/{token}/1?url=http://evil.example").replace("/1?", "/999999?"),
    ] {
        let answer = app.get(&bad).await;
        assert_eq!((answer.status, answer.location()), (404, ""), "{bad}");
    }
}
