//! The contact form.
use askama::Template;

use super::form::FormValues;
use super::frame::Frame;
use crate::web::parts::Choice;

#[derive(Template)]
#[template(path = "public/contact.html")]
pub struct ContactPage {
    pub frame: Frame,
    /// The addresses themselves, each with its newsletter, for visitors who would rather write a mail.
    pub contacts: Vec<(String, String)>,
    /// The newsletters that can be written to. A single one is not asked for.
    pub newsletters: Vec<Choice>,
    /// `newsletter`, `name`, `email`, `subject` and `message`.
    pub values: FormValues,
}
