//! Users: the list, adding one, name and role, the one-time link, closing and opening an account.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::pages::{AdminFrame, FormPage, Input, InputKind, ListPage, ShownOncePage, UserRow, roles, user_buttons};
use super::parts::{Said, done, fill_in, frame_said, not_done};
use crate::account::{self, AddUserError, ChangeUserError, NewUser, User};
use crate::actor::Role;
use crate::db::Conn;
use crate::email_address::EmailAddress;
use crate::web::posted::Empty;
use crate::web::public::sign_up::{address_key, text_key};
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

const LIST: &str = "/admin/users";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .service(web::resource(LIST).route(get(list)).route(post().to(add)))
        .service(web::resource("/admin/users/{id}").route(get(show)).route(post().to(change)))
        .route("/admin/users/{id}/link", post().to(link))
        .route("/admin/users/{id}/disable", post().to(disable))
        .route("/admin/users/{id}/enable", post().to(enable));
}

async fn list(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    page(&list_page(&app, &by, frame).await?)
}

async fn list_page(app: &App, by: &SignedIn, frame: AdminFrame) -> Result<ListPage, Refusal> {
    let users = app.db.read(account::users).await?;
    let row = |user: User| UserRow {
        url: format!("{LIST}/{}", user.id),
        role: frame.t(&format!("role-{}", user.role.as_str())),
        state: state(&user).to_owned(),
        since: frame.when(user.created_at),
        own: user.id == by.user,
        name: user.name,
        address: user.address,
    };
    let rows = users.into_iter().map(row).collect();
    Ok(ListPage::users(frame, rows))
}

const fn state(user: &User) -> &'static str {
    match (user.disabled_at, user.has_password) {
        (Some(_), _) => "disabled",
        (None, true) => "enabled",
        (None, false) => "invited",
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    email: String,
    name: String,
    role: String,
}

impl Typed {
    /// What is no role is the lesser one.
    fn role(&self) -> Role {
        Role::parse(&self.role).unwrap_or(Role::Editor)
    }
}

async fn add(app: web::Data<App>, posted: Posted<Typed>) -> Answer {
    let Posted { by, form } = posted;
    let (email, name) = match EmailAddress::parse(&form.email) {
        Err(error) => (Some(address_key(error)), None),
        Ok(address) => match try_add(&app, &by, &form, address).await? {
            Ok(id) => return Ok(done(&format!("{LIST}/{id}"), "user-added")),
            Err(AddUserError::Name(error)) => (None, Some(text_key(error))),
            Err(AddUserError::Taken) => (Some("error-user-taken"), None),
            Err(AddUserError::Database(error)) => return Err(error.into()),
        },
    };
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    let text = |key: Option<&str>| key.map(|key| frame.t(key));
    let typed = [
        ("email", form.email.as_str(), text(email)),
        ("name", form.name.as_str(), text(name)),
        ("role", form.role().as_str(), None),
    ];
    let mut shown = list_page(&app, &by, frame.clone()).await?;
    fill_in(shown.add.as_mut(), &typed);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
}

async fn try_add(
    app: &App,
    by: &SignedIn,
    form: &Typed,
    address: EmailAddress,
) -> Result<Result<i64, AddUserError>, Refusal> {
    let new = NewUser { address, name: form.name.clone(), role: form.role(), password_hash: None };
    let (now, actor) = (app.clock.now(), by.actor.clone());
    Ok(app.db.write(move |conn| account::add_user(conn, &actor, now, &new)).await)
}

async fn load(app: &App, id: i64) -> Result<User, Refusal> {
    app.db.read(move |conn| account::user(conn, id)).await?.ok_or(Refusal::NotFound)
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let user = load(&app, *id).await?;
    let frame = frame_said(&app, &by, LIST, &said).await?;
    page(&form(frame, &by, &user, &user.name, user.role, (None, None)))
}

/// The page of a user with what was typed, and what is wrong with name and role.
fn form(
    frame: AdminFrame,
    by: &SignedIn,
    user: &User,
    name: &str,
    role: Role,
    wrong: (Option<String>, Option<String>),
) -> FormPage {
    let url = format!("{LIST}/{}", user.id);
    let inputs = vec![
        Input::new(InputKind::Line, "name", frame.t("admin-newsletter-name"), name)
            .hint(frame.t("admin-user-name-hint"))
            .wrong(wrong.0),
        roles(&frame.locale, role).wrong(wrong.1),
    ];
    let buttons = user_buttons(&frame, &url, &user.name, user.disabled_at.is_none(), user.id == by.user);
    FormPage { buttons, ..FormPage::user(frame, user.name.clone(), user.address.clone(), url, inputs) }.with_problem()
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Typed>) -> Answer {
    let Posted { by, form: typed } = posted;
    let (id, now, actor, name, role) =
        (id.into_inner(), app.clock.now(), by.actor.clone(), typed.name.clone(), typed.role());
    let changed = app.db.write(move |conn| account::change_user(conn, &actor, now, id, &name, role)).await;
    let (name, role) = match changed {
        Ok(()) => return Ok(done(&format!("{LIST}/{id}"), "saved")),
        Err(ChangeUserError::Name(error)) => (Some(text_key(error)), None),
        Err(error) => (None, Some(key_of(error)?)),
    };
    let user = load(&app, id).await?;
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    let wrong = (name.map(|key| frame.t(key)), role.map(|key| frame.t(&format!("error-{key}"))));
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(frame, &by, &user, &typed.name, typed.role(), wrong))
}

/// Why an account stays as it is, as the end of the key of a text `error-…`.
fn key_of(error: ChangeUserError) -> Result<&'static str, Refusal> {
    match error {
        ChangeUserError::Own => Ok("user-own"),
        ChangeUserError::LastAdmin => Ok("user-last-admin"),
        ChangeUserError::NotFound => Err(Refusal::NotFound),
        ChangeUserError::Name(error) => Err(Refusal::broken(&error)),
        ChangeUserError::Database(error) => Err(error.into()),
    }
}

/// Makes a one-time link, which is shown now and never again.
async fn link(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (id, by) = (id.into_inner(), posted.by);
    let user = load(&app, id).await?;
    let (now, random, actor) = (app.clock.now(), app.random.clone(), by.actor.clone());
    let made = app.db.write(move |conn| account::make_sign_in_link(conn, &actor, now, &random, id)).await?;
    let path = format!("{LIST}/{id}");
    let Some(token) = made else { return Ok(not_done(&path, "user-disabled")) };
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    let url = app.links.to(&format!("/admin/sign-in/{token}"));
    page(&ShownOncePage::link(frame, &user.name, path, url))
}

async fn disable(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (id, now, actor) = (id.into_inner(), app.clock.now(), posted.by.actor);
    let work = move |conn: &mut Conn| account::disable_user(conn, &actor, now, id);
    said_of(app.db.write(work).await, id, "user-disabled")
}

async fn enable(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (id, now, actor) = (id.into_inner(), app.clock.now(), posted.by.actor);
    let work = move |conn: &mut Conn| account::enable_user(conn, &actor, now, id);
    said_of(app.db.write(work).await, id, "user-enabled")
}

fn said_of(changed: Result<(), ChangeUserError>, id: i64, key: &str) -> Answer {
    let path = format!("{LIST}/{id}");
    match changed {
        Ok(()) => Ok(done(&path, key)),
        Err(error) => Ok(not_done(&path, key_of(error)?)),
    }
}
