//! The page that shows what to paste into another site.
use askama::Template;

use super::frame::Frame;

/// The form as it is pasted: complete, with no style and no class of ours.
#[derive(Template)]
#[template(path = "public/embed_form.html")]
struct EmbedForm<'a> {
    frame: &'a Frame,
    newsletter: &'a str,
    consent: &'a str,
    action: &'a str,
    script: &'a str,
}

#[derive(Template)]
#[template(path = "public/embed.html")]
pub struct EmbedPage {
    pub frame: Frame,
    pub name: String,
    /// The form with its script, as text.
    pub snippet: String,
}

impl EmbedPage {
    /// `action` and `script` are absolute URLs.
    pub fn new(
        frame: Frame,
        newsletter: &str,
        name: &str,
        consent: &str,
        action: &str,
        script: &str,
    ) -> Result<Self, askama::Error> {
        let snippet = EmbedForm { frame: &frame, newsletter, consent, action, script }.render()?;
        Ok(Self { name: name.to_owned(), snippet, frame })
    }
}
