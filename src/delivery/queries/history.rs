//! What became of mails: the rows that an editor reads, the outbox of the capture relay, and erasing a person.

use diesel::prelude::*;

use super::{columns, indexed};
use crate::clock::Timestamp;
use crate::db::schema::{attempts, captured_mails, deliveries, dispatches, messages};
use crate::db::{Conn, Result};
use crate::delivery::{DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, RecipientKey};

/// One delivery as the pages and the API show it.
#[derive(Clone, Debug)]
pub struct DeliveryRow {
    pub id: i64,
    pub dispatch: i64,
    pub kind: DispatchKind,
    /// What its dispatch is of: a digest.
    pub reference: Option<i64>,
    pub subject: String,
    pub address: Option<String>,
    pub state: DeliveryState,
    pub attempts: i16,
    pub due_at: Timestamp,
    pub stage: Option<DeliveryStage>,
    pub reply: String,
    pub reason: Option<DeliveryReason>,
    pub updated_at: Timestamp,
}

/// Deliveries with what pages show of each, as [`Raw`].
macro_rules! delivery_rows {
    () => {
        deliveries::table.inner_join(dispatches::table).inner_join(messages::table).select((
            (
                deliveries::id,
                deliveries::dispatch_id,
                dispatches::kind,
                dispatches::reference,
                messages::subject,
                deliveries::address,
            ),
            (
                deliveries::state,
                deliveries::attempts,
                deliveries::due_at,
                deliveries::stage,
                deliveries::reply,
                deliveries::reason,
                deliveries::updated_at,
            ),
        ))
    };
}
pub(super) use delivery_rows;

pub(super) type Raw = (
    (i64, i64, DispatchKind, Option<i64>, String, Option<String>),
    (DeliveryState, i16, Timestamp, Option<DeliveryStage>, String, Option<DeliveryReason>, Timestamp),
);

pub(super) fn row(
    ((id, dispatch, kind, reference, subject, address), (state, attempts, due_at, step, reply, reason, changed_at)): Raw,
) -> DeliveryRow {
    DeliveryRow {
        id,
        dispatch,
        kind,
        reference,
        subject,
        address,
        state,
        attempts,
        due_at,
        stage: step,
        reply,
        reason,
        updated_at: changed_at,
    }
}

/// Pages of a dispatch's deliveries in order of id, after the id `after`, of one state or of all.
pub fn deliveries(
    conn: &mut Conn,
    dispatch: Option<i64>,
    state: Option<DeliveryState>,
    after: i64,
    limit: i64,
) -> Result<Vec<DeliveryRow>> {
    let mut query = delivery_rows!().filter(deliveries::id.gt(after)).order(deliveries::id).limit(limit).into_boxed();
    if let Some(dispatch) = dispatch {
        query = query.filter(deliveries::dispatch_id.eq(dispatch));
    }
    if let Some(state) = state {
        query = query.filter(deliveries::state.eq(state)).filter(indexed(state));
    }
    Ok(query.load::<Raw>(conn)?.into_iter().map(row).collect())
}

/// Forgets the person behind these keys: addresses, fields, replies and captured mails go; states and counters stay.
pub fn erase(conn: &mut Conn, keys: &[RecipientKey]) -> Result<()> {
    let of_person = deliveries::recipient_key.eq_any(columns(keys));
    let ids: Vec<i64> = deliveries::table.filter(of_person.clone()).select(deliveries::id).load(conn)?;
    for ids in ids.chunks(5_000) {
        diesel::delete(captured_mails::table.filter(captured_mails::delivery_id.eq_any(ids))).execute(conn)?;
        diesel::update(attempts::table.filter(attempts::delivery_id.eq_any(ids)))
            .set(attempts::reply.eq(""))
            .execute(conn)?;
    }
    diesel::update(deliveries::table.filter(of_person))
        .set((deliveries::address.eq(None::<String>), deliveries::fields.eq("[]"), deliveries::reply.eq("")))
        .execute(conn)?;
    Ok(())
}

/// A mail that the capture relay kept.
#[derive(Clone, Debug, Queryable)]
pub struct CapturedMail {
    pub id: i64,
    pub delivery: i64,
    pub at: Timestamp,
    pub recipient: String,
    pub subject: String,
}

/// Captured mails before the id `$before`, the newest first, as [`CapturedMail`].
macro_rules! captured_rows {
    ($before:expr, $limit:expr) => {
        captured_mails::table
            .inner_join(deliveries::table.inner_join(messages::table))
            .filter(captured_mails::id.lt($before))
            .order(captured_mails::id.desc())
            .limit($limit)
            .select((
                captured_mails::id,
                captured_mails::delivery_id,
                captured_mails::at,
                captured_mails::recipient,
                messages::subject,
            ))
    };
}
pub(super) use captured_rows;

/// The outbox, newest first, before the id `before`.
pub fn captured(conn: &mut Conn, before: i64, limit: i64) -> Result<Vec<CapturedMail>> {
    Ok(captured_rows!(before, limit).load(conn)?)
}

/// One captured mail with its bytes as they would have gone to the relay.
pub fn captured_mail(conn: &mut Conn, id: i64) -> Result<Option<(String, String)>> {
    let row = captured_mails::table.find(id).select((captured_mails::recipient, captured_mails::raw));
    Ok(row.first(conn).optional()?)
}
