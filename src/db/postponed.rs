//! Indexes that a big import leaves out: dropped before it and built at once after it, which costs a small part of what
//! entering each row does. Their definitions stand in a table meanwhile, so that after a crash the next start builds them.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::{Conn, Result, on_each};

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    definition: String,
}

const SQLITE_INDEXES: &str =
    "SELECT name, sql AS definition FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
const POSTGRES_INDEXES: &str = "SELECT indexname::text AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = ANY (current_schemas(false))";

/// Drops these indexes until [`build_postponed`]. Part of a transaction.
pub fn postpone(conn: &mut Conn, names: &[&str]) -> Result<()> {
    let indexes: Vec<Index> = match conn {
        Conn::Sqlite(sqlite) => sql_query(SQLITE_INDEXES).load(sqlite)?,
        Conn::Pg(pg) => sql_query(POSTGRES_INDEXES).load(pg)?,
    };
    for index in indexes.into_iter().filter(|index| names.contains(&index.name.as_str())) {
        let note = sql_query("INSERT INTO postponed_indexes (name, definition) VALUES ($1, $2)")
            .bind::<Text, _>(&index.name)
            .bind::<Text, _>(&index.definition);
        on_each!(conn, |c| note.execute(c))?;
        conn.batch(&format!("DROP INDEX {}", index.name))?;
    }
    Ok(())
}

/// Builds every index that was postponed, in one transaction of its own. Where there is none, it only looks.
pub fn build_postponed(conn: &mut Conn) -> Result<()> {
    if postponed(conn)?.is_empty() {
        return Ok(());
    }
    // SQLite sorts in files then, of runs that are as large as the page cache.
    if let Conn::Sqlite(_) = conn {
        conn.batch("PRAGMA temp_store = FILE; PRAGMA cache_size = -8192")?;
    }
    conn.write_transaction(|conn| {
        if let Conn::Pg(_) = conn {
            conn.batch("SET LOCAL statement_timeout = 0")?;
        }
        // Looked up again: another process may have built them meanwhile.
        for index in postponed(conn)? {
            conn.batch(&index.definition)?;
        }
        conn.batch("DELETE FROM postponed_indexes")
    })
}

fn postponed(conn: &mut Conn) -> Result<Vec<Index>> {
    let query = sql_query("SELECT name, definition FROM postponed_indexes ORDER BY name");
    Ok(on_each!(conn, |c| query.load(c))?)
}
