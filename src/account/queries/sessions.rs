//! Sessions in the database. A session is valid until it has been idle too long, is too old, or its user is disabled.

use diesel::prelude::*;

use crate::account::{IDLE, OpenSession, Session};
use crate::clock::Timestamp;
use crate::db::schema::{sessions, users};
use crate::db::{Conn, Expired, Result};

pub fn insert(
    conn: &mut Conn,
    now: Timestamp,
    user: i64,
    token_hash: &[u8],
    expires: Timestamp,
    client: &str,
    agent: &str,
) -> Result<i64> {
    let row = (
        sessions::user_id.eq(user),
        sessions::token_hash.eq(token_hash),
        sessions::created_at.eq(now),
        sessions::last_seen_at.eq(now),
        sessions::expires_at.eq(expires),
        sessions::client.eq(client),
        sessions::agent.eq(agent),
    );
    Ok(diesel::insert_into(sessions::table).values(row).returning(sessions::id).get_result(conn)?)
}

/// The session of a token, with its user.
pub fn open(conn: &mut Conn, now: Timestamp, token_hash: &[u8]) -> Result<Option<OpenSession>> {
    let valid = sessions::table
        .inner_join(users::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::last_seen_at.gt(now.plus(-IDLE)))
        .filter(users::disabled_at.is_null());
    Ok(valid.select(OpenSession::as_select()).first(conn).optional()?)
}

pub fn touch(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    let older = sessions::table.find(id).filter(sessions::last_seen_at.lt(now));
    diesel::update(older).set(sessions::last_seen_at.eq(now)).execute(conn)?;
    Ok(())
}

/// The valid sessions of a user, the most recently seen first.
pub fn of_user(conn: &mut Conn, now: Timestamp, user: i64) -> Result<Vec<Session>> {
    let valid = sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::last_seen_at.gt(now.plus(-IDLE)))
        .order((sessions::last_seen_at.desc(), sessions::id.desc()));
    Ok(valid.select(Session::as_select()).load(conn)?)
}

/// Replaces the token of a session.
pub fn set_token(conn: &mut Conn, id: i64, token_hash: &[u8]) -> Result<()> {
    diesel::update(sessions::table.find(id)).set(sessions::token_hash.eq(token_hash)).execute(conn)?;
    Ok(())
}

/// Ends a session of this user; false if there is none.
pub fn end(conn: &mut Conn, user: i64, id: i64) -> Result<bool> {
    let own = sessions::table.find(id).filter(sessions::user_id.eq(user));
    Ok(diesel::delete(own).execute(conn)? == 1)
}

/// Ends the sessions of this user except `kept`; returns how many.
pub fn end_others(conn: &mut Conn, user: i64, kept: Option<i64>) -> Result<usize> {
    let own = sessions::table.filter(sessions::user_id.eq(user)).filter(sessions::id.ne(kept.unwrap_or(0)));
    Ok(diesel::delete(own).execute(conn)?)
}

const EXPIRED: Expired = Expired { table: "sessions", key: "id", condition: "expires_at <= $1" };

pub fn purge(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    EXPIRED.delete(conn, now.0, limit)
}
