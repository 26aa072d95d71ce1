//! The administration over HTTP: subscribers, newsletters, feeds, articles, enquiries, suppressions, settings, first
//! run.

mod articles;
mod closed;
mod enquiries;
mod feeds;
mod history;
mod imports;
mod kept;
mod newsletters;
mod people;
mod settings;
mod subscribers;
mod topics;

use reqwest::header::{CONTENT_TYPE, COOKIE, ORIGIN};
use reqwest::{Method, RequestBuilder};
use tidings::account::{self, Browser, NewUser};
use tidings::actor::{Actor, Role};
use tidings::audit::{self, Filter};
use tidings::email_address::EmailAddress;
use tidings::web::csrf;

use crate::support::app::{Answer, TestApp};

const ADDRESS: &str = "marit@ledger.example";

/// A signed-in user of a running Tidings.
pub struct Desk {
    pub app: TestApp,
    cookie: String,
    csrf: String,
}

impl Desk {
    pub async fn open() -> Self {
        Self::of(TestApp::start().await, Role::Admin).await
    }

    pub async fn of(app: TestApp, role: Role) -> Self {
        let (now, random) = (app.now(), app.app.random.clone());
        let address = EmailAddress::parse(ADDRESS).unwrap();
        let new = NewUser { address, name: "Marit".to_owned(), role, password_hash: None };
        let work = move |conn: &mut tidings::db::Conn| match account::user_by_address(conn, &new.address)? {
            Some(user) => Ok(user.id),
            None => account::add_user(conn, &Actor::Operator, now, &new),
        };
        let user = app.app.db.write(work).await.unwrap();
        let opened = app
            .write(move |conn| {
                let link = account::make_sign_in_link(conn, &Actor::Operator, now, &random, user)?.unwrap();
                account::use_sign_in_link(conn, now, &random, &link, &Browser::default(), None)
            })
            .await
            .unwrap();
        let csrf = csrf::token(&app.app.keys, opened.session);
        Self { cookie: format!("tidings={}", opened.token), csrf, app }
    }

    pub fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.header(COOKIE, &self.cookie)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.app.send(self.signed(self.app.request(Method::GET, path))).await
    }

    /// The HTML of a page that must exist.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let fields = [fields, &[("csrf", self.csrf.as_str())]].concat();
        let form = self.app.form(path, &fields).header(ORIGIN, &self.app.base);
        self.app.send(self.signed(form)).await
    }

    /// Posts a form with a file.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
        let fields = [fields, &[("csrf", self.csrf.as_str())]].concat();
        let request = self.upload_request(path, &fields, file).header(ORIGIN, &self.app.base);
        self.app.send(self.signed(request)).await
    }

    /// The request that posts a form with a file, for callers that add headers.
    pub fn upload_request(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> RequestBuilder {
        const BOUNDARY: &str = "between-two-parts";
        let part = |head: String, content: &[u8]| {
            let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            [head.as_bytes(), content, b"\r\n"].concat()
        };
        let mut body: Vec<u8> =
            fields.iter().flat_map(|(name, value)| part(format!("name=\"{name}\""), value.as_bytes())).collect();
        body.extend(part(format!("name=\"file\"; filename=\"{}\"", file.0), file.1));
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        let request = self.app.request(Method::POST, path);
        request.header(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}")).body(body)
    }

    /// Posts a form that must be accepted; the path of the redirect.
    pub async fn does(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
        answer.location().to_owned()
    }

    /// Posts a form that must be refused at a field; the page.
    pub async fn is_refused(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, 422, "{path}: {}", answer.body);
        assert!(answer.body.contains("aria-invalid=\"true\""), "{}", answer.body);
        answer.body
    }

    /// The actions in the audit log, the newest first.
    pub async fn log(&self) -> Vec<String> {
        let entries = self.app.read(|conn| audit::page(conn, &Filter::default(), i64::MAX, 100)).await;
        assert!(entries.iter().all(|entry| !entry.detail.contains('@')), "an address is in the log: {entries:?}");
        entries.into_iter().map(|entry| entry.action).collect()
    }
}

/// The number at the end of a path such as `/admin/subscribers/7?done=x`.
pub fn id_of(path: &str) -> i64 {
    let path = path.split('?').next().unwrap();
    path.rsplit('/').next().unwrap().parse().unwrap_or_else(|_| panic!("no id in {path}"))
}

const PAGES: &[&str] = &[
    "/admin/subscribers",
    "/admin/subscribers/1",
    "/admin/subscribers/1/erase",
    "/admin/subscribers/imports",
    "/admin/subscribers/imports/new",
    "/admin/newsletters",
    "/admin/newsletters/new",
    "/admin/newsletters/1",
    "/admin/feeds",
    "/admin/feeds/1",
    "/admin/articles",
    "/admin/articles/new",
    "/admin/articles/1",
    "/admin/topics",
    "/admin/topics/1",
    "/admin/topics/1/merge",
    "/admin/enquiries",
    "/admin/enquiries/1",
    "/admin/suppressions",
    "/admin/settings",
    "/admin/users",
    "/admin/users/1",
    "/admin/api-keys",
    "/admin/api-keys/1/revoke",
    "/admin/audit",
    "/admin/first-run",
];

