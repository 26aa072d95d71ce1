//! Sessions: 32 random bytes in a cookie, their SHA-256 in the table. Ended sessions are deleted.

use super::queries::sessions as queries;
use super::{Browser, LIFETIME, OpenSession, Opened, Session};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::text::clean_line;
use crate::token::{Random, base64url, sha256};

const LONGEST_AGENT: usize = 200;
/// 32 bytes in base64url. Longer tokens are not looked up.
const LONGEST_TOKEN: usize = 43;

/// Opens a session and records `action` in the audit log.
pub(super) fn open(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    user: i64,
    browser: &Browser,
    action: &'static str,
) -> Result<Opened> {
    let token = base64url(&random.bytes::<32>());
    let agent = clean_line(&browser.agent, LONGEST_AGENT);
    let hash = sha256(token.as_bytes());
    let session = queries::insert(conn, now, user, &hash, now.plus(LIFETIME), &browser.client, &agent)?;
    audit::record(conn, now, actor, action, "user", Some(user), "")?;
    Ok(Opened { session, user, token })
}

/// Replaces the token of a session and returns the new one.
pub(super) fn renew(conn: &mut Conn, random: &Random, id: i64) -> Result<String> {
    let token = base64url(&random.bytes::<32>());
    queries::set_token(conn, id, &sha256(token.as_bytes()))?;
    Ok(token)
}

/// The session of a cookie, if it is valid. It only reads: [`touch`] it when [`OpenSession::is_stale`].
pub fn session(conn: &mut Conn, now: Timestamp, token: &str) -> Result<Option<OpenSession>> {
    if token.len() > LONGEST_TOKEN {
        return Ok(None);
    }
    queries::open(conn, now, &sha256(token.as_bytes()))
}

/// Notes that a session was used now.
pub fn touch(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    queries::touch(conn, now, id)
}

/// The valid sessions of a user, the most recently seen first.
pub fn sessions_of(conn: &mut Conn, now: Timestamp, user: i64) -> Result<Vec<Session>> {
    queries::of_user(conn, now, user)
}

/// Ends the session of a user who signs out.
pub fn sign_out(conn: &mut Conn, actor: &Actor, now: Timestamp, user: i64, id: i64) -> Result<()> {
    if queries::end(conn, user, id)? {
        audit::record(conn, now, actor, "user.sign-out", "user", Some(user), "")?;
    }
    Ok(())
}

/// Ends a session of a user; false if it is not theirs or has ended.
pub fn end_session(conn: &mut Conn, actor: &Actor, now: Timestamp, user: i64, id: i64) -> Result<bool> {
    let ended = queries::end(conn, user, id)?;
    if ended {
        audit::record(conn, now, actor, "user.end-session", "user", Some(user), "")?;
    }
    Ok(ended)
}

/// Ends all sessions of a user except `kept`; returns how many.
pub fn end_other_sessions(conn: &mut Conn, actor: &Actor, now: Timestamp, user: i64, kept: i64) -> Result<usize> {
    let ended = queries::end_others(conn, user, Some(kept))?;
    if ended > 0 {
        audit::record(conn, now, actor, "user.end-session", "user", Some(user), &ended.to_string())?;
    }
    Ok(ended)
}
