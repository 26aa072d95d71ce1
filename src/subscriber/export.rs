//! Exporting subscriptions as rows that the import takes back. It writes no file.

use std::collections::HashMap;

use super::audience::{Audience, Line};
use super::roll;
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::newsletter;
use crate::text::csv_safe;

/// The names of the columns.
pub const COLUMNS: [&str; 5] = ["email", "name", "newsletter", "state", "since"];
/// Subscriptions of one chunk.
const CHUNK: i64 = 5_000;

/// An export in progress.
#[derive(Clone, Debug)]
pub struct Export {
    audience: Audience,
    /// The slug of each newsletter.
    slugs: HashMap<i64, String>,
}

/// The next rows of an export.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    /// The cells of each row, safe from being read as formulas by a spreadsheet.
    pub rows: Vec<[String; 5]>,
    /// The subscription after which the next chunk begins; `None` at the end.
    pub next: Option<i64>,
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

    /// The rows after the subscription `after` (0 for the first chunk), without erased people.
    pub fn chunk(&self, conn: &mut Conn, after: i64) -> db::Result<Chunk> {
        let lines = roll::page(conn, &self.audience, after, CHUNK)?;
        let row = |line: &Line| {
            let email = csv_safe(line.envelope.as_deref()?);
            let slug = self.slugs.get(&line.newsletter).cloned().unwrap_or_default();
            Some([email, csv_safe(&line.name), slug, line.state.to_string(), line.created_at.to_string()])
        };
        Ok(Chunk { rows: lines.iter().filter_map(row).collect(), next: lines.last().map(|line| line.subscription) })
    }
}
