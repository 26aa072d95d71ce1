//! A digest in the administration over HTTP, from composing to its last counter; the outbox; and access.

mod choice;
mod ready;
mod sure;
mod words;

use std::sync::Arc;

use reqwest::Method;
use tidings::account::{self, Browser, NewUser};
use tidings::actor::{Actor, Role};
use tidings::clock::{HOUR, MINUTE};
use tidings::delivery::{self, DispatchKind};
use tidings::digest::{self, Digest, DigestState};
use tidings::email_address::EmailAddress;
use tidings::newsletter::{Input, Settings};
use tidings::web::{csrf, session};

use crate::support::app::{Answer, Options, TestApp, morning_tide};

const EDITOR: &str = "marit@ledger.example";

/// A signed-in editor at a running app.
struct Desk {
    app: TestApp,
    cookie: String,
    csrf: String,
}

impl Desk {
    async fn open() -> Self {
        Self::with(Options::default()).await
    }

    async fn with(options: Options) -> Self {
        let app = TestApp::with(options).await;
        let (now, random) = (app.now(), app.app.random.clone());
        let address = EmailAddress::parse(EDITOR).unwrap();
        let new = NewUser { address, name: "Marit".to_owned(), role: Role::Editor, password_hash: None };
        let user = app.app.db.write(move |conn| account::add_user(conn, &Actor::Operator, now, &new)).await.unwrap();
        let opened = app
            .write(move |conn| {
                let link = account::make_sign_in_link(conn, &Actor::Operator, now, &random, user)?.unwrap();
                account::use_sign_in_link(conn, now, &random, &link, &Browser::default(), None)
            })
            .await
            .unwrap();
        let cookie = session::cookie(&app.app.links, opened.token.clone());
        let cookie = format!("{}={}", cookie.name(), cookie.value());
        let token = opened.token;
        let session = app.read(move |conn| account::session(conn, now, &token)).await.unwrap();
        let csrf = csrf::token(&app.app.keys, session.id);
        Self { app, cookie, csrf }
    }

    async fn get(&self, path: &str) -> Answer {
        self.app.send(self.app.request(Method::GET, path).header("cookie", &self.cookie)).await
    }

