//! After a stop of any kind: what became of the rows that this node had leased. The journal tells.

use super::journal::{Found, Note};
use super::queries::lease::{self, LeasedRow};
use super::queries::record::{Rules, record};
use super::{DeliveryStage, Outcome, Verdict};
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::mail::{Judgement, Reply, Stage, judge_reply};

/// Outcomes of one write.
const GROUP: usize = 500;

/// Gives every row this node had leased its outcome; then nothing in the journal is needed any more.
pub fn recover(conn: &mut Conn, now: Timestamp, node: i64, rules: &Rules, found: &Found) -> Result<()> {
    let left = lease::left_by(conn, node)?;
    let outcomes: Vec<Outcome> = left.iter().map(|row| outcome(row, verdict(row, found))).collect();
    for group in outcomes.chunks(GROUP) {
        record(conn, now, rules, group)?;
    }
    if !left.is_empty() {
        let doubts = outcomes.iter().filter(|outcome| outcome.verdict == Verdict::Doubt).count();
        tracing::info!(leased = left.len(), in_doubt = doubts, "took up what the last run left");
    }
    Ok(())
}

/// Rows of other nodes whose lease ran out. Their journal is not here, so each is in doubt.
pub fn take_over(conn: &mut Conn, now: Timestamp, node: i64, rules: &Rules) -> Result<usize> {
    let expired = lease::expired(conn, node, now)?;
    let outcomes: Vec<Outcome> = expired.iter().map(|row| outcome(row, Verdict::Doubt)).collect();
    record(conn, now, rules, &outcomes)
}

fn verdict(row: &LeasedRow, found: &Found) -> Verdict {
    match found.notes.get(&(row.id, row.lease_token)) {
        Some(Note::Reply(200..300)) => Verdict::Sent,
        // The text is lost and with it what it said of the mailbox: nobody is suppressed for a bare number.
        Some(Note::Reply(code)) => match judge_reply(Stage::Dot, &Reply::new(*code, "")) {
            Judgement::Refused { .. } => Verdict::Failed { hard: false },
            judgement => judgement.into(),
        },
        None if found.complete => Verdict::Released,
        Some(Note::Dot) | None => Verdict::Doubt,
    }
}

/// The outcome of a row that nobody is working on.
pub fn outcome(row: &LeasedRow, verdict: Verdict) -> Outcome {
    let stage = (verdict != Verdict::Released).then_some(DeliveryStage::Dot);
    let reply = match verdict {
        Verdict::Sent => "accepted; the process ended before the reply's text was kept",
        Verdict::Doubt => "the process ended before the relay's reply was read",
        _ => "",
    };
    Outcome {
        delivery: row.id,
        dispatch: row.dispatch_id,
        lease: row.lease_token,
        verdict,
        stage,
        reply: reply.to_owned(),
        address: String::new(),
        captured: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn the_journal_decides_what_a_leased_row_becomes() {
        let row = LeasedRow { id: 5, dispatch_id: 1, lease_token: 9 };
        for (note, complete, expected) in [
            (Some(Note::Reply(250)), true, Verdict::Sent),
            (Some(Note::Reply(250)), false, Verdict::Sent),
            (Some(Note::Reply(451)), true, Verdict::Deferred { counted: true }),
            (Some(Note::Reply(421)), true, Verdict::Deferred { counted: false }),
            (Some(Note::Reply(530)), true, Verdict::Deferred { counted: false }),
            (Some(Note::Reply(550)), true, Verdict::Failed { hard: false }),
            (Some(Note::Reply(554)), true, Verdict::Failed { hard: false }),
            (Some(Note::Dot), true, Verdict::Doubt),
            (None, true, Verdict::Released),
            (None, false, Verdict::Doubt),
        ] {
            let notes: HashMap<_, _> = note.map(|note| ((5, 9), note)).into_iter().collect();
            assert_eq!(verdict(&row, &Found { notes, complete }), expected, "{note:?} {complete}");
        }
        let other_lease = HashMap::from([((5, 8), Note::Dot)]);
        assert_eq!(verdict(&row, &Found { notes: other_lease, complete: true }), Verdict::Released);
    }
}
