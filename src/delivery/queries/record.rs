//! Recording outcomes: many in one transaction with their counters, each only while its lease is held.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::dsl::case_when;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, SmallInt, Text};

use super::dispatch::{add_progress, end_if_done, lock, policy_and_state};
use super::lease::database_time;
use crate::clock::Timestamp;
use crate::config::DoubtPolicy;
use crate::db::schema::{attempts, captured_mails, deliveries, dispatches};
use crate::db::{Conn, Result, on_each};
use crate::delivery::outcome::{Next, Standing, next};
use crate::delivery::retry::RetryPolicy;
use crate::delivery::suppression::forget_address;
use crate::delivery::{
    DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, DispatchState, Outcome, SuppressionReason, Verdict,
    suppress,
};
use crate::email_address::EmailAddress;

/// The rules for recording outcomes.
#[derive(Clone, Debug)]
pub struct Rules {
    pub retry: RetryPolicy,
    pub suppression_key: Vec<u8>,
}

/// The outcomes of a group in one dispatch, by state.
#[derive(Clone, Copy, Debug, Default)]
struct Change {
    sent: i64,
    failed: i64,
    skipped: i64,
    cancelled: i64,
    unknown: i64,
    waiting: i64,
}

impl Change {
    fn add(&mut self, state: DeliveryState) {
        match state {
            DeliveryState::Sent => self.sent += 1,
            DeliveryState::Failed => self.failed += 1,
            DeliveryState::Skipped => self.skipped += 1,
            DeliveryState::Cancelled => self.cancelled += 1,
            DeliveryState::Unknown => self.unknown += 1,
            _ => self.waiting += 1,
        }
    }

    const fn total(&self) -> i64 {
        self.sent + self.failed + self.skipped + self.cancelled + self.unknown + self.waiting
    }
}

/// Records outcomes and returns how many. An outcome whose lease is no longer held is dropped. `now` is the time on SQLite,
/// and on PostgreSQL of groups in which all mails were sent.
pub fn record(conn: &mut Conn, now: Timestamp, rules: &Rules, outcomes: &[Outcome]) -> Result<usize> {
    let involved: BTreeSet<i64> = outcomes.iter().map(|outcome| outcome.dispatch).collect();
    lock(conn, &involved.into_iter().collect::<Vec<_>>())?;
    let mut changes: BTreeMap<i64, Change> = BTreeMap::new();
    let (sent, other): (Vec<_>, Vec<_>) = outcomes.iter().partition(|outcome| outcome.verdict == Verdict::Sent);
    // One clock says when a mail is tried again and whether it is too old.
    let now = if other.is_empty() { now } else { database_time(conn, now)? };
    let taken: HashMap<i64, i64> = record_sent(conn, now, &sent)?.into_iter().collect();
    for dispatch in taken.values() {
        changes.entry(*dispatch).or_default().sent += 1;
    }
    let mut policies = HashMap::new();
    for outcome in other {
        if let Some(state) = record_other(conn, now, rules, outcome, &mut policies)? {
            changes.entry(outcome.dispatch).or_default().add(state);
        }
    }
    for outcome in sent.iter().filter(|outcome| taken.contains_key(&outcome.delivery)) {
        keep_captured(conn, now, outcome)?;
    }
    let taken = changes.values().map(Change::total).sum::<i64>();
    for (dispatch, change) in changes {
        count(conn, now, dispatch, change)?;
    }
    Ok(usize::try_from(taken).unwrap_or_default())
}

