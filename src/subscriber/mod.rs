//! Subscribers: people, their subscriptions, and the ledger of their consent.
//!
//! A subscription is pending until the reader confirms it by a link; only a confirmed one gets digests. Each change of
//! consent is a line of a ledger that is append-only. This room queues mails and sends none.

pub mod audience;
pub mod confirm;
pub mod desk;
pub mod erase;
pub mod export;
pub mod import;
mod ledger;
pub mod letters;
pub mod link;
pub mod mails;
pub mod pause;
pub mod preferences;
mod queries;
pub mod roll;
pub mod search;
pub mod sign_up;
pub mod test_limit;
pub mod trial;
pub mod user_mail;

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::db::schema::{consents, subscribers, subscriptions};
use crate::db::{Queryable, Selectable};
use crate::email_address::EmailAddress;
use crate::word::coded_enum;

pub use queries::{by_address, by_id, consents_of, recipient_keys, subscription, subscriptions_of};

coded_enum! {
    /// The state of a subscription.
    pub enum SubscriptionState {
        Pending = (0, "pending"),
        Confirmed = (1, "confirmed"),
        Unsubscribed = (2, "unsubscribed"),
    }
}

coded_enum! {
    /// What a line of the ledger records.
    pub enum ConsentAction {
        /// Somebody submitted the address and agreed to the wording; the address is not proven yet.
        Requested = (0, "requested"),
        /// The owner of the address confirmed.
        Confirmed = (1, "confirmed"),
        /// An operator imported the subscription; the consent was given elsewhere.
        Imported = (2, "imported"),
        Withdrawn = (3, "withdrawn"),
        Paused = (4, "paused"),
        Resumed = (5, "resumed"),
        /// A confirmation ended a suppression of the address.
        SuppressionLifted = (6, "suppression-lifted"),
        Erased = (7, "erased"),
    }
}

/// A person. Of an erased one only the id is left.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = subscribers)]
pub struct Subscriber {
    pub id: i64,
    /// The normalised address; `None` once erased.
    #[serde(skip)]
    pub address: Option<String>,
    /// The address for the envelope; null once erased.
    #[serde(rename = "email")]
    pub envelope: Option<String>,
    pub name: String,
    pub language: String,
    #[serde(skip)]
    pub time_zone: String,
    pub created_at: Timestamp,
    pub erased_at: Option<Timestamp>,
}

impl Subscriber {
    /// The address; `None` once erased.
    #[must_use]
    pub fn email(&self) -> Option<EmailAddress> {
        self.envelope.as_deref().map(EmailAddress::from_envelope)
    }
}

/// A person's subscription to a newsletter.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = subscriptions)]
pub struct Subscription {
    pub id: i64,
    #[serde(skip)]
    pub subscriber_id: i64,
    #[serde(skip)]
    pub newsletter_id: i64,
    pub state: SubscriptionState,
    pub created_at: Timestamp,
    /// The time of the latest sign-up; an unconfirmed subscription is kept for a while from then.
    #[serde(skip)]
    pub requested_at: Timestamp,
    pub confirmed_at: Option<Timestamp>,
    pub unsubscribed_at: Option<Timestamp>,
    pub paused_until: Option<Timestamp>,
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = consents)]
pub struct Consent {
    #[serde(skip)]
    pub newsletter_id: Option<i64>,
    pub action: ConsentAction,
    /// The wording that the reader was shown; empty if no page of ours showed one.
    pub wording: String,
    pub at: Timestamp,
    /// The network address that it came from; empty where none is known.
    pub client: String,
    /// Where it came from: form, embed, api, link, one-click, preferences, import or admin.
    pub source: String,
}
