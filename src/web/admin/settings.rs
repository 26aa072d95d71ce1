//! The site's settings.

use actix_web::web;

use super::field_form::{changes, controls, entry_of};
use super::form::{Entry, Form, FormPage};
use super::frame::{AdminFrame, done};
use crate::db::StoreError;
use crate::field::fields;
use crate::site::{self, Site};
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::{App, Posted};

pub const PATH: &str = "/admin/settings";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("").route(get(show)).route(web::post().to(save)));
}

async fn show(app: web::Data<App>, frame: AdminFrame) -> Answer {
    page(&settings_page(frame, &entry_of(&app.db.read(site::site).await?)))
}

#[must_use]
pub fn settings_page(frame: AdminFrame, entry: &Entry) -> FormPage {
    let form = controls(Form::to(&frame.locale, PATH), "settings", &fields::<Site>(), &entry.values);
    let title = frame.t("admin-nav-settings");
    FormPage::new(frame, title, form.show(entry))
}

async fn save(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let changes = changes(&fields::<Site>(), &form);
    let work = by.act(&app, move |conn, actor, now| {
        let site = site::site(conn)?.with(changes)?;
        Ok::<_, StoreError>(site::change(conn, actor, now, &site)?)
    });
    let entry = match work.await {
        Ok(()) => return Ok(done(PATH, "saved")),
        Err(error) => Entry::not_stored(form, error)?,
    };
    let frame = AdminFrame::load(&app, by).await?;
    invalid(&settings_page(frame, &entry))
}
