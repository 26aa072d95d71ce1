//! Answers: a rendered page, a redirect after a POST.

use actix_web::body::MessageBody;
use actix_web::dev::ServiceResponse;
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentType};
use actix_web::web::{FormConfig, QueryConfig};
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

use super::Refusal;

/// What a handler answers.
pub type Answer = Result<HttpResponse, Refusal>;

/// A page with status 200.
pub fn page(template: &impl Template) -> Answer {
    page_with(StatusCode::OK, template)
}

/// A page with another status.
pub fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render()?;
    Ok(HttpResponse::build(status).content_type(ContentType::html()).body(html))
}

/// A form with an error at a field.
pub fn invalid(template: &impl Template) -> Answer {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// After a POST that did what it says (RFC 9110 section 15.4.4).
#[must_use]
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

/// Where a page is whose slug has changed (RFC 9110 section 15.4.2). No browser keeps it, as it keeps no page, because the
/// slug may be another's one day.
#[must_use]
pub fn moved(path: &str) -> HttpResponse {
    HttpResponse::MovedPermanently().insert_header((header::LOCATION, path)).finish()
}

/// How forms are read: up to so many bytes; one that cannot be read is refused with a page.
#[must_use]
pub fn forms_up_to(bytes: usize) -> FormConfig {
    FormConfig::default().limit(bytes).error_handler(|error, _| without_body(error))
}

/// How queries are read: one that cannot be is refused with a page.
#[must_use]
pub fn queries() -> QueryConfig {
    QueryConfig::default().error_handler(|error, _| without_body(error))
}

/// Only the status of an error: a middleware makes the page.
fn without_body(error: impl ResponseError + 'static) -> actix_web::Error {
    let status = error.status_code();
    InternalError::from_response(error, HttpResponse::new(status)).into()
}

/// Logs a failure of ours by method and route: the path or the query of a request may hold a token.
pub fn log_failure(response: &ServiceResponse<impl MessageBody>, error: &str, words: &str) {
    let request = response.request();
    let route = request.match_pattern().unwrap_or_default();
    tracing::error!(method = %request.method(), route, error, "{words}");
}
