//! Dispatches: opening, pausing, cancelling, resending, and their counters. A counter changes in the transaction that
//! changes its rows.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, SmallInt};

use super::{LIVE, additions, indexed, settled};
use crate::clock::Timestamp;
use crate::config::DoubtPolicy;
use crate::db::schema::{deliveries, dispatch_progress, dispatches};
use crate::db::{Both, Conn, Result, on_each};
use crate::delivery::retry::AT_ONCE;
use crate::delivery::suppression::among;
use crate::delivery::{
    Counters, DeliveryReason, DeliveryState, Dispatch, DispatchKind, DispatchState, PauseReason, Refusal,
};
use crate::effect::Effect;
use crate::email_address::EmailAddress;

/// Opens a dispatch and returns its id and `true`. There is one dispatch for each kind and reference: if it exists already,
/// returns its id and `false`.
pub fn open(
    conn: &mut Conn,
    now: Timestamp,
    kind: DispatchKind,
    reference: Option<i64>,
    policy: DoubtPolicy,
    boundary: i64,
) -> Result<(i64, bool)> {
    let row = (
        dispatches::kind.eq(kind),
        dispatches::reference.eq(reference),
        dispatches::state.eq(DispatchState::Running),
        dispatches::policy.eq(policy_code(policy)),
        dispatches::boundary.eq(boundary),
        (
            dispatches::cursor.eq(0_i64),
            dispatches::expected.eq(0_i64),
            dispatches::expected_final.eq(false),
            dispatches::sent.eq(0_i64),
            dispatches::failed.eq(0_i64),
            dispatches::skipped.eq(0_i64),
            dispatches::cancelled.eq(0_i64),
            dispatches::unknown.eq(0_i64),
            dispatches::created_at.eq(now),
        ),
    );
    let insert = diesel::insert_into(dispatches::table).values(row).on_conflict_do_nothing().returning(dispatches::id);
    let fresh: Option<i64> = RunQueryDsl::get_result(Both(insert), conn).optional()?;
    if let Some(id) = fresh {
        return Ok((id, true));
    }
    let same = dispatches::table.filter(dispatches::kind.eq(kind)).filter(dispatches::reference.eq(reference));
    Ok((same.select(dispatches::id).first(conn)?, false))
}

const fn policy_code(policy: DoubtPolicy) -> i16 {
    match policy {
        DoubtPolicy::Resend => 0,
        DoubtPolicy::Hold => 1,
    }
}

/// What happens to deliveries in doubt of a dispatch, and its state.
pub fn policy_and_state(conn: &mut Conn, id: i64) -> Result<(DoubtPolicy, DispatchState)> {
    let columns = (dispatches::policy, dispatches::state);
    let (code, state): (i16, DispatchState) = dispatches::table.find(id).select(columns).first(conn)?;
    // An unknown code means the safer policy.
    Ok((if code == policy_code(DoubtPolicy::Resend) { DoubtPolicy::Resend } else { DoubtPolicy::Hold }, state))
}

/// Assigns a dispatch to the relay of this name.
pub fn route(conn: &mut Conn, id: i64, relay: &str) -> Result<()> {
    diesel::update(dispatches::table.find(id)).set(dispatches::relay.eq(Some(relay))).execute(conn)?;
    Ok(())
}

/// The standing dispatch of a kind, such as confirmations; opened at first use.
pub fn standing(conn: &mut Conn, now: Timestamp, kind: DispatchKind) -> Result<i64> {
    let found = dispatches::table.filter(dispatches::kind.eq(kind)).filter(dispatches::reference.eq(0_i64));
    match found.select(dispatches::id).first(conn).optional()? {
        Some(id) => Ok(id),
        None => Ok(open(conn, now, kind, Some(0), DoubtPolicy::Resend, 0)?.0),
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = dispatches)]
struct Row {
    id: i64,
    kind: DispatchKind,
    reference: Option<i64>,
    state: DispatchState,
    reason: Option<String>,
    relay: Option<String>,
    boundary: i64,
    cursor: i64,
    #[diesel(embed)]
    counters: Counters,
    #[diesel(select_expression = additions::unfolded(), select_expression_type = SqlLiteral<BigInt>)]
    unfolded: i64,
    created_at: Timestamp,
    finished_at: Option<Timestamp>,
}

