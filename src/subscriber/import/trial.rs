//! Counting what an import would do, without storing anything.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::queries::{self, Known};
use super::store::{ends, in_order, suppression};
use super::{Row, Stored};
use crate::db::{self, Conn};

/// Rows of one statement.
const BATCH: usize = 2_000;

/// The addresses of the rows so far, as hashes.
#[derive(Default)]
pub(super) struct Seen(HashSet<u64>);

impl Seen {
    /// The rows whose address comes for the first time.
    pub fn first(&mut self, rows: Vec<Row>) -> Vec<Row> {
        let hash = |row: &Row| {
            let mut hasher = DefaultHasher::new();
            row.address.normalised().hash(&mut hasher);
            hasher.finish()
        };
        rows.into_iter().filter(|row| self.0.insert(hash(row))).collect()
    }
}

/// What storing these rows would do, each of an address that no other row has.
pub(super) fn count_rows(conn: &mut Conn, newsletter: i64, rows: Vec<Row>) -> db::Result<Stored> {
    let mut stored = Stored::default();
    for batch in in_order(rows).chunks(BATCH) {
        let known = queries::known(conn, newsletter, batch.iter().map(|row| row.address.normalised()))?;
        let known: HashMap<&str, &Known> = known.iter().map(|one| (one.address.as_str(), one)).collect();
        for row in batch {
            let known = known.get(row.address.normalised()).copied();
            match known.filter(|known| known.state.is_some()) {
                Some(known) if ends(row, known) => stored.ended += 1,
                Some(_) => stored.kept += 1,
                None => stored.count(row.state),
            }
            stored.suppressed += i64::from(suppression(row, known).is_some());
        }
    }
    Ok(stored)
}
