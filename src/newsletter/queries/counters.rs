//! A newsletter's counters of subscriptions by state. They change in the transaction that changes the rows.
//!
//! On PostgreSQL every sign-up would wait for the row lock of its newsletter until the one before has committed. So a
//! change is a row of its own there, the counters are the newsletter's plus the sum of its changes, and a worker folds
//! the changes into the newsletter. SQLite has one writer, which commits many transactions together and needs none of it.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::db::schema::{newsletter_changes, newsletters};
use crate::db::{Conn, Result};
use crate::newsletter::Newsletter;

/// Pending, confirmed, unsubscribed.
type Change = (i64, i64, i64);

/// Adds to the counters of subscriptions; negative numbers subtract.
pub fn count_change(conn: &mut Conn, id: i64, pending: i64, confirmed: i64, unsubscribed: i64) -> Result<()> {
    if !conn.is_postgres() {
        return add(conn, id, (pending, confirmed, unsubscribed));
    }
    let row = (
        newsletter_changes::newsletter_id.eq(id),
        newsletter_changes::pending.eq(pending),
        newsletter_changes::confirmed.eq(confirmed),
        newsletter_changes::unsubscribed.eq(unsubscribed),
    );
    diesel::insert_into(newsletter_changes::table).values(row).execute(conn)?;
    Ok(())
}

fn add(conn: &mut Conn, id: i64, (pending, confirmed, unsubscribed): Change) -> Result<()> {
    let change = (
        newsletters::pending.eq(newsletters::pending + pending),
        newsletters::confirmed.eq(newsletters::confirmed + confirmed),
        newsletters::unsubscribed.eq(newsletters::unsubscribed + unsubscribed),
    );
    diesel::update(newsletters::table.find(id)).set(change).execute(conn)?;
    Ok(())
}

/// The newsletters with the changes added that are not yet folded. One statement reads both, so that a fold at the same
/// time is seen whole or not at all.
pub(super) fn complete(conn: &mut Conn, mut newsletters: Vec<Newsletter>) -> Result<Vec<Newsletter>> {
    let Conn::Pg(pg) = conn else { return Ok(newsletters) };
    let sum = |column: &str| format!("CAST(n.{column} + COALESCE(SUM(c.{column}), 0) AS BIGINT) AS {column}");
    let counted = diesel::sql_query(format!(
        "SELECT n.id, {}, {}, {} FROM newsletters n LEFT JOIN newsletter_changes c ON c.newsletter_id = n.id
         GROUP BY n.id",
        sum("pending"),
        sum("confirmed"),
        sum("unsubscribed")
    ));
    let counted: BTreeMap<i64, Counted> = counted.load(pg)?.into_iter().map(|row: Counted| (row.id, row)).collect();
    for newsletter in &mut newsletters {
        if let Some(counted) = counted.get(&newsletter.id) {
            newsletter.pending = counted.pending;
            newsletter.confirmed = counted.confirmed;
            newsletter.unsubscribed = counted.unsubscribed;
        }
    }
    Ok(newsletters)
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = BigInt)]
    pending: i64,
    #[diesel(sql_type = BigInt)]
    confirmed: i64,
    #[diesel(sql_type = BigInt)]
    unsubscribed: i64,
}

/// Folds up to `most` changes into their newsletters; returns how many.
pub fn fold_counters(conn: &mut Conn, most: i64) -> Result<usize> {
    let Conn::Pg(pg) = conn else { return Ok(0) };
    let oldest = newsletter_changes::table.order(newsletter_changes::id).limit(most).select(newsletter_changes::id);
    // What another node folds at this moment is passed over.
    let ids: Vec<i64> = oldest.for_update().skip_locked().load(pg)?;
    let folded = diesel::delete(newsletter_changes::table.filter(newsletter_changes::id.eq_any(&ids))).returning((
        newsletter_changes::newsletter_id,
        newsletter_changes::pending,
        newsletter_changes::confirmed,
        newsletter_changes::unsubscribed,
    ));
    let mut sums: BTreeMap<i64, Change> = BTreeMap::new();
    for (id, pending, confirmed, unsubscribed) in folded.load::<(i64, i64, i64, i64)>(pg)? {
        let sum = sums.entry(id).or_default();
        *sum = (sum.0 + pending, sum.1 + confirmed, sum.2 + unsubscribed);
    }
    for (id, sum) in sums {
        add(conn, id, sum)?;
    }
    Ok(ids.len())
}
