//! Snapshots of all pages and mails. After an intended change,
//! `INSTA_UPDATE=always cargo test snapshots` updates them.

use insta::{Settings, assert_snapshot};
use tidings::actor::Actor;
use tidings::clock::{Clock, HOUR, Timestamp};
use tidings::digest::send;
use tidings::email_address::EmailAddress;
use tidings::mail::ReadMail;

use crate::support::app::{CONTACT, Options, TestApp};
use crate::support::samples;

/// 2025-10-23T00:00:00Z.
const NOW: Timestamp = Timestamp(1_761_177_600_000);
const ANN: &str = "ann@example.org";

/// What differs from run to run is named instead of shown.
fn settings(base: &str) -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.add_filter(&literal(base), "https://tide.example");
    settings.add_filter(r"/assets/(\w+)\.[0-9a-f]+\.", "/assets/$1.[hash].");
    settings.add_filter(r"/(confirm|preferences|unsubscribe|go)/[\w.~-]{20,}", "/$1/[token]");
    settings.add_filter(r"<\d+\.[0-9a-f]{16}@", "<[id]@");
    settings.add_filter(r"boundary=.\S+", "boundary=[boundary]");
    settings
}

/// A pattern for a literal.
fn literal(text: &str) -> String {
    text.replace('.', r"\.")
}

/// The content of a page. Its frame is the same on every page and in the snapshot of the front page.
fn own_part(page: &str) -> &str {
    let from = page.find("<main").unwrap_or_default();
    let to = page.find("</main>").unwrap_or(page.len());
    &page[from..to]
}

#[test]
fn every_page_matches_its_snapshot() {
    settings("http://127.0.0.1").bind(|| {
        let (public, admin) = (samples::public_pages().unwrap(), samples::admin_pages().unwrap());
        for (name, page) in public.into_iter().chain(admin) {
            let is_whole = matches!(name.as_str(), "front" | "admin_dashboard");
            assert_snapshot!(format!("page_{name}"), if is_whole { &page } else { own_part(&page) });
        }
    });
}

#[test]
fn every_mail_matches_its_snapshot() {
    settings("http://127.0.0.1").bind(|| {
        for (name, html, text) in samples::mails().unwrap() {
            assert_eq!(html.matches("<h1").count(), 1, "{name} has one heading of the first level");
            let pictures = html.split("<img").skip(1).map(|rest| rest.split('>').next().unwrap());
            for picture in pictures {
                assert!(picture.contains(" width=\"") && picture.contains(" alt=\""), "{name}: {picture}");
            }
            assert_snapshot!(format!("mail_{name}_html"), html);
            assert_snapshot!(format!("mail_{name}_text"), text);
        }
    });
}

/// Headers as they were sent, and the text part.
fn shown(mail: &ReadMail) -> String {
    let headers: Vec<String> = mail.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("{}\n\n{}", headers.join("\n"), mail.text)
}

/// The raw mails that were sent, each checked for line lengths and encoding (RFC 5322, 2.1.1 and RFC 2045, 6.7).
async fn assert_sound(app: &TestApp) {
    for (to, raw) in app.raw_mails().await {
        let bare = raw.replace("\r\n", "");
        assert!(raw.is_ascii() && !bare.contains(['\r', '\n', '\0']), "{to}: {raw}");
        let (head, body) = raw.split_once("\r\n\r\n").unwrap();
        assert!(head.split("\r\n").all(|line| line.len() <= 998), "{head}");
        assert!(body.split("\r\n").all(|line| line.len() <= 76), "{body}");
        for once in ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version"] {
            let lines = head.split("\r\n").filter(|line| line.starts_with(&format!("{once}:")));
            assert_eq!(lines.count(), 1, "{once} in {head}");
        }
    }
}

#[tokio::test]
async fn every_sent_mail_matches_its_snapshot() {
    let clock = Clock::fixed(NOW);
    let app = TestApp::with(Options { clock: clock.clone(), ..Options::default() }).await;
    app.article("Ferries run later", &["Harbour"], HOUR).await;
    app.article("Warm pool für alle", &["Town"], 2 * HOUR).await;
    app.post("/subscribe", &[("email", ANN), ("name", "Ann Ström")]).await;
    let confirm = app.link(&app.mails_to(ANN).await[0], "/confirm/");
    app.post(&confirm, &[]).await;
    app.settled().await;
    // The next mail on request to one address.
    clock.advance(chrono::TimeDelta::minutes(16));
    app.post("/preferences", &[("email", ANN)]).await;
    app.settled().await;
    app.post("/contact", &[("email", "ben@example.org"), ("name", "Ben"), ("subject", "Boats"), ("message", "When?")])
        .await;
    let digest = app.compose("Boats until one – at last").await;
    let (now, outfit) = (app.now(), app.app.outfit());
    let work = move |conn: &mut _| {
        let address = EmailAddress::parse("ed@example.org").unwrap();
        send::test(conn, &Actor::Operator, now, &outfit, digest, &address)
    };
    app.app.db.write(work).await.unwrap();
    app.settled().await;
    app.send_digest(digest).await;
    let mails = app.mails().await;
    assert_sound(&app).await;
    let kinds = ["confirmation", "welcome", "preferences_link", "enquiry", "digest_test", "digest"];
    let to = [ANN, ANN, ANN, CONTACT, "ed@example.org", ANN];
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), to);
    settings(&app.base).bind(|| {
        for (kind, (_, mail)) in kinds.into_iter().zip(&mails) {
            assert_snapshot!(format!("sent_{kind}"), shown(mail));
        }
    });
}
