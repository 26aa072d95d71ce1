//! What people subscribe to: a newsletter with its settings and counters, its editions, and the topics that all share.
//! It knows no subscriber and no article.

mod edit;
mod edition;
mod input;
pub mod mail_frame;
mod queries;
mod settings;

use chrono_tz::Tz;

use crate::clock::Timestamp;
use crate::db::schema::newsletters;
use crate::db::{Queryable, Selectable};
use crate::locale::Locale;
use crate::token::{hex, sha256};

pub use edit::{add, change, input_of, patch, set_open};
pub use edition::{Approval, Edition, EditionSettings, HeadlineLink};
pub use input::Input;
pub use queries::{
    Topic, by_id, by_slug, count_change, edition_by_id, edition_topics, editions_that_run, ensure_topic, first_edition,
    fold_counters, is_open, list, list_uncounted, schedule_since, topic_by_slug, topic_slugs, topics,
};
pub use settings::Settings;

/// A newsletter as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
pub struct Newsletter {
    pub id: i64,
    #[diesel(embed)]
    pub settings: Settings,
    pub pending: i64,
    pub confirmed: i64,
    pub unsubscribed: i64,
    pub created_at: Timestamp,
    /// Since when it accepts no subscribers and starts no digest; deliveries under way continue.
    pub closed_at: Option<Timestamp>,
}

/// A newsletter is its settings with an id and counters: `newsletter.name` is `newsletter.settings.name`.
impl std::ops::Deref for Newsletter {
    type Target = Settings;

    fn deref(&self) -> &Settings {
        &self.settings
    }
}

/// The name of the newsletter with this id; empty if there is none.
#[must_use]
pub fn name_of(newsletters: &[Newsletter], id: i64) -> &str {
    newsletters.iter().find(|newsletter| newsletter.id == id).map_or("", |newsletter| &newsletter.name)
}

impl Newsletter {
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale::of(&self.language)
    }

    /// The time zone in which its days begin; UTC if the stored name is unknown to this version.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or_default()
    }

    /// Whether it accepts subscribers and may send.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// The wording that a subscriber agrees to, as the ledger records it.
    #[must_use]
    pub fn consent(&self) -> String {
        if self.consent_wording.is_empty() {
            self.locale().t1("consent-wording", "newsletter", &self.name)
        } else {
            self.consent_wording.clone()
        }
    }

    /// A short hash of the wording, which a form that shows the wording sends back.
    #[must_use]
    pub fn consent_mark(&self) -> String {
        hex(&sha256(self.consent().as_bytes())).chars().take(16).collect()
    }

    /// The wording, if the form that sent these marks (separated by spaces) showed it; otherwise empty, because the ledger
    /// records only what the subscriber could read.
    #[must_use]
    pub fn consent_shown(&self, marks: &str) -> String {
        let mark = self.consent_mark();
        if marks.split(' ').any(|shown| shown == mark) { self.consent() } else { String::new() }
    }

    /// The list identifier (RFC 2919) on the sender's domain.
    #[must_use]
    pub fn list_id(&self) -> String {
        let domain = self.sender.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        format!("{}.{domain}", self.slug)
    }

    /// The envelope sender of its mails.
    #[must_use]
    pub fn envelope_sender(&self) -> &str {
        if self.return_path.is_empty() { &self.sender } else { &self.return_path }
    }

    /// Whether a page of this origin may embed the sign-up form.
    #[must_use]
    pub fn allows_origin(&self, origin: &str) -> bool {
        self.embed_origins.lines().any(|line| line.trim() == origin)
    }
}
