//! Newsletters: reading them takes any key, adding and changing one takes an administrator's.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Serialize;
use utoipa::ToSchema;

use super::body::{Body, Query};
use super::key::Key;
use super::newsletter_input::{Changes, NewNewsletter};
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Paging, json};
use super::problem::Problem;
use crate::actor::Permission;
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::newsletter::{self, HeadlineLink, Input, NewsletterError, Topic};
use crate::web::App;

/// A newsletter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Newsletter {
    id: i64,
    slug: String,
    name: String,
    description: String,
    /// The name in From.
    sender_name: String,
    /// The address in From.
    sender: String,
    /// Where readers write to; the Reply-To of every digest.
    contact: String,
    /// Several lines; without it no digest is sent.
    postal_address: String,
    language: String,
    time_zone: String,
    /// The names of its topics; null for all topics.
    #[schema(required = true)]
    topics: Option<Vec<String>>,
    article_count: i64,
    window_days: i64,
    headline_link: HeadlineLink,
    track_clicks: bool,
    /// Origins that may embed the sign-up form.
    embed_origins: Vec<String>,
    /// The publisher's own wording of consent; empty for the built-in one.
    consent_wording: String,
    /// Subscriptions by state.
    pending: i64,
    confirmed: i64,
    unsubscribed: i64,
    created_at: Timestamp,
    /// Since when it takes no readers and sends nothing; null while it is open.
    #[schema(required = true)]
    closed_at: Option<Timestamp>,
}

/// The slug of a newsletter's id.
pub fn slug_of(all: &[newsletter::Newsletter], id: i64) -> String {
    all.iter().find(|newsletter| newsletter.id == id).map(|newsletter| newsletter.slug.clone()).unwrap_or_default()
}

/// The newsletter that a query names.
pub fn asked<'a>(all: &'a [newsletter::Newsletter], slug: &str) -> Result<&'a newsletter::Newsletter, Problem> {
    let found = all.iter().find(|newsletter| newsletter.slug == slug);
    found.ok_or_else(|| Problem::not_found("api-no-newsletter"))
}

fn shown(conn: &mut Conn, newsletter: newsletter::Newsletter, topics: &[Topic]) -> Result<Newsletter, Problem> {
    let edition = newsletter::first_edition(conn, newsletter.id)?;
    let own = if edition.settings.all_topics { None } else { Some(newsletter::edition_topics(conn, edition.id)?) };
    let (settings, rules) = (newsletter.settings, edition.settings);
    let name_of = |id: &i64| topics.iter().find(|topic| topic.id == *id).map(|topic| topic.name.clone());
    Ok(Newsletter {
        id: newsletter.id,
        slug: settings.slug,
        name: settings.name,
        description: settings.description,
        sender_name: settings.sender_name,
        sender: settings.sender,
        contact: settings.contact,
        postal_address: settings.postal_address,
        language: settings.language,
        time_zone: settings.time_zone,
        topics: own.map(|own| own.iter().filter_map(name_of).collect()),
        article_count: rules.article_count,
        window_days: rules.window_days,
        headline_link: rules.headline_link,
        track_clicks: rules.track_clicks,
        embed_origins: settings.embed_origins.lines().map(str::to_owned).collect(),
        consent_wording: settings.consent_wording,
        pending: newsletter.pending,
        confirmed: newsletter.confirmed,
        unsubscribed: newsletter.unsubscribed,
        created_at: newsletter.created_at,
        closed_at: newsletter.closed_at,
    })
}

/// All newsletters, in the order in which they were made.
#[utoipa::path(
    get,
    path = "/newsletters",
    tag = "newsletters",
    params(Paging),
    responses((status = 200, description = "A page of newsletters.", body = Page<Newsletter>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(paging): Query<Paging>) -> Answer {
    let span = paging.span()?;
    let page = app
        .db
        .read(move |conn| {
            let topics = newsletter::topics(conn)?;
            let page = Page::cut(newsletter::list(conn)?, span, |newsletter| newsletter.id, |newsletter| newsletter);
            let items = page.items.into_iter().map(|newsletter| shown(conn, newsletter, &topics));
            Ok::<_, Problem>(Page { items: items.collect::<Result<Vec<_>, _>>()?, next: page.next })
        })
        .await?;
    Ok(json(&page))
}

/// Add a newsletter. Takes the key of an administrator.
#[utoipa::path(
    post,
    path = "/newsletters",
    tag = "newsletters",
    request_body = NewNewsletter,
    responses((status = 201, description = "The newsletter was added.", body = Newsletter)),
)]
pub async fn add(app: web::Data<App>, key: Key, body: Body<NewNewsletter>, once: Once) -> Answer {
    key.require(Permission::Newsletters)?;
    let new = body.input;
    act(&app, once, body.hash, move |conn, now| {
        let (input, topics) = new.split()?;
        let id = newsletter::add(conn, &key.actor, now, input).map_err(refused)?;
        set_topics(conn, id, topics.as_deref())?;
        Reply::json(StatusCode::CREATED, &load(conn, id)?)
    })
    .await
}

/// Change a newsletter: what is left out stays as it is. Takes the key of an administrator.
#[utoipa::path(
    patch,
    path = "/newsletters/{slug}",
    tag = "newsletters",
    params(("slug" = String, Path)),
    request_body = Changes,
    responses((status = 200, description = "The newsletter as it is now.", body = Newsletter)),
)]
pub async fn change(app: web::Data<App>, key: Key, slug: web::Path<String>, body: Body<Changes>) -> Answer {
    key.require(Permission::Newsletters)?;
    let (now, changes) = (app.clock.now(), body.input);
    let newsletter = app
        .db
        .write(move |conn| {
            let old = newsletter::list(conn)?.into_iter().find(|newsletter| newsletter.slug == *slug);
            let old = old.ok_or_else(|| Problem::not_found("api-no-newsletter"))?;
            let id = old.id;
            let edition = newsletter::first_edition(conn, id)?;
            let old = Input { newsletter: old.settings, edition: edition.settings };
            let (input, topics) = changes.apply(old)?;
            newsletter::change(conn, &key.actor, now, id, input).map_err(refused)?;
            set_topics(conn, id, topics.as_deref())?;
            load(conn, id)
        })
        .await?;
    Ok(json(&newsletter))
}

fn set_topics(conn: &mut Conn, id: i64, names: Option<&[String]>) -> Result<(), Problem> {
    let Some(names) = names else { return Ok(()) };
    let ids: Result<Vec<i64>, _> = names.iter().map(|name| newsletter::ensure_topic(conn, name)).collect();
    let edition = newsletter::first_edition(conn, id)?;
    Ok(newsletter::set_edition_topics(conn, edition.id, &ids?)?)
}

fn load(conn: &mut Conn, id: i64) -> Result<Newsletter, Problem> {
    let topics = newsletter::topics(conn)?;
    let found = newsletter::by_id(conn, id)?.ok_or_else(|| Problem::not_found("api-no-newsletter"))?;
    shown(conn, found, &topics)
}

fn refused(error: NewsletterError) -> Problem {
    match error {
        NewsletterError::Db(error) => error.into(),
        NewsletterError::Fields(errors) => errors.into(),
    }
}
