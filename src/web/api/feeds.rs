//! Feeds: where articles come from. A new one is fetched by the worker within seconds.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::{Body, Query};
use super::key::Key;
use super::newsletter_input::topic_names;
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Paging, json};
use super::problem::{Fault, Problem};
use crate::article::feed::{self, FeedError};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::field::FieldError;
use crate::locale::Locale;
use crate::text::TextError;
use crate::web::App;

/// Characters of a feed's address.
const URL: usize = 2_000;

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

/// A feed to add.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFeed {
    /// The address of an RSS, Atom or JSON feed.
    #[schema(format = "uri", max_length = 2000, example = "https://example.org/feed.xml")]
    url: String,
    /// Names of topics that its articles get, made where they are new.
    #[serde(default)]
    #[schema(max_items = 100)]
    topics: Vec<String>,
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
    request_body = NewFeed,
    responses((status = 201, description = "The feed was added.", body = Feed)),
)]
pub async fn add(app: web::Data<App>, key: Key, body: Body<NewFeed>, once: Once) -> Answer {
    if body.input.url.chars().count() > URL {
        return Err(FieldError::new("url", TextError::TooLong { max: URL }).into());
    }
    let url = app.feeds.fetcher.check(&body.input.url).map_err(|error| {
        let detail = error.words(&Locale::default());
        let fault = Fault { field: Some("url".to_owned()), row: None, detail: detail.clone() };
        Problem::in_words(StatusCode::UNPROCESSABLE_ENTITY, format!("url: {detail}")).with(fault)
    })?;
    let topics = topic_names(&body.input.topics)?;
    act(&app, once, body.hash, move |conn, now| {
        let id = feed::add(conn, &key.actor, now, url.as_str(), &topics).map_err(refused)?;
        let feed = feed::by_id(conn, id)?.ok_or_else(gone)?;
        Reply::json(StatusCode::CREATED, &shown(conn, feed)?)
    })
    .await
}

fn refused(error: FeedError) -> Problem {
    match error {
        FeedError::Db(error) => error.into(),
        FeedError::Exists => Problem::in_words(StatusCode::CONFLICT, error.said(&Locale::default())),
        FeedError::Missing => gone(),
    }
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
