//! Suppressions in the database.

use diesel::prelude::*;

use crate::clock::Timestamp;
use crate::db::schema::suppressions;
use crate::db::{Both, Conn, Result};
use crate::delivery::{Suppression, SuppressionReason};

/// Keeps a suppression; the first reason stays.
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

pub fn delete(conn: &mut Conn, key: &[u8]) -> Result<bool> {
    Ok(diesel::delete(suppressions::table.find(key)).execute(conn)? > 0)
}

/// Which of these keys are suppressed.
pub fn among(conn: &mut Conn, keys: &[Vec<u8>]) -> Result<Vec<Vec<u8>>> {
    Ok(suppressions::table.filter(suppressions::key.eq_any(keys)).select(suppressions::key).load(conn)?)
}

pub fn is_there(conn: &mut Conn, key: &[u8]) -> Result<bool> {
    let row = suppressions::table.find(key).select(suppressions::at);
    Ok(row.first::<i64>(conn).optional()?.is_some())
}

/// Blanks the readable address; the key stays, so that the address stays unmailed.
pub fn blank_address(conn: &mut Conn, key: &[u8]) -> Result<()> {
    diesel::update(suppressions::table.find(key))
        .set((suppressions::address.eq(None::<String>), suppressions::detail.eq("")))
        .execute(conn)?;
    Ok(())
}

/// Suppressions, newest first.
pub fn page(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Suppression>> {
    let columns = (suppressions::reason, suppressions::detail, suppressions::address, suppressions::at);
    let query = suppressions::table.order((suppressions::at.desc(), suppressions::key));
    let rows: Vec<(SuppressionReason, String, Option<String>, Timestamp)> =
        query.select(columns).limit(limit).offset(offset).load(conn)?;
    let row = |(reason, detail, address, at)| Suppression { reason, detail, address, at };
    Ok(rows.into_iter().map(row).collect())
}
