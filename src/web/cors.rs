//! Which other sites' scripts may read our answers: those that a newsletter lets embed its form. Without cookies, ever.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_METHOD, HeaderMap, HeaderValue, ORIGIN, VARY,
};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse, web};

use super::App;
use crate::newsletter::{self, Newsletter};

/// Wraps a resource that embedded forms speak to: `.wrap(from_fn(cors::for_embeds))`. It answers the preflight (OPTIONS)
/// itself; to every other answer it adds who may read it (Fetch standard, CORS protocol).
pub async fn for_embeds(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<BoxBody>>, Error> {
    let asker = asker(&request).await;
    let asks_first =
        request.method() == Method::OPTIONS && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = if asks_first {
        let mut answer = HttpResponse::NoContent();
        answer.insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"));
        answer.insert_header((ACCESS_CONTROL_ALLOW_HEADERS, "content-type, idempotency-key"));
        answer.insert_header((ACCESS_CONTROL_MAX_AGE, "600"));
        request.into_response(answer.finish()).map_into_right_body()
    } else {
        next.call(request).await?.map_into_boxed_body().map_into_left_body()
    };
    let sign_up = response.request().extensions().get::<SignUpTo>().copied();
    let origin = asker.filter(|asker| asker.may_read(sign_up)).map(|asker| asker.origin);
    add(response.headers_mut(), origin);
    Ok(response)
}

/// The newsletter that a sign-up is to, which stands in its body: whoever reads that leaves it in the request.
#[derive(Clone, Copy, Debug)]
pub struct SignUpTo(pub i64);

/// Another site's page that asks, and the newsletters that let it.
struct Asker {
    origin: HeaderValue,
    allowed_by: Vec<i64>,
}

impl Asker {
    /// Before the newsletter is known, as in a preflight, any will do.
    fn may_read(&self, sign_up: Option<SignUpTo>) -> bool {
        sign_up.map_or(!self.allowed_by.is_empty(), |SignUpTo(newsletter)| self.allowed_by.contains(&newsletter))
    }
}

async fn asker(request: &ServiceRequest) -> Option<Asker> {
    let origin = request.headers().get(ORIGIN)?.clone();
    let app = request.app_data::<web::Data<App>>()?.clone();
    let newsletters = app.db.read(newsletter::list).await.ok()?;
    let text = origin.to_str().ok()?;
    let allowed_by = newsletters.iter().filter(|one| one.allows_origin(text)).map(|one| one.id).collect();
    Some(Asker { origin, allowed_by })
}

/// Whether a page may send sign-ups to a newsletter: one of ours or of a site that it allows. What is no browser names no
/// origin and is not asked for one.
#[must_use]
pub fn may_sign_up(app: &App, headers: &HeaderMap, newsletter: &Newsletter) -> bool {
    let Some(origin) = headers.get(ORIGIN) else { return true };
    origin.to_str().is_ok_and(|origin| origin == app.links.base() || newsletter.allows_origin(origin))
}

fn add(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    headers.append(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}
