//! A form of a signed-in user: read only if it came from a page of ours and carries its session's field.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;

use super::session::app;
use super::{Refusal, SignedIn, csrf};

/// What a signed-in user posted. `T` may be `Vec<(String, String)>` where a field comes several times.
#[derive(Debug)]
pub struct Posted<T> {
    pub by: SignedIn,
    pub form: T,
}

/// The form of a button: nothing but its hidden field.
#[derive(Debug, serde::Deserialize)]
pub struct Empty {}

impl<T: DeserializeOwned + 'static> FromRequest for Posted<T> {
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
            let by = user.await?;
            let body = if is_form(&request) { body.await.ok() } else { None };
            let body = body.ok_or(Refusal::Unreadable)?;
            let field = url::form_urlencoded::parse(body.as_bytes()).find(|(name, _)| name == csrf::FIELD);
            if !field.is_some_and(|(_, value)| csrf::is_valid(&app.keys, by.session, &value)) {
                return Err(Refusal::Forbidden);
            }
            let form = read_form(&body)?;
            Ok(Self { by, form })
        })
    }
}

fn is_form(request: &HttpRequest) -> bool {
    request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Reads a form's fields; unknown ones are passed over.
fn read_form<T: DeserializeOwned>(body: &str) -> Result<T, Refusal> {
    web::Query::from_query(body).map(web::Query::into_inner).map_err(|_| Refusal::Unreadable)
}
