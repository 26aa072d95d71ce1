//! What every page of the administration has around it: the top bar, the menu, and the news of the last action.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use chrono::Datelike;
use chrono_tz::Tz;

use crate::clock::Timestamp;
use crate::contact;
use crate::db;
use crate::locale::{Arg, Locale};
use crate::site;
use crate::web::assets::asset_url;
use crate::web::respond::see_other;
use crate::web::section::Section;
use crate::web::session::app;
use crate::web::{App, Refusal, SignedIn, Submitted};

/// Top bar and menu, and what the values on a page are shown by: language, time zone, permissions.
#[derive(Clone, Debug)]
pub struct AdminFrame {
    pub locale: Locale,
    pub site_name: String,
    /// The user, and the section that the page is in.
    pub by: SignedIn,
    pub flash: Option<Flash>,
    pub open_enquiries: i64,
    /// Whether a capture relay is in use, so that there is an outbox to read.
    pub has_outbox: bool,
    /// The zone of the moments that this page shows.
    pub zone: Tz,
    pub now: Timestamp,
}

/// What came of the last action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub good: bool,
    pub text: String,
}

/// An entry of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    pub label: String,
    pub url: &'static str,
    pub current: bool,
    pub count: i64,
}

const ENQUIRIES: &str = "/admin/enquiries";
const OUTBOX: &str = "/admin/outbox";

/// The frame of the page of a request, with the news of the last action from its query.
impl FromRequest for AdminFrame {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let by = SignedIn::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let frame = Self::load(&*app(&request)?, by.await?).await?;
            let query = Submitted::read(request.query_string());
            let flash = flash(&frame.locale, query.get("done"), query.get("error"));
            Ok(Self { flash, ..frame })
        })
    }
}

impl AdminFrame {
    /// The frame of a page that is shown to a user, without news.
    pub async fn load(app: &App, by: SignedIn) -> Result<Self, Refusal> {
        let found = app.db.read(|conn| Ok::<_, db::Error>((site::site(conn)?, contact::count_open(conn)?)));
        let (site, open_enquiries) = found.await?;
        Ok(Self {
            locale: Locale::default(),
            site_name: site.name,
            by,
            flash: None,
            open_enquiries,
            has_outbox: app.captures(),
            zone: site.time_zone,
            now: app.clock.now(),
        })
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

    /// The day of a moment in this page's zone.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> String {
        self.locale.date(&at.to_utc().with_timezone(&self.zone))
    }

    /// The same without its year.
    #[must_use]
    pub fn short_day(&self, at: Timestamp) -> String {
        self.locale.short_day(&at.to_utc().with_timezone(&self.zone))
    }

    /// A moment in few words, and in full.
    #[must_use]
    pub fn moment(&self, at: Timestamp) -> (String, String) {
        let (here, today) = (at.to_utc().with_timezone(&self.zone), self.now.to_utc().with_timezone(&self.zone));
        (self.locale.short_date(&here, here.year() == today.year()), self.when(at))
    }

    /// The URL of an asset by its name.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        asset_url(name)
    }

    /// Whether the user may enter the page of this path.
    #[must_use]
    pub fn may_enter(&self, path: &str) -> bool {
        self.by.place.permission_of(path).is_none_or(|permission| self.by.role.may(permission))
    }

    /// The menu in its groups: what this user may enter.
    #[must_use]
    pub fn menu(&self) -> Vec<Vec<MenuEntry>> {
        let shown = |section: &&Section| {
            let exists = !section.label.is_empty() && (section.path != OUTBOX || self.has_outbox);
            exists && self.may_enter(section.path)
        };
        let entry = |section: &Section| MenuEntry {
            label: self.t(section.label),
            url: section.path,
            current: self.by.place.section.path == section.path,
            count: if section.path == ENQUIRIES { self.open_enquiries } else { 0 },
        };
        let groups = self.by.place.sections.iter();
        let groups = groups.map(|group| group.iter().filter(shown).map(entry).collect::<Vec<_>>());
        groups.filter(|group| !group.is_empty()).collect()
    }
}

/// The news of an action, by the ends of the keys of its texts; a key without a text says nothing.
fn flash(locale: &Locale, done: &str, error: &str) -> Option<Flash> {
    let known = |good: bool, key: String| {
        let text = locale.t(&key);
        (text != key).then_some(Flash { good, text })
    };
    known(false, format!("error-{error}")).or_else(|| known(true, format!("done-{done}")))
}

/// On to a page that says what was done, by the text `done-{key}`.
#[must_use]
pub fn done(path: &str, key: &str) -> HttpResponse {
    see_other(&format!("{path}?done={key}"))
}

/// On to a page that says why it was not done, by the text `error-{key}`.
#[must_use]
pub fn not_done(path: &str, key: &str) -> HttpResponse {
    see_other(&format!("{path}?error={key}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_key_has_a_text() {
        let locale = Locale::default();
        let news = |done: &str, error: &str| flash(&locale, done, error);
        assert_eq!(news("saved", ""), Some(Flash { good: true, text: locale.t("done-saved") }));
        assert_eq!(news("", "feed-gone"), Some(Flash { good: false, text: locale.t("error-feed-gone") }));
        for unknown in ["", "<script>", "no such thing", "Saved"] {
            assert_eq!(news(unknown, unknown), None, "{unknown}");
        }
    }
}
