//! What every public page has around and within it: frame, links, cards, form fields.
use crate::locale::{Arg, Locale};
use crate::web::parts::Link;

/// Masthead, navigation and footer of every public page.
#[derive(Clone, Debug)]
pub struct Frame {
    pub locale: Locale,
    pub site_name: String,
    /// One line below the name; may be empty.
    pub tagline: String,
    /// Path of this page without query, such as `/topics/energy`: marks the current entry of the navigation.
    pub path: String,
    /// Today, written out in the site's time zone ([`Locale::long_date`]).
    pub today: String,
    pub topics: Vec<Link>,
    /// The contact address shown in the footer; may be empty.
    pub contact: String,
    /// URL paths of the assets ([`crate::web::assets::asset_url`]).
    pub css: String,
    pub js: String,
    pub worker: String,
    pub icon: String,
}

impl Frame {
    /// The text of a key in this page's language.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    /// As [`Frame::t`], with one argument.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        self.locale.t1(key, name, value)
    }
}

/// A day as machines read it (`2025-10-23`) and as this reader does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    pub iso: String,
    pub shown: String,
}

/// An article as an entry of a list.
#[derive(Clone, Debug, Default)]
pub struct Card {
    pub title: String,
    pub url: String,
    /// May be empty.
    pub summary: String,
    pub date: Day,
    /// Name of the source; may be empty.
    pub source: String,
    pub topic: Option<Link>,
    /// URL of an image; shown for a lead story only.
    pub image: Option<String>,
    pub trending: bool,
}

/// A sent digest as an entry of a list.
#[derive(Clone, Debug, Default)]
pub struct DigestLink {
    pub subject: String,
    pub url: String,
    pub newsletter: String,
    pub date: Day,
}