impl From<Row> for Dispatch {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            reference: row.reference,
            state: row.state,
            reason: row.reason.and_then(|json| serde_json::from_str(&json).ok()),
            relay: row.relay,
            boundary: row.boundary,
            cursor: row.cursor,
            counters: Counters { expected: row.counters.expected + row.unfolded, ..row.counters },
            created_at: row.created_at,
            finished_at: row.finished_at,
        }
    }
}

/// A dispatch by id.
pub fn dispatch(conn: &mut Conn, id: i64) -> Result<Option<Dispatch>> {
    let row: Option<Row> = dispatches::table.find(id).select(Row::as_select()).first(conn).optional()?;
    Ok(row.map(Dispatch::from))
}

/// Locks dispatches before their deliveries change, always by rising id, so that transactions do not deadlock. SQLite has
/// one writer and needs no lock.
pub fn lock(conn: &mut Conn, ids: &[i64]) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        let rows = dispatches::table.filter(dispatches::id.eq_any(ids)).order(dispatches::id);
        rows.select(dispatches::id).for_no_key_update().load::<i64>(pg)?;
    }
    Ok(())
}

/// The counters of a dispatch; all zero if there is none.
pub fn counters(conn: &mut Conn, id: i64) -> Result<Counters> {
    Ok(dispatch(conn, id)?.map(|dispatch| dispatch.counters).unwrap_or_default())
}

/// Running and paused dispatches of a kind, oldest first.
pub fn running_of_kind(conn: &mut Conn, kind: DispatchKind) -> Result<Vec<Dispatch>> {
    let live = dispatches::table.filter(dispatches::kind.eq(kind)).filter(sql::<Bool>(LIVE)).order(dispatches::id);
    Ok(live.select(Row::as_select()).load::<Row>(conn)?.into_iter().map(Dispatch::from).collect())
}

/// Stores how far planning has come.
pub fn move_cursor(conn: &mut Conn, id: i64, cursor: i64) -> Result<()> {
    diesel::update(dispatches::table.find(id)).set(dispatches::cursor.eq(cursor)).execute(conn)?;
    Ok(())
}

/// Marks the number of expected deliveries as final. A dispatch whose deliveries all have an outcome ends.
pub fn finish_planning(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    diesel::update(dispatches::table.find(id)).set(dispatches::expected_final.eq(true)).execute(conn)?;
    end_if_done(conn, now, id)
}

/// Ends a running or paused dispatch whose deliveries all have an outcome.
pub fn end_if_done(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    let done = diesel::update(
        dispatches::table
            .find(id)
            .filter(dispatches::expected_final.eq(true))
            .filter(dispatches::state.eq_any([DispatchState::Running.code(), DispatchState::Paused.code()]))
            .filter(dispatches::expected.eq(settled!())),
    );
    done.set((
        dispatches::state.eq(DispatchState::Done),
        dispatches::reason.eq(None::<String>),
        dispatches::finished_at.eq(Some(now.0)),
    ))
    .execute(conn)?;
    Ok(())
}

/// Stops the mails of a dispatch; false if it was not running.
pub fn pause(conn: &mut Conn, id: i64, reason: &PauseReason) -> Result<bool> {
    let running = dispatches::table.find(id).filter(dispatches::state.eq(DispatchState::Running));
    let change =
        (dispatches::state.eq(DispatchState::Paused), dispatches::reason.eq(serde_json::to_string(reason).ok()));
    let paused = diesel::update(running).set(change).execute(conn)? > 0;
    conn.after_commit(Effect::Held(id));
    Ok(paused)
}

/// Pauses the running dispatches of each kind that is paused on a refusal.
pub fn pause_all(conn: &mut Conn, reason: &PauseReason) -> Result<()> {
    let kinds: Vec<i16> = DispatchKind::ALL
        .iter()
        .filter(|kind| kind.properties().refusal == Refusal::Pause)
        .map(|kind| kind.code())
        .collect();
    let running = dispatches::table
        .filter(dispatches::kind.eq_any(kinds))
        .filter(dispatches::state.eq(DispatchState::Running))
        .filter(sql::<Bool>(LIVE))
        .order(dispatches::id);
    let running: Vec<i64> = running.select(dispatches::id).load(conn)?;
    running.into_iter().try_for_each(|id| pause(conn, id, reason).map(drop))
}

