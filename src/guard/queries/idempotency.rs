//! The queries of stored answers. A row with status 0 is a key whose request is not answered yet.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Text};

use crate::clock::Timestamp;
use crate::db::schema::idempotent_answers as answers;
use crate::db::{Conn, Expired, Result, on_each};

/// Takes the key if it is free or its answer is from `expired` or before. On PostgreSQL a second taker waits here until
/// the first one's transaction ends.
pub fn insert(
    conn: &mut Conn,
    now: Timestamp,
    scope: &str,
    key: &str,
    body_hash: &[u8],
    expired: Timestamp,
) -> Result<bool> {
    let text = "INSERT INTO idempotent_answers (scope, key, body_hash, status, body, at) VALUES ($1, $2, $3, 0, '', $4)
         ON CONFLICT (scope, key) DO UPDATE SET body_hash = $3, status = 0, body = '', at = $4
         WHERE idempotent_answers.at <= $5";
    let query = diesel::sql_query(text)
        .bind::<Text, _>(scope)
        .bind::<Text, _>(key)
        .bind::<Binary, _>(body_hash)
        .bind::<BigInt, _>(now.0)
        .bind::<BigInt, _>(expired.0);
    Ok(on_each!(conn, |c| query.execute(c))? == 1)
}

/// Hash of the body, status and answer of a key.
pub fn find(conn: &mut Conn, scope: &str, key: &str) -> Result<Option<(Vec<u8>, i16, String)>> {
    let row = answers::table.find((scope, key)).select((answers::body_hash, answers::status, answers::body));
    Ok(row.first(conn).optional()?)
}

pub fn answer(conn: &mut Conn, scope: &str, key: &str, status: i16, body: &str) -> Result<()> {
    diesel::update(answers::table.find((scope, key)))
        .set((answers::status.eq(status), answers::body.eq(body)))
        .execute(conn)?;
    Ok(())
}

pub fn delete(conn: &mut Conn, scope: &str, key: &str) -> Result<()> {
    diesel::delete(answers::table.find((scope, key))).execute(conn)?;
    Ok(())
}

const EXPIRED: Expired = Expired { table: "idempotent_answers", key: "scope, key", condition: "at <= $1" };

pub fn purge(conn: &mut Conn, before: Timestamp, limit: usize) -> Result<usize> {
    EXPIRED.delete(conn, before.0, limit)
}
