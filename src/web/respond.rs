//! Answers: a rendered page, a redirect after a POST, and pages for failures.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentType};
use actix_web::middleware::Next;
use actix_web::web::{FormConfig, QueryConfig};
use actix_web::{Error, HttpResponse, ResponseError, web};
use askama::Template;

use super::App;
use super::Refusal;
use super::admin;
use super::public::frame;
use super::public::pages::ErrorPage;

/// What a handler answers.
pub type Answer = Result<HttpResponse, Refusal>;

/// A page with status 200.
pub fn page(template: &impl Template) -> Answer {
    page_with(StatusCode::OK, template)
}

/// A page with another status, such as a form with an error at a field.
pub fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render()?;
    Ok(HttpResponse::build(status).content_type(ContentType::html()).body(html))
}

/// After a POST that did what it says (RFC 9110 section 15.4.4).
#[must_use]
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

/// How forms are read: up to so many bytes; one that cannot be read is refused with a page.
#[must_use]
pub fn forms_up_to(bytes: usize) -> FormConfig {
    FormConfig::default().limit(bytes).error_handler(|error, _| {
        let status = error.status_code();
        InternalError::from_response(error, HttpResponse::new(status)).into()
    })
}

/// How queries are read: one that cannot be is refused with a page.
#[must_use]
pub fn queries() -> QueryConfig {
    QueryConfig::default().error_handler(|error, _| {
        let status = error.status_code();
        InternalError::from_response(error, HttpResponse::new(status)).into()
    })
}

/// Logs a failure of ours by method and route: the path or the query of a request may hold a token.
pub fn log_failure(response: &ServiceResponse<impl MessageBody>, error: &str, words: &str) {
    let request = response.request();
    let route = request.match_pattern().unwrap_or_default();
    tracing::error!(method = %request.method(), route, error, "{words}");
}

/// Gives failures without a body a page; those of the API make their own document.
pub async fn error_pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<BoxBody>>, Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let path = request.path().to_owned();
    let response = next.call(request).await?.map_into_boxed_body();
    let refusal = response.response().error().and_then(|error| error.as_error::<Refusal>());
    if let Some(cause) = refusal.and_then(Refusal::cause) {
        log_failure(&response, &cause, "a request failed");
    }
    let status = response.status();
    let empty = matches!(
        response.response().body().size(),
        actix_web::body::BodySize::None | actix_web::body::BodySize::Sized(0)
    );
    let failed = status.is_client_error() || status.is_server_error();
    let wants_page =
        failed && empty && !path.starts_with("/api/") && !response.headers().contains_key(header::LOCATION);
    let (Some(app), true) = (app, wants_page) else { return Ok(response.map_into_left_body()) };
    let html = if let Some(html) = admin::error::page(response.request(), &app, status).await {
        html
    } else {
        let shown = ErrorPage::of(frame::or_plain(&app, &path).await, status.as_u16());
        shown.render().unwrap_or_else(|_| status.to_string())
    };
    let mut response = response.map_body(|_, _| EitherBody::left(BoxBody::new(html)));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/html; charset=utf-8"));
    Ok(response)
}
