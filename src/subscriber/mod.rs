//! Who reads: people, their subscriptions, and the ledger of their consent.
//!
//! A subscription is pending until its link's POST confirms it; only a confirmed one gets digests. Every change of
//! consent is a line that is only appended. This room queues mails and never sends one.

pub mod confirm;
pub mod desk;
pub mod erase;
pub mod export;
pub mod import;
pub mod letters;
pub mod link;
pub mod mails;
pub mod preferences;
mod queries;
pub mod roll;
pub mod sign_up;
pub mod trial;

use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::word::word_enum;

pub use queries::{
    Line, Reader, audience, boundary, by_address, by_id, consents_of, left_out, subscription, subscriptions_of,
};

word_enum! {
    pub enum SubscriptionState {
        Pending = "pending",
        Confirmed = "confirmed",
        Unsubscribed = "unsubscribed",
    }
}

word_enum! {
    /// What a line of the ledger says.
    pub enum ConsentAction {
        /// Somebody typed the address and agreed to the wording; not proven yet.
        Requested = "requested",
        /// The owner of the address confirmed.
        Confirmed = "confirmed",
        /// An operator brought the subscription along, with consent given elsewhere.
        Imported = "imported",
        Withdrawn = "withdrawn",
        Paused = "paused",
        Resumed = "resumed",
        /// A confirmation ended a suppression of the address.
        SuppressionLifted = "suppression-lifted",
        Erased = "erased",
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

/// The recipient key of mails to a person as such: those of a subscription have the subscription's id.
#[must_use]
pub const fn person_key(subscriber: i64) -> i64 {
    -subscriber
}

/// The recipient keys of a person: each subscription's, and the person's own.
pub fn recipient_keys(conn: &mut Conn, subscriber: i64) -> Result<Vec<i64>> {
    let subscriptions = queries::subscriptions_of(conn, subscriber)?;
    Ok(subscriptions.iter().map(|subscription| subscription.id).chain([person_key(subscriber)]).collect())
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
