//! Forms that were filled in before a session ended, or in an earlier one.

use reqwest::header::ORIGIN;
use tidings::account::password::{Memory, Password};
use tidings::account::{self, NewUser};
use tidings::actor::{Actor, Role};
use tidings::email_address::EmailAddress;

use super::{Desk, settings::enquire};
use crate::support::app::{Answer, TestApp};

const PASSWORD: &str = "the tide waits for nobody";
const OLAV: &str = "olav@ledger.example";

async fn with_password(desk: &Desk) {
    let (now, random) = (desk.app.now(), desk.app.app.random.clone());
    let hash = Password::parse(PASSWORD).unwrap().hash(&random, &mut Memory::default()).unwrap();
    let address = EmailAddress::parse(OLAV).unwrap();
    let new = NewUser { address, name: "Olav".to_owned(), role: Role::Editor, password_hash: Some(hash) };
    desk.app.app.db.write(move |conn| account::add_user(conn, &Actor::Operator, now, &new)).await.unwrap();
}

/// Posts from a page of ours by a browser without a cookie.
async fn signed_out(app: &TestApp, path: &str, fields: &[(&str, &str)]) -> Answer {
    app.send(app.form(path, fields).header(ORIGIN, &app.base)).await
}

/// The value of a hidden field, as a browser reads it.
fn hidden(page: &str, name: &str) -> String {
    let begin = format!("name=\"{name}\" value=\"");
    let value = page.split(&begin).nth(1).unwrap_or_else(|| panic!("no {name} in {page}")).split('"').next().unwrap();
    value.replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"").replace("&#60;", "<")
}

/// A form posted after the session had expired lost its values.
#[tokio::test]
async fn values_submitted_after_the_session_ended_are_sent_after_signing_in() {
    let desk = Desk::open().await;
    with_password(&desk).await;
    let id = enquire(&desk).await;
    let path = format!("/admin/enquiries/{id}");
    let typed = [("answer", "It will & \"must\".\r\n\r\nThe desk"), ("csrf", desk.csrf.as_str())];
    let asked = signed_out(&desk.app, &path, &typed).await;
    assert_eq!(asked.status, 403);
    for part in ["Your text is kept", "action=\"/admin/sign-in\"", "The desk</p>"] {
        assert!(asked.body.contains(part), "{part} is not in {}", asked.body);
    }
    let (to, kept) = (hidden(&asked.body, "kept_to"), hidden(&asked.body, "kept"));
    let sign_in = |password: &'static str| {
        let fields = [("email", OLAV), ("password", password), ("kept_to", to.as_str()), ("kept", kept.as_str())]
            .map(|(a, b)| (a, b.to_owned()));
        let app = &desk.app;
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            signed_out(app, "/admin/sign-in", &fields).await
        }
    };
    let wrong = sign_in("a wrong password, this").await;
    assert_eq!((wrong.status, hidden(&wrong.body, "kept")), (422, kept.clone()));
    let shown = sign_in(PASSWORD).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert!(shown.body.contains(&format!("action=\"{path}\"")) && shown.body.contains("Send it now"), "{}", shown.body);
    assert!(desk.app.mails_to("ann@example.org").await.is_empty(), "it is sent by a click alone");
    let cookie = shown.header("set-cookie").split(';').next().unwrap().to_owned();
    let csrf = hidden(shown.body.split("data-keep").nth(1).unwrap(), "csrf");
    let answer = hidden(&shown.body, "answer");
    let desk = Desk { cookie, csrf, ..desk };
    assert!(desk.does(&path, &[("answer", &answer)]).await.ends_with("?done=answered"));
    assert!(desk.app.mails_to("ann@example.org").await[0].text.contains("It will & \"must\"."));
}

#[tokio::test]
async fn a_form_of_an_earlier_session_comes_back_with_the_field_of_this_one() {
    let desk = Desk::open().await;
    let id = enquire(&desk).await;
    let path = format!("/admin/enquiries/{id}");
    let good = desk.csrf.clone();
    let stale = Desk { csrf: "junk".to_owned(), ..desk };
    let shown = stale.post(&path, &[("answer", "It will.")]).await;
    assert_eq!(shown.status, 403);
    assert!(shown.body.contains("action=\"/admin/sign-out\""), "it stays in the administration: {}", shown.body);
    assert_eq!(hidden(shown.body.split("data-keep").nth(1).unwrap(), "csrf"), good);
    assert_eq!(hidden(&shown.body, "answer"), "It will.");
}

#[tokio::test]
async fn values_for_other_sites_and_passwords_are_not_kept() {
    let desk = Desk::open().await;
    with_password(&desk).await;
    let elsewhere = desk.app.form("/admin/enquiries/1", &[("answer", "x")]).header(ORIGIN, "https://evil.example");
    let refused = desk.app.send(elsewhere).await;
    assert!(refused.status == 403 && !refused.body.contains("kept_to"), "{}", refused.body);
    let secret =
        signed_out(&desk.app, "/admin/account/password", &[("password", "secret"), ("password_new", "x")]).await;
    assert_eq!((secret.status, secret.location()), (303, "/admin/sign-in"));
    for to in ["https://evil.example/", "//evil.example/admin/x", "/subscribe", "/admin/sign-out"] {
        let fields = [("email", OLAV), ("password", PASSWORD), ("kept_to", to), ("kept", "answer=x")];
        let answer = signed_out(&desk.app, "/admin/sign-in", &fields).await;
        assert_eq!((answer.status, answer.location()), (303, "/admin"), "{to}");
    }
}
