//! What an editor does with a digest: its page, saving its words, the actions of the table, and their questions.
//!
//! Each POST saves the words of the form and acts, in one transaction, and then leads back to the page.

use actix_web::http::StatusCode;
use actix_web::web;
use chrono_tz::Tz;

use super::digest::path;
use super::digest_editor::{self, Again};
use super::digest_progress;
use super::digest_questions::Question;
use super::form::Entry;
use super::frame::{AdminFrame, Flash, done};
use super::local_time;
use crate::actor::Actor;
use crate::article::{self, ArticleState};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::delivery::{self, Counters};
use crate::digest::edit::{self, Change, Kept};
use crate::digest::{self, DigestError, DigestState, Needs, ready, render};
use crate::email_address::EmailAddress;
use crate::field::FieldError;
use crate::locale::Locale;
use crate::newsletter;
use crate::subscriber::audience::{self, Audience};
use crate::subscriber::test_limit::TestMailError;
use crate::web::digest_action::{self, DigestAction, Input, Outcome, RESEND, Run, SEND};
use crate::web::paging::with_query;
use crate::web::respond::{Answer, page, see_other};
use crate::web::route::get;
use crate::web::{AnySession, App, Posted, Refusal, SignedIn, Submitted};

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource("/{id}").route(get(show)).route(web::post().to(save)))
        .service(web::resource("/{id}/{action}").route(get(ask)).route(web::post().to(act)));
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>, query: web::Query<Submitted>) -> Answer {
    digest_page(&app, frame, *id, &query, StatusCode::OK, &Again::default()).await
}

/// The page of a digest in its state.
async fn digest_page(
    app: &App,
    frame: AdminFrame,
    id: i64,
    query: &Submitted,
    status: StatusCode,
    again: &Again,
) -> Answer {
    let digest = app.db.read(move |conn| digest::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    match digest.dispatch_id {
        Some(_) => digest_progress::page(app, frame, digest, query, status).await,
        None => digest_editor::page(app, frame, digest, query, status, again).await,
    }
}

/// Saves the words. A preview and a search save too, so that what they show is what was written.
async fn save(app: web::Data<App>, id: web::Path<i64>, query: web::Query<Submitted>, sent: AnySession) -> Answer {
    let id = *id;
    let posted = match fresh(&app, id, sent).await {
        Ok(posted) => posted,
        Err(answer) => return answer,
    };
    let to = query.get("to");
    match words_and(&app, &posted, id, false, |_, _, _| Ok(())).await {
        Ok((kept, _)) => {
            let done = match kept {
                Kept::Reopened => "reopened",
                Kept::Same if !to.is_empty() => "",
                Kept::Same | Kept::Changed => "saved",
            };
            let find = if to == "add" { posted.form.get("find").trim() } else { "" };
            let page = with_query(&path(id), &[("preview", query.get("preview")), ("find", find), ("done", done)]);
            Ok(see_other(&if matches!(to, "add" | "preview") { format!("{page}#{to}") } else { page }))
        }
        Err(error) => refused(&app, posted, id, error).await,
    }
}

/// The form, if it may act; else the page with its values, and nothing is done.
async fn fresh(app: &App, id: i64, sent: AnySession) -> Result<Posted, Answer> {
    let AnySession { posted, fresh, .. } = sent;
    if fresh {
        return Ok(posted);
    }
    if posted.form.find("subject").is_none() {
        return Err(Err(Refusal::Forbidden));
    }
    let again = Again { entry: Entry::of(posted.form), theirs: false };
    let problem = Some(Locale::default().t("error-stale-form"));
    Err(shown_again(app, posted.by, id, StatusCode::FORBIDDEN, problem, again).await)
}

/// The page with a form that did not act, and a line above it.
async fn shown_again(
    app: &App,
    by: SignedIn,
    id: i64,
    status: StatusCode,
    problem: Option<String>,
    again: Again,
) -> Answer {
    let mut frame = AdminFrame::load(app, by).await?;
    frame.flash = problem.map(|text| Flash { good: false, text });
    digest_page(app, frame, id, &Submitted::default(), status, &again).await
}

/// Saves the words of the form and then does `work`, in one transaction. With `approved_only`, it is not done where
/// the words made an approved digest a draft again: nobody has approved those.
async fn words_and<T: Send + 'static>(
    app: &App,
    posted: &Posted,
    id: i64,
    approved_only: bool,
    work: impl FnOnce(&mut Conn, &Actor, Timestamp) -> Result<T, DigestError> + Send + 'static,
) -> Result<(Kept, Option<T>), DigestError> {
    let form = posted.form.clone();
    let work = posted.by.act(app, move |conn, actor, now| {
        let words = edit::Words {
            subject: form.find("subject"),
            introduction: form.find("introduction"),
            seen: form.number("seen").map(Timestamp),
        };
        let kept = edit::write_first(conn, actor, now, id, &words)?;
        if approved_only && kept == Kept::Reopened {
            return Ok((kept, None));
        }
        work(conn, actor, now).map(|done| (kept, Some(done)))
    });
    work.await
}

