//! API keys: shown once when made, stored as SHA-256. A random key of 256 bits needs no slow hash.

use super::queries::keys as queries;
use super::{ApiKey, ValidKey};
use crate::actor::{Actor, Role};
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::text::clean_line;
use crate::token::{Random, base64url, sha256};

/// The prefix of every key, by which scanners for leaked secrets recognise one.
const PREFIX: &str = "tid_";
/// The prefix and 32 bytes in base64url.
const LENGTH: usize = 47;
const LONGEST_NAME: usize = 100;

/// Adds a key and returns its id and its text, which is stored nowhere.
pub fn add_api_key(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    name: &str,
    role: Role,
) -> Result<(i64, String)> {
    let key = format!("{PREFIX}{}", base64url(&random.bytes::<32>()));
    let id = queries::insert(conn, now, &clean_line(name, LONGEST_NAME), role, &sha256(key.as_bytes()))?;
    audit::record(conn, now, actor, "api-key.add", "api-key", Some(id), role.as_str())?;
    Ok((id, key))
}

/// The key of a request, unless it is unknown or revoked. This only reads: call [`touch_api_key`] if
/// [`ValidKey::is_stale`].
pub fn find_api_key(conn: &mut Conn, key: &str) -> Result<Option<ValidKey>> {
    if key.len() != LENGTH || !key.starts_with(PREFIX) {
        return Ok(None);
    }
    queries::find(conn, &sha256(key.as_bytes()))
}

/// Notes that a key was used now.
pub fn touch_api_key(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    queries::touch(conn, now, id)
}

/// Revokes a key at once; false if there is none or it was revoked before.
pub fn revoke_api_key(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<bool> {
    let revoked = queries::revoke(conn, now, id)?;
    if revoked {
        audit::record(conn, now, actor, "api-key.revoke", "api-key", Some(id), "")?;
    }
    Ok(revoked)
}

/// All keys, the newest first.
pub fn api_keys(conn: &mut Conn) -> Result<Vec<ApiKey>> {
    queries::list(conn)
}
