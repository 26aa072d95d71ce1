//! The outbox of the capture relay: each mail as its recipient sees it, with links that can be followed.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::form::{Form, InputKind};
use super::frame::AdminFrame;
use super::list::ListPage;
use super::preview::{Preview, PreviewKind, mail_answer, text_of};
use super::table::{Cell, Table};
use crate::delivery::{self, CapturedMail};
use crate::html;
use crate::mail::{ReadMail, read};
use crate::text;
use crate::web::paging::{LIMIT, Turn};
use crate::web::parts::Link;
use crate::web::respond::{Answer, page};
use crate::web::route::get;
use crate::web::{App, Refusal, SignedIn, Submitted};

pub const PATH: &str = "/admin/outbox";
/// Characters of an address (RFC 5321 section 4.5.3.1.3, with room to spare).
const ADDRESS: usize = 320;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.route("", get(list)).route("/{id}", get(show)).route("/{id}/html", get(show_html));
}

#[derive(Template)]
#[template(path = "admin/outbox_mail.html")]
pub struct OutboxMailPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub subject: String,
    /// Label and value: from, to, reply-to, when.
    pub facts: Vec<(String, String)>,
    pub preview: Preview,
    /// Links found in the mail, so that they can be followed without leaving the preview's sandbox.
    pub links: Vec<Link>,
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (turn, recipient) = (Turn::of(&query), text::clean_line(query.get("q"), ADDRESS));
    let (before, wanted) = (turn.before(), recipient.clone());
    let mails = app.db.read(move |conn| match wanted.as_str() {
        "" => delivery::captured(conn, before, LIMIT),
        wanted => delivery::captured_to(conn, wanted, before, LIMIT),
    });
    let mut mails = mails.await?;
    let pager = turn.cut(&mut mails, |mail| mail.id, PATH, &[("q", &recipient)]);
    page(&ListPage { pager, ..list_page(frame, &mails, &recipient) })
}

#[must_use]
pub fn list_page(frame: AdminFrame, mails: &[CapturedMail], recipient: &str) -> ListPage {
    let table = Table::of(&frame, mails)
        .column("field-subject", |mail| Cell::link(&mail.subject, format!("{PATH}/{}", mail.id)))
        .column("admin-recipient", |mail| mail.recipient.clone())
        .column("admin-when", |mail| frame.when(mail.at))
        .table("admin-nav-outbox", "admin-outbox-none");
    let search = Form::search(&frame.locale).field(InputKind::Search, "q", "admin-recipient").value(recipient).inputs;
    ListPage { text: frame.t("admin-outbox-text"), search, ..ListPage::new(frame, table) }
}

async fn load(app: &App, id: i64) -> Result<(String, ReadMail), Refusal> {
    let (_, raw) = app.db.read(move |conn| delivery::captured_mail(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let mail = read(&raw);
    Ok((raw, mail))
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>, query: web::Query<Submitted>) -> Answer {
    let (raw, mail) = load(&app, *id).await?;
    let header = |name: &str| mail.header(name).unwrap_or_default().to_owned();
    let facts = [
        (frame.t("admin-from"), header("From")),
        (frame.t("admin-recipient"), header("To")),
        (frame.t("admin-reply-to"), header("Reply-To")),
        (frame.t("admin-when"), header("Date")),
    ];
    let kind = PreviewKind::of(query.get("preview"));
    let (url, text) = (format!("{PATH}/{id}"), text_of(kind, &raw, &mail));
    page(&OutboxMailPage {
        back: Link::new(frame.t("admin-nav-outbox"), PATH),
        subject: header("Subject"),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        preview: Preview::new(&frame.locale, kind, &url, &format!("{url}/html"), text, true),
        links: links(&mail.text),
        frame,
    })
}

async fn show_html(app: web::Data<App>, _by: SignedIn, id: web::Path<i64>, query: web::Query<Submitted>) -> Answer {
    let (_, mail) = load(&app, *id).await?;
    // A mail without HTML, such as an answer to an enquiry, is shown as its text.
    let html = mail.html.unwrap_or_else(|| plain(&mail.text));
    Ok(mail_answer(StatusCode::OK, html::preview(&html, query.get("scheme") == "dark")))
}

fn plain(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<!doctype html><html lang=\"\"><head><title></title></head><body><pre>{escaped}</pre></body></html>")
}

/// The web addresses in a text, each once, in their order.
fn links(text: &str) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')'));
    for word in words.filter(|word| word.starts_with("https://") || word.starts_with("http://")) {
        if !found.iter().any(|link| link.url == word) {
            found.push(Link::new(word, word));
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
    fn a_text_is_not_read_as_html() {
        assert!(plain("<b>&lt;").contains("<pre>&lt;b>&amp;lt;</pre>"));
    }
}
