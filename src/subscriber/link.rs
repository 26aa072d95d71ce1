//! The link to one's preferences, asked for by typing an address. The request is kept without looking whether anybody is
//! known under the address, so that not even its time tells; a worker looks, and mails the link if so.

use super::letters::Stationery;
use super::queries;
use super::sign_up::{may_mail, queue_preferences};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::email_address::EmailAddress;

/// Requests of one transaction.
const CHUNK: i64 = 100;

/// Keeps a request.
pub fn request(conn: &mut Conn, now: Timestamp, address: &EmailAddress) -> db::Result<()> {
    queries::add_link_request(conn, now, address.envelope())
}

/// Whether a request waits.
pub fn is_waiting(conn: &mut Conn) -> db::Result<bool> {
    Ok(!queries::link_requests(conn, 1)?.is_empty())
}

/// Takes the next requests and mails a link to those that are known, within each address's limit. One transaction;
/// returns how many requests there were.
pub fn answer(conn: &mut Conn, now: Timestamp, with: &Stationery) -> db::Result<usize> {
    let requests = queries::link_requests(conn, CHUNK)?;
    for (id, envelope) in &requests {
        // Another node may have taken it meanwhile.
        if !queries::delete_link_request(conn, *id)? {
            continue;
        }
        let Ok(address) = EmailAddress::parse(envelope) else { continue };
        let Some(person) = queries::by_address(conn, address.normalised())? else { continue };
        if may_mail(conn, now, &with.random, &address)? {
            queue_preferences(conn, now, with, (person.id, &address), "")?;
        }
    }
    Ok(requests.len())
}

/// Drops the requests of a normalised address.
pub(super) fn forget(conn: &mut Conn, address: &str) -> db::Result<()> {
    for (id, envelope) in queries::link_requests(conn, i64::MAX)? {
        if EmailAddress::parse(&envelope).is_ok_and(|found| found.normalised() == address) {
            queries::delete_link_request(conn, id)?;
        }
    }
    Ok(())
}
