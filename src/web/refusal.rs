//! Why a page is not shown or an action not done, as an answer. It never says more than the visitor may know.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, LOCATION};
use actix_web::{HttpResponse, ResponseError};

use super::session::SIGN_IN;
use crate::db;
use crate::locale::Locale;

/// Why a request of the administration is refused.
#[derive(Debug)]
pub enum Refusal {
    /// Nobody is signed in; `next` is where to go on afterwards, empty for none. Answered with a way to the sign-in.
    SignedOut { next: String },
    /// The role does not suffice, or the form was not ours.
    Forbidden,
    /// The form is incomplete or no form.
    Unreadable,
    NotFound,
    /// The password could not be hashed, or the page not be written.
    Broken(String),
    /// The database is busy or gone.
    Database(db::Error),
}

impl From<db::Error> for Refusal {
    fn from(error: db::Error) -> Self {
        Self::Database(error)
    }
}

impl From<askama::Error> for Refusal {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignedOut { .. } => f.write_str("nobody is signed in"),
            Self::Forbidden => f.write_str("not allowed"),
            Self::Unreadable => f.write_str("the form cannot be read"),
            Self::NotFound => f.write_str("there is nothing here"),
            Self::Broken(reason) => f.write_str(reason),
            Self::Database(error) => error.fmt(f),
        }
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignedOut { .. } => StatusCode::SEE_OTHER,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Database(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let status = self.status_code();
        let mut response = HttpResponse::build(status);
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        match self {
            Self::SignedOut { next } => return response.insert_header((LOCATION, sign_in_path(next))).finish(),
            Self::Broken(reason) => tracing::error!(%reason, "a page could not be made"),
            Self::Database(error) => tracing::error!(%error, "a page could not be made"),
            _ => {}
        }
        let locale = Locale::default();
        let (title, text) = (format!("error-{}-title", status.as_u16()), format!("error-{}-text", status.as_u16()));
        response.content_type("text/plain; charset=utf-8").body(format!("{}\n\n{}\n", locale.t(&title), locale.t(&text)))
    }
}

fn sign_in_path(next: &str) -> String {
    if next.is_empty() {
        return SIGN_IN.to_owned();
    }
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{SIGN_IN}?next={next}")
}
