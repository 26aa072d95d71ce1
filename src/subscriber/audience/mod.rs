//! An audience says, as a value, which subscriptions are meant. The planner of a digest, the number that an editor
//! confirms, the export and the list of subscribers all use it; nothing else decides who gets a digest.

mod due;
mod queries;

use serde::Serialize;
use utoipa::ToSchema;

use super::SubscriptionState;
use crate::clock::Timestamp;
use crate::db::schema::{subscribers, subscriptions};
use crate::db::{Queryable, Selectable};

pub use due::{chunk, count};
pub use queries::{boundary, lines};

/// Which subscriptions are meant: those that meet every condition. The default means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    pub newsletter: Option<i64>,
    pub state: Option<SubscriptionState>,
    /// Leaves out subscriptions that are paused at this time.
    pub awake_at: Option<Timestamp>,
    /// A search for the beginning of an address, domain, name or last name; empty for any.
    pub search: String,
}

impl Audience {
    /// The readers who are due a digest of a newsletter at `now`: confirmed and not paused. Those whose address is
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
    /// Whose address can be mailed.
    pub mailed: i64,
    /// Whose address is suppressed.
    pub suppressed: i64,
}

/// One reader of an audience, with the values that a mail needs.
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
    /// The subscription after which the next chunk begins; `None` at the end.
    pub next: Option<i64>,
}

/// A place in the list of subscriptions, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    After(i64),
    Before(i64),
}

/// One line of the list of subscribers: a subscription and its person.
#[derive(Clone, Debug, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = subscriptions)]
pub struct Line {
    /// The id of the subscription.
    #[diesel(column_name = id)]
    pub subscription: i64,
    /// The id of the subscriber.
    #[serde(rename = "id")]
    #[diesel(select_expression = subscribers::id)]
    pub subscriber: i64,
    #[serde(skip)]
    #[diesel(column_name = newsletter_id)]
    pub newsletter: i64,
    /// Null once the person is erased.
    #[serde(rename = "email")]
    #[diesel(select_expression = subscribers::envelope)]
    pub envelope: Option<String>,
    #[diesel(select_expression = subscribers::name)]
    pub name: String,
    pub state: SubscriptionState,
    pub created_at: Timestamp,
    pub confirmed_at: Option<Timestamp>,
    pub paused_until: Option<Timestamp>,
}
