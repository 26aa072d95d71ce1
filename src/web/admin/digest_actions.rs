//! What an editor does with a digest: each a POST, one transaction, and then its page.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::digest_editor::{Asked, Wrong, page};
use super::digests::DIGESTS;
use super::frame::after;
use super::local_time::{self, LocalTimeError};
use crate::actor::Actor;
use crate::article::{self, ArticleState};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest::edit::{self, Change};
use crate::digest::{self, DigestError, send};
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::newsletter;
use crate::web::public::pages::Field;
use crate::web::respond::see_other;
use crate::web::{App, Posted, Refusal, SignedIn};

type Answer = Result<HttpResponse, Refusal>;

pub fn configure(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .route("/admin/digests/{id}/articles", post().to(place))
        .route("/admin/digests/{id}/fill", post().to(fill))
        .route("/admin/digests/{id}/test", post().to(test))
        .route("/admin/digests/{id}/approve", post().to(approve))
        .route("/admin/digests/{id}/draft", post().to(take_back))
        .route("/admin/digests/{id}/schedule", post().to(schedule))
        .route("/admin/digests/{id}/send", post().to(send_now))
        .route("/admin/digests/{id}/pause", post().to(pause))
        .route("/admin/digests/{id}/resume", post().to(resume))
        .route("/admin/digests/{id}/cancel", post().to(cancel))
        .route("/admin/digests/{id}/resend", post().to(resend));
}

#[derive(Deserialize)]
struct Empty {}

#[derive(Clone, Deserialize)]
pub struct Words {
    #[serde(default)]
    subject: String,
    #[serde(default)]
    introduction: String,
}

#[derive(Deserialize)]
struct PlaceForm {
    article: i64,
    #[serde(default)]
    change: String,
}

#[derive(Deserialize)]
struct TestForm {
    #[serde(default)]
    email: String,
}

#[derive(Deserialize)]
struct ScheduleForm {
    #[serde(default)]
    at: String,
}

#[derive(Deserialize)]
struct ResendForm {
    #[serde(default)]
    unknown: String,
}

/// Runs one action, in one transaction.
async fn act<T: Send + 'static>(
    app: &App,
    by: &SignedIn,
    work: impl FnOnce(&mut Conn, &Actor, Timestamp) -> Result<T, DigestError> + Send + 'static,
) -> Result<T, DigestError> {
    let (now, actor) = (app.clock.now(), by.actor.clone());
    app.db.write(move |conn| work(conn, &actor, now)).await
}

fn path(id: i64) -> String {
    format!("{DIGESTS}/{id}")
}

/// The digest's page after an action, or with what stands against it.
async fn answer<T>(app: &App, by: &SignedIn, id: i64, done: &str, result: Result<T, DigestError>) -> Answer {
    match result {
        Ok(_) => Ok(see_other(&after(&path(id), done))),
        Err(error) => refuse(app, by, id, error, Wrong::default()).await,
    }
}

/// The digest's page with an error in the editor's words: at its field, else above all.
async fn refuse(app: &App, by: &SignedIn, id: i64, error: DigestError, mut wrong: Wrong) -> Answer {
    let text = error.to_string();
    let at =
        |typed: Option<Field>| Some(Field::wrong(typed.map(|field| field.value).unwrap_or_default(), text.clone()));
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match error {
        DigestError::Db(error) => return Err(error.into()),
        DigestError::NotFound => return Err(Refusal::NotFound),
        DigestError::Subject(_) | DigestError::NoSubject => wrong.subject = at(wrong.subject),
        DigestError::Introduction(_) => wrong.introduction = at(wrong.introduction),
        DigestError::Past => wrong.schedule = at(wrong.schedule),
        DigestError::State(..) => {
            status = StatusCode::CONFLICT;
            wrong.page = Some(text);
        }
        _ => wrong.page = Some(text),
    }
    page(app, by, id, &Asked::default(), status, wrong).await
}

pub async fn save(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Words>) -> Answer {
    let Posted { by, form } = posted;
    let (id, words) = (*id, form.clone());
    let saved = act(&app, &by, move |conn, actor, now| {
        edit::write(conn, actor, now, id, Some(&words.subject), Some(&words.introduction))
    });
    match saved.await {
        Ok(()) => Ok(see_other(&after(&path(id), "saved"))),
        Err(error) => {
            let (subject, introduction) = (Some(Field::of(form.subject)), Some(Field::of(form.introduction)));
            refuse(&app, &by, id, error, Wrong { subject, introduction, ..Wrong::default() }).await
        }
    }
}

async fn place(app: web::Data<App>, id: web::Path<i64>, posted: Posted<PlaceForm>) -> Answer {
    let Posted { by, form } = posted;
    let (id, article) = (*id, form.article);
    let change = if form.change.is_empty() { Some(Change::Add) } else { Change::parse(&form.change) };
    let change = change.ok_or(Refusal::Unreadable)?;
    let published = app.db.read(move |conn| article::by_id(conn, article)).await?;
    if change == Change::Add && published.is_none_or(|article| article.state != ArticleState::Published) {
        return Err(Refusal::NotFound);
    }
    let placed = act(&app, &by, move |conn, actor, now| edit::place(conn, actor, now, id, article, change));
    match placed.await {
        // Back to the article that was moved, so that it can be moved on by the keyboard.
        Ok(()) => Ok(see_other(&format!("{}#article-{article}", path(id)))),
        Err(error) => refuse(&app, &by, id, error, Wrong::default()).await,
    }
}

