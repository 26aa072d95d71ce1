//! A form of a signed-in user with a file (`multipart/form-data`, RFC 7578). As with [`super::posted`] it acts only if it came
//! from a page of ours and carries its session's field; its body is read only once somebody is signed in.

use std::future::Future;
use std::pin::Pin;

use actix_multipart::MultipartError;
use actix_multipart::form::{MultipartCollect, MultipartForm, MultipartFormConfig};
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};

use super::csrf;
use super::refusal::Refusal;
use super::session::{SignedIn, app};

/// A form with a file, of which one field is that of the session.
pub trait FileForm: MultipartCollect {
    /// The value of [`csrf::FIELD`].
    fn session_field(&self) -> &str;
}

/// What a signed-in user uploaded.
pub struct Upload<T> {
    pub by: SignedIn,
    pub form: T,
}

/// The largest form of a route, in bytes.
#[must_use]
pub fn up_to(bytes: usize) -> MultipartFormConfig {
    MultipartFormConfig::default().total_limit(bytes).memory_limit(bytes)
}

impl<T: FileForm + 'static> FromRequest for Upload<T> {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let user = SignedIn::from_request(request, payload);
        let body = MultipartForm::<T>::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let app = app(&request)?;
            if !csrf::is_from_here(request.method(), request.headers(), &app.links) {
                return Err(Refusal::Forbidden);
            }
            let by = user.await?;
            if !request.content_type().eq_ignore_ascii_case("multipart/form-data") {
                return Err(Refusal::Unreadable);
            }
            let form = body.await.map_err(|error| match error.as_error() {
                Some(MultipartError::Payload(PayloadError::Overflow)) => Refusal::TooLarge,
                _ => Refusal::Unreadable,
            })?;
            let form = form.into_inner();
            if !csrf::is_valid(&app.keys, by.session, form.session_field()) {
                return Err(Refusal::Forbidden);
            }
            Ok(Self { by, form })
        })
    }
}
