//! Every URL, in one table. GET routes answer HEAD too.

use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::{Handler, HttpResponse, Responder, Route, guard, web};

use super::public::{
    archive, articles, atom, click, confirm, contact, digests, embed, front, preferences, search, sign_up, sitemap,
    texts, topics,
};
use super::{admin, api, assets, cors, public, respond};

/// A route for GET and HEAD.
pub fn get<F, Args>(handler: F) -> Route
where
    F: Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler)
}

/// The largest form of a reader, in bytes: the longest message with every character encoded fits.
const MOST_FORM: usize = 256 * 1024;

pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .route("/healthz", get(public::health::alive))
        .route("/readyz", get(public::health::ready))
        .route("/assets/{file}", get(asset))
        .configure(pages)
        .configure(embeds)
        .configure(forms)
        .configure(admin::configure)
        .configure(api::configure)
        .default_service(web::route().to(nothing_here));
}

/// What readers read.
fn pages(routes: &mut web::ServiceConfig) {
    routes
        .route("/", get(front::show))
        .route("/articles/{slug}", get(articles::show))
        .route("/topics/{slug}", get(topics::show))
        .route("/search", get(search::show))
        .route("/archive", get(archive::show))
        .route("/digests/{slug}", get(digests::show))
        .route("/go/{token}/{article}", get(click::follow))
        .route("/privacy", get(texts::privacy))
        .route("/imprint", get(texts::imprint))
        .route("/feed.xml", get(atom::articles))
        .route("/digests.xml", get(atom::digests))
        .route("/sitemap.xml", get(sitemap::sitemap))
        .route("/robots.txt", get(sitemap::robots))
        .route("/favicon.ico", get(sitemap::icon));
}

/// What forms on other sites need.
fn embeds(routes: &mut web::ServiceConfig) {
    let script = web::resource("/embed.js").wrap(from_fn(cors::for_embeds));
    routes.service(script.route(get(embed::script))).route("/embed/{newsletter}", get(embed::show));
}

/// What readers send.
fn forms(routes: &mut web::ServiceConfig) {
    let post = web::post;
    let limited = |path: &str| web::resource(path).app_data(respond::forms_up_to(MOST_FORM));
    routes
        .service(limited("/subscribe").route(get(sign_up::form)).route(post().to(sign_up::post)))
        .route("/subscribe/done", get(sign_up::done))
        .service(web::resource("/confirm/{token}").route(get(confirm::show)).route(post().to(confirm::post)))
        .service(
            web::resource("/unsubscribe/{token}")
                .route(get(confirm::show_unsubscribe))
                .route(post().to(confirm::unsubscribe)),
        )
        .service(limited("/preferences").route(get(preferences::ask)).route(post().to(preferences::send_link)))
        .route("/preferences/sent", get(preferences::sent))
        .service(web::resource("/preferences/{token}").route(get(preferences::show)))
        .route("/preferences/{token}/subscription", post().to(preferences::subscription))
        .route("/preferences/{token}/details", post().to(preferences::details))
        .route("/preferences/{token}/data.json", get(preferences::download))
        .route("/preferences/{token}/erase", post().to(preferences::erase))
        .service(limited("/contact").route(get(contact::form)).route(post().to(contact::post)))
        .route("/contact/sent", get(contact::sent));
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
