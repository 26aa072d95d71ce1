//! Deletes expired rows a slice at a time, so that a large purge never holds the only writer for long.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::{Conn, Result, on_each};

/// The rows of a table that have expired. All three parts are SQL.
#[derive(Clone, Copy, Debug)]
pub struct Expired {
    pub table: &'static str,
    /// The columns of the primary key, separated by commas.
    pub key: &'static str,
    /// Which rows have expired; `$1` is the time, in the unit of the column. It needs an index where the table is large.
    pub condition: &'static str,
}

impl Expired {
    /// Deletes at most `limit` of the rows that had expired by `time`; returns how many.
    pub fn delete(&self, conn: &mut Conn, time: i64, limit: usize) -> Result<usize> {
        let Self { table, key, condition } = self;
        let sql =
            format!("DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {condition} LIMIT $2)");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let query = diesel::sql_query(sql).bind::<BigInt, _>(time).bind::<BigInt, _>(limit);
        Ok(on_each!(conn, |c| query.execute(c))?)
    }
}
