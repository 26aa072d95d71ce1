//! The form that is pasted into another site, and the page that shows it.
use askama::Template;

use super::frame::Frame;
use crate::locale::Locale;

/// The form as it is pasted: complete, with no style and no class of ours.
#[derive(Template)]
#[template(path = "public/embed_form.html")]
pub struct EmbedForm<'a> {
    /// The newsletter's.
    pub locale: Locale,
    /// A slug.
    pub newsletter: &'a str,
    pub consent: &'a str,
    /// The mark of that wording, for the form without the script.
    pub shown: &'a str,
    /// Absolute, as the next.
    pub action: &'a str,
    pub script: &'a str,
}

#[derive(Template)]
#[template(path = "public/embed.html")]
pub struct EmbedPage {
    pub frame: Frame,
    pub name: String,
    /// The form with its script, as text.
    pub snippet: String,
}
