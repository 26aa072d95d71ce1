//! Erasing a person's data everywhere, for the person or an editor.

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::contact;
use crate::db::{self, Conn};
use crate::subscriber;
use crate::token::Random;

/// Erases a person: subscriber, mails, suppressed address, enquiries. One transaction, after which the caller scrubs
/// the database; false if there was nobody.
pub fn erase(conn: &mut Conn, actor: &Actor, now: Timestamp, random: &Random, subscriber: i64) -> db::Result<bool> {
    let Some(address) = subscriber::erase::erase(conn, actor, now, random, subscriber)? else { return Ok(false) };
    contact::forget(conn, now, &address)?;
    // Actions of readers are in the ledger, not in the audit log.
    if !matches!(actor, Actor::Visitor { .. }) {
        audit::record(conn, now, actor, "subscriber.erase", "subscriber", Some(subscriber), "")?;
    }
    Ok(true)
}
