//! Forgetting mails to [`RecipientKey::Nobody`]: tests, and enquiries with their answers. Mails not yet sent are skipped;
//! message, address and reply are blanked; the row stays with its state.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::dispatch::{end_if_done, lock};
use crate::clock::Timestamp;
use crate::db::schema::{attempts, captured_mails, deliveries, dispatches, messages};
use crate::db::{Conn, Result, containing};
use crate::delivery::{DeliveryReason, DeliveryState, DispatchKind, RecipientKey};
use crate::email_address::EmailAddress;

/// Forgets mails of a standing dispatch by their turns, with their messages.
pub fn forget_turns(conn: &mut Conn, now: Timestamp, kind: DispatchKind, from: i64, until: i64) -> Result<()> {
    let rows = deliveries::table
        .inner_join(dispatches::table)
        .filter(dispatches::kind.eq(kind))
        .filter(deliveries::recipient_key.eq(RecipientKey::Nobody.to_column()))
        .filter(deliveries::turn.ge(from))
        .filter(deliveries::turn.lt(until));
    let mails: Vec<(i64, i64)> = rows.select((deliveries::id, deliveries::message_id)).load(conn)?;
    skip(conn, now, &mails.iter().map(|(id, _)| *id).collect::<Vec<_>>())?;
    for (delivery, message) in mails {
        forget(conn, delivery)?;
        let empty: &[u8] = &[];
        let change = (messages::subject.eq(""), messages::body.eq(empty));
        diesel::update(messages::table.find(message)).set(change).execute(conn)?;
    }
    Ok(())
}

/// Forgets the test mails to an address and the enquiries that were mailed there; an enquiry that is not yet sent is still
/// sent.
pub fn forget_address(conn: &mut Conn, now: Timestamp, address: &EmailAddress) -> Result<()> {
    let domain = address.domain();
    let rows = deliveries::table
        .inner_join(dispatches::table)
        .filter(dispatches::kind.eq_any([DispatchKind::Test.code(), DispatchKind::Enquiry.code()]))
        .filter(deliveries::recipient_key.eq(RecipientKey::Nobody.to_column()))
        .filter(deliveries::address.like(containing(&format!("@{domain}"))).escape('\\'))
        .select((deliveries::id, dispatches::kind, deliveries::state, deliveries::address));
    let mails: Vec<(i64, DispatchKind, i16, Option<String>)> = rows.load(conn)?;
    let is_to_go = |state: i16| open().contains(&state);
    let same = |stored: &str| EmailAddress::from_envelope(stored) == *address;
    let ids: Vec<i64> = mails
        .into_iter()
        .filter(|(_, kind, state, to)| {
            (*kind == DispatchKind::Test || !is_to_go(*state)) && to.as_deref().is_some_and(same)
        })
        .map(|(id, ..)| id)
        .collect();
    skip(conn, now, &ids)?;
    ids.into_iter().try_for_each(|id| forget(conn, id))
}

const fn waiting() -> [i16; 2] {
    [DeliveryState::Queued.code(), DeliveryState::Deferred.code()]
}

const fn open() -> [i16; 3] {
    [DeliveryState::Queued.code(), DeliveryState::Deferred.code(), DeliveryState::Leased.code()]
}

/// Skips those of these mails that are not yet sent.
fn skip(conn: &mut Conn, now: Timestamp, ids: &[i64]) -> Result<()> {
    let rows = deliveries::table.filter(deliveries::id.eq_any(ids));
    let open: Vec<(i64, i64)> =
        rows.filter(deliveries::state.eq_any(open())).select((deliveries::dispatch_id, deliveries::id)).load(conn)?;
    let mut by_dispatch: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (dispatch, id) in open {
        by_dispatch.entry(dispatch).or_default().push(id);
    }
    lock(conn, &by_dispatch.keys().copied().collect::<Vec<_>>())?;
    let change = (
        deliveries::state.eq(DeliveryState::Skipped),
        deliveries::reason.eq(Some(DeliveryReason::Erased)),
        deliveries::left_at.eq(Some(now.0)),
        deliveries::updated_at.eq(now),
    );
    for (dispatch, ids) in by_dispatch {
        let rows = deliveries::table.filter(deliveries::id.eq_any(ids));
        let count =
            diesel::update(rows.clone().filter(deliveries::state.eq_any(waiting()))).set(change).execute(conn)?;
        let leased = rows.filter(deliveries::state.eq(DeliveryState::Leased));
        diesel::update(leased).set(deliveries::left_at.eq(Some(now.0))).execute(conn)?;
        diesel::update(dispatches::table.find(dispatch))
            .set(dispatches::skipped.eq(dispatches::skipped + i64::try_from(count).unwrap_or(i64::MAX)))
            .execute(conn)?;
        end_if_done(conn, now, dispatch)?;
    }
    Ok(())
}

fn forget(conn: &mut Conn, id: i64) -> Result<()> {
    diesel::delete(captured_mails::table.filter(captured_mails::delivery_id.eq(id))).execute(conn)?;
    diesel::update(attempts::table.filter(attempts::delivery_id.eq(id))).set(attempts::reply.eq("")).execute(conn)?;
    let change = (deliveries::address.eq(None::<String>), deliveries::fields.eq("[]"), deliveries::reply.eq(""));
    diesel::update(deliveries::table.find(id)).set(change).execute(conn)?;
    Ok(())
}
