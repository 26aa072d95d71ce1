//! Reports on deliveries for pages: why some were not sent, the latest ones, those to one recipient, attempts, messages.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};

use super::history::{CapturedMail, DeliveryRow, captured_rows, delivery_rows};
use super::{columns, indexed};
use crate::clock::Timestamp;
use crate::db::schema::{attempts, captured_mails, deliveries, dispatches, messages};
use crate::db::{Conn, Result, containing, on_each};
use crate::delivery::{
    DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, DispatchState, Message, RecipientKey,
};
use crate::email_address::EmailAddress;

/// The most rows that reasons are counted from; with more, the numbers mean "at least".
const MOST_REASONED: i64 = 20_000;
/// The most dispatches that a list over all of them reads, the latest first.
const MOST_DISPATCHES: i64 = 50;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = SmallInt)]
    state: DeliveryState,
    #[diesel(sql_type = Nullable<SmallInt>)]
    reason: Option<DeliveryReason>,
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = Text)]
    reply: String,
}

/// Deliveries of a dispatch that were not sent, by state and reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub state: DeliveryState,
    pub reason: Option<DeliveryReason>,
    pub count: i64,
    /// The reply to one of them; may be empty.
    pub reply: String,
}

/// Counts the deliveries of a dispatch that were not sent by reason, failures first. Reads 20,000 rows at most.
pub fn reasons(conn: &mut Conn, dispatch: i64) -> Result<Vec<Reason>> {
    let query = diesel::sql_query(
        "SELECT state, reason, COUNT(*) AS number, MAX(reply) AS reply FROM
             (SELECT state, reason, reply FROM deliveries WHERE dispatch_id = $1 AND state >= 4 ORDER BY state, id LIMIT $2) d
         GROUP BY state, reason ORDER BY state, number DESC, reason",
    );
    let query = query.bind::<BigInt, _>(dispatch).bind::<BigInt, _>(MOST_REASONED);
    let rows: Vec<Counted> = on_each!(conn, |c| query.load(c))?;
    let reason = |Counted { state, reason, number: count, reply }| Reason { state, reason, count, reply };
    Ok(rows.into_iter().map(reason).collect())
}

#[derive(QueryableByName)]
struct Waiting {
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    next: Option<i64>,
}

/// How many deliveries of a dispatch wait for a retry, and when the next one is due. Reads 20,000 rows at most.
pub fn waiting(conn: &mut Conn, dispatch: i64, now: Timestamp) -> Result<(i64, Option<Timestamp>)> {
    let query = diesel::sql_query(
        "SELECT COUNT(*) AS number, MIN(due_at) AS next FROM
             (SELECT due_at FROM deliveries WHERE dispatch_id = $1 AND due_at > $2 AND state IN (0, 1)
              ORDER BY due_at LIMIT $3) d",
    );
    let query = query.bind::<BigInt, _>(dispatch).bind::<BigInt, _>(now.0).bind::<BigInt, _>(MOST_REASONED);
    let row: Waiting = on_each!(conn, |c| query.get_result(c))?;
    Ok((row.number, row.next.map(Timestamp)))
}

/// Which deliveries to list; the default lists all.
#[derive(Clone, Copy, Debug, Default)]
pub struct DeliveryFilter {
    pub dispatch: Option<i64>,
    pub state: Option<DeliveryState>,
}

/// Deliveries before the id `before`, the latest first, of one dispatch or all, in one state or any.
pub fn latest(
    conn: &mut Conn,
    dispatch: Option<i64>,
    state: Option<DeliveryState>,
    before: i64,
    limit: i64,
) -> Result<Vec<DeliveryRow>> {
    let filter = DeliveryFilter { dispatch, state };
    let (None, Some(state)) = (dispatch, state) else {
        return page(conn, Recipients::Anybody, filter, before, limit);
    };
    // Few deliveries among millions are found by the index of each dispatch that has some.
    let mut rows = Vec::new();
    for dispatch in with_some(conn, state)? {
        let filter = DeliveryFilter { dispatch: Some(dispatch), ..filter };
        rows.extend(page(conn, Recipients::Anybody, filter, before, limit)?);
    }
    Ok(newest(rows, limit))
}

