//! The marks of the servers in the database: for each a number that only rises, and when the server was last seen.

use diesel::prelude::*;

use super::lease::database_time;
use crate::clock::{MINUTE, Timestamp};
use crate::db::schema::instance;
use crate::db::{self, Conn, Result, instance as facts};

/// A server that was seen within this time runs.
const SEEN: i64 = MINUTE;
/// More than any mark that a server can have noted since the copy was made.
const LEAP: i64 = 1 << 40;

/// The mark of a server: its fact is named by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row {
    node: i64,
    number: i64,
    seen_at: i64,
}

impl Row {
    fn parse(name: &str, value: &[u8]) -> Option<Self> {
        let node = name.strip_prefix("mark-")?.parse().ok()?;
        let (number, seen_at) = std::str::from_utf8(value).ok()?.split_once(' ')?;
        Some(Self { node, number: number.parse().ok()?, seen_at: seen_at.parse().ok()? })
    }

    fn store(self, conn: &mut Conn) -> Result<()> {
        facts::keep(conn, &format!("mark-{}", self.node), &format!("{} {}", self.number, self.seen_at))
    }
}

fn all(conn: &mut Conn) -> Result<Vec<Row>> {
    let facts: Vec<(String, Vec<u8>)> =
        instance::table.filter(instance::name.like("mark-%")).select((instance::name, instance::value)).load(conn)?;
    Ok(facts.iter().filter_map(|(name, value)| Row::parse(name, value)).collect())
}

/// The mark of a server; 0 if it has none.
pub fn number(conn: &mut Conn, node: i64) -> Result<i64> {
    let name = format!("mark-{node}");
    let value = facts::known_fact(conn, &name)?;
    Ok(value.and_then(|value| Row::parse(&name, &value)).map_or(0, |row| row.number))
}

/// Raises the mark of a server above `known` and returns it.
pub fn raise(conn: &mut Conn, now: Timestamp, node: i64, known: i64) -> Result<i64> {
    let number = number(conn, node)?.max(known) + 1;
    Row { node, number, seen_at: database_time(conn, now)?.0 }.store(conn)?;
    Ok(number)
}

/// Raises the marks of the other servers so far that none of their journals is ahead of its mark.
pub fn raise_others(conn: &mut Conn, node: i64) -> Result<()> {
    let others = all(conn)?.into_iter().filter(|row| row.node != node);
    others.into_iter().try_for_each(|row| Row { number: row.number.saturating_add(LEAP), ..row }.store(conn))
}

/// Whether any server has sent from this database.
pub fn is_any(conn: &mut Conn) -> Result<bool> {
    Ok(!all(conn)?.is_empty())
}

/// Whether another server runs on this database now. Being connected is not enough: it may be starting as this one is.
pub fn others_run(conn: &mut Conn, now: Timestamp, node: i64) -> Result<bool> {
    if !db::is_served(conn)? {
        return Ok(false);
    }
    let now = database_time(conn, now)?;
    Ok(all(conn)?.iter().any(|row| row.node != node && row.seen_at > now.0 - SEEN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_is_stored() {
        let row = Row { node: 7, number: 12, seen_at: 1_700_000_000_000 };
        assert_eq!(Row::parse("mark-7", b"12 1700000000000"), Some(row));
        for (name, value) in [("mark-x", &b"1 2"[..]), ("mark-7", b"1"), ("mark-7", b"\xff 1"), ("signed", b"1 2")] {
            assert_eq!(Row::parse(name, value), None, "{name}");
        }
    }
}
