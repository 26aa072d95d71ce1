//! The audit log: what users, API keys and the operator did. Entries are only added, and deleted when they are too old.
//! It never holds an address, a token or a password: a subject is a noun with an id.

mod queries;

use crate::clock::{DAY, Timestamp};
use crate::db::schema::audit_log;
use crate::db::{Queryable, Selectable};

pub use queries::{page, purge, record};

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

/// How long entries are kept, in milliseconds. Failed sign-ins, which anybody can cause, are not kept for as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    pub entries: i64,
    pub failed_sign_ins: i64,
}

impl Default for Retention {
    fn default() -> Self {
        Self { entries: 730 * DAY, failed_sign_ins: 30 * DAY }
    }
}

/// Which entries to show; the default shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// [`crate::actor::Actor::kind`], and the id of a user or key.
    pub actor: Option<(String, Option<i64>)>,
    /// A noun.
    pub subject: Option<String>,
}
