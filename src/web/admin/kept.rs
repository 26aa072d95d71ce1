//! The pages of a form that may not act and keeps its text: the sign-in, and the button behind it.

use askama::Template;

use super::door::{Door, SignInPage};
use super::form::{Form, FormPage, Keep, Snippet};
use super::frame::AdminFrame;
use crate::web::kept::Kept;
use crate::web::{App, SignedIn};

/// The sign-in, which carries the form along.
#[must_use]
pub fn sign_in_page(door: Door, email: &str, problem: Option<String>, kept: &Kept) -> SignInPage {
    let text = door.locale.t("kept-signed-out");
    let page = SignInPage::new(door, email, "", problem);
    let form = page.form.hidden("kept_to", &kept.to).hidden("kept", kept.body());
    SignInPage { text, words: kept.words(), form, ..page }
}

/// One button that sends the form, with the field of this session.
#[must_use]
pub fn send_page(frame: AdminFrame, kept: &Kept) -> FormPage {
    let form = Form::to(&frame.locale, &kept.to).button("kept-send");
    let form = kept.fields.iter().fold(form, |form, (name, value)| form.hidden(name, value));
    let words = Snippet { title: frame.t("kept-words"), code: kept.words(), wraps: true, ..Snippet::default() };
    let (title, text) = (frame.t("kept-title"), frame.t("kept-text"));
    let page = FormPage::new(frame, title, Form { keep: Keep::Unsaved, ..form });
    FormPage { text, snippets: vec![words], ..page }
}

/// The page of a form that may not act, by whether somebody is signed in.
pub async fn page(app: &App, by: Option<SignedIn>, kept: &Kept) -> Option<String> {
    let html = match by {
        Some(by) => send_page(AdminFrame::load(app, by).await.ok()?, kept).render(),
        None => sign_in_page(Door::load(app).await.ok()?, "", None, kept).render(),
    };
    html.ok()
}
