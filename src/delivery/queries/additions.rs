//! Additions to the counter `expected` of standing dispatches.
//!
//! Each sign-up adds one to the standing dispatch of confirmations. On PostgreSQL all sign-ups would wait for the lock of
//! that row, so there each addition is a row of its own: the whole number is the dispatch's plus the sum of its additions,
//! which a worker folds into the dispatch. SQLite has one writer and no additions.

use std::collections::BTreeMap;

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::db::schema::{dispatch_additions, dispatches};
use crate::db::{Conn, Result};

/// The sum of the additions of the selected dispatch.
pub fn unfolded() -> SqlLiteral<BigInt> {
    sql("COALESCE((SELECT CAST(SUM(a.expected) AS BIGINT) FROM dispatch_additions a
         WHERE a.dispatch_id = dispatches.id), 0)")
}

/// Adds to `expected` of a standing dispatch, in the transaction that adds its rows.
pub fn add(conn: &mut Conn, dispatch: i64, added: i64) -> Result<()> {
    if !conn.is_postgres() {
        return raise(conn, dispatch, added);
    }
    let row = (dispatch_additions::dispatch_id.eq(dispatch), dispatch_additions::expected.eq(added));
    diesel::insert_into(dispatch_additions::table).values(row).execute(conn)?;
    Ok(())
}

/// Adds to `expected` in the row of a dispatch.
pub fn raise(conn: &mut Conn, dispatch: i64, added: i64) -> Result<()> {
    let change = dispatches::expected.eq(dispatches::expected + added);
    diesel::update(dispatches::table.find(dispatch)).set(change).execute(conn)?;
    Ok(())
}

/// Folds up to `most` additions into their dispatches; returns how many.
pub fn fold_counters(conn: &mut Conn, most: i64) -> Result<usize> {
    let Conn::Pg(pg) = conn else { return Ok(0) };
    let oldest = dispatch_additions::table.order(dispatch_additions::id).limit(most).select(dispatch_additions::id);
    // Skips what another node is folding.
    let ids: Vec<i64> = oldest.for_update().skip_locked().load(pg)?;
    let folded = diesel::delete(dispatch_additions::table.filter(dispatch_additions::id.eq_any(&ids)))
        .returning((dispatch_additions::dispatch_id, dispatch_additions::expected));
    let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
    for (dispatch, expected) in folded.load::<(i64, i64)>(pg)? {
        *sums.entry(dispatch).or_default() += expected;
    }
    // By rising id, the order in which all transactions lock dispatches.
    for (dispatch, added) in sums {
        raise(conn, dispatch, added)?;
    }
    Ok(ids.len())
}
