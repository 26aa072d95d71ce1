//! Why a request to the API is refused, as a problem document (RFC 9457). Its texts are those of the English locale.
//! The cause of our own failures goes into the log and not into the answer.

use std::fmt;

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::db::{self, StoreError};
use crate::field::{FieldError, FieldErrors};
use crate::locale::{Arg, Locale};
use crate::web::respond;

pub const CONTENT_TYPE: &str = "application/problem+json";
/// Seconds that a caller is asked to wait when the database is busy.
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
    /// What is wrong, for a person.
    detail: String,
    /// What is wrong with which field, if the input is at fault.
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

impl Fault {
    /// An error of a field, in the row of a list or not.
    #[must_use]
    pub fn of(error: &FieldError, row: Option<usize>) -> Self {
        let field = Some(error.field.to_string()).filter(|field| !field.is_empty());
        Self { field, row, detail: error.words(&Locale::default()) }
    }
}

impl Problem {
    /// A problem with the text of this key.
    #[must_use]
    pub fn new(status: StatusCode, key: &str) -> Self {
        Self::in_words(status, Locale::default().t(key))
    }

    /// As [`Problem::new`], with one argument.
    #[must_use]
    pub fn with_value(status: StatusCode, key: &str, name: &'static str, value: impl Into<Arg>) -> Self {
        Self::in_words(status, Locale::default().t1(key, name, value))
    }

    /// A problem in the words of an error of a noun.
    #[must_use]
    pub fn in_words(status: StatusCode, detail: String) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self { kind: "about:blank", title, status: status.as_u16(), detail, errors: Vec::new(), cause: None }
    }

    /// Something of ours failed; the cause is logged and not shown.
    pub fn broken(cause: &impl fmt::Display) -> Self {
        Self { cause: Some(cause.to_string()), ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, "api-broken") }
    }

    /// Errors of fields, under the status of how the input was read.
    #[must_use]
    pub fn of_fields(status: StatusCode, errors: &FieldErrors) -> Self {
        let faults: Vec<Fault> = errors.iter().map(|error| Fault::of(error, None)).collect();
        let problem = match faults.as_slice() {
            [Fault { field: None, detail, .. }] => return Self::in_words(status, detail.clone()),
            [Fault { field: Some(field), detail, .. }] => Self::in_words(status, format!("{field}: {detail}")),
            _ => Self::new(status, "api-invalid"),
        };
        Self { errors: faults, ..problem }
    }

    #[must_use]
    pub fn conflict(key: &str) -> Self {
        Self::new(StatusCode::CONFLICT, key)
    }

    #[must_use]
    pub fn not_found(key: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, key)
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

    /// The problem of a failure of which only the status is known.
    #[must_use]
    pub fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::new(status, "api-nothing-here"),
            StatusCode::METHOD_NOT_ALLOWED => Self::new(status, "api-method"),
            StatusCode::PAYLOAD_TOO_LARGE => Self::new(status, "api-too-large"),
            StatusCode::BAD_REQUEST => Self::new(status, "api-unreadable"),
            StatusCode::REQUEST_TIMEOUT => Self::new(status, "api-too-slow"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::new(status, "api-coded"),
            _ => Self::in_words(status, status.canonical_reason().unwrap_or("Error").to_owned()),
        }
    }
}

/// A value that another thing has is a conflict; any other error is one of the input.
impl From<FieldErrors> for Problem {
    fn from(errors: FieldErrors) -> Self {
        let status = if errors.are_taken() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        Self::of_fields(status, &errors)
    }
}

impl From<FieldError> for Problem {
    fn from(error: FieldError) -> Self {
        FieldErrors::from(error).into()
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
        Self { cause: Some(error.to_string()), ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "api-busy") }
    }
}

impl Problem {
    /// Why an input was not stored; `missing` is the key of the text for what does not exist.
    #[must_use]
    pub fn not_stored(error: StoreError, missing: &str) -> Self {
        match error {
            StoreError::Db(error) => error.into(),
            StoreError::Fields(errors) => errors.into(),
            StoreError::Missing => Self::not_found(missing),
        }
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

/// Gives every failure a problem document, and lets no cache keep an answer.
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
