//! Recovery after a stop of any kind: the journal tells the outcomes of the rows that this node had leased.

use super::journal::{Contents, Note};
use super::queries::lease::{self, LeasedRow};
use super::queries::record::{Rules, record};
use super::{AttemptNote, DeliveryStage, Outcome, Verdict};
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::mail::{Judgement, Reply, Stage, judge_reply};

/// Outcomes of one write.
const GROUP: usize = 500;

/// Records an outcome for each row that this node had leased. Afterwards the journal can begin anew.
pub fn recover(conn: &mut Conn, now: Timestamp, node: i64, rules: &Rules, journal: &Contents) -> Result<()> {
    let left = lease::left_by(conn, node)?;
    let outcomes: Vec<Outcome> = left.iter().map(|row| outcome(row, verdict(row, journal))).collect();
    for group in outcomes.chunks(GROUP) {
        record(conn, now, rules, group)?;
    }
    if journal.damaged {
        tracing::warn!(
            "the delivery journal is damaged: each mail that was under way and has no reply in it is in doubt"
        );
    }
    if !left.is_empty() {
        let doubts = outcomes.iter().filter(|outcome| outcome.verdict == Verdict::Doubt).count();
        tracing::info!(leased = left.len(), in_doubt = doubts, "recovered the leases of the last run");
    }
    Ok(())
}

/// Takes over rows of other nodes whose lease has ended. Their journals are elsewhere, so each row is in doubt.
pub fn take_over(conn: &mut Conn, now: Timestamp, node: i64, rules: &Rules) -> Result<usize> {
    let expired = lease::expired(conn, node, now)?;
    let outcomes: Vec<Outcome> = expired.iter().map(|row| outcome(row, Verdict::Doubt)).collect();
    record(conn, now, rules, &outcomes)
}

fn verdict(row: &LeasedRow, journal: &Contents) -> Verdict {
    match journal.notes.get(&(row.id, row.lease_token)) {
        Some(Note::Reply(200..300)) => Verdict::Sent,
        // The reply's text is lost, and nobody is suppressed for a code alone.
        Some(Note::Reply(code)) => match judge_reply(Stage::Dot, &Reply::new(*code, "")) {
            Judgement::Refused { .. } => Verdict::Failed { hard: false },
            judgement => judgement.into(),
        },
        None if journal.complete => Verdict::Released,
        Some(Note::Dot) | None => Verdict::Doubt,
    }
}

/// The outcome of a row that no job here works on.
pub fn outcome(row: &LeasedRow, verdict: Verdict) -> Outcome {
    let stage = (verdict != Verdict::Released).then_some(DeliveryStage::Dot);
    let note = match verdict {
        Verdict::Sent => Some(AttemptNote::ReplyLost),
        Verdict::Doubt => Some(AttemptNote::ReplyUnread),
        _ => None,
    };
    Outcome {
        delivery: row.id,
        dispatch: row.dispatch_id,
        lease: row.lease_token,
        verdict,
        stage,
        reply: note.map(|note| note.to_string()).unwrap_or_default(),
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
            let contents = Contents { notes, complete, ..Contents::default() };
            assert_eq!(verdict(&row, &contents), expected, "{note:?} {complete}");
        }
        let other_lease = HashMap::from([((5, 8), Note::Dot)]);
        let contents = Contents { notes: other_lease, complete: true, ..Contents::default() };
        assert_eq!(verdict(&row, &contents), Verdict::Released);
    }
}
