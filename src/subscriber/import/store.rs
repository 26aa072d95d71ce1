//! Storing imported rows: people, subscriptions, the ledger's lines, suppressions and the counters in one transaction.

use std::collections::HashMap;

use super::queries::{self, Added, Known};
use super::{Event, Row, Stored, Target};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason, SuppressionReason};
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Newsletter};
use crate::subscriber::{Consent, ConsentAction, SubscriptionState, confirm, recipient_keys};

/// Rows of one statement.
const BATCH: usize = 2_000;
/// The source of these changes in the ledger.
const SOURCE: &str = "import";

/// Subscribes people to a newsletter in the states of their rows; nobody is mailed. Of two rows with one address the first
/// counts, and a subscription that exists stays as it is: an import never brings back who has unsubscribed.
///
/// One transaction. A caller with many rows cuts them into chunks. The rows are of no import, and no address is suppressed.
pub fn store(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    newsletter: &Newsletter,
    mut rows: Vec<Row>,
) -> db::Result<Stored> {
    for history in rows.iter_mut().filter_map(|row| row.history.as_mut()) {
        history.suppression = None;
    }
    let (actor, newsletter) = (actor.clone(), newsletter.clone());
    store_rows(conn, now, &Target { actor, newsletter, entry: None, suppression_key: Vec::new() }, rows)
}

/// As [`store`], for the rows of an import.
pub(super) fn store_rows(conn: &mut Conn, now: Timestamp, target: &Target, rows: Vec<Row>) -> db::Result<Stored> {
    let all = rows.len();
    let rows = in_order(rows);
    let newsletter = &target.newsletter;
    let mut stored = Stored::default();
    for batch in rows.chunks(BATCH) {
        queries::add_people(conn, now, &newsletter.language, batch)?;
        let added = queries::subscribe(conn, now, newsletter.id, target.entry, batch)?;
        for one in &added {
            stored.count(one.state);
        }
        let addresses: Vec<EmailAddress> = batch.iter().map(|row| row.address.clone()).collect();
        delivery::suppression::recall(conn, &addresses)?;
        let known = look_up(conn, newsletter.id, batch)?;
        queries::append_consents(conn, newsletter.id, &ledger(now, target, &added, &known, batch))?;
        stored.ended += end(conn, now, target, &known, batch)?;
        stored.suppressed += suppress(conn, now, target, &known, batch)?;
    }
    let (pending, confirmed, unsubscribed) = (stored.pending, stored.confirmed, stored.unsubscribed);
    newsletter::count_change(conn, newsletter.id, pending, confirmed, unsubscribed)?;
    let kept = i64::try_from(all).unwrap_or(i64::MAX) - stored.added() - stored.ended;
    Ok(Stored { kept, ..stored })
}

/// In the order of the index of addresses, each once: its pages are written once, and two imports cannot wait for each
/// other.
pub(super) fn in_order(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by(|a, b| a.address.normalised().cmp(b.address.normalised()));
    rows.dedup_by(|later, first| later.address == first.address);
    rows
}

/// What is stored about the people of those rows that say more than a state, or end one; by address.
fn look_up(conn: &mut Conn, newsletter: i64, rows: &[Row]) -> db::Result<HashMap<String, Known>> {
    let says_more = |row: &&Row| row.history.is_some() || row.state == SubscriptionState::Unsubscribed;
    let addresses: Vec<&str> = rows.iter().filter(says_more).map(|row| row.address.normalised()).collect();
    if addresses.is_empty() {
        return Ok(HashMap::new());
    }
    let known = queries::known(conn, newsletter, addresses.into_iter())?;
    Ok(known.into_iter().map(|one| (one.address.clone(), one)).collect())
}

/// The lines about the subscriptions that were added: what happened elsewhere in its order, and the import.
fn ledger(
    now: Timestamp,
    target: &Target,
    added: &[Added],
    known: &HashMap<String, Known>,
    rows: &[Row],
) -> Vec<(i64, Consent)> {
    let told = rows.iter().filter_map(|row| Some((known.get(row.address.normalised())?.subscriber, row)));
    let told: HashMap<i64, &Row> = told.collect();
    let line = |action: ConsentAction, at: Timestamp, client: &str| Consent {
        newsletter_id: Some(target.newsletter.id),
        action,
        wording: String::new(),
        at: at.min(now),
        client: client.to_owned(),
        source: SOURCE.to_owned(),
    };
    let client = target.actor.client();
    let mut lines = Vec::with_capacity(added.len());
    for one in added {
        let history = told.get(&one.subscriber_id).and_then(|row| row.history.as_ref());
        let event = |event: &Option<Event>, action| event.as_ref().map(|event| line(action, event.at, &event.client));
        let opted_in = history.and_then(|history| event(&history.opted_in, ConsentAction::Requested));
        let confirmed = history.and_then(|history| event(&history.confirmed, ConsentAction::Confirmed));
        let last = match one.state {
            SubscriptionState::Unsubscribed => {
                line(ConsentAction::Withdrawn, history.and_then(|history| history.left_at).unwrap_or(now), client)
            }
            SubscriptionState::Pending | SubscriptionState::Confirmed => line(ConsentAction::Imported, now, client),
        };
        lines.extend([opted_in, confirmed, Some(last)].into_iter().flatten().map(|line| (one.subscriber_id, line)));
    }
    lines
}

/// Ends subscriptions that only an import had made, and whose rows say that the reader has left. Returns how many.
fn end(
    conn: &mut Conn,
    now: Timestamp,
    target: &Target,
    known: &HashMap<String, Known>,
    rows: &[Row],
) -> db::Result<i64> {
    let mut ended = 0;
    for row in rows {
        let known = known.get(row.address.normalised()).filter(|known| ends(row, known));
        let Some(subscription) = known.and_then(|known| known.subscription) else { continue };
        confirm::unsubscribe(conn, &target.actor, now, subscription, SOURCE)?;
        ended += 1;
    }
    Ok(ended)
}

/// Whether a row ends a subscription that was there before it.
pub(super) fn ends(row: &Row, known: &Known) -> bool {
    let has_left = row.state == SubscriptionState::Unsubscribed;
    has_left && !known.has_acted && known.state.is_some_and(|state| state != SubscriptionState::Unsubscribed)
}

/// Why the address of a row is to be suppressed. What a person did here is newer than a bounce elsewhere.
pub(super) fn suppression(row: &Row, known: Option<&Known>) -> Option<SuppressionReason> {
    let reason = row.history.as_ref().and_then(|history| history.suppression);
    reason.filter(|_| known.is_none_or(|known| !known.has_acted))
}

/// Suppresses the addresses whose rows say so. Returns how many.
fn suppress(
    conn: &mut Conn,
    now: Timestamp,
    target: &Target,
    known: &HashMap<String, Known>,
    rows: &[Row],
) -> db::Result<i64> {
    let mut suppressed = Vec::new();
    for row in rows {
        let known = known.get(row.address.normalised());
        let Some(reason) = suppression(row, known) else { continue };
        suppressed.push((row.address.clone(), reason));
        for key in known.map(|known| recipient_keys(conn, known.subscriber)).transpose()?.unwrap_or_default() {
            delivery::skip_waiting(conn, now, key, DeliveryReason::Suppressed)?;
        }
    }
    delivery::suppression::suppress_all(conn, now, &target.suppression_key, target.entry, &suppressed)
}
