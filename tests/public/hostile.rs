//! Hostile values of fields: harmless in page, mail header and log, or refused.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, OnceLock};

use reqwest::Method;
use tidings::clock::DAY;

use crate::support::app::{Answer, TestApp};

/// In every hostile value, so that its traces can be found.
const MARK: &str = "zq7mark";

fn values() -> Vec<String> {
    [
        "\r",
        "\n",
        "\r\nBcc: evil@example.com\r\nX-Evil: yes",
        "\0",
        "\u{202e}",
        "\u{2066}",
        "\u{85}",
        "\u{2028}",
        "\u{1b}[2J",
        "\u{e000}",
        "=?utf-8?q?x?=",
        "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "{{ 7 * 7 }}",
        "%s%n${jndi:ldap://evil}",
        "\u{feff}\u{200b}",
        "&#0;&#x202e;",
        "=cmd()",
    ]
    .iter()
    .map(|evil| format!("{MARK}{evil}{MARK}"))
    .collect()
}

/// The log of the process: all of Tidings', and of libraries what an operator sees.
#[derive(Clone)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn log() -> &'static Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    LOG.get_or_init(|| {
        let log = Log(Arc::default());
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt().with_env_filter("info,tidings=trace,actix=debug");
        subscriber.with_ansi(false).with_writer(move || writer.clone()).init();
        log
    })
}

fn assert_harmless(answer: &Answer, what: &str) {
    for evil in ["<script>alert", "\" onmouseover=\"alert", "\u{202e}", "\u{2066}", "\0", "\u{1b}", "\u{e000}"] {
        assert!(!answer.body.contains(evil), "{what}: {evil:?} is in the page");
    }
    for (name, value) in &answer.headers {
        assert!(!value.as_bytes().windows(MARK.len()).any(|part| part == MARK.as_bytes()), "{what}: header {name}");
    }
}

const FORMS: [(&str, &[(&str, &str)]); 3] = [
    (
        "/subscribe",
        &[
            ("email", "ann@example.org"),
            ("name", "Ann"),
            ("newsletter", "morning-tide"),
            ("via", "form"),
            ("shown", ""),
            ("altcha", ""),
            ("ticket", ""),
            ("homepage", ""),
        ],
    ),
    (
        "/contact",
        &[
            ("email", "ann@example.org"),
            ("name", "Ann"),
            ("subject", "Boats"),
            ("message", "When?"),
            ("newsletter", "morning-tide"),
            ("altcha", ""),
        ],
    ),
    ("/preferences", &[("email", "ann@example.org"), ("altcha", ""), ("ticket", "")]),
];

/// The form's good values with one of them replaced.
fn with<'a>(good: &[(&'a str, &'a str)], field: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    good.iter().map(|(name, kept)| (*name, if *name == field { value } else { *kept })).collect()
}

#[tokio::test]
async fn hostile_text_in_any_field_of_a_form_does_no_harm() {
    log();
    let app = TestApp::start().await;
    for (path, good) in FORMS {
        for (field, _) in good {
            for value in values() {
                let answer = app.post(path, &with(good, field, &value)).await;
                let what = format!("{path} {field} {value:?}");
                assert!((400..500).contains(&answer.status) || matches!(answer.status, 200 | 303), "{what}");
                assert_harmless(&answer, &what);
                if *field == "email" {
                    assert_eq!(answer.status, 422, "{what}");
                }
            }
        }
    }
    assert_mails_are_sound(&app).await;
    let logged = String::from_utf8_lossy(&log().0.lock().unwrap()).into_owned();
    let leaks: Vec<_> = logged.lines().filter(|line| line.contains(MARK) || line.contains("@example.org")).collect();
    assert!(leaks.is_empty(), "{leaks:?}");
}

