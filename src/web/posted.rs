//! A form of a signed-in user: it acts only if it came from a page of ours and carries its session's field. The fields of
//! one that may not act come back to the user.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use super::csrf;
use super::kept::Kept;
use super::refusal::Refusal;
use super::session::{SignedIn, app};

/// What a signed-in user posted. `T` is mostly [`super::Submitted`].
#[derive(Debug)]
pub struct Posted<T> {
    pub by: SignedIn,
    pub form: T,
}

/// The form of a button: only its hidden field.
#[derive(Debug, serde::Deserialize)]
pub struct Empty {}

impl<T: DeserializeOwned + 'static> FromRequest for Posted<T> {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = read(request, payload);
        Box::pin(async move {
            let Read { by, body, fresh, kept } = read.await?;
            if fresh {
                return Ok(Self { by, form: read_form(&body)? });
            }
            Err(kept.map_or(Refusal::Forbidden, Refusal::Stale))
        })
    }
}

/// A form of any session of a signed-in user, for forms with long texts: where it carries the field of an earlier session,
/// its handler only shows it again, so that the text is not lost.
#[derive(Debug)]
pub struct AnySession<T> {
    pub posted: Posted<T>,
    /// Whether it may act.
    pub fresh: bool,
}

impl<T: DeserializeOwned + 'static> FromRequest for AnySession<T> {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = read(request, payload);
        Box::pin(async move {
            let Read { by, body, fresh, .. } = read.await?;
            // Whether a form that may not act could be read is not told.
            let form = read_form(&body).map_err(|error| if fresh { error } else { Refusal::Forbidden })?;
            Ok(Self { posted: Posted { by, form }, fresh })
        })
    }
}

/// A form as it came.
struct Read {
    by: SignedIn,
    body: String,
    /// Whether it carries the field of its user's session.
    fresh: bool,
    kept: Option<Kept>,
}

fn read(request: &HttpRequest, payload: &mut Payload) -> impl Future<Output = Result<Read, Refusal>> + use<> {
    let user = SignedIn::from_request(request, payload);
    let body = String::from_request(request, payload);
    let request = request.clone();
    async move {
        let app = app(&request)?;
        if !csrf::is_from_here(request.method(), request.headers(), &app.links) {
            return Err(Refusal::Forbidden);
        }
        let to = request.uri().path_and_query().map(|to| to.as_str().to_owned()).unwrap_or_default();
        let by = match user.await {
            Err(Refusal::SignedOut { next }) if is_form(&request) => {
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
        let field = form_urlencoded::parse(body.as_bytes()).find(|(name, _)| name == csrf::FIELD);
        let fresh = field.is_some_and(|(_, value)| csrf::is_valid(&app.keys, by.session, &value));
        let kept = if fresh { None } else { Kept::of(&to, &body) };
        Ok(Read { by, body, fresh, kept })
    }
}

fn is_form(request: &HttpRequest) -> bool {
    request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Reads a form's fields; unknown ones are ignored.
fn read_form<T: DeserializeOwned>(body: &str) -> Result<T, Refusal> {
    web::Query::from_query(body).map(web::Query::into_inner).map_err(|_| Refusal::Unreadable)
}
