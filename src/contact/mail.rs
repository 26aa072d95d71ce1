//! The mails of an enquiry: the one to the contact address, and the answer to the visitor.
use askama::Template;

use crate::html::MailHtmlError;
use crate::newsletter::mail_frame::{Button, MailFrame, mail_html};

/// An enquiry or an answer as a mail.
#[derive(Clone, Debug, Template)]
#[template(path = "email/enquiry.html")]
pub struct EnquiryMail {
    pub frame: MailFrame,
    pub subject: String,
    /// Label and value of each line.
    pub facts: Vec<(String, String)>,
    /// Line breaks inside a paragraph are kept.
    pub paragraphs: Vec<String>,
    /// The text that is answered; empty in an enquiry.
    pub quoted: String,
    pub button: Option<Button>,
}

#[derive(Template)]
#[template(path = "email/enquiry.txt")]
struct EnquiryText<'a> {
    frame: &'a MailFrame,
    facts: &'a [(String, String)],
    paragraphs: &'a [String],
    quoted: &'a str,
    button: &'a Option<Button>,
}

impl EnquiryMail {
    /// The mail to the contact address. `from` is the visitor's name and address as shown; `url` is the enquiry's page.
    #[must_use]
    pub fn enquiry(mut frame: MailFrame, site: &str, from: &str, subject: &str, message: &str, url: &str) -> Self {
        let l = frame.locale.clone();
        frame.preheader = message.chars().take(120).collect();
        frame.why = l.t1("mail-enquiry-why", "site", site);
        frame.unsubscribe_url = None;
        frame.preferences_url = None;
        frame.date = String::new();
        frame.contact = String::new();
        Self {
            frame,
            subject: l.t1("mail-enquiry-subject", "subject", subject),
            facts: vec![(l.t("mail-enquiry-from"), from.into()), (l.t("mail-enquiry-about"), subject.into())],
            paragraphs: paragraphs(message),
            quoted: String::new(),
            button: Some(Button { url: url.into(), label: l.t("mail-enquiry-button") }),
        }
    }

    /// The answer to the visitor.
    #[must_use]
    pub fn answer(mut frame: MailFrame, site: &str, subject: &str, message: &str, quoted: &str) -> Self {
        let l = frame.locale.clone();
        frame.preheader = message.chars().take(120).collect();
        frame.why = l.t1("mail-answer-why", "site", site);
        frame.unsubscribe_url = None;
        frame.date = String::new();
        Self {
            frame,
            subject: l.t1("mail-answer-subject", "subject", subject),
            facts: Vec::new(),
            paragraphs: paragraphs(message),
            quoted: quoted.into(),
            button: None,
        }
    }

    /// The HTML part, with its styles inlined.
    pub fn html(&self) -> Result<String, MailHtmlError> {
        mail_html(self)
    }

    /// The text part.
    pub fn text(&self) -> Result<String, askama::Error> {
        EnquiryText {
            frame: &self.frame,
            facts: &self.facts,
            paragraphs: &self.paragraphs,
            quoted: &self.quoted,
            button: &self.button,
        }
        .render()
    }
}

/// The paragraphs of a text, which empty lines separate.
fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_of_a_visitor_is_in_both_parts_and_escaped_in_html() {
        let words = "One <script>alert(1)</script>\r\n\r\nTwo";
        let mail = EnquiryMail::enquiry(MailFrame::sample(), "Ledger", "x", "y", words, "https://ledger.example/a");
        assert_eq!(mail.paragraphs.len(), 2);
        let html = mail.html().unwrap();
        assert!(html.contains("Two") && !html.contains("<script"), "{html}");
        assert!(mail.text().unwrap().contains("<script>alert(1)</script>"));
    }

    #[test]
    fn an_answer_quotes_line_by_line() {
        let quoted = "Good morning,\n\nwill the boat wait?\nMy mother comes by it.";
        let mail = EnquiryMail::answer(MailFrame::sample(), "Ledger", "The boat", "It will.", quoted);
        assert!(mail.text().unwrap().contains("> My mother comes by it."));
    }
}