#[tokio::test]
async fn hostile_text_in_a_readers_own_settings_does_no_harm() {
    let app = TestApp::start().await;
    app.subscribe(&["ann@example.org"]).await;
    app.post("/preferences", &[("email", "ann@example.org")]).await;
    let link = app.link(&app.mails_to("ann@example.org").await[0], "/preferences/");
    let details: &[_] = &[("name", "Ann"), ("language", "en")];
    let day = app.now().plus(30 * DAY).to_utc().format("%Y-%m-%d").to_string();
    let pause: &[_] = &[("newsletter", "morning-tide"), ("change", "pause"), ("paused_until", &day), ("shown", "")];
    for (path, good) in [("details", details), ("subscription", pause)] {
        for (field, _) in good {
            for value in values() {
                let answer = app.post(&format!("{link}/{path}"), &with(good, field, &value)).await;
                let what = format!("{path} {field} {value:?}");
                assert!((400..500).contains(&answer.status) || answer.status == 303, "{what}: {}", answer.status);
                assert_harmless(&answer, &what);
                assert_harmless(&app.get(&link).await, &what);
            }
        }
    }
    let data = app.get(&format!("{link}/data.json")).await;
    assert_eq!(data.status, 200);
    assert!(!data.body.contains(['\u{202e}', '\u{2066}', '\u{1b}', '\0']), "{}", data.body);
}

#[tokio::test]
async fn hostile_text_in_the_sign_up_of_a_program_does_no_harm() {
    let app = TestApp::start().await;
    let good = [("email", "ann@example.org"), ("name", "Ann"), ("newsletter", "morning-tide"), ("wording", "I agree.")];
    for (field, _) in good {
        for value in values() {
            let body: serde_json::Map<_, _> =
                with(&good, field, &value).into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
            let asked = app.request(Method::POST, "/api/v1/subscriptions").header("content-type", "application/json");
            let asked = asked.body(serde_json::Value::Object(body).to_string());
            let answer = app.send(asked).await;
            let what = format!("{field} {value:?}");
            assert!(matches!(answer.status, 202 | 422), "{what}: {} {}", answer.status, answer.body);
            assert!(answer.header("content-type").contains("json"), "{what}");
            assert!(!answer.body.contains(['\u{202e}', '\u{2066}', '\u{1b}', '\0']), "{what}: {}", answer.body);
        }
    }
    app.settled().await;
}

async fn assert_mails_are_sound(app: &TestApp) {
    let mails = app.mails().await;
    assert!(mails.iter().any(|(_, mail)| mail.header("Subject").unwrap().contains("=?utf-8?q?x?=")), "shown as typed");
    for (to, raw) in app.raw_mails().await {
        assert!(to == "ann@example.org" || to == "desk@ledger.example", "{to}");
        let (head, _) = raw.split_once("\r\n\r\n").unwrap();
        for line in head.split("\r\n") {
            assert!(!line.contains(['\r', '\n', '\0']), "{line:?}");
            assert!(line.is_ascii() && line.len() <= 998, "{line:?}");
            let name = line.split(':').next().unwrap().to_ascii_lowercase();
            assert!(!matches!(name.as_str(), "bcc" | "x-evil"), "{line}");
        }
        assert!(!raw.replace("\r\n", "").contains(['\r', '\n', '\0', '\u{202e}']), "{raw:?}");
    }
}

#[tokio::test]
async fn ten_megabytes_are_refused_and_the_server_keeps_running() {
    let app = TestApp::start().await;
    let huge = "x".repeat(10 * 1024 * 1024);
    for (path, good) in FORMS {
        for (field, _) in good {
            let answer = app.post(path, &with(good, field, &huge)).await;
            assert_eq!(answer.status, 413, "{path} {field}");
            assert!(answer.body.contains("<h1"), "{path} {field}: {}", answer.body);
        }
        // Below the limit of a form, above that of every field.
        let long = "x".repeat(200 * 1024);
        let answer = app.post(path, &with(good, "email", &long)).await;
        assert_eq!(answer.status, 422, "{path}");
        assert_eq!(app.post(path, good).await.status, 303, "{path}");
    }
}

#[tokio::test]
async fn a_body_that_is_not_a_form_is_refused() {
    let app = TestApp::start().await;
    for (path, ..) in FORMS {
        for (kind, body) in [
            ("application/json", "{\"email\":\"ann@example.org\"}"),
            ("text/plain", "email=ann@example.org"),
            ("application/x-www-form-urlencoded", "email=a&email=b"),
            ("application/x-www-form-urlencoded", "email=%ff%fe&subject=%00"),
            ("application/x-www-form-urlencoded", ""),
            ("multipart/form-data; boundary=x", "--x--"),
        ] {
            let request = app.request(reqwest::Method::POST, path).header("content-type", kind).body(body);
            let answer = app.send(request).await;
            assert!((400..500).contains(&answer.status), "{path} {kind} {body}: {}", answer.status);
            assert!(answer.body.contains("<h1"), "{path} {kind}: {}", answer.body);
        }
    }
    assert_eq!(app.mails().await, []);
}
