//! Every URL, in one table. GET routes answer HEAD too.

use actix_web::http::Method;
use actix_web::{Handler, HttpResponse, Responder, Route, guard, web};

use super::public::{confirm, preferences, sign_up};
use super::{admin, api, assets, public};

/// A route for GET and HEAD.
pub fn get<F, Args>(handler: F) -> Route
where
    F: Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler)
}

pub fn configure(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .route("/healthz", get(public::health::alive))
        .route("/readyz", get(public::health::ready))
        .route("/assets/{file}", get(asset))
        .service(web::resource("/subscribe").route(get(sign_up::form)).route(post().to(sign_up::post)))
        .route("/subscribe/done", get(sign_up::done))
        .service(web::resource("/confirm/{token}").route(get(confirm::show)).route(post().to(confirm::post)))
        .service(
            web::resource("/unsubscribe/{token}")
                .route(get(confirm::show_unsubscribe))
                .route(post().to(confirm::unsubscribe)),
        )
        .service(web::resource("/preferences").route(get(preferences::ask)).route(post().to(preferences::send_link)))
        .route("/preferences/sent", get(preferences::sent))
        .service(web::resource("/preferences/{token}").route(get(preferences::show)))
        .route("/preferences/{token}/subscription", post().to(preferences::subscription))
        .route("/preferences/{token}/details", post().to(preferences::details))
        .route("/preferences/{token}/data.json", get(preferences::download))
        .route("/preferences/{token}/erase", post().to(preferences::erase))
        .configure(admin::configure)
        .configure(api::configure)
        .default_service(web::route().to(nothing_here));
}

async fn asset(file: web::Path<String>) -> HttpResponse {
    match assets::asset(&file) {
        Some(asset) => HttpResponse::Ok()
            .insert_header(("Cache-Control", assets::CACHE_CONTROL))
            .content_type(asset.content_type)
            .body(asset.bytes),
        None => HttpResponse::NotFound().finish(),
    }
}

async fn nothing_here(method: Method) -> HttpResponse {
    if method == Method::GET || method == Method::HEAD || method == Method::POST {
        HttpResponse::NotFound().finish()
    } else {
        HttpResponse::MethodNotAllowed().finish()
    }
}
