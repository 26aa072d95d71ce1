//! Users: the list, adding one, name and role, the one-time link, closing and reopening an account.

use actix_web::web;

use super::form::{Entry, Form, FormPage, InputKind};
use super::frame::{AdminFrame, done, not_done};
use super::list::ListPage;
use super::shown_once::ShownOncePage;
use super::table::{Badge, Button, Cell, Table};
use super::user_link;
use crate::account::{self, ChangeUserError, NewUser, User};
use crate::actor::{Actor, Role};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::email_address::EmailAddress;
use crate::field::FieldError;
use crate::locale::Locale;
use crate::subscriber::user_mail::{self, UserMail};
use crate::web::parts::{Choice, Link};
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, SignedIn, Submitted};

pub const PATH: &str = "/admin/users";

pub fn routes(routes: &mut web::ServiceConfig) {
    let post = web::post;
    routes
        .service(web::resource("").route(get(list)).route(post().to(add)))
        .service(web::resource("/{id}").route(get(show)).route(post().to(change)))
        .route("/{id}/link", post().to(link))
        .route("/{id}/invite", post().to(invite))
        .route(
            "/{id}/disable",
            post().to(|app, id, posted| set(app, id, posted, account::disable_user, "user-disabled")),
        )
        .route("/{id}/enable", post().to(|app, id, posted| set(app, id, posted, account::enable_user, "user-enabled")));
}

fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

async fn list(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let users = app.db.read(account::users).await?;
    page(&list_page(frame, &users, &Entry::default()))
}

#[must_use]
pub fn list_page(frame: AdminFrame, users: &[User], new: &Entry) -> ListPage {
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
    let form = with_role(form, &frame.locale).checkbox("invite", "admin-user-invite-too").button("admin-user-add");
    let form = form.fill(&Submitted::from([("invite", "yes")])).show(new);
    ListPage::new(frame, table).with_add("admin-user-add", form)
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

async fn add(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let entry = match EmailAddress::parse(form.get("email")) {
        Err(error) => Entry::refused(form, FieldError::new("email", error)),
        Ok(address) => {
            let (name, role) = (form.get("name").to_owned(), role_of(&form));
            let new = NewUser { address, name, role, password_hash: None };
            match by.act(&app, move |conn, actor, now| account::add_user(conn, actor, now, &new)).await {
                Ok(id) if form.get("invite") == "yes" => return mailed(&app, &by, id, UserMail::Invitation).await,
                Ok(id) => return Ok(done(&path(id), "user-added")),
                Err(error) => Entry::not_stored(form, error)?,
            }
        }
    };
    let (frame, users) = (AdminFrame::load(&app, by).await?, app.db.read(account::users).await?);
    invalid(&list_page(frame, &users, &entry))
}

async fn load(app: &App, id: i64) -> Result<User, Refusal> {
    app.db.read(move |conn| account::user(conn, id)).await?.ok_or(Refusal::NotFound)
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let user = load(&app, *id).await?;
    let kept = Submitted::from([("name", user.name.as_str()), ("role", user.role.as_str())]);
    page(&user_page(frame, &user, &Entry::of(kept)))
}

fn user_page(frame: AdminFrame, user: &User, entry: &Entry) -> FormPage {
    let form = Form::to(&frame.locale, path(user.id))
        .field(InputKind::Line, "name", "admin-newsletter-name")
        .hint("admin-user-name-hint");
    let form = with_role(form, &frame.locale).show(entry);
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
    let mail = if user.has_password { "admin-user-mail-link" } else { "admin-user-invite" };
    [to("invite", mail), to("link", "admin-user-link")].into_iter().chain(close).collect()
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    let (name, role) = (form.get("name").to_owned(), role_of(&form));
    let work = by.act(&app, move |conn, actor, now| account::change_user(conn, actor, now, id, &name, role));
    let entry = match work.await {
        Ok(()) => return Ok(done(&path(id), "saved")),
        Err(ChangeUserError::Fields(errors)) => Entry::refused(form, errors),
        Err(error) => Entry::wrong(form, "role", Locale::default().t(&format!("error-{}", key_of(error)?))),
    };
    let (frame, user) = (AdminFrame::load(&app, by).await?, load(&app, id).await?);
    invalid(&user_page(frame, &user, &entry))
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
async fn link(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, by, random) = (*id, posted.by, app.random.clone());
    let user = load(&app, id).await?;
    let made = by.act(&app, move |conn, actor, now| account::make_sign_in_link(conn, actor, now, &random, id)).await?;
    let Some(token) = made else { return Ok(not_done(&path(id), "user-disabled")) };
    let frame = AdminFrame::load(&app, by).await?;
    page(&ShownOncePage {
        back: Link::new(&user.name, path(id)),
        title: frame.t1("admin-user-link-title", "name", &user.name),
        text: frame.t1("admin-user-link-text", "name", &user.name),
        secret: app.links.sign_in(&token),
        frame,
    })
}

/// Mails an invitation, or a link to a user who has a password.
async fn invite(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let user = load(&app, *id).await?;
    let kind = if user.has_password { UserMail::Forgotten } else { UserMail::Invitation };
    mailed(&app, &posted.by, user.id, kind).await
}

/// Mails a link and leads to the user's page, which says so.
async fn mailed(app: &App, by: &SignedIn, id: i64, kind: UserMail) -> Answer {
    let Some(message) = user_link::message(app, kind).await? else { return Ok(not_done(&path(id), "user-no-mail")) };
    let (random, links) = (app.random.clone(), app.links.clone());
    let work = move |conn: &mut Conn, actor: &Actor, now: Timestamp| {
        user_mail::send(conn, actor, now, &random, (kind, &message, &links), id)
    };
    let sent = by.act(app, work).await?;
    Ok(if sent { done(&path(id), "user-mailed") } else { not_done(&path(id), "user-not-mailed") })
}

/// Closes an account, or opens it again; `key` is the end of the key of what is said then.
async fn set(
    app: web::Data<App>,
    id: web::Path<i64>,
    posted: Posted,
    change: fn(&mut Conn, &Actor, Timestamp, i64) -> Result<(), ChangeUserError>,
    key: &str,
) -> Answer {
    let id = *id;
    match posted.by.act(&app, move |conn, actor, now| change(conn, actor, now, id)).await {
        Ok(()) => Ok(done(&path(id), key)),
        Err(error) => Ok(not_done(&path(id), key_of(error)?)),
    }
}
