//! One's own account: the password, and where one is signed in.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::pages::{AccountPage, AdminFrame, Button, Flash, SessionRow};
use super::sign_in::{go_to, hash_chosen, html, slowly};
use crate::account::{self, ChangePasswordError, password};
use crate::clock::Timestamp;
use crate::db;
use crate::locale::Locale;
use crate::site::{self, Site};
use crate::web::{App, Posted, Refusal, SignedIn};

type Answer = Result<HttpResponse, Refusal>;

const ACCOUNT: &str = "/admin/account";
const CHANGED: &str = "/admin/account?done=password";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let page = web::resource(ACCOUNT).route(web::get().to(show)).route(web::head().to(show));
    routes
        .service(page)
        .service(web::resource("/admin/account/password").route(web::post().to(change_password)))
        .service(web::resource("/admin/account/sessions/end-others").route(web::post().to(end_others)))
        .service(web::resource("/admin/account/sessions/{id}/end").route(web::post().to(end_one)));
}

#[derive(Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
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

#[derive(Deserialize)]
struct Empty {}

/// What is wrong with the old and the new password, as keys of texts.
#[derive(Default)]
struct Problems {
    wrong: Option<&'static str>,
    weak: Option<&'static str>,
}

async fn show(app: web::Data<App>, by: SignedIn, query: web::Query<Done>) -> Answer {
    let done = (query.done == "password").then_some("password-changed");
    page(&app, &by, StatusCode::OK, &Problems::default(), done).await
}

async fn change_password(app: web::Data<App>, posted: Posted<PasswordForm>) -> Answer {
    let Posted { by, form } = posted;
    match try_change(&app, &by, form).await? {
        Ok(()) => Ok(go_to(CHANGED)),
        Err(problems) => page(&app, &by, StatusCode::UNPROCESSABLE_ENTITY, &problems, None).await,
    }
}

async fn try_change(app: &App, by: &SignedIn, form: PasswordForm) -> Result<Result<(), Problems>, Refusal> {
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
    let (now, by) = (app.clock.now(), by.clone());
    let changed = app.db.write(move |conn| {
        account::change_password(conn, &by.actor, now, by.user, Some(by.session), known.as_deref(), &hash)
    });
    match changed.await {
        Ok(()) => Ok(Ok(())),
        Err(ChangePasswordError::Overtaken) => wrong("password-overtaken"),
        Err(ChangePasswordError::Database(error)) => Err(error.into()),
    }
}

async fn end_others(app: web::Data<App>, posted: Posted<Empty>) -> Answer {
    let (now, by) = (app.clock.now(), posted.by);
    app.db.write(move |conn| account::end_other_sessions(conn, &by.actor, now, by.user, by.session)).await?;
    Ok(go_to(ACCOUNT))
}

async fn end_one(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (now, by, id) = (app.clock.now(), posted.by, id.into_inner());
    // One that has ended meanwhile is what was wanted.
    app.db.write(move |conn| account::end_session(conn, &by.actor, now, by.user, id)).await?;
    Ok(go_to(ACCOUNT))
}

async fn page(app: &App, by: &SignedIn, status: StatusCode, problems: &Problems, done: Option<&str>) -> Answer {
    let (now, user) = (app.clock.now(), by.user);
    let found = app.db.read(move |conn| {
        let has_password = account::password_hash(conn, user)?.is_some();
        Ok::<_, db::Error>((site::site(conn)?, has_password, account::sessions_of(conn, now, user)?))
    });
    let (site, has_password, sessions) = found.await?;
    let locale = Locale::default();
    let mut frame = AdminFrame::new(locale.clone(), &site.name, &by.name, ACCOUNT, &by.csrf);
    frame.flash = done.map(|key| Flash { good: true, text: locale.t(key) });
    let rows = sessions.into_iter().map(|session| row(&locale, &site, by.session, session)).collect();
    let text = |key: Option<&'static str>| key.map(|key| locale.t(key));
    let mut page = AccountPage::new(frame, rows, text(problems.wrong), text(problems.weak));
    if !has_password {
        page.inputs.retain(|input| input.name != "password");
    }
    html(status, &page)
}

fn row(locale: &Locale, site: &Site, current: i64, session: account::Session) -> SessionRow {
    let when = |at: Timestamp| locale.date_time(&at.to_utc().with_timezone(&site.time_zone));
    let client = format!("{} · {}", session.client, session.agent);
    let end = Button::to(format!("/admin/account/sessions/{}/end", session.id), locale.t("session-end"));
    let is_current = session.id == current;
    SessionRow {
        client: client.trim_matches([' ', '·']).to_owned(),
        started: when(session.created_at),
        last_seen: when(session.last_seen_at),
        current: is_current,
        buttons: if is_current { Vec::new() } else { vec![end.about(session.client)] },
    }
}
