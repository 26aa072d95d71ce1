//! API keys: the list, making one, which is shown once, and revoking one, which is asked first.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::pages::{AdminFrame, FormPage, KeyRow, ListPage, ShownOncePage};
use super::parts::{Said, done, fill_in, frame_said};
use crate::account::{self, ApiKey};
use crate::actor::Role;
use crate::db::Conn;
use crate::text;
use crate::web::posted::Empty;
use crate::web::public::sign_up::text_key;
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

const LIST: &str = "/admin/api-keys";
/// Characters of a key's name.
const NAME: usize = 100;

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let revoking = web::resource("/admin/api-keys/{id}/revoke");
    routes
        .service(web::resource(LIST).route(get(list)).route(web::post().to(add)))
        .service(revoking.route(get(ask)).route(web::post().to(revoke)));
}

async fn list(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    page(&list_page(&app, frame).await?)
}

async fn list_page(app: &App, frame: AdminFrame) -> Result<ListPage, Refusal> {
    let keys = app.db.read(account::api_keys).await?;
    let row = |key: ApiKey| KeyRow {
        role: frame.t(&format!("role-{}", key.role.as_str())),
        made: frame.when(key.created_at),
        last_used: key.last_used_at.map_or_else(|| frame.t("admin-key-never"), |at| frame.when(at)),
        revoke_url: if key.revoked_at.is_none() { format!("{LIST}/{}/revoke", key.id) } else { String::new() },
        name: key.name,
    };
    let rows = keys.into_iter().map(row).collect();
    Ok(ListPage::keys(frame, rows))
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
    role: String,
}

async fn add(app: web::Data<App>, posted: Posted<Typed>) -> Answer {
    let Posted { by, form } = posted;
    let role = Role::parse(&form.role).unwrap_or(Role::Editor);
    let name = match text::single_line(&form.name, NAME) {
        Ok(name) if name.is_empty() => Err("error-key-name-missing"),
        Ok(name) => Ok(name),
        Err(error) => Err(text_key(error)),
    };
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    match name {
        Ok(name) => {
            let (now, random, named) = (app.clock.now(), app.random.clone(), name.clone());
            let work = move |conn: &mut Conn| account::add_api_key(conn, &by.actor, now, &random, &named, role);
            let (_, key) = app.db.write(work).await?;
            page(&ShownOncePage::key(frame, &name, key))
        }
        Err(wrong) => {
            let typed = [("name", form.name.as_str(), Some(frame.t(wrong))), ("role", role.as_str(), None)];
            let mut shown = list_page(&app, frame).await?;
            fill_in(shown.add.as_mut(), &typed);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
    }
}

async fn ask(app: web::Data<App>, by: SignedIn, id: web::Path<i64>) -> Answer {
    let keys = app.db.read(account::api_keys).await?;
    let key = keys.into_iter().find(|key| key.id == *id && key.revoked_at.is_none()).ok_or(Refusal::NotFound)?;
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    page(&FormPage::revoke(frame, &key.name, format!("{LIST}/{id}/revoke")))
}

/// Revokes a key; one that is revoked already is what was wanted.
async fn revoke(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (now, id, actor) = (app.clock.now(), id.into_inner(), posted.by.actor);
    app.db.write(move |conn| account::revoke_api_key(conn, &actor, now, id)).await?;
    Ok(done(LIST, "key-revoked"))
}
