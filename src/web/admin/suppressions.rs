//! Suppressed addresses: the list, adding one at its owner's request, lifting one.

use actix_web::web;

use super::form::{Entry, Form, InputKind};
use super::frame::{AdminFrame, done, not_done};
use super::list::ListPage;
use super::table::{Button, Cell, Table};
use crate::db::{self, Conn};
use crate::delivery::{self, Suppression, SuppressionReason};
use crate::email_address::EmailAddress;
use crate::field::FieldError;
use crate::locale::Locale;
use crate::subscriber::desk;
use crate::token::{from_hex, hex};
use crate::web::paging::{LIMIT, Numbered};
use crate::web::parts::Pager;
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/suppressions";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("").route(get(list)).route(web::post().to(add))).route("/lift", web::post().to(lift));
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (suppressions, pager) = load(&app, &query).await?;
    page(&ListPage { pager, ..list_page(frame, &suppressions, &query, &Entry::default()) })
}

async fn load(app: &App, query: &Submitted) -> Result<(Vec<Suppression>, Pager), db::Error> {
    let (numbered, search) = (Numbered::of(query), query.get("q").to_owned());
    let work = move |conn: &mut Conn| match search.trim() {
        "" => delivery::list_suppressions(conn, LIMIT, numbered.offset()),
        search => delivery::suppression::find(conn, search, LIMIT, numbered.offset()),
    };
    let mut found = app.db.read(work).await?;
    let pager = numbered.cut(&mut found, PATH, &[("q", query.get("q"))]);
    Ok((found, pager))
}

#[must_use]
pub fn list_page(frame: AdminFrame, suppressions: &[Suppression], query: &Submitted, new: &Entry) -> ListPage {
    let l = &frame.locale;
    let table = Table::of(&frame, suppressions)
        .column("field-email", |one| address(&frame, one))
        .column("admin-reason", |one| Cell::text(reason(l, one.reason)).note(&one.detail))
        .column("admin-when", |one| frame.when(one.at))
        .buttons(|one| vec![lift_button(&frame, one)])
        .table("admin-nav-suppressions", "admin-suppressions-none");
    let search = Form::search(l).field(InputKind::Search, "q", "admin-suppressions-search").fill(query).inputs;
    let form = Form::to(l, PATH).field(InputKind::Email, "email", "field-email").required();
    let form = form.button("admin-suppression-add").show(new);
    let text = frame.t("admin-suppressions-text");
    ListPage { text, search, ..ListPage::new(frame, table).with_add("admin-suppression-add", form) }
}

/// The address, or the beginning of its key where it has been erased.
fn address(frame: &AdminFrame, suppression: &Suppression) -> String {
    let erased = || {
        let key: String = hex(&suppression.key).chars().take(12).collect();
        format!("{} · {key}", frame.t("admin-erased"))
    };
    suppression.address.clone().unwrap_or_else(erased)
}

fn lift_button(frame: &AdminFrame, suppression: &Suppression) -> Button {
    let address = address(frame, suppression);
    let question = frame.t1("admin-lift-sure", "address", &address);
    let button = Button::to(format!("{PATH}/lift"), frame.t("admin-lift")).about(address);
    button.with("key", hex(&suppression.key)).danger(question)
}

/// Why an address is suppressed, in words.
pub(super) fn reason(l: &Locale, reason: SuppressionReason) -> String {
    l.t(&format!("suppressed-{reason}"))
}

async fn add(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let address = match EmailAddress::parse(form.get("email")) {
        Ok(address) => address,
        Err(error) => {
            let query = Submitted::default();
            let (frame, (suppressions, pager)) = (AdminFrame::load(&app, by).await?, load(&app, &query).await?);
            let entry = Entry::refused(form, FieldError::new("email", error));
            let shown = ListPage { pager, ..list_page(frame, &suppressions, &query, &entry) };
            return invalid(&shown);
        }
    };
    let random = app.random.clone();
    by.act(&app, move |conn, actor, now| desk::suppress(conn, actor, now, &random, &address)).await?;
    Ok(done(PATH, "suppressed"))
}

/// Lifts the suppression of a key, which is posted in hexadecimal.
async fn lift(app: web::Data<App>, posted: Posted) -> Answer {
    let key = from_hex(posted.form.get("key")).ok_or(Refusal::Unreadable)?;
    let lifted = posted.by.act(&app, move |conn, actor, now| desk::lift(conn, actor, now, &key)).await?;
    Ok(if lifted { done(PATH, "lifted") } else { not_done(PATH, "not-suppressed") })
}