/// Does an action of the table, or leads to its question.
async fn act(app: web::Data<App>, at: web::Path<(i64, String)>, sent: AnySession) -> Answer {
    let (id, name) = at.into_inner();
    let action = digest_action::named(&name).ok_or(Refusal::NotFound)?;
    let posted = match fresh(&app, id, sent).await {
        Ok(posted) => posted,
        Err(answer) => return answer,
    };
    let asks = action.question.is_some() && (action.name != RESEND.name || posted.form.get("unknown") == "yes");
    if asks && posted.form.get("sure") != "yes" {
        return to_question(&app, posted, id, action).await;
    }
    let input = match input(&app, action, &posted.form, id).await? {
        Ok(input) => input,
        Err(entry) => {
            let again = Again { entry, theirs: false };
            return shown_again(&app, posted.by, id, StatusCode::UNPROCESSABLE_ENTITY, None, again).await;
        }
    };
    let (outfit, place) = (app.outfit(), input.place);
    let result = words_and(&app, &posted, id, action.approved_only, move |conn, actor, now| {
        (action.run)(conn, &Run { actor, now, outfit: &outfit, input: &input }, id)
    });
    match (result.await, place) {
        (Err(error), _) => refused(&app, posted, id, error).await,
        // Back to the article that was moved, so that it can be moved on by the keyboard.
        (Ok((kept, outcome)), Some((article, _))) => {
            let reopened = kept == Kept::Reopened || outcome.is_some_and(|outcome| outcome.reopened);
            let page = with_query(&path(id), &[("done", if reopened { "reopened" } else { "" })]);
            Ok(see_other(&format!("{page}#article-{article}")))
        }
        (Ok((kept, outcome)), None) => Ok(done(&path(id), news(action, kept, outcome))),
    }
}

/// What is said of an action that was done, or left undone because the words made the digest a draft again.
fn news(action: &DigestAction, kept: Kept, outcome: Option<Outcome>) -> &'static str {
    let Some(outcome) = outcome else { return "reopened" };
    match action.name {
        "fill" if kept == Kept::Reopened || outcome.reopened => "refilled",
        "test" if kept == Kept::Reopened => "tested-reopened",
        "resend" if outcome.queued == 0 => "resent-none",
        _ => action.done,
    }
}

/// What the form tells an action; or the form with what is wrong.
async fn input(app: &App, action: &DigestAction, form: &Submitted, id: i64) -> Result<Result<Input, Entry>, Refusal> {
    let input = Input { unknown: form.get("unknown") == "yes", ..Input::default() };
    Ok(match action.name {
        "articles" => Ok(Input { place: Some(place(app, form).await?), ..input }),
        "test" => match EmailAddress::parse(form.get("email")) {
            Ok(to) => Ok(Input { to: Some(to), ..input }),
            Err(error) => Err(Entry::refused(form.clone(), FieldError::new("email", error))),
        },
        "schedule" => match local_time::parse(form.get("at"), zone(app, id).await?) {
            Ok(at) => Ok(Input { at: Some(at), ..input }),
            Err(error) => Err(Entry::wrong(form.clone(), "at", Locale::default().t(error.key()))),
        },
        _ => Ok(input),
    })
}

/// The zone in which a digest's times are read.
async fn zone(app: &App, id: i64) -> Result<Tz, Refusal> {
    let found = app.db.read(move |conn| match digest::by_id(conn, id)? {
        Some(digest) => newsletter::by_id(conn, digest.newsletter_id),
        None => Ok(None),
    });
    Ok(found.await?.ok_or(Refusal::NotFound)?.zone())
}

/// The article and the change of a form: `change` is a word of [`Change::parse()`], a colon and the article, or is empty and `article` is one to add. Only a published article is added.
async fn place(app: &App, form: &Submitted) -> Result<(i64, Change), Refusal> {
    let (change, article) = form.get("change").split_once(':').unwrap_or((form.get("change"), form.get("article")));
    let change = if change.is_empty() { Some(Change::Add) } else { Change::parse(change) };
    let (Some(change), Ok(article)) = (change, article.parse::<i64>()) else { return Err(Refusal::Unreadable) };
    let found = app.db.read(move |conn| article::by_id(conn, article)).await?;
    if change == Change::Add && found.is_none_or(|article| article.state != ArticleState::Published) {
        return Err(Refusal::NotFound);
    }
    Ok((article, change))
}

