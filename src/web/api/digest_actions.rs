//! What is done with a digest: approving, testing, sending, pausing, resuming, cancelling, sending again to the failed.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::{Body, Nothing};
use super::digests::{WholeDigest, refused, whole};
use super::key::Key;
use super::once::{Once, Reply, act};
use super::page::Answer;
use super::problem::Problem;
use crate::db::Conn;
use crate::digest::{self, DigestState};
use crate::email_address::EmailAddress;
use crate::field::{FieldError, FieldErrorKind};
use crate::web::App;
use crate::web::digest_action::{
    APPROVE, CANCEL, DigestAction, Input, Outcome, PAUSE, RESEND, RESUME, Run, SCHEDULE, SEND, TEST,
};

type Id = web::Path<i64>;
type Replied = Result<Reply, Problem>;

/// A request for an action of the table, without its input.
struct Request {
    app: web::Data<App>,
    key: Key,
    id: i64,
    hash: [u8; 32],
    once: Once,
}

impl Request {
    fn new<T>(app: web::Data<App>, key: Key, id: &Id, body: &Body<T>, once: Once) -> Self {
        Self { app, key, id: **id, hash: body.hash, once }
    }

    /// Does an action; `reply` says what came of it.
    async fn act(
        self,
        action: &'static DigestAction,
        input: Input,
        reply: impl FnOnce(&mut Conn, i64, Outcome) -> Replied + std::marker::Send + 'static,
    ) -> Answer {
        let Self { app, key, id, hash, once } = self;
        let outfit = app.outfit();
        act(&app, once, hash, move |conn, now| {
            let run = Run { actor: &key.actor, now, outfit: &outfit, input: &input };
            let outcome = (action.run)(conn, &run, id).map_err(refused)?;
            reply(conn, id, outcome)
        })
        .await
    }
}

/// The digest as it is now.
fn digest_now(conn: &mut Conn, id: i64, _: Outcome) -> Replied {
    Reply::json(StatusCode::OK, &whole(conn, id)?)
}

/// Approve a draft that could be sent as it is. Approving an approved one again changes nothing.
#[utoipa::path(
    post,
    path = "/digests/{id}/approve",
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn approve(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    Request::new(app, key, &id, &body, once).act(&APPROVE, Input::default(), digest_now).await
}

/// Where a test goes.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TestSend {
    #[schema(format = Email, max_length = 320)]
    to: String,
}

/// A job of the delivery engine.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Queued {
    dispatch: i64,
}

/// Send a digest as it is now to one address. Apart from the articles', its links lead nowhere that changes anything.
#[utoipa::path(
    post,
    path = "/digests/{id}/test",
    request_body = TestSend,
    responses((status = 202, description = "The test is queued.", body = Queued)),
)]
pub async fn test(app: web::Data<App>, key: Key, id: Id, body: Body<TestSend>, once: Once) -> Answer {
    let to = EmailAddress::parse(&body.input.to).map_err(|error| FieldError::new("to", error))?;
    let input = Input { to: Some(to), ..Input::default() };
    let queued = |_: &mut Conn, _, outcome: Outcome| {
        let dispatch = outcome.dispatch.unwrap_or_default();
        Reply::json(StatusCode::ACCEPTED, &Queued { dispatch })
    };
    Request::new(app, key, &id, &body, once).act(&TEST, input, queued).await
}

/// When to send.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Send {
    /// The time to send at, as RFC 3339; at once where it is left out. A time that has passed is refused.
    #[schema(format = DateTime, example = "2031-10-24T07:00:00+02:00")]
    at: Option<String>,
}

/// Send a digest to every confirmed reader, once: approves a draft, and queues it, or sets the time at which it is sent.
/// Sending it again changes nothing; naming another time, while it waits, sets that one.
#[utoipa::path(
    post,
    path = "/digests/{id}/send",
    request_body = Send,
    responses((status = 202, description = "The digest is on its way, or scheduled.", body = WholeDigest)),
)]
pub async fn send(app: web::Data<App>, key: Key, id: Id, body: Body<Send>, once: Once) -> Answer {
    let unreadable = |_| FieldError::new("at", FieldErrorKind::NotADate);
    let at = body.input.at.as_deref().map(|at| at.parse().map_err(unreadable)).transpose()?;
    let action = if at.is_some() { &SCHEDULE } else { &SEND };
    let on_its_way = |conn: &mut Conn, id, _| {
        if digest::by_id(conn, id)?.is_some_and(|digest| digest.state == DigestState::Paused) {
            return Err(Problem::conflict("api-digest-paused"));
        }
        Reply::json(StatusCode::ACCEPTED, &whole(conn, id)?)
    };
    let input = Input { at, approve: true, ..Input::default() };
    Request::new(app, key, &id, &body, once).act(action, input, on_its_way).await
}

/// Pause a digest that is on its way: mails that are not yet handed over wait.
#[utoipa::path(
    post,
    path = "/digests/{id}/pause",
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn pause(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    Request::new(app, key, &id, &body, once).act(&PAUSE, Input::default(), digest_now).await
}

/// Resume a paused digest.
#[utoipa::path(
    post,
    path = "/digests/{id}/resume",
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn resume(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    Request::new(app, key, &id, &body, once).act(&RESUME, Input::default(), digest_now).await
}

/// Cancel a digest: before its time it is not sent, on its way the rest is not sent.
#[utoipa::path(
    post,
    path = "/digests/{id}/cancel",
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn cancel(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    Request::new(app, key, &id, &body, once).act(&CANCEL, Input::default(), digest_now).await
}

/// Whom to send to again.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Resend {
    /// Also those of whom it is not known whether they got it.
    unknown: bool,
}

/// How many are queued again.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Resent {
    queued: i64,
}

/// Send again to those whose delivery failed, except who has left since or is suppressed.
#[utoipa::path(
    post,
    path = "/digests/{id}/resend-failed",
    request_body = Resend,
    responses((status = 202, description = "So many are queued again.", body = Resent)),
)]
pub async fn resend_failed(app: web::Data<App>, key: Key, id: Id, body: Body<Resend>, once: Once) -> Answer {
    let input = Input { unknown: body.input.unknown, ..Input::default() };
    let queued = |_: &mut Conn, _, Outcome { queued, .. }| Reply::json(StatusCode::ACCEPTED, &Resent { queued });
    Request::new(app, key, &id, &body, once).act(&RESEND, input, queued).await
}
