//! What a failed request answers: a status; the page or the problem document around it is made by a middleware.
//! The cause goes into the log, never to the visitor.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use crate::db;

/// A failed request. `words` is what the visitor reads, when there is more to say than the status says.
#[derive(Debug)]
pub struct WebError {
    status: StatusCode,
    words: String,
}

/// The words of a failure, left in the response for the middleware that makes the page.
#[derive(Clone, Debug)]
pub struct Words(pub String);

impl WebError {
    #[must_use]
    pub fn new(status: StatusCode, words: impl Into<String>) -> Self {
        Self { status, words: words.into() }
    }

    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "")
    }

    #[must_use]
    pub fn gone() -> Self {
        Self::new(StatusCode::GONE, "")
    }

    /// Something of ours failed: logged, and told as no more than that.
    #[must_use]
    pub fn internal(cause: &impl fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "")
    }
}

impl From<db::Error> for WebError {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Busy => Self::new(StatusCode::SERVICE_UNAVAILABLE, ""),
            db::Error::Query(_) => Self::internal(&error),
            _ => {
                tracing::error!(%error, "the database is away");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "")
            }
        }
    }
}

impl fmt::Display for WebError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, self.words)
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        if !self.words.is_empty() {
            response.extensions_mut().insert(Words(self.words.clone()));
        }
        response
    }
}
