//! A reader's way in Chromium, from the box on an article page to the unsubscribe button.

use tidings::article::import::ArticleInput;
use tidings::clock::MINUTE;

use super::accessibility::{assert_none, faults};
use super::window::Window;
use crate::support::app::Options;

const ANN: &str = "ann@example.org";
const BOX: &str = "#stay-informed-above-email";

async fn with_work() -> Window {
    Window::open(Options { proof_of_work: true, ..Options::default() }).await
}

#[tokio::test]
async fn a_reader_signs_up_on_an_article_reads_a_digest_and_unsubscribes() {
    let window = with_work().await;
    let slug = window.app.article("Ferries run later", &["Harbour"], MINUTE).await;
    window.go(&format!("/articles/{slug}")).await;
    window.fill_in(BOX, ANN).await;
    window.press("Subscribe").await;
    window.until_title("Check your inbox").await;
    assert_eq!(window.path().await, "/subscribe/done", "the script solved it, no page came between");

    let mails = window.app.mails_to(ANN).await;
    assert_eq!(mails.len(), 1);
    window.go(&window.app.link(&mails[0], "/confirm/")).await;
    window.until_title("One click to go").await;
    window.press("Confirm my subscription").await;
    window.until_title("You are subscribed").await;

    let digest = window.app.compose("Boats until one").await;
    window.app.send_digest(digest).await;
    let mails = window.app.mails_to(ANN).await;
    assert_eq!(mails.len(), 3, "confirmation, welcome, digest");
    window.go(&window.app.link(&mails[2], "/digests/")).await;
    window.until_title("Boats until one").await;
    window.until_text("Ferries run later").await;
    window.go(&window.app.link(&mails[2], "/unsubscribe/")).await;
    window.until_title("Stop getting The Morning Tide?").await;
    window.press("Yes, unsubscribe me").await;
    window.until_title("You are unsubscribed").await;
    window.console_is_clean().await;

    let digest = window.app.compose("Nobody reads this").await;
    window.app.send_digest(digest).await;
    assert_eq!(window.app.mails_to(ANN).await.len(), 3);
}

#[tokio::test]
async fn without_javascript_one_more_click_signs_up() {
    let window = with_work().await;
    let slug = window.app.article("Ferries run later", &["Harbour"], MINUTE).await;
    window.browser.javascript(false).await;
    window.go(&format!("/articles/{slug}")).await;
    window.fill_in(BOX, ANN).await;
    window.press("Subscribe").await;
    window.until_title("One more click").await;
    assert!(window.app.mails_to(ANN).await.is_empty());
    // The page's own scripts stay switched off; axe is one, too.
    window.browser.javascript(true).await;
    assert_none(&faults(&window, "the page of one more click").await);
    window.browser.javascript(false).await;
    // Nobody fills in a form in less than a second, so the server refuses one that comes earlier.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    window.press("Continue").await;
    window.until_title("Check your inbox").await;
    let mails = window.app.mails_to(ANN).await;
    window.go(&window.app.link(&mails[0], "/confirm/")).await;
    window.press("Confirm my subscription").await;
    window.until_title("You are subscribed").await;
}

/// A picture that could not be loaded left an empty frame.
#[tokio::test]
async fn a_picture_that_cannot_be_loaded_leaves_no_hole() {
    let window = Window::open(Options::default()).await;
    let input = ArticleInput {
        title: "Ferries run later".to_owned(),
        body_markdown: Some("At length.".to_owned()),
        image: Some("https://127.0.0.1:9/none.jpg".to_owned()),
        ..ArticleInput::default()
    };
    window.app.import(vec![input]).await;
    window.go("/articles/ferries-run-later").await;
    window.until("no picture", "document.querySelector('figure').getBoundingClientRect().height === 0").await;
    window.go("/").await;
    window.until("no picture", "document.images[0].getBoundingClientRect().height === 0").await;
}
