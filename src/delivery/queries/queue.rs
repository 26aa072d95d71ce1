//! Queueing: freezing a message, adding its recipients, and stopping the mails of a recipient who leaves.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Nullable, SmallInt, Text};

use super::additions;
use super::dispatch::{end_if_done, lock, standing};
use crate::clock::Timestamp;
use crate::db::schema::{deliveries, dispatches, messages};
use crate::db::{Both, Conn, Prepared, Result};
use crate::delivery::retry::AT_ONCE;
use crate::delivery::{DeliveryReason, DeliveryState, DispatchKind, Message, Recipient, RecipientKey, Variant};
use crate::effect::Effect;
use crate::token::sha256;

/// Rows of one insert statement, below SQLite's limit of bound values.
const BATCH: usize = 1_000;

/// Stores a message for a dispatch and returns its id. The same bytes are stored once for each variant.
pub fn freeze(conn: &mut Conn, now: Timestamp, dispatch: i64, message: &Message) -> Result<i64> {
    let hash = sha256(&message.body).to_vec();
    let same = messages::table
        .filter(messages::dispatch_id.eq(dispatch))
        .filter(messages::variant.eq(message.variant))
        .filter(messages::hash.eq(&hash));
    if let Some(id) = same.select(messages::id).first(conn).optional()? {
        return Ok(id);
    }
    let row = (
        messages::dispatch_id.eq(dispatch),
        messages::variant.eq(message.variant),
        messages::language.eq(&message.language),
        messages::hash.eq(&hash),
        messages::return_path.eq(&message.return_path),
        messages::subject.eq(&message.subject),
        messages::body.eq(&message.body),
        messages::created_at.eq(now),
    );
    let insert = diesel::insert_into(messages::table).values(row).on_conflict_do_nothing().returning(messages::id);
    match RunQueryDsl::get_result(Both(insert), conn).optional()? {
        Some(id) => Ok(id),
        None => Ok(same.select(messages::id).first(conn)?),
    }
}

/// The variants of a dispatch by number, at least one.
pub fn variants(conn: &mut Conn, dispatch: i64) -> Result<Vec<Variant>> {
    let rows = messages::table.filter(messages::dispatch_id.eq(dispatch)).order((messages::variant, messages::id));
    let variants: Vec<Variant> = rows.select(Variant::as_select()).load(conn)?;
    if variants.is_empty() {
        return Err(diesel::result::Error::NotFound.into());
    }
    Ok(variants)
}

#[derive(Insertable)]
#[diesel(table_name = deliveries, treat_none_as_default_value = false)]
struct NewDelivery<'a> {
    dispatch_id: i64,
    message_id: i64,
    recipient_key: i64,
    turn: i64,
    address: &'a str,
    fields: String,
    state: DeliveryState,
    attempts: i16,
    doubts: i16,
    queued_at: Timestamp,
    due_at: Timestamp,
    reason: Option<DeliveryReason>,
    reply: &'static str,
    updated_at: Timestamp,
}

/// Queues a message to recipients, counts those that are new as expected and returns their number. A recipient who is
/// queued already stays unchanged.
pub fn enqueue(conn: &mut Conn, now: Timestamp, dispatch: i64, message: i64, recipients: &[Recipient]) -> Result<i64> {
    let added = insert(conn, recipients, |recipient| new_row(now, dispatch, message, recipient))?;
    additions::raise(conn, dispatch, added)?;
    conn.after_commit(Effect::Queued);
    Ok(added)
}

/// Queues a message to one recipient in the standing dispatch of a kind; dispatch and message are stored at first use.
pub fn enqueue_standing(
    conn: &mut Conn,
    now: Timestamp,
    kind: DispatchKind,
    message: &Message,
    recipient: &Recipient,
) -> Result<()> {
    conn.after_commit(Effect::Queued);
    let hash = sha256(&message.body);
    let known = match conn {
        Conn::Pg(pg) => {
            if add_known(pg, now, kind, &hash, recipient)? {
                return Ok(());
            }
            // That statement has looked.
            None
        }
        Conn::Sqlite(_) => known(conn, kind, &hash)?,
    };
    let (dispatch, message) = if let Some(known) = known {
        known
    } else {
        let dispatch = standing(conn, now, kind)?;
        (dispatch, freeze(conn, now, dispatch, message)?)
    };
    let added = insert(conn, std::slice::from_ref(recipient), |recipient| new_row(now, dispatch, message, recipient))?;
    additions::add(conn, dispatch, added)
}

/// The standing dispatch of a kind, and its message with this hash.
fn known(conn: &mut Conn, kind: DispatchKind, hash: &[u8]) -> Result<Option<(i64, i64)>> {
    let known = messages::table
        .inner_join(dispatches::table)
        .filter(dispatches::kind.eq(kind))
        .filter(dispatches::reference.eq(0_i64))
        .filter(messages::hash.eq(hash))
        .select((dispatches::id, messages::id));
    Ok(known.first(conn).optional()?)
}

