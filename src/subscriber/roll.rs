//! The roll of subscribers as editors and operators work with it: pages, search, adding one, import, export, the purge.

use super::queries::{self, Line};
use super::{ConsentAction, SubscriptionState, append, person_key};
use crate::actor::Actor;
use crate::audit;
use crate::clock::{DAY, Timestamp};
use crate::db::{self, Conn};
use crate::delivery;
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Newsletter};

/// An unconfirmed sign-up is forgotten after this.
const PENDING_KEPT: i64 = 30 * DAY;
/// Rows of one purge transaction.
const PURGE: i64 = 500;

/// What a page of the roll shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub newsletter: Option<i64>,
    pub state: Option<SubscriptionState>,
    /// A part of an address or name; empty for all.
    pub search: String,
}

/// The next lines of the roll behind the subscription `after`, in order of id.
pub fn page(conn: &mut Conn, filter: &Filter, after: i64, limit: i64) -> db::Result<Vec<Line>> {
    queries::roll(conn, filter, Place::After(after), limit)
}

/// A place in the roll: a subscription's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    After(i64),
    Before(i64),
}

/// A page of the roll with the newest first, and whether there are lines on either side of it.
#[derive(Clone, Debug, Default)]
pub struct Leaf {
    pub lines: Vec<Line>,
    pub newer: bool,
    pub older: bool,
}

/// The page with the newest lines first that begins behind, or ends before, a place.
pub fn leaf(conn: &mut Conn, filter: &Filter, place: Place, size: usize) -> db::Result<Leaf> {
    let limit = i64::try_from(size).unwrap_or(i64::MAX).saturating_add(1);
    let mut lines = queries::roll(conn, filter, place, limit)?;
    let more = lines.len() > size;
    lines.truncate(size);
    Ok(match place {
        Place::Before(id) => Leaf { lines, newer: id != i64::MAX, older: more },
        Place::After(_) => {
            lines.reverse();
            Leaf { lines, newer: more, older: true }
        }
    })
}

/// One reader that an operator brings along.
#[derive(Clone, Debug)]
pub struct Entry {
    pub address: EmailAddress,
    pub name: String,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: u64,
    /// Already subscribed, or has left: an import never brings back who has unsubscribed.
    pub kept: u64,
}

/// Brings readers along in `state`; nobody is written to. One transaction; callers cut a file into chunks.
pub fn import(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    newsletter: &Newsletter,
    state: SubscriptionState,
    entries: &[Entry],
) -> db::Result<Imported> {
    let mut imported = Imported::default();
    for entry in entries {
        let subscriber = queries::ensure(conn, now, &entry.address, &entry.name, &newsletter.language)?;
        let (mut subscription, made) = queries::ensure_subscription(conn, now, subscriber, newsletter.id, state)?;
        if !made {
            imported.kept += 1;
            continue;
        }
        imported.added += 1;
        let action = if state == SubscriptionState::Unsubscribed {
            subscription.unsubscribed_at = Some(now);
            queries::store(conn, &subscription)?;
            ConsentAction::Withdrawn
        } else {
            ConsentAction::Imported
        };
        append(conn, now, actor, (subscriber, Some(newsletter.id)), action, "", "import")?;
    }
    let added = i64::try_from(imported.added).unwrap_or(i64::MAX);
    let (pending, confirmed, unsubscribed) = match state {
        SubscriptionState::Pending => (added, 0, 0),
        SubscriptionState::Confirmed => (0, added, 0),
        SubscriptionState::Unsubscribed => (0, 0, added),
    };
    newsletter::count_change(conn, newsletter.id, pending, confirmed, unsubscribed)?;
    Ok(imported)
}

/// The line in the audit log of an import, once its last chunk is in: how many readers it added.
pub fn note_import(conn: &mut Conn, actor: &Actor, now: Timestamp, newsletter: i64, added: u64) -> db::Result<()> {
    audit::record(conn, now, actor, "subscriber.import", "newsletter", Some(newsletter), &added.to_string())
}

/// Forgets sign-ups that were never confirmed; returns how many. Call it again while it returns any.
pub fn purge_pending(conn: &mut Conn, now: Timestamp) -> db::Result<usize> {
    let stale = queries::stale_pending(conn, now.plus(-PENDING_KEPT), PURGE)?;
    for (subscription, subscriber, newsletter) in &stale {
        delivery::skip(conn, now, *subscription, "never confirmed")?;
        delivery::erase(conn, &[*subscription])?;
        queries::delete_subscription(conn, *subscription)?;
        newsletter::count_change(conn, *newsletter, -1, 0, 0)?;
        if queries::subscriptions_of(conn, *subscriber)?.is_empty() {
            delivery::skip(conn, now, person_key(*subscriber), "never confirmed")?;
            delivery::erase(conn, &[person_key(*subscriber)])?;
            queries::blank(conn, now, *subscriber)?;
        }
    }
    Ok(stale.len())
}
