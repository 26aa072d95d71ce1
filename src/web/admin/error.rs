//! The pages of failures inside the administration, for a user who is signed in or whose form was kept.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;

use super::frame::AdminFrame;
use super::kept;
use crate::web::entrance::HOME;
use crate::web::kept::Kept;
use crate::web::section::Place;
use crate::web::{App, SignedIn, session};

#[derive(Template)]
#[template(path = "admin/error.html")]
pub struct ErrorPage {
    pub frame: AdminFrame,
    pub title: String,
    pub text: String,
}

impl ErrorPage {
    /// The page of an HTTP status; one without a text of its own has that of 500.
    #[must_use]
    pub fn of(frame: AdminFrame, status: u16) -> Self {
        let words = if [400, 404, 405, 410, 413, 429, 503].contains(&status) { status } else { 500 };
        let title = frame.t(&format!("error-{}-title", if status == 403 { 403 } else { words }));
        let text = if status == 403 { frame.t("admin-error-403") } else { frame.t(&format!("error-{words}-text")) };
        Self { frame, title, text }
    }
}

/// The page of a failure, with the text of a form where that is kept. None for a stranger without such a form, and none
/// while the database is away: they get the public page.
pub async fn page(request: &HttpRequest, app: &App, status: StatusCode, kept: Option<&Kept>) -> Option<String> {
    if !is_inside(request.path()) {
        return None;
    }
    let by = session::find(request).await.ok()?;
    let by = by.map(|by| SignedIn { place: Place::outside(by.place.sections), ..by });
    if let Some(kept) = kept {
        return kept::page(app, by, kept).await;
    }
    let frame = AdminFrame::load(app, by?).await.ok()?;
    ErrorPage::of(frame, status.as_u16()).render().ok()
}

fn is_inside(path: &str) -> bool {
    path.strip_prefix(HOME).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
