//! Who is due, as a value: the planner, the number that an editor confirms, the export and the list of subscribers all
//! ask with an [`Audience`], and nothing else says who gets a digest.

mod due;
mod queries;

use super::SubscriptionState;
use crate::clock::Timestamp;
use crate::db::Queryable;

pub use due::{chunk, count};
pub use queries::{boundary, lines};

/// Which subscriptions are meant; each condition narrows the choice. The default means all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    pub newsletter: Option<i64>,
    pub state: Option<SubscriptionState>,
    /// Leaves out subscriptions that are paused at this time.
    pub awake_at: Option<Timestamp>,
    /// A part of the address or name; empty for any.
    pub search: String,
}

impl Audience {
    /// Who is due to get a digest of a newsletter at `now`: confirmed and not paused. Those of them whose address is
    /// suppressed are planned as skipped.
    #[must_use]
    pub fn due(newsletter: i64, now: Timestamp) -> Self {
        Self {
            newsletter: Some(newsletter),
            state: Some(SubscriptionState::Confirmed),
            awake_at: Some(now),
            search: String::new(),
        }
    }
}

/// How many subscriptions an audience has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that can be mailed.
    pub mailed: i64,
    /// Those whose address is suppressed.
    pub suppressed: i64,
}

/// One reader of an audience, with what a mail to them needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub subscription: i64,
    pub subscriber: i64,
    pub envelope: String,
    pub name: String,
    pub language: String,
    pub suppressed: bool,
}

/// Consecutive readers of an audience, by rising id of the subscription.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunk {
    pub readers: Vec<Reader>,
    /// The subscription behind which the next chunk begins; none at the end.
    pub next: Option<i64>,
}

/// A place in the list of subscriptions, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    After(i64),
    Before(i64),
}

/// One line of the list of subscribers: a subscription and its person.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    pub subscription: i64,
    pub subscriber: i64,
    pub newsletter: i64,
    /// None once the person is erased.
    pub envelope: Option<String>,
    pub name: String,
    pub state: SubscriptionState,
    pub created_at: Timestamp,
    pub confirmed_at: Option<Timestamp>,
    pub paused_until: Option<Timestamp>,
}
