//! Why a request to the API is refused, as a problem document (RFC 9457). It never says more than the caller may know:
//! the cause of our own failures goes into the log.

use std::fmt;

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::db;
use crate::web::respond;

pub const CONTENT_TYPE: &str = "application/problem+json";
/// Seconds that a caller is asked to wait when we have too much to do.
const BUSY_SECONDS: &str = "2";

/// A problem document (RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong here, for a person.
    detail: String,
    /// What is wrong in which field, where it is the input's fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<Fault>,
    /// What failed on our side, for the log.
    #[serde(skip)]
    cause: Option<String>,
}

/// One fault of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// The name of the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub field: Option<String>,
    /// Which one of several rows, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub row: Option<usize>,
    pub detail: String,
}

impl Problem {
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self {
            kind: "about:blank",
            title,
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            cause: None,
        }
    }

    /// Something of ours failed; the cause is logged and not told.
    pub fn broken(cause: &impl fmt::Display) -> Self {
        let detail = "Something failed on our side. It has been noted in the log.";
        Self { cause: Some(cause.to_string()), ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, detail) }
    }

    /// The input was read and something in it is wrong.
    #[must_use]
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
    }

    /// One field of the input is wrong.
    pub fn field(field: &str, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Self::invalid(format!("{field}: {detail}")).with(Fault { field: Some(field.to_owned()), row: None, detail })
    }

    #[must_use]
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, detail)
    }

    #[must_use]
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    #[must_use]
    pub fn with(mut self, fault: Fault) -> Self {
        self.errors.push(fault);
        self
    }

    #[must_use]
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The document as text.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What can be said of a failure of which only the status is known.
    fn of(status: StatusCode) -> Self {
        let detail = match status {
            StatusCode::NOT_FOUND => "There is nothing here.",
            StatusCode::METHOD_NOT_ALLOWED => "This method does not work here; the header Allow names those that do.",
            StatusCode::PAYLOAD_TOO_LARGE => "The body is larger than 2 MiB.",
            StatusCode::BAD_REQUEST => "The request cannot be read.",
            _ => status.canonical_reason().unwrap_or("The request failed."),
        };
        Self::new(status, detail)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        if !error.is_outage() {
            return Self::broken(&error);
        }
        let detail = "The database cannot be used at this moment. Please try again.";
        Self { cause: Some(error.to_string()), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, detail) }
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status());
        response.content_type(CONTENT_TYPE);
        match self.status() {
            StatusCode::UNAUTHORIZED => response.insert_header((header::WWW_AUTHENTICATE, "Bearer realm=\"tidings\"")),
            StatusCode::SERVICE_UNAVAILABLE => response.insert_header((header::RETRY_AFTER, BUSY_SECONDS)),
            _ => &mut response,
        };
        response.body(self.text())
    }
}

/// Makes a problem document of every failure that has none, and lets no cache keep what a key was shown.
pub async fn only_problems(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<BoxBody>>, Error> {
    let mut response = next.call(request).await?.map_into_boxed_body();
    let problem = response.response().error().and_then(|error| error.as_error::<Problem>());
    if let Some(cause) = problem.and_then(|problem| problem.cause.as_deref()) {
        respond::log_failure(&response, cause, "a request to the API failed");
    }
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let is_problem = response.headers().get(header::CONTENT_TYPE).is_some_and(|value| value == CONTENT_TYPE)
        && !matches!(response.response().body().size(), BodySize::None | BodySize::Sized(0));
    if !failed || is_problem {
        return Ok(response.map_into_left_body());
    }
    let text = Problem::of(status).text();
    let mut response = response.map_body(|_, _| EitherBody::left(BoxBody::new(text)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
    Ok(response)
}
