//! Which other sites' scripts may read the answers for embedded forms.

use chrono::TimeDelta;
use reqwest::Method;
use tidings::clock::{Clock, Timestamp};
use tidings::newsletter::{Input, Settings};
use tidings::subscriber;

use crate::support::app::{Options, TestApp, morning_tide};

const ALLOWED: &str = "https://www.ledger.example";

async fn app() -> TestApp {
    let newsletter = Input {
        newsletter: Settings { embed_origins: ALLOWED.to_owned(), ..morning_tide().newsletter },
        ..morning_tide()
    };
    TestApp::with(Options { newsletter, ..Options::default() }).await
}

#[tokio::test]
async fn only_an_origin_that_a_newsletter_allows_may_read() {
    let app = app().await;
    for path in ["/api/v1/challenge", "/embed.js"] {
        for (origin, allowed) in [
            (Some(ALLOWED), ALLOWED),
            (Some("https://evil.example"), ""),
            (Some("https://www.ledger.example.evil.example"), ""),
            (Some("http://www.ledger.example"), ""),
            (Some("null"), ""),
            (None, ""),
        ] {
            for method in [Method::GET, Method::HEAD] {
                let request = app.request(method, path);
                let request = match origin {
                    Some(origin) => request.header("origin", origin),
                    None => request,
                };
                let answer = app.send(request).await;
                assert_eq!(answer.status, 200);
                assert_eq!(answer.header("access-control-allow-origin"), allowed, "{path} {origin:?}");
                assert_eq!(answer.header("access-control-allow-credentials"), "");
                let vary: Vec<_> = answer.headers.get_all("vary").iter().map(|v| v.to_str().unwrap()).collect();
                assert!(vary.join(",").to_lowercase().contains("origin"), "{path}: {vary:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_preflight_answer_lists_what_may_be_sent() {
    let app = app().await;
    for (origin, allowed) in [(ALLOWED, ALLOWED), ("https://evil.example", "")] {
        let request = app.request(Method::OPTIONS, "/api/v1/challenge").header("origin", origin);
        let request = request.header("access-control-request-method", "POST");
        let answer = app.send(request.header("access-control-request-headers", "content-type")).await;
        assert_eq!(answer.status, 204);
        assert_eq!(answer.header("access-control-allow-origin"), allowed);
        assert!(answer.header("access-control-allow-headers").contains("content-type"));
    }
}

#[tokio::test]
async fn the_pasted_form_posts_from_any_site() {
    let app = app().await;
    let page = app.get("/embed/morning-tide").await.body;
    assert!(page.contains(&format!("action=&#34;{}/subscribe&#34;", app.base)), "{page}");
    let (_, shown) = page.split_once("name=&#34;shown&#34; value=&#34;").unwrap();
    let shown = shown.split_once("&#34;").unwrap().0.to_owned();
    let fields = [("email", "ann@example.org"), ("newsletter", "morning-tide"), ("shown", &shown), ("homepage", "")];
    let form = app.form("/subscribe", &fields);
    let answer = app.send(form.header("origin", "https://any.example").header("sec-fetch-site", "cross-site")).await;
    assert_eq!((answer.status, answer.location()), (303, "/subscribe/done"));
    assert_eq!(app.mails_to("ann@example.org").await.len(), 1);
    let lines = app.read(|conn| {
        let ann = subscriber::by_address(conn, "ann@example.org")?.map_or(0, |ann| ann.id);
        subscriber::consents_of(conn, ann)
    });
    let wording = lines.await.remove(0).wording;
    assert!(page.contains(&*wording) && !wording.is_empty(), "the ledger has what was shown: {wording}");
}

#[tokio::test]
async fn the_ledger_says_that_a_sign_up_came_from_another_site() {
    let clock = Clock::fixed(Timestamp(1_761_177_600_000));
    let app = TestApp::with(Options { proof_of_work: true, clock: clock.clone(), ..Options::default() }).await;
    let form = app.form("/subscribe", &[("email", "ann@example.org")]);
    let page = app.send(form.header("origin", "https://any.example")).await.body;
    let value = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let (via, ticket) = (value("via"), value("ticket"));
    clock.advance(TimeDelta::seconds(2));
    let fields = [("email", "ann@example.org"), ("via", &via), ("ticket", &ticket)];
    assert_eq!(app.post("/subscribe", &fields).await.location(), "/subscribe/done");
    let sources = app.read(|conn| {
        let ann = subscriber::by_address(conn, "ann@example.org")?.map_or(0, |ann| ann.id);
        Ok(subscriber::consents_of(conn, ann)?.into_iter().map(|line| line.source).collect::<Vec<_>>())
    });
    assert_eq!(sources.await, ["embed"]);
}
