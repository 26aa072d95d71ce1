//! The user's own account: the password, and the sessions.

use actix_web::web;
use askama::Template;

use super::browser;
use super::form::{Entry, Form, Input, InputKind};
use super::frame::{AdminFrame, done};
use super::password::hash_chosen;
use super::table::{Badge, Button, Cell, Table};
use crate::account::{self, ChangePasswordError, NewPassword, Session, User, password};
use crate::db;
use crate::web::respond::{Answer, invalid, page, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, SignedIn, Submitted, session};

pub const PATH: &str = "/admin/account";

pub fn routes(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .route("", get(show))
        .route("/password", post().to(change_password))
        .route("/sessions/end-others", post().to(end_others))
        .route("/sessions/{id}/end", post().to(end_one));
}

#[derive(Template)]
#[template(path = "admin/account.html")]
pub struct AccountPage {
    pub frame: AdminFrame,
    pub title: String,
    /// What the user signs in as.
    pub who: String,
    /// Posts `password`, `password_new` and `password_again` to `/admin/account/password`.
    pub inputs: Vec<Input>,
    pub sessions: Table,
    pub buttons: Vec<Button>,
}

impl AccountPage {
    #[must_use]
    pub fn new(frame: AdminFrame, user: &User, sessions: &[Session], entry: &Entry) -> Self {
        let mut form = Form::to(&frame.locale, "");
        // A user who came by a link may have no password yet.
        if user.has_password {
            form = form
                .field(InputKind::Password, "password", "admin-password-now")
                .required()
                .complete("current-password")
                .hint("admin-password-forgotten");
        }
        let form = form
            .field(InputKind::Password, "password_new", "admin-password-new")
            .required()
            .complete("new-password")
            .hint("admin-password-hint")
            .field(InputKind::Password, "password_again", "admin-password-again")
            .required()
            .complete("new-password");
        let others = Button::to(format!("{PATH}/sessions/end-others"), frame.t("admin-sessions-end-others"));
        Self {
            title: frame.t("admin-nav-account"),
            who: frame.t1("admin-account-address", "address", &user.address),
            inputs: form.show(entry).inputs,
            sessions: session_table(&frame, sessions),
            buttons: vec![others],
            frame,
        }
    }
}

fn session_table(frame: &AdminFrame, sessions: &[Session]) -> Table {
    let l = &frame.locale;
    let is_current = |session: &Session| session.id == frame.by.session;
    let browser = |session: &Session| {
        let current = is_current(session).then(|| Badge { label: l.t("admin-session-this"), ..Badge::of(l, "ok") });
        let name = Cell::text(browser::name(l, &session.agent)).note(&session.client);
        Cell { title: session.agent.clone(), badges: current.into_iter().collect(), ..name }
    };
    let end = |session: &Session| {
        let button = Button::to(format!("{PATH}/sessions/{}/end", session.id), l.t("session-end"));
        if is_current(session) { Vec::new() } else { vec![button.about(&session.client)] }
    };
    Table::of(frame, sessions)
        .column("admin-session", browser)
        .column("admin-since", |session| frame.when(session.created_at))
        .column("admin-last-seen", |session| frame.when(session.last_seen_at))
        .buttons(end)
        .table("admin-sessions", "admin-nothing")
}

async fn show(app: web::Data<App>, frame: AdminFrame) -> Answer {
    account_page(&app, frame, &Entry::default()).await
}

async fn account_page(app: &App, frame: AdminFrame, entry: &Entry) -> Answer {
    let (now, user) = (frame.now, frame.by.user);
    let found = app
        .db
        .read(move |conn| Ok::<_, db::Error>((account::user(conn, user)?, account::sessions_of(conn, now, user)?)));
    let (user, sessions) = found.await?;
    let shown = AccountPage::new(frame, &user.ok_or(Refusal::NotFound)?, &sessions, entry);
    if entry.is_wrong() { invalid(&shown) } else { page(&shown) }
}

async fn change_password(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    match try_change(&app, &by, &form).await? {
        Ok(token) => {
            let mut response = done(PATH, "password-changed");
            if let Some(token) = token {
                // It fails only for an invalid cookie name or value, and ours are letters.
                let _ = response.add_cookie(&session::cookie(&app.links, token));
            }
            Ok(response)
        }
        Err((field, key)) => {
            let frame = AdminFrame::load(&app, by).await?;
            let entry = Entry::wrong(form, field, frame.t(key));
            account_page(&app, frame, &entry).await
        }
    }
}

/// What is wrong with a field, as the key of a text.
type WrongField = (&'static str, &'static str);

/// Changes the password; gives the new token of this session.
async fn try_change(app: &App, by: &SignedIn, form: &Submitted) -> Result<Result<Option<String>, WrongField>, Refusal> {
    let wrong = |key| Ok(Err(("password", key)));
    let (now, user) = (app.clock.now(), by.user);
    let counted = app.db.write(move |conn| {
        let may = account::take_password_attempt(conn, now, user)?;
        Ok::<_, db::Error>(if may { Some(account::password_hash(conn, user)?) } else { None })
    });
    let Some(known) = counted.await? else { return wrong("sign-in-too-many") };
    let given = form.get("password").to_owned();
    if let Some(hash) = known.clone()
        && !app.hashing.run(move |memory| password::verify(&given, Some(&hash), memory)).await?
    {
        return wrong("password-wrong");
    }
    let hash = match hash_chosen(app, form.get("password_new"), form.get("password_again")).await {
        Ok(hash) => hash,
        Err(key) => return Ok(Err(("password_new", key))),
    };
    let (random, session) = (app.random.clone(), by.session);
    let work = by.act(app, move |conn, actor, now| {
        let new = NewPassword { user, session: Some(session), known: known.as_deref(), hash: &hash };
        account::change_password(conn, actor, now, &random, new)
    });
    match work.await {
        Ok(token) => Ok(Ok(token)),
        Err(ChangePasswordError::Overtaken) => wrong("password-overtaken"),
        Err(ChangePasswordError::Database(error)) => Err(error.into()),
    }
}

async fn end_others(app: web::Data<App>, posted: Posted) -> Answer {
    let (user, session) = (posted.by.user, posted.by.session);
    let work =
        posted.by.act(&app, move |conn, actor, now| account::end_other_sessions(conn, actor, now, user, session));
    work.await?;
    Ok(see_other(PATH))
}

/// Ends a session. Ending it twice is fine.
async fn end_one(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (user, id) = (posted.by.user, *id);
    posted.by.act(&app, move |conn, actor, now| account::end_session(conn, actor, now, user, id)).await?;
    Ok(see_other(PATH))
}
