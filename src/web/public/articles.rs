//! An article's page. A person who reads it counts as a view.

use actix_web::http::header::{HeaderName, LOCATION, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse, web};

use super::cards::{TRENDING, cards, day, slug, topic_link};
use super::frame::{Ground, ground};
use super::pages::{ArticlePage, Source};
use super::structured::news_article;
use crate::article::score::SignalKind;
use crate::article::signal::{Seen, Who, is_reader};
use crate::article::{self, Article, AtSlug};
use crate::db::{Conn, Result};
use crate::html::SafeHtml;
use crate::markup;
use crate::web::client::client_address;
use crate::web::respond::{Answer, page};
use crate::web::{App, Refusal};

const SIMILAR: usize = 3;

enum ArticlePath {
    Story(Box<Story>),
    Moved(String),
    Gone,
    Unknown,
}

struct Story {
    ground: Ground,
    article: Article,
    body: SafeHtml,
    similar: Vec<Article>,
    trending: Vec<i64>,
}

/// The ids of the articles that have the tag.
pub fn trending_ids(conn: &mut Conn) -> Result<Vec<i64>> {
    article::trending_ids(conn, TRENDING)
}

fn find(conn: &mut Conn, slug: &str) -> Result<ArticlePath> {
    let article = match article::by_slug(conn, slug)? {
        AtSlug::Found(article) => *article,
        AtSlug::Moved(slug) => return Ok(ArticlePath::Moved(slug)),
        AtSlug::Gone => return Ok(ArticlePath::Gone),
        AtSlug::Unknown => return Ok(ArticlePath::Unknown),
    };
    let body = article::text(conn, article.id)?.map(|text| text.body).unwrap_or_default();
    let similar = article::similar_to(conn, article.id, SIMILAR)?;
    let trending = trending_ids(conn)?;
    Ok(ArticlePath::Story(Box::new(Story { ground: ground(conn)?, article, body, similar, trending })))
}

pub async fn show(request: HttpRequest, app: web::Data<App>, path: web::Path<String>) -> Answer {
    let slug = slug(path)?;
    let story = match app.db.read(move |conn| find(conn, &slug)).await? {
        ArticlePath::Story(story) => *story,
        // The address may one day be an article's again, so no browser keeps this.
        ArticlePath::Moved(slug) => {
            let to = format!("/articles/{slug}");
            return Ok(HttpResponse::MovedPermanently().insert_header((LOCATION, to)).finish());
        }
        ArticlePath::Gone => return Err(Refusal::Gone),
        ArticlePath::Unknown => return Err(Refusal::NotFound),
    };
    count_view(&request, &app, story.article.id);
    page(&article_page(&app, story))
}

fn count_view(request: &HttpRequest, app: &App, article: i64) {
    let Some(client) = client_address(request, app).filter(|_| is_read(request)) else { return };
    let who = Who::visitor(client, header(request, &USER_AGENT));
    app.signals.push(Seen { article, kind: SignalKind::View, who, at: app.clock.now() });
}

/// Whether a person reads what is asked for.
#[must_use]
pub fn is_read(request: &HttpRequest) -> bool {
    let purposes = [HeaderName::from_static("sec-purpose"), HeaderName::from_static("purpose")];
    let purpose = purposes.iter().find(|name| request.headers().contains_key(*name)).map(|name| header(request, name));
    is_reader(request.method().as_str(), purpose, header(request, &USER_AGENT))
}

fn header<'a>(request: &'a HttpRequest, name: &HeaderName) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn article_page(app: &App, story: Story) -> ArticlePage {
    let Story { ground, article, body, similar, trending } = story;
    let path = format!("/articles/{}", article.slug);
    let frame = ground.frame(&path, app.clock.now());
    let canonical = app.links.to(&path);
    let source = Source { name: article.source.clone(), url: article.url.clone().unwrap_or_default() };
    ArticlePage {
        date: day(&frame.locale, ground.site.time_zone, article.published_at),
        contact: frame.contact.clone(),
        topics: article.topics.iter().map(topic_link).collect(),
        trending: trending.contains(&article.id),
        source: (!source.name.is_empty()).then_some(source),
        structured: news_article(&article, &canonical, &ground.site.name, &frame.locale.tag()),
        canonical,
        similar: cards(&ground, &similar, &trending),
        sign_up: ground.sign_up(""),
        title: article.title,
        summary: article.summary,
        shows_image: article.image.as_deref().is_some_and(|image| !markup::has_image(body.as_str(), image)),
        image: article.image,
        body,
        frame,
    }
}
