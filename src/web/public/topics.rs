//! The articles of a topic, the newest first, page by page.

use actix_web::{HttpRequest, web};

use super::cards::{PAGE, cards, numbered, slug};
use super::pages::{Card, TopicPage};
use crate::article;
use crate::newsletter::{self, Topic};
use crate::web::respond::{Answer, moved, page};
use crate::web::{App, Refusal};

/// The topic of a slug, current or former.
async fn topic_at(app: &App, slug: String) -> Result<Topic, Refusal> {
    app.db.read(move |conn| newsletter::topic_by_slug(conn, &slug)).await?.ok_or(Refusal::NotFound)
}

pub async fn show(request: HttpRequest, app: web::Data<App>, path: web::Path<String>) -> Answer {
    let slug = slug(path)?;
    let numbered = numbered(&request);
    let ground = app.ground().await?;
    let topic = match ground.topics.iter().find(|topic| topic.slug == slug) {
        Some(topic) => topic.clone(),
        None => topic_at(&app, slug.clone()).await?,
    };
    let path = format!("/topics/{}", topic.slug);
    if topic.slug != slug {
        // It was renamed or merged.
        return Ok(moved(&path));
    }
    let mut articles = app.db.read(move |conn| article::of_topic(conn, topic.id, PAGE + 1, numbered.offset())).await?;
    let pager = numbered.cut(&mut articles, &path, &[]);
    // Which topic it is stands above them all.
    let articles = cards(&ground, &articles, &ground.trending).into_iter().map(|card| Card { topic: None, ..card });
    page(&TopicPage {
        frame: ground.frame(&path, app.clock.now()),
        topic: topic.name,
        articles: articles.collect(),
        pager,
        sign_up: ground.sign_up(&[]),
    })
}
