//! Pages that say one thing and may offer one button: check your inbox, confirm, unsubscribe, thanks, errors.
use askama::Template;

use super::frame::Frame;
use crate::html::SafeHtml;
use crate::web::parts::Link;

/// A button that posts.
#[derive(Clone, Debug, Default)]
pub struct Action {
    pub url: String,
    pub label: String,
    /// Hidden fields, name and value.
    pub fields: Vec<(String, String)>,
}

impl Action {
    /// A button without further fields.
    #[must_use]
    pub fn to(url: impl Into<String>, label: impl Into<String>) -> Self {
        Self { url: url.into(), label: label.into(), fields: Vec::new() }
    }
}

#[derive(Template)]
#[template(path = "public/message.html")]
pub struct MessagePage {
    pub frame: Frame,
    pub title: String,
    pub paragraphs: Vec<String>,
    pub action: Option<Action>,
    pub links: Vec<Link>,
}

impl MessagePage {
    fn new(frame: Frame, title: String, paragraphs: Vec<String>) -> Self {
        Self { frame, title, paragraphs, action: None, links: Vec::new() }
    }

    fn with_link(mut self, name: String, url: impl Into<String>) -> Self {
        self.links.push(Link { name, url: url.into() });
        self
    }

    /// After a sign-up: the same for every address.
    #[must_use]
    pub fn check_your_inbox(frame: Frame) -> Self {
        let text = vec![frame.t("inbox-text"), frame.t("inbox-spam")];
        let (title, back) = (frame.t("inbox-title"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(back, "/")
    }

    #[must_use]
    pub fn confirmed(frame: Frame, newsletter: &str, preferences_url: &str) -> Self {
        let text = vec![frame.t1("confirmed-text", "newsletter", newsletter)];
        let (title, preferences, back) =
            (frame.t("confirmed-title"), frame.t("preferences-link"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(preferences, preferences_url).with_link(back, "/")
    }

    /// Shown by the unsubscribe link of a mail; its button posts to `url`.
    #[must_use]
    pub fn unsubscribe(frame: Frame, newsletter: &str, url: &str, preferences_url: &str) -> Self {
        let text = vec![frame.t1("unsubscribe-text", "newsletter", newsletter)];
        let (title, label, preferences) =
            (frame.t("unsubscribe-title"), frame.t("unsubscribe-button"), frame.t("unsubscribe-pause-instead"));
        Self { action: Some(Action::to(url, label)), ..Self::new(frame, title, text) }
            .with_link(preferences, preferences_url)
    }

    #[must_use]
    pub fn unsubscribed(frame: Frame, newsletter: &str, preferences_url: &str) -> Self {
        let text = vec![frame.t1("unsubscribed-text", "newsletter", newsletter)];
        let (title, again, back) =
            (frame.t("unsubscribed-title"), frame.t("unsubscribed-again"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(again, preferences_url).with_link(back, "/")
    }

    /// After an address was typed on the preferences page: the same for every address.
    #[must_use]
    pub fn preferences_link_sent(frame: Frame) -> Self {
        let text = vec![frame.t("preferences-sent-text"), frame.t("inbox-spam")];
        let (title, back) = (frame.t("inbox-title"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(back, "/")
    }

    #[must_use]
    pub fn erased(frame: Frame) -> Self {
        let text = vec![frame.t("erased-text")];
        let (title, back) = (frame.t("erased-title"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(back, "/")
    }

    #[must_use]
    pub fn enquiry_received(frame: Frame) -> Self {
        let text = vec![frame.t("contact-thanks-text")];
        let (title, back) = (frame.t("contact-thanks-title"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(back, "/")
    }

    /// The unsubscribe link of somebody whose data is gone: there is nothing to end.
    #[must_use]
    pub fn no_mail(frame: Frame) -> Self {
        let text = vec![frame.t("no-mail-text")];
        let (title, back) = (frame.t("unsubscribed-title"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(back, "/")
    }

    /// There is no newsletter yet to subscribe or write to.
    #[must_use]
    pub fn nothing_yet(frame: Frame) -> Self {
        let text = vec![frame.t("nothing-yet-text")];
        let (title, back) = (frame.t("nothing-yet-title"), frame.t("back-to-front"));
        Self::new(frame, title, text).with_link(back, "/")
    }

    /// A link of a test mail, which belongs to no reader.
    #[must_use]
    pub fn test_link(frame: Frame) -> Self {
        let (title, text) = (frame.t("test-link-title"), vec![frame.t("test-link-text")]);
        Self::new(frame, title, text)
    }

    /// A link from a mail that is no longer good; status 404 or 410.
    #[must_use]
    pub fn link_expired(frame: Frame) -> Self {
        let text = vec![frame.t("link-expired-text")];
        let (title, subscribe, preferences) =
            (frame.t("link-expired-title"), frame.t("subscribe-title"), frame.t("preferences-title"));
        Self::new(frame, title, text).with_link(subscribe, "/subscribe").with_link(preferences, "/preferences")
    }
}

/// One more click: carries a form on, solves its proof of work where there is JavaScript, and else asks for a click.
#[derive(Template)]
#[template(path = "public/pow.html")]
pub struct PowPage {
    pub frame: Frame,
    pub text: String,
    /// Whether the form goes on as soon as it is solved, without a click.
    pub at_once: bool,
    /// The form as it was posted; its label is the button's.
    pub action: Action,
}

/// A page of the publisher's own words: privacy, imprint.
#[derive(Template)]
#[template(path = "public/text.html")]
pub struct TextPage {
    pub frame: Frame,
    pub title: String,
    pub body: SafeHtml,
}

#[derive(Template)]
#[template(path = "public/error.html")]
pub struct ErrorPage {
    pub frame: Frame,
    pub status: u16,
    pub title: String,
    pub message: String,
}

impl ErrorPage {
    /// The page of an HTTP status; one that has no words of its own has those of 400 or 500.
    #[must_use]
    pub fn of(frame: Frame, status: u16) -> Self {
        let known = [400, 403, 404, 405, 410, 413, 415, 429, 503].contains(&status);
        let words = if known {
            status
        } else if (400..500).contains(&status) {
            400
        } else {
            500
        };
        let (title, message) = (frame.t(&format!("error-{words}-title")), frame.t(&format!("error-{words}-text")));
        Self { frame, status, title, message }
    }
}
