//! Users: the list, adding one, name and role, the one-time link, closing and reopening an account.

use actix_web::http::StatusCode;
use actix_web::web;

use super::form::{Form, FormPage, InputKind, Marks, wrong_fields};
use super::frame::{AdminFrame, done, not_done};
use super::list::{AddForm, ListPage};
use super::shown_once::ShownOncePage;
use super::table::{Badge, Button, Cell, Table};
use crate::account::{self, ChangeUserError, NewUser, User};
use crate::actor::Role;
use crate::email_address::EmailAddress;
use crate::field::FieldError;
use crate::locale::Locale;
use crate::web::parts::{Choice, Link};
use crate::web::posted::Empty;
use crate::web::respond::{Answer, page, page_with};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/users";

pub fn routes(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .service(web::resource("").route(get(list)).route(post().to(add)))
        .service(web::resource("/{id}").route(get(show)).route(post().to(change)))
        .route("/{id}/link", post().to(link))
        .route("/{id}/disable", post().to(disable))
        .route("/{id}/enable", post().to(enable));
}

fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

async fn list(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let users = app.db.read(account::users).await?;
    page(&list_page(frame, &users, &Submitted::default(), &Marks::default()))
}

#[must_use]
pub fn list_page(frame: AdminFrame, users: &[User], new: &Submitted, wrong: &Marks) -> ListPage {
    let name = |user: &User| {
        let own = (user.id == frame.by.user).then(|| Badge { label: frame.t("admin-user-this"), ..Badge::default() });
        Cell { badges: own.into_iter().collect(), ..Cell::link(&user.name, path(user.id)).note(&user.address) }
    };
    let table = Table::of(&frame, users)
        .column("admin-newsletter-name", name)
        .column("admin-role", |user| role_label(&frame.locale, user.role))
        .column("admin-state", |user| Cell::badge(Badge::of(&frame.locale, state(user))))
        .column("admin-since", |user| frame.when(user.created_at))
        .table("admin-nav-users", "admin-users-none");
    let form = Form::to(&frame.locale, PATH)
        .field(InputKind::Email, "email", "field-email")
        .required()
        .field(InputKind::Line, "name", "admin-newsletter-name")
        .hint("admin-user-name-hint");
    let form = with_role(form, &frame.locale).button("admin-user-add").fill(new).mark(wrong);
    let add = Some(AddForm::new(&frame, "admin-user-add", form));
    ListPage { add, ..ListPage::new(frame, table) }
}

const fn state(user: &User) -> &'static str {
    match (user.disabled_at, user.has_password) {
        (Some(_), _) => "disabled",
        (None, true) => "enabled",
        (None, false) => "invited",
    }
}

pub(super) fn role_label(l: &Locale, role: Role) -> String {
    l.t(&format!("role-{}", role.as_str()))
}

/// The form with a choice of roles, by default the lesser one.
pub(super) fn with_role(form: Form, l: &Locale) -> Form {
    let choice =
        |role: Role| Choice { chosen: role == Role::Editor, ..Choice::new(role.as_str(), role_label(l, role)) };
    form.select("role", "admin-role", [Role::Editor, Role::Admin].map(choice).to_vec()).hint("admin-role-hint")
}

/// The submitted role; the lesser one where there is none.
pub(super) fn role_of(form: &Submitted) -> Role {
    Role::parse(form.get("role")).unwrap_or(Role::Editor)
}

async fn add(app: web::Data<App>, posted: Posted<Submitted>) -> Answer {
    let Posted { by, form } = posted;
    let errors = match EmailAddress::parse(form.get("email")) {
        Err(error) => FieldError::new("email", error).into(),
        Ok(address) => {
            let (name, role) = (form.get("name").to_owned(), role_of(&form));
            let new = NewUser { address, name, role, password_hash: None };
            match by.act(&app, move |conn, actor, now| account::add_user(conn, actor, now, &new)).await {
                Ok(id) => return Ok(done(&path(id), "user-added")),
                Err(error) => wrong_fields(error)?,
            }
        }
    };
    let (frame, users) = (AdminFrame::load(&app, by).await?, app.db.read(account::users).await?);
    let wrong = Marks::of_errors(&frame.locale, &errors);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &list_page(frame, &users, &form, &wrong))
}

