//! Exporting subscriptions as rows that the import takes back: with what the ledger says about opting in and confirming,
//! and with the suppressed addresses. It writes no file.

use std::collections::HashMap;

use super::audience::{Audience, Line};
use super::queries::exported::{self, Details, Events, Suppressed};
use super::{SubscriptionState, roll};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{SuppressionReason, suppression};
use crate::email_address::EmailAddress;
use crate::newsletter;
use crate::text::csv_safe;

/// The names of the columns.
pub const COLUMNS: [&str; 13] = [
    "email",
    "name",
    "newsletter",
    "state",
    "since",
    "language",
    "suppressed",
    "opted_in_at",
    "opted_in_from",
    "confirmed_at",
    "confirmed_from",
    "unsubscribed_at",
    "paused_until",
];
/// Subscriptions, and then suppressions, of one chunk.
const CHUNK: i64 = 5_000;

/// An export in progress.
#[derive(Clone, Debug)]
pub struct Export {
    audience: Audience,
    /// The slug of each newsletter.
    slugs: HashMap<i64, String>,
}

/// Where a chunk begins: behind this subscription, or behind the suppression with this key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Subscription(i64),
    Suppression(Vec<u8>),
}

impl Place {
    pub const START: Self = Self::Subscription(0);
}

/// The next rows of an export.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// The cells of each row, safe from being read as formulas by a spreadsheet.
    pub rows: Vec<[String; COLUMNS.len()]>,
    /// Where the next chunk begins; `None` at the end.
    pub next: Option<Place>,
}

impl Export {
    /// Begins an export of a newsletter, or of all, and records it in the audit log.
    pub fn begin(conn: &mut Conn, actor: &Actor, now: Timestamp, newsletter: Option<i64>) -> db::Result<Self> {
        let slugs: HashMap<i64, String> =
            newsletter::list(conn)?.into_iter().map(|newsletter| (newsletter.id, newsletter.settings.slug)).collect();
        let detail = newsletter.and_then(|id| slugs.get(&id)).map_or("", String::as_str);
        audit::record(conn, now, actor, "subscriber.export", "newsletter", newsletter, detail)?;
        Ok(Self { audience: Audience { newsletter, ..Audience::default() }, slugs })
    }

    /// The rows from a place on, without erased people: the subscriptions, and then the suppressed addresses that have none.
    pub fn chunk(&self, conn: &mut Conn, place: &Place) -> db::Result<Chunk> {
        match place {
            Place::Subscription(after) => self.subscriptions(conn, *after),
            Place::Suppression(after) => self.suppressions(conn, after),
        }
    }

    fn subscriptions(&self, conn: &mut Conn, after: i64) -> db::Result<Chunk> {
        let lines = roll::page(conn, &self.audience, after, CHUNK)?;
        let ids: Vec<i64> = lines.iter().map(|line| line.subscription).collect();
        let people: Vec<i64> = lines.iter().map(|line| line.subscriber).collect();
        let addresses = lines.iter().map(|line| line.envelope.as_deref().unwrap_or_default());
        let addresses: Vec<EmailAddress> = addresses.map(EmailAddress::from_envelope).collect();
        let reasons = suppression::reasons(conn, &addresses)?;
        let (details, events) = (exported::details(conn, &ids)?, exported::events(conn, &people)?);
        let rows = lines.iter().zip(reasons).filter_map(|(line, suppressed)| {
            let events = events.get(&(line.subscriber, line.newsletter));
            self.row(line, details.get(&line.subscription), events, suppressed)
        });
        let next = match lines.last() {
            Some(line) => Place::Subscription(line.subscription),
            None => Place::Suppression(Vec::new()),
        };
        Ok(Chunk { rows: rows.collect(), next: Some(next) })
    }

    fn row(
        &self,
        line: &Line,
        details: Option<&Details>,
        events: Option<&Events>,
        suppressed: Option<SuppressionReason>,
    ) -> Option<[String; COLUMNS.len()]> {
        let time = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
        let Events { opted_in, confirmed } = events.cloned().unwrap_or_default();
        let cells =
            |event: Option<(Timestamp, String)>| event.map(|(at, client)| (at.to_string(), client)).unwrap_or_default();
        let ((opted_in_at, opted_in_from), (confirmed_at, confirmed_from)) = (cells(opted_in), cells(confirmed));
        Some([
            csv_safe(line.envelope.as_deref()?),
            csv_safe(&line.name),
            self.slugs.get(&line.newsletter).cloned().unwrap_or_default(),
            line.state.to_string(),
            line.created_at.to_string(),
            details.map(|details| details.language.clone()).unwrap_or_default(),
            suppressed.map(|reason| reason.to_string()).unwrap_or_default(),
            opted_in_at,
            opted_in_from,
            confirmed_at,
            confirmed_from,
            time(details.and_then(|details| details.unsubscribed_at)),
            time(line.paused_until),
        ])
    }

    fn suppressions(&self, conn: &mut Conn, after: &[u8]) -> db::Result<Chunk> {
        let suppressions = exported::suppressions(conn, self.audience.newsletter, after, CHUNK)?;
        let row = |one: &Suppressed| {
            let mut row: [String; COLUMNS.len()] = std::array::from_fn(|_| String::new());
            let [email, _, _, state, since, _, suppressed, ..] = &mut row;
            *email = csv_safe(&one.address);
            *state = SubscriptionState::Unsubscribed.to_string();
            *since = one.at.to_string();
            *suppressed = one.reason.to_string();
            row
        };
        let next = suppressions.last().map(|one| Place::Suppression(one.key.clone()));
        Ok(Chunk { rows: suppressions.iter().map(row).collect(), next })
    }
}
