//! A form of a signed-in user: it acts only if it came from a page of ours and carries its session's field. The fields of
//! one that may not act come back to the user.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::csrf;
use super::kept::{self, Kept};
use super::refusal::Refusal;
use super::session::{SignedIn, app};
use super::submitted::Submitted;

/// What a signed-in user posted.
#[derive(Debug)]
pub struct Posted {
    pub by: SignedIn,
    pub form: Submitted,
}

impl FromRequest for Posted {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let sent = AnySession::from_request(request, payload);
        Box::pin(async move {
            let AnySession { posted, fresh, kept } = sent.await?;
            if fresh { Ok(posted) } else { Err(kept.map_or(Refusal::Forbidden, Refusal::Stale)) }
        })
    }
}

/// A form of any session of a signed-in user, for forms with long texts: where it carries the field of an earlier session,
/// its handler only shows it again, so that the text is not lost.
#[derive(Debug)]
pub struct AnySession {
    pub posted: Posted,
    /// Whether it may act.
    pub fresh: bool,
    /// One that may not act, as it comes back to its user.
    kept: Option<Kept>,
}

impl FromRequest for AnySession {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let user = SignedIn::from_request(request, payload);
        let body = String::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let app = app(&request)?;
            if !csrf::is_from_here(request.method(), request.headers(), &app.links) {
                return Err(Refusal::Forbidden);
            }
            let to = request.uri().path_and_query().map(|to| to.as_str().to_owned()).unwrap_or_default();
            let by = match user.await {
                Err(Refusal::SignedOut { next }) if may_be_kept(&request) => {
                    let kept = body.await.ok().and_then(|body| Kept::of(&to, &body));
                    return Err(kept.map_or(Refusal::SignedOut { next }, Refusal::Stale));
                }
                user => user?,
            };
            if !is_form(&request) {
                return Err(Refusal::Unreadable);
            }
            let body = body.await.map_err(|error| match error.as_response_error().status_code() {
                StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge,
                _ => Refusal::Unreadable,
            })?;
            let form = Submitted::read(&body);
            let fresh = csrf::is_valid(&app.keys, by.session, form.get(csrf::FIELD));
            let kept = if fresh { None } else { Kept::of(&to, &body) };
            Ok(Self { posted: Posted { by, form }, fresh, kept })
        })
    }
}

/// Whether the form of somebody who is not signed in is worth reading.
fn may_be_kept(request: &HttpRequest) -> bool {
    let length = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    is_form(request) && length.is_some_and(|length| length <= kept::MOST)
}

fn is_form(request: &HttpRequest) -> bool {
    request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}
