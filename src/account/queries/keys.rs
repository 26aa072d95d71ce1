//! API keys in the database.

use diesel::prelude::*;

use crate::account::{ApiKey, ValidKey};
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

/// The key with this hash, unless it was revoked.
pub fn find(conn: &mut Conn, key_hash: &[u8]) -> Result<Option<ValidKey>> {
    let valid = api_keys::table.filter(api_keys::key_hash.eq(key_hash)).filter(api_keys::revoked_at.is_null());
    Ok(valid.select(ValidKey::as_select()).first(conn).optional()?)
}

pub fn touch(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    diesel::update(api_keys::table.find(id)).set(api_keys::last_used_at.eq(Some(now))).execute(conn)?;
    Ok(())
}

/// Revokes a key; false if there is none or it was revoked before.
pub fn revoke(conn: &mut Conn, now: Timestamp, id: i64) -> Result<bool> {
    let live = api_keys::table.find(id).filter(api_keys::revoked_at.is_null());
    Ok(diesel::update(live).set(api_keys::revoked_at.eq(Some(now))).execute(conn)? == 1)
}

/// All keys, the newest first.
pub fn list(conn: &mut Conn) -> Result<Vec<ApiKey>> {
    Ok(api_keys::table.order(api_keys::id.desc()).select(ApiKey::as_select()).load(conn)?)
}