/// Marks rows as sent; returns delivery and dispatch of each row whose lease was still held.
fn record_sent(conn: &mut Conn, now: Timestamp, sent: &[&Outcome]) -> Result<Vec<(i64, i64)>> {
    match conn {
        Conn::Sqlite(sqlite) => {
            let mut taken = Vec::with_capacity(sent.len());
            for outcome in sent {
                let held = deliveries::table
                    .find(outcome.delivery)
                    .filter(deliveries::state.eq(DeliveryState::Leased))
                    .filter(deliveries::lease_token.eq(outcome.lease));
                let change = (
                    deliveries::state.eq(DeliveryState::Sent),
                    deliveries::attempts.eq(deliveries::attempts + 1),
                    // A reply may name the recipient, so none is stored once the recipient is erased.
                    deliveries::reply.eq(case_when(deliveries::address.is_null(), "".into_sql::<Text>())
                        .otherwise(outcome.reply.as_str().into_sql::<Text>())),
                    deliveries::stage.eq(outcome.stage),
                    deliveries::reason.eq(None::<DeliveryReason>),
                    deliveries::updated_at.eq(now),
                );
                if diesel::update(held).set(change).execute(sqlite)? > 0 {
                    taken.push((outcome.delivery, outcome.dispatch));
                }
            }
            Ok(taken)
        }
        Conn::Pg(_) if sent.is_empty() => Ok(Vec::new()),
        Conn::Pg(pg) => {
            #[derive(QueryableByName)]
            struct Taken {
                #[diesel(sql_type = BigInt)]
                id: i64,
                #[diesel(sql_type = BigInt)]
                dispatch_id: i64,
            }
            let ids: Vec<i64> = sent.iter().map(|outcome| outcome.delivery).collect();
            let leases: Vec<i64> = sent.iter().map(|outcome| outcome.lease).collect();
            let replies: Vec<&str> = sent.iter().map(|outcome| outcome.reply.as_str()).collect();
            let taken = diesel::sql_query(
                "UPDATE deliveries d SET state = 3, attempts = d.attempts + 1, stage = $1, reason = NULL, updated_at = $2,
                     reply = CASE WHEN d.address IS NULL THEN '' ELSE o.reply END
                 FROM unnest($3, $4, $5) AS o (id, lease, reply)
                 WHERE d.id = o.id AND d.state = 2 AND d.lease_token = o.lease RETURNING d.id, d.dispatch_id",
            )
            .bind::<SmallInt, _>(DeliveryStage::Dot)
            .bind::<BigInt, _>(now.0)
            .bind::<Array<BigInt>, _>(ids)
            .bind::<Array<BigInt>, _>(leases)
            .bind::<Array<Text>, _>(replies)
            .load::<Taken>(pg)?;
            Ok(taken.into_iter().map(|row| (row.id, row.dispatch_id)).collect())
        }
    }
}

/// Records an outcome other than "sent"; `None` if the lease is no longer held.
fn record_other(
    conn: &mut Conn,
    now: Timestamp,
    rules: &Rules,
    outcome: &Outcome,
    policies: &mut HashMap<i64, (DoubtPolicy, DispatchState)>,
) -> Result<Option<DeliveryState>> {
    let held = deliveries::table
        .find(outcome.delivery)
        .filter(deliveries::state.eq(DeliveryState::Leased))
        .filter(deliveries::lease_token.eq(outcome.lease));
    let columns = (
        deliveries::attempts,
        deliveries::doubts,
        deliveries::queued_at,
        deliveries::left_at.is_not_null(),
        deliveries::address.is_not_null(),
    );
    let row: Option<(i16, i16, Timestamp, bool, bool)> = held.select(columns).first(conn).optional()?;
    let Some((attempts, doubts, queued_at, has_left, is_known)) = row else { return Ok(None) };
    // A reply may name the recipient, so none is stored once the recipient is erased.
    let reply = if is_known { outcome.reply.as_str() } else { "" };
    let (policy, state) = match policies.get(&outcome.dispatch) {
        Some(known) => *known,
        None => *policies.entry(outcome.dispatch).or_insert(policy_and_state(conn, outcome.dispatch)?),
    };
    // The age counts from the first attempt, so that a paused digest or an absent relay costs no recipient.
    let is_untried = attempts == 0 && doubts == 0;
    let queued_at = if is_untried { first_answer(conn, outcome, queued_at)?.unwrap_or(now) } else { queued_at };
    let cancelled = state == DispatchState::Cancelled;
    let standing = Standing { id: outcome.delivery, attempts, doubts, queued_at, has_left, cancelled };
    let step = next(outcome.verdict, standing, now, rules.retry, policy);
    write_step(conn, now, outcome, reply, standing, &step)?;
    if outcome.verdict != Verdict::Released {
        keep_attempt(conn, now, outcome, reply, step.state)?;
    }
    if outcome.verdict == (Verdict::Failed { hard: true }) {
        let key = &rules.suppression_key;
        let address = EmailAddress::from_envelope(&outcome.address);
        suppress(conn, now, key, &address, SuppressionReason::HardBounce, reply)?;
        if !is_known {
            forget_address(conn, key, &address)?;
        }
    }
    Ok(Some(step.state))
}

