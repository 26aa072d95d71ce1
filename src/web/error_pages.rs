//! The pages of failures, in the look of the site or of the administration.

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{Error, web};
use askama::Template;

use super::kept::Kept;
use super::public::frame;
use super::public::pages::ErrorPage;
use super::respond::log_failure;
use super::{App, Refusal, admin};

/// Renders a page for a failure that has no body; the API makes its own documents.
pub async fn render(
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
    let empty = matches!(response.response().body().size(), BodySize::None | BodySize::Sized(0));
    let failed = status.is_client_error() || status.is_server_error();
    let wants_page =
        failed && empty && !path.starts_with("/api/") && !response.headers().contains_key(header::LOCATION);
    let (Some(app), true) = (app, wants_page) else { return Ok(response.map_into_left_body()) };
    let kept = response.response().extensions().get::<Kept>().cloned();
    let html = if let Some(html) = admin::error::page(response.request(), &app, status, kept.as_ref()).await {
        html
    } else {
        let shown = ErrorPage::of(frame::or_plain(&app, &path).await, status.as_u16());
        shown.render().unwrap_or_else(|_| status.to_string())
    };
    let mut response = response.map_body(|_, _| EitherBody::left(BoxBody::new(html)));
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/html; charset=utf-8"));
    Ok(response)
}
