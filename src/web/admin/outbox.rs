//! The outbox of the capture relay: each mail as its reader sees it, with links that can be followed.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::digest_preview::{Scheme, Shown, mail_answer, text_of};
use super::frame::frame;
use super::pages::{ListPage, OutboxMailPage, OutboxRow, Preview, PreviewKind};
use super::turn::{LIMIT, Turn};
use crate::delivery;
use crate::html;
use crate::mail::{ReadMail, read};
use crate::text;
use crate::web::public::pages::Link;
use crate::web::respond::{Answer, page};
use crate::web::routes::get;
use crate::web::{App, Refusal, SignedIn};

const OUTBOX: &str = "/admin/outbox";
/// Characters of an address (RFC 5321 section 4.5.3.1.3, with room to spare).
const ADDRESS: usize = 320;

pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .route(OUTBOX, get(list))
        .route("/admin/outbox/{id}", get(show))
        .route("/admin/outbox/{id}/html", get(show_html));
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Find {
    /// A recipient's whole address.
    q: String,
}

async fn list(app: web::Data<App>, by: SignedIn, find: web::Query<Find>, turn: web::Query<Turn>) -> Answer {
    let frame = frame(&app, &by, OUTBOX).await?;
    let recipient = text::clean_line(&find.q, ADDRESS);
    let (before, wanted) = (turn.before(), recipient.clone());
    let mails = app.db.read(move |conn| {
        if wanted.is_empty() {
            delivery::captured(conn, before, LIMIT)
        } else {
            delivery::captured_to(conn, &wanted, before, LIMIT)
        }
    });
    let mut mails = mails.await?;
    let pager = turn.cut(&mut mails, |mail| mail.id, OUTBOX, &[("q", &recipient)]);
    let row = |mail: delivery::CapturedMail| OutboxRow {
        subject: mail.subject,
        url: format!("{OUTBOX}/{}", mail.id),
        to: mail.recipient,
        when: frame.when(mail.at),
    };
    let rows = mails.into_iter().map(row).collect();
    page(&ListPage::outbox(frame, rows, &recipient, pager))
}

async fn load(app: &App, id: i64) -> Result<(String, ReadMail), Refusal> {
    let (_, raw) = app.db.read(move |conn| delivery::captured_mail(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let mail = read(&raw);
    Ok((raw, mail))
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, query: web::Query<Shown>) -> Answer {
    let (raw, mail) = load(&app, *id).await?;
    let frame = frame(&app, &by, OUTBOX).await?;
    let header = |name: &str| mail.header(name).unwrap_or_default().to_owned();
    let facts = [
        (frame.t("admin-from"), header("From")),
        (frame.t("admin-recipient"), header("To")),
        (frame.t("admin-reply-to"), header("Reply-To")),
        (frame.t("admin-when"), header("Date")),
    ];
    let kind = PreviewKind::of(&query.preview);
    let (url, text) = (format!("{OUTBOX}/{id}"), text_of(kind, &raw, &mail));
    page(&OutboxMailPage {
        back: Link { name: frame.t("admin-nav-outbox"), url: OUTBOX.into() },
        subject: header("Subject"),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        preview: Preview::new(&frame.locale, kind, &url, &format!("{url}/html"), text, true),
        links: links(&mail.text),
        frame,
    })
}

async fn show_html(app: web::Data<App>, _by: SignedIn, id: web::Path<i64>, query: web::Query<Scheme>) -> Answer {
    let (_, mail) = load(&app, *id).await?;
    // A mail of text alone, such as an answer to an enquiry, is shown as its text.
    let html = mail.html.unwrap_or_else(|| plain(&mail.text));
    Ok(mail_answer(StatusCode::OK, html::preview(&html, query.scheme == "dark")))
}

fn plain(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<!doctype html><html lang=\"\"><head><title></title></head><body><pre>{escaped}</pre></body></html>")
}

/// The addresses in a text, each once, in their order.
fn links(text: &str) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')'));
    for word in words.filter(|word| word.starts_with("https://") || word.starts_with("http://")) {
        if !found.iter().any(|link| link.url == word) {
            found.push(Link { name: word.to_owned(), url: word.to_owned() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_links_of_a_text_are_found_once_each() {
        let text = "Read https://a.example/x?y=1\n(http://b.example/z) and <https://a.example/x?y=1>. javascript:no";
        let found: Vec<String> = links(text).into_iter().map(|link| link.url).collect();
        assert_eq!(found, ["https://a.example/x?y=1", "http://b.example/z"]);
    }

    #[test]
    fn a_text_is_shown_and_never_read_as_html() {
        assert!(plain("<b>&lt;").contains("<pre>&lt;b>&amp;lt;</pre>"));
    }
}
