//! API keys: the list, making one, which is shown once, and revoking one after a question.

use actix_web::web;

use super::form::{Entry, Form, FormPage, InputKind};
use super::frame::{AdminFrame, done};
use super::list::ListPage;
use super::shown_once::ShownOncePage;
use super::table::{Badge, Cell, Table};
use super::users::{role_label, role_of, with_role};
use crate::account::{self, ApiKey};
use crate::field::FieldErrors;
use crate::web::parts::Link;
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal};

pub const PATH: &str = "/admin/api-keys";
/// Characters of a key's name.
const NAME: usize = 100;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource("").route(get(list)).route(web::post().to(add)))
        .service(web::resource("/{id}/revoke").route(get(ask)).route(web::post().to(revoke)));
}

async fn list(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let keys = app.db.read(account::api_keys).await?;
    page(&list_page(frame, &keys, &Entry::default()))
}

#[must_use]
pub fn list_page(frame: AdminFrame, keys: &[ApiKey], new: &Entry) -> ListPage {
    let last_used = |key: &ApiKey| key.last_used_at.map_or_else(|| frame.t("admin-key-never"), |at| frame.when(at));
    let revoke = |key: &ApiKey| match key.revoked_at {
        Some(_) => Cell::badge(Badge::of(&frame.locale, "revoked")),
        None => Cell { what: key.name.clone(), ..Cell::link(frame.t("admin-key-revoke"), revoke_path(key.id)) },
    };
    let table = Table::of(&frame, keys)
        .column("admin-key-name", |key| key.name.clone())
        .column("admin-role", |key| role_label(&frame.locale, key.role))
        .column("admin-since", |key| frame.when(key.created_at))
        .column("admin-key-last-used", last_used)
        .column("admin-do", revoke)
        .table("admin-nav-keys", "admin-keys-none");
    let form = Form::to(&frame.locale, PATH).field(InputKind::Line, "name", "admin-key-name").required();
    let form = with_role(form, &frame.locale).button("admin-key-add").show(new);
    ListPage { text: frame.t("admin-keys-text"), ..ListPage::new(frame, table).with_add("admin-key-add", form) }
}

fn revoke_path(id: i64) -> String {
    format!("{PATH}/{id}/revoke")
}

async fn add(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let mut errors = FieldErrors::default();
    let name = errors.required_line("name", form.get("name"), NAME);
    if errors.is_empty() {
        let (random, role, named) = (app.random.clone(), role_of(&form), name.clone());
        let work = by.act(&app, move |conn, actor, now| account::add_api_key(conn, actor, now, &random, &named, role));
        let (_, key) = work.await?;
        return page(&key_page(AdminFrame::load(&app, by).await?, &name, key));
    }
    let (frame, keys) = (AdminFrame::load(&app, by).await?, app.db.read(account::api_keys).await?);
    invalid(&list_page(frame, &keys, &Entry::refused(form, errors)))
}

/// The page that shows a new key.
#[must_use]
pub fn key_page(frame: AdminFrame, name: &str, secret: String) -> ShownOncePage {
    ShownOncePage {
        back: Link::new(frame.t("admin-nav-keys"), PATH),
        title: frame.t1("admin-key-title", "name", name),
        text: frame.t("admin-key-text"),
        secret,
        frame,
    }
}

async fn ask(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let keys = app.db.read(account::api_keys).await?;
    let key = keys.into_iter().find(|key| key.id == *id && key.revoked_at.is_none()).ok_or(Refusal::NotFound)?;
    page(&revoke_page(frame, &key))
}

#[must_use]
pub fn revoke_page(frame: AdminFrame, key: &ApiKey) -> FormPage {
    let form = Form { danger: true, ..Form::to(&frame.locale, revoke_path(key.id)).button("admin-key-revoke") };
    let (title, text) = (frame.t1("admin-key-revoke-title", "name", &key.name), frame.t("admin-key-revoke-text"));
    let back = Some(Link::new(frame.t("admin-nav-keys"), PATH));
    FormPage { text, back, ..FormPage::new(frame, title, form) }
}

/// Revokes a key. Revoking it twice is fine.
async fn revoke(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let id = *id;
    posted.by.act(&app, move |conn, actor, now| account::revoke_api_key(conn, actor, now, id)).await?;
    Ok(done(PATH, "key-revoked"))
}
