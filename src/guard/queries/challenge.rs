//! The queries of used challenges.

use diesel::prelude::*;

use crate::clock::Timestamp;
use crate::db::schema::used_challenges;
use crate::db::{Both, Conn, Expired, Result};

/// Stores a challenge as used; false if it was used before.
pub fn insert(conn: &mut Conn, hash: &[u8], expires: Timestamp) -> Result<bool> {
    let row = (used_challenges::hash.eq(hash), used_challenges::expires_at.eq(expires));
    let insert = diesel::insert_into(used_challenges::table).values(row).on_conflict_do_nothing();
    Ok(RunQueryDsl::execute(Both(insert), conn)? == 1)
}

const EXPIRED: Expired = Expired { table: "used_challenges", key: "hash", condition: "expires_at <= $1" };

pub fn purge(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    EXPIRED.delete(conn, now.0, limit)
}
