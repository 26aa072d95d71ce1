//! Closing and reopening enquiries, and the state of their mails. Nothing here sends a mail.

use super::{EnquiryState, TURNS, queries};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryRow, DispatchKind};

/// Closes an open enquiry that needs no answer; false if it is not open.
pub fn close(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    let closed = queries::change_state(conn, id, &[EnquiryState::Open], EnquiryState::Closed)?;
    if closed {
        audit::record(conn, now, actor, "enquiry.close", "enquiry", Some(id), "")?;
    }
    Ok(closed)
}

/// Reopens a closed or answered enquiry; false if it is open.
pub fn reopen(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> db::Result<bool> {
    let from = [EnquiryState::Closed, EnquiryState::Answered];
    let opened = queries::change_state(conn, id, &from, EnquiryState::Open)?;
    if opened {
        audit::record(conn, now, actor, "enquiry.reopen", "enquiry", Some(id), "")?;
    }
    Ok(opened)
}

/// The deliveries of an enquiry's mails.
#[derive(Clone, Debug, Default)]
pub struct Mails {
    /// To the contact address.
    pub enquiry: Option<DeliveryRow>,
    /// To the visitor, in the order of the answers.
    pub answers: Vec<Option<DeliveryRow>>,
}

/// The deliveries of an enquiry's mails; `answers` is the number of its answers.
pub fn mails(conn: &mut Conn, id: i64, answers: usize) -> db::Result<Mails> {
    let mut rows = delivery::of_turns(conn, DispatchKind::Enquiry, id * TURNS, (id + 1) * TURNS)?;
    let mut take = |number: i64| {
        let at = rows.iter().position(|(turn, _)| *turn == id * TURNS + number);
        at.map(|at| rows.swap_remove(at).1)
    };
    let enquiry = take(0);
    let numbers = (1..).take(answers);
    Ok(Mails { enquiry, answers: numbers.map(take).collect() })
}

/// Which of these enquiries have a mail that failed or is in doubt.
pub fn undelivered(conn: &mut Conn, ids: &[i64]) -> db::Result<Vec<i64>> {
    let (Some(first), Some(last)) = (ids.iter().min(), ids.iter().max()) else { return Ok(Vec::new()) };
    let turns = delivery::undelivered_turns(conn, DispatchKind::Enquiry, first * TURNS, (last + 1) * TURNS)?;
    Ok(ids.iter().copied().filter(|id| turns.iter().any(|turn| turn / TURNS == *id)).collect())
}
