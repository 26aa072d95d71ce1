//! Who reads: people, their subscriptions, and the ledger of their consent.
//!
//! A subscription is pending until its link's POST confirms it; only a confirmed one gets digests. Every change of
//! consent is a line that is only appended. This room queues mails and never sends one.

pub mod audience;
pub mod confirm;
pub mod desk;
pub mod erase;
pub mod export;
pub mod import;
pub mod letters;
pub mod link;
pub mod mails;
pub mod pause;
pub mod preferences;
mod queries;
pub mod roll;
pub mod search;
pub mod sign_up;
pub mod trial;

use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::delivery::RecipientKey;
use crate::email_address::EmailAddress;
use crate::word::coded_enum;

pub use queries::{by_address, by_id, consents_of, subscription, subscriptions_of};

coded_enum! {
    pub enum SubscriptionState {
        Pending = (0, "pending"),
        Confirmed = (1, "confirmed"),
        Unsubscribed = (2, "unsubscribed"),
    }
}

coded_enum! {
    /// What a line of the ledger says.
    pub enum ConsentAction {
        /// Somebody entered the address and agreed to the wording; not proven yet.
        Requested = (0, "requested"),
        /// The owner of the address confirmed.
        Confirmed = (1, "confirmed"),
        /// An operator imported the subscription, with consent given elsewhere.
        Imported = (2, "imported"),
        Withdrawn = (3, "withdrawn"),
        Paused = (4, "paused"),
        Resumed = (5, "resumed"),
        /// A confirmation ended a suppression of the address.
        SuppressionLifted = (6, "suppression-lifted"),
        Erased = (7, "erased"),
    }
}

/// A person. An erased one keeps the id and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    pub id: i64,
    /// The identity, and the form for the envelope; `None` once erased.
    pub address: Option<String>,
    pub envelope: Option<String>,
    pub name: String,
    pub language: String,
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

/// One person's standing to one newsletter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub id: i64,
    pub subscriber_id: i64,
    pub newsletter_id: i64,
    pub state: SubscriptionState,
    pub created_at: Timestamp,
    /// When it was last asked for: an unconfirmed one is kept for a while from here.
    pub requested_at: Timestamp,
    pub confirmed_at: Option<Timestamp>,
    pub unsubscribed_at: Option<Timestamp>,
    pub paused_until: Option<Timestamp>,
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub newsletter_id: Option<i64>,
    pub action: ConsentAction,
    /// What the reader was shown; empty where no page of ours showed it.
    pub wording: String,
    pub at: Timestamp,
    pub client: String,
    /// By which way: form, embed, api, link, one-click, preferences, import, admin.
    pub source: String,
}

/// The recipient keys of a person: each subscription's, and the person's own.
pub fn recipient_keys(conn: &mut Conn, subscriber: i64) -> Result<Vec<RecipientKey>> {
    let subscriptions = queries::subscriptions_of(conn, subscriber)?;
    let keys = subscriptions.iter().map(|subscription| RecipientKey::Subscription(subscription.id));
    Ok(keys.chain([RecipientKey::Subscriber(subscriber)]).collect())
}

/// Appends a line to the ledger.
fn append(
    conn: &mut Conn,
    now: Timestamp,
    actor: &Actor,
    of: (i64, Option<i64>),
    action: ConsentAction,
    wording: &str,
    source: &str,
) -> Result<()> {
    let (subscriber, newsletter_id) = of;
    let consent = Consent {
        newsletter_id,
        action,
        wording: wording.to_owned(),
        at: now,
        client: actor.client().to_owned(),
        source: source.to_owned(),
    };
    queries::append_consent(conn, subscriber, &consent)
}
