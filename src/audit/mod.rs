//! What users, keys and the operator did: a log that is only appended to.
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
    /// The user or the key, where one acted.
    pub actor_id: Option<i64>,
    /// What was done, such as `digest.send`.
    pub action: String,
    /// The noun that it was done to.
    pub subject: String,
    pub subject_id: Option<i64>,
    pub detail: String,
}

/// Which lines one wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// [`crate::actor::Actor::kind`], and the user or the key.
    pub actor: Option<(String, Option<i64>)>,
    /// A noun.
    pub subject: Option<String>,
}
