//! Deliveries as editors read them, the outbox of the capture relay, and erasing a person.

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::{columns, indexed};
use crate::clock::Timestamp;
use crate::db::schema::{attempts, captured_mails, deliveries, dispatches, messages};
use crate::db::{Conn, Result};
use crate::delivery::{DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, RecipientKey};

/// A delivery as pages and API show it.
#[derive(Clone, Debug, Queryable, Selectable, Serialize, ToSchema)]
#[diesel(table_name = deliveries)]
pub struct DeliveryRow {
    pub id: i64,
    #[diesel(column_name = dispatch_id)]
    pub dispatch: i64,
    #[diesel(select_expression = dispatches::kind)]
    pub kind: DispatchKind,
    /// The id of the digest that its dispatch sends.
    #[diesel(select_expression = dispatches::reference)]
    #[serde(skip)]
    pub reference: Option<i64>,
    #[diesel(select_expression = messages::subject)]
    pub subject: String,
    /// Null once the recipient is erased.
    #[serde(rename = "email")]
    pub address: Option<String>,
    pub state: DeliveryState,
    pub attempts: i16,
    #[serde(skip)]
    pub due_at: Timestamp,
    #[serde(skip)]
    pub stage: Option<DeliveryStage>,
    /// The relay's reply. If there is none: a name, such as `timed-out`, `reply-unread` or `too-large-for-relay:9000000`.
    pub reply: String,
    #[serde(skip)]
    pub reason: Option<DeliveryReason>,
    pub updated_at: Timestamp,
}

/// Deliveries as [`DeliveryRow`].
macro_rules! delivery_rows {
    () => {
        deliveries::table.inner_join(dispatches::table).inner_join(messages::table).select(DeliveryRow::as_select())
    };
}
pub(super) use delivery_rows;

/// Deliveries after the id `after` by rising id, of one dispatch or all, in one state or any.
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
    Ok(query.load(conn)?)
}

/// Erases the person with these keys: deletes addresses, fields, replies and captured mails; states and counters stay.
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

/// A mail in the outbox, where the capture relay keeps mails.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = captured_mails)]
pub struct CapturedMail {
    pub id: i64,
    #[diesel(column_name = delivery_id)]
    pub delivery: i64,
    pub at: Timestamp,
    pub recipient: String,
    #[diesel(select_expression = messages::subject)]
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
            .select(CapturedMail::as_select())
    };
}
pub(super) use captured_rows;

/// The outbox, newest first, before the id `before`.
pub fn captured(conn: &mut Conn, before: i64, limit: i64) -> Result<Vec<CapturedMail>> {
    Ok(captured_rows!(before, limit).load(conn)?)
}

/// The recipient of a captured mail, and its bytes as a relay would have received them.
pub fn captured_mail(conn: &mut Conn, id: i64) -> Result<Option<(String, String)>> {
    let row = captured_mails::table.find(id).select((captured_mails::recipient, captured_mails::raw));
    Ok(row.first(conn).optional()?)
}
