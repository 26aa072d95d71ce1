//! Log lines about digests: one is being sent, is paused, goes on or has ended, with its counters. This worker changes
//! nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use crate::db::{self, Conn, Db};
use crate::delivery::{self, Counters, Dispatch, DispatchKind, DispatchState};
use crate::digest;
use crate::locale::Locale;

/// What the last turn has seen.
#[derive(Clone, Debug)]
struct Seen {
    /// The newest dispatch of a digest.
    newest: i64,
    /// The states of the open dispatches.
    open: BTreeMap<i64, DispatchState>,
}

/// Logs what has changed since the last turn.
pub struct News {
    db: Db,
    seen: Mutex<Option<Seen>>,
}

impl News {
    #[must_use]
    pub fn new(db: Db) -> Self {
        Self { db, seen: Mutex::new(None) }
    }

    /// One turn. The first one logs only open dispatches.
    pub async fn turn(&self) {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let before = seen.clone();
        // Others log that the database is away; the next turn continues here.
        let Ok((newest, dispatches)) = self.db.read(move |conn| look(conn, before.as_ref())).await else { return };
        let open = seen.map(|seen| seen.open).unwrap_or_default();
        for dispatch in &dispatches {
            tell(dispatch, open.get(&dispatch.id).copied());
        }
        let open = dispatches.iter().filter(|dispatch| !has_ended(dispatch)).map(|d| (d.id, d.state)).collect();
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(Seen { newest, open });
    }
}

/// The newest dispatch, and those that were or are open or have begun and ended since the last turn.
fn look(conn: &mut Conn, seen: Option<&Seen>) -> db::Result<(i64, Vec<Dispatch>)> {
    let new = digest::dispatches_after(conn, seen.map_or(0, |seen| seen.newest))?;
    let newest = new.last().copied().or(seen.map(|seen| seen.newest)).unwrap_or(0);
    let mut dispatches = delivery::running_of_kind(conn, DispatchKind::Digest)?;
    let Some(seen) = seen else { return Ok((newest, dispatches)) };
    let running: BTreeSet<i64> = dispatches.iter().map(|dispatch| dispatch.id).collect();
    for id in seen.open.keys().chain(&new).filter(|id| !running.contains(id)) {
        dispatches.extend(delivery::dispatch(conn, *id)?);
    }
    Ok((newest, dispatches))
}

/// A cancelled dispatch is not done while deliveries are in flight.
const fn has_ended(dispatch: &Dispatch) -> bool {
    match dispatch.state {
        DispatchState::Running | DispatchState::Paused => false,
        DispatchState::Done => true,
        DispatchState::Cancelled => dispatch.counters.to_go() == 0,
    }
}

fn tell(dispatch: &Dispatch, before: Option<DispatchState>) {
    let Dispatch { id, state, counters, reason, .. } = dispatch;
    let digest = dispatch.reference.unwrap_or_default();
    if before.is_none() {
        tracing::info!(digest, dispatch = id, "a digest is being sent");
    }
    if has_ended(dispatch) {
        let Counters { expected, sent, failed, skipped, cancelled, unknown, .. } = counters;
        let state = state.as_str();
        tracing::info!(
            digest,
            dispatch = id,
            state,
            expected,
            sent,
            failed,
            skipped,
            cancelled,
            unknown,
            "a digest has ended"
        );
    } else if before != Some(*state) {
        match state {
            DispatchState::Running if before.is_some() => tracing::info!(digest, dispatch = id, "a digest goes on"),
            DispatchState::Paused => {
                let reason = reason.as_ref().map(|reason| reason.words(&Locale::default())).unwrap_or_default();
                tracing::info!(digest, dispatch = id, reason, "a digest is paused");
            }
            _ => {}
        }
    }
}
