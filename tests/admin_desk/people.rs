//! Users, keys, and the permissions of each role.

use reqwest::header::ORIGIN;
use tidings::account;
use tidings::actor::Role;

use super::{ACTIONS, Desk, PAGES, id_of};
use crate::support::app::TestApp;

/// Sections for administrators only.
const FOR_ADMINS: [&str; 5] =
    ["/admin/newsletters", "/admin/settings", "/admin/users", "/admin/api-keys", "/admin/first-run"];

fn is_for_admins(path: &str) -> bool {
    FOR_ADMINS.iter().any(|section| path.starts_with(section))
}

#[tokio::test]
async fn an_editor_reaches_only_the_pages_of_daily_work() {
    let desk = Desk::of(TestApp::start().await, Role::Editor).await;
    for path in PAGES {
        assert_eq!(desk.get(path).await.status == 403, is_for_admins(path), "{path}");
    }
    for path in ACTIONS {
        assert_eq!(desk.post(path, &[]).await.status == 403, is_for_admins(path), "{path}");
    }
    // Another spelling of the same path is the same section.
    assert_eq!(desk.get("/admin/%73ettings").await.status, 403);
    let page = desk.page("/admin").await;
    for section in FOR_ADMINS {
        assert!(!page.contains(&format!("href=\"{section}\"")), "{section} is offered to an editor");
    }
}

/// The error page had the readers' frame, which led away from the administration.
#[tokio::test]
async fn an_error_page_has_the_look_of_the_administration() {
    let desk = Desk::of(TestApp::start().await, Role::Editor).await;
    for (path, status) in [("/admin/users", 403), ("/admin/articles/99", 404), ("/admin/nowhere", 404)] {
        let answer = desk.get(path).await;
        assert_eq!((answer.status, answer.body.contains("action=\"/admin/sign-out\"")), (status, true), "{path}");
        assert!(!desk.app.get(path).await.body.contains("sign-out"), "{path}: nobody is signed in");
    }
    assert_eq!(desk.get("/admin/").await.location(), "/admin");
    for list in ["audit", "outbox"] {
        assert_eq!(desk.get(&format!("/admin/{list}?before=abc")).await.status, 200, "{list}");
    }
}

/// The value on a page that is shown once.
fn secret(page: &str) -> &str {
    page.split("tabindex=\"0\">").nth(1).unwrap().split('<').next().unwrap()
}

#[tokio::test]
async fn an_administrator_adds_a_user_who_signs_in_by_a_link() {
    let desk = Desk::open().await;
    let next =
        desk.does("/admin/users", &[("email", "olav@ledger.example"), ("name", "Olav"), ("role", "editor")]).await;
    let id = id_of(&next);
    let page = desk.post(&format!("/admin/users/{id}/link"), &[]).await;
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    let link = secret(&page.body).strip_prefix(&desk.app.base).unwrap().to_owned();
    assert_eq!(desk.app.post(&link, &[]).await.location(), "/admin");
    let page = desk.page("/admin/users").await;
    assert!(page.contains("Olav") && page.contains("No password yet"), "{page}");
    for (email, error) in [("olav@ledger.example", "already"), ("olav", "id=\"new-email-error\"")] {
        assert!(
            desk.is_refused("/admin/users", &[("email", email), ("role", "admin")]).await.contains(error),
            "{email}"
        );
    }
}

#[tokio::test]
async fn an_account_is_changed_disabled_and_enabled() {
    let desk = Desk::open().await;
    let next = desk.does("/admin/users", &[("email", "olav@ledger.example")]).await;
    let path = format!("/admin/users/{}", id_of(&next));
    desk.does(&path, &[("name", "Olav"), ("role", "admin")]).await;
    assert!(desk.page("/admin/users").await.contains("Olav"));
    assert!(desk.does(&format!("{path}/disable"), &[]).await.ends_with("done=user-disabled"));
    assert!(desk.does(&format!("{path}/link"), &[]).await.ends_with("error=user-disabled"));
    assert!(desk.does(&format!("{path}/enable"), &[]).await.ends_with("done=user-enabled"));
    let own = desk.app.read(account::users).await.into_iter().find(|user| user.name == "Marit").unwrap().id;
    let own = format!("/admin/users/{own}");
    assert!(desk.is_refused(&own, &[("name", "Marit"), ("role", "editor")]).await.contains("another administrator"));
    assert!(desk.does(&format!("{own}/disable"), &[]).await.ends_with("error=user-own"));
    assert!(!desk.page(&own).await.contains("/disable"), "nobody is offered to close their own account");
    let log = desk.log().await;
    let expected =
        ["user.enable", "user.disable", "user.rename", "user.change-role", "user.add"].map(str::to_owned).to_vec();
    assert_eq!(log[..5].to_vec(), expected);
}

