//! Suppressed addresses: the list, adding one at its owner's request, lifting one.

use actix_web::http::StatusCode;
use actix_web::web;

use super::form::{Form, InputKind, Marks};
use super::frame::{AdminFrame, done, not_done};
use super::list::{AddForm, ListPage};
use super::table::{Button, Cell, Table};
use super::turn::{LIMIT, Numbered};
use crate::db::{self, Conn};
use crate::delivery::{self, Suppression, SuppressionReason};
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::subscriber::desk;
use crate::token::hex;
use crate::web::parts::Pager;
use crate::web::respond::{Answer, page, page_with};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/suppressions";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("").route(get(list)).route(web::post().to(add))).route("/lift", web::post().to(lift));
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (suppressions, pager) = load(&app, &query).await?;
    let shown = list_page(frame, &suppressions, &query, &Submitted::default(), &Marks::default());
    page(&ListPage { pager, ..shown })
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
pub fn list_page(
    frame: AdminFrame,
    suppressions: &[Suppression],
    query: &Submitted,
    new: &Submitted,
    wrong: &Marks,
) -> ListPage {
    let l = &frame.locale;
    let table = Table::of(&frame, suppressions)
        .column("field-email", |one| address(&frame, one))
        .column("admin-reason", |one| Cell::text(reason(l, one.reason)).note(&one.detail))
        .column("admin-when", |one| frame.when(one.at))
        .buttons(|one| vec![lift_button(&frame, one)])
        .table("admin-nav-suppressions", "admin-suppressions-none");
    let search = Form::search(l).field(InputKind::Search, "q", "admin-suppressions-search").fill(query).inputs;
    let form = Form::to(l, PATH).field(InputKind::Email, "email", "field-email").required();
    let form = form.button("admin-suppression-add").fill(new).mark(wrong);
    let add = Some(AddForm::new(&frame, "admin-suppression-add", form));
    ListPage { text: frame.t("admin-suppressions-text"), search, add, ..ListPage::new(frame, table) }
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
    match reason {
        SuppressionReason::HardBounce => l.t("suppressed-hard-bounce"),
        SuppressionReason::Complaint => l.t("suppressed-complaint"),
        SuppressionReason::Request => l.t("suppressed-request"),
    }
}

async fn add(app: web::Data<App>, posted: Posted<Submitted>) -> Answer {
    let Posted { by, form } = posted;
    let address = match EmailAddress::parse(form.get("email")) {
        Ok(address) => address,
        Err(error) => {
            let query = Submitted::default();
            let (frame, (suppressions, pager)) = (AdminFrame::load(&app, by).await?, load(&app, &query).await?);
            let wrong = Marks::invalid(&frame.locale, "email", error);
            let shown = ListPage { pager, ..list_page(frame, &suppressions, &query, &form, &wrong) };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
        }
    };
    let random = app.random.clone();
    by.act(&app, move |conn, actor, now| desk::suppress(conn, actor, now, &random, &address)).await?;
    Ok(done(PATH, "suppressed"))
}

/// Lifts the suppression of a key, which is posted in hexadecimal.
async fn lift(app: web::Data<App>, posted: Posted<Submitted>) -> Answer {
    let key = bytes(posted.form.get("key")).ok_or(Refusal::Unreadable)?;
    let lifted = posted.by.act(&app, move |conn, actor, now| desk::lift(conn, actor, now, &key)).await?;
    Ok(if lifted { done(PATH, "lifted") } else { not_done(PATH, "not-suppressed") })
}

/// The bytes of hexadecimal digits.
fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        hex.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2) && digits.len() <= 128)?;
    Some(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_are_read_back() {
        assert_eq!(bytes(&hex(&[0, 9, 0xab, 0xff])), Some(vec![0, 9, 0xab, 0xff]));
        for wrong in ["0", "xy", "0g", &"00".repeat(65)] {
            assert_eq!(bytes(wrong), None, "{wrong}");
        }
    }
}
