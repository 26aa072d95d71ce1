//! Why a page is not shown or an action not done, as an answer. It never says more than the visitor may know: the cause
//! goes into the log. A middleware makes the page around it.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, ResponseError};

use super::entrance::SIGN_IN;
use super::kept::Kept;
use crate::account::HashingError;
use crate::db::{self, MayConflict, StoreError};
use crate::field::FieldErrors;

/// Why a request is refused.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in; `next` is where to go on afterwards, may be empty. Answered with a redirect to the sign-in.
    #[error("nobody is signed in")]
    SignedOut { next: String },
    /// The form belongs to another session, or to none: nothing was done, and its fields come back.
    #[error("the form belongs to an earlier session")]
    Stale(Kept),
    /// The role does not suffice, or the form was not ours.
    #[error("not allowed")]
    Forbidden,
    /// The form is incomplete or no form.
    #[error("the form cannot be read")]
    Unreadable,
    /// The form is larger than forms are.
    #[error("the form is too large")]
    TooLarge,
    /// Fields of the form are wrong; its handler shows it again.
    #[error("{0}")]
    Fields(FieldErrors),
    #[error("there is nothing here")]
    NotFound,
    /// It was here once: an expired link, an unpublished article.
    #[error("it is no longer here")]
    Gone,
    #[error("too many requests")]
    TooMany,
    /// Something of ours failed.
    #[error("{0}")]
    Broken(String),
    /// The database is busy or gone.
    #[error(transparent)]
    Database(#[from] db::Error),
}

impl Refusal {
    /// Something of ours failed; the cause is logged and not shown.
    #[must_use]
    pub fn broken(cause: &impl fmt::Display) -> Self {
        Self::Broken(cause.to_string())
    }

    /// What failed on our side, for the log.
    #[must_use]
    pub fn cause(&self) -> Option<String> {
        match self {
            Self::Broken(reason) => Some(reason.clone()),
            Self::Database(error) => Some(error.to_string()),
            _ => None,
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Db(error) => Self::Database(error),
            StoreError::Fields(errors) => Self::Fields(errors),
            StoreError::Missing => Self::NotFound,
        }
    }
}

impl MayConflict for Refusal {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Database(error) if error.is_conflict())
    }
}

impl From<HashingError> for Refusal {
    fn from(error: HashingError) -> Self {
        Self::broken(&error)
    }
}

impl From<askama::Error> for Refusal {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignedOut { .. } => StatusCode::SEE_OTHER,
            Self::Forbidden | Self::Stale(_) => StatusCode::FORBIDDEN,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Database(error) if error.is_outage() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Database(_) | Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        match self {
            Self::SignedOut { next } => {
                response.insert_header((LOCATION, sign_in_path(next)));
            }
            // The middleware makes the page.
            Self::Stale(kept) => {
                response.extensions_mut().insert(kept.clone());
            }
            _ => {}
        }
        response.finish()
    }
}

fn sign_in_path(next: &str) -> String {
    if next.is_empty() {
        return SIGN_IN.to_owned();
    }
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{SIGN_IN}?next={next}")
}
