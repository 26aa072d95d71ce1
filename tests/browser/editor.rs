//! An editor's work with only the keyboard: Tab, Enter and letters.

use thirtyfour::prelude::*;
use tidings::actor::Role;
use tidings::clock::{HOUR, MINUTE};

use super::window::{PASSWORD, Window};
use crate::support::app::Options;

const READERS: usize = 40;

#[tokio::test]
async fn an_editor_signs_in_composes_sends_and_reads_the_outbox_without_a_mouse() {
    let window = Window::open(Options::default()).await;
    for (age, title) in [(MINUTE, "Boats until one"), (HOUR, "Warm pool"), (2 * HOUR, "Rents stand still")] {
        window.app.article(title, &["Harbour"], age).await;
    }
    let readers: Vec<String> = (0..READERS).map(|number| format!("reader{number}@example.org")).collect();
    window.app.subscribe(&readers.iter().map(String::as_str).collect::<Vec<_>>()).await;

    sign_in(&window).await;
    compose(&window).await;
    let before = titles(&window).await;
    // Unsaved text is sent with the next action.
    window.tab_to("Introduction").await;
    window.keys("Good morning.").await;
    window.enter(&format!("Down: {}", before[0])).await;
    let first = serde_json::to_string(&before[1]).unwrap();
    window.until("the other order", &format!("document.querySelector('.picks h3')?.textContent === {first}")).await;
    window.enter(&format!("Up: {}", before[0])).await;
    let first = serde_json::to_string(&before[0]).unwrap();
    window.until("the old order", &format!("document.querySelector('.picks h3')?.textContent === {first}")).await;
    window.until("the typed words", "document.querySelector('textarea').value === 'Good morning.'").await;
    preview(&window).await;
    send(&window).await;
    read_outbox(&window).await;
    window.console_is_clean().await;
    assert_eq!(window.app.mails().await.len(), READERS);
}

async fn sign_in(window: &Window) {
    let user = window.user(Role::Editor).await;
    let link = window.sign_in_link(user).await;
    window.go(&link).await;
    for label in ["New password", "Repeat the new password"] {
        window.tab_to(label).await;
        window.keys(PASSWORD).await;
    }
    window.enter("Set the password and sign in").await;
    window.until_title("Dashboard").await;
}

async fn compose(window: &Window) {
    window.enter("Skip to the content").await;
    window.enter("New digest").await;
    window.until_title("Digests").await;
    // With the focus in the form, an Enter that was held a little longer would compose a digest.
    let (rests, open) =
        ("return document.activeElement === document.body", "return document.querySelector('#new').checkVisibility()");
    assert_eq!((window.evaluate(rests).await, window.evaluate(open).await), (true.into(), true.into()));
    window.tab_to("Subject").await;
    window.keys("Morning").await;
    window.enter("Compose a draft").await;
    window.until_title("Morning").await;
    window.tab_to("Subject").await;
    window.keys("Boats tonight").await;
    window.enter("Save").await;
    window.until_title("Boats tonight").await;
}

/// The articles of the digest in their order.
async fn titles(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.picks h3')].map((title) => title.textContent)";
    serde_json::from_value(window.evaluate(script).await).unwrap()
}

async fn preview(window: &Window) {
    window.enter("Text").await;
    window
        .until("the text of the mail", "document.querySelector('#preview pre')?.textContent.includes('Warm pool')")
        .await;
    window.enter("Phone").await;
    window.until("the mail as on a phone", "document.querySelector('#preview .phone iframe')").await;
}

/// Approves and sends; the page shows the progress live.
async fn send(window: &Window) {
    window.enter("Approve").await;
    window.until_text("Approved. Send it now").await;
    window.enter("Send now").await;
    let question = window.accept().await;
    assert!(question.contains(&format!("to {READERS} readers")), "{question}");
    window.until_text("Sending has started.").await;
    window
        .until("the end of sending", "document.querySelector('[data-live=done] .badge')?.textContent === 'Sent'")
        .await;
    let sent = format!(
        "[...document.querySelectorAll('.stats dt')].find((dt) => dt.textContent === 'Sent')
        .nextElementSibling.textContent === '{READERS}'"
    );
    window.until("the counter", &sent).await;
}

