//! The audit log: what users, API keys and the operator did. It is append-only.
//! It never holds an address, a token or a password: a subject is a noun with an id.

mod queries;

use crate::clock::Timestamp;
use crate::db::schema::audit_log;
use crate::db::{Queryable, Selectable};

pub use queries::{page, record};

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = audit_log)]
pub struct Entry {
    pub id: i64,
    pub at: Timestamp,
    /// [`crate::actor::Actor::kind`].
    pub actor: String,
    /// The id of the user or key, if one acted.
    pub actor_id: Option<i64>,
    /// The action, such as `digest.send`.
    pub action: String,
    /// The noun of the thing that was acted on.
    pub subject: String,
    pub subject_id: Option<i64>,
    pub detail: String,
}

/// Which entries to show; the default shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// [`crate::actor::Actor::kind`], and the id of a user or key.
    pub actor: Option<(String, Option<i64>)>,
    /// A noun.
    pub subject: Option<String>,
}