/// The latest dispatches whose counters show deliveries in a state.
fn with_some(conn: &mut Conn, state: DeliveryState) -> Result<Vec<i64>> {
    let query =
        dispatches::table.select(dispatches::id).order(dispatches::id.desc()).limit(MOST_DISPATCHES).into_boxed();
    let query = match state {
        DeliveryState::Sent => query.filter(dispatches::sent.gt(0)),
        DeliveryState::Failed => query.filter(dispatches::failed.gt(0)),
        DeliveryState::Unknown => query.filter(dispatches::unknown.gt(0)),
        DeliveryState::Skipped => query.filter(dispatches::skipped.gt(0)),
        DeliveryState::Cancelled => query.filter(dispatches::cancelled.gt(0)),
        DeliveryState::Queued | DeliveryState::Deferred | DeliveryState::Leased => {
            query.filter(dispatches::state.ne(DispatchState::Done))
        }
    };
    Ok(query.load(conn)?)
}

/// The rows of a standing dispatch to [`RecipientKey::Nobody`], by turn: the unique index finds them.
macro_rules! turns {
    ($kind:expr, $from:expr, $until:expr) => {
        deliveries::table
            .inner_join(dispatches::table)
            .filter(dispatches::kind.eq($kind))
            .filter(dispatches::reference.eq(0_i64))
            .filter(deliveries::recipient_key.eq(RecipientKey::Nobody.to_column()))
            .filter(deliveries::turn.ge($from))
            .filter(deliveries::turn.lt($until))
    };
}

/// The recipients whose deliveries are listed.
#[derive(Clone, Copy, Debug)]
enum Recipients<'a> {
    Anybody,
    /// The recipients with these keys.
    Known(&'a [RecipientKey]),
    /// Recipients of tests and mails of enquiries, who have no key, at an address of this domain.
    AtDomain(&'a str),
}

/// Deliveries before the id `before`, the latest first.
fn page(
    conn: &mut Conn,
    recipients: Recipients<'_>,
    filter: DeliveryFilter,
    before: i64,
    limit: i64,
) -> Result<Vec<DeliveryRow>> {
    let mut query =
        delivery_rows!().filter(deliveries::id.lt(before)).order(deliveries::id.desc()).limit(limit).into_boxed();
    query = match recipients {
        Recipients::Anybody => query,
        Recipients::Known(keys) => query.filter(deliveries::recipient_key.eq_any(columns(keys))),
        Recipients::AtDomain(domain) => query
            .filter(dispatches::kind.eq_any([DispatchKind::Test.code(), DispatchKind::Enquiry.code()]))
            .filter(deliveries::recipient_key.eq(RecipientKey::Nobody.to_column()))
            .filter(deliveries::address.like(containing(&format!("@{domain}"))).escape('\\')),
    };
    if let Some(dispatch) = filter.dispatch {
        query = query.filter(deliveries::dispatch_id.eq(dispatch));
    }
    if let Some(state) = filter.state {
        query = query.filter(deliveries::state.eq(state)).filter(indexed(state));
    }
    Ok(query.load(conn)?)
}

/// The latest rows of several pages.
fn newest(mut rows: Vec<DeliveryRow>, limit: i64) -> Vec<DeliveryRow> {
    rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.id));
    rows.truncate(usize::try_from(limit).unwrap_or_default());
    rows
}

/// A delivery by id.
pub fn delivery(conn: &mut Conn, id: i64) -> Result<Option<DeliveryRow>> {
    Ok(delivery_rows!().filter(deliveries::id.eq(id)).first(conn).optional()?)
}

/// The most tests and mails of enquiries that are compared with an address, the latest first.
const MOST_SEARCHED: i64 = 2_000;

/// Deliveries before the id `before`, the latest first, to the recipients with these keys; tests and mails of enquiries to
/// this address as well.
pub fn sent_to(
    conn: &mut Conn,
    (keys, address): (&[RecipientKey], &EmailAddress),
    filter: DeliveryFilter,
    before: i64,
    limit: i64,
) -> Result<Vec<DeliveryRow>> {
    let mut rows = page(conn, Recipients::Known(keys), filter, before, limit)?;
    let same = |stored: &str| EmailAddress::from_envelope(stored) == *address;
    let others = page(conn, Recipients::AtDomain(address.domain()), filter, before, MOST_SEARCHED)?;
    rows.extend(others.into_iter().filter(|row| row.address.as_deref().is_some_and(same)));
    Ok(newest(rows, limit))
}