    /// A page that must exist.
    async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let fields = [&[("csrf", self.csrf.as_str())], fields].concat();
        self.app.send(self.app.form(path, &fields).header("cookie", &self.cookie)).await
    }

    /// A POST that must be accepted; the path of the redirect.
    async fn done(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
        answer.location().to_owned()
    }

    /// As [`Self::done`], with its question answered.
    async fn sure(&self, path: &str) -> String {
        self.done(path, &[("sure", "yes")]).await
    }

    /// A draft, composed over HTTP; its id and its path.
    async fn compose(&self, subject: &str) -> (i64, String) {
        let newsletter = self.app.newsletter.to_string();
        let location = self.done("/admin/digests", &[("newsletter", &newsletter), ("subject", subject)]).await;
        let path = location.split('?').next().unwrap().to_owned();
        (path.rsplit('/').next().unwrap().parse().unwrap(), path)
    }

    async fn digest(&self, id: i64) -> Digest {
        self.app.read(move |conn| digest::by_id(conn, id)).await.unwrap()
    }

    /// Titles of the digest's articles in their order.
    async fn titles(&self, id: i64) -> Vec<String> {
        self.app
            .read(move |conn| {
                let places = digest::places(conn, id)?;
                let ids: Vec<i64> =
                    places.iter().filter(|place| !place.dropped).map(|place| place.article_id).collect();
                Ok(tidings::article::by_ids(conn, &ids)?.into_iter().map(|article| article.title).collect())
            })
            .await
    }

    async fn id_of(&self, id: i64, title: &str) -> String {
        let places = self.app.read(move |conn| digest::places(conn, id)).await;
        let ids: Vec<i64> = places.iter().map(|place| place.article_id).collect();
        let articles = self.app.read(move |conn| tidings::article::by_ids(conn, &ids)).await;
        articles.iter().find(|article| article.title == title).unwrap().id.to_string()
    }

    async fn until(&self, id: i64, state: DigestState) {
        for _ in 0..1_000 {
            if self.digest(id).await.state == state {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("the digest is still {}", self.digest(id).await.state);
    }
}

async fn desk_with_articles() -> Desk {
    let desk = Desk::open().await;
    for (number, title) in ["Boats until one", "Warm pool", "Rents stand still"].into_iter().enumerate() {
        desk.app.article(title, &["Harbour"], i64::try_from(number).unwrap() * HOUR + MINUTE).await;
    }
    desk
}

#[tokio::test]
async fn a_digest_goes_from_composing_to_every_reader_once() {
    let desk = desk_with_articles().await;
    desk.app.subscribe(&["ann@example.org", "olav@example.org", "ida@example.org"]).await;
    let (id, path) = desk.compose("Morning").await;
    assert_eq!(desk.titles(id).await.len(), 3);
    assert!(desk.page("/admin/digests").await.contains("Morning"));

    let words = [("subject", "Boats tonight"), ("introduction", "Read *this*.")];
    assert_eq!(desk.done(&path, &words).await, format!("{path}?done=saved"));
    let page = desk.page(&format!("{path}?done=saved")).await;
    assert!(page.contains("Boats tonight") && page.contains("Read *this*.") && page.contains("Saved."), "{page}");
    assert!(page.contains("3 readers would get it now"));

    assert_eq!(desk.done(&format!("{path}/approve"), &[]).await, format!("{path}?done=approved"));
    assert_eq!(desk.digest(id).await.state, DigestState::Approved);
    desk.sure(&format!("{path}/send")).await;
    desk.until(id, DigestState::Sent).await;
    let mut to: Vec<String> = desk.app.mails().await.into_iter().map(|(to, _)| to).collect();
    to.sort();
    assert_eq!(to, ["ann@example.org", "ida@example.org", "olav@example.org"]);

    let page = desk.page(&path).await;
    for part in
        ["data-live=\"done\"", "<dt>Expected</dt><dd>3</dd>", "<dt>Sent</dt><dd>3</dd>", "<dt>To go</dt><dd>0</dd>"]
    {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(desk.page("/admin").await.contains("in the last digest, 0 failed"));
    assert!(desk.page(&format!("/admin/deliveries?digest={id}")).await.contains("olav@example.org"));
    assert!(desk.page("/admin/deliveries?q=ann%40example.org").await.contains("Boats tonight"));
}

#[tokio::test]
async fn articles_are_moved_pinned_dropped_and_restored() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    let (articles, before) = (format!("{path}/articles"), desk.titles(id).await);
    let first = desk.id_of(id, &before[0]).await;
    let location = desk.done(&articles, &[("article", &first), ("change", "down")]).await;
    assert_eq!(location, format!("{path}#article-{first}"));
    let moved = vec![before[1].clone(), before[0].clone(), before[2].clone()];
    assert_eq!(desk.titles(id).await, moved);

    desk.done(&articles, &[("article", &first), ("change", "pin")]).await;
    assert!(desk.page(&path).await.contains("Pinned"));
    let last = desk.id_of(id, &before[2]).await;
    desk.done(&articles, &[("article", &last), ("change", "drop")]).await;
    assert_eq!(desk.titles(id).await, moved[..2]);
    assert!(desk.page(&path).await.contains("Dropped (1)"));

    desk.app.article("Seagrass is back", &["Science"], HOUR).await;
    desk.done(&format!("{path}/fill"), &[]).await;
    assert_eq!(desk.titles(id).await, ["Seagrass is back", &before[0], &before[1]].map(str::to_owned));
    desk.done(&articles, &[("article", &last), ("change", "add")]).await;
    assert_eq!(desk.titles(id).await[3], before[2]);

    desk.app.article("A sailmaker", &["Culture"], HOUR).await;
    let page = desk.page(&format!("{path}?find=sailmaker")).await;
    assert!(page.contains("A sailmaker (The Harbour Ledger"), "{page}");
    assert_eq!(desk.post(&articles, &[("article", "4711"), ("change", "add")]).await.status, 404);
    assert_eq!(desk.post(&articles, &[("article", &first), ("change", "eat")]).await.status, 400);
}

#[tokio::test]
async fn a_change_makes_an_approved_digest_a_draft_again() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    for (change, fields) in [("", vec![("subject", "Other")]), ("/fill", vec![]), ("/draft", vec![])] {
        desk.done(&format!("{path}/approve"), &[]).await;
        assert_eq!(desk.digest(id).await.state, DigestState::Approved);
        desk.done(&format!("{path}{change}"), &fields).await;
        assert_eq!(desk.digest(id).await.state, DigestState::Draft, "{change}");
    }
    assert_eq!(desk.post(&format!("{path}/send"), &[]).await.status, 409, "a draft is not sent");
}

