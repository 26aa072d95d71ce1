//! A digest in the administration: its path, its title, and the mail that its readers get.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::frame::AdminFrame;
use super::preview::{Preview, PreviewKind, mail_answer, text_of};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest::{self, Digest, DigestError, render};
use crate::html;
use crate::links::Links;
use crate::locale::Locale;
use crate::mail::ReadMail;
use crate::token::Keys;
use crate::web::route::get;
use crate::web::{App, Refusal, SignedIn, Submitted};

pub const PATH: &str = "/admin/digests";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.route("/{id}/html", get(show_html));
}

/// The path of a digest's page.
#[must_use]
pub fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

/// The subject of a digest, or that it has none.
#[must_use]
pub fn title(frame: &AdminFrame, digest: &Digest) -> String {
    if digest.subject.is_empty() { frame.t("admin-no-subject") } else { digest.subject.clone() }
}

/// What a preview is made with besides the connection; it greets the user who looks.
#[derive(Clone)]
pub struct Reading {
    keys: Keys,
    links: Links,
    pub now: Timestamp,
    name: String,
}

impl Reading {
    #[must_use]
    pub fn new(app: &App, by: &SignedIn) -> Self {
        Self { keys: app.keys.clone(), links: app.links.clone(), now: app.clock.now(), name: by.name.clone() }
    }

    /// A digest's source and the mail read from it: as it would go out now, or as it was frozen when it was sent.
    pub fn read(&self, conn: &mut Conn, digest: &Digest) -> Result<(String, ReadMail), DigestError> {
        let letter = render::current(conn, digest.clone(), &self.links, &self.keys)?;
        render::preview(&letter, digest, self.now, Some(&self.name))
    }
}

/// The preview on a digest's page; without a mail, one that has no text.
#[must_use]
pub fn preview(l: &Locale, id: i64, kind: PreviewKind, mail: Option<&(String, ReadMail)>) -> Preview {
    let text = mail.map(|(raw, mail)| text_of(kind, raw, mail)).unwrap_or_default();
    Preview::new(l, kind, &path(id), &format!("{}/html", path(id)), text, false)
}

async fn show_html(
    app: web::Data<App>,
    by: SignedIn,
    id: web::Path<i64>,
    query: web::Query<Submitted>,
) -> Result<HttpResponse, Refusal> {
    let (reading, id) = (Reading::new(&app, &by), *id);
    let work = move |conn: &mut Conn| {
        let digest = digest::by_id(conn, id)?.ok_or(DigestError::NotFound)?;
        reading.read(conn, &digest)
    };
    match app.db.read(work).await {
        Ok((_, mail)) => {
            let html = mail.html.unwrap_or_default();
            Ok(mail_answer(StatusCode::OK, html::preview(&html, query.get("scheme") == "dark")))
        }
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(DigestError::NotFound) => Err(Refusal::NotFound),
        // The page around it says what is wrong.
        Err(_) => Ok(mail_answer(StatusCode::UNPROCESSABLE_ENTITY, String::new())),
    }
}
