//! The relay's health, as pages show it, and the pausing of digests that it refuses.
//! These writes are news, not outcomes: one that fails is logged and the next one comes.

use diesel::prelude::*;

use super::dispatch;
use crate::clock::Timestamp;
use crate::db::schema::relays;
use crate::db::{Both, Conn, Db, Error, Result};
use crate::delivery::PauseReason;

/// The name of the default relay, which the configuration defines: a dispatch may name it, and its health is kept under it.
pub const RELAY: &str = "relay";

/// The relay's health: its state (`ok`, `waiting`, `paused`), and why.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Health {
    pub state: String,
    pub reason: String,
    pub updated_at: Timestamp,
}

pub fn health(conn: &mut Conn) -> Result<Option<Health>> {
    let row = relays::table.find(RELAY).select((relays::state, relays::reason, relays::updated_at));
    Ok(row.first(conn).optional()?)
}

fn set_health(conn: &mut Conn, now: Timestamp, state: &str, reason: &str) -> Result<()> {
    let row = (relays::name.eq(RELAY), relays::state.eq(state), relays::reason.eq(reason), relays::updated_at.eq(now));
    let change = (relays::state.eq(state), relays::reason.eq(reason), relays::updated_at.eq(now));
    let upsert = diesel::insert_into(relays::table).values(row).on_conflict(relays::name).do_update().set(change);
    RunQueryDsl::execute(Both(upsert), conn)?;
    Ok(())
}

pub async fn relay_is_back(db: &Db, now: Timestamp) {
    log(db.write_outcomes(move |conn| set_health(conn, now, "ok", "")).await);
}

/// Notes a failure of the relay itself. When waiting cannot mend it, running digests are paused; no delivery has failed.
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

pub async fn pause(db: &Db, id: i64, reason: PauseReason) {
    log(db.write_outcomes(move |conn| dispatch::pause(conn, id, &reason).map(drop)).await);
}

fn log(result: std::result::Result<(), Error>) {
    if let Err(error) = result {
        tracing::error!(%error, "the relay's state could not be written");
    }
}