#[tokio::test]
async fn every_preview_shows_what_a_reader_gets() {
    let desk = desk_with_articles().await;
    let (_, path) = desk.compose("Morning").await;
    for (kind, part) in [
        ("wide", "/html?scheme=light\" sandbox=\"allow-popups"),
        ("wide-dark", "/html?scheme=dark"),
        ("phone", "class=\"frame phone\""),
        ("phone-dark", "class=\"frame phone\""),
        ("text", "Warm pool, in short."),
        ("source", "Content-Type: multipart/alternative"),
    ] {
        let page = desk.page(&format!("{path}?preview={kind}")).await;
        assert!(page.contains(part), "{kind}: {page}");
    }
    for (scheme, part) in [("light", "@media not all"), ("dark", "@media all")] {
        let mail = desk.get(&format!("{path}/html?scheme={scheme}")).await;
        assert!(mail.header("content-security-policy").contains("sandbox allow-popups"), "{:?}", mail.headers);
        assert!(mail.body.contains(part) && mail.body.contains("Warm pool") && mail.body.contains("Dear Marit,"));
        assert!(mail.body.contains("<base target=\"_blank\">"));
    }
}

#[tokio::test]
async fn a_test_goes_to_one_address_and_can_be_read_in_the_outbox() {
    let desk = desk_with_articles().await;
    desk.app.subscribe(&["ann@example.org"]).await;
    let (id, path) = desk.compose("Morning").await;
    assert!(desk.page(&path).await.contains(&format!("value=\"{EDITOR}\"")), "the editor's own address is offered");
    desk.done(&format!("{path}/test"), &[("email", "proof@example.org")]).await;
    let mails = desk.app.mails().await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["proof@example.org"]);
    assert_eq!(desk.digest(id).await.state, DigestState::Draft);

    let list = desk.page("/admin/outbox?q=proof%40example.org").await;
    let mail = list.split("href=\"/admin/outbox/").nth(1).unwrap().split('"').next().unwrap();
    assert!(!desk.page("/admin/outbox?q=nobody%40example.org").await.contains("href=\"/admin/outbox/"));
    let path = format!("/admin/outbox/{mail}");
    for (kind, part) in
        [("wide", "<iframe"), ("text", "Warm pool"), ("headers", "Message-ID: "), ("source", "boundary=")]
    {
        assert!(desk.page(&format!("{path}?preview={kind}")).await.contains(part), "{kind}");
    }
    let html = desk.get(&format!("{path}/html?scheme=dark")).await;
    assert!(html.body.contains("Warm pool") && html.header("content-security-policy").contains("sandbox"));
    let wrong = desk.post(&format!("/admin/digests/{id}/test"), &[("email", "nobody")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("test-error") && wrong.body.contains("value=\"nobody\""));
}

