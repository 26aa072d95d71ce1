//! The upsert that checks and counts a limit.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Text};

use crate::clock::Timestamp;
use crate::db::schema::limits;
use crate::db::{Conn, Expired, Prepared, Result, on_each};
use crate::guard::Rule;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Counts one if the rule allows it; false, and nothing changed, if not.
pub fn take(conn: &mut Conn, now: Timestamp, purpose: &str, key: &[u8], rule: Rule) -> Result<bool> {
    let free = if rule.slides {
        // The oldest stored event must be outside the window.
        "$4 >= CASE $6 WHEN 1 THEN limits.last_at WHEN 2 THEN limits.second_at ELSE limits.third_at END"
    } else {
        "(limits.window_at <= $4 OR limits.count < $6)"
    };
    let text = format!(
        "INSERT INTO limits (purpose, key, window_at, count, last_at, second_at, third_at) VALUES ($1, $2, $3, 1, $3, 0, 0)
         ON CONFLICT (purpose, key) DO UPDATE SET
             window_at = CASE WHEN limits.window_at <= $4 THEN $3 ELSE limits.window_at END,
             count = CASE WHEN limits.window_at <= $4 THEN 1 ELSE limits.count + 1 END,
             last_at = $3, second_at = limits.last_at, third_at = limits.second_at
         WHERE limits.last_at <= $5 AND {free}
         RETURNING count"
    );
    let window_over = now.plus(-rule.window);
    // A rule without a minimum distance must allow for nodes whose clocks differ.
    let far_enough = if rule.apart == 0 { i64::MAX } else { now.plus(-rule.apart).0 };
    let query = diesel::sql_query(text)
        .bind::<Text, _>(purpose)
        .bind::<Binary, _>(key)
        .bind::<BigInt, _>(now.0)
        .bind::<BigInt, _>(window_over.0)
        .bind::<BigInt, _>(far_enough)
        .bind::<BigInt, _>(rule.most);
    let counted: Option<Counted> = on_each!(conn, |c| Prepared(query).get_result(c).optional())?;
    Ok(counted.is_some_and(|row| row.count > 0))
}

pub fn give_back(conn: &mut Conn, purpose: &str, key: &[u8]) -> Result<()> {
    let row = limits::table.find((purpose, key)).filter(limits::count.gt(0_i64));
    diesel::update(row).set(limits::count.eq(limits::count - 1_i64)).execute(conn)?;
    Ok(())
}

/// A window never begins after the last use. The index is on its beginning, which seldom changes.
const EXPIRED: Expired =
    Expired { table: "limits", key: "purpose, key", condition: "window_at <= $1 AND last_at <= $1" };

pub fn purge(conn: &mut Conn, before: Timestamp, limit: usize) -> Result<usize> {
    EXPIRED.delete(conn, before.0, limit)
}
