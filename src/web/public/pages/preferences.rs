//! A reader's preferences, and how to reach them by an address.
use askama::Template;

use super::form::FormValues;
use super::frame::Frame;
use crate::locale::Locale;
use crate::web::parts::Choice;

/// Asks for an address, to which a link is mailed.
#[derive(Template)]
#[template(path = "public/preferences_request.html")]
pub struct PreferencesRequestPage {
    pub frame: Frame,
    /// `email`.
    pub values: FormValues,
}

/// One newsletter, and how this reader stands to it.
#[derive(Clone, Debug, Default)]
pub struct NewsletterState {
    pub slug: String,
    pub name: String,
    pub description: String,
    /// Confirmed; a paused subscription is, too.
    pub subscribed: bool,
    pub paused: bool,
    /// The state in words, such as `Subscribed since October 3, 2025`.
    pub state: String,
    /// An ISO date, or empty.
    pub paused_until: String,
    pub paused_until_error: Option<String>,
    /// The wording that the button to subscribe agrees to, and its mark.
    pub consent: String,
    pub shown: String,
}

impl NewsletterState {
    /// A newsletter that this reader gets; `since` is written out.
    #[must_use]
    pub fn subscribed(l: &Locale, slug: &str, name: &str, since: &str) -> Self {
        let state = l.t1("preferences-state-since", "date", since);
        Self { slug: slug.into(), name: name.into(), subscribed: true, state, ..Self::default() }
    }

    /// One that rests until a day: as an ISO date, and written out.
    #[must_use]
    pub fn paused(l: &Locale, slug: &str, name: &str, until: &str, until_shown: &str) -> Self {
        let state = l.t1("preferences-state-paused", "date", until_shown);
        Self { paused: true, paused_until: until.into(), state, ..Self::subscribed(l, slug, name, "") }
    }

    /// One that was asked for and is not confirmed.
    #[must_use]
    pub fn pending(l: &Locale, slug: &str, name: &str) -> Self {
        let state = l.t("preferences-state-pending");
        Self { slug: slug.into(), name: name.into(), state, ..Self::default() }
    }

    /// One that this reader does not get.
    #[must_use]
    pub fn not_subscribed(l: &Locale, slug: &str, name: &str) -> Self {
        Self { state: l.t("preferences-state-none"), ..Self::pending(l, slug, name) }
    }
}

/// Posts to `subscription_url` have `newsletter` (slug), `change` (`pause`, `resume`, `unsubscribe` or `subscribe`),
/// `paused_until` and `shown`; to `details_url`: `name`, `language`; to `erase_url`: `sure=yes`. `download_url` is a GET.
#[derive(Template)]
#[template(path = "public/preferences.html")]
pub struct PreferencesPage {
    pub frame: Frame,
    pub email: String,
    /// What has just been done.
    pub notice: Option<String>,
    pub newsletters: Vec<NewsletterState>,
    /// `name` and `sure`.
    pub values: FormValues,
    /// Asked only where there are several.
    pub languages: Vec<Choice>,
    pub subscription_url: String,
    pub details_url: String,
    pub download_url: String,
    pub erase_url: String,
    /// Where a link to the person's data is requested, by a POST without fields; then `email` is masked and no data are
    /// shown.
    pub link_url: Option<String>,
}
