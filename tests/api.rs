//! The API over HTTP: the real server, database, engine and capture relay.

mod bad_input;
mod digests;
mod document;
mod idempotency;
mod keys;
mod nouns;
mod sign_up;
mod test_mails;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use tidings::account;
use tidings::actor::{Actor, Role};
use tidings::token::Random;

use crate::support::app::{Options, TestApp};

pub use sign_up::solve;

/// A running Tidings with a key of each role.
pub struct Api {
    pub app: TestApp,
    pub editor: String,
    pub admin: String,
}

/// An answer and its JSON; null if it has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub status: u16,
    pub body: Value,
    pub text: String,
    pub headers: reqwest::header::HeaderMap,
}

impl Said {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// Fails unless this is a problem document of this status.
    #[track_caller]
    pub fn assert_problem(&self, status: u16) {
        assert_eq!(self.status, status, "{}", self.text);
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        assert_eq!((self.body["status"].as_u64(), &self.body["type"]), (Some(status.into()), &"about:blank".into()));
        assert!(!self.body["detail"].as_str().unwrap().is_empty() && !self.body["title"].as_str().unwrap().is_empty());
    }

    /// Fails unless this is a problem with this field.
    #[track_caller]
    pub fn assert_field(&self, status: u16, field: &str) {
        self.assert_problem(status);
        let fields: Vec<_> =
            self.body["errors"].as_array().into_iter().flatten().map(|fault| &fault["field"]).collect();
        assert!(fields.contains(&&Value::from(field)), "{field}: {}", self.text);
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        self.body
    }

    pub fn id(&self) -> i64 {
        self.body["id"].as_i64().unwrap()
    }
}

impl Api {
    pub async fn start() -> Self {
        Self::with(Options::default()).await
    }

    pub async fn with(options: Options) -> Self {
        let app = TestApp::with(options).await;
        let editor = key(&app, Role::Editor).await.1;
        let admin = key(&app, Role::Admin).await.1;
        Self { app, editor, admin }
    }

    /// A request without a key.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        self.app.request(method, &format!("/api/v1{path}"))
    }

    /// A request with the editor's key.
    pub fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.bare(method, path).bearer_auth(&self.editor)
    }

    pub async fn send(&self, request: RequestBuilder) -> Said {
        let answer = self.app.send(request).await;
        let body = serde_json::from_str(&answer.body).unwrap_or_default();
        Said { status: answer.status, body, text: answer.body, headers: answer.headers }
    }

    pub async fn get(&self, path: &str) -> Said {
        self.send(self.ask(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Said {
        self.send(with_json(self.ask(Method::POST, path), &body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Said {
        self.send(with_json(self.ask(Method::PATCH, path), &body)).await
    }

    /// A POST without a body, for actions.
    pub async fn act(&self, path: &str) -> Said {
        self.send(self.ask(Method::POST, path)).await
    }
}

pub fn with_json(request: RequestBuilder, body: &Value) -> RequestBuilder {
    request.header(CONTENT_TYPE, "application/json").body(body.to_string())
}

/// A new key: its id and its text.
pub async fn key(app: &TestApp, role: Role) -> (i64, String) {
    let now = app.now();
    app.write(move |conn| account::add_api_key(conn, &Actor::Operator, now, &Random::System, "test", role)).await
}
