//! The sign-up box and the page of its own.
use askama::Template;

use super::frame::Frame;
use crate::web::parts::Field;

/// A newsletter that the form offers.
#[derive(Clone, Debug, Default)]
pub struct NewsletterChoice {
    pub slug: String,
    pub name: String,
    pub description: String,
    /// The wording that is agreed to, kept in the ledger as it stands here.
    pub consent: String,
    pub checked: bool,
}

/// The sign-up form. As a box it asks for the address alone, and for the newsletter where there are several.
#[derive(Clone, Debug, Default)]
pub struct SignUpForm {
    /// What one gets, in a sentence.
    pub promise: String,
    pub newsletters: Vec<NewsletterChoice>,
    pub newsletter_error: Option<String>,
    pub email: Field,
    pub name: Field,
    /// Marks of the wordings that the form shows, by which the ledger knows that they were shown.
    pub shown: String,
    /// What is wrong with the form as a whole.
    pub problem: Option<String>,
}

#[derive(Template)]
#[template(path = "public/subscribe.html")]
pub struct SubscribePage {
    pub frame: Frame,
    pub form: SignUpForm,
}
