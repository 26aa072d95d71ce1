//! The relay's health for pages, and pausing the digests that it refuses. Losing one of these writes does no harm, so a
//! failure is only logged.

use diesel::prelude::*;

use super::dispatch;
use crate::clock::Timestamp;
use crate::db::schema::relays;
use crate::db::{Both, Conn, Db, Error, Result};
use crate::delivery::PauseReason;

/// The name of the default relay, under which its health is stored. A dispatch may name it.
pub const RELAY: &str = "relay";

/// The relay's health.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = relays)]
pub struct Health {
    /// `ok`, `waiting` or `paused`.
    pub state: String,
    /// The fault or note; empty if the relay works.
    pub reason: String,
    pub updated_at: Timestamp,
}

/// The default relay's health; `None` until it was used.
pub fn health(conn: &mut Conn) -> Result<Option<Health>> {
    Ok(relays::table.find(RELAY).select(Health::as_select()).first(conn).optional()?)
}

fn set_health(conn: &mut Conn, now: Timestamp, state: &str, reason: &str) -> Result<()> {
    let row = (relays::name.eq(RELAY), relays::state.eq(state), relays::reason.eq(reason), relays::updated_at.eq(now));
    let change = (relays::state.eq(state), relays::reason.eq(reason), relays::updated_at.eq(now));
    let upsert = diesel::insert_into(relays::table).values(row).on_conflict(relays::name).do_update().set(change);
    RunQueryDsl::execute(Both(upsert), conn)?;
    Ok(())
}

/// Notes that the relay works.
pub async fn relay_is_back(db: &Db, now: Timestamp) {
    log(db.write_outcomes(move |conn| set_health(conn, now, "ok", "")).await);
}

/// Notes a failure of the relay itself. If waiting cannot mend it, running digests are paused; no delivery fails.
pub async fn relay_failed(db: &Db, now: Timestamp, reason: &str, misconfigured: bool) {
    let reason = reason.to_owned();
    let work = move |conn: &mut Conn| {
        set_health(conn, now, if misconfigured { "paused" } else { "waiting" }, &reason)?;
        if misconfigured {
            dispatch::pause_all(conn, &PauseReason::Misconfigured { fault: reason })?;
        }
        Ok(())
    };
    log(db.write_outcomes(work).await);
}

/// Pauses a dispatch.
pub async fn pause(db: &Db, id: i64, reason: PauseReason) {
    log(db.write_outcomes(move |conn| dispatch::pause(conn, id, &reason).map(drop)).await);
}

fn log(result: std::result::Result<(), Error>) {
    if let Err(error) = result {
        tracing::error!(%error, "the relay's state could not be written");
    }
}
