//! API keys in the database.

use diesel::prelude::*;

use crate::account::{ApiKey, FoundKey};
use crate::actor::Role;
use crate::clock::Timestamp;
use crate::db::schema::api_keys;
use crate::db::{Conn, Result};

pub fn insert(conn: &mut Conn, now: Timestamp, name: &str, role: Role, key_hash: &[u8]) -> Result<i64> {
    let row = (
        api_keys::name.eq(name),
        api_keys::role.eq(role),
        api_keys::key_hash.eq(key_hash),
        api_keys::created_at.eq(now),
    );
    Ok(diesel::insert_into(api_keys::table).values(row).returning(api_keys::id).get_result(conn)?)
}

/// The key of a hash, unless it was revoked.
pub fn find(conn: &mut Conn, key_hash: &[u8]) -> Result<Option<FoundKey>> {
    let row: Option<(i64, Role, Option<Timestamp>)> = api_keys::table
        .filter(api_keys::key_hash.eq(key_hash))
        .filter(api_keys::revoked_at.is_null())
        .select((api_keys::id, api_keys::role, api_keys::last_used_at))
        .first(conn)
        .optional()?;
    Ok(row.map(|(id, role, last_used_at)| FoundKey { id, role, last_used_at }))
}

pub fn touch(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    diesel::update(api_keys::table.find(id)).set(api_keys::last_used_at.eq(Some(now))).execute(conn)?;
    Ok(())
}

/// Revokes a key; false when there is none or it was revoked before.
pub fn revoke(conn: &mut Conn, now: Timestamp, id: i64) -> Result<bool> {
    let live = api_keys::table.find(id).filter(api_keys::revoked_at.is_null());
    Ok(diesel::update(live).set(api_keys::revoked_at.eq(Some(now))).execute(conn)? == 1)
}

type Row = (i64, String, Role, Timestamp, Option<Timestamp>, Option<Timestamp>);

/// All keys, the newest first.
pub fn list(conn: &mut Conn) -> Result<Vec<ApiKey>> {
    let columns = (
        api_keys::id,
        api_keys::name,
        api_keys::role,
        api_keys::created_at,
        api_keys::last_used_at,
        api_keys::revoked_at,
    );
    let rows: Vec<Row> = api_keys::table.order(api_keys::id.desc()).select(columns).load(conn)?;
    let key = |(id, name, role, created_at, last_used_at, revoked_at)| ApiKey {
        id,
        name,
        role,
        created_at,
        last_used_at,
        revoked_at,
    };
    Ok(rows.into_iter().map(key).collect())
}
