//! Every page, public and of the administration, with data on it: nothing that axe finds, in the light theme on a wide
//! desktop and in the dark one on a small phone, no scrolling sideways, no error in the console.

use tidings::actor::Role;
use tidings::article::feed;
use tidings::clock::MINUTE;
use tidings::delivery::{self, DeliveryState};
use tidings::subscriber::{self, desk};

use super::window::Window;
use crate::support::app::Options;
use crate::support::browser::{DESKTOP, Theme, Viewport, axe};

const SMALL: Viewport = Viewport { width: 320, height: 640 };
const PHONE: Viewport = Viewport { width: 375, height: 720 };
const WIDE: Viewport = Viewport { width: 1_600, height: 1_000 };
const ANN: &str = "ann@example.org";
/// A long name without a place where a line could break.
const LONG: &str = "wilhelmina.vandersteenhuyzen-okonkwo.1962@correspondence.harbour-authority.example";

/// Checks the open page in each way; its errors.
pub async fn faults(window: &Window, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (viewport, theme) in [(WIDE, Theme::Light), (PHONE, Theme::Light), (SMALL, Theme::Dark)] {
        window.browser.resize(viewport).await;
        window.browser.theme(theme).await;
        for violation in axe(&window.browser).await {
            found.push(format!("{path} {theme:?} {}: {violation}", viewport.width));
        }
        let wide = window.evaluate("return document.scrollingElement.scrollWidth > innerWidth").await;
        if wide == true {
            let widest = window.evaluate(WIDEST).await;
            found.push(format!("{path} scrolls sideways at {}: {widest}", viewport.width));
        }
    }
    found.extend(window.browser.console_errors().await.into_iter().map(|error| format!("{path}: {error}")));
    found
}

const WIDEST: &str = "return [...document.querySelectorAll('body *')]
    .filter((e) => e.getBoundingClientRect().right > innerWidth)
    .map((e) => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).slice(0, 8).join(', ')";

async fn look(window: &Window, paths: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for path in paths {
        window.go(path).await;
        found.extend(faults(window, path).await);
    }
    found
}

