//! A subscription from sign-up to its end, as mail programs see it: the headers of a digest, and one-click
//! unsubscription.

use std::collections::BTreeSet;

use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use tidings::db::{Conn, Error};
use tidings::delivery::{self, Counters, DeliveryState};
use tidings::digest;
use tidings::mail::ReadMail;

use crate::support::app::{Answer, TestApp};

const READERS: [&str; 3] = ["ann@example.org", "olav@example.org", "ida@example.org"];

/// Signs up and confirms as a reader does.
async fn join(app: &TestApp, address: &str) {
    assert_eq!(app.post("/subscribe", &[("email", address)]).await.status, 303);
    let mails = app.mails_to(address).await;
    assert_eq!(mails.len(), 1);
    let confirm = app.link(&mails[0], "/confirm/");
    assert_eq!(app.get(&confirm).await.status, 200);
    assert_eq!(app.mails_to(address).await.len(), 1, "following the link has confirmed it");
    assert_eq!(app.post(&confirm, &[]).await.status, 200);
    assert_eq!(app.mails_to(address).await.len(), 2, "the welcome");
}

/// Sends a digest of all articles; its mail by recipient.
async fn send(app: &TestApp, subject: &str) -> (i64, Vec<(String, ReadMail)>) {
    let id = app.compose(subject).await;
    app.send_digest(id).await;
    let mut mails = app.mails().await;
    mails.retain(|(_, mail)| mail.header("Subject") == Some(subject));
    mails.sort_by(|(one, _), (other, _)| one.cmp(other));
    (id, mails)
}

/// The counters of a digest, which must be those of its rows.
async fn counters(app: &TestApp, digest: i64) -> Counters {
    let work = move |conn: &mut Conn| {
        let dispatch = digest::by_id(conn, digest)?.unwrap().dispatch_id.unwrap();
        let mut rows = |state: Option<DeliveryState>| -> Result<i64, Error> {
            Ok(i64::try_from(delivery::deliveries(conn, Some(dispatch), state, 0, 100)?.len()).unwrap())
        };
        let counted = Counters {
            expected: rows(None)?,
            expected_final: true,
            sent: rows(Some(DeliveryState::Sent))?,
            failed: rows(Some(DeliveryState::Failed))?,
            skipped: rows(Some(DeliveryState::Skipped))?,
            cancelled: rows(Some(DeliveryState::Cancelled))?,
            unknown: rows(Some(DeliveryState::Unknown))?,
        };
        assert_eq!(delivery::counters(conn, dispatch)?, counted);
        Ok(counted)
    };
    app.read(work).await
}

/// The path of the URL in `List-Unsubscribe`.
fn one_click(app: &TestApp, mail: &ReadMail) -> String {
    let value = mail.header("List-Unsubscribe").unwrap();
    let url = value.strip_prefix('<').and_then(|rest| rest.split('>').next()).unwrap();
    url.strip_prefix(&app.base).unwrap_or_else(|| panic!("{url} is not ours")).to_owned()
}

/// RFC 8058, section 3.1: a POST with this one pair, as either kind of form, without a cookie.
async fn click(app: &TestApp, path: &str, multipart: bool) -> Answer {
    let (kind, body) = if multipart {
        let part = "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click";
        ("multipart/form-data; boundary=edge", format!("--edge\r\n{part}\r\n--edge--\r\n"))
    } else {
        ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click".to_owned())
    };
    app.send(app.request(Method::POST, path).header(CONTENT_TYPE, kind).body(body)).await
}

fn addresses<'a>(text: &'a str, begins: &str, ends: &[char]) -> BTreeSet<String> {
    let rest = |at: (usize, &'a str)| &text[at.0 + begins.len()..];
    let found = text.match_indices(begins).map(rest).filter(|rest| rest.starts_with("http"));
    found
        .map(|rest| rest.split(|c: char| c.is_whitespace() || ends.contains(&c)).next().unwrap().replace("&amp;", "&"))
        .collect()
}

#[tokio::test]
async fn a_digest_reaches_each_reader_once_and_one_click_unsubscribes() {
    let app = TestApp::start().await;
    app.article("Ferries run later", &["Harbour"], 0).await;
    app.article("Warm pool", &["Town"], 1_000).await;
    for reader in READERS {
        join(&app, reader).await;
    }
    let (first, mails) = send(&app, "Boats until one").await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), [READERS[0], READERS[2], READERS[1]]);
    let all = counters(&app, first).await;
    assert_eq!((all.expected, all.sent, all.to_go()), (3, 3, 0));

    let clicks: Vec<String> = mails.iter().map(|(_, mail)| one_click(&app, mail)).collect();
    assert_eq!(clicks.iter().collect::<BTreeSet<_>>().len(), 3, "each reader has a link of their own");
    for (_, mail) in &mails {
        assert_eq!(mail.header("List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
        let text = addresses(&mail.text, "", &['<', '>', '(', ')']);
        let html = addresses(mail.html.as_ref().unwrap(), "href=\"", &['"']);
        assert_eq!(text, html);
        assert!(text.iter().any(|link| link.ends_with(&one_click(&app, mail))), "{text:?}");
    }

    assert_eq!(app.get(&clicks[0]).await.status, 200);
    assert_eq!(click(&app, &clicks[1], false).await.status, 200);
    assert_eq!(click(&app, &clicks[2], true).await.status, 200);
    let (second, mails) = send(&app, "Ferries again").await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), [READERS[0]], "who has only looked stays");
    let all = counters(&app, second).await;
    assert_eq!((all.expected, all.sent, all.to_go()), (1, 1, 0));
}
