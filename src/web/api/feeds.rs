//! Feeds: where articles come from. A new one is fetched by the worker within seconds.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::{Body, Query};
use super::key::Key;
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Paging, json, read};
use super::problem::{Fault, Problem};
use crate::article::FeedFailure;
use crate::article::feed::{self, FeedInput};
use crate::db::{self, Conn};
use crate::locale::Locale;
use crate::web::App;

/// A source of articles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Feed {
    #[serde(flatten)]
    #[schema(inline)]
    noun: feed::Feed,
    /// The topics that its articles get.
    topics: Vec<String>,
    /// Why the last fetch failed; empty if it did not.
    error: String,
}

/// All feeds, in the order in which they were added.
#[utoipa::path(
    get,
    path = "/feeds",
    params(Paging),
    responses((status = 200, description = "A page of feeds.", body = Page<Feed>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(paging): Query<Paging>) -> Answer {
    let span = paging.span()?;
    read(&app, move |conn| Page::cut(feed::list(conn)?, span, |feed| feed.id).show(|feed| Ok(shown(conn, feed)?))).await
}

fn shown(conn: &mut Conn, feed: feed::Feed) -> db::Result<Feed> {
    let topics = feed::topics_of(conn, feed.id)?.into_iter().map(|topic| topic.name).collect();
    let error = feed.last_error.as_ref().map(|failure| failure.words(&Locale::default())).unwrap_or_default();
    Ok(Feed { noun: feed, topics, error })
}

/// Add a feed. Its address must be a public one; that of a web page stands for the feed that the page names.
#[utoipa::path(
    post,
    path = "/feeds",
    request_body = FeedInput,
    responses((status = 201, description = "The feed was added.", body = Feed)),
)]
pub async fn add(app: web::Data<App>, key: Key, body: Body<FeedInput>, once: Once) -> Answer {
    let input = body.input.check()?;
    let input = FeedInput { url: address_of(&app, &input.url).await?, ..input };
    act(&app, once, body.hash, move |conn, now| {
        let id = feed::add(conn, &key.actor, now, input).map_err(|error| Problem::not_stored(error, "api-no-feed"))?;
        let feed = feed::by_id(conn, id)?.ok_or_else(gone)?;
        Reply::json(StatusCode::CREATED, &shown(conn, feed)?)
    })
    .await
}

/// The address of the feed at an address; that itself if its server can't be reached now.
async fn address_of(app: &App, given: &str) -> Result<String, Problem> {
    let found = match app.feeds.find(given).await {
        Err(failure) if failure.may_pass() => app.feeds.fetcher.check(given).map_err(FeedFailure::Fetch),
        found => found,
    };
    found.map(String::from).map_err(|failure| {
        let detail = failure.words(&Locale::default());
        let fault = Fault { field: Some("url".to_owned()), row: None, detail: detail.clone() };
        Problem::in_words(StatusCode::UNPROCESSABLE_ENTITY, format!("url: {detail}")).with(fault)
    })
}

/// What is to change of a feed; what is left out stays as it is.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FeedChanges {
    #[schema(min_length = 1, max_length = 2000, format = "uri")]
    url: Option<String>,
    /// Names of topics that its articles get, made where they are new.
    #[schema(max_items = 100, max_length = 60)]
    topics: Option<Vec<String>>,
}

/// Change a feed: what is left out stays as it is. It keeps its articles.
#[utoipa::path(
    patch,
    path = "/feeds/{id}",
    request_body = FeedChanges,
    responses((status = 200, description = "The feed as it is now.", body = Feed)),
)]
pub async fn change(app: web::Data<App>, key: Key, id: web::Path<i64>, body: Body<FeedChanges>) -> Answer {
    let (now, id, changes) = (app.clock.now(), id.into_inner(), body.input);
    let stored = app.db.read(move |conn| feed::by_id(conn, id)).await?.ok_or_else(gone)?;
    let url = match changes.url {
        Some(url) if url != stored.url => address_of(&app, &url).await?,
        _ => stored.url,
    };
    let work = move |conn: &mut Conn| {
        let own = || Ok::<_, db::Error>(feed::topics_of(conn, id)?.into_iter().map(|topic| topic.name).collect());
        let topics = changes.topics.map_or_else(own, Ok)?;
        let done = feed::change(conn, &key.actor, now, id, FeedInput { url, topics });
        done.map_err(|error| Problem::not_stored(error, "api-no-feed"))?;
        let feed = feed::by_id(conn, id)?.ok_or_else(gone)?;
        Ok::<_, Problem>(shown(conn, feed)?)
    };
    Ok(json(&app.db.write(work).await?))
}

fn gone() -> Problem {
    Problem::not_found("api-no-feed")
}

/// Remove a feed. Its articles stay.
#[utoipa::path(
    delete,
    path = "/feeds/{id}",
    responses((status = 204, description = "The feed was removed.")),
)]
pub async fn remove(app: web::Data<App>, key: Key, id: web::Path<i64>) -> Answer {
    let (now, id) = (app.clock.now(), id.into_inner());
    let removed = app.db.write(move |conn| feed::remove(conn, &key.actor, now, id)).await.map_err(Problem::from)?;
    if removed { Ok(HttpResponse::NoContent().finish()) } else { Err(gone()) }
}
