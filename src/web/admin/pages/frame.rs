//! What every administration page has around it.
use askama::Template;
use chrono::Datelike;
use chrono_tz::Tz;

use crate::actor::Role;
use crate::clock::Timestamp;
use crate::locale::{Arg, Locale};
use crate::web::assets::asset_url;
use crate::web::permission;

/// Top bar and side navigation.
#[derive(Clone, Debug)]
pub struct AdminFrame {
    pub locale: Locale,
    pub site_name: String,
    /// Who is signed in, as shown.
    pub user: String,
    /// What leads to places that this role may not enter is not shown.
    pub role: Role,
    /// Path of the section that this page is in, such as `/admin/digests`.
    pub section: String,
    /// Goes into every form as `csrf`.
    pub csrf: String,
    pub flash: Option<Flash>,
    pub open_enquiries: i64,
    /// Whether a capture relay is in use, so that there is an outbox to read.
    pub has_outbox: bool,
    /// The zone of the moments that this page shows.
    pub zone: Tz,
    pub css: String,
    pub js: String,
    pub icon: String,
}

/// A failure, inside the administration.
#[derive(Template)]
#[template(path = "admin/error.html")]
pub struct ErrorPage {
    pub frame: AdminFrame,
    pub title: String,
    pub text: String,
}

impl ErrorPage {
    /// The page of an HTTP status; one that has no words of its own has those of 500.
    #[must_use]
    pub fn of(frame: AdminFrame, status: u16) -> Self {
        let words = if [400, 404, 405, 410, 413, 429, 503].contains(&status) { status } else { 500 };
        let title = frame.t(&format!("error-{}-title", if status == 403 { 403 } else { words }));
        let text = if status == 403 { frame.t("admin-error-403") } else { frame.t(&format!("error-{words}-text")) };
        Self { frame, title, text }
    }
}

/// What came of the last action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub good: bool,
    pub text: String,
}

/// An entry of the side navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavEntry {
    pub label: String,
    pub url: &'static str,
    pub current: bool,
    pub count: i64,
}

impl AdminFrame {
    /// A frame without flash and counts; `section` is the path of its entry in the navigation.
    #[must_use]
    pub fn new(locale: Locale, site_name: &str, user: &str, section: &str, csrf: &str) -> Self {
        Self {
            locale,
            site_name: site_name.into(),
            user: user.into(),
            role: Role::Editor,
            section: section.into(),
            csrf: csrf.into(),
            flash: None,
            open_enquiries: 0,
            has_outbox: false,
            zone: Tz::UTC,
            css: asset_url("admin.css"),
            js: asset_url("admin.js"),
            icon: asset_url("icon.svg"),
        }
    }

    /// The text of a key in this page's language.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    /// As [`AdminFrame::t`], with one argument.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        self.locale.t1(key, name, value)
    }

    /// A whole number with its digits grouped.
    #[must_use]
    pub fn n(&self, n: &i64) -> String {
        self.locale.number(*n)
    }

    /// A moment in this page's zone, with the zone's short name.
    #[must_use]
    pub fn when(&self, at: Timestamp) -> String {
        self.locale.date_time(&at.to_utc().with_timezone(&self.zone))
    }

    /// A moment in few words, and in full: what a table shows of it.
    #[must_use]
    pub fn moment(&self, at: Timestamp, now: Timestamp) -> (String, String) {
        let (here, today) = (at.to_utc().with_timezone(&self.zone), now.to_utc().with_timezone(&self.zone));
        (self.locale.short_date(&here, here.year() == today.year()), self.when(at))
    }

    /// The label of a column of such moments: it names the zone.
    #[must_use]
    pub fn when_label(&self) -> String {
        self.t1("admin-when-in", "zone", self.zone.name().replace('_', " "))
    }

    /// Whether the one who is signed in may enter this page, by its path or its route.
    #[must_use]
    pub fn may_enter(&self, path: &str) -> bool {
        permission::of_page(path).is_none_or(|permission| self.role.may(permission))
    }

    /// The side navigation in its groups: what this role may enter.
    #[must_use]
    pub fn nav(&self) -> Vec<Vec<NavEntry>> {
        let entry = |key: &str, url: &'static str| NavEntry {
            label: self.t(key),
            url,
            current: self.section == url,
            count: if url == ENQUIRIES { self.open_enquiries } else { 0 },
        };
        let shown = |url: &str| self.may_enter(url) && (url != OUTBOX || self.has_outbox);
        let group = |entries: &[(&str, &'static str)]| -> Vec<NavEntry> {
            entries.iter().filter(|(_, url)| shown(url)).map(|(key, url)| entry(key, url)).collect()
        };
        NAV.iter().map(|entries| group(entries)).collect()
    }
}

const ENQUIRIES: &str = "/admin/enquiries";
const OUTBOX: &str = "/admin/outbox";

/// Every entry of the navigation: the key of its text, and where it leads.
const NAV: [&[(&str, &str)]; 5] = [
    &[("admin-nav-dashboard", "/admin")],
    &[
        ("admin-nav-digests", "/admin/digests"),
        ("admin-nav-articles", "/admin/articles"),
        ("admin-nav-topics", "/admin/topics"),
        ("admin-nav-feeds", "/admin/feeds"),
    ],
    &[("admin-nav-subscribers", "/admin/subscribers"), ("admin-nav-newsletters", "/admin/newsletters")],
    &[
        ("admin-nav-enquiries", ENQUIRIES),
        ("admin-nav-deliveries", "/admin/deliveries"),
        ("admin-nav-suppressions", "/admin/suppressions"),
        ("admin-nav-outbox", OUTBOX),
    ],
    &[
        ("admin-nav-settings", "/admin/settings"),
        ("admin-nav-users", "/admin/users"),
        ("admin-nav-keys", "/admin/api-keys"),
        ("admin-nav-audit", "/admin/audit"),
        ("admin-nav-account", "/admin/account"),
    ],
];
