//! The articles of a topic, the newest first, page by page.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::articles::trending_ids;
use super::cards::{PAGE, cards, offset, page_number, pager, slug};
use super::frame::ground;
use super::pages::{Card, TopicPage};
use crate::article;
use crate::db::Conn;
use crate::newsletter;
use crate::web::respond::{Answer, page};
use crate::web::{App, Refusal};

pub async fn show(request: HttpRequest, app: web::Data<App>, path: web::Path<String>) -> Answer {
    let slug = slug(path)?;
    let number = page_number(&request);
    let work = move |conn: &mut Conn| {
        let topic = newsletter::topic_by_slug(conn, &slug)?.ok_or(Refusal::NotFound)?;
        if topic.slug != slug {
            return Ok(Err(topic.slug));
        }
        let mut articles = article::of_topic(conn, topic.id, PAGE + 1, offset(number))?;
        let page = usize::try_from(PAGE).unwrap_or_default();
        let more = articles.len() > page;
        articles.truncate(page);
        Ok::<_, Refusal>(Ok((ground(conn)?, topic, articles, more, trending_ids(conn)?)))
    };
    let (ground, topic, articles, more, trending) = match app.db.read(work).await? {
        Ok(found) => found,
        // It was renamed or merged.
        Err(slug) => {
            let to = format!("/topics/{slug}");
            return Ok(HttpResponse::MovedPermanently().insert_header((LOCATION, to)).finish());
        }
    };
    let path = format!("/topics/{}", topic.slug);
    // Which topic it is stands above them all.
    let articles = cards(&ground, &articles, &trending).into_iter().map(|card| Card { topic: None, ..card });
    page(&TopicPage {
        frame: ground.frame(&path, app.clock.now()),
        topic: topic.name,
        articles: articles.collect(),
        pager: pager(&path, &[], number, more),
        sign_up: ground.sign_up(""),
    })
}
