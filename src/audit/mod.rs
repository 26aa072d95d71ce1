//! The audit log: what users, API keys and the operator did. It is append-only.
//! It never holds an address, a token or a password: a subject is a noun and an id.

mod queries;

use crate::clock::Timestamp;

pub use queries::{page, record};

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: i64,
    pub at: Timestamp,
    /// [`crate::actor::Actor::kind`].
    pub actor: String,
    /// The id of the user or key, if one acted.
    pub actor_id: Option<i64>,
    /// The action, such as `digest.send`.
    pub action: String,
    /// The noun that was acted on.
    pub subject: String,
    pub subject_id: Option<i64>,
    pub detail: String,
}

/// Which entries a page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// [`crate::actor::Actor::kind`], and the user or the key.
    pub actor: Option<(String, Option<i64>)>,
    /// A noun.
    pub subject: Option<String>,
}
