//! Users: adding and changing them, closing their accounts, their passwords. One user per address, whatever its spelling.

use super::queries::{links, sessions, users as queries};
use super::{User, session};
use crate::actor::{Actor, Role};
use crate::audit;
use crate::clock::{MINUTE, Timestamp};
use crate::db::{self, Conn, Result, StoreError};
use crate::email_address::EmailAddress;
use crate::field::FieldErrors;
use crate::guard::limits::{self, Rule};
use crate::locale::{Locale, said_error};
use crate::token::Random;

const LONGEST_NAME: usize = 100;
/// Attempts to enter the present password when changing it.
const PASSWORD_ATTEMPTS: Rule = Rule::new(10, 15 * MINUTE);

/// A user to add. Without a password hash, a one-time link is the only way in.
#[derive(Clone, Debug)]
pub struct NewUser {
    pub address: EmailAddress,
    pub name: String,
    pub role: Role,
    pub password_hash: Option<String>,
}

/// Adds a user and returns the id. Without a name, the address becomes the name.
pub fn add_user(conn: &mut Conn, actor: &Actor, now: Timestamp, new: &NewUser) -> std::result::Result<i64, StoreError> {
    let address = new.address.normalised();
    let name = name_of(&new.name, address)?;
    if queries::by_address(conn, address)?.is_some() {
        return Err(StoreError::taken("email"));
    }
    let inserted = queries::insert(conn, now, address, &name, new.role, new.password_hash.as_deref());
    let id = inserted.map_err(|error| StoreError::unique("email", error))?;
    audit::record(conn, now, actor, "user.add", "user", Some(id), new.role.as_str())?;
    Ok(id)
}

/// The checked name; the address where it is empty.
fn name_of(name: &str, address: &str) -> std::result::Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let name = errors.line("name", name, LONGEST_NAME);
    errors.or(if name.is_empty() { address.to_owned() } else { name })
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

/// Why a user is not changed.
#[derive(Debug)]
pub enum ChangeUserError {
    NotFound,
    /// Users cannot close their own account or change their own role.
    Own,
    LastAdmin,
    Fields(FieldErrors),
    Database(db::Error),
}

impl ChangeUserError {
    /// The text in a language.
    #[must_use]
    pub fn said(&self, locale: &Locale) -> String {
        match self {
            Self::NotFound => locale.t("error-user-missing"),
            Self::Own => locale.t("error-user-own"),
            Self::LastAdmin => locale.t("error-user-last-admin"),
            Self::Fields(errors) => errors.iter().map(|error| error.words(locale)).collect::<Vec<_>>().join("\n"),
            Self::Database(error) => error.to_string(),
        }
    }
}

said_error!(ChangeUserError: Fields(FieldErrors), Database(db::Error));

type Changed = std::result::Result<(), ChangeUserError>;

/// Changes name and role. The new role applies from the user's next request on.
pub fn change_user(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, name: &str, role: Role) -> Changed {
    let old = queries::by_id(conn, id)?.ok_or(ChangeUserError::NotFound)?;
    let name = name_of(name, &old.address)?;
    if role != old.role {
        check_loss(conn, actor, &old)?;
        queries::set_role(conn, id, role)?;
        audit::record(conn, now, actor, "user.change-role", "user", Some(id), role.as_str())?;
    }
    if name != old.name {
        queries::set_name(conn, id, &name)?;
        audit::record(conn, now, actor, "user.rename", "user", Some(id), "")?;
    }
    Ok(())
}

/// Refuses a loss of account or role for the acting user, and for the last administrator.
fn check_loss(conn: &mut Conn, actor: &Actor, user: &User) -> Changed {
    if matches!(actor, Actor::User { id, .. } if *id == user.id) {
        return Err(ChangeUserError::Own);
    }
    if queries::locked_admins(conn)? == [user.id] { Err(ChangeUserError::LastAdmin) } else { Ok(()) }
}

/// Closes an account: its sessions and links end. A closed account stays unchanged.
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

/// Opens a closed account again. An open account stays unchanged.
pub fn enable_user(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Changed {
    let user = queries::by_id(conn, id)?.ok_or(ChangeUserError::NotFound)?;
    if user.disabled_at.is_none() {
        return Ok(());
    }
    queries::set_disabled(conn, id, None)?;
    Ok(audit::record(conn, now, actor, "user.enable", "user", Some(id), "")?)
}

/// The hash for [`super::password::verify`]; `None` if the user has no password or may not sign in.
pub fn password_hash(conn: &mut Conn, user: i64) -> Result<Option<String>> {
    Ok(queries::enabled(conn, user)?.and_then(|(_, hash)| hash))
}

/// Counts an attempt to enter the present password; false if there were too many. A stolen session must not serve for
/// guessing the password.
pub fn take_password_attempt(conn: &mut Conn, now: Timestamp, user: i64) -> Result<bool> {
    limits::take(conn, now, "password-change", &user.to_be_bytes(), PASSWORD_ATTEMPTS)
}

/// Why a password is not changed.
#[derive(Debug)]
pub enum ChangePasswordError {
    /// The password has changed meanwhile, or the account was closed.
    Overtaken,
    Database(db::Error),
}

impl From<db::Error> for ChangePasswordError {
    fn from(error: db::Error) -> Self {
        Self::Database(error)
    }
}

/// A user's change of password.
#[derive(Clone, Copy, Debug)]
pub struct NewPassword<'a> {
    pub user: i64,
    /// The user's present session, which continues under a new token.
    pub session: Option<i64>,
    /// The hash of the old password, which the caller has verified; `None` for a first password.
    pub known: Option<&'a str>,
    pub hash: &'a str,
}

/// Sets a new password. The user's other sessions and unused links end; returns the new token of the present session.
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
