//! Leasing: which node may send which deliveries, and until when.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text};

use super::{LIVE, additions, settled};
use crate::clock::Timestamp;
use crate::db::schema::{deliveries, dispatches, messages};
use crate::db::{Conn, Prepared, Result, on_each};
use crate::delivery::{DeliveryState, DispatchKind, DispatchState, RecipientKey};

/// A delivery that this node may send now.
#[derive(Clone, Debug, QueryableByName)]
pub struct Leased {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = BigInt)]
    pub dispatch_id: i64,
    #[diesel(sql_type = BigInt)]
    pub message_id: i64,
    #[diesel(sql_type = BigInt)]
    pub recipient_key: RecipientKey,
    #[diesel(sql_type = Nullable<Text>)]
    pub address: Option<String>,
    #[diesel(sql_type = Text)]
    pub fields: String,
}

/// A lease.
#[derive(Clone, Copy, Debug)]
pub struct Lease {
    pub node: i64,
    /// The same for all rows of one claim.
    pub token: i64,
    /// Milliseconds.
    pub length: i64,
}

/// A running dispatch. `to_go` counts its queued, deferred and leased deliveries.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Running {
    pub id: i64,
    pub kind: DispatchKind,
    pub relay: Option<String>,
    pub to_go: i64,
    pub created_at: Timestamp,
}

/// The running dispatches, the most urgent first.
pub fn running(conn: &mut Conn) -> Result<Vec<Running>> {
    let query = dispatches::table
        .filter(dispatches::state.eq(DispatchState::Running))
        .filter(sql::<Bool>(LIVE))
        .order(dispatches::id)
        .select((
            dispatches::id,
            dispatches::kind,
            dispatches::relay,
            dispatches::expected + additions::unfolded() - (settled!()),
            dispatches::created_at,
        ));
    let mut running: Vec<Running> = Prepared(query).load(conn)?;
    running.sort_by_key(|dispatch| dispatch.kind.priority());
    Ok(running)
}

/// PostgreSQL's time in milliseconds, constant during a statement, so that the index of due times can be used.
const STATEMENT_TIME: &str = "CAST(EXTRACT(EPOCH FROM statement_timestamp()) * 1000 AS BIGINT)";

/// Leases up to `most` due rows of one dispatch, queued ones first, then the longest waiting. On PostgreSQL one clock says
/// what is due and how long the lease runs, the database's; `now` is SQLite's.
pub fn claim(conn: &mut Conn, now: Timestamp, dispatch: i64, lease: Lease, most: i64) -> Result<Vec<Leased>> {
    let (now, lock) = if conn.is_postgres() {
        (STATEMENT_TIME.to_owned(), "FOR UPDATE SKIP LOCKED")
    } else {
        (now.0.to_string(), "")
    };
    let text = format!(
        "WITH due AS MATERIALIZED (SELECT id FROM deliveries
             WHERE dispatch_id = $1 AND state IN (0, 1) AND due_at <= {now} ORDER BY due_at LIMIT $2 {lock})
         UPDATE deliveries SET state = 2, lease_node = $3, lease_token = $4, lease_until = {now} + $5, reason = NULL
         WHERE id IN (SELECT id FROM due)
         RETURNING id, dispatch_id, message_id, recipient_key, address, fields"
    );
    let query = diesel::sql_query(text)
        .bind::<BigInt, _>(dispatch)
        .bind::<BigInt, _>(most)
        .bind::<BigInt, _>(lease.node)
        .bind::<BigInt, _>(lease.token)
        .bind::<BigInt, _>(lease.length);
    Ok(on_each!(conn, |c| query.load(c))?)
}

/// Renews all leases of this node and returns their rows.
pub fn renew(conn: &mut Conn, node: i64, until: Timestamp) -> Result<Vec<LeasedRow>> {
    let query = diesel::sql_query(
        "UPDATE deliveries SET lease_until = $1 WHERE state = 2 AND lease_node = $2 RETURNING id, dispatch_id, lease_token",
    );
    let query = query.bind::<BigInt, _>(until.0).bind::<BigInt, _>(node);
    Ok(on_each!(conn, |c| query.load(c))?)
}

/// Leased rows of this node whose recipient has left since the claim.
pub fn withdrawn(conn: &mut Conn, node: i64) -> Result<Vec<i64>> {
    let marked = deliveries::table
        .filter(deliveries::state.eq(DeliveryState::Leased))
        .filter(super::indexed(DeliveryState::Leased))
        .filter(deliveries::lease_node.eq(node))
        .filter(deliveries::left_at.is_not_null());
    Ok(marked.select(deliveries::id).load(conn)?)
}

/// A frozen message: return path, and the body with its slots.
pub fn message(conn: &mut Conn, id: i64) -> Result<(String, Vec<u8>)> {
    Ok(messages::table.find(id).select((messages::return_path, messages::body)).first(conn)?)
}

/// The part of a leased row that recovery needs.
#[derive(Clone, Debug, QueryableByName)]
pub struct LeasedRow {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = BigInt)]
    pub dispatch_id: i64,
    #[diesel(sql_type = BigInt)]
    pub lease_token: i64,
}

const LEASED_ROW: &str = "SELECT id, dispatch_id, lease_token FROM deliveries WHERE state = 2";

/// Rows that this node had leased when it stopped.
pub fn left_by(conn: &mut Conn, node: i64) -> Result<Vec<LeasedRow>> {
    let query = diesel::sql_query(format!("{LEASED_ROW} AND lease_node = $1 ORDER BY id")).bind::<BigInt, _>(node);
    Ok(on_each!(conn, |c| query.load(c))?)
}

/// Rows of other nodes whose lease has ended. Those nodes and their journals may be lost.
pub fn expired(conn: &mut Conn, node: i64, now: Timestamp) -> Result<Vec<LeasedRow>> {
    let query =
        diesel::sql_query(format!("{LEASED_ROW} AND lease_node <> $1 AND lease_until < $2 ORDER BY id LIMIT 500"))
            .bind::<BigInt, _>(node)
            .bind::<BigInt, _>(now.0);
    Ok(on_each!(conn, |c| query.load(c))?)
}

/// The database's time on PostgreSQL; `local` on SQLite, which has one node only.
pub fn database_time(conn: &mut Conn, local: Timestamp) -> Result<Timestamp> {
    #[derive(QueryableByName)]
    struct Time {
        #[diesel(sql_type = BigInt)]
        at: i64,
    }
    match conn {
        Conn::Sqlite(_) => Ok(local),
        Conn::Pg(pg) => {
            let query = diesel::sql_query("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS at");
            Ok(Timestamp(query.get_result::<Time>(pg)?.at))
        }
    }
}
