//! Idempotency keys: a POST that is repeated with its key gets the first answer.
//!
//! `begin` and `remember` run in the transaction of the action, so that key and effect are committed together. A second
//! request with the key waits for the first, and a failed action leaves its key unused.

use super::queries::idempotency as queries;
use crate::clock::{DAY, Timestamp};
use crate::db::{Conn, Result};

/// How long an answer is stored.
const KEPT: i64 = DAY;

/// The state of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// New: act, then [`remember`].
    Fresh,
    /// Answered before, with this answer.
    Replay { status: u16, body: String },
    /// Used before with another body: the caller answers 422.
    Mismatch,
    /// The first request is still running: the caller answers 409.
    InProgress,
}

/// Whether a text can be an `Idempotency-Key`: 1 to 255 visible ASCII characters.
#[must_use]
pub fn is_key(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

/// Takes the key for this request, or returns its state. `scope` names the API key and the route.
pub fn begin(conn: &mut Conn, now: Timestamp, scope: &str, key: &str, body_hash: &[u8; 32]) -> Result<Begun> {
    if queries::insert(conn, now, scope, key, body_hash, now.plus(-KEPT))? {
        return Ok(Begun::Fresh);
    }
    let begun = queries::find(conn, scope, key)?.map(|(hash, status, body)| match u16::try_from(status) {
        _ if hash != body_hash => Begun::Mismatch,
        Ok(0) | Err(_) => Begun::InProgress,
        Ok(status) => Begun::Replay { status, body },
    });
    // A row that disappears between the two statements was purged or freed.
    Ok(begun.unwrap_or(Begun::InProgress))
}

/// Stores the answer of a key that was [`Begun::Fresh`]. `body` has ids, never an address, since it outlives an
/// erasure.
pub fn remember(conn: &mut Conn, scope: &str, key: &str, status: u16, body: &str) -> Result<()> {
    queries::answer(conn, scope, key, i16::try_from(status).unwrap_or(i16::MAX), body)
}

/// Frees a key whose action failed, for an action of several transactions.
pub fn forget(conn: &mut Conn, scope: &str, key: &str) -> Result<()> {
    queries::delete(conn, scope, key)
}

/// Deletes at most `limit` answers that are older than a day; returns how many.
pub fn purge(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    queries::purge(conn, now.plus(-KEPT), limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_short_visible_text() {
        for (text, good) in [
            ("8e03978e-40d5-43dd-bc93-6894a57f9324", true),
            ("a b", true),
            ("", false),
            ("a\r\nb", false),
            ("schlüssel", false),
            (&"k".repeat(255), true),
            (&"k".repeat(256), false),
        ] {
            assert_eq!(is_key(text), good, "{text:?}");
        }
    }
}
