//! A browser at a running Tidings: opens pages, presses buttons by their text, types, navigates with the keyboard.

use std::time::{Duration, Instant};

use thirtyfour::prelude::*;
use tidings::account::{self, NewUser};
use tidings::actor::{Actor, Role};
use tidings::db::Conn;
use tidings::email_address::EmailAddress;

use crate::support::app::{Options, TestApp};
use crate::support::browser::Browser;

/// Nothing on a page takes longer, even on a busy machine: the longest is the proof of work.
const PATIENCE: Duration = Duration::from_secs(40);

pub const PASSWORD: &str = "a boat that waits until one";

/// The accessible name of an element.
const NAME: &str = "const name = (e) => (e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent)
    .replace(/\\s+/g, ' ').trim();";

/// A Tidings of its own and a browser.
pub struct Window {
    pub browser: Browser,
    pub app: TestApp,
}

impl Window {
    pub async fn open(options: Options) -> Self {
        Self { app: TestApp::with(options).await, browser: Browser::open().await }
    }

    pub async fn go(&self, path: &str) {
        self.browser.goto(format!("{}{path}", self.app.base)).await.unwrap();
    }

    /// The URL without its origin.
    pub async fn path(&self) -> String {
        let url = self.browser.current_url().await.unwrap().to_string();
        url.strip_prefix(&self.app.base).map_or(url.clone(), str::to_owned)
    }

    pub async fn evaluate(&self, script: &str) -> serde_json::Value {
        self.browser.execute(script, vec![]).await.unwrap().json().clone()
    }

    /// Waits until the page is complete, with its scripts, and one of ours gives `true`; a page that is just being left
    /// gives nothing.
    pub async fn until(&self, what: &str, expression: &str) {
        let began = Instant::now();
        let script = format!("return document.readyState === 'complete' && Boolean({expression})");
        loop {
            if let Ok(answer) = self.browser.execute(&script, vec![]).await
                && answer.json() == true
            {
                return;
            }
            if began.elapsed() > PATIENCE {
                let text = self.evaluate("return document.body.innerText").await;
                panic!("{what} does not come; the page {} says: {text}", self.path().await);
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits for the page with this heading.
    pub async fn until_title(&self, title: &str) {
        let title_json = serde_json::to_string(title).unwrap();
        let heading = "document.querySelector('h1')?.textContent.trim()";
        self.until(&format!("the page “{title}”"), &format!("{heading} === {title_json}")).await;
    }

    pub async fn until_text(&self, text: &str) {
        let text_json = serde_json::to_string(text).unwrap();
        self.until(&format!("“{text}”"), &format!("document.body.innerText.includes({text_json})")).await;
    }

    /// Waits for a confirm dialog, accepts it and returns its text.
    pub async fn accept(&self) -> String {
        let began = Instant::now();
        loop {
            match self.browser.get_alert_text().await {
                Ok(question) => {
                    self.browser.accept_alert().await.unwrap();
                    return question;
                }
                Err(error) => assert!(began.elapsed() < PATIENCE, "no question on {}: {error}", self.path().await),
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Clicks the first button with this name.
    pub async fn press(&self, label: &str) {
        for button in self.browser.find_all(By::Tag("button")).await.unwrap() {
            if button.text().await.unwrap() == label {
                return button.click().await.unwrap();
            }
        }
        panic!("no button “{label}” on {}", self.path().await);
    }

    pub async fn fill_in(&self, selector: &str, text: &str) {
        self.browser.find(By::Css(selector)).await.unwrap().send_keys(text).await.unwrap();
    }

    /// Types where the focus is.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) {
        self.browser
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .send_keys(keys)
            .perform()
            .await
            .unwrap();
    }

    /// Presses Tab until the focus is visibly on the element with this name.
    pub async fn tab_to(&self, label: &str) {
        let script = format!(
            "{NAME} const e = document.activeElement; const style = getComputedStyle(e);
             return [name(e), style.outlineStyle !== 'none' || style.boxShadow !== 'none']"
        );
        let mut passed = Vec::new();
        for _ in 0..120 {
            self.keys(Key::Tab + "").await;
            let [name, seen] =
                self.browser.execute(&script, vec![]).await.unwrap().convert::<[serde_json::Value; 2]>().unwrap();
            let name = name.as_str().unwrap_or_default().to_owned();
            if name == label {
                assert_eq!(seen, true, "where “{label}” has the focus, nothing shows it");
                return;
            }
            passed.push(name);
        }
        panic!("Tab does not come to “{label}” on {}, only to {passed:?}", self.path().await);
    }

    /// Goes to the element with this name by Tab and presses Enter.
    pub async fn enter(&self, label: &str) {
        self.tab_to(label).await;
        self.keys(Key::Enter + "").await;
    }

    /// Fails on any error in the console: refused by the content security policy, missing, thrown.
    pub async fn console_is_clean(&self) {
        let errors = self.browser.console_errors().await;
        assert!(errors.is_empty(), "{}: {errors:#?}", self.path().await);
    }

    /// A new user without a password; its id.
    pub async fn user(&self, role: Role) -> i64 {
        let address = EmailAddress::parse("marit@ledger.example").unwrap();
        let (now, name) = (self.app.now(), "Marit".to_owned());
        let new = NewUser { address, name, role, password_hash: None };
        let work = move |conn: &mut Conn| account::add_user(conn, &Actor::Operator, now, &new);
        self.app.app.db.write(work).await.unwrap()
    }

    /// The path of a one-time sign-in link.
    pub async fn sign_in_link(&self, user: i64) -> String {
        let (now, random) = (self.app.now(), self.app.app.random.clone());
        let work = move |conn: &mut Conn| account::make_sign_in_link(conn, &Actor::Operator, now, &random, user);
        format!("/admin/sign-in/{}", self.app.write(work).await.unwrap())
    }

    /// Chooses a first password at a sign-in link.
    pub async fn sign_in(&self, link: &str) {
        self.go(link).await;
        self.fill_in("input[name=password]", PASSWORD).await;
        self.fill_in("input[name=password_again]", PASSWORD).await;
        self.press("Set the password and sign in").await;
        self.until_title("Dashboard").await;
    }
}
