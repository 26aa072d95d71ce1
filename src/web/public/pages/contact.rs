//! The contact form.
use askama::Template;

use super::frame::Frame;
use crate::web::parts::{Choice, Field};

#[derive(Template)]
#[template(path = "public/contact.html")]
pub struct ContactPage {
    pub frame: Frame,
    /// The addresses themselves, each with its newsletter, for those who would rather write a mail.
    pub contacts: Vec<(String, String)>,
    /// The newsletters that can be written to; where there is one, it is not asked.
    pub newsletters: Vec<Choice>,
    pub newsletter_error: Option<String>,
    pub name: Field,
    pub email: Field,
    pub subject: Field,
    pub message: Field,
    pub problem: Option<String>,
}
