//! Digests: composing, reading and changing them. What is done with one is in `digest_actions`.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::{Body, Query};
use super::key::Key;
use super::newsletters;
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Paging, json, read};
use super::problem::{Fault, Problem};
use crate::article::{self, ArticleError, ArticleState};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::delivery::{self, Counters};
use crate::digest::{self, DigestError, edit};
use crate::field::{FieldError, FieldErrorKind};
use crate::locale::Locale;
use crate::newsletter::{self, Newsletter};
use crate::subscriber::test_limit::TestMailError;
use crate::web::App;

/// One edition of a newsletter. `expected = sent + failed + skipped + cancelled + unknown + to_go`, at every moment. Its
/// state is `sent` once `expected` is final and `to_go` is 0. `reason` says why it is paused, or was not sent at its time.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Digest {
    /// The slug of the newsletter.
    newsletter: String,
    #[serde(flatten)]
    #[schema(inline)]
    noun: digest::Digest,
    #[serde(flatten)]
    #[schema(inline)]
    counters: Counters,
    to_go: i64,
    finished_at: Option<Timestamp>,
}

/// A digest with its words and articles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WholeDigest {
    #[serde(flatten)]
    digest: Digest,
    /// Markdown.
    introduction: String,
    /// In their order, without those that an editor dropped.
    articles: Vec<DigestArticle>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DigestArticle {
    id: i64,
    slug: String,
    title: String,
    source: String,
    #[schema(required = true)]
    url: Option<String>,
    /// Stays where it is when the digest is filled again.
    pinned: bool,
}

fn shown(conn: &mut Conn, mut digest: digest::Digest, newsletters: &[Newsletter]) -> Result<Digest, Problem> {
    // State and counters are of one row, read at once: neither runs ahead of the other.
    let dispatch = digest.dispatch_id.map(|id| delivery::dispatch(conn, id)).transpose()?.flatten();
    let (mut counters, mut finished_at) = (Counters::default(), None);
    if let Some(dispatch) = dispatch {
        digest.state = digest.state.as_of(Some(dispatch.state));
        digest.held = dispatch.reason.map(|reason| reason.words(&Locale::default())).unwrap_or_default();
        (counters, finished_at) = (dispatch.counters, dispatch.finished_at);
    }
    let newsletter = newsletters::slug_of(newsletters, digest.newsletter_id);
    Ok(Digest { newsletter, noun: digest, counters, to_go: counters.to_go(), finished_at })
}

/// A digest with all that stands in it.
pub fn whole(conn: &mut Conn, id: i64) -> Result<WholeDigest, Problem> {
    let digest = digest::by_id(conn, id)?.ok_or_else(|| refused(DigestError::NotFound))?;
    let mut places = digest::places(conn, id)?;
    places.retain(|place| !place.dropped);
    let ids: Vec<i64> = places.iter().map(|place| place.article_id).collect();
    let article = |article: article::Article| DigestArticle {
        pinned: places.iter().any(|place| place.article_id == article.id && place.pinned),
        id: article.id,
        slug: article.slug,
        title: article.title,
        source: article.source,
        url: article.url,
    };
    let mut found = article::by_ids(conn, &ids)?;
    found.retain(|article| article.state == ArticleState::Published);
    let articles = found.into_iter().map(article).collect();
    let newsletters = newsletter::list(conn)?;
    let introduction = digest.introduction.clone();
    Ok(WholeDigest { digest: shown(conn, digest, &newsletters)?, introduction, articles })
}

/// All digests, the newest first.
#[utoipa::path(
    get,
    path = "/digests",
    params(Paging),
    responses((status = 200, description = "A page of digests.", body = Page<Digest>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(paging): Query<Paging>) -> Answer {
    let span = paging.span()?;
    read(&app, move |conn| {
        let newsletters = newsletter::list(conn)?;
        let found = digest::list(conn, span.after.unwrap_or(i64::MAX), span.fetch())?;
        Page::of(found, span, |digest| digest.id).show(|digest| shown(conn, digest, &newsletters))
    })
    .await
}

/// A digest to compose.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDigest {
    /// The slug of the newsletter; may be left out where there is only one.
    newsletter: Option<String>,
    /// May be left out and written later.
    #[schema(max_length = 200)]
    subject: Option<String>,
}