#[tokio::test]
async fn a_confirmation_can_be_followed_from_the_outbox() {
    let desk = Desk::open().await;
    let answer = desk.app.post("/subscribe", &[("email", "ann@example.org"), ("newsletter", "morning-tide")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    desk.app.settled().await;
    let list = desk.page("/admin/outbox").await;
    let mail = list.split("href=\"/admin/outbox/").nth(1).unwrap().split('"').next().unwrap();
    let page = desk.page(&format!("/admin/outbox/{mail}")).await;
    let link = page.split(&format!("href=\"{}/confirm/", desk.app.base)).nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(desk.app.post(&format!("/confirm/{link}"), &[]).await.status / 100, 2);
    let newsletter = desk.app.read(|conn| tidings::newsletter::by_slug(conn, "morning-tide")).await.unwrap();
    assert_eq!(newsletter.confirmed, 1);
}

#[tokio::test]
async fn an_error_is_shown_at_its_place() {
    let desk = Desk::with(Options {
        newsletter: Input {
            newsletter: Settings {
                postal_address: String::new(),
                time_zone: "Europe/Berlin".to_owned(),
                ..morning_tide().newsletter
            },
            ..morning_tide()
        },
        ..Options::default()
    })
    .await;
    let (_, path) = desk.compose("").await;
    assert!(desk.page(&path).await.contains("(no subject yet)"));
    let refused = desk.post(&format!("{path}/approve"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("id=\"in-subject-error\""), "{}", refused.body);
    let long = "x".repeat(300);
    let refused = desk.post(&path, &[("subject", &long), ("introduction", "typed before")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains(&long) && refused.body.contains("typed before"), "what was typed is not lost");

    desk.done(&path, &[("subject", "Morning"), ("introduction", "A letter.")]).await;
    let refused = desk.post(&format!("{path}/approve"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("no postal address"), "{}", refused.body);
    desk.app.postal_address("1 Quay, Harbour").await;
    desk.done(&format!("{path}/approve"), &[]).await;
    for (at, words) in [
        ("2020-01-01T07:00", "has passed"),
        ("2041-03-31T02:30", "does not exist on that day"),
        ("soon", "Enter a day and a time"),
    ] {
        let refused = desk.post(&format!("{path}/schedule"), &[("at", at)]).await;
        assert_eq!(refused.status, 422, "{at}");
        assert!(
            refused.body.contains("id=\"schedule-error\"") && refused.body.contains(words),
            "{at}: {}",
            refused.body
        );
    }
    let newsletter = [("newsletter", "4711"), ("subject", "kept")];
    let refused = desk.post("/admin/digests", &newsletter).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("value=\"kept\"") && refused.body.contains("There is no such newsletter."));
}

#[tokio::test]
async fn a_scheduled_digest_waits_for_its_time_in_the_newsletters_zone() {
    let clock = tidings::clock::Clock::fixed(tidings::clock::Timestamp(1_761_177_600_000));
    let newsletter = Input {
        newsletter: Settings { time_zone: "Europe/Berlin".to_owned(), ..morning_tide().newsletter },
        ..morning_tide()
    };
    let desk = Desk::with(Options { clock: clock.clone(), newsletter, ..Options::default() }).await;
    desk.app.subscribe(&["ann@example.org"]).await;
    let (id, path) = desk.compose("Morning").await;
    desk.done(&format!("{path}/approve"), &[("introduction", "A letter.")]).await;
    desk.done(&format!("{path}/schedule"), &[("at", "2025-10-24T07:00")]).await;
    assert!(desk.page(&path).await.contains("will be sent Oct 24, 2025, 07:00 CEST"));
    assert_eq!(desk.digest(id).await.scheduled_at.unwrap().to_utc().to_rfc3339(), "2025-10-24T05:00:00+00:00");
    clock.advance(chrono::TimeDelta::hours(28));
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(desk.digest(id).await.state, DigestState::Scheduled);
    clock.advance(chrono::TimeDelta::hours(2));
    desk.until(id, DigestState::Sent).await;
    assert_eq!(desk.app.mails().await.len(), 1);
}

#[tokio::test]
async fn many_clicks_on_send_are_one_dispatch() {
    let desk = desk_with_articles().await;
    desk.app.subscribe(&["ann@example.org", "olav@example.org"]).await;
    let (id, path) = desk.compose("Morning").await;
    desk.done(&format!("{path}/approve"), &[]).await;
    let desk = Arc::new(desk);
    let mut clicks = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let (desk, send) = (desk.clone(), format!("{path}/send"));
        clicks.spawn(async move { desk.post(&send, &[("sure", "yes")]).await });
    }
    for answer in clicks.join_all().await {
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
    desk.until(id, DigestState::Sent).await;
    assert_eq!(desk.app.mails().await.len(), 2);
    let dispatches = desk.app.read(|conn| delivery::running_of_kind(conn, DispatchKind::Digest)).await;
    assert!(dispatches.is_empty(), "{dispatches:?}");
}

#[tokio::test]
async fn a_digest_can_be_paused_resumed_and_cancelled() {
    let desk = desk_with_articles().await;
    let addresses: Vec<String> = (0..400).map(|n| format!("reader{n}@example.org")).collect();
    desk.app.subscribe(&addresses.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let (id, path) = desk.compose("Morning").await;
    desk.done(&format!("{path}/approve"), &[]).await;
    desk.sure(&format!("{path}/send")).await;
    desk.done(&format!("{path}/pause"), &[]).await;
    let page = desk.page(&path).await;
    for part in ["Resume", "paused by an editor", "data-live=\"on\"", "<dt>Expected</dt><dd>400</dd>"] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(desk.page("/admin").await.contains("Morning"));
    desk.done(&format!("{path}/pause"), &[]).await;
    desk.done(&format!("{path}/resume"), &[]).await;
    desk.done(&format!("{path}/pause"), &[]).await;
    desk.sure(&format!("{path}/cancel")).await;
    desk.app.settled().await;
    let dispatch = desk.digest(id).await.dispatch_id.unwrap();
    let counters = desk.app.read(move |conn| delivery::counters(conn, dispatch)).await;
    assert_eq!((counters.expected, counters.to_go()), (400, 0), "{counters:?}");
    assert!(counters.cancelled > 0, "{counters:?}");
    let page = desk.page(&path).await;
    assert!(page.contains("data-live=\"done\"") && page.contains("cancelled"), "{page}");
    assert_eq!(desk.post(&format!("{path}/resume"), &[]).await.status, 409);
    assert!(desk.page(&format!("/admin/deliveries?digest={id}&state=cancelled")).await.contains("rel=\"next\""));
}

#[tokio::test]
async fn a_discarded_digest_is_kept_and_never_sent() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    desk.sure(&format!("{path}/cancel")).await;
    assert_eq!(desk.digest(id).await.state, DigestState::Cancelled);
    let page = desk.page(&path).await;
    assert!(!page.contains("name=\"subject\"") && !page.contains(&format!("{path}/send")));
    for action in ["approve", "send", "fill", "draft"] {
        assert_eq!(desk.post(&format!("{path}/{action}"), &[]).await.status, 409, "{action}");
    }
    assert_eq!(desk.get("/admin/digests/4711").await.status, 404);
    assert_eq!(desk.post("/admin/digests/4711/send", &[]).await.status, 404);
}

const PAGES: [&str; 8] = [
    "/admin",
    "/admin/digests",
    "/admin/digests/1",
    "/admin/digests/1/html",
    "/admin/outbox",
    "/admin/outbox/1",
    "/admin/outbox/1/html",
    "/admin/deliveries",
];

const ACTIONS: [&str; 13] = [
    "/admin/digests",
    "/admin/digests/1",
    "/admin/digests/1/articles",
    "/admin/digests/1/fill",
    "/admin/digests/1/test",
    "/admin/digests/1/approve",
    "/admin/digests/1/draft",
    "/admin/digests/1/schedule",
    "/admin/digests/1/send",
    "/admin/digests/1/pause",
    "/admin/digests/1/resume",
    "/admin/digests/1/cancel",
    "/admin/digests/1/resend",
];

#[tokio::test]
async fn only_a_signed_in_editor_with_a_form_of_ours_may_act() {
    let desk = Desk::open().await;
    let (app, to_sign_in) = (&desk.app, "/admin/sign-in");
    for page in PAGES {
        let answer = app.get(page).await;
        assert_eq!((answer.status, answer.location().starts_with(to_sign_in)), (303, true), "{page}");
    }
    for action in ACTIONS {
        let answer = app.post(action, &[("csrf", &desk.csrf)]).await;
        assert_eq!((answer.status, answer.location()), (303, to_sign_in), "{action}");
        let form = || app.form(action, &[("csrf", &desk.csrf)]).header("cookie", &desk.cookie);
        for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
            assert_eq!(app.send(form().header(name, value)).await.status, 403, "{action} {name}");
        }
        for fields in [vec![], vec![("csrf", "junk")]] {
            let answer = app.send(app.form(action, &fields).header("cookie", &desk.cookie)).await;
            assert_eq!(answer.status, 403, "{action} {fields:?}");
        }
        assert_eq!(app.send(app.request(Method::GET, action).header("cookie", &desk.cookie)).await.status / 100, {
            if action == "/admin/digests" { 2 } else { 4 }
        });
    }
}

#[tokio::test]
async fn actions_of_editors_are_in_the_log() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("Morning").await;
    desk.done(&format!("{path}/approve"), &[]).await;
    desk.post(&format!("{path}/resume"), &[]).await;
    let log = desk.app.read(|conn| tidings::audit::page(conn, &tidings::audit::Filter::default(), i64::MAX, 10)).await;
    let of_digest: Vec<_> =
        log.iter().filter(|entry| entry.subject_id == Some(id) && entry.subject == "digest").collect();
    let actions: Vec<&str> = of_digest.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["digest.approve", "digest.compose"], "what failed is not in it");
}
