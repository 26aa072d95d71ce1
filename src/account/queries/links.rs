//! One-time sign-in links in the database.

use diesel::prelude::*;

use crate::clock::Timestamp;
use crate::db::schema::sign_in_links as links;
use crate::db::{Conn, Expired, Result};

pub fn insert(conn: &mut Conn, token_hash: &[u8], user: i64, expires: Timestamp) -> Result<()> {
    let row = (links::token_hash.eq(token_hash), links::user_id.eq(user), links::expires_at.eq(expires));
    diesel::insert_into(links::table).values(row).execute(conn)?;
    Ok(())
}

/// The user of a valid link.
pub fn user_of(conn: &mut Conn, now: Timestamp, token_hash: &[u8]) -> Result<Option<i64>> {
    let good = links::table.find(token_hash).filter(links::used_at.is_null()).filter(links::expires_at.gt(now));
    Ok(good.select(links::user_id).first(conn).optional()?)
}

/// Marks a link as used; false if it was used or has expired. One statement, so that only one of two requests succeeds.
pub fn spend(conn: &mut Conn, now: Timestamp, token_hash: &[u8]) -> Result<bool> {
    let good = links::table.find(token_hash).filter(links::used_at.is_null()).filter(links::expires_at.gt(now));
    Ok(diesel::update(good).set(links::used_at.eq(Some(now))).execute(conn)? == 1)
}

pub fn delete_of(conn: &mut Conn, user: i64) -> Result<()> {
    diesel::delete(links::table.filter(links::user_id.eq(user))).execute(conn)?;
    Ok(())
}

const EXPIRED: Expired = Expired { table: "sign_in_links", key: "token_hash", condition: "expires_at <= $1" };

pub fn purge(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    EXPIRED.delete(conn, now.0, limit)
}