/// Compose a draft of what is trending, by the newsletter's rules.
#[utoipa::path(
    post,
    path = "/digests",
    request_body = NewDigest,
    responses((status = 201, description = "The draft.", body = WholeDigest)),
)]
pub async fn compose(app: web::Data<App>, key: Key, body: Body<NewDigest>, once: Once) -> Answer {
    let new = body.input;
    act(&app, once, body.hash, move |conn, now| {
        let all = newsletter::list(conn)?;
        let newsletter = match (&new.newsletter, all.as_slice()) {
            (None, [only]) => Ok(only.id),
            (None, _) => Err(FieldError::new("newsletter", FieldErrorKind::Required).into()),
            (Some(slug), all) => {
                let found = all.iter().find(|newsletter| newsletter.slug == *slug);
                found.map(|found| found.id).ok_or_else(|| refused(DigestError::NoNewsletter))
            }
        }?;
        let subject = new.subject.as_deref().unwrap_or_default();
        let id = edit::compose(conn, &key.actor, now, newsletter, subject).map_err(refused)?;
        Reply::json(StatusCode::CREATED, &whole(conn, id)?)
    })
    .await
}

/// One digest, with its counters as they are now.
#[utoipa::path(
    get,
    path = "/digests/{id}",
    responses((status = 200, description = "The digest.", body = WholeDigest)),
)]
pub async fn one(app: web::Data<App>, _key: Key, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    read(&app, move |conn| whole(conn, id)).await
}

/// What is to change of a digest; what is left out or null stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DigestChanges {
    #[schema(max_length = 200)]
    subject: Option<String>,
    /// Markdown.
    #[schema(max_length = 20_000)]
    introduction: Option<String>,
}

/// Change subject and introduction of a digest that is not yet on its way. An approved one becomes a draft
/// again, unless nothing changes.
#[utoipa::path(
    patch,
    path = "/digests/{id}",
    request_body = DigestChanges,
    responses((status = 200, description = "The digest as it is now.", body = WholeDigest)),
)]
pub async fn change(app: web::Data<App>, key: Key, id: web::Path<i64>, body: Body<DigestChanges>) -> Answer {
    let (now, id, changes) = (app.clock.now(), id.into_inner(), body.input);
    let digest = app
        .db
        .write(move |conn| {
            let (subject, introduction) = (changes.subject.as_deref(), changes.introduction.as_deref());
            let words = edit::Words { subject, introduction, seen: None };
            edit::write(conn, &key.actor, now, id, &words).map_err(refused)?;
            whole(conn, id)
        })
        .await?;
    Ok(json(&digest))
}

/// An error of the digest's room as a problem.
pub fn refused(error: DigestError) -> Problem {
    match error {
        DigestError::Db(error)
        | DigestError::Article(ArticleError::Db(error))
        | DigestError::Test(TestMailError::Db(error)) => error.into(),
        DigestError::NotFound => Problem::not_found("api-no-digest"),
        DigestError::NoNewsletter => FieldError::new("newsletter", FieldErrorKind::Unknown).into(),
        DigestError::Subject(error) => FieldError::new("subject", error).into(),
        DigestError::Introduction(error) => FieldError::new("introduction", error).into(),
        DigestError::Test(error @ TestMailError::Suppressed) => of_test(StatusCode::UNPROCESSABLE_ENTITY, &error),
        DigestError::Test(error) => of_test(StatusCode::TOO_MANY_REQUESTS, &error),
        DigestError::Past => FieldError::new("at", FieldErrorKind::Past).into(),
        error => Problem::in_words(StatusCode::CONFLICT, error.said(&Locale::default())),
    }
}

/// Why a test mail is refused, with its field.
fn of_test(status: StatusCode, error: &TestMailError) -> Problem {
    let detail = error.said(&Locale::default());
    let fault = Fault { field: Some("to".to_owned()), row: None, detail: detail.clone() };
    Problem::in_words(status, detail).with(fault)
}
