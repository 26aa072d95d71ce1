//! The API: JSON under `/api/v1` for programs with a key, and for a sign-up without one.
//!
//! What a key may do is what its role may do ([`crate::actor::Role::may`]); newsletters can be read with any key. Failures are
//! problem documents (RFC 9457). A POST with an `Idempotency-Key` acts once. GET changes nothing.

mod articles;
mod body;
mod deliveries;
mod digest_actions;
mod digests;
mod document;
mod feeds;
mod key;
mod newsletters;
mod once;
mod page;
mod problem;
mod schemas;
mod subscribers;
mod subscriptions;

use std::collections::BTreeMap;

use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::from_fn;
use actix_web::{FromRequest, Handler, HttpResponse, Responder, ResponseError, Route, web};

pub use self::document::ROOT;
use self::problem::Problem;
use super::cors;
use super::public::defence::challenge;

/// One thing that is offered.
struct Offer {
    method: Method,
    path: &'static str,
    /// Whether it takes no key. All methods of a path are alike in this.
    open: bool,
    route: Route,
}

fn on<F, Args>(method: Method, path: &'static str, handler: F) -> Offer
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let route =
        if method == Method::GET { super::route::get(handler) } else { web::method(method.clone()).to(handler) };
    Offer { method, path, open: false, route }
}

fn open(offer: Offer) -> Offer {
    Offer { open: true, ..offer }
}

/// The whole API, in one table.
fn table() -> Vec<Offer> {
    let (get, post, patch, delete) = (Method::GET, Method::POST, Method::PATCH, Method::DELETE);
    vec![
        open(on(get.clone(), "/openapi.json", document::serve)),
        open(on(get.clone(), "/challenge", challenge)),
        open(on(post.clone(), "/subscriptions", subscriptions::add)),
        on(get.clone(), "/subscribers", subscribers::list),
        on(post.clone(), "/subscribers", subscribers::add),
        on(get.clone(), "/subscribers/{id}", subscribers::one),
        on(get.clone(), "/articles", articles::list),
        on(post.clone(), "/articles", articles::add),
        on(get.clone(), "/feeds", feeds::list),
        on(post.clone(), "/feeds", feeds::add),
        on(patch.clone(), "/feeds/{id}", feeds::change),
        on(delete, "/feeds/{id}", feeds::remove),
        on(get.clone(), "/newsletters", newsletters::list),
        on(post.clone(), "/newsletters", newsletters::add),
        on(patch.clone(), "/newsletters/{slug}", newsletters::change),
        on(get.clone(), "/digests", digests::list),
        on(post.clone(), "/digests", digests::compose),
        on(get.clone(), "/digests/{id}", digests::one),
        on(patch, "/digests/{id}", digests::change),
        on(post.clone(), "/digests/{id}/approve", digest_actions::approve),
        on(post.clone(), "/digests/{id}/test", digest_actions::test),
        on(post.clone(), "/digests/{id}/send", digest_actions::send),
        on(post.clone(), "/digests/{id}/pause", digest_actions::pause),
        on(post.clone(), "/digests/{id}/resume", digest_actions::resume),
        on(post.clone(), "/digests/{id}/cancel", digest_actions::cancel),
        on(post, "/digests/{id}/resend-failed", digest_actions::resend_failed),
        on(get, "/deliveries", deliveries::list),
    ]
}

/// The methods and paths that [`configure`] registers, in no order.
#[must_use]
pub fn offered() -> Vec<(String, String)> {
    table().into_iter().map(|offer| (offer.method.to_string(), format!("{ROOT}{}", offer.path))).collect()
}

/// Registers the API. What takes no key may be asked from pages of other sites that embed the sign-up form.
pub fn configure(config: &mut web::ServiceConfig) {
    let mut by_path: BTreeMap<&str, Vec<Offer>> = BTreeMap::new();
    for offer in table() {
        by_path.entry(offer.path).or_default().push(offer);
    }
    let mut scope = web::scope(ROOT).wrap(from_fn(problem::only_problems));
    for (path, offers) in by_path {
        let allowed = allowed(&offers);
        let is_open = offers.iter().any(|offer| offer.open);
        let mut resource = web::resource(path);
        for offer in offers {
            resource = resource.route(offer.route);
        }
        let resource = resource.default_service(web::to(move || std::future::ready(other_method(allowed.clone()))));
        scope = if is_open {
            scope.service(resource.wrap(from_fn(cors::for_embeds)))
        } else {
            scope.service(resource.wrap(from_fn(key::known_only)))
        };
    }
    config.service(scope.default_service(web::to(nothing_here)));
}

/// The value of `Allow` (RFC 9110 section 10.2.1).
fn allowed(offers: &[Offer]) -> String {
    let mut methods: Vec<&str> = offers.iter().map(|offer| offer.method.as_str()).collect();
    if methods.contains(&"GET") {
        methods.push("HEAD");
    }
    methods.join(", ")
}

fn other_method(allowed: String) -> HttpResponse {
    HttpResponse::build(StatusCode::METHOD_NOT_ALLOWED).insert_header((header::ALLOW, allowed)).finish()
}

/// The answer to a request that is refused before it reaches the API.
#[must_use]
pub fn refusal(status: StatusCode) -> HttpResponse {
    Problem::of(status).error_response()
}

async fn nothing_here() -> HttpResponse {
    Problem::not_found("api-nothing-here").error_response()
}
