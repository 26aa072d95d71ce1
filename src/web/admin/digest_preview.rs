//! A digest as its readers see it: before it is sent as it would go out now, afterwards as it was frozen.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::pages::{Preview, PreviewKind};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest::render;
use crate::digest::{self, Digest, DigestError};
use crate::html;
use crate::links::Links;
use crate::locale::Locale;
use crate::mail::ReadMail;
use crate::newsletter;
use crate::subscriber::mails::greeting;
use crate::token::Keys;
use crate::web::headers::MAIL_POLICY;
use crate::web::routes::get;
use crate::web::{App, Refusal, SignedIn};

pub fn configure(routes: &mut web::ServiceConfig) {
    routes.route("/admin/digests/{id}/html", get(show_html));
}

/// The query of a page that has a preview in it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Shown {
    #[serde(default)]
    pub preview: String,
}

/// The query of a mail's HTML.
#[derive(Debug, Default, Deserialize)]
pub struct Scheme {
    #[serde(default)]
    pub scheme: String,
}

/// What makes a preview besides the connection; the greeting is the one of the user who looks.
#[derive(Clone)]
pub struct Reading {
    pub keys: Keys,
    pub links: Links,
    pub now: Timestamp,
    pub name: String,
}

impl Reading {
    #[must_use]
    pub fn of(app: &App, by: &SignedIn) -> Self {
        Self { keys: app.keys.clone(), links: app.links.clone(), now: app.clock.now(), name: by.name.clone() }
    }

    /// A digest's source and the mail read from it.
    pub fn read(&self, conn: &mut Conn, digest: Digest) -> Result<(String, ReadMail), DigestError> {
        let newsletter = newsletter::by_id(conn, digest.newsletter_id)?.ok_or(DigestError::NoNewsletter)?;
        let greeting = greeting(&newsletter.locale(), Some(&self.name));
        let letter = render::current(conn, digest, &self.links, &self.keys)?;
        render::preview(&letter, self.now, &greeting)
    }
}

/// The preview on a digest's page; without a mail, one that has no text.
#[must_use]
pub fn preview(locale: &Locale, id: i64, kind: PreviewKind, mail: Option<&(String, ReadMail)>) -> Preview {
    let page = format!("/admin/digests/{id}");
    let text = mail.map(|(raw, mail)| text_of(kind, raw, mail)).unwrap_or_default();
    Preview::new(locale, kind, &page, &format!("{page}/html"), text, false)
}

/// What a kind of preview shows as text; nothing for those that show HTML.
#[must_use]
pub fn text_of(kind: PreviewKind, raw: &str, mail: &ReadMail) -> String {
    match kind {
        PreviewKind::Text => mail.text.clone(),
        PreviewKind::Source => raw.replace("\r\n", "\n"),
        PreviewKind::Headers => {
            let line = |(name, value): &(String, String)| format!("{name}: {value}\n");
            mail.headers.iter().map(line).collect()
        }
        _ => String::new(),
    }
}

/// A mail's HTML as a document of its own, under a policy that lets it do nothing.
#[must_use]
pub fn mail_answer(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((CONTENT_SECURITY_POLICY, MAIL_POLICY))
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(html)
}

async fn show_html(
    app: web::Data<App>,
    by: SignedIn,
    id: web::Path<i64>,
    query: web::Query<Scheme>,
) -> Result<HttpResponse, Refusal> {
    let (reading, id) = (Reading::of(&app, &by), id.into_inner());
    let work = move |conn: &mut Conn| {
        let digest = digest::by_id(conn, id)?.ok_or(DigestError::NotFound)?;
        reading.read(conn, digest)
    };
    match app.db.read(work).await {
        Ok((_, mail)) => {
            let html = mail.html.unwrap_or_default();
            Ok(mail_answer(StatusCode::OK, html::preview(&html, query.scheme == "dark")))
        }
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(DigestError::NotFound) => Err(Refusal::NotFound),
        // The page around it says what is wrong.
        Err(_) => Ok(mail_answer(StatusCode::UNPROCESSABLE_ENTITY, String::new())),
    }
}
