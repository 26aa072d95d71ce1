//! Every URL, in one table. GET routes answer HEAD too.

use actix_web::middleware::from_fn;
use actix_web::{HttpResponse, Resource, Route, web};

use super::public::{
    archive, articles, atom, click, confirm, contact, digests, embed, front, preferences, search, sign_up, sitemap,
    texts, topics,
};
use super::route::get;
use super::{admin, api, assets, cors, public};

/// A path with one route. Any other method is answered with 405 and those that work, which `App::route` would not do.
fn at(path: &str, route: Route) -> Resource {
    web::resource(path).route(route)
}

pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .service(at("/healthz", get(public::health::alive)))
        .service(at("/readyz", get(public::health::ready)))
        .service(at("/assets/{file}", get(asset)))
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
        .service(at("/", get(front::show)))
        .service(at("/articles/{slug}", get(articles::show)))
        .service(at("/topics/{slug}", get(topics::show)))
        .service(at("/search", get(search::show)))
        .service(at("/archive", get(archive::show)))
        .service(at("/digests/{slug}", get(digests::show)))
        .service(at("/go/{token}/{article:.*}", get(click::follow)))
        .service(at("/privacy", get(texts::privacy)))
        .service(at("/imprint", get(texts::imprint)))
        .service(at("/feed.xml", get(atom::articles)))
        .service(at("/digests.xml", get(atom::digests)))
        .service(at("/sitemap.xml", get(sitemap::sitemap)))
        .service(at("/robots.txt", get(sitemap::robots)))
        .service(at("/favicon.ico", get(sitemap::icon)));
}

/// What forms on other sites need.
fn embeds(routes: &mut web::ServiceConfig) {
    let script = web::resource("/embed.js").wrap(from_fn(cors::for_embeds));
    routes.service(script.route(get(embed::script))).service(at("/embed/{newsletter}", get(embed::show)));
}

/// What readers send.
fn forms(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .service(web::resource("/subscribe").route(get(sign_up::form)).route(post().to(sign_up::post)))
        .service(at("/subscribe/done", get(sign_up::done)))
        .service(web::resource("/confirm/{token}").route(get(confirm::show)).route(post().to(confirm::post)))
        .service(
            web::resource("/unsubscribe/{token}")
                .route(get(confirm::show_unsubscribe))
                .route(post().to(confirm::unsubscribe)),
        )
        .service(
            web::resource("/preferences")
                .route(get(preferences::request_form))
                .route(post().to(preferences::send_link)),
        )
        .service(at("/preferences/sent", get(preferences::sent)))
        .service(web::resource("/preferences/{token}").route(get(preferences::show)))
        .service(at("/preferences/{token}/link", post().to(preferences::send_fresh_link)))
        .service(at("/preferences/{token}/subscription", post().to(preferences::subscription)))
        .service(at("/preferences/{token}/details", post().to(preferences::details)))
        .service(at("/preferences/{token}/data.json", get(preferences::download)))
        .service(at("/preferences/{token}/erase", post().to(preferences::erase)))
        .service(web::resource("/contact").route(get(contact::form)).route(post().to(contact::post)))
        .service(at("/contact/sent", get(contact::sent)));
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

async fn nothing_here() -> HttpResponse {
    HttpResponse::NotFound().finish()
}
