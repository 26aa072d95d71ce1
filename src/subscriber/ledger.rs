//! Appending to the ledger of consent. Lines are never changed, except that erasing a person blanks personal fields.

use super::{Consent, ConsentAction, queries};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};

/// Appends a line about a subscriber and, if it concerns one, a newsletter.
pub(super) fn append(
    conn: &mut Conn,
    now: Timestamp,
    actor: &Actor,
    (subscriber, newsletter_id): (i64, Option<i64>),
    action: ConsentAction,
    wording: &str,
    source: &str,
) -> Result<()> {
    let consent = Consent {
        newsletter_id,
        action,
        wording: wording.to_owned(),
        at: now,
        client: actor.client().to_owned(),
        source: source.to_owned(),
    };
    queries::append_consent(conn, subscriber, &consent)
}
