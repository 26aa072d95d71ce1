//! A digest: one issue of an edition, composed of trending articles, edited, approved, and sent once to each reader.
//!
//! ```text
//!   draft ──approve──► approved ──send──────────────► sending ⇄ paused ──► sent
//!     ▲                   │ └──schedule─► scheduled ──►  │        │
//!     └──── any edit ─────┴────────────────┘             └────────┴──► cancelled
//! ```
//! A scheduled one that cannot be sent at its time, or that nobody sent in time, is held: approved again, with the reason.
//! Once it is sending, its dispatch says where it stands; nothing keeps that twice.

pub mod edit;
mod error;
pub mod mail;
mod queries;
pub mod ready;
pub mod render;
pub mod send;

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::DispatchState;
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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    pub id: i64,
    /// The newsletter of its edition.
    pub newsletter_id: i64,
    pub edition_id: i64,
    pub slug: String,
    pub subject: String,
    /// Markdown.
    pub introduction: String,
    pub state: DigestState,
    pub dispatch_id: Option<i64>,
    pub scheduled_at: Option<Timestamp>,
    pub approved_at: Option<Timestamp>,
    pub started_at: Option<Timestamp>,
    /// What its articles were when it was approved: [`ready::fingerprint`].
    pub approved_content: Option<Vec<u8>>,
    /// Why it was not sent at the time that was set, for the editor; empty otherwise.
    pub held: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

impl Digest {
    /// Whether its words and articles may still change.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, DigestState::Draft | DigestState::Approved | DigestState::Scheduled)
    }
}

impl DigestState {
    /// What a stored state means, given where the digest's dispatch stands, once it has one.
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

/// The line in the audit log of what was done with a digest.
fn note(conn: &mut Conn, actor: &Actor, now: Timestamp, action: &'static str, id: i64) -> db::Result<()> {
    audit::record(conn, now, actor, action, "digest", Some(id), "")
}

/// Where an article stands in a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub article_id: i64,
    pub position: i64,
    /// Stays where it is when the digest is filled again.
    pub pinned: bool,
    /// Left out by an editor, and not chosen again.
    pub dropped: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_that_is_sending_is_what_its_dispatch_is() {
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
