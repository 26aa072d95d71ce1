//! One-time sign-in links, for new users and forgotten passwords. A link is valid once, for half an hour or as long as is
//! said.

use super::queries::{links, sessions, users};
use super::sign_in::{BY_CLIENT, CLIENT};
use super::{Browser, LINK_LIFETIME, Opened, User, session};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::guard::limits;
use crate::token::{Random, base64url, sha256};

/// Makes a link for a user and returns its token; `None` if the user may not sign in.
pub fn make_sign_in_link(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    user: i64,
) -> Result<Option<String>> {
    make_lasting_link(conn, actor, now, random, user, LINK_LIFETIME)
}

/// As [`make_sign_in_link`], for a link that is valid for `lifetime` milliseconds.
pub fn make_lasting_link(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    user: i64,
    lifetime: i64,
) -> Result<Option<String>> {
    if users::enabled(conn, user)?.is_none() {
        return Ok(None);
    }
    let token = base64url(&random.bytes::<32>());
    links::insert(conn, &sha256(token.as_bytes()), user, now.plus(lifetime))?;
    audit::record(conn, now, actor, "user.make-sign-in-link", "user", Some(user), "")?;
    Ok(Some(token))
}

/// The user of a valid link, without using it.
pub fn holder_of_link(conn: &mut Conn, now: Timestamp, token: &str) -> Result<Option<User>> {
    let Some(user) = links::user_of(conn, now, &sha256(token.as_bytes()))? else { return Ok(None) };
    Ok(users::by_id(conn, user)?.filter(|user| user.disabled_at.is_none()))
}

/// Counts a new password that comes with a link, because hashing it takes long; false if the client has sent too many.
pub fn take_link_attempt(conn: &mut Conn, now: Timestamp, client_key: Option<&[u8]>) -> Result<bool> {
    client_key.map_or(Ok(true), |key| limits::take(conn, now, CLIENT, key, BY_CLIENT))
}

/// Uses a link and opens a session; `None` if the link is not valid. With `password`, that hash replaces the user's, and
/// all other sessions of the user end.
pub fn use_sign_in_link(
    conn: &mut Conn,
    now: Timestamp,
    random: &Random,
    token: &str,
    browser: &Browser,
    password: Option<&str>,
) -> Result<Option<Opened>> {
    let hash = sha256(token.as_bytes());
    let Some(user) = links::user_of(conn, now, &hash)? else { return Ok(None) };
    let Some((role, _)) = users::enabled(conn, user)? else { return Ok(None) };
    if !links::spend(conn, now, &hash)? {
        return Ok(None);
    }
    let actor = Actor::User { id: user, role };
    if let Some(password) = password {
        users::set_password(conn, user, password)?;
        sessions::end_others(conn, user, None)?;
        links::delete_of(conn, user)?;
        audit::record(conn, now, &actor, "user.change-password", "user", Some(user), "")?;
    }
    session::open(conn, &actor, now, random, user, browser, "user.sign-in-by-link").map(Some)
}
