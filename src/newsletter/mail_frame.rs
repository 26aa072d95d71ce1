//! What every mail has around its content: masthead, preheader, and the footer that says who writes, why, and how to
//! leave.
use askama::Template;

use crate::html::{MailHtmlError, inline_styles};
use crate::locale::{Arg, Locale};

/// Values that differ from reader to reader may be marks of slots; nothing here looks into them.
#[derive(Clone, Debug, Default)]
pub struct MailFrame {
    pub locale: Locale,
    /// Name at the head of the mail: the newsletter's or the site's.
    pub masthead: String,
    /// Absolute URL that the masthead leads to.
    pub site_url: String,
    /// The day of the edition, written out; empty in other mails.
    pub date: String,
    /// What an inbox shows beside the subject; hidden in the mail.
    pub preheader: String,
    /// Why the reader gets this, in a sentence.
    pub why: String,
    pub unsubscribe_url: Option<String>,
    pub preferences_url: Option<String>,
    /// Address for questions; may be empty.
    pub contact: String,
    /// Several lines; a digest is not sent without it.
    pub postal_address: String,
}

/// A button of a mail: an absolute URL and its words.
#[derive(Clone, Debug, Default)]
pub struct Button {
    pub url: String,
    pub label: String,
}

impl MailFrame {
    /// The text of a key in this mail's language.
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

/// Renders a mail's HTML template and moves its styles into its elements.
pub fn mail_html(template: &impl Template) -> Result<String, MailHtmlError> {
    Ok(inline_styles(&template.render()?)?)
}
