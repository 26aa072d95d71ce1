//! Acting once: a POST repeated with its `Idempotency-Key` gets the first answer and does nothing.
//!
//! Key, effect and answer are stored in one transaction. A refusal leaves the key free, so that the caller may remove the
//! cause and try again with it.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::key::Key;
use super::problem::{self, Problem};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::guard::idempotency::{self, Begun};
use crate::token::base64url;
use crate::web::App;
use crate::web::client::{client_address, client_key};

/// The header by which a caller names one action.
pub const HEADER: &str = "Idempotency-Key";
/// The header of an answer that was given before.
pub const REPLAYED: &str = "Idempotent-Replayed";

/// The key that the caller gave to this action, if any.
#[derive(Clone, Debug)]
pub struct Once {
    key: Option<String>,
    /// Caller, method and path.
    scope: String,
}

impl FromRequest for Once {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request.extensions().get::<Key>().map(|key| key.id.to_string());
        let caller = key.unwrap_or_else(|| stranger(request));
        let scope = format!("{caller} {} {}", request.method(), request.path());
        let key = request.headers().get(HEADER).map(|value| value.to_str().unwrap_or_default().to_owned());
        if key.as_deref().is_some_and(|key| !idempotency::is_key(key)) {
            return ready(Err(Problem::new(StatusCode::BAD_REQUEST, "api-once-key")));
        }
        ready(Ok(Self { key, scope }))
    }
}

/// A caller without a key: its client, so that nobody learns or blocks what another has asked with the same word.
fn stranger(request: &HttpRequest) -> String {
    let app = request.app_data::<web::Data<App>>();
    let client = app.and_then(|app| Some(client_key(&app.keys, client_address(request, app)?)));
    format!("public {}", base64url(&client.unwrap_or_default()))
}

/// The answer of an action. A refusal is not stored for the next time.
#[derive(Clone, Debug)]
pub struct Reply {
    status: StatusCode,
    body: String,
}

impl Reply {
    /// The body must not hold a reader's address: it is stored for a day and would outlive an erasure.
    pub fn json(status: StatusCode, body: &impl Serialize) -> Result<Self, Problem> {
        let body = serde_json::to_string(body).map_err(|error| Problem::broken(&error))?;
        Ok(Self { status, body })
    }

    /// A refusal that commits what the transaction has counted.
    #[must_use]
    pub fn refusal(problem: &Problem) -> Self {
        Self { status: problem.status(), body: problem.text() }
    }

    fn response(self, replayed: bool) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        let failed = self.status.is_client_error() || self.status.is_server_error();
        response.content_type(if failed { problem::CONTENT_TYPE } else { "application/json" });
        if replayed {
            response.insert_header((REPLAYED, "true"));
        }
        response.body(self.body)
    }
}

/// Does `work` in one transaction, unless it was done before under this key.
pub async fn act(
    app: &App,
    once: Once,
    hash: [u8; 32],
    work: impl FnOnce(&mut Conn, Timestamp) -> Result<Reply, Problem> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let now = app.clock.now();
    let (reply, replayed) = app
        .db
        .write(move |conn| {
            if let Some(reply) = once.begin(conn, now, &hash)? {
                return Ok((reply, true));
            }
            let reply = work(conn, now)?;
            once.keep(conn, &reply)?;
            Ok::<_, Problem>((reply, false))
        })
        .await?;
    Ok(reply.response(replayed))
}

impl Once {
    /// The answer of the first time, if there was one.
    fn begin(&self, conn: &mut Conn, now: Timestamp, hash: &[u8; 32]) -> Result<Option<Reply>, Problem> {
        let Some(key) = &self.key else { return Ok(None) };
        match idempotency::begin(conn, now, &self.scope, key, hash)? {
            Begun::Fresh => Ok(None),
            Begun::Replay { status, body } => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
                Ok(Some(Reply { status, body }))
            }
            Begun::Mismatch => Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "api-once-body")),
            Begun::InProgress => Err(Problem::conflict("api-once-busy")),
        }
    }

    fn keep(&self, conn: &mut Conn, reply: &Reply) -> Result<(), Problem> {
        let Some(key) = &self.key else { return Ok(()) };
        if reply.status.is_success() {
            idempotency::remember(conn, &self.scope, key, reply.status.as_u16(), &reply.body)?;
        } else {
            idempotency::forget(conn, &self.scope, key)?;
        }
        Ok(())
    }
}