async fn read_outbox(window: &Window) {
    window.enter("Outbox").await;
    window.until_title("Outbox").await;
    window.enter("Boats tonight").await;
    window.until_title("Boats tonight").await;
    let frame = window.browser.find(By::Css("#preview iframe")).await.unwrap();
    frame.enter_frame().await.unwrap();
    let text = window.browser.find(By::Tag("body")).await.unwrap().text().await.unwrap();
    assert!(text.contains("Boats until one") && text.contains("Unsubscribe"), "{text}");
    window.browser.enter_default_frame().await.unwrap();
}

#[tokio::test]
async fn an_article_is_moved_by_its_buttons_and_by_its_number_without_leaving_the_page() {
    let window = Window::open(Options::default()).await;
    for (hours, title) in (1..).zip(["Boats until one", "Warm pool", "Rents stand still", "Bread is dearer"]) {
        window.app.article(title, &["Harbour"], hours * HOUR).await;
    }
    let user = window.user(Role::Editor).await;
    window.sign_in(&window.sign_in_link(user).await).await;
    window.go("/admin/digests").await;
    window.evaluate("document.querySelector('details:has(#new)').open = true").await;
    window.fill_in("#new-subject", "Boats tonight").await;
    window.press("Compose a draft").await;
    window.until_title("Boats tonight").await;
    let before = titles(&window).await;
    window.evaluate("window.samePage = true; scrollTo(0, 300); return 0").await;
    window.fill_in("textarea", "Good morning.").await;
    let scrolled = window.evaluate("return scrollY").await;

    press(&window, &format!("Top: {}", before[3])).await;
    let order = |of: [usize; 4]| of.map(|at| before[at].clone()).to_vec();
    until_order(&window, &order([3, 0, 1, 2])).await;
    let focused = window.evaluate("return document.activeElement.closest('li')?.querySelector('h3').textContent").await;
    assert_eq!(focused, before[3].clone());
    drag(&window, 0, 2).await;
    until_order(&window, &order([0, 1, 3, 2])).await;
    press(&window, &format!("Pin: {}", before[0])).await;
    window.until_text("Pinned").await;

    assert_eq!(window.evaluate("return window.samePage").await, true);
    assert_eq!(window.evaluate("return scrollY").await, scrolled);
    assert_eq!(window.evaluate("return document.querySelector('textarea').value").await, "Good morning.");
    window.go(&window.path().await).await;
    assert_eq!(titles(&window).await, order([0, 1, 3, 2]));
    assert_eq!(window.evaluate("return document.querySelector('textarea').value").await, "Good morning.");
    window.console_is_clean().await;
}

/// Clicks the button with this name, a part of which is for screen readers only.
async fn press(window: &Window, name: &str) {
    let name = serde_json::to_string(name).unwrap();
    let buttons = "[...document.querySelectorAll('button')]";
    window.evaluate(&format!("{buttons}.find((one) => one.textContent.trim() === {name}).click(); return 0")).await;
}

async fn until_order(window: &Window, titles: &[String]) {
    let expected = serde_json::to_string(&titles).unwrap();
    let shown = "JSON.stringify([...document.querySelectorAll('.picks.desk h3')].map((title) => title.textContent))";
    window.until("the order of the articles", &format!("{shown} === JSON.stringify({expected})")).await;
}

/// Drags the number of the article at a place to that of another.
async fn drag(window: &Window, from: usize, to: usize) {
    let ranks = window.browser.find_all(By::Css("[data-order] .rank")).await.unwrap();
    let (from, to) = (&ranks[from], &ranks[to]);
    let chain = window.browser.action_chain();
    let moved = chain.move_to_element_center(from).click_and_hold().move_to_element_center(to).move_by_offset(0, 12);
    moved.move_by_offset(0, 12).release().perform().await.unwrap();
}
