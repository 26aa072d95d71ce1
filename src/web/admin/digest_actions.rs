//! What an editor does with a digest: each a POST, one transaction, and then its page.

use actix_web::web;

use super::digest_editor::Asked;
use super::digest_form::{Form, act, answer, ours, path, refused, said};
use super::digest_sure::{self, sure};
use super::local_time::{self, LocalTimeError};
use super::parts::with_query;
use crate::article::{self, ArticleState};
use crate::digest::edit::{self, Change, Kept};
use crate::digest::{self, send};
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::newsletter;
use crate::web::public::pages::Field;
use crate::web::respond::{Answer, see_other};
use crate::web::routes::get;
use crate::web::{App, Refusal, Typed};

type Id = web::Path<i64>;

pub fn configure(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .route("/admin/digests/{id}/articles", post().to(place))
        .route("/admin/digests/{id}/fill", post().to(fill))
        .route("/admin/digests/{id}/test", post().to(test))
        .route("/admin/digests/{id}/approve", post().to(approve))
        .route("/admin/digests/{id}/draft", post().to(take_back))
        .route("/admin/digests/{id}/schedule", post().to(schedule))
        .service(
            web::resource("/admin/digests/{id}/send").route(get(digest_sure::before_send)).route(post().to(send_now)),
        )
        .route("/admin/digests/{id}/pause", post().to(pause))
        .route("/admin/digests/{id}/resume", post().to(resume))
        .service(
            web::resource("/admin/digests/{id}/cancel").route(get(digest_sure::before_cancel)).route(post().to(cancel)),
        )
        .service(
            web::resource("/admin/digests/{id}/resend").route(get(digest_sure::before_resend)).route(post().to(resend)),
        );
}

/// The form of an action, or the answer where it may not act.
macro_rules! ours {
    ($app:expr, $id:expr, $typed:expr) => {
        match ours($app, $id, $typed).await {
            Ok(posted) => posted,
            Err(answer) => return answer,
        }
    };
}

/// Saves the words; a preview and a search are ways of saving, so that what they show is what was typed.
pub async fn save(app: web::Data<App>, id: Id, asked: web::Query<Asked>, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    match act(&app, &posted, id, false, |_, _, _| Ok(())).await {
        Ok((kept, _)) => {
            let done = match kept {
                Kept::Reopened => "reopened",
                Kept::Same if !asked.to.is_empty() => "",
                Kept::Same | Kept::Changed => "saved",
            };
            let find = if asked.to == "add" { posted.form.find.trim() } else { "" };
            let page = with_query(&path(id), &[("preview", &asked.preview), ("find", find), ("done", done)]);
            let place = if matches!(asked.to.as_str(), "add" | "preview") { asked.to.as_str() } else { "" };
            Ok(see_other(&if place.is_empty() { page } else { format!("{page}#{place}") }))
        }
        Err(error) => refused(&app, &posted, id, error).await,
    }
}

async fn place(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let form = &posted.form;
    let (change, article) = form.change.split_once(':').unwrap_or((&form.change, &form.article));
    let change = if change.is_empty() { Some(Change::Add) } else { Change::parse(change) };
    let (Some(change), Ok(article)) = (change, article.parse::<i64>()) else { return Err(Refusal::Unreadable) };
    let published = app.db.read(move |conn| article::by_id(conn, article)).await?;
    if change == Change::Add && published.is_none_or(|article| article.state != ArticleState::Published) {
        return Err(Refusal::NotFound);
    }
    let placed =
        act(&app, &posted, id, false, move |conn, actor, now| edit::place(conn, actor, now, id, article, change));
    match placed.await {
        // Back to the article that was moved, so that it can be moved on by the keyboard.
        Ok((kept, placed)) => {
            let reopened = kept == Kept::Reopened || placed == Some(Kept::Reopened);
            let page = with_query(&path(id), &[("done", if reopened { "reopened" } else { "" })]);
            Ok(see_other(&format!("{page}#article-{article}")))
        }
        Err(error) => refused(&app, &posted, id, error).await,
    }
}

async fn fill(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let filled = act(&app, &posted, id, false, move |conn, actor, now| edit::refill(conn, actor, now, id)).await;
    let reopened = matches!(&filled, Ok((Kept::Reopened, _) | (_, Some(Kept::Reopened))));
    answer(&app, &posted, id, if reopened { "refilled" } else { "filled" }, filled).await
}

