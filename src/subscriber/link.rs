//! The link to a reader's preferences, requested by address. The request is stored without looking the address up, so that
//! the time it takes tells nothing; a worker looks it up and mails the link.

use super::letters::Stationery;
use super::queries;
use super::sign_up::{may_mail, queue_preferences};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::guard::limits::{self, Rule};
use crate::token::keyed_hash;

/// Requests of one transaction.
const CHUNK: i64 = 100;

/// Stores a request.
pub fn request(conn: &mut Conn, now: Timestamp, address: &EmailAddress) -> db::Result<()> {
    queries::add_link_request(conn, now, address.envelope())
}

/// Mails a link to a person who has one that does not expire. It counts apart from what strangers can request.
pub fn send(conn: &mut Conn, now: Timestamp, with: &Stationery, to: (i64, &EmailAddress)) -> db::Result<()> {
    let key = keyed_hash(&with.suppression_key, to.1.limit_key().as_bytes());
    let suppressed = delivery::is_suppressed(conn, &with.suppression_key, to.1)?;
    if suppressed || !limits::take(conn, now, "own-preferences-link", &key, Rule::MAILS_TO_ADDRESS)? {
        return Ok(());
    }
    queue_preferences(conn, now, with, to, "")
}

/// Whether a request is waiting.
pub fn is_waiting(conn: &mut Conn) -> db::Result<bool> {
    Ok(!queries::link_requests(conn, 1)?.is_empty())
}

/// Takes the next requests and mails a link to each known address, within its limit. One transaction. Returns how many
/// requests there were.
pub fn answer(conn: &mut Conn, now: Timestamp, with: &Stationery) -> db::Result<usize> {
    let requests = queries::link_requests(conn, CHUNK)?;
    for (id, envelope) in &requests {
        // Another node may have taken it.
        if !queries::delete_link_request(conn, *id)? {
            continue;
        }
        let Ok(address) = EmailAddress::parse(envelope) else { continue };
        let Some(person) = queries::by_address(conn, address.normalised())? else { continue };
        if may_mail(conn, now, with, &address)? {
            queue_preferences(conn, now, with, (person.id, &address), "")?;
        }
    }
    Ok(requests.len())
}

/// Deletes the requests of a normalised address.
pub(super) fn forget(conn: &mut Conn, address: &str) -> db::Result<()> {
    for (id, envelope) in queries::link_requests(conn, i64::MAX)? {
        if EmailAddress::parse(&envelope).is_ok_and(|requested| requested.normalised() == address) {
            queries::delete_link_request(conn, id)?;
        }
    }
    Ok(())
}
