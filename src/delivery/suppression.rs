//! Suppressed addresses, which must not be mailed. They are stored as keyed hashes, so that an erased address stays
//! suppressed. A reader's own confirmation lifts a suppression, and so may an editor.

use std::collections::{HashMap, HashSet};

use super::queries::suppression as queries;
use super::{Suppression, SuppressionReason};
use crate::clock::Timestamp;
use crate::db::{Conn, Result, instance};
use crate::email_address::EmailAddress;
use crate::token::{Random, keyed_hash};

/// Hashes of one statement, below SQLite's limit of bound values.
const BATCH: usize = 5_000;
/// Suppressions of one statement.
const INSERTED: usize = 2_000;

/// The installation's key for hashing addresses: made at first use, never rotated.
pub fn key(conn: &mut Conn, random: &Random) -> Result<Vec<u8>> {
    instance::fact(conn, instance::SUPPRESSION_KEY, random)
}

/// The hash of an address, by its normalised form.
#[must_use]
pub fn hash(key: &[u8], address: &EmailAddress) -> Vec<u8> {
    keyed_hash(key, address.normalised().as_bytes()).to_vec()
}

/// Suppresses an address; the first reason stays.
pub fn suppress(
    conn: &mut Conn,
    now: Timestamp,
    key: &[u8],
    address: &EmailAddress,
    reason: SuppressionReason,
    detail: &str,
) -> Result<()> {
    queries::insert(conn, now, &hash(key, address), address.normalised(), reason, detail)
}

/// Suppresses many addresses, as the rows of an import say; the first reason of each stays. Returns how many are new.
pub fn suppress_all(
    conn: &mut Conn,
    now: Timestamp,
    key: &[u8],
    import: Option<i64>,
    addresses: &[(EmailAddress, SuppressionReason)],
) -> Result<i64> {
    let mut new = 0;
    for addresses in addresses.chunks(INSERTED) {
        let rows = addresses.iter().map(|(address, reason)| (hash(key, address), address.normalised(), *reason));
        new += queries::insert_all(conn, now, import, &rows.collect::<Vec<_>>())?;
    }
    Ok(new)
}

/// Lifts the suppression of an address; false if there is none.
pub fn lift(conn: &mut Conn, key: &[u8], address: &EmailAddress) -> Result<bool> {
    queries::delete(conn, &hash(key, address))
}

/// Whether an address is suppressed.
pub fn is_suppressed(conn: &mut Conn, key: &[u8], address: &EmailAddress) -> Result<bool> {
    queries::is_there(conn, &hash(key, address))
}

/// For each address, whether it is suppressed, in the same order.
pub fn suppressed_among(conn: &mut Conn, key: &[u8], addresses: &[EmailAddress]) -> Result<Vec<bool>> {
    let hashes: Vec<Vec<u8>> = addresses.iter().map(|address| hash(key, address)).collect();
    let mut suppressed = HashSet::new();
    for hashes in hashes.chunks(BATCH) {
        suppressed.extend(queries::among(conn, hashes)?);
    }
    Ok(hashes.iter().map(|hash| suppressed.contains(hash)).collect())
}

/// The time of the newest suppression.
pub fn newest(conn: &mut Conn) -> Result<Option<Timestamp>> {
    queries::newest(conn)
}

/// Forgets the readable address of a suppression; its hash stays.
pub fn forget_address(conn: &mut Conn, key: &[u8], address: &EmailAddress) -> Result<()> {
    queries::blank_address(conn, &hash(key, address))
}

/// Restores the readable address of suppressions that had forgotten it: their people are back, and suppressed readers are
/// counted by address.
pub fn recall(conn: &mut Conn, addresses: &[EmailAddress]) -> Result<()> {
    let Some(key) = instance::known_fact(conn, instance::SUPPRESSION_KEY)? else { return Ok(()) };
    if !queries::is_any_forgotten(conn)? {
        return Ok(());
    }
    for addresses in addresses.chunks(BATCH) {
        let hashes: Vec<Vec<u8>> = addresses.iter().map(|address| hash(&key, address)).collect();
        let forgotten = queries::forgotten_among(conn, &hashes)?;
        for (address, hash) in addresses.iter().zip(hashes).filter(|(_, hash)| forgotten.contains(hash)) {
            queries::restore_address(conn, &hash, address.normalised())?;
        }
    }
    Ok(())
}

/// The suppression of a key.
pub fn by_key(conn: &mut Conn, key: &[u8]) -> Result<Option<Suppression>> {
    queries::by_key(conn, key)
}

/// Lifts the suppression of a key, whose address may be forgotten; false if there is none.
pub fn lift_key(conn: &mut Conn, key: &[u8]) -> Result<bool> {
    queries::delete(conn, key)
}

/// Suppressions whose address contains the search text, newest first. A complete address is found by its hash even if its
/// readable form is forgotten.
pub fn find(conn: &mut Conn, search: &str, limit: i64, offset: i64) -> Result<Vec<Suppression>> {
    let search = search.trim().to_lowercase();
    let Some(key) = instance::known_fact(conn, instance::SUPPRESSION_KEY)? else { return Ok(Vec::new()) };
    let hash = EmailAddress::parse(&search).map(|address| hash(&key, &address)).unwrap_or_default();
    queries::find(conn, &hash, &search, limit, offset)
}

/// The suppression of an address. It only reads: without a key nothing is suppressed.
pub fn of_address(conn: &mut Conn, address: &EmailAddress) -> Result<Option<Suppression>> {
    match instance::known_fact(conn, instance::SUPPRESSION_KEY)? {
        Some(key) => queries::by_key(conn, &hash(&key, address)),
        None => Ok(None),
    }
}

/// For each of these addresses, whether it is suppressed. It only reads.
pub fn among(conn: &mut Conn, addresses: &[EmailAddress]) -> Result<Vec<bool>> {
    match instance::known_fact(conn, instance::SUPPRESSION_KEY)? {
        Some(key) => suppressed_among(conn, &key, addresses),
        None => Ok(vec![false; addresses.len()]),
    }
}

/// For each of these addresses, why it is suppressed. It only reads.
pub fn reasons(conn: &mut Conn, addresses: &[EmailAddress]) -> Result<Vec<Option<SuppressionReason>>> {
    let Some(key) = instance::known_fact(conn, instance::SUPPRESSION_KEY)? else {
        return Ok(vec![None; addresses.len()]);
    };
    let hashes: Vec<Vec<u8>> = addresses.iter().map(|address| hash(&key, address)).collect();
    let mut reasons = HashMap::new();
    for hashes in hashes.chunks(BATCH) {
        reasons.extend(queries::reasons(conn, hashes)?);
    }
    Ok(hashes.iter().map(|hash| reasons.get(hash).copied()).collect())
}

/// Suppressions, newest first.
pub fn list_suppressions(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Suppression>> {
    queries::page(conn, limit, offset)
}
