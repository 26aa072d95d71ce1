//! A digest: one issue of an edition, composed of trending articles, edited, approved, and sent once to each reader.
//!
//! ```text
//!   draft ──approve──► approved ──send──────────────► sending ⇄ paused ──► sent
//!     ▲                   │ └──schedule─► scheduled ──►  │        │
//!     └──── any edit ─────┴────────────────┘             └────────┴──► cancelled
//! ```
//! A scheduled digest that cannot be sent at its time, or whose time has long passed, is held: it becomes approved again,
//! with the reason. Once a digest is sending, the state of its dispatch is its state; it is stored nowhere else.

mod choice;
mod content;
pub mod edit;
mod error;
pub mod introduction;
mod letter;
pub mod mail;
mod queries;
pub mod ready;
pub mod render;
pub mod run;
pub mod send;
pub mod variant;

use serde::Serialize;
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::config::DoubtPolicy;
use crate::db::{self, Conn};
use crate::delivery::DispatchState;
use crate::links::Links;
use crate::token::{Keys, Random};
use crate::word::coded_enum;

pub use error::{DigestError, Needs};
pub use queries::{
    Use, archive, archived_by_slug, by_id, dispatches_after, due, held, last_started, list, neighbours, of_dispatch,
    places, sending, uses,
};

coded_enum! {
    pub enum DigestState {
        Draft = (0, "draft"),
        Approved = (1, "approved"),
        Scheduled = (2, "scheduled"),
        Sending = (3, "sending"),
        Paused = (4, "paused"),
        Sent = (5, "sent"),
        Cancelled = (6, "cancelled"),
    }
}

coded_enum! {
    /// What became of a time of an edition's schedule ([`run`]).
    pub enum RunOutcome {
        /// Its digest waits for its time.
        Made = (0, "made"),
        /// Its digest was sent.
        Sent = (1, "sent"),
        /// There were too few new articles.
        Skipped = (2, "skipped"),
        /// No server ran at its time, nor within the hour.
        Missed = (3, "missed"),
        /// Its digest was not approved by its time, and is a draft still.
        Unapproved = (4, "unapproved"),
        /// An editor took its digest back, discarded it, or sent it before its time.
        Taken = (5, "taken"),
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Digest {
    pub id: i64,
    /// The newsletter of its edition.
    #[serde(skip)]
    pub newsletter_id: i64,
    #[serde(skip)]
    pub edition_id: i64,
    pub slug: String,
    pub subject: String,
    /// Markdown.
    #[serde(skip)]
    pub introduction: String,
    pub state: DigestState,
    /// The job of the delivery engine that sends it; null before.
    #[serde(rename = "dispatch")]
    pub dispatch_id: Option<i64>,
    pub scheduled_at: Option<Timestamp>,
    pub approved_at: Option<Timestamp>,
    pub started_at: Option<Timestamp>,
    /// The fingerprint of its articles at its approval: [`ready::fingerprint`].
    #[serde(skip)]
    pub approved_content: Option<Vec<u8>>,
    /// Why it was not sent at its scheduled time; empty otherwise.
    #[serde(rename = "reason")]
    pub held: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

impl Digest {
    /// Whether it may still be edited.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, DigestState::Draft | DigestState::Approved | DigestState::Scheduled)
    }
}

impl DigestState {
    /// The state of a digest, given its stored state and the state of its dispatch, if it has one.
    #[must_use]
    pub const fn as_of(self, dispatch: Option<DispatchState>) -> Self {
        match dispatch {
            None => self,
            Some(DispatchState::Running) => Self::Sending,
            Some(DispatchState::Paused) => Self::Paused,
            Some(DispatchState::Done) => Self::Sent,
            Some(DispatchState::Cancelled) => Self::Cancelled,
        }
    }
}

/// What sending needs besides the connection.
#[derive(Clone)]
pub struct Outfit {
    pub keys: Keys,
    pub links: Links,
    pub random: Random,
    pub doubt: DoubtPolicy,
}

/// Records an action on a digest in the audit log.
fn note(conn: &mut Conn, actor: &Actor, now: Timestamp, action: &'static str, id: i64) -> db::Result<()> {
    audit::record(conn, now, actor, action, "digest", Some(id), "")
}

/// Where an article stands in a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub article_id: i64,
    pub position: i64,
    /// Keeps its place when the digest is filled again.
    pub pinned: bool,
    /// Removed by an editor, and not chosen again.
    pub dropped: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sending_digest_has_the_state_of_its_dispatch() {
        for (stored, dispatch, expected) in [
            (DigestState::Draft, None, DigestState::Draft),
            (DigestState::Sending, Some(DispatchState::Running), DigestState::Sending),
            (DigestState::Sending, Some(DispatchState::Paused), DigestState::Paused),
            (DigestState::Sending, Some(DispatchState::Done), DigestState::Sent),
            (DigestState::Sending, Some(DispatchState::Cancelled), DigestState::Cancelled),
            (DigestState::Cancelled, None, DigestState::Cancelled),
        ] {
            assert_eq!(stored.as_of(dispatch), expected);
        }
    }
}