/// Stops the running dispatches of the bulk kinds and gives the paused ones this reason.
pub fn hold_bulk(conn: &mut Conn, reason: &PauseReason) -> Result<()> {
    let kinds: Vec<i16> = DispatchKind::bulk().map(DispatchKind::code).collect();
    let live = dispatches::table.filter(dispatches::kind.eq_any(kinds)).filter(sql::<Bool>(LIVE));
    let held: Vec<i64> = live.order(dispatches::id).select(dispatches::id).load(conn)?;
    let change =
        (dispatches::state.eq(DispatchState::Paused), dispatches::reason.eq(serde_json::to_string(reason).ok()));
    diesel::update(dispatches::table.filter(dispatches::id.eq_any(&held))).set(change).execute(conn)?;
    for id in held {
        conn.after_commit(Effect::Held(id));
    }
    Ok(())
}

/// Resumes a dispatch; false if it was not paused.
pub fn resume(conn: &mut Conn, id: i64) -> Result<bool> {
    let paused = dispatches::table.find(id).filter(dispatches::state.eq(DispatchState::Paused));
    let change = (dispatches::state.eq(DispatchState::Running), dispatches::reason.eq(None::<String>));
    let resumed = diesel::update(paused).set(change).execute(conn)? > 0;
    conn.after_commit(Effect::Queued);
    Ok(resumed)
}

/// Cancels a dispatch and the first of its waiting deliveries; returns how many. Leased rows end by their own outcome: sent,
/// or released and then cancelled.
pub fn cancel(conn: &mut Conn, now: Timestamp, id: i64) -> Result<i64> {
    let live = [DispatchState::Running.code(), DispatchState::Paused.code()];
    let open = dispatches::table.find(id).filter(dispatches::state.eq_any(live));
    let change = (dispatches::state.eq(DispatchState::Cancelled), dispatches::reason.eq(None::<String>));
    if diesel::update(open).set(change).execute(conn)? == 0 {
        return Ok(0);
    }
    diesel::update(dispatches::table.find(id))
        .set((dispatches::expected_final.eq(true), dispatches::finished_at.eq(Some(now.0))))
        .execute(conn)?;
    conn.after_commit(Effect::Held(id));
    cancel_waiting(conn, now, id)
}

/// The most rows that one transaction cancels, because other writes wait for it.
const CANCELLED_AT_ONCE: i64 = 20_000;

/// Cancels waiting deliveries of a cancelled dispatch, 20,000 at most; returns how many. Call it again until it returns 0.
pub fn cancel_waiting(conn: &mut Conn, now: Timestamp, id: i64) -> Result<i64> {
    lock(conn, &[id])?;
    // Tests the state again outside: on PostgreSQL a row may have been leased since the subquery read it.
    let query = diesel::sql_query(
        "UPDATE deliveries SET state = 7, reason = $1, updated_at = $2 WHERE state IN (0, 1) AND id IN
             (SELECT id FROM deliveries WHERE dispatch_id = $3 AND state IN (0, 1) LIMIT $4)",
    );
    let query = query
        .bind::<SmallInt, _>(DeliveryReason::Cancelled)
        .bind::<BigInt, _>(now.0)
        .bind::<BigInt, _>(id)
        .bind::<BigInt, _>(CANCELLED_AT_ONCE);
    let count = i64::try_from(on_each!(conn, |c| query.execute(c))?).unwrap_or(i64::MAX);
    diesel::update(dispatches::table.find(id))
        .set(dispatches::cancelled.eq(dispatches::cancelled + count))
        .execute(conn)?;
    Ok(count)
}

/// Cancelled dispatches with deliveries that have no outcome.
pub fn half_cancelled(conn: &mut Conn) -> Result<Vec<i64>> {
    let cancelled = dispatches::table.filter(dispatches::state.eq(DispatchState::Cancelled));
    Ok(cancelled
        .filter((dispatches::expected + additions::unfolded()).gt(settled!()))
        .select(dispatches::id)
        .load(conn)?)
}

/// Queues failed deliveries again, and with `unknown` those in doubt; returns how many. They keep their rows and so their
/// Message-IDs. Deliveries whose recipient has left or whose address is suppressed stay as they are, and so do those of a
/// cancelled dispatch.
pub fn resend_failed(conn: &mut Conn, now: Timestamp, id: i64, unknown: bool) -> Result<i64> {
    lock(conn, &[id])?;
    let state: Option<DispatchState> = dispatches::table.find(id).select(dispatches::state).first(conn).optional()?;
    if state.is_none_or(|state| state == DispatchState::Cancelled) {
        return Ok(0);
    }
    let failed = queue_again(conn, now, id, DeliveryState::Failed)?;
    let doubtful = if unknown { queue_again(conn, now, id, DeliveryState::Unknown)? } else { 0 };
    let change =
        (dispatches::failed.eq(dispatches::failed - failed), dispatches::unknown.eq(dispatches::unknown - doubtful));
    diesel::update(dispatches::table.find(id)).set(change).execute(conn)?;
    if failed + doubtful > 0 {
        let ended = dispatches::table.find(id).filter(dispatches::state.eq(DispatchState::Done));
        let reopen = (dispatches::state.eq(DispatchState::Running), dispatches::finished_at.eq(None::<i64>));
        diesel::update(ended).set(reopen).execute(conn)?;
        conn.after_commit(Effect::Queued);
    }
    Ok(failed + doubtful)
}

