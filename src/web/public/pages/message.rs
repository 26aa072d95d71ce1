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
    /// A message by the keys of its title and texts, which may name a newsletter.
    fn about(frame: Frame, newsletter: &str, title: &str, text: &[&str]) -> Self {
        let paragraphs = text.iter().map(|key| frame.t1(key, "newsletter", newsletter)).collect();
        Self { title: frame.t1(title, "newsletter", newsletter), paragraphs, action: None, links: Vec::new(), frame }
    }

    fn new(frame: Frame, title: &str, text: &[&str]) -> Self {
        Self::about(frame, "", title, text)
    }

    /// With a link, by the key of its name.
    fn with_link(mut self, name: &str, url: &str) -> Self {
        self.links.push(Link::new(self.frame.t(name), url));
        self
    }

    fn with_way_back(self) -> Self {
        self.with_link("back-to-front", "/")
    }

    /// After a sign-up: the same for every address.
    #[must_use]
    pub fn check_your_inbox(frame: Frame) -> Self {
        Self::new(frame, "inbox-title", &["inbox-text", "inbox-spam"]).with_way_back()
    }

    #[must_use]
    pub fn confirmed(frame: Frame, newsletter: &str, preferences_url: &str) -> Self {
        let page = Self::about(frame, newsletter, "confirmed-title", &["confirmed-text"]);
        page.with_link("preferences-link", preferences_url).with_way_back()
    }

    /// Shown by the unsubscribe link of a mail; its button posts to `url`.
    #[must_use]
    pub fn unsubscribe(frame: Frame, newsletter: &str, url: &str, preferences_url: &str) -> Self {
        let action = Some(Action::to(url, frame.t("unsubscribe-button")));
        let page = Self::about(frame, newsletter, "unsubscribe-question", &["unsubscribe-text"]);
        Self { action, ..page.with_link("unsubscribe-pause-instead", preferences_url) }
    }

    #[must_use]
    pub fn unsubscribed(frame: Frame, newsletter: &str, preferences_url: &str) -> Self {
        let page = Self::about(frame, newsletter, "unsubscribed-title", &["unsubscribed-text"]);
        page.with_link("unsubscribed-again", preferences_url).with_way_back()
    }

    /// After an address was entered on the preferences page: the same for every address.
    #[must_use]
    pub fn preferences_link_sent(frame: Frame) -> Self {
        Self::new(frame, "inbox-title", &["preferences-sent-text", "inbox-spam"]).with_way_back()
    }

    #[must_use]
    pub fn erased(frame: Frame) -> Self {
        Self::new(frame, "erased-title", &["erased-text"]).with_way_back()
    }

    #[must_use]
    pub fn enquiry_received(frame: Frame) -> Self {
        Self::new(frame, "contact-thanks-title", &["contact-thanks-text"]).with_way_back()
    }

    /// The unsubscribe link of somebody whose data is gone: there is nothing to end.
    #[must_use]
    pub fn no_mail(frame: Frame) -> Self {
        Self::new(frame, "unsubscribed-title", &["no-mail-text"]).with_way_back()
    }

    /// There is no newsletter yet to subscribe or write to.
    #[must_use]
    pub fn nothing_yet(frame: Frame) -> Self {
        Self::new(frame, "nothing-yet-title", &["nothing-yet-text"]).with_way_back()
    }

    /// A link of a test mail, which belongs to no reader.
    #[must_use]
    pub fn test_link(frame: Frame) -> Self {
        Self::new(frame, "test-link-title", &["test-link-text"])
    }

    /// An unsubscribe link that is not one of ours, as a mail program that cuts links off makes them.
    #[must_use]
    pub fn unsubscribe_link_broken(frame: Frame) -> Self {
        let page = Self::new(frame, "link-expired-title", &["unsubscribe-broken-text"]);
        page.with_link("preferences-request-link", "/preferences").with_link("contact-title", "/contact")
    }

    /// A link from a mail that is no longer good; status 404 or 410.
    #[must_use]
    pub fn link_expired(frame: Frame) -> Self {
        let page = Self::new(frame, "link-expired-title", &["link-expired-text"]);
        page.with_link("subscribe-title", "/subscribe").with_link("preferences-title", "/preferences")
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
        let known = [400, 403, 404, 405, 408, 410, 413, 415, 429, 503].contains(&status);
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
