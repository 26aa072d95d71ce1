//! Suppressions in the database.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Binary, Nullable, SmallInt, Text};

use crate::clock::Timestamp;
use crate::db::schema::suppressions;
use crate::db::{Both, Conn, Result, containing};
use crate::delivery::{Suppression, SuppressionReason};
use crate::token::hex;

/// Stores a suppression; if there is one already, its reason stays.
pub fn insert(
    conn: &mut Conn,
    now: Timestamp,
    key: &[u8],
    address: &str,
    reason: SuppressionReason,
    detail: &str,
) -> Result<()> {
    let row = (
        suppressions::key.eq(key),
        suppressions::reason.eq(reason),
        suppressions::detail.eq(detail),
        suppressions::address.eq(Some(address)),
        suppressions::at.eq(now),
    );
    let insert = diesel::insert_into(suppressions::table).values(row).on_conflict_do_nothing();
    RunQueryDsl::execute(Both(insert), conn)?;
    Ok(())
}

/// Stores suppressions (key, address, reason) that an import brings, where there are none yet; returns how many.
pub fn insert_all(
    conn: &mut Conn,
    now: Timestamp,
    import: Option<i64>,
    rows: &[(Vec<u8>, &str, SuppressionReason)],
) -> Result<i64> {
    let keys = rows.iter().map(|(key, ..)| key);
    let addresses = rows.iter().map(|(_, address, _)| *address);
    let reasons = rows.iter().map(|(.., reason)| reason.code());
    let stored = match conn {
        Conn::Pg(pg) => sql_query(
            "INSERT INTO suppressions (key, reason, detail, address, at, import_id)
             SELECT key, reason, '', address, $1, $2 FROM unnest($3, $4, $5) AS new (key, address, reason)
             ON CONFLICT (key) DO NOTHING",
        )
        .bind::<BigInt, _>(now.0)
        .bind::<Nullable<BigInt>, _>(import)
        .bind::<Array<Binary>, _>(keys.collect::<Vec<_>>())
        .bind::<Array<Text>, _>(addresses.collect::<Vec<_>>())
        .bind::<Array<SmallInt>, _>(reasons.collect::<Vec<_>>())
        .execute(pg)?,
        Conn::Sqlite(sqlite) => {
            let rows: Vec<_> = keys.map(|key| hex(key)).zip(addresses).zip(reasons).collect();
            let rows = serde_json::to_string(&rows);
            let rows = rows.map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
            sql_query(
                "INSERT INTO suppressions (key, reason, detail, address, at, import_id)
                 SELECT unhex(value ->> '$[0][0]'), value ->> 1, '', value ->> '$[0][1]', $1, $2
                 FROM json_each($3) WHERE TRUE
                 ON CONFLICT (key) DO NOTHING",
            )
            .bind::<BigInt, _>(now.0)
            .bind::<Nullable<BigInt>, _>(import)
            .bind::<Text, _>(rows)
            .execute(sqlite)?
        }
    };
    Ok(i64::try_from(stored).unwrap_or(i64::MAX))
}

/// Deletes a suppression; false if there is none.
pub fn delete(conn: &mut Conn, key: &[u8]) -> Result<bool> {
    Ok(diesel::delete(suppressions::table.find(key)).execute(conn)? > 0)
}

/// Which of these keys are suppressed.
pub fn among(conn: &mut Conn, keys: &[Vec<u8>]) -> Result<Vec<Vec<u8>>> {
    Ok(suppressions::table.filter(suppressions::key.eq_any(keys)).select(suppressions::key).load(conn)?)
}

/// Which of these keys are suppressed, and why.
pub fn reasons(conn: &mut Conn, keys: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, SuppressionReason)>> {
    let rows = suppressions::table.filter(suppressions::key.eq_any(keys));
    Ok(rows.select((suppressions::key, suppressions::reason)).load(conn)?)
}

/// The time of the newest suppression.
pub fn newest(conn: &mut Conn) -> Result<Option<Timestamp>> {
    Ok(suppressions::table.order(suppressions::at.desc()).select(suppressions::at).first(conn).optional()?)
}

/// Whether there is a suppression with this key.
pub fn is_there(conn: &mut Conn, key: &[u8]) -> Result<bool> {
    let row = suppressions::table.find(key).select(suppressions::at);
    Ok(row.first::<i64>(conn).optional()?.is_some())
}

/// Blanks the readable address; the key stays, and with it the suppression.
pub fn blank_address(conn: &mut Conn, key: &[u8]) -> Result<()> {
    diesel::update(suppressions::table.find(key))
        .set((suppressions::address.eq(None::<String>), suppressions::detail.eq("")))
        .execute(conn)?;
    Ok(())
}

/// Whether any suppression has forgotten its readable address.
pub fn is_any_forgotten(conn: &mut Conn) -> Result<bool> {
    let rows = suppressions::table.filter(suppressions::address.is_null()).select(suppressions::at);
    Ok(rows.first::<i64>(conn).optional()?.is_some())
}

/// Which of these keys belong to suppressions that have forgotten their readable address.
pub fn forgotten_among(conn: &mut Conn, keys: &[Vec<u8>]) -> Result<Vec<Vec<u8>>> {
    let rows = suppressions::table.filter(suppressions::key.eq_any(keys)).filter(suppressions::address.is_null());
    Ok(rows.select(suppressions::key).load(conn)?)
}

/// Stores the readable address again.
pub fn restore_address(conn: &mut Conn, key: &[u8], address: &str) -> Result<()> {
    diesel::update(suppressions::table.find(key)).set(suppressions::address.eq(Some(address))).execute(conn)?;
    Ok(())
}

/// A suppression by key.
pub fn by_key(conn: &mut Conn, key: &[u8]) -> Result<Option<Suppression>> {
    Ok(suppressions::table.find(key).select(Suppression::as_select()).first(conn).optional()?)
}

/// Suppressions, newest first.
pub fn page(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Suppression>> {
    let query = suppressions::table.order((suppressions::at.desc(), suppressions::key));
    Ok(query.limit(limit).offset(offset).select(Suppression::as_select()).load(conn)?)
}

/// Suppressions with this key or with the search text in their address, newest first.
pub fn find(conn: &mut Conn, key: &[u8], search: &str, limit: i64, offset: i64) -> Result<Vec<Suppression>> {
    let pattern = containing(search);
    let address = sql::<Text>("LOWER(COALESCE(suppressions.address, ''))").like(pattern).escape('\\');
    let query = suppressions::table.filter(suppressions::key.eq(key).or(address));
    let query = query.order((suppressions::at.desc(), suppressions::key)).limit(limit).offset(offset);
    Ok(query.select(Suppression::as_select()).load(conn)?)
}