pub fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// An installation with data: articles, readers, two sent digests and a draft, an enquiry, a feed, a suppression.
async fn in_use() -> (Window, Vec<String>) {
    let window = Window::open(Options::default()).await;
    let app = &window.app;
    for (age, title) in [
        (MINUTE, "Ferries run until one in the morning"),
        (2 * MINUTE, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung"),
        (3 * MINUTE, "https://www.harbour-authority.example/notices/2026/the-whole-address-as-a-title-of-its-own"),
    ] {
        app.article(title, &["Harbour", "Town hall"], age).await;
    }
    let slug = app.article("Warm pool", &["Harbour"], 4 * MINUTE).await;
    app.subscribe(&["olav@example.org", LONG]).await;
    for subject in ["Boats until one", "Warm pool, and what the council says about the rents of the houses at the quay"]
    {
        let digest = app.compose(subject).await;
        app.send_digest(digest).await;
    }
    app.compose("Tomorrow").await;
    app.post("/subscribe", &[("email", ANN), ("name", "Ann")]).await;
    let written = [("name", "Ida"), ("email", LONG), ("subject", "A word"), ("message", "Where is the ferry?\n\nIda")];
    let answer = app.post("/contact", &written).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    app.post("/preferences", &[("email", "olav@example.org")]).await;
    let (now, random) = (app.now(), app.app.random.clone());
    app.write(move |conn| {
        feed::add(
            conn,
            &tidings::actor::Actor::Operator,
            now,
            feed::FeedInput {
                url: "https://feeds.harbour-authority.example/notices/everything.xml".to_owned(),
                topics: Vec::new(),
            },
        )
        .unwrap();
        let address = tidings::email_address::EmailAddress::parse("gone@example.org").unwrap();
        desk::suppress(conn, &tidings::actor::Actor::Operator, now, &random, &address)
    })
    .await;
    let mails = app.mails().await;
    let mail_to = |to: &str| mails.iter().rev().find(|(found, _)| found == to).map(|(_, mail)| mail).unwrap();
    let digest = mails.iter().find(|(_, mail)| mail.header("Subject") == Some("Boats until one")).map(|(_, mail)| mail);
    let digest = digest.unwrap();
    let reached = vec![
        format!("/articles/{slug}"),
        app.link(mail_to(ANN), "/confirm/"),
        app.link(digest, "/digests/"),
        app.link(digest, "/unsubscribe/"),
        app.link(mail_to("olav@example.org"), "/preferences/"),
    ];
    (window, reached)
}

#[tokio::test]
async fn every_public_page_is_accessible_and_fits_a_small_phone() {
    let (window, mut paths) = in_use().await;
    let fixed = "/ /topics/harbour /search /search?q=ferries /search?q=nothing /archive /subscribe /subscribe/done \
        /preferences /preferences/sent /contact /contact/sent /privacy /imprint /embed/morning-tide";
    paths.extend(fixed.split_whitespace().map(str::to_owned));
    let mut found = look(&window, &paths).await;

    window.go("/subscribe").await;
    window.evaluate("document.querySelector('main form').noValidate = true").await;
    window.fill_in("main input[type=email]", "nobody").await;
    window.press("Subscribe").await;
    window.until("what is wrong", "document.querySelector('[aria-invalid=true]')").await;
    window.browser.console_errors().await;
    found.extend(faults(&window, "/subscribe, refused").await);
    window.go(&paths[3]).await;
    window.press("Yes, unsubscribe me").await;
    window.until_title("You are unsubscribed").await;
    found.extend(faults(&window, "/unsubscribe, done").await);
    for missing in ["/nowhere", "/confirm/junk"] {
        window.go(missing).await;
        // The console has the error of the missing page, as expected.
        window.browser.console_errors().await;
        found.extend(faults(&window, missing).await);
    }
    assert_none(&found);
}

#[tokio::test]
async fn every_page_of_the_administration_is_accessible_and_fits_a_small_phone() {
    let (window, _) = in_use().await;
    let user = window.user(Role::Admin).await;
    let link = window.sign_in_link(user).await;
    let mut found = look(&window, &["/admin/sign-in".to_owned(), link.clone()]).await;
    window.browser.resize(DESKTOP).await;
    window.sign_in(&link).await;
    let reader = window.app.read(|conn| subscriber::by_address(conn, LONG)).await.unwrap().id;
    let sent = window.app.read(|conn| delivery::deliveries(conn, None, Some(DeliveryState::Sent), 0, 1)).await[0].id;
    let mails = window.app.read(|conn| delivery::captured(conn, i64::MAX, 100)).await;
    // The newest, and the oldest: a digest, whose links are long.
    let (outbox, digest) = (mails[0].id, mails[mails.len() - 1].id);
    let mut paths = vec![
        window.sign_in_link(user).await,
        format!("/admin/subscribers/{reader}"),
        format!("/admin/subscribers/{reader}/erase"),
        format!("/admin/newsletters/{}", window.app.newsletter),
        format!("/admin/deliveries/{sent}"),
        format!("/admin/users/{user}"),
        format!("/admin/outbox/{outbox}"),
        format!("/admin/outbox/{digest}"),
        format!("/admin/outbox/{outbox}?preview=source"),
    ];
    let fixed = "/admin /admin/digests /admin/digests/1 /admin/digests/3 /admin/digests/3?preview=phone-dark \
        /admin/digests/3?preview=text /admin/deliveries /admin/subscribers /admin/newsletters /admin/newsletters/new \
        /admin/feeds /admin/feeds/1 /admin/articles /admin/articles/new /admin/articles/1 /admin/topics /admin/topics/1 /admin/topics/1/merge /admin/enquiries \
        /admin/enquiries/1 /admin/suppressions /admin/settings /admin/audit /admin/users /admin/api-keys /admin/first-run /admin/outbox /admin/account";
    paths.extend(fixed.split_whitespace().map(str::to_owned));
    found.extend(look(&window, &paths).await);
    assert_none(&found);
}
