//! Shown by the link in a confirmation mail: one button, and what else waits for it.
use askama::Template;

use super::frame::Frame;
use super::sign_up::NewsletterChoice;

/// Its button posts `shown`, and `also` for each other newsletter that is ticked.
#[derive(Template)]
#[template(path = "public/confirm.html")]
pub struct ConfirmPage {
    pub frame: Frame,
    pub newsletter: String,
    /// The wording that the button agrees to.
    pub consent: String,
    pub url: String,
    /// What the same reader has asked for too. Only what came with the same form is ticked: the rest is a decision of its
    /// own.
    pub also: Vec<NewsletterChoice>,
    /// Marks of the wordings on this page.
    pub shown: String,
}
