//! The subscribers that a search finds.
//!
//! The fast way depends on their number. A few are looked up in the sorted indexes, and their subscriptions by id. With
//! many, the list is read in its own order and each line is tested, until the page is full.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::{Conn, Result, on_each};
use crate::subscriber::search::{Term, after_prefix};

/// Subscribers that are looked up by their ids, below SQLite's limit of bound values.
const FEW: i64 = 5_000;
/// Subscribers whose ids the database collects first; beyond, lines are tested one by one.
const SOME: i64 = 100_000;

/// How the list finds the lines of a term.
pub enum Matches {
    /// By these ids.
    Few(Vec<i64>),
    /// By the ids of all subscribers within the ranges.
    Some(Ranges),
    /// By testing whether the subscriber of each line is within the ranges.
    Many,
}

/// From the first text up to but not including the second, in byte order.
pub type Range = (String, String);

/// The bounds of a term in the indexes of addresses, domains and names. An empty range holds nobody.
pub struct Ranges {
    pub address: Range,
    pub domain: Range,
    pub name: Range,
}

impl Ranges {
    pub fn of(term: &Term) -> Self {
        let from = |text: &str| (text.to_owned(), after_prefix(text));
        let nobody = Range::default;
        match term {
            Term::Address(text) => Self { address: from(text), domain: nobody(), name: nobody() },
            Term::Domain(text) => Self { address: nobody(), domain: from(text), name: nobody() },
            Term::Any(text) => Self { address: from(text), domain: from(text), name: from(text) },
        }
    }
}

/// The domain of an address, spelled as in the index.
pub fn domain(conn: &Conn, address: &str) -> String {
    if conn.is_postgres() {
        format!("split_part({address}, '@', 2) COLLATE \"C\"")
    } else {
        format!("substr({address}, instr({address}, '@') + 1)")
    }
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Counts the subscribers that a term finds.
pub fn matches(conn: &mut Conn, term: &Term) -> Result<Matches> {
    let ranges = Ranges::of(term);
    let mut few: Vec<i64> = within(conn, &ranges, "id", "number", FEW + 1)?.into_iter().map(|row| row.number).collect();
    if few.len() <= usize::try_from(FEW).unwrap_or_default() {
        few.sort_unstable();
        few.dedup();
        return Ok(Matches::Few(few));
    }
    // Without the ids, PostgreSQL need not read the rows.
    let found = within(conn, &ranges, "1", "COUNT(*) AS number", SOME + 1)?.pop().map_or(0, |row| row.number);
    Ok(if found <= SOME { Matches::Some(ranges) } else { Matches::Many })
}

/// Selects from up to `most` rows of `value` within the ranges; a subscriber within several ranges appears several times.
fn within(conn: &mut Conn, ranges: &Ranges, value: &str, select: &str, most: i64) -> Result<Vec<Number>> {
    let domain = domain(conn, "address");
    let text = format!(
        "SELECT {select} FROM (
             SELECT {value} AS number FROM subscribers WHERE address >= $1 AND address < $2
             UNION ALL
             SELECT {value} FROM subscribers WHERE address IS NOT NULL AND {domain} >= $3 AND {domain} < $4
             UNION ALL
             SELECT {value} FROM subscribers WHERE name_key >= $5 AND name_key < $6
             UNION ALL
             SELECT {value} FROM subscribers WHERE surname_key >= $5 AND surname_key < $6
             LIMIT $7) AS found"
    );
    let query = diesel::sql_query(text)
        .bind::<Text, _>(&ranges.address.0)
        .bind::<Text, _>(&ranges.address.1)
        .bind::<Text, _>(&ranges.domain.0)
        .bind::<Text, _>(&ranges.domain.1)
        .bind::<Text, _>(&ranges.name.0)
        .bind::<Text, _>(&ranges.name.1)
        .bind::<BigInt, _>(most);
    Ok(on_each!(conn, |c| query.load(c))?)
}