async fn fill(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (by, id) = (posted.by, *id);
    let filled = act(&app, &by, move |conn, actor, now| edit::refill(conn, actor, now, id)).await;
    answer(&app, &by, id, "filled", filled).await
}

async fn test(app: web::Data<App>, id: web::Path<i64>, posted: Posted<TestForm>) -> Answer {
    let Posted { by, form } = posted;
    let id = *id;
    let address = match EmailAddress::parse(&form.email) {
        Ok(address) => address,
        Err(error) => {
            let wrong = Wrong { test: Some(Field::wrong(form.email, error.to_string())), ..Wrong::default() };
            return page(&app, &by, id, &Asked::default(), StatusCode::UNPROCESSABLE_ENTITY, wrong).await;
        }
    };
    let outfit = app.outfit();
    let tested = act(&app, &by, move |conn, actor, now| send::test(conn, actor, now, &outfit, id, &address)).await;
    app.engine.nudge();
    answer(&app, &by, id, "tested", tested).await
}

async fn approve(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (by, id) = (posted.by, *id);
    let approved = act(&app, &by, move |conn, actor, now| send::approve(conn, actor, now, id)).await;
    answer(&app, &by, id, "approved", approved).await
}

/// Makes an approved digest a draft again, as every edit does.
async fn take_back(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (by, id) = (posted.by, *id);
    let taken = act(&app, &by, move |conn, actor, now| edit::take_back(conn, actor, now, id)).await;
    answer(&app, &by, id, "taken-back", taken).await
}

async fn schedule(app: web::Data<App>, id: web::Path<i64>, posted: Posted<ScheduleForm>) -> Answer {
    let Posted { by, form } = posted;
    let id = *id;
    let found = app.db.read(move |conn| match digest::by_id(conn, id)? {
        Some(digest) => newsletter::by_id(conn, digest.newsletter_id),
        None => Ok(None),
    });
    let zone = found.await?.ok_or(Refusal::NotFound)?.time_zone;
    let typed = Field::of(form.at);
    let at = match local_time::parse(&typed.value, zone) {
        Ok(at) => at,
        Err(error) => {
            let locale = Locale::default();
            let text = match error {
                LocalTimeError::Unreadable => locale.t("error-time-unreadable"),
                LocalTimeError::Skipped => locale.t("error-time-skipped"),
            };
            let wrong = Wrong { schedule: Some(Field::wrong(typed.value, text)), ..Wrong::default() };
            return page(&app, &by, id, &Asked::default(), StatusCode::UNPROCESSABLE_ENTITY, wrong).await;
        }
    };
    let scheduled = act(&app, &by, move |conn, actor, now| send::schedule(conn, actor, now, id, at));
    match scheduled.await {
        Ok(()) => Ok(see_other(&after(&path(id), "scheduled"))),
        Err(error) => refuse(&app, &by, id, error, Wrong { schedule: Some(typed), ..Wrong::default() }).await,
    }
}

/// Opens the dispatch and plans its first readers; the worker plans the rest.
async fn send_now(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (by, id, outfit) = (posted.by, *id, app.outfit());
    let sent = act(&app, &by, move |conn, actor, now| send::send(conn, actor, now, &outfit, id)).await;
    app.engine.nudge();
    answer(&app, &by, id, "sending", sent).await
}

async fn pause(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (by, id) = (posted.by, *id);
    let paused = act(&app, &by, move |conn, actor, now| send::pause(conn, actor, now, id)).await;
    if let Ok(dispatch) = &paused {
        app.engine.hold(*dispatch);
    }
    answer(&app, &by, id, "paused", paused).await
}

async fn resume(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (by, id) = (posted.by, *id);
    let resumed = act(&app, &by, move |conn, actor, now| send::resume(conn, actor, now, id)).await;
    app.engine.nudge();
    answer(&app, &by, id, "resumed", resumed).await
}

async fn cancel(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (by, id) = (posted.by, *id);
    let cancelled = act(&app, &by, move |conn, actor, now| send::cancel(conn, actor, now, id)).await;
    if let Ok(Some(dispatch)) = &cancelled {
        app.engine.hold(*dispatch);
    }
    answer(&app, &by, id, "cancelled", cancelled).await
}

async fn resend(app: web::Data<App>, id: web::Path<i64>, posted: Posted<ResendForm>) -> Answer {
    let Posted { by, form } = posted;
    let (id, unknown) = (*id, form.unknown == "yes");
    let queued = act(&app, &by, move |conn, actor, now| send::resend_failed(conn, actor, now, id, unknown));
    let queued = queued.await;
    app.engine.nudge();
    let done = if matches!(queued, Ok(0)) { "resent-none" } else { "resent" };
    answer(&app, &by, id, done, queued).await
}
