//! The pages that keep what was typed into a form that may not act: the way to the sign-in, and the button behind it.

use askama::Template;

use super::frame::frame;
use super::pages::{AdminFrame, Door, FormPage, Input, InputKind, Keep, SignInPage, Snippet};
use crate::locale::Locale;
use crate::site;
use crate::web::kept::Kept;
use crate::web::{App, Refusal, SignedIn};

/// Where one signs in again with what was typed.
pub async fn sign_in_page(app: &App, email: &str, problem: Option<String>, kept: &Kept) -> Result<SignInPage, Refusal> {
    let site = app.db.read(site::site).await?;
    let door = Door::new(Locale::default(), &site.name);
    let l = door.locale.clone();
    let hidden = |name: &str, value: String| Input::new(InputKind::Hidden, name, String::new(), value);
    let mut page = SignInPage::new(door, "", email, "", problem);
    page.text = l.t("kept-signed-out");
    page.inputs.extend([hidden("kept_to", kept.to.clone()), hidden("kept", kept.body())]);
    page.words = kept.words();
    Ok(page)
}

/// One button that sends what was typed, with the field of this session.
#[must_use]
pub fn send_page(frame: AdminFrame, kept: &Kept) -> FormPage {
    let hidden = |(name, value): &(String, String)| Input::new(InputKind::Hidden, name, String::new(), value);
    let inputs = kept.fields.iter().map(hidden).collect();
    let (title, text, label) = (frame.t("kept-title"), frame.t("kept-text"), frame.t("kept-send"));
    let words = Snippet { title: frame.t("kept-words"), code: kept.words(), wraps: true, ..Snippet::default() };
    let page = FormPage::new(frame, title, kept.to.clone(), inputs, label);
    FormPage { text, snippets: vec![words], keep: Keep::Unsaved, ..page }
}

/// The page of a form that may not act, by whether somebody is signed in.
pub async fn page(app: &App, by: Option<&SignedIn>, kept: &Kept) -> Option<String> {
    let html = match by {
        Some(by) => send_page(frame(app, by, "").await.ok()?, kept).render(),
        None => sign_in_page(app, "", None, kept).await.ok()?.render(),
    };
    html.ok()
}
