//! How many mails a standing dispatch has been given.
//!
//! Every sign-up adds one to the standing dispatch of confirmations. On PostgreSQL they would all wait for the lock of
//! that one row, so there an addition is a row of its own: `expected` is the dispatch's plus the sum of its additions,
//! and a worker folds them into the dispatch. SQLite has one writer and needs none of it.

use std::collections::BTreeMap;

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::db::schema::{dispatch_additions, dispatches};
use crate::db::{Conn, Result};

/// `expected` of the dispatch that a query selects, with the additions that are not yet folded.
pub fn expected() -> SqlLiteral<BigInt> {
    sql("(dispatches.expected + COALESCE((SELECT CAST(SUM(a.expected) AS BIGINT) FROM dispatch_additions a
         WHERE a.dispatch_id = dispatches.id), 0))")
}

/// Raises `expected` of a standing dispatch, in the transaction that adds the rows.
pub fn add(conn: &mut Conn, dispatch: i64, added: i64) -> Result<()> {
    if !conn.is_postgres() {
        return raise(conn, dispatch, added);
    }
    let row = (dispatch_additions::dispatch_id.eq(dispatch), dispatch_additions::expected.eq(added));
    diesel::insert_into(dispatch_additions::table).values(row).execute(conn)?;
    Ok(())
}

/// Raises `expected` in the row of a dispatch.
pub fn raise(conn: &mut Conn, dispatch: i64, added: i64) -> Result<()> {
    let change = dispatches::expected.eq(dispatches::expected + added);
    diesel::update(dispatches::table.find(dispatch)).set(change).execute(conn)?;
    Ok(())
}

/// Folds up to `most` additions into their dispatches; returns how many.
pub fn fold_counters(conn: &mut Conn, most: i64) -> Result<usize> {
    let Conn::Pg(pg) = conn else { return Ok(0) };
    let oldest = dispatch_additions::table.order(dispatch_additions::id).limit(most).select(dispatch_additions::id);
    // What another node folds at this moment is passed over.
    let ids: Vec<i64> = oldest.for_update().skip_locked().load(pg)?;
    let folded = diesel::delete(dispatch_additions::table.filter(dispatch_additions::id.eq_any(&ids)))
        .returning((dispatch_additions::dispatch_id, dispatch_additions::expected));
    let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
    for (dispatch, expected) in folded.load::<(i64, i64)>(pg)? {
        *sums.entry(dispatch).or_default() += expected;
    }
    // In the order of their ids, in which everybody locks dispatches.
    for (dispatch, added) in sums {
        raise(conn, dispatch, added)?;
    }
    Ok(ids.len())
}