/// The latest deliveries to any of these recipients, newest first.
pub fn of_recipient(conn: &mut Conn, keys: &[RecipientKey], limit: i64) -> Result<Vec<DeliveryRow>> {
    page(conn, Recipients::Known(keys), DeliveryFilter::default(), i64::MAX, limit)
}

/// The mails to [`RecipientKey::Nobody`] in a standing dispatch with turns from `from` to before `until`, each with its
/// turn.
pub fn of_turns(conn: &mut Conn, kind: DispatchKind, from: i64, until: i64) -> Result<Vec<(i64, DeliveryRow)>> {
    let turns: Vec<(i64, i64)> = turns!(kind, from, until).select((deliveries::id, deliveries::turn)).load(conn)?;
    let ids: Vec<i64> = turns.iter().map(|(id, _)| *id).collect();
    let rows: Vec<DeliveryRow> = delivery_rows!().filter(deliveries::id.eq_any(ids)).load(conn)?;
    let turn_of = |id: i64| turns.iter().find(|(same, _)| *same == id).map(|(_, turn)| *turn);
    Ok(rows.into_iter().filter_map(|row| Some((turn_of(row.id)?, row))).collect())
}

/// The ids and envelope senders of the mails of [`of_turns`], in the order of their turns.
pub fn senders_of_turns(conn: &mut Conn, kind: DispatchKind, from: i64, until: i64) -> Result<Vec<(i64, String)>> {
    let rows = turns!(kind, from, until).order(deliveries::turn).select((deliveries::id, deliveries::message_id));
    let rows: Vec<(i64, i64)> = rows.load(conn)?;
    let ids: Vec<i64> = rows.iter().map(|(_, message)| *message).collect();
    let senders = messages::table.filter(messages::id.eq_any(ids)).select((messages::id, messages::return_path));
    let senders: Vec<(i64, String)> = senders.load(conn)?;
    let sender_of = |message: i64| senders.iter().find(|(id, _)| *id == message).map(|(_, sender)| sender.clone());
    Ok(rows.into_iter().filter_map(|(delivery, message)| Some((delivery, sender_of(message)?))).collect())
}

/// The turns of those mails of [`of_turns`] that failed or are in doubt.
pub fn undelivered_turns(conn: &mut Conn, kind: DispatchKind, from: i64, until: i64) -> Result<Vec<i64>> {
    let lost = [DeliveryState::Failed.code(), DeliveryState::Unknown.code()];
    Ok(turns!(kind, from, until).filter(deliveries::state.eq_any(lost)).select(deliveries::turn).load(conn)?)
}

/// An attempt that did not end in "sent".
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = attempts)]
pub struct Attempt {
    pub at: Timestamp,
    /// The state in which it left the delivery.
    pub outcome: DeliveryState,
    pub stage: Option<DeliveryStage>,
    pub reply: String,
}

/// The attempts at a delivery that did not end in "sent", in order.
pub fn attempts_of(conn: &mut Conn, delivery: i64) -> Result<Vec<Attempt>> {
    let rows = attempts::table.filter(attempts::delivery_id.eq(delivery)).order(attempts::id);
    Ok(rows.select(Attempt::as_select()).load(conn)?)
}

/// The frozen message of a dispatch, of its first variant.
pub fn frozen(conn: &mut Conn, dispatch: i64) -> Result<Option<Message>> {
    let rows = messages::table.filter(messages::dispatch_id.eq(dispatch)).order((messages::variant, messages::id));
    Ok(rows.select(Message::as_select()).first(conn).optional()?)
}

/// The state of a dispatch's latest delivery to a recipient, and since when.
pub fn standing_of(
    conn: &mut Conn,
    dispatch: i64,
    recipient: RecipientKey,
) -> Result<Option<(DeliveryState, Timestamp)>> {
    let rows = deliveries::table.filter(deliveries::dispatch_id.eq(dispatch));
    let row = rows.filter(deliveries::recipient_key.eq(recipient.to_column())).order(deliveries::turn.desc());
    Ok(row.select((deliveries::state, deliveries::updated_at)).first(conn).optional()?)
}

/// The outbox of one recipient, newest first, before the id `before`.
pub fn captured_to(conn: &mut Conn, recipient: &str, before: i64, limit: i64) -> Result<Vec<CapturedMail>> {
    Ok(captured_rows!(before, limit).filter(captured_mails::recipient.eq(recipient)).load(conn)?)
}
