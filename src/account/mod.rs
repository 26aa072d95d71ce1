//! Editors and administrators: their accounts, how they sign in, and their API keys.
//!
//! Secrets are stored as hashes: passwords as argon2id, random tokens and keys as SHA-256. Hashing a password is slow by
//! design, so it happens outside the transactions. This room knows no cookie and no page.

mod api_key;
mod common_password;
mod expiry;
mod hashing;
pub mod password;
mod queries;
mod session;
mod sign_in;
mod sign_in_link;
mod user;

use crate::actor::{Actor, Role};
use crate::clock::{DAY, HOUR, MINUTE, Timestamp};
use crate::db::schema::{api_keys, sessions, users};
use crate::db::{Queryable, Selectable};

pub use api_key::{add_api_key, api_keys, find_api_key, revoke_api_key, touch_api_key};
pub use expiry::purge;
pub use hashing::{Hashing, HashingError};
pub use session::{end_other_sessions, end_session, session, sessions_of, sign_out, touch};
pub use sign_in::{Attempt, Candidate, SignInError, begin_sign_in, refuse_sign_in, sign_in};
pub use sign_in_link::{holder_of_link, make_lasting_link, make_sign_in_link, take_link_attempt, use_sign_in_link};
pub use user::{
    ChangePasswordError, ChangeUserError, NewPassword, NewUser, add_user, change_password, change_user, disable_user,
    enable_user, password_hash, take_password_attempt, user, user_by_address, users,
};

/// A session that is idle for this long ends.
pub const IDLE: i64 = 12 * HOUR;
/// A session ends after this even if it is in use.
pub const LIFETIME: i64 = 7 * DAY;
/// How long a sign-in link is valid.
pub const LINK_LIFETIME: i64 = 30 * MINUTE;
/// How long the link of an invitation is valid: its mail waits for somebody who does not expect it.
pub const INVITATION_LIFETIME: i64 = 3 * DAY;
/// The resolution of the last-seen time of a session or key.
const SEEN: i64 = MINUTE;

/// An editor or administrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub id: i64,
    /// Normalised.
    pub address: String,
    pub name: String,
    pub role: Role,
    pub has_password: bool,
    pub created_at: Timestamp,
    pub disabled_at: Option<Timestamp>,
}

/// A session in its user's list.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct Session {
    pub id: i64,
    pub created_at: Timestamp,
    pub last_seen_at: Timestamp,
    /// The network address from which it was opened.
    pub client: String,
    /// The User-Agent header.
    pub agent: String,
}

/// The session of a token, with its user.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct OpenSession {
    pub id: i64,
    pub user_id: i64,
    #[diesel(select_expression = users::role)]
    pub role: Role,
    #[diesel(select_expression = users::name)]
    pub name: String,
    pub last_seen_at: Timestamp,
}

impl OpenSession {
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::User { id: self.user_id, role: self.role }
    }

    /// Whether [`touch`] is due.
    #[must_use]
    pub fn is_stale(&self, now: Timestamp) -> bool {
        self.last_seen_at <= now.plus(-SEEN)
    }
}

/// A new session. Its token goes into the cookie and is stored nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub session: i64,
    pub user: i64,
    pub token: String,
}

/// The browser of a sign-in, for the list of sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Browser {
    pub client: String,
    pub agent: String,
}

/// An API key in the list.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = api_keys)]
pub struct ApiKey {
    pub id: i64,
    pub name: String,
    pub role: Role,
    pub created_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

/// The API key of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = api_keys)]
pub struct ValidKey {
    pub id: i64,
    pub role: Role,
    pub last_used_at: Option<Timestamp>,
}

impl ValidKey {
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::ApiKey { id: self.id, role: self.role }
    }

    /// Whether [`touch_api_key`] is due.
    #[must_use]
    pub fn is_stale(&self, now: Timestamp) -> bool {
        self.last_used_at.is_none_or(|at| at <= now.plus(-SEEN))
    }
}