/// Saves the words and leads to the question of an action; one that could not be sent is refused at once.
async fn to_question(app: &App, posted: Posted, id: i64, action: &DigestAction) -> Answer {
    let sends = action.name == SEND.name;
    let ready = words_and(
        app,
        &posted,
        id,
        action.approved_only,
        move |conn, _, _| {
            if sends { is_sendable(conn, id) } else { Ok(()) }
        },
    );
    match ready.await {
        Ok((_, Some(()))) => Ok(see_other(&format!("{}/{}", path(id), action.name))),
        Ok((kept, None)) => Ok(done(&path(id), news(action, kept, None))),
        Err(error) => refused(app, posted, id, error).await,
    }
}

/// Refuses what cannot be sent. One that is being sent already is not refused.
fn is_sendable(conn: &mut Conn, id: i64) -> Result<(), DigestError> {
    let digest = digest::by_id(conn, id)?.ok_or(DigestError::NotFound)?;
    match digest.state {
        DigestState::Draft | DigestState::Cancelled => Err(DigestError::State(digest.state, Needs::Approved)),
        DigestState::Approved | DigestState::Scheduled => {
            let content = render::content(conn, digest)?;
            ready::against(conn, &content)?.into_iter().next().map_or(Ok(()), Err)
        }
        _ => Ok(()),
    }
}

/// The page with what stands against an action, at its field or above all, and with what was submitted.
async fn refused(app: &App, posted: Posted, id: i64, error: DigestError) -> Answer {
    let text = error.said(&Locale::default());
    let (status, field) = match error {
        DigestError::Db(error) | DigestError::Test(TestMailError::Db(error)) => return Err(error.into()),
        DigestError::NotFound => return Err(Refusal::NotFound),
        DigestError::Subject(_) | DigestError::NoSubject => (StatusCode::UNPROCESSABLE_ENTITY, Some("subject")),
        DigestError::Introduction(_) => (StatusCode::UNPROCESSABLE_ENTITY, Some("introduction")),
        DigestError::Past => (StatusCode::UNPROCESSABLE_ENTITY, Some("at")),
        DigestError::Test(TestMailError::Suppressed) => (StatusCode::UNPROCESSABLE_ENTITY, Some("email")),
        DigestError::Test(_) => (StatusCode::TOO_MANY_REQUESTS, Some("email")),
        DigestError::State(..) | DigestError::Changed => (StatusCode::CONFLICT, None),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, None),
    };
    let theirs = matches!(error, DigestError::Changed);
    let (entry, problem) = match field {
        Some(field) => (Entry::wrong(posted.form, field, text), None),
        None => (Entry::of(posted.form), Some(text)),
    };
    shown_again(app, posted.by, id, status, problem, Again { entry, theirs }).await
}

fn load_question(conn: &mut Conn, id: i64, now: Timestamp) -> Result<Question, Refusal> {
    let digest = digest::by_id(conn, id)?.ok_or(Refusal::NotFound)?;
    let newsletter = newsletter::by_id(conn, digest.newsletter_id)?.ok_or(Refusal::NotFound)?;
    let readers = audience::count(conn, &Audience::due(newsletter.id, now))?.mailed;
    let (counters, again) = match digest.dispatch_id {
        Some(dispatch) => (delivery::counters(conn, dispatch)?, delivery::resendable(conn, dispatch, i64::MAX)?),
        None => (Counters::default(), (0, 0)),
    };
    Ok(Question { digest, newsletter, readers, counters, again })
}

/// The page of an action's question; the digest's page where its state does not offer it.
async fn ask(app: web::Data<App>, frame: AdminFrame, at: web::Path<(i64, String)>) -> Answer {
    let (id, name) = at.into_inner();
    if digest_action::named(&name).is_none_or(|action| action.question.is_none()) {
        return Err(Refusal::NotFound);
    }
    let now = frame.now;
    let question = app.db.read(move |conn| load_question(conn, id, now)).await?;
    let Some(action) = digest_action::find(&name, question.digest.state) else { return Ok(see_other(&path(id))) };
    if action.name != RESEND.name {
        let label = frame.t(action.label);
        return page(&question.page(frame, action, label, &[]));
    }
    let again = question.again.0 + question.again.1;
    if again == 0 {
        return Ok(see_other(&path(id)));
    }
    let label = frame.t1("admin-resend-unknown", "count", again);
    page(&question.page(frame, action, label, &[("unknown", "yes")]))
}
