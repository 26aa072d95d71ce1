//! Users: adding, changing, closing, their passwords. An address stands for one user, whatever its spelling.

use super::queries::{links, sessions, users as queries};
use super::{User, session};
use crate::actor::{Actor, Role};
use crate::audit;
use crate::clock::{MINUTE, Timestamp};
use crate::db::{self, Conn, Result};
use crate::email_address::EmailAddress;
use crate::guard::limits::{self, Rule};
use crate::text::{TextError, single_line};
use crate::token::Random;

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

/// Why a user is left as they were; the words are for the operator, the pages have their own.
#[derive(Debug, thiserror::Error)]
pub enum ChangeUserError {
    #[error("There is no such user.")]
    NotFound,
    #[error("Nobody closes their own account or takes a role from themselves; another administrator does.")]
    Own,
    #[error("This is the last administrator. Give somebody else that role first.")]
    LastAdmin,
    #[error(transparent)]
    Name(#[from] TextError),
    #[error(transparent)]
    Database(#[from] db::Error),
}

type Changed = std::result::Result<(), ChangeUserError>;

/// Changes name and role; the role counts from the user's next request on.
pub fn change_user(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, name: &str, role: Role) -> Changed {
    let old = queries::by_id(conn, id)?.ok_or(ChangeUserError::NotFound)?;
    let name = single_line(name, LONGEST_NAME)?;
    let name = if name.is_empty() { &old.address } else { &name };
    if role != old.role {
        check_loss(conn, actor, &old)?;
        queries::set_role(conn, id, role)?;
        audit::record(conn, now, actor, "user.change-role", "user", Some(id), role.as_str())?;
    }
    if *name != old.name {
        queries::set_name(conn, id, name)?;
        audit::record(conn, now, actor, "user.rename", "user", Some(id), "")?;
    }
    Ok(())
}

/// Refuses to take an account or its role from the one who asks, and from the last administrator.
fn check_loss(conn: &mut Conn, actor: &Actor, user: &User) -> Changed {
    if matches!(actor, Actor::User { id, .. } if *id == user.id) {
        return Err(ChangeUserError::Own);
    }
    if queries::locked_admins(conn)? == [user.id] { Err(ChangeUserError::LastAdmin) } else { Ok(()) }
}

/// Closes an account: its sessions and links end. Closing a closed one changes nothing.
pub fn disable_user(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Changed {
    let user = queries::by_id(conn, id)?.ok_or(ChangeUserError::NotFound)?;
    if user.disabled_at.is_some() {
        return Ok(());
    }
    check_loss(conn, actor, &user)?;
    queries::set_disabled(conn, id, Some(now))?;
    sessions::end_others(conn, id, None)?;
    links::delete_of(conn, id)?;
    Ok(audit::record(conn, now, actor, "user.disable", "user", Some(id), "")?)
}

/// Opens a closed account again. Opening an open one changes nothing.
pub fn enable_user(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Changed {
    let user = queries::by_id(conn, id)?.ok_or(ChangeUserError::NotFound)?;
    if user.disabled_at.is_none() {
        return Ok(());
    }
    queries::set_disabled(conn, id, None)?;
    Ok(audit::record(conn, now, actor, "user.enable", "user", Some(id), "")?)
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

/// A password that a user chose in the place of another.
#[derive(Clone, Copy, Debug)]
pub struct NewPassword<'a> {
    pub user: i64,
    /// The session that asks; it goes on under a new token.
    pub session: Option<i64>,
    /// The hash that the caller has verified; none: a first password.
    pub known: Option<&'a str>,
    pub hash: &'a str,
}

/// Sets a new password. The user's other sessions and unused links end; the new token of the one that asks is returned.
pub fn change_password(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    new: NewPassword,
) -> std::result::Result<Option<String>, ChangePasswordError> {
    if !queries::replace_password(conn, new.user, new.known, new.hash)? {
        return Err(ChangePasswordError::Overtaken);
    }
    sessions::end_others(conn, new.user, new.session)?;
    links::delete_of(conn, new.user)?;
    audit::record(conn, now, actor, "user.change-password", "user", Some(new.user), "")?;
    Ok(new.session.map(|session| session::renew(conn, random, session)).transpose()?)
}