/// Queues a message that a standing dispatch has already, and counts it, in one statement; false if there is none.
fn add_known(
    pg: &mut PgConnection,
    now: Timestamp,
    kind: DispatchKind,
    hash: &[u8],
    recipient: &Recipient,
) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Known {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let row = new_row(now, 0, 0, recipient);
    let query = diesel::sql_query(
        "WITH known AS (
             SELECT d.id AS dispatch_id, m.id AS message_id FROM dispatches d JOIN messages m ON m.dispatch_id = d.id
             WHERE d.kind = $1 AND d.reference = 0 AND m.hash = $2 LIMIT 1),
         added AS (
             INSERT INTO deliveries (dispatch_id, message_id, recipient_key, turn, address, fields, state, attempts, doubts,
                 queued_at, due_at, reply, updated_at)
             SELECT dispatch_id, message_id, $3, $4, $5, $6, $7, 0, 0, $8, $9, '', $8 FROM known
             ON CONFLICT DO NOTHING RETURNING dispatch_id),
         counted AS (INSERT INTO dispatch_additions (dispatch_id, expected) SELECT dispatch_id, 1 FROM added)
         SELECT count(*) AS count FROM known",
    );
    let query = query
        .bind::<SmallInt, _>(kind)
        .bind::<Binary, _>(hash)
        .bind::<BigInt, _>(row.recipient_key)
        .bind::<BigInt, _>(row.turn)
        .bind::<Text, _>(row.address)
        .bind::<Text, _>(&row.fields)
        .bind::<SmallInt, _>(row.state)
        .bind::<BigInt, _>(now)
        .bind::<BigInt, _>(AT_ONCE);
    Ok(Prepared(query).get_result::<Known>(pg)?.count > 0)
}

/// The recipients of one message in a chunk of an audience.
#[derive(Clone, Debug)]
pub struct Share {
    pub message: i64,
    pub mailed: Vec<Recipient>,
    /// Each gets a skipped delivery, so that the counters cover everybody.
    pub suppressed: Vec<Recipient>,
}

/// Queues a chunk of an audience. The dispatch's row changes last: until this transaction ends, every outcome waits for it.
pub fn enqueue_chunk(conn: &mut Conn, now: Timestamp, dispatch: i64, shares: &[Share]) -> Result<()> {
    let (state, reason) = (DeliveryState::Skipped, Some(DeliveryReason::Suppressed));
    let (mut expected, mut skipped) = (0, 0);
    for Share { message, mailed, suppressed } in shares {
        expected += insert(conn, mailed, |recipient| new_row(now, dispatch, *message, recipient))?;
        let row = |recipient| NewDelivery { state, reason, ..new_row(now, dispatch, *message, recipient) };
        skipped += insert(conn, suppressed, row)?;
    }
    let counters = (
        dispatches::expected.eq(dispatches::expected + expected + skipped),
        dispatches::skipped.eq(dispatches::skipped + skipped),
    );
    diesel::update(dispatches::table.find(dispatch)).set(counters).execute(conn)?;
    conn.after_commit(Effect::Queued);
    Ok(())
}

/// Inserts the rows of recipients who are not yet queued; returns how many.
fn insert<'a>(
    conn: &mut Conn,
    recipients: &'a [Recipient],
    row: impl Fn(&'a Recipient) -> NewDelivery<'a>,
) -> Result<i64> {
    let mut added = 0;
    for batch in recipients.chunks(BATCH) {
        let rows: Vec<_> = batch.iter().map(&row).collect();
        added += match conn {
            Conn::Sqlite(sqlite) => {
                diesel::insert_into(deliveries::table).values(&rows).on_conflict_do_nothing().execute(sqlite)?
            }
            Conn::Pg(pg) => insert_set(pg, &rows)?,
        };
    }
    Ok(i64::try_from(added).unwrap_or(i64::MAX))
}

