//! Users: adding, closing, their passwords. An address stands for one user, whatever its spelling.

use super::User;
use super::queries::{links, sessions, users as queries};
use crate::actor::{Actor, Role};
use crate::audit;
use crate::clock::{MINUTE, Timestamp};
use crate::db::{self, Conn, Result};
use crate::email_address::EmailAddress;
use crate::guard::limits::{self, Rule};
use crate::text::{TextError, single_line};

const LONGEST_NAME: usize = 100;
/// Tries at the password that a user has now, when changing it.
const PASSWORD_ATTEMPTS: Rule = Rule::new(10, 15 * MINUTE);

/// A user to add. Without a password hash, a one-time link is the only way in.
#[derive(Clone, Debug)]
pub struct NewUser {
    pub address: EmailAddress,
    pub name: String,
    pub role: Role,
    pub password_hash: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum AddUserError {
    #[error("There is a user with this address already.")]
    Taken,
    #[error(transparent)]
    Name(#[from] TextError),
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// Adds a user and returns the id. A user without a name is shown by the address.
pub fn add_user(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    new: &NewUser,
) -> std::result::Result<i64, AddUserError> {
    let address = new.address.normalised();
    let name = single_line(&new.name, LONGEST_NAME)?;
    let name = if name.is_empty() { address } else { &name };
    if queries::by_address(conn, address)?.is_some() {
        return Err(AddUserError::Taken);
    }
    let inserted = queries::insert(conn, now, address, name, new.role, new.password_hash.as_deref());
    let id = inserted.map_err(|error| match error {
        error if error.is_unique_violation() => AddUserError::Taken,
        error => error.into(),
    })?;
    audit::record(conn, now, actor, "user.add", "user", Some(id), new.role.as_str())?;
    Ok(id)
}

pub fn user(conn: &mut Conn, id: i64) -> Result<Option<User>> {
    queries::by_id(conn, id)
}

pub fn user_by_address(conn: &mut Conn, address: &EmailAddress) -> Result<Option<User>> {
    queries::by_address(conn, address.normalised())
}

/// All users in the order of their names.
pub fn users(conn: &mut Conn) -> Result<Vec<User>> {
    queries::list(conn)
}

/// Closes an account: its sessions and links end. False for a user who does not exist.
pub fn disable_user(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<bool> {
    if !queries::set_disabled(conn, id, Some(now))? {
        return Ok(false);
    }
    sessions::end_others(conn, id, None)?;
    links::delete_of(conn, id)?;
    audit::record(conn, now, actor, "user.disable", "user", Some(id), "")?;
    Ok(true)
}

/// Opens a closed account again. False for a user who does not exist.
pub fn enable_user(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<bool> {
    if !queries::set_disabled(conn, id, None)? {
        return Ok(false);
    }
    audit::record(conn, now, actor, "user.enable", "user", Some(id), "")?;
    Ok(true)
}

/// The hash that [`super::password::verify`] holds a password against; `None` too for one who may not sign in.
pub fn password_hash(conn: &mut Conn, user: i64) -> Result<Option<String>> {
    Ok(queries::enabled(conn, user)?.and_then(|(_, hash)| hash))
}

/// Whether a user may try the present password once more: a stolen session must not become a guessed password.
pub fn take_password_attempt(conn: &mut Conn, now: Timestamp, user: i64) -> Result<bool> {
    limits::take(conn, now, "password-change", &user.to_be_bytes(), PASSWORD_ATTEMPTS)
}

#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    /// The password was changed by someone else in the meantime, or the account was closed.
    #[error("Your password was changed in the meantime. Sign in again.")]
    Overtaken,
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// Sets a new password in the place of `known`, the hash that the caller has verified (none: a first password).
/// The user's other sessions and unused links end; `session` stays.
pub fn change_password(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    user: i64,
    session: Option<i64>,
    known: Option<&str>,
    new_hash: &str,
) -> std::result::Result<(), ChangePasswordError> {
    if !queries::replace_password(conn, user, known, new_hash)? {
        return Err(ChangePasswordError::Overtaken);
    }
    sessions::end_others(conn, user, session)?;
    links::delete_of(conn, user)?;
    audit::record(conn, now, actor, "user.change-password", "user", Some(user), "")?;
    Ok(())
}