async fn test(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let address = match EmailAddress::parse(&posted.form.email) {
        Ok(address) => address,
        Err(error) => {
            let field = Field::wrong(posted.form.email.clone(), error.to_string());
            return said(&app, &posted, id, |wrong| wrong.test = Some(field)).await;
        }
    };
    let outfit = app.outfit();
    let tested =
        act(&app, &posted, id, false, move |conn, actor, now| send::test(conn, actor, now, &outfit, id, &address));
    let tested = tested.await;
    let reopened = matches!(&tested, Ok((Kept::Reopened, _)));
    answer(&app, &posted, id, if reopened { "tested-reopened" } else { "tested" }, tested).await
}

async fn approve(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let outfit = app.outfit();
    let approved =
        act(&app, &posted, id, false, move |conn, actor, now| send::approve(conn, actor, now, &outfit, id)).await;
    answer(&app, &posted, id, "approved", approved).await
}

/// Makes an approved digest a draft again, as every edit does.
async fn take_back(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let taken = act(&app, &posted, id, false, move |conn, actor, now| edit::take_back(conn, actor, now, id)).await;
    answer(&app, &posted, id, "taken-back", taken).await
}

async fn schedule(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let found = app.db.read(move |conn| match digest::by_id(conn, id)? {
        Some(digest) => newsletter::by_id(conn, digest.newsletter_id),
        None => Ok(None),
    });
    let zone = found.await?.ok_or(Refusal::NotFound)?.zone();
    let at = match local_time::parse(&posted.form.at, zone) {
        Ok(at) => at,
        Err(error) => {
            let locale = Locale::default();
            let text = match error {
                LocalTimeError::Unreadable => locale.t("error-time-unreadable"),
                LocalTimeError::Skipped => locale.t("error-time-skipped"),
            };
            let field = Field::wrong(posted.form.at.clone(), text);
            return said(&app, &posted, id, |wrong| wrong.schedule = Some(field)).await;
        }
    };
    let outfit = app.outfit();
    let scheduled =
        act(&app, &posted, id, true, move |conn, actor, now| send::schedule(conn, actor, now, &outfit, id, at)).await;
    answer(&app, &posted, id, "scheduled", scheduled).await
}

/// Opens the dispatch and plans its first readers; the worker plans the rest. It is asked first.
async fn send_now(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    if !sure(&posted.form) {
        let ready = act(&app, &posted, id, true, move |conn, _, _| digest_sure::is_sendable(conn, id)).await;
        return match ready {
            Ok((_, Some(()))) => Ok(see_other(&format!("{}/send", path(id)))),
            other => answer(&app, &posted, id, "", other).await,
        };
    }
    let outfit = app.outfit();
    let sent = act(&app, &posted, id, true, move |conn, actor, now| send::send(conn, actor, now, &outfit, id)).await;
    answer(&app, &posted, id, "sending", sent).await
}

async fn pause(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let paused = act(&app, &posted, id, false, move |conn, actor, now| send::pause(conn, actor, now, id)).await;
    answer(&app, &posted, id, "paused", paused).await
}

async fn resume(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let resumed = act(&app, &posted, id, false, move |conn, actor, now| send::resume(conn, actor, now, id)).await;
    answer(&app, &posted, id, "resumed", resumed).await
}

/// Discards a digest or stops one that is on its way. It is asked first.
async fn cancel(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    if !sure(&posted.form) {
        return match act(&app, &posted, id, false, |_, _, _| Ok(())).await {
            Ok(_) => Ok(see_other(&format!("{}/cancel", path(id)))),
            Err(error) => refused(&app, &posted, id, error).await,
        };
    }
    let cancelled = act(&app, &posted, id, false, move |conn, actor, now| send::cancel(conn, actor, now, id)).await;
    answer(&app, &posted, id, "cancelled", cancelled).await
}

/// Sends again to the failed; with `unknown`, to those in doubt too, which is asked first.
async fn resend(app: web::Data<App>, id: Id, typed: Typed<Form>) -> Answer {
    let id = *id;
    let posted = ours!(&app, id, typed);
    let unknown = posted.form.unknown == "yes";
    if unknown && !sure(&posted.form) {
        return Ok(see_other(&format!("{}/resend", path(id))));
    }
    let queued =
        act(&app, &posted, id, false, move |conn, actor, now| send::resend_failed(conn, actor, now, id, unknown)).await;
    let done = if matches!(queued, Ok((_, Some(0)))) { "resent-none" } else { "resent" };
    answer(&app, &posted, id, done, queued).await
}
