//! What went wrong, said inside the administration to one who is signed in, or who was when a form was loaded.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;

use super::frame::frame;
use super::kept;
use super::pages::ErrorPage;
use crate::web::kept::Kept;
use crate::web::{App, session};

/// The page of a failure, with what was typed where that is kept; none for a stranger without words, and none while the
/// database is away: those get the public one.
pub async fn page(request: &HttpRequest, app: &App, status: StatusCode, kept: Option<&Kept>) -> Option<String> {
    if !is_inside(request.path()) {
        return None;
    }
    let by = session::find(request).await.ok()?;
    if let Some(kept) = kept {
        return kept::page(app, by.as_ref(), kept).await;
    }
    let frame = frame(app, &by?, "").await.ok()?;
    ErrorPage::of(frame, status.as_u16()).render().ok()
}

fn is_inside(path: &str) -> bool {
    path.strip_prefix(session::HOME).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
