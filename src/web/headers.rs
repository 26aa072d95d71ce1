//! The headers that every answer carries, whatever it is.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, AcceptEncoding, Encoding, Header, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};

use super::App;

/// Nothing but our own files; no frame around our pages.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; worker-src 'self'; connect-src 'self'; \
     img-src 'self' https: data:; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// For a mail shown in a frame of ours: its own inlined styles, no script, no form, no way out.
pub const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: data:; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/// What a client that was turned away, or came while the database is away, is asked to wait, in seconds.
const WAIT_AFTER_LIMIT: &str = "600";
const WAIT_FOR_DATABASE: &str = "30";

/// What the compression can answer in: the feature `compress-gzip`.
fn codings() -> [Encoding; 3] {
    [Encoding::identity(), Encoding::gzip(), Encoding::deflate()]
}

/// Answers a client that refuses every coding, and plain text too, with plain text: better than nothing (RFC 9110
/// section 12.5.3), and no page need be a 406.
pub async fn any_coding(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let wanted = AcceptEncoding::parse(&request).ok();
    if wanted.is_some_and(|wanted| wanted.negotiate(codings().iter()).is_none()) {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    next.call(request).await
}

/// Adds what the answer does not already say for itself.
pub async fn add(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let secure = request.app_data::<web::Data<App>>().is_some_and(|app| app.links.secure());
    let private = ["/admin", "/confirm/", "/preferences", "/unsubscribe/"];
    let private = private.iter().any(|path| request.path().starts_with(path));
    // A form of the administration proves by its origin that it is ours, so that page may say it to us.
    let referrer = match (private, request.path().starts_with("/admin")) {
        (_, true) => "same-origin",
        (true, false) => "no-referrer",
        (false, false) => "strict-origin-when-cross-origin",
    };
    let mut response = next.call(request).await?;
    let status = response.status();
    let headers = response.headers_mut();
    set(headers, header::CONTENT_SECURITY_POLICY, POLICY);
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::REFERRER_POLICY, referrer);
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(headers, HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    set(headers, header::CACHE_CONTROL, if private { "no-store" } else { "no-cache" });
    match status {
        StatusCode::TOO_MANY_REQUESTS => set(headers, header::RETRY_AFTER, WAIT_AFTER_LIMIT),
        StatusCode::SERVICE_UNAVAILABLE => set(headers, header::RETRY_AFTER, WAIT_FOR_DATABASE),
        _ => {}
    }
    if secure {
        set(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=63072000");
    }
    Ok(response)
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
