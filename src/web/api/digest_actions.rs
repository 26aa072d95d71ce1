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
use crate::digest::{self, DigestState, send};
use crate::email_address::EmailAddress;
use crate::field::{FieldError, FieldErrorKind};
use crate::web::App;

type Id = web::Path<i64>;

/// Approve a draft that could be sent as it is. Approving an approved one again changes nothing.
#[utoipa::path(
    post,
    path = "/digests/{id}/approve",
    tag = "digests",
    params(("id" = i64, Path)),
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn approve(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    let (id, outfit) = (id.into_inner(), app.outfit());
    act(&app, once, body.hash, move |conn, now| {
        send::approve(conn, &key.actor, now, &outfit, id).map_err(refused)?;
        Reply::json(StatusCode::OK, &whole(conn, id)?)
    })
    .await
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
    tag = "digests",
    params(("id" = i64, Path)),
    request_body = TestSend,
    responses((status = 202, description = "The test is queued.", body = Queued)),
)]
pub async fn test(app: web::Data<App>, key: Key, id: Id, body: Body<TestSend>, once: Once) -> Answer {
    let address = EmailAddress::parse(&body.input.to).map_err(|error| FieldError::new("to", error))?;
    let (id, outfit) = (id.into_inner(), app.outfit());
    act(&app, once, body.hash, move |conn, now| {
        let dispatch = send::test(conn, &key.actor, now, &outfit, id, &address).map_err(refused)?;
        Reply::json(StatusCode::ACCEPTED, &Queued { dispatch })
    })
    .await
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
    tag = "digests",
    params(("id" = i64, Path)),
    request_body = Send,
    responses((status = 202, description = "The digest is on its way, or scheduled.", body = WholeDigest)),
)]
pub async fn send(app: web::Data<App>, key: Key, id: Id, body: Body<Send>, once: Once) -> Answer {
    let (id, outfit) = (id.into_inner(), app.outfit());
    let unreadable = |_| FieldError::new("at", FieldErrorKind::NotADate);
    let at = body.input.at.as_deref().map(|at| at.parse().map_err(unreadable)).transpose()?;
    act(&app, once, body.hash, move |conn, now| {
        if digest::by_id(conn, id)?.is_some_and(|digest| digest.state == DigestState::Paused) {
            return Err(Problem::conflict("api-digest-paused"));
        }
        match at {
            Some(at) => send::approve_and_schedule(conn, &key.actor, now, &outfit, id, at),
            None => send::approve_and_send(conn, &key.actor, now, &outfit, id).map(drop),
        }
        .map_err(refused)?;
        Reply::json(StatusCode::ACCEPTED, &whole(conn, id)?)
    })
    .await
}

/// Pause a digest that is on its way: mails that are not yet handed over wait.
#[utoipa::path(
    post,
    path = "/digests/{id}/pause",
    tag = "digests",
    params(("id" = i64, Path)),
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn pause(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    let id = id.into_inner();
    act(&app, once, body.hash, move |conn, now| {
        send::pause(conn, &key.actor, now, id).map_err(refused)?;
        Reply::json(StatusCode::OK, &whole(conn, id)?)
    })
    .await
}

/// Resume a paused digest.
#[utoipa::path(
    post,
    path = "/digests/{id}/resume",
    tag = "digests",
    params(("id" = i64, Path)),
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn resume(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    let id = id.into_inner();
    act(&app, once, body.hash, move |conn, now| {
        send::resume(conn, &key.actor, now, id).map_err(refused)?;
        Reply::json(StatusCode::OK, &whole(conn, id)?)
    })
    .await
}

/// Cancel a digest: before its time it is not sent, on its way the rest is not sent.
#[utoipa::path(
    post,
    path = "/digests/{id}/cancel",
    tag = "digests",
    params(("id" = i64, Path)),
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn cancel(app: web::Data<App>, key: Key, id: Id, body: Body<Nothing>, once: Once) -> Answer {
    let id = id.into_inner();
    act(&app, once, body.hash, move |conn, now| {
        send::cancel(conn, &key.actor, now, id).map_err(refused)?;
        Reply::json(StatusCode::OK, &whole(conn, id)?)
    })
    .await
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
    tag = "digests",
    params(("id" = i64, Path)),
    request_body = Resend,
    responses((status = 202, description = "So many are queued again.", body = Resent)),
)]
pub async fn resend_failed(app: web::Data<App>, key: Key, id: Id, body: Body<Resend>, once: Once) -> Answer {
    let (id, unknown) = (id.into_inner(), body.input.unknown);
    act(&app, once, body.hash, move |conn, now| {
        let queued = send::resend_failed(conn, &key.actor, now, id, unknown).map_err(refused)?;
        Reply::json(StatusCode::ACCEPTED, &Resent { queued })
    })
    .await
}
