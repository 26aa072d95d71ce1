//! Addresses that no mail goes to: the list, adding one at its owner's request, lifting one.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::pages::{AdminFrame, Button, ListPage, SuppressionRow};
use super::parts::{PAGE, Said, done, frame_said, not_done, numbered_pager};
use super::subscribers::reason;
use crate::db::Conn;
use crate::delivery::{self, Suppression};
use crate::email_address::EmailAddress;
use crate::subscriber::desk;
use crate::token::hex;
use crate::web::public::pages::Field;
use crate::web::public::sign_up::address_key;
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

const LIST: &str = "/admin/suppressions";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource(LIST).route(get(list)).route(web::post().to(add)))
        .route("/admin/suppressions/lift", web::post().to(lift));
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Find {
    q: String,
    page: Option<i64>,
}

async fn list(app: web::Data<App>, by: SignedIn, find: web::Query<Find>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    page(&list_page(&app, frame, &find, Field::default()).await?)
}

async fn list_page(app: &App, frame: AdminFrame, find: &Find, typed: Field) -> Result<ListPage, Refusal> {
    let number = find.page.unwrap_or(1).clamp(1, 1_000_000);
    let size = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let search = find.q.clone();
    let work = move |conn: &mut Conn| {
        let offset = (number - 1) * size;
        match search.trim() {
            "" => delivery::list_suppressions(conn, size + 1, offset),
            search => delivery::suppression::find(conn, search, size + 1, offset),
        }
    };
    let mut found = app.db.read(work).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let rows = found.into_iter().map(|suppression| row(&frame, suppression)).collect();
    let pager = numbered_pager(LIST, &[("q", &find.q)], number, more);
    Ok(ListPage::suppressions(frame, rows, &find.q, typed, pager))
}

fn row(frame: &AdminFrame, suppression: Suppression) -> SuppressionRow {
    let key = hex(&suppression.key);
    let begin: String = key.chars().take(12).collect();
    let address = suppression.address.unwrap_or_else(|| format!("{} · {begin}", frame.t("admin-erased")));
    let question = frame.t1("admin-lift-sure", "address", &address);
    let lift = Button::to("/admin/suppressions/lift", frame.t("admin-lift")).about(&address).with("key", key);
    SuppressionRow {
        reason: reason(&frame.locale, suppression.reason),
        detail: suppression.detail,
        when: frame.when(suppression.at),
        buttons: vec![lift.danger(question)],
        address,
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct New {
    email: String,
}

async fn add(app: web::Data<App>, posted: Posted<New>) -> Answer {
    let Posted { by, form } = posted;
    let address = match EmailAddress::parse(&form.email) {
        Ok(address) => address,
        Err(error) => {
            let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
            let typed = Field::wrong(form.email, frame.locale.t(address_key(error)));
            let shown = list_page(&app, frame, &Find::default(), typed).await?;
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
        }
    };
    let (now, random) = (app.clock.now(), app.random.clone());
    let work = move |conn: &mut Conn| desk::suppress(conn, &by.actor, now, &random, &address);
    app.db.write(work).await?;
    Ok(done(LIST, "suppressed"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Lift {
    /// In hexadecimal.
    key: String,
}

async fn lift(app: web::Data<App>, posted: Posted<Lift>) -> Answer {
    let (now, Posted { by, form }) = (app.clock.now(), posted);
    let key = bytes(&form.key).ok_or(Refusal::Unreadable)?;
    let lifted = app.db.write(move |conn| desk::lift(conn, &by.actor, now, &key)).await?;
    Ok(if lifted { done(LIST, "lifted") } else { not_done(LIST, "not-suppressed") })
}

/// The bytes that hexadecimal digits stand for.
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
