//! The subscribers that a search finds.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::{Conn, Result, on_each};
use crate::subscriber::search::{Term, after_prefix};

/// Subscribers that are looked up by their ids, below SQLite's limit of bound values.
const FEW: i64 = 5_000;
/// Subscribers whose ids the database collects before it reads their lines.
const SOME: i64 = 100_000;

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

/// The ids of the subscribers within the ranges; `None` if they are more than 5,000.
pub fn few(conn: &mut Conn, ranges: &Ranges) -> Result<Option<Vec<i64>>> {
    let mut few: Vec<i64> = within(conn, ranges, "id", "number", FEW + 1)?.into_iter().map(|row| row.number).collect();
    if few.len() > usize::try_from(FEW).unwrap_or_default() {
        return Ok(None);
    }
    few.sort_unstable();
    few.dedup();
    Ok(Some(few))
}

/// Whether more than 100,000 subscribers are within the ranges.
pub fn are_many(conn: &mut Conn, ranges: &Ranges) -> Result<bool> {
    Ok(within(conn, ranges, "1", "COUNT(*) AS number", SOME + 1)?.pop().is_some_and(|row| row.number > SOME))
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
