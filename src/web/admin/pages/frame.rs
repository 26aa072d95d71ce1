//! What every administration page has around it.
use chrono_tz::Tz;

use crate::clock::Timestamp;
use crate::locale::{Arg, Locale};
use crate::web::assets::asset_url;

/// Top bar and side navigation.
#[derive(Clone, Debug)]
pub struct AdminFrame {
    pub locale: Locale,
    pub site_name: String,
    /// Who is signed in, as shown.
    pub user: String,
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

    /// The side navigation in its groups.
    #[must_use]
    pub fn nav(&self) -> Vec<Vec<NavEntry>> {
        let entry = |label: String, url: &'static str| NavEntry { label, url, current: self.section == url, count: 0 };
        let mut mail = vec![
            NavEntry { count: self.open_enquiries, ..entry(self.t("admin-nav-enquiries"), "/admin/enquiries") },
            entry(self.t("admin-nav-deliveries"), "/admin/deliveries"),
            entry(self.t("admin-nav-suppressions"), "/admin/suppressions"),
        ];
        if self.has_outbox {
            mail.push(entry(self.t("admin-nav-outbox"), "/admin/outbox"));
        }
        vec![
            vec![entry(self.t("admin-nav-dashboard"), "/admin")],
            vec![
                entry(self.t("admin-nav-digests"), "/admin/digests"),
                entry(self.t("admin-nav-articles"), "/admin/articles"),
                entry(self.t("admin-nav-feeds"), "/admin/feeds"),
            ],
            vec![
                entry(self.t("admin-nav-subscribers"), "/admin/subscribers"),
                entry(self.t("admin-nav-newsletters"), "/admin/newsletters"),
            ],
            mail,
            vec![
                entry(self.t("admin-nav-settings"), "/admin/settings"),
                entry(self.t("admin-nav-account"), "/admin/account"),
                entry(self.t("admin-nav-audit"), "/admin/audit"),
            ],
        ]
    }
}
