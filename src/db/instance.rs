//! Facts of this installation that are made once and stored: its id, the key of suppressions.

use diesel::prelude::*;

use super::schema::instance;
use super::{Both, Conn, Result};
use crate::token::Random;

/// The database's own id; the journal carries it, so that a restored backup ignores a journal that is not its own.
pub const DATABASE_ID: &str = "database-id";
/// The key under which addresses are suppressed; made once, never rotated.
pub const SUPPRESSION_KEY: &str = "suppression-key";

/// Reads a fact, or makes it from randomness at its first use.
pub fn fact(conn: &mut Conn, name: &str, random: &Random) -> Result<Vec<u8>> {
    if let Some(known) = known_fact(conn, name)? {
        return Ok(known);
    }
    let fresh: [u8; 32] = random.bytes();
    claim(conn, name, &fresh)
}

/// Stores a fact unless it is already known; returns the known value.
pub fn claim(conn: &mut Conn, name: &str, value: &[u8]) -> Result<Vec<u8>> {
    let row = (instance::name.eq(name), instance::value.eq(value));
    let insert = diesel::insert_into(instance::table).values(row).on_conflict_do_nothing();
    RunQueryDsl::execute(Both(insert), conn)?;
    Ok(instance::table.find(name).select(instance::value).first(conn)?)
}

/// The base URL of the server's links at its last start.
pub const BASE_URL: &str = "base-url";
/// A token signed with the server's newest key at its last start.
pub const SIGNED: &str = "signed";

/// Set once the database was found to be an older copy, until its scheduled digests are held.
pub const RESTORED: &str = "restored";

/// Stores a fact that may change.
pub fn keep(conn: &mut Conn, name: &str, value: &str) -> Result<()> {
    let row = (instance::name.eq(name), instance::value.eq(value.as_bytes()));
    let change = instance::value.eq(value.as_bytes());
    let upsert = diesel::insert_into(instance::table).values(row).on_conflict(instance::name).do_update().set(change);
    RunQueryDsl::execute(Both(upsert), conn)?;
    Ok(())
}

/// Forgets a fact.
pub fn forget(conn: &mut Conn, name: &str) -> Result<()> {
    diesel::delete(instance::table.find(name)).execute(conn)?;
    Ok(())
}

/// A fact, if it is known.
pub fn known_fact(conn: &mut Conn, name: &str) -> Result<Option<Vec<u8>>> {
    Ok(instance::table.find(name).select(instance::value).first(conn).optional()?)
}
