//! The mails to subscribers besides digests: confirmation, welcome, link to the preferences.
use askama::Template;

use crate::html::MailHtmlError;
use crate::locale::Locale;
use crate::newsletter::mail_frame::{Button, MailFrame, mail_html};

/// A short mail with one button.
#[derive(Clone, Debug, Template)]
#[template(path = "email/notice.html")]
pub struct NoticeMail {
    pub frame: MailFrame,
    pub subject: String,
    pub title: String,
    /// Such as `Dear Ann,`; empty if no name is known.
    pub greeting: String,
    pub paragraphs: Vec<String>,
    pub button: Option<Button>,
    pub small_print: Vec<String>,
}

#[derive(Template)]
#[template(path = "email/notice.txt")]
struct NoticeText<'a> {
    frame: &'a MailFrame,
    title: &'a str,
    greeting: &'a str,
    paragraphs: &'a [String],
    button: &'a Option<Button>,
    small_print: &'a [String],
}

/// The greeting; empty if no name is known.
#[must_use]
pub fn greeting(locale: &Locale, name: Option<&str>) -> String {
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    name.map(|name| locale.t1("mail-greeting", "name", name)).unwrap_or_default()
}

impl NoticeMail {
    /// Asks to confirm a subscription; `url` is the confirm page. `site` is the publisher's name.
    #[must_use]
    pub fn confirmation(mut frame: MailFrame, newsletter: &str, site: &str, url: &str) -> Self {
        let l = frame.locale.clone();
        frame.preheader = l.t1("mail-confirm-peek", "newsletter", newsletter);
        frame.why = l.t1("mail-why-asked", "site", site);
        frame.unsubscribe_url = None;
        frame.date = String::new();
        Self {
            frame,
            subject: l.t1("mail-confirm-subject", "newsletter", newsletter),
            title: l.t("mail-confirm-title"),
            // Until the address is confirmed, the name may be a stranger's: it must not carry text to somebody else.
            greeting: String::new(),
            paragraphs: vec![l.t1("mail-confirm-text", "newsletter", newsletter)],
            button: Some(Button { url: url.into(), label: l.t("mail-confirm-button") }),
            small_print: vec![l.t("mail-confirm-ignore")],
        }
    }

    /// Follows the confirmation; the button leads to the preferences in `frame`.
    #[must_use]
    pub fn welcome(mut frame: MailFrame, newsletter: &str, site: &str, name: Option<&str>) -> Self {
        let l = frame.locale.clone();
        frame.preheader = l.t("mail-welcome-peek");
        frame.why = l.t2("mail-why-subscribed", "newsletter", newsletter, "site", site);
        frame.date = String::new();
        let button = frame.preferences_url.clone().map(|url| Button { url, label: l.t("mail-welcome-button") });
        Self {
            frame,
            subject: l.t1("mail-welcome-subject", "newsletter", newsletter),
            title: l.t("mail-welcome-title"),
            greeting: greeting(&l, name),
            paragraphs: vec![l.t1("mail-welcome-text", "newsletter", newsletter), l.t("mail-welcome-change")],
            button,
            small_print: Vec::new(),
        }
    }

    /// The link to the preferences, requested by address.
    #[must_use]
    pub fn preferences_link(mut frame: MailFrame, site: &str, name: Option<&str>, url: &str) -> Self {
        let l = frame.locale.clone();
        frame.preheader = l.t("mail-link-peek");
        frame.why = l.t1("mail-why-asked", "site", site);
        frame.unsubscribe_url = None;
        frame.preferences_url = None;
        frame.date = String::new();
        Self {
            frame,
            subject: l.t1("mail-link-subject", "site", site),
            title: l.t("mail-link-title"),
            greeting: greeting(&l, name),
            paragraphs: vec![l.t("mail-link-text")],
            button: Some(Button { url: url.into(), label: l.t("mail-link-button") }),
            small_print: vec![l.t("mail-link-ignore")],
        }
    }

    /// The HTML part, with its styles inlined.
    pub fn html(&self) -> Result<String, MailHtmlError> {
        mail_html(self)
    }

    /// The text part.
    pub fn text(&self) -> Result<String, askama::Error> {
        NoticeText {
            frame: &self.frame,
            title: &self.title,
            greeting: &self.greeting,
            paragraphs: &self.paragraphs,
            button: &self.button,
            small_print: &self.small_print,
        }
        .render()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_button_is_in_both_parts_and_every_mail_says_why_it_was_sent() {
        let frame = MailFrame::sample;
        for (name, mail) in [
            ("confirmation", NoticeMail::confirmation(frame(), "Tide", "Ledger", "https://ledger.example/confirm/x")),
            ("welcome", NoticeMail::welcome(frame(), "Tide", "Ledger", Some("Ann"))),
            ("link", NoticeMail::preferences_link(frame(), "Ledger", None, "https://ledger.example/preferences/x")),
        ] {
            let (html, text) = (mail.html().unwrap(), mail.text().unwrap());
            let button = mail.button.unwrap();
            for part in [&html, &text] {
                assert!(part.contains(&button.url), "{name}");
                assert!(part.contains(&mail.frame.why) && part.contains("4 Rope Lane"), "{name}");
            }
        }
    }

    #[test]
    fn a_confirmation_contains_no_text_of_the_person_who_entered_the_address() {
        let mail = NoticeMail::confirmation(MailFrame::sample(), "Tide", "Ledger", "https://ledger.example/confirm/x");
        assert!(!mail.html().unwrap().contains("Dear"));
        assert!(mail.frame.unsubscribe_url.is_none());
    }

    #[test]
    fn only_a_known_name_is_greeted() {
        let l = Locale::default();
        for (name, greeted) in [(Some("Ann"), "Dear Ann,"), (Some("  "), ""), (None, "")] {
            assert_eq!(greeting(&l, name), greeted);
        }
    }
}
