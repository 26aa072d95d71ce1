//! Subscribers to a program with a key: the roll, one person with subscriptions and the ledger of consent, and adding one,
//! who is asked to confirm. Nobody is confirmed here.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::body::{Body, Query};
use super::key::Key;
use super::newsletters;
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Span, json};
use super::problem::Problem;
use crate::db::{self, Conn};
use crate::newsletter::Newsletter;
use crate::subscriber::audience::{Audience, Line};
use crate::subscriber::roll;
use crate::subscriber::sign_up::SignUpInput;
use crate::subscriber::{self, SubscriptionState, desk};
use crate::text;
use crate::web::App;

/// Characters of a search.
const SEARCH: usize = 200;

#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filters {
    /// The beginning of an address, a domain (also as `@example.org`), a name or a last name.
    search: Option<String>,
    /// The slug of a newsletter.
    newsletter: Option<String>,
    state: Option<SubscriptionState>,
    /// `next` of the page before.
    #[param(minimum = 0, maximum = 9_223_372_036_854_775_807_i64)]
    after: Option<i64>,
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// One subscription of one person. Its `id` is the subscriber's: `/subscribers/{id}`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RollLine {
    #[serde(flatten)]
    #[schema(inline)]
    line: Line,
    /// The slug of the newsletter.
    newsletter: String,
}

/// The roll: one line a subscription, in the order in which they were made.
#[utoipa::path(
    get,
    path = "/subscribers",
    params(Filters),
    responses((status = 200, description = "A page of the roll.", body = Page<RollLine>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(filters): Query<Filters>) -> Answer {
    let span = Span::new(filters.after, filters.limit)?;
    let page = app
        .db
        .read_slow(move |conn| {
            let all = crate::newsletter::list(conn)?;
            let newsletter = filters.newsletter.as_deref().map(|slug| newsletters::asked(&all, slug)).transpose()?;
            let search = text::clean_line(filters.search.as_deref().unwrap_or_default(), SEARCH);
            let newsletter = newsletter.map(|found| found.id);
            let audience = Audience { newsletter, state: filters.state, search, ..Audience::default() };
            let lines = roll::page(conn, &audience, span.from(), span.fetch())?;
            Page::of(lines, span, |line| line.subscription).show(|line| Ok::<_, Problem>(shown(line, &all)))
        })
        .await?;
    Ok(json(&page))
}

fn shown(line: Line, newsletters: &[Newsletter]) -> RollLine {
    RollLine { newsletter: newsletters::slug_of(newsletters, line.newsletter), line }
}

/// A reader who told you that they wish to subscribe.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSubscriber {
    #[schema(format = Email, example = "ann@example.org", max_length = 320)]
    email: String,
    /// The slug of the newsletter; may be left out where there is only one.
    newsletter: Option<String>,
    /// The reader's name, for the greeting.
    #[schema(max_length = 100)]
    name: Option<String>,
}

/// What became of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Added {
    /// The subscriber; null where nothing is kept of a suppressed address.
    #[schema(required = true)]
    id: Option<i64>,
    /// What became of the question to confirm: it is `sent`; there is none, because the subscription is `confirmed` or the
    /// reader has `left`, who alone may come back; it is `limited`, because the address has had as many as it may have for
    /// now; or no mail goes there (`suppressed`).
    asked: desk::ConfirmationOutcome,
}

/// Add a reader. A confirmation is mailed, and nothing else until its button is pressed.
#[utoipa::path(
    post,
    path = "/subscribers",
    request_body = NewSubscriber,
    responses((status = 202, description = "What became of it.", body = Added)),
)]
pub async fn add(app: web::Data<App>, key: Key, body: Body<NewSubscriber>, once: Once) -> Answer {
    let ground = app.ground().await?;
    let input = body.input;
    let newsletter = ground.open_newsletter(input.newsletter.as_deref().unwrap_or_default());
    let name = input.name.as_deref().unwrap_or_default();
    let input = SignUpInput { email: &input.email, name, wording: "", newsletter };
    let (newsletter, sign_up) = input.check("api")?;
    let newsletter = newsletter.clone();
    let with = app.stationery(&newsletter, &ground.site).map_err(|error| Problem::broken(&error))?;
    act(&app, once, body.hash, move |conn, now| {
        let (id, asked) = desk::add(conn, &key.actor, now, &with, &newsletter, &sign_up)
            .map_err(|error| Problem::not_stored(error, "api-no-newsletter"))?;
        Reply::json(StatusCode::ACCEPTED, &Added { id, asked })
    })
    .await
}

/// A person with all that is known.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Subscriber {
    #[serde(flatten)]
    #[schema(inline)]
    noun: subscriber::Subscriber,
    subscriptions: Vec<Subscription>,
    /// The ledger, oldest first.
    consents: Vec<Consent>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Subscription {
    #[serde(flatten)]
    #[schema(inline)]
    noun: subscriber::Subscription,
    /// The slug of the newsletter.
    newsletter: String,
}

/// One line of the ledger of consent.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Consent {
    #[serde(flatten)]
    #[schema(inline)]
    noun: subscriber::Consent,
    /// The slug of the newsletter; null where it is about the person as such.
    newsletter: Option<String>,
}

/// One subscriber.
#[utoipa::path(
    get,
    path = "/subscribers/{id}",
    responses((status = 200, description = "The subscriber.", body = Subscriber)),
)]
pub async fn one(app: web::Data<App>, _key: Key, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let found = app.db.read(move |conn| load(conn, id)).await?;
    Ok(json(&found.ok_or_else(|| Problem::not_found("api-no-subscriber"))?))
}

fn load(conn: &mut Conn, id: i64) -> db::Result<Option<Subscriber>> {
    let Some(subscriber) = subscriber::by_id(conn, id)? else { return Ok(None) };
    let newsletters = crate::newsletter::list(conn)?;
    let slug = |id| newsletters::slug_of(&newsletters, id);
    let subscriptions = subscriber::subscriptions_of(conn, id)?.into_iter();
    let consents = subscriber::consents_of(conn, id)?.into_iter();
    Ok(Some(Subscriber {
        noun: subscriber,
        subscriptions: subscriptions
            .map(|one| Subscription { newsletter: slug(one.newsletter_id), noun: one })
            .collect(),
        consents: consents.map(|one| Consent { newsletter: one.newsletter_id.map(slug), noun: one }).collect(),
    }))
}
