//! Feeds: where articles come from. A new one is fetched by the worker within seconds.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::{Body, Query};
use super::key::Key;
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Paging, json};
use super::problem::{Fault, Problem};
use crate::article::feed::{self, FeedInput};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::locale::Locale;
use crate::web::App;

/// A source of articles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Feed {
    id: i64,
    url: String,
    /// As it calls itself; empty until it was fetched.
    title: String,
    /// The topics that its articles get.
    topics: Vec<String>,
    /// The last fetch that brought an answer.
    #[schema(required = true)]
    fetched_at: Option<Timestamp>,
    next_at: Timestamp,
    /// Failures in a row.
    failures: i64,
    /// Why the last fetch failed; empty when it did not.
    error: String,
    /// Its server said that it is gone for good: it is fetched no more until an editor asks for it.
    stopped: bool,
    created_at: Timestamp,
}

/// All feeds, in the order in which they were added.
#[utoipa::path(
    get,
    path = "/feeds",
    tag = "articles",
    params(Paging),
    responses((status = 200, description = "A page of feeds.", body = Page<Feed>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(paging): Query<Paging>) -> Answer {
    let span = paging.span()?;
    let page = app
        .db
        .read(move |conn| {
            let page = Page::cut(feed::list(conn)?, span, |feed| feed.id, |feed| feed);
            let items = page.items.into_iter().map(|feed| shown(conn, feed)).collect::<db::Result<Vec<_>>>()?;
            Ok::<_, Problem>(Page { items, next: page.next })
        })
        .await?;
    Ok(json(&page))
}

fn shown(conn: &mut Conn, feed: feed::Feed) -> db::Result<Feed> {
    Ok(Feed {
        topics: feed::topics_of(conn, feed.id)?.into_iter().map(|topic| topic.name).collect(),
        id: feed.id,
        url: feed.url,
        title: feed.title,
        fetched_at: feed.fetched_at,
        next_at: feed.next_at,
        failures: feed.failures,
        error: feed.last_error.map(|failure| failure.words(&Locale::default())).unwrap_or_default(),
        stopped: feed.stopped,
        created_at: feed.created_at,
    })
}

/// Add a feed. Its address must be a public one.
#[utoipa::path(
    post,
    path = "/feeds",
    tag = "articles",
    request_body = FeedInput,
    responses((status = 201, description = "The feed was added.", body = Feed)),
)]
pub async fn add(app: web::Data<App>, key: Key, body: Body<FeedInput>, once: Once) -> Answer {
    let url = app.feeds.fetcher.check(&body.input.url).map_err(|error| {
        let detail = error.words(&Locale::default());
        let fault = Fault { field: Some("url".to_owned()), row: None, detail: detail.clone() };
        Problem::in_words(StatusCode::UNPROCESSABLE_ENTITY, format!("url: {detail}")).with(fault)
    })?;
    let input = FeedInput { url: url.into(), ..body.input };
    act(&app, once, body.hash, move |conn, now| {
        let id = feed::add(conn, &key.actor, now, input).map_err(|error| Problem::not_stored(error, "api-no-feed"))?;
        let feed = feed::by_id(conn, id)?.ok_or_else(gone)?;
        Reply::json(StatusCode::CREATED, &shown(conn, feed)?)
    })
    .await
}

fn gone() -> Problem {
    Problem::not_found("api-no-feed")
}

/// Remove a feed. Its articles stay.
#[utoipa::path(
    delete,
    path = "/feeds/{id}",
    tag = "articles",
    params(("id" = i64, Path)),
    responses((status = 204, description = "The feed was removed.")),
)]
pub async fn remove(app: web::Data<App>, key: Key, id: web::Path<i64>) -> Answer {
    let (now, id) = (app.clock.now(), id.into_inner());
    let removed = app.db.write(move |conn| feed::remove(conn, &key.actor, now, id)).await.map_err(Problem::from)?;
    if removed { Ok(HttpResponse::NoContent().finish()) } else { Err(gone()) }
}
