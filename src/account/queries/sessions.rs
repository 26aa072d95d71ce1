//! Sessions in the database. A session is valid until it is idle too long or too old, or its user is disabled.

use diesel::prelude::*;

use crate::account::{IDLE, OpenSession, Session};
use crate::actor::Role;
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
    let row: Option<(i64, i64, Role, String, Timestamp)> = sessions::table
        .inner_join(users::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::last_seen_at.gt(now.plus(-IDLE)))
        .filter(users::disabled_at.is_null())
        .select((sessions::id, users::id, users::role, users::name, sessions::last_seen_at))
        .first(conn)
        .optional()?;
    Ok(row.map(|(id, user_id, role, name, last_seen_at)| OpenSession { id, user_id, role, name, last_seen_at }))
}

pub fn touch(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    let older = sessions::table.find(id).filter(sessions::last_seen_at.lt(now));
    diesel::update(older).set(sessions::last_seen_at.eq(now)).execute(conn)?;
    Ok(())
}

/// The valid sessions of a user, the last seen first.
pub fn of_user(conn: &mut Conn, now: Timestamp, user: i64) -> Result<Vec<Session>> {
    let rows: Vec<(i64, Timestamp, Timestamp, String, String)> = sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::last_seen_at.gt(now.plus(-IDLE)))
        .order((sessions::last_seen_at.desc(), sessions::id.desc()))
        .select((sessions::id, sessions::created_at, sessions::last_seen_at, sessions::client, sessions::agent))
        .load(conn)?;
    let session =
        |(id, created_at, last_seen_at, client, agent)| Session { id, created_at, last_seen_at, client, agent };
    Ok(rows.into_iter().map(session).collect())
}

/// Whether a user has a session from this client, valid or idle.
pub fn is_from(conn: &mut Conn, user: i64, client: &str) -> Result<bool> {
    let rows = sessions::table.filter(sessions::user_id.eq(user)).filter(sessions::client.eq(client));
    Ok(rows.select(sessions::id).first::<i64>(conn).optional()?.is_some())
}

/// Gives a session another token.
pub fn set_token(conn: &mut Conn, id: i64, token_hash: &[u8]) -> Result<()> {
    diesel::update(sessions::table.find(id)).set(sessions::token_hash.eq(token_hash)).execute(conn)?;
    Ok(())
}

/// Ends a session of this user; false when there is none.
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
