//! Erasing a person everywhere, whoever asks for it.

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::contact;
use crate::db::{self, Conn};
use crate::subscriber;
use crate::token::Random;

/// Erases a person: subscriber, mails, suppressed address, enquiries. One transaction. Returns the recipient keys that the
/// caller withdraws after the commit, before it scrubs the database; `None` when there was nobody.
pub fn erase(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    subscriber: i64,
) -> db::Result<Option<Vec<i64>>> {
    let Some(erased) = subscriber::erase::erase(conn, actor, now, random, subscriber)? else { return Ok(None) };
    contact::forget(conn, now, &erased.address)?;
    // What readers do with their own data stands in the ledger.
    if !matches!(actor, Actor::Visitor { .. }) {
        audit::record(conn, now, actor, "subscriber.erase", "subscriber", Some(subscriber), "")?;
    }
    Ok(Some(erased.keys))
}
