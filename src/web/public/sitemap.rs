//! For search engines: what there is (sitemaps.org), where not to look (RFC 9309). And the icon that browsers ask for.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::document::document;
use crate::article;
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest;
use crate::web::assets::{asset, asset_url};
use crate::web::respond::Answer;
use crate::web::{App, Refusal};

const FRESH_SECONDS: u32 = 3_600;
/// Of each kind; a site map may have 50,000 addresses in all.
const ARTICLES: i64 = 10_000;
const DIGESTS: i64 = 5_000;
/// Pages that are there on every site.
const PAGES: [&str; 6] = ["/", "/archive", "/subscribe", "/contact", "/privacy", "/imprint"];
/// Not for search engines: signed links, forms' other ends, the editors' pages.
const PRIVATE: [&str; 8] =
    ["/admin", "/api/", "/confirm/", "/unsubscribe/", "/preferences/", "/go/", "/search", "/embed/"];

#[derive(Template)]
#[template(path = "public/sitemap.xml")]
struct Sitemap {
    pages: Vec<Place>,
}

struct Place {
    url: String,
    /// A day; empty when it says nothing.
    changed: String,
}

impl Place {
    fn changed(url: String, at: Timestamp) -> Self {
        Self { url, changed: at.to_utc().format("%Y-%m-%d").to_string() }
    }
}

pub async fn sitemap(request: HttpRequest, app: web::Data<App>) -> Answer {
    let work = |conn: &mut Conn| {
        Ok::<_, Refusal>((article::newest_slugs(conn, ARTICLES)?, digest::archive(conn, DIGESTS, 0)?))
    };
    let (articles, digests) = app.db.read(work).await?;
    let ground = app.ground().await?;
    let links = &app.links;
    let plain = |path: &str| Place { url: links.to(path), changed: String::new() };
    let mut pages: Vec<Place> = PAGES.iter().map(|path| plain(path)).collect();
    pages.extend(ground.topics.iter().map(|topic| plain(&format!("/topics/{}", topic.slug))));
    pages.extend(articles.iter().map(|(slug, changed)| Place::changed(links.article(slug), *changed)));
    pages.extend(
        digests
            .iter()
            .map(|digest| Place::changed(links.digest(&digest.slug), digest.started_at.unwrap_or(digest.updated_at))),
    );
    Ok(document(&request, "application/xml; charset=utf-8", FRESH_SECONDS, Sitemap { pages }.render()?))
}

pub async fn robots(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let closed: Vec<String> = PRIVATE.iter().map(|path| format!("Disallow: {path}")).collect();
    let text = format!("User-agent: *\n{}\n\nSitemap: {}\n", closed.join("\n"), app.links.to("/sitemap.xml"));
    document(&request, "text/plain; charset=utf-8", FRESH_SECONDS, text)
}

/// The icon under the name by which browsers ask for it unasked.
pub async fn icon() -> HttpResponse {
    match asset(&asset_url("icon.svg")) {
        Some(icon) => HttpResponse::Ok()
            .insert_header((CACHE_CONTROL, "public, max-age=86400"))
            .content_type(icon.content_type)
            .body(icon.bytes),
        None => HttpResponse::NotFound().finish(),
    }
}
