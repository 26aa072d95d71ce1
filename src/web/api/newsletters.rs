//! Newsletters: reading them takes any key, adding and changing one takes an administrator's.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, Object, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::body::{Body, Query};
use super::key::Key;
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Paging, json, read};
use super::problem::Problem;
use super::schemas::allow_default;
use crate::actor::Permission;
use crate::clock::Timestamp;
use crate::db::{self, Conn, StoreError};
use crate::field::{self, Changes, FieldError, FieldErrorKind, fields};
use crate::newsletter::{self, Input};
use crate::web::App;

/// A newsletter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Newsletter {
    id: i64,
    #[serde(flatten)]
    #[schema(inline)]
    input: Input,
    /// Subscriptions by state.
    pending: i64,
    confirmed: i64,
    unsubscribed: i64,
    created_at: Timestamp,
    /// Since when it takes no readers and sends nothing; null while it is open.
    #[schema(required = true)]
    closed_at: Option<Timestamp>,
}

/// What is said of a new newsletter, by the names of the fields.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct NewNewsletter(Changes);

impl PartialSchema for NewNewsletter {
    fn schema() -> RefOr<Schema> {
        let required = fields::<Input>().into_iter().filter(|field| field.required).map(|field| field.name).collect();
        let description = "A newsletter to add. What is left out or null has its default.";
        of_input(description, |object| object.required = required)
    }
}

impl ToSchema for NewNewsletter {}

/// What is to change of a newsletter, by the names of the fields.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct NewsletterChanges(Changes);

/// Not changed here: readers and feeds know a newsletter by it.
const FIXED: &str = "slug";

impl PartialSchema for NewsletterChanges {
    fn schema() -> RefOr<Schema> {
        let description = "What is to change of a newsletter, as a JSON merge patch (RFC 7396): what is left out stays as \
                           it is, null gives a field its default back.";
        of_input(description, |object| object.properties.retain(|name, _| name != FIXED))
    }
}

impl ToSchema for NewsletterChanges {
    fn name() -> std::borrow::Cow<'static, str> {
        "Changes".into()
    }
}

/// The schema of a body with the fields of a newsletter.
fn of_input(description: &str, adapt: impl FnOnce(&mut Object)) -> RefOr<Schema> {
    let mut object = field::object_of::<Input>();
    adapt(&mut object);
    object.properties.values_mut().for_each(allow_default);
    object.description = Some(description.to_owned());
    object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
    RefOr::T(Schema::Object(object))
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

fn shown(conn: &mut Conn, newsletter: &newsletter::Newsletter) -> db::Result<Newsletter> {
    Ok(Newsletter {
        id: newsletter.id,
        input: newsletter::input_of(conn, newsletter)?,
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
    params(Paging),
    responses((status = 200, description = "A page of newsletters.", body = Page<Newsletter>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(paging): Query<Paging>) -> Answer {
    let span = paging.span()?;
    read(&app, move |conn| {
        let page = Page::cut(newsletter::list(conn)?, span, |newsletter| newsletter.id);
        page.show(|newsletter| Ok(shown(conn, &newsletter)?))
    })
    .await
}

/// Add a newsletter. Takes the key of an administrator.
#[utoipa::path(
    post,
    path = "/newsletters",
    request_body = NewNewsletter,
    responses((status = 201, description = "The newsletter was added.", body = Newsletter)),
)]
pub async fn add(app: web::Data<App>, key: Key, body: Body<NewNewsletter>, once: Once) -> Answer {
    key.require(Permission::Newsletters)?;
    act(&app, once, body.hash, move |conn, now| {
        let input = Input::default().with(body.input.0)?;
        let id = newsletter::add(conn, &key.actor, now, input).map_err(refused)?;
        Reply::json(StatusCode::CREATED, &load(conn, id)?)
    })
    .await
}

/// Change a newsletter: what is left out stays as it is, null is the default. Its slug stays. Takes the key of an administrator.
#[utoipa::path(
    patch,
    path = "/newsletters/{slug}",
    request_body = NewsletterChanges,
    responses((status = 200, description = "The newsletter as it is now.", body = Newsletter)),
)]
pub async fn change(app: web::Data<App>, key: Key, slug: web::Path<String>, body: Body<NewsletterChanges>) -> Answer {
    key.require(Permission::Newsletters)?;
    let (now, changes) = (app.clock.now(), body.input.0);
    if changes.contains_key(FIXED) {
        return Err(FieldError::new(FIXED, FieldErrorKind::Fixed).into());
    }
    let newsletter = app
        .db
        .write(move |conn| {
            let id = newsletter::by_slug(conn, &slug)?.ok_or_else(|| refused(StoreError::Missing))?.id;
            newsletter::patch(conn, &key.actor, now, id, changes).map_err(refused)?;
            load(conn, id)
        })
        .await?;
    Ok(json(&newsletter))
}

fn load(conn: &mut Conn, id: i64) -> Result<Newsletter, Problem> {
    let found = newsletter::by_id(conn, id)?.ok_or_else(|| refused(StoreError::Missing))?;
    Ok(shown(conn, &found)?)
}

fn refused(error: StoreError) -> Problem {
    Problem::not_stored(error, "api-no-newsletter")
}
