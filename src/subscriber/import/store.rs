//! Storing imported rows: people, subscriptions, the ledger's lines and the counters in one transaction.

use super::queries;
use super::{Row, Stored};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Newsletter};
use crate::subscriber::{ConsentAction, SubscriptionState};

/// Rows of one statement.
const BATCH: usize = 2_000;

/// Subscribes people to a newsletter in the states of their rows; nobody is mailed. Of two rows with one address the first
/// counts, and a subscription that exists stays as it is: an import never brings back who has unsubscribed.
///
/// One transaction. A caller with many rows cuts them into chunks.
pub fn store(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    newsletter: &Newsletter,
    mut rows: Vec<Row>,
) -> db::Result<Stored> {
    let all = rows.len();
    // In the order of the index of addresses: its pages are written once, and two imports cannot wait for each other.
    rows.sort_by(|a, b| a.address.normalised().cmp(b.address.normalised()));
    rows.dedup_by(|later, first| later.address == first.address);
    let mut stored = Stored::default();
    for batch in rows.chunks(BATCH) {
        queries::add_people(conn, now, &newsletter.language, batch)?;
        let added = queries::subscribe(conn, now, newsletter.id, batch)?;
        for (_, state) in &added {
            stored.count(*state);
        }
        let addresses: Vec<EmailAddress> = batch.iter().map(|row| row.address.clone()).collect();
        delivery::suppression::recall(conn, &addresses)?;
        let lines: Vec<(i64, ConsentAction)> = added.into_iter().map(|(id, state)| (id, action(state))).collect();
        queries::append_consents(conn, now, newsletter.id, actor.client(), &lines)?;
    }
    let change = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let (pending, confirmed, unsubscribed) = (stored.pending, stored.confirmed, stored.unsubscribed);
    newsletter::count_change(conn, newsletter.id, change(pending), change(confirmed), change(unsubscribed))?;
    Ok(Stored { kept: all as u64 - stored.added(), ..stored })
}

impl Stored {
    fn count(&mut self, state: SubscriptionState) {
        match state {
            SubscriptionState::Pending => self.pending += 1,
            SubscriptionState::Confirmed => self.confirmed += 1,
            SubscriptionState::Unsubscribed => self.unsubscribed += 1,
        }
    }
}

const fn action(state: SubscriptionState) -> ConsentAction {
    match state {
        SubscriptionState::Unsubscribed => ConsentAction::Withdrawn,
        SubscriptionState::Pending | SubscriptionState::Confirmed => ConsentAction::Imported,
    }
}