#[tokio::test]
async fn a_key_is_shown_once_and_revoked_after_a_confirmation() {
    let desk = Desk::open().await;
    let made = desk.post("/admin/api-keys", &[("name", "Newsroom"), ("role", "editor")]).await;
    assert_eq!((made.status, made.header("cache-control")), (200, "no-store"));
    let key = secret(&made.body).to_owned();
    let uses = |key: String| desk.app.request(reqwest::Method::GET, "/api/v1/feeds").bearer_auth(key);
    assert_eq!(desk.app.send(uses(key.clone())).await.status, 200);
    let page = desk.page("/admin/api-keys").await;
    assert!(page.contains("Newsroom") && !page.contains(&key), "{page}");
    let revoke = page.split('"').find(|part| part.ends_with("/revoke")).unwrap().to_owned();
    assert!(desk.page(&revoke).await.contains("Revoke “Newsroom”"));
    assert_eq!(desk.app.send(uses(key.clone())).await.status, 200, "the question alone revokes nothing");
    desk.does(&revoke, &[]).await;
    assert_eq!(desk.app.send(uses(key)).await.status, 401);
    assert_eq!(desk.get(&revoke).await.status, 404);
    assert!(desk.is_refused("/admin/api-keys", &[("name", " ")]).await.contains("Fill in this field."));
}

/// Waits for so many mails to an address; a forgotten password is answered before its mail is queued.
async fn mails_to(desk: &Desk, address: &str, count: usize) -> Vec<tidings::mail::ReadMail> {
    for _ in 0..500 {
        let mails = desk.app.mails_to(address).await;
        if mails.len() >= count {
            return mails;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("no mail {count} to {address}")
}

#[tokio::test]
async fn an_invitation_and_a_link_for_a_forgotten_password_come_by_mail() {
    let desk = Desk::open().await;
    let new = [("email", "olav@ledger.example"), ("name", "Olav"), ("role", "editor"), ("invite", "yes")];
    let next = desk.does("/admin/users", &new).await;
    assert!(next.ends_with("done=user-mailed"), "{next}");
    let mails = mails_to(&desk, "olav@ledger.example", 1).await;
    assert_eq!(mails[0].header("Subject"), Some("Your account at Tidings"));
    let link = desk.app.link(&mails[0], "/admin/sign-in/");
    let chosen = [("password", "a boat that waits"), ("password_again", "a boat that waits")];
    let signed_in = |link: String| {
        let desk = &desk;
        async move { desk.app.send(desk.app.form(&link, &chosen).header(ORIGIN, &desk.app.base)).await }
    };
    assert_eq!(signed_in(link).await.location(), "/admin");

    let forget = |email: &'static str| {
        let form = desk.app.form("/admin/sign-in/forgotten", &[("email", email)]).header(ORIGIN, &desk.app.base);
        desk.app.send(form)
    };
    for email in ["olav@ledger.example", "nobody@ledger.example"] {
        let answer = forget(email).await;
        assert_eq!((answer.status, answer.location()), (303, "/admin/sign-in/forgotten?sent"), "{email}");
    }
    assert!(desk.app.get("/admin/sign-in/forgotten?sent").await.body.contains("Look into your mailbox"));
    assert_eq!(forget("nobody").await.status, 422);
    let mails = mails_to(&desk, "olav@ledger.example", 2).await;
    let link = desk.app.link(&mails[1], "/admin/sign-in/");
    assert!(mails[1].text.contains("half an hour"), "{}", mails[1].text);
    assert_eq!(signed_in(link.clone()).await.location(), "/admin");
    assert_eq!(signed_in(link).await.status, 410, "a link works once");
    assert_eq!(desk.app.mails_to("nobody@ledger.example").await.len(), 0);
}

#[tokio::test]
async fn a_closed_account_and_a_third_request_within_a_minute_get_no_link() {
    let desk = Desk::open().await;
    let id = id_of(&desk.does("/admin/users", &[("email", "olav@ledger.example"), ("role", "editor")]).await);
    for _ in 0..3 {
        let form = desk.app.form("/admin/sign-in/forgotten", &[("email", "olav@ledger.example")]);
        assert_eq!(desk.app.send(form.header(ORIGIN, &desk.app.base)).await.status, 303);
    }
    mails_to(&desk, "olav@ledger.example", 1).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(desk.app.mails_to("olav@ledger.example").await.len(), 1);
    desk.does(&format!("/admin/users/{id}/disable"), &[("sure", "yes")]).await;
    let refused = desk.post(&format!("/admin/users/{id}/invite"), &[]).await;
    assert!(refused.location().ends_with("error=user-not-mailed"), "{}", refused.location());
}