/// When a server first answered this mail at its recipient or later, since it was queued. A mail for which a server closes
/// the connection each time (421) costs no attempt, and without an age it would be retried for ever.
fn first_answer(conn: &mut Conn, outcome: &Outcome, queued_at: Timestamp) -> Result<Option<Timestamp>> {
    let late = [DeliveryStage::RcptTo, DeliveryStage::Data, DeliveryStage::Dot];
    if !outcome.stage.is_some_and(|stage| late.contains(&stage)) {
        return Ok(None);
    }
    let of_delivery = attempts::table.filter(attempts::delivery_id.eq(outcome.delivery));
    let answered =
        of_delivery.filter(attempts::stage.eq_any(late.map(DeliveryStage::code))).filter(attempts::at.ge(queued_at));
    Ok(answered.order(attempts::id).select(attempts::at).first(conn).optional()?)
}

/// Writes the next state of a row.
fn write_step(
    conn: &mut Conn,
    now: Timestamp,
    outcome: &Outcome,
    reply: &str,
    standing: Standing,
    step: &Next,
) -> Result<()> {
    let change = (
        deliveries::state.eq(step.state),
        deliveries::attempts.eq(step.attempts),
        deliveries::doubts.eq(step.doubts),
        deliveries::queued_at.eq(standing.queued_at),
        deliveries::due_at.eq(step.due_at.unwrap_or(now)),
        deliveries::stage.eq(outcome.stage),
        deliveries::reply.eq(reply),
        deliveries::reason.eq(step.reason),
        deliveries::updated_at.eq(now),
    );
    diesel::update(deliveries::table.find(outcome.delivery)).set(change).execute(conn)?;
    Ok(())
}

/// Stores an attempt that did not end in "sent": it tells why a mail took long.
fn keep_attempt(conn: &mut Conn, now: Timestamp, outcome: &Outcome, reply: &str, state: DeliveryState) -> Result<()> {
    let row = (
        attempts::delivery_id.eq(outcome.delivery),
        attempts::at.eq(now),
        attempts::outcome.eq(state),
        attempts::stage.eq(outcome.stage),
        attempts::reply.eq(reply),
    );
    diesel::insert_into(attempts::table).values(row).execute(conn)?;
    Ok(())
}

/// Stores the mail that the capture relay took, unless the recipient is erased.
fn keep_captured(conn: &mut Conn, now: Timestamp, outcome: &Outcome) -> Result<()> {
    let Some(raw) = &outcome.captured else { return Ok(()) };
    let known = deliveries::table.find(outcome.delivery).select(deliveries::address.is_not_null());
    if !known.first::<bool>(conn)? {
        return Ok(());
    }
    let row = (
        captured_mails::delivery_id.eq(outcome.delivery),
        captured_mails::at.eq(now),
        captured_mails::recipient.eq(&outcome.address),
        captured_mails::raw.eq(raw),
    );
    diesel::insert_into(captured_mails::table).values(row).execute(conn)?;
    Ok(())
}

/// Adds to the counters of a dispatch and ends it if it is done.
fn count(conn: &mut Conn, now: Timestamp, dispatch: i64, change: Change) -> Result<()> {
    let counters = (
        dispatches::sent.eq(dispatches::sent + change.sent),
        dispatches::failed.eq(dispatches::failed + change.failed),
        dispatches::skipped.eq(dispatches::skipped + change.skipped),
        dispatches::cancelled.eq(dispatches::cancelled + change.cancelled),
        dispatches::unknown.eq(dispatches::unknown + change.unknown),
    );
    let update = diesel::update(dispatches::table.find(dispatch)).set(counters).returning(dispatches::kind);
    let kind: DispatchKind = on_each!(conn, |c| update.get_result(c))?;
    // Other kinds have no chart, and some of them never end.
    if kind.is_bulk() && change.sent + change.failed > 0 {
        add_progress(conn, now, dispatch, change.sent, change.failed)?;
    }
    end_if_done(conn, now, dispatch)
}
