//! The sign-up box and the page of its own.
use askama::Template;

use super::form::FormValues;
use super::frame::Frame;

/// A newsletter that the form offers.
#[derive(Clone, Debug, Default)]
pub struct NewsletterChoice {
    pub slug: String,
    pub name: String,
    pub description: String,
    /// The wording of the consent, which the ledger records as it is shown here.
    pub consent: String,
    pub checked: bool,
}

/// The sign-up form. As a box it asks for the address alone, and for the newsletter if there are several.
#[derive(Clone, Debug, Default)]
pub struct SignUpForm {
    /// What a reader gets, in a sentence.
    pub promise: String,
    pub newsletters: Vec<NewsletterChoice>,
    /// Marks of the wordings that the form shows, by which the ledger knows that they were shown.
    pub shown: String,
    /// `email`, `name` and `newsletter`.
    pub values: FormValues,
}

#[derive(Template)]
#[template(path = "public/subscribe.html")]
pub struct SubscribePage {
    pub frame: Frame,
    pub form: SignUpForm,
}
