//! An article's page. A person who reads it counts as a view.

use actix_web::http::header::USER_AGENT;
use actix_web::{HttpRequest, web};

use super::cards::{cards, day, slug, topic_link};
use super::pages::{ArticlePage, Source};
use super::structured::news_article;
use crate::article::score::SignalKind;
use crate::article::signal::{Seen, Who, is_reader};
use crate::article::{self, Article, AtSlug, Text};
use crate::assembly::ground::Ground;
use crate::db::{Conn, Result};
use crate::markup;
use crate::web::client::client_address;
use crate::web::respond::{Answer, moved, page};
use crate::web::{App, Refusal};

const SIMILAR: usize = 3;

/// What is at a slug, and the articles similar to it.
fn find(conn: &mut Conn, slug: &str) -> Result<(AtSlug, Vec<Article>)> {
    let at = article::by_slug(conn, slug)?;
    let similar = match &at {
        AtSlug::Found(article, _) => article::similar_to(conn, article.id, SIMILAR)?,
        AtSlug::Moved(_) | AtSlug::Gone | AtSlug::Unknown => Vec::new(),
    };
    Ok((at, similar))
}

pub async fn show(request: HttpRequest, app: web::Data<App>, path: web::Path<String>) -> Answer {
    let slug = slug(path)?;
    let (at, similar) = app.db.read(move |conn| find(conn, &slug)).await?;
    let (article, text) = match at {
        AtSlug::Found(article, text) => (*article, text),
        AtSlug::Moved(slug) => return Ok(moved(&format!("/articles/{slug}"))),
        AtSlug::Gone => return Err(Refusal::Gone),
        AtSlug::Unknown => return Err(Refusal::NotFound),
    };
    count_view(&request, &app, article.id);
    page(&article_page(&app, &*app.ground().await?, article, text, &similar))
}

fn count_view(request: &HttpRequest, app: &App, article: i64) {
    let Some(client) = client_address(request, app).filter(|_| is_read(request)) else { return };
    let who = Who::visitor(client, header(request, USER_AGENT.as_str()).unwrap_or_default());
    app.signals.push(Seen { article, kind: SignalKind::View, who, at: app.clock.now() });
}

/// Whether a person reads what is asked for.
#[must_use]
pub fn is_read(request: &HttpRequest) -> bool {
    is_reader(request.method().as_str(), |name| header(request, name))
}

fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

fn article_page(app: &App, ground: &Ground, article: Article, text: Text, similar: &[Article]) -> ArticlePage {
    let path = format!("/articles/{}", article.slug);
    let frame = ground.frame(&path, app.clock.now());
    let canonical = app.links.to(&path);
    let lang = text.language.unwrap_or_else(|| frame.locale.tag());
    let source = Source { name: article.source.clone(), url: article.url.clone().unwrap_or_default() };
    ArticlePage {
        date: day(&frame.locale, ground.site.time_zone, article.published_at),
        contact: frame.contact.clone(),
        topics: article.topics.iter().map(topic_link).collect(),
        trending: ground.trending.contains(&article.id),
        source: (!source.name.is_empty()).then_some(source),
        structured: news_article(&article, text.author.as_deref(), &canonical, &ground.site.name, &lang),
        canonical,
        similar: cards(ground, similar, &ground.trending),
        sign_up: ground.sign_up(&[]),
        title: article.title,
        summary: article.summary,
        shows_image: article.image.as_deref().is_some_and(|image| !markup::has_image(text.body.as_str(), image)),
        image: article.image,
        author: text.author,
        lang,
        body: text.body,
        frame,
    }
}
