//! Delivery: every outgoing mail is a row, written before the mail is sent, so that no crash loses a mail or its record.
//!
//! This room knows addresses, messages and splice values, but no article and no subscriber. A [`RecipientKey`] identifies
//! a recipient beyond the address.
//!
//! ```text
//!             lease                 250
//!   queued ─────────► leased ───────────────► sent
//!     ▲  ▲              │ │ 5xx of the recipient, or too old
//!     │  │ released     │ └─────────────────► failed ──┐
//!     │  └──────────────┤                              │ an editor resends to the failed
//!     │     4xx, doubt  ▼                              │
//!     │  due          deferred                         │
//!     └─────────────────┘ doubt, twice or on hold      │
//!     ▲                 └───────────────────► unknown ─┤
//!     └────────────────────────────────────────────────┘
//!   queued, deferred, leased before the dot ──► skipped (unsubscribed, erased) or cancelled (by an editor)
//! ```
//!
//! `expected = sent + failed + skipped + cancelled + unknown + still to go` holds in every committed state.

pub mod engine;
pub mod journal;
mod kind;
pub mod message_id;
mod note;
mod outcome;
mod queries;
mod reason;
mod recovery;
mod restored;
pub mod retry;
mod splice;
pub mod suppression;

use serde::Serialize;
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::db::schema::{dispatches, messages, suppressions};
use crate::db::{Queryable, Selectable};
use crate::email_address::EmailAddress;
use crate::word::coded_enum;

pub use crate::effect::RecipientKey;
pub use kind::{DispatchKind, Life, Load, Properties, Refusal};
pub use note::AttemptNote;
pub use outcome::{Outcome, Verdict};
pub use queries::additions::fold_counters;
pub use queries::dispatch::{
    cancel, cancel_waiting, counters, dispatch, finish_planning, half_cancelled, move_cursor, open, pause, progress,
    resend_failed, resendable, resume, route, running_of_kind, standing,
};
pub use queries::forget::{forget_address, forget_turns};
pub use queries::history::{CapturedMail, DeliveryRow, captured, captured_mail, deliveries, erase};
pub use queries::queue::{Share, enqueue, enqueue_chunk, enqueue_standing, freeze, skip, skip_waiting, variants};
pub use queries::relay::{Health, health};
pub use queries::report::{
    Attempt, DeliveryFilter, Reason, attempts_of, captured_to, delivery, frozen, latest, of_recipient, of_turns,
    reasons, sent_to, standing_of, undelivered_turns, waiting,
};
pub use reason::{DeliveryReason, DeliveryStage, PauseReason};
pub use splice::{Splice, SpliceValues};
pub use suppression::{is_suppressed, lift, list_suppressions, suppress};

coded_enum! {
    /// The state of a delivery.
    pub enum DeliveryState {
        Queued = (0, "queued"),
        Deferred = (1, "deferred"),
        Leased = (2, "leased"),
        Sent = (3, "sent"),
        Failed = (4, "failed"),
        Unknown = (5, "unknown"),
        Skipped = (6, "skipped"),
        Cancelled = (7, "cancelled"),
    }
}

coded_enum! {
    /// The state of a dispatch.
    pub enum DispatchState {
        Running = (0, "running"),
        Paused = (1, "paused"),
        Done = (2, "done"),
        Cancelled = (3, "cancelled"),
    }
}

coded_enum! {
    /// Why an address is suppressed.
    pub enum SuppressionReason {
        HardBounce = (0, "hard-bounce"),
        Complaint = (1, "complaint"),
        Request = (2, "request"),
    }
}

/// One job of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispatch {
    pub id: i64,
    pub kind: DispatchKind,
    /// The id of its digest; 0 for a standing dispatch.
    pub reference: Option<i64>,
    pub state: DispatchState,
    /// Why it is paused.
    pub reason: Option<PauseReason>,
    /// The name of its relay; `None` for the default one.
    pub relay: Option<String>,
    /// Where planning ends: the last subscription of the frozen audience.
    pub boundary: i64,
    /// How far planning has come.
    pub cursor: i64,
    pub counters: Counters,
    pub created_at: Timestamp,
    pub finished_at: Option<Timestamp>,
}

/// The counters of a dispatch. They change in the transaction that changes the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = dispatches)]
pub struct Counters {
    /// All deliveries.
    pub expected: i64,
    /// Whether planning has ended, so that `expected` no longer grows.
    pub expected_final: bool,
    pub sent: i64,
    pub failed: i64,
    pub skipped: i64,
    pub cancelled: i64,
    pub unknown: i64,
}

impl Counters {
    /// Deliveries that are queued, deferred or leased.
    #[must_use]
    pub const fn to_go(&self) -> i64 {
        self.expected - self.sent - self.failed - self.skipped - self.cancelled - self.unknown
    }

    /// Whether every delivery has an outcome and none will be added.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.expected_final && self.to_go() == 0
    }
}

/// A composed mail as a dispatch freezes it. Many deliveries share it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = messages)]
pub struct Message {
    /// The number of its variant; 0 if there is only one.
    pub variant: i16,
    /// The language tag of its text.
    pub language: String,
    /// The sender of the envelope, to which bounces are sent (RFC 5321 section 4.4).
    pub return_path: String,
    pub subject: String,
    /// The frozen form of [`crate::mail::compose()`].
    pub body: Vec<u8>,
}

/// A frozen variant of a dispatch, to which recipients are assigned.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = messages)]
pub struct Variant {
    #[diesel(column_name = variant)]
    pub number: i16,
    pub language: String,
    /// The id of its message.
    #[diesel(column_name = id)]
    pub message: i64,
}

/// A recipient to queue a mail for; its values are frozen in the row of the delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub key: RecipientKey,
    /// Tells apart the mails of one dispatch to this recipient: 0 in a digest, the time in a standing dispatch.
    pub turn: i64,
    /// Goes into the envelope and the To header, in its envelope form.
    pub address: EmailAddress,
    /// The values of the message's slots, in their order: [`SpliceValues::into_fields`].
    pub fields: Vec<String>,
}

/// A suppression in the list.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = suppressions)]
pub struct Suppression {
    /// [`suppression::hash`] of the address.
    pub key: Vec<u8>,
    pub reason: SuppressionReason,
    /// The server's reply, if it was a bounce.
    pub detail: String,
    /// The normalised address; `None` once it is forgotten.
    pub address: Option<String>,
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_own_code() {
        for state in DeliveryState::ALL {
            assert_eq!(DeliveryState::from_code(state.code()), Some(*state));
            assert_eq!(DeliveryState::parse(state.as_str()), Some(*state));
        }
        assert_eq!(DeliveryState::from_code(8), None);
    }

    #[test]
    fn the_count_to_go_is_the_number_of_unsent_deliveries() {
        let counters = Counters { expected: 10, sent: 4, failed: 1, skipped: 1, ..Counters::default() };
        assert_eq!(counters.to_go(), 4);
        assert!(!counters.is_done());
        assert!(Counters { expected: 1, sent: 1, expected_final: true, ..Counters::default() }.is_done());
    }
}
