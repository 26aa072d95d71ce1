//! The contact form.
use askama::Template;

use super::frame::{Field, Frame};

#[derive(Template)]
#[template(path = "public/contact.html")]
pub struct ContactPage {
    pub frame: Frame,
    /// The address itself, for those who would rather write a mail.
    pub contact: String,
    /// Slug of the newsletter that is asked; may be empty where there is one.
    pub newsletter: String,
    pub name: Field,
    pub email: Field,
    pub subject: Field,
    pub message: Field,
    pub problem: Option<String>,
}