async fn load(app: &App, id: i64) -> Result<User, Refusal> {
    app.db.read(move |conn| account::user(conn, id)).await?.ok_or(Refusal::NotFound)
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let user = load(&app, *id).await?;
    let kept = Submitted::from([("name", user.name.as_str()), ("role", user.role.as_str())]);
    page(&user_page(frame, &user, &kept, &Marks::default()))
}

fn user_page(frame: AdminFrame, user: &User, values: &Submitted, wrong: &Marks) -> FormPage {
    let form = Form::to(&frame.locale, path(user.id))
        .field(InputKind::Line, "name", "admin-newsletter-name")
        .hint("admin-user-name-hint");
    let form = with_role(form, &frame.locale).fill(values).mark(wrong);
    FormPage {
        text: user.address.clone(),
        back: Some(Link::new(frame.t("admin-nav-users"), PATH)),
        buttons: buttons(&frame, user),
        ..FormPage::new(frame, &user.name, form)
    }
}

/// What can be done with an account. Users do not close their own.
fn buttons(frame: &AdminFrame, user: &User) -> Vec<Button> {
    let to = |action: &str, key: &str| Button::to(format!("{}/{action}", path(user.id)), frame.t(key));
    if user.disabled_at.is_some() {
        return vec![to("enable", "admin-user-enable")];
    }
    let question = frame.t1("admin-user-disable-sure", "name", &user.name);
    let close = (user.id != frame.by.user).then(|| to("disable", "admin-user-disable").danger(question));
    std::iter::once(to("link", "admin-user-link")).chain(close).collect()
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Submitted>) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    let (name, role) = (form.get("name").to_owned(), role_of(&form));
    let work = by.act(&app, move |conn, actor, now| account::change_user(conn, actor, now, id, &name, role));
    let l = Locale::default();
    let wrong = match work.await {
        Ok(()) => return Ok(done(&path(id), "saved")),
        Err(ChangeUserError::Fields(errors)) => Marks::of_errors(&l, &errors),
        Err(error) => Marks::one("role", l.t(&format!("error-{}", key_of(error)?))),
    };
    let (frame, user) = (AdminFrame::load(&app, by).await?, load(&app, id).await?);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &user_page(frame, &user, &form, &wrong))
}

/// Why an account stays as it is, as the end of the key of a text `error-…`.
fn key_of(error: ChangeUserError) -> Result<&'static str, Refusal> {
    match error {
        ChangeUserError::Own => Ok("user-own"),
        ChangeUserError::LastAdmin => Ok("user-last-admin"),
        ChangeUserError::NotFound => Err(Refusal::NotFound),
        ChangeUserError::Fields(errors) => Err(Refusal::broken(&errors)),
        ChangeUserError::Database(error) => Err(error.into()),
    }
}

/// Makes a one-time link, which is shown now and never again.
async fn link(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (id, by, random) = (*id, posted.by, app.random.clone());
    let user = load(&app, id).await?;
    let made = by.act(&app, move |conn, actor, now| account::make_sign_in_link(conn, actor, now, &random, id)).await?;
    let Some(token) = made else { return Ok(not_done(&path(id), "user-disabled")) };
    let frame = AdminFrame::load(&app, by).await?;
    page(&ShownOncePage {
        back: Link::new(&user.name, path(id)),
        title: frame.t1("admin-user-link-title", "name", &user.name),
        text: frame.t1("admin-user-link-text", "name", &user.name),
        secret: app.links.to(&format!("/admin/sign-in/{token}")),
        frame,
    })
}

async fn disable(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let id = *id;
    let work = posted.by.act(&app, move |conn, actor, now| account::disable_user(conn, actor, now, id));
    answer(work.await, id, "user-disabled")
}

async fn enable(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let id = *id;
    let work = posted.by.act(&app, move |conn, actor, now| account::enable_user(conn, actor, now, id));
    answer(work.await, id, "user-enabled")
}

fn answer(changed: Result<(), ChangeUserError>, id: i64, key: &str) -> Answer {
    match changed {
        Ok(()) => Ok(done(&path(id), key)),
        Err(error) => Ok(not_done(&path(id), key_of(error)?)),
    }
}
