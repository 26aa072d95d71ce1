//! What pages tell of deliveries: why some did not arrive, the latest of a kind, each attempt, and what was sent.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};

use super::history::{CapturedMail, DeliveryRow, Raw, captured_rows, delivery_rows, row};
use super::{columns, indexed};
use crate::clock::Timestamp;
use crate::db::schema::{attempts, captured_mails, deliveries, dispatches, messages};
use crate::db::{Conn, Result, containing, on_each};
use crate::delivery::{
    DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, DispatchState, Message, RecipientKey,
};
use crate::email_address::EmailAddress;

/// Rows that a page of reasons looks at; beyond, its numbers say "at least".
const MOST_REASONED: i64 = 20_000;
/// Dispatches that a list over all of them looks into, the latest first.
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

/// Why some deliveries of a dispatch were not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub state: DeliveryState,
    pub reason: Option<DeliveryReason>,
    pub count: i64,
    /// What a server said to one of them; may be empty.
    pub reply: String,
}

/// Why deliveries of a dispatch were not sent, failures first. Looks at 20,000 rows at most.
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

/// How many deliveries of a dispatch wait for another try, and when the next one is due. Looks at 20,000 rows at most.
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

/// Which deliveries are looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    pub dispatch: Option<i64>,
    pub state: Option<DeliveryState>,
}

/// Deliveries before the id `before`, the latest first, of one dispatch or of all, of one state or of all.
pub fn latest(
    conn: &mut Conn,
    dispatch: Option<i64>,
    state: Option<DeliveryState>,
    before: i64,
    limit: i64,
) -> Result<Vec<DeliveryRow>> {
    let wanted = Wanted { dispatch, state };
    let (None, Some(state)) = (dispatch, state) else {
        return page(conn, Recipients::Anybody, wanted, before, limit);
    };
    // What is rare among millions is found by the index of each dispatch that has some.
    let mut found = Vec::new();
    for dispatch in with_some(conn, state)? {
        let wanted = Wanted { dispatch: Some(dispatch), ..wanted };
        found.extend(page(conn, Recipients::Anybody, wanted, before, limit)?);
    }
    Ok(newest(found, limit))
}

/// The latest dispatches that, by their counters, have deliveries in a state.
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

/// The rows of a standing dispatch to nobody that is known, by their turns: what the index of uniqueness finds.
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

/// To whom the deliveries went that are looked for.
#[derive(Clone, Copy, Debug)]
enum Recipients<'a> {
    Anybody,
    /// By their keys.
    Known(&'a [RecipientKey]),
    /// Tests and mails of enquiries: to nobody that is known, at an address of this domain.
    AtDomain(&'a str),
}

/// Deliveries before the id `before`, the latest first.
fn page(
    conn: &mut Conn,
    recipients: Recipients<'_>,
    wanted: Wanted,
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
    if let Some(dispatch) = wanted.dispatch {
        query = query.filter(deliveries::dispatch_id.eq(dispatch));
    }
    if let Some(state) = wanted.state {
        query = query.filter(deliveries::state.eq(state)).filter(indexed(state));
    }
    Ok(query.load::<Raw>(conn)?.into_iter().map(row).collect())
}

/// So many of the latest of several pages.
fn newest(mut rows: Vec<DeliveryRow>, limit: i64) -> Vec<DeliveryRow> {
    rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.id));
    rows.truncate(usize::try_from(limit).unwrap_or_default());
    rows
}

pub fn delivery(conn: &mut Conn, id: i64) -> Result<Option<DeliveryRow>> {
    let found: Option<Raw> = delivery_rows!().filter(deliveries::id.eq(id)).first(conn).optional()?;
    Ok(found.map(row))
}

/// Tests and enquiries that are looked through for an address, the latest first.
const MOST_SEARCHED: i64 = 2_000;

/// Deliveries before the id `before`, the latest first, to these recipients, and tests and mails of enquiries to this
/// address.
pub fn sent_to(
    conn: &mut Conn,
    (keys, address): (&[RecipientKey], &EmailAddress),
    wanted: Wanted,
    before: i64,
    limit: i64,
) -> Result<Vec<DeliveryRow>> {
    let mut found = page(conn, Recipients::Known(keys), wanted, before, limit)?;
    let same = |kept: &str| EmailAddress::from_envelope(kept) == *address;
    let others = page(conn, Recipients::AtDomain(address.domain()), wanted, before, MOST_SEARCHED)?;
    found.extend(others.into_iter().filter(|row| row.address.as_deref().is_some_and(same)));
    Ok(newest(found, limit))
}

/// The latest deliveries to any of these recipients, newest first.
pub fn of_recipient(conn: &mut Conn, keys: &[RecipientKey], limit: i64) -> Result<Vec<DeliveryRow>> {
    page(conn, Recipients::Known(keys), Wanted::default(), i64::MAX, limit)
}

/// The mails to nobody that is known in a standing dispatch, with their turns from `from` to before `until`.
pub fn of_turns(conn: &mut Conn, kind: DispatchKind, from: i64, until: i64) -> Result<Vec<(i64, DeliveryRow)>> {
    let turns: Vec<(i64, i64)> = turns!(kind, from, until).select((deliveries::id, deliveries::turn)).load(conn)?;
    let ids: Vec<i64> = turns.iter().map(|(id, _)| *id).collect();
    let rows: Vec<Raw> = delivery_rows!().filter(deliveries::id.eq_any(ids)).load(conn)?;
    let turn_of = |id: i64| turns.iter().find(|(same, _)| *same == id).map(|(_, turn)| *turn);
    Ok(rows.into_iter().map(row).filter_map(|row| Some((turn_of(row.id)?, row))).collect())
}

/// As [`of_turns`], the turns alone, of mails that failed or are in doubt.
pub fn undelivered_turns(conn: &mut Conn, kind: DispatchKind, from: i64, until: i64) -> Result<Vec<i64>> {
    let lost = [DeliveryState::Failed.code(), DeliveryState::Unknown.code()];
    Ok(turns!(kind, from, until).filter(deliveries::state.eq_any(lost)).select(deliveries::turn).load(conn)?)
}

/// One try that did not end in "sent".
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Attempt {
    pub at: Timestamp,
    /// The state that it left the delivery in.
    pub outcome: DeliveryState,
    pub stage: Option<DeliveryStage>,
    pub reply: String,
}

/// The tries of a delivery that did not end in "sent", in their order.
pub fn attempts_of(conn: &mut Conn, delivery: i64) -> Result<Vec<Attempt>> {
    let rows = attempts::table.filter(attempts::delivery_id.eq(delivery)).order(attempts::id);
    Ok(rows.select((attempts::at, attempts::outcome, attempts::stage, attempts::reply)).load(conn)?)
}

/// The first variant of the message of a dispatch, as it was frozen.
pub fn frozen(conn: &mut Conn, dispatch: i64) -> Result<Option<Message>> {
    let rows = messages::table.filter(messages::dispatch_id.eq(dispatch)).order((messages::variant, messages::id));
    let columns = (messages::variant, messages::language, messages::return_path, messages::subject, messages::body);
    let row: Option<(i16, String, String, String, Vec<u8>)> = rows.select(columns).first(conn).optional()?;
    let message =
        |(variant, language, return_path, subject, body)| Message { variant, language, return_path, subject, body };
    Ok(row.map(message))
}

/// Where the delivery of a dispatch to a recipient stands, and since when.
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