/// Rows of one statement, below SQLite's limit of bound values.
const BATCH: usize = 5_000;

/// How many failed deliveries and how many in doubt [`resend_failed`] would queue again. It looks at `most` rows of each.
pub fn resendable(conn: &mut Conn, id: i64, most: i64) -> Result<(i64, i64)> {
    let count = |ids: Vec<i64>| i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let failed = count(sendable_again(conn, id, DeliveryState::Failed, most)?);
    Ok((failed, count(sendable_again(conn, id, DeliveryState::Unknown, most)?)))
}

/// Deliveries in a state whose recipient has not left and whose address is not suppressed.
fn sendable_again(conn: &mut Conn, dispatch: i64, state: DeliveryState, most: i64) -> Result<Vec<i64>> {
    let rows: Vec<(i64, Option<String>)> = deliveries::table
        .filter(deliveries::dispatch_id.eq(dispatch))
        .filter(deliveries::state.eq(state))
        .filter(indexed(state))
        .filter(deliveries::address.is_not_null())
        .filter(deliveries::left_at.is_null())
        .limit(most)
        .select((deliveries::id, deliveries::address))
        .load(conn)?;
    let address = |stored: &Option<String>| EmailAddress::from_envelope(stored.as_deref().unwrap_or_default());
    let addresses: Vec<EmailAddress> = rows.iter().map(|(_, stored)| address(stored)).collect();
    let suppressed = among(conn, &addresses)?;
    Ok(rows.iter().zip(suppressed).filter(|(_, suppressed)| !suppressed).map(|(row, _)| row.0).collect())
}

fn queue_again(conn: &mut Conn, now: Timestamp, dispatch: i64, from: DeliveryState) -> Result<i64> {
    let ids = sendable_again(conn, dispatch, from, i64::MAX)?;
    let change = (
        deliveries::state.eq(DeliveryState::Queued),
        deliveries::attempts.eq(0_i16),
        deliveries::doubts.eq(0_i16),
        deliveries::queued_at.eq(now),
        deliveries::due_at.eq(AT_ONCE),
        deliveries::reason.eq(Some(DeliveryReason::SentAgain)),
        deliveries::updated_at.eq(now),
    );
    let mut count = 0;
    for ids in ids.chunks(BATCH) {
        count += diesel::update(deliveries::table.filter(deliveries::id.eq_any(ids))).set(change).execute(conn)?;
    }
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// How many were sent and failed in each step of ten seconds, in order of time.
pub fn progress(conn: &mut Conn, id: i64) -> Result<Vec<(Timestamp, i64, i64)>> {
    let rows = dispatch_progress::table.filter(dispatch_progress::dispatch_id.eq(id)).order(dispatch_progress::at);
    Ok(rows.select((dispatch_progress::at, dispatch_progress::sent, dispatch_progress::failed)).load(conn)?)
}

/// Adds to the step of the chart that contains `now`.
pub fn add_progress(conn: &mut Conn, now: Timestamp, id: i64, sent: i64, failed: i64) -> Result<()> {
    const STEP: i64 = 10_000;
    let at = now.0 - now.0.rem_euclid(STEP);
    let row = (
        dispatch_progress::dispatch_id.eq(id),
        dispatch_progress::at.eq(at),
        dispatch_progress::sent.eq(sent),
        dispatch_progress::failed.eq(failed),
    );
    let add = diesel::insert_into(dispatch_progress::table)
        .values(row)
        .on_conflict((dispatch_progress::dispatch_id, dispatch_progress::at))
        .do_update()
        .set((
            dispatch_progress::sent.eq(sql::<BigInt>("dispatch_progress.sent + excluded.sent")),
            dispatch_progress::failed.eq(sql::<BigInt>("dispatch_progress.failed + excluded.failed")),
        ));
    RunQueryDsl::execute(Both(add), conn)?;
    Ok(())
}
