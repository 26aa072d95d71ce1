//! The recorder: writes outcomes in groups. While it cannot write, no mail is begun.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

use super::context::Context;
use crate::db::Error;
use crate::delivery::queries::record::record;
use crate::delivery::{Outcome, Verdict};

/// The most outcomes of one write.
const GROUP: usize = 1_000;
/// A smaller group waits a moment for more: the journal holds its outcomes, and a commit costs as much as many rows.
const ENOUGH: usize = 500;
const GATHER: Duration = Duration::from_millis(20);
/// While at least this many outcomes arrive in a moment, the group waits for a few moments.
const BUSY: usize = 50;
const MOMENTS: u32 = 3;
/// The most outcomes of one write on PostgreSQL that are not "sent": each needs several statements.
const FEW: usize = 50;
/// A write that takes longer than this halts sending until it ends.
const SLOW: Duration = Duration::from_secs(1);
const WAIT_AFTER_FAILURE: Duration = Duration::from_millis(500);
/// Attempts before a group is split: what looks like an outage may come from one outcome, such as a lock on its row.
const TRIES_TOGETHER: u32 = 20;
/// Attempts to write at the end, before recovery is left to the journal.
const LAST_TRIES: u32 = 4;

/// Runs until every courier has ended and all outcomes are written.
pub(super) async fn run(context: Arc<Context>, mut received: UnboundedReceiver<Outcome>) {
    let mut group = Vec::with_capacity(GROUP);
    while received.recv_many(&mut group, GROUP).await > 0 {
        for _ in 0..MOMENTS {
            if group.len() >= ENOUGH || context.desk.is_stopped() || !gather(&mut group, &mut received).await {
                break;
            }
        }
        for outcomes in parts(group.drain(..), context.db.is_postgres()) {
            keep(&context, outcomes).await;
        }
    }
}

/// Waits a moment and adds the outcomes that have arrived; true while many arrive.
async fn gather(group: &mut Vec<Outcome>, received: &mut UnboundedReceiver<Outcome>) -> bool {
    tokio::time::sleep(GATHER).await;
    let before = group.len();
    while group.len() < GROUP
        && let Ok(outcome) = received.try_recv()
    {
        group.push(outcome);
    }
    group.len() - before >= BUSY
}

/// On SQLite one transaction takes all. On PostgreSQL each dispatch has its own transactions: one that held the locks of two
/// dispatches could deadlock with a transaction that takes them in the other order. And a transaction takes few outcomes
/// that need statements of their own, because the other servers wait for the dispatch's row meanwhile.
fn parts(outcomes: impl Iterator<Item = Outcome>, is_postgres: bool) -> Vec<Arc<[Outcome]>> {
    if !is_postgres {
        return vec![outcomes.collect()];
    }
    let (mut sent, mut others) = (BTreeMap::<i64, Vec<Outcome>>::new(), BTreeMap::<i64, Vec<Outcome>>::new());
    for outcome in outcomes {
        let kind = if outcome.verdict == Verdict::Sent { &mut sent } else { &mut others };
        kind.entry(outcome.dispatch).or_default().push(outcome);
    }
    let few = others.values().flat_map(|outcomes| outcomes.chunks(FEW)).map(Arc::from);
    sent.into_values().map(Arc::from).chain(few).collect()
}

/// Writes a group. An outcome that the database refuses is split off, so that it does not hold up the others.
async fn keep(context: &Arc<Context>, outcomes: Arc<[Outcome]>) {
    let mut parts = vec![outcomes];
    while let Some(part) = parts.pop() {
        match write(context, &part).await {
            Written::Kept => settle(context, &part),
            Written::Stopped => {}
            Written::Refused(error) => parts.extend(smaller(&part, &error)),
        }
    }
}

/// The halves of a refused group; of a single outcome a version without texts. If even that is refused, the row stays
/// leased until the next start, which recovers it from the journal: better than sending a second mail.
fn smaller(part: &Arc<[Outcome]>, error: &Error) -> Vec<Arc<[Outcome]>> {
    let (one, other) = part.split_at(part.len() / 2);
    if !one.is_empty() {
        return vec![one.into(), other.into()];
    }
    let bare = |outcome: &Outcome| Outcome { reply: String::new(), captured: None, ..outcome.clone() };
    for outcome in other {
        tracing::error!(delivery = outcome.delivery, %error, "the database refuses an outcome");
    }
    other.iter().filter(|outcome| bare(outcome) != **outcome).map(|outcome| [bare(outcome)].into()).collect()
}

/// The result of a write.
enum Written {
    Kept,
    /// The engine stopped before the database was back.
    Stopped,
    /// The database works and refuses this group.
    Refused(Error),
}

/// Writes a group, however long the database is unavailable.
async fn write(context: &Arc<Context>, outcomes: &Arc<[Outcome]>) -> Written {
    let mut tries = 0;
    loop {
        let (group, rules, now) = (outcomes.clone(), context.rules.clone(), context.clock.now());
        let mut writing = pin!(context.db.write_outcomes(move |conn| record(conn, now, &rules, &group)));
        let written = if let Ok(written) = timeout(SLOW, &mut writing).await {
            written
        } else {
            tracing::warn!("writing outcomes takes long; sending waits");
            context.desk.stall(true);
            writing.await
        };
        match written {
            Ok(taken) => {
                if taken < outcomes.len() {
                    tracing::warn!(dropped = outcomes.len() - taken, "outcomes arrived after their lease had ended");
                }
                context.desk.stall(false);
                return Written::Kept;
            }
            Err(error) if !error.is_outage() || (outcomes.len() > 1 && tries >= TRIES_TOGETHER) => {
                context.desk.stall(false);
                return Written::Refused(error);
            }
            Err(error) => {
                tracing::error!(%error, "outcomes could not be written; sending waits");
                context.desk.stall(true);
                tries += 1;
                if context.desk.is_stopped() && tries >= LAST_TRIES {
                    return Written::Stopped;
                }
                tokio::time::sleep(WAIT_AFTER_FAILURE).await;
            }
        }
    }
}

fn settle(context: &Context, outcomes: &[Outcome]) {
    let leases = || outcomes.iter().map(|outcome| (outcome.delivery, outcome.lease));
    context.desk.settle(leases());
    if let Err(error) = context.journal.settle(leases()) {
        tracing::error!(%error, "the delivery journal could not be rewritten");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(dispatch: i64, verdict: Verdict, count: usize) -> Vec<Outcome> {
        let outcome = Outcome {
            delivery: 1,
            dispatch,
            lease: 1,
            verdict,
            stage: None,
            reply: String::new(),
            address: String::new(),
            captured: None,
        };
        vec![outcome; count]
    }

    #[test]
    fn a_transaction_locks_one_dispatch_and_not_for_long() {
        let deferred = Verdict::Deferred { counted: true };
        let all = [outcomes(1, Verdict::Sent, 200), outcomes(1, deferred, 120), outcomes(2, Verdict::Sent, 3)].concat();
        let sizes =
            |is_postgres| parts(all.clone().into_iter(), is_postgres).iter().map(|part| part.len()).collect::<Vec<_>>();
        assert_eq!(sizes(true), [200, 3, 50, 50, 20]);
        assert_eq!(sizes(false), [323]);
    }
}
