//! The recorder: writes outcomes in groups. While it cannot write, no further mail is begun.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;

use super::context::Context;
use crate::delivery::Outcome;
use crate::delivery::queries::record::record;

/// Outcomes of one write.
const GROUP: usize = 1_000;
const WAIT_AFTER_FAILURE: Duration = Duration::from_millis(500);
/// Tries to write at the end before the journal is left to tell.
const LAST_TRIES: u32 = 4;

/// Runs until every courier has ended and all is written.
pub(super) async fn run(context: Arc<Context>, mut received: UnboundedReceiver<Outcome>) {
    let mut group = Vec::with_capacity(GROUP);
    while received.recv_many(&mut group, GROUP).await > 0 {
        let outcomes: Arc<[Outcome]> = group.drain(..).collect();
        if write(&context, &outcomes).await {
            settle(&context, &outcomes);
        }
    }
}

/// Writes a group, however long the database is away; false only when the engine stops meanwhile.
async fn write(context: &Arc<Context>, outcomes: &Arc<[Outcome]>) -> bool {
    let mut tries = 0;
    loop {
        let (group, rules, now) = (outcomes.clone(), context.rules.clone(), context.clock.now());
        match context.db.write_outcomes(move |conn| record(conn, now, &rules, &group)).await {
            Ok(taken) => {
                if taken < outcomes.len() {
                    tracing::warn!(dropped = outcomes.len() - taken, "outcomes came after their lease had ended");
                }
                context.desk.stall(false);
                return true;
            }
            Err(error) => {
                tracing::error!(%error, "outcomes could not be written; sending waits");
                context.desk.stall(true);
                tries += 1;
                if context.desk.is_stopped() && tries >= LAST_TRIES {
                    return false;
                }
                tokio::time::sleep(WAIT_AFTER_FAILURE).await;
            }
        }
    }
}

fn settle(context: &Context, outcomes: &[Outcome]) {
    context.desk.settle(outcomes.iter().map(|outcome| outcome.delivery));
    if let Err(error) = context.journal.settle(outcomes.iter().map(|outcome| (outcome.delivery, outcome.lease))) {
        tracing::error!(%error, "the delivery journal could not be rewritten");
    }
}
