//! What surrounds the content of every mail: masthead, preheader, and the footer that says who sends it, why, and how to
//! unsubscribe.
use askama::Template;

use crate::html::{MailHtmlError, inline_styles};
use crate::locale::{Arg, Locale};

/// The values of the frame. Some may be marks of slots.
#[derive(Clone, Debug, Default)]
pub struct MailFrame {
    pub locale: Locale,
    /// The name at the top of the mail: the newsletter's or the site's.
    pub masthead: String,
    /// The absolute URL of the masthead.
    pub site_url: String,
    /// The day of the digest, written out; empty in other mails.
    pub date: String,
    /// The absolute URL of the same text on a page; empty for a mail without one.
    pub web_url: String,
    /// The line that an inbox shows beside the subject; hidden in the mail.
    pub preheader: String,
    /// Why the reader gets this mail, in one sentence.
    pub why: String,
    pub unsubscribe_url: Option<String>,
    pub preferences_url: Option<String>,
    /// Address for questions; may be empty.
    pub contact: String,
    /// Several lines. Without it no digest is sent.
    pub postal_address: String,
}

/// A button of a mail: an absolute URL and a label.
#[derive(Clone, Debug, Default)]
pub struct Button {
    pub url: String,
    pub label: String,
}

impl MailFrame {
    /// The text of a key in the mail's language.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    /// As [`MailFrame::t`], with one argument.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        self.locale.t1(key, name, value)
    }

    #[must_use]
    pub fn sample() -> Self {
        let locale = Locale::default();
        Self {
            masthead: "The Morning Tide".into(),
            site_url: "https://ledger.example/".into(),
            date: "Thursday, October 23, 2025".into(),
            web_url: String::new(),
            preheader: "The islands get their evenings back, and the pool gets the fish market’s heat.".into(),
            why: locale.t2("mail-why-subscribed", "newsletter", "The Morning Tide", "site", "The Harbour Ledger"),
            unsubscribe_url: Some("https://ledger.example/unsubscribe/a1b2c3".into()),
            preferences_url: Some("https://ledger.example/preferences/a1b2c3".into()),
            contact: "desk@ledger.example".into(),
            postal_address: "The Harbour Ledger\n4 Rope Lane\nSilver Harbour".into(),
            locale,
        }
    }
}

/// Renders the HTML template of a mail and inlines its styles.
pub fn mail_html(template: &impl Template) -> Result<String, MailHtmlError> {
    Ok(inline_styles(&template.render()?)?)
}
