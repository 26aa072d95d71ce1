//! The Message-ID of a delivery.

use super::{DispatchKind, queries};
use crate::db::{Conn, Result, instance};
use crate::token::{hex, keyed_hash};

/// The Message-ID without brackets: the same at each attempt, on each node, and after a change of the secret. `sender` is
/// the envelope sender.
pub(super) fn message_id(database_id: &[u8], delivery: i64, sender: &str) -> String {
    let proof = keyed_hash(database_id, &delivery.to_be_bytes());
    let domain = sender.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    format!("{delivery}.{}@{domain}", hex(proof.get(..8).unwrap_or_default()))
}

/// The Message-IDs of the mails to nobody's account in a standing dispatch with turns from `from` to before `until`, in
/// the order of their turns.
pub fn of_turns(conn: &mut Conn, kind: DispatchKind, from: i64, until: i64) -> Result<Vec<String>> {
    let Some(database_id) = instance::known_fact(conn, instance::DATABASE_ID)? else { return Ok(Vec::new()) };
    let senders = queries::report::senders_of_turns(conn, kind, from, until)?;
    Ok(senders.into_iter().map(|(delivery, sender)| message_id(&database_id, delivery, &sender)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_id_depends_on_delivery_and_installation() {
        let id = message_id(&[1; 32], 7, "news@example.org");
        assert_eq!(id, message_id(&[1; 32], 7, "news@example.org"));
        assert_ne!(id, message_id(&[2; 32], 7, "news@example.org"));
        assert!(id.starts_with("7.") && id.ends_with("@example.org"), "{id}");
    }
}