const ACTIONS: &[&str] = &[
    "/admin/subscribers",
    "/admin/subscribers/1/erase",
    "/admin/subscribers/1/subscriptions/1/ask",
    "/admin/subscribers/1/subscriptions/1/unsubscribe",
    "/admin/subscribers/imports/1/undo",
    "/admin/subscribers/export",
    "/admin/newsletters/new",
    "/admin/newsletters/1",
    "/admin/newsletters/1/close",
    "/admin/newsletters/1/reopen",
    "/admin/topics/1",
    "/admin/topics/1/merge",
    "/admin/topics/1/remove",
    "/admin/feeds",
    "/admin/feeds/1",
    "/admin/feeds/1/fetch",
    "/admin/feeds/1/remove",
    "/admin/articles/new",
    "/admin/articles/preview",
    "/admin/articles/1",
    "/admin/articles/1/publish",
    "/admin/articles/1/unpublish",
    "/admin/enquiries/1",
    "/admin/enquiries/1/close",
    "/admin/enquiries/1/reopen",
    "/admin/suppressions",
    "/admin/suppressions/lift",
    "/admin/settings",
    "/admin/users",
    "/admin/users/1",
    "/admin/users/1/link",
    "/admin/users/1/invite",
    "/admin/users/1/disable",
    "/admin/users/1/enable",
    "/admin/api-keys",
    "/admin/api-keys/1/revoke",
    "/admin/first-run",
    "/admin/first-run/test",
];

#[tokio::test]
async fn without_a_session_every_page_redirects_to_the_sign_in() {
    let app = TestApp::start().await;
    for path in PAGES {
        for answer in [app.get(path).await, app.head(path).await] {
            assert_eq!((answer.status, answer.location().starts_with("/admin/sign-in?next=")), (303, true), "{path}");
        }
    }
    for path in ACTIONS {
        let answer = app.send(app.form(path, &[("csrf", "x")]).header(ORIGIN, &app.base)).await;
        assert_eq!((answer.status, answer.location()), (303, "/admin/sign-in"), "{path}");
    }
}

#[tokio::test]
async fn an_action_from_elsewhere_or_without_its_field_is_refused() {
    let desk = Desk::open().await;
    for path in ACTIONS {
        let from_elsewhere = desk.app.form(path, &[("csrf", &desk.csrf)]).header(ORIGIN, "https://evil.example");
        assert_eq!(desk.app.send(desk.signed(from_elsewhere)).await.status, 403, "{path}");
        for field in ["", "junk"] {
            let form = desk.app.form(path, &[("csrf", field)]).header(ORIGIN, &desk.app.base);
            assert_eq!(desk.app.send(desk.signed(form)).await.status, 403, "{path}");
        }
        let bare = desk.app.form(path, &[]).header(ORIGIN, &desk.app.base);
        assert_eq!(desk.app.send(desk.signed(bare)).await.status, 403, "{path}");
    }
    assert!(
        !desk.log().await.iter().any(|line| ["subscriber", "site", "api-key"].iter().any(|noun| line.contains(noun)))
    );
}

#[tokio::test]
async fn an_unknown_id_is_answered_with_404() {
    let desk = Desk::open().await;
    for path in ["/admin/subscribers/99", "/admin/newsletters/99", "/admin/feeds/99", "/admin/articles/99"] {
        assert_eq!(desk.get(path).await.status, 404, "{path}");
    }
    for path in ["/admin/enquiries/99", "/admin/articles/x", "/admin/subscribers/99/erase"] {
        assert_eq!(desk.get(path).await.status, 404, "{path}");
    }
    for path in ["/admin/feeds/99", "/admin/articles/99/publish", "/admin/enquiries/99"] {
        assert_eq!(desk.post(path, &[("answer", "x")]).await.status, 404, "{path}");
    }
}

/// PostgreSQL refuses text with a NUL, so a search for one was answered with 500.
#[tokio::test]
async fn a_search_for_a_nul_finds_nothing_and_breaks_nothing() {
    let desk = Desk::open().await;
    for list in ["subscribers", "suppressions", "outbox", "articles", "deliveries", "enquiries", "audit"] {
        assert_eq!(desk.get(&format!("/admin/{list}?q=a%00b")).await.status, 200, "{list}");
    }
    let fields = [("email", "a@example.org"), ("name", ""), ("newsletter", "a\0b")];
    assert_eq!(desk.post("/admin/subscribers", &fields).await.status, 422);
}