/// Inserts rows that differ in their recipients only. As arrays PostgreSQL reads them several times as fast as with a
/// parameter for each value.
fn insert_set(pg: &mut PgConnection, rows: &[NewDelivery<'_>]) -> QueryResult<usize> {
    let Some(first) = rows.first() else { return Ok(0) };
    let query = diesel::sql_query(
        "INSERT INTO deliveries (dispatch_id, message_id, recipient_key, turn, address, fields, state, attempts, doubts,
             queued_at, due_at, reason, reply, updated_at)
         SELECT $1, $2, r.key, r.turn, r.address, r.fields, $3, 0, 0, $4, $5, $6, '', $4
         FROM unnest($7, $8, $9, $10) AS r (key, turn, address, fields) ON CONFLICT DO NOTHING",
    );
    query
        .bind::<BigInt, _>(first.dispatch_id)
        .bind::<BigInt, _>(first.message_id)
        .bind::<SmallInt, _>(first.state)
        .bind::<BigInt, _>(first.queued_at)
        .bind::<BigInt, _>(first.due_at)
        .bind::<Nullable<SmallInt>, _>(first.reason)
        .bind::<Array<BigInt>, _>(rows.iter().map(|row| row.recipient_key).collect::<Vec<_>>())
        .bind::<Array<BigInt>, _>(rows.iter().map(|row| row.turn).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(rows.iter().map(|row| row.address).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(rows.iter().map(|row| row.fields.as_str()).collect::<Vec<_>>())
        .execute(pg)
}

fn new_row(now: Timestamp, dispatch: i64, message: i64, recipient: &Recipient) -> NewDelivery<'_> {
    NewDelivery {
        dispatch_id: dispatch,
        message_id: message,
        recipient_key: recipient.key.to_column(),
        turn: recipient.turn,
        address: recipient.address.envelope(),
        fields: serde_json::to_string(&recipient.fields).unwrap_or_default(),
        state: DeliveryState::Queued,
        attempts: 0,
        doubts: 0,
        queued_at: now,
        due_at: AT_ONCE,
        reason: None,
        reply: "",
        updated_at: now,
    }
}

/// How many deliveries were stopped because a recipient left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skipped {
    pub waiting: usize,
    /// Leased rows, which are marked; the engine that holds them stops before the dot.
    pub leased: usize,
}

/// Stops the mails to a recipient that are not yet sent, and prevents failed ones from being sent again.
pub fn skip(conn: &mut Conn, now: Timestamp, recipient: RecipientKey, reason: DeliveryReason) -> Result<Skipped> {
    stop(conn, now, recipient, reason, &[DeliveryState::Failed.code(), DeliveryState::Unknown.code()])
}

/// As [`skip`], for a reason that may pass, such as a suppression: while it lasts, failed mails are not sent again anyway.
pub fn skip_waiting(
    conn: &mut Conn,
    now: Timestamp,
    recipient: RecipientKey,
    reason: DeliveryReason,
) -> Result<Skipped> {
    stop(conn, now, recipient, reason, &[])
}

/// Deliveries in the states `ended` are marked so that they are never sent again.
fn stop(
    conn: &mut Conn,
    now: Timestamp,
    recipient: RecipientKey,
    reason: DeliveryReason,
    ended: &[i16],
) -> Result<Skipped> {
    let waiting = [DeliveryState::Queued.code(), DeliveryState::Deferred.code()];
    let open = [waiting.as_slice(), ended, &[DeliveryState::Leased.code()]].concat();
    if recipient == RecipientKey::Nobody {
        return Ok(Skipped { waiting: 0, leased: 0 });
    }
    let of_recipient = deliveries::table.filter(deliveries::recipient_key.eq(recipient.to_column()));
    // Includes the dispatches of leased rows, which an outcome may turn into waiting ones at any time.
    let affected = of_recipient.filter(deliveries::state.eq_any(open)).select(deliveries::dispatch_id);
    let affected: BTreeSet<i64> = affected.load(conn)?.into_iter().collect();
    lock(conn, &affected.iter().copied().collect::<Vec<_>>())?;
    let change = (
        deliveries::state.eq(DeliveryState::Skipped),
        deliveries::reason.eq(Some(reason)),
        deliveries::left_at.eq(Some(now.0)),
        deliveries::updated_at.eq(now),
    );
    let mut skipped = Skipped { waiting: 0, leased: 0 };
    for dispatch in affected {
        let rows = of_recipient.filter(deliveries::dispatch_id.eq(dispatch)).filter(deliveries::state.eq_any(waiting));
        let count = diesel::update(rows).set(change).execute(conn)?;
        if count > 0 {
            diesel::update(dispatches::table.find(dispatch))
                .set(dispatches::skipped.eq(dispatches::skipped + i64::try_from(count).unwrap_or(i64::MAX)))
                .execute(conn)?;
            end_if_done(conn, now, dispatch)?;
        }
        skipped.waiting += count;
    }
    let leased = of_recipient.filter(deliveries::state.eq(DeliveryState::Leased));
    skipped.leased = diesel::update(leased).set(deliveries::left_at.eq(Some(now.0))).execute(conn)?;
    let ended = of_recipient.filter(deliveries::state.eq_any(ended));
    diesel::update(ended).set(deliveries::left_at.eq(Some(now.0))).execute(conn)?;
    conn.after_commit(Effect::Left(recipient));
    Ok(skipped)
}
