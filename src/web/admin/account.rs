//! One's own account: the password, and where one is signed in.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::browser;
use super::pages::{AccountPage, AdminFrame, Button, SessionRow};
use super::parts::{Said, done, frame_said};
use super::sign_in::{hash_chosen, holder_of, slowly};
use crate::account::{self, ChangePasswordError, NewPassword, password};
use crate::db;
use crate::web::posted::Empty;
use crate::web::respond::{Answer, page_with, see_other};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn, session};

const ACCOUNT: &str = "/admin/account";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .route(ACCOUNT, get(show))
        .route("/admin/account/password", post().to(change_password))
        .route("/admin/account/sessions/end-others", post().to(end_others))
        .route("/admin/account/sessions/{id}/end", post().to(end_one));
}

#[derive(Deserialize)]
struct PasswordForm {
    #[serde(default)]
    password: String,
    #[serde(default)]
    password_new: String,
    #[serde(default)]
    password_again: String,
}

/// What is wrong with the old and the new password, as keys of texts.
#[derive(Default)]
struct Problems {
    wrong: Option<&'static str>,
    weak: Option<&'static str>,
}

async fn show(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, ACCOUNT, &said).await?;
    page(&app, &by, frame, StatusCode::OK, &Problems::default()).await
}

async fn change_password(app: web::Data<App>, posted: Posted<PasswordForm>) -> Answer {
    let Posted { by, form } = posted;
    match try_change(&app, &by, form).await? {
        Ok(token) => {
            let mut response = done(ACCOUNT, "password-changed");
            if let Some(token) = token {
                // It fails only for a name or value that is no cookie's, and ours are letters.
                let _ = response.add_cookie(&session::cookie(&app.links, token));
            }
            Ok(response)
        }
        Err(problems) => {
            let frame = frame_said(&app, &by, ACCOUNT, &Said::default()).await?;
            page(&app, &by, frame, StatusCode::UNPROCESSABLE_ENTITY, &problems).await
        }
    }
}

/// The new token of this session, or what is wrong with what was typed.
async fn try_change(app: &App, by: &SignedIn, form: PasswordForm) -> Result<Result<Option<String>, Problems>, Refusal> {
    let wrong = |key| Ok(Err(Problems { wrong: Some(key), weak: None }));
    let (now, user) = (app.clock.now(), by.user);
    let counted = app.db.write(move |conn| {
        let may = account::take_password_attempt(conn, now, user)?;
        Ok::<_, db::Error>(if may { Some(account::password_hash(conn, user)?) } else { None })
    });
    let Some(known) = counted.await? else { return wrong("sign-in-too-many") };
    if let Some(hash) = known.clone()
        && !slowly(move || password::verify(&form.password, Some(&hash))).await?
    {
        return wrong("password-wrong");
    }
    let hash = match hash_chosen(app, form.password_new, form.password_again).await {
        Ok(hash) => hash,
        Err(key) => return Ok(Err(Problems { wrong: None, weak: Some(key) })),
    };
    let (now, random, by) = (app.clock.now(), app.random.clone(), by.clone());
    let changed = app.db.write(move |conn| {
        let new = NewPassword { user: by.user, session: Some(by.session), known: known.as_deref(), hash: &hash };
        account::change_password(conn, &by.actor, now, &random, new)
    });
    match changed.await {
        Ok(token) => Ok(Ok(token)),
        Err(ChangePasswordError::Overtaken) => wrong("password-overtaken"),
        Err(ChangePasswordError::Database(error)) => Err(error.into()),
    }
}

async fn end_others(app: web::Data<App>, posted: Posted<Empty>) -> Answer {
    let (now, by) = (app.clock.now(), posted.by);
    app.db.write(move |conn| account::end_other_sessions(conn, &by.actor, now, by.user, by.session)).await?;
    Ok(see_other(ACCOUNT))
}

async fn end_one(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (now, by, id) = (app.clock.now(), posted.by, id.into_inner());
    // One that has ended meanwhile is what was wanted.
    app.db.write(move |conn| account::end_session(conn, &by.actor, now, by.user, id)).await?;
    Ok(see_other(ACCOUNT))
}

async fn page(app: &App, by: &SignedIn, frame: AdminFrame, status: StatusCode, problems: &Problems) -> Answer {
    let (now, user) = (app.clock.now(), by.user);
    let found = app
        .db
        .read(move |conn| Ok::<_, db::Error>((account::user(conn, user)?, account::sessions_of(conn, now, user)?)));
    let (user, sessions) = found.await?;
    let user = user.ok_or(Refusal::NotFound)?;
    let rows = sessions.into_iter().map(|session| row(&frame, by.session, session)).collect();
    let text = |key: Option<&'static str>| key.map(|key| frame.t(key));
    let (wrong, weak) = (text(problems.wrong), text(problems.weak));
    page_with(status, &AccountPage::new(frame, holder_of(&user), rows, wrong, weak))
}

fn row(frame: &AdminFrame, current: i64, session: account::Session) -> SessionRow {
    let end = Button::to(format!("/admin/account/sessions/{}/end", session.id), frame.t("session-end"));
    let is_current = session.id == current;
    let buttons = if is_current { Vec::new() } else { vec![end.about(&session.client)] };
    SessionRow {
        browser: browser::name(&frame.locale, &session.agent),
        agent: session.agent,
        client: session.client,
        started: frame.when(session.created_at),
        last_seen: frame.when(session.last_seen_at),
        current: is_current,
        buttons,
    }
}
