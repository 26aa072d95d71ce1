//! A dump of a database as SQL that needs only a connection to load: schema, then rows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use tidings::db::Conn;

/// Diesel's own table of migrations.
const MIGRATIONS: &str = "__diesel_schema_migrations";

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// The schema from the migrations, diesel's table, and every row as an `INSERT`.
pub fn write(conn: &mut Conn) -> String {
    let kind = if conn.is_postgres() { "postgres" } else { "sqlite" };
    let mut sql = format!("-- A data set of Tidings {}, written by tests/upgrade.rs.\n", env!("CARGO_PKG_VERSION"));
    if kind == "sqlite" {
        sql.push_str("PRAGMA foreign_keys = OFF;\n");
    }
    sql.push_str("BEGIN;\n");
    for migration in migrations(kind) {
        sql.push_str(&migration);
    }
    let _ = writeln!(sql, "CREATE TABLE {MIGRATIONS} (version VARCHAR(50) PRIMARY KEY NOT NULL,");
    sql.push_str("    run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);\n");
    for version in lines(conn, &format!("SELECT version AS line FROM {MIGRATIONS} ORDER BY version")) {
        let _ = writeln!(sql, "INSERT INTO {MIGRATIONS} (version) VALUES ('{version}');");
    }
    for table in tables(conn) {
        // The tables behind SQLite's full-text search begin with rows of their own.
        if table.starts_with("article_search_") {
            let _ = writeln!(sql, "DELETE FROM {table};");
        }
        for line in rows(conn, &table) {
            sql.push_str(&line);
            sql.push('\n');
        }
    }
    for line in counters(conn) {
        sql.push_str(&line);
        sql.push('\n');
    }
    sql.push_str("COMMIT;\n");
    if kind == "sqlite" {
        sql.push_str("PRAGMA foreign_keys = ON;\n");
    }
    sql
}

/// How many rows each table has.
pub fn counts(conn: &mut Conn) -> BTreeMap<String, i64> {
    let tables = tables(conn);
    tables.into_iter().map(|table| (table.clone(), count(conn, &table))).collect()
}

/// How many rows a table or a subquery has.
pub fn count(conn: &mut Conn, from: &str) -> i64 {
    let query = sql_query(format!("SELECT count(*) AS n FROM {from}"));
    let count: Count = match conn {
        Conn::Sqlite(sqlite) => query.get_result(sqlite).unwrap(),
        Conn::Pg(pg) => query.get_result(pg).unwrap(),
    };
    count.n
}

fn migrations(kind: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(kind);
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path().join("up.sql")).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

/// Our tables in the order of their creation, so that a row follows those that it refers to.
fn tables(conn: &mut Conn) -> Vec<String> {
    let query = if conn.is_postgres() {
        "SELECT CAST(relname AS TEXT) AS line FROM pg_class
         WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY oid"
    } else {
        "SELECT name AS line FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid"
    };
    lines(conn, query).into_iter().filter(|table| table != MIGRATIONS).collect()
}

/// An `INSERT` for each row.
fn rows(conn: &mut Conn, table: &str) -> Vec<String> {
    let columns = if conn.is_postgres() {
        format!(
            "SELECT CAST(column_name AS TEXT) AS line FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = '{table}' AND is_generated = 'NEVER' ORDER BY ordinal_position"
        )
    } else {
        format!("SELECT name AS line FROM pragma_table_info('{table}') ORDER BY cid")
    };
    let columns = lines(conn, &columns);
    let literal = |column: &String| {
        if conn.is_postgres() {
            format!("quote_nullable(CAST(\"{column}\" AS TEXT))")
        } else {
            format!("quote(\"{column}\")")
        }
    };
    let values = columns.iter().map(literal).collect::<Vec<_>>().join(" || ', ' || ");
    let names = columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ");
    lines(
        conn,
        &format!(
            "SELECT 'INSERT INTO {table} ({names}) VALUES (' || {values} || ');' AS line FROM {table} ORDER BY {names}"
        ),
    )
}

/// The next ids, so that no id is reused.
fn counters(conn: &mut Conn) -> Vec<String> {
    if conn.is_postgres() {
        let query = "SELECT 'SELECT setval(' || quote_literal(sequencename) || ', ' || last_value || ');' AS line
                     FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename";
        return lines(conn, query);
    }
    let query =
        "SELECT 'INSERT INTO sqlite_sequence (name, seq) VALUES (' || quote(name) || ', ' || seq || ');' AS line
                 FROM sqlite_sequence ORDER BY name";
    ["DELETE FROM sqlite_sequence;".to_owned()].into_iter().chain(lines(conn, query)).collect()
}

fn lines(conn: &mut Conn, query: &str) -> Vec<String> {
    let query = sql_query(query);
    let lines: Vec<Line> = match conn {
        Conn::Sqlite(sqlite) => query.load(sqlite).unwrap(),
        Conn::Pg(pg) => query.load(pg).unwrap(),
    };
    lines.into_iter().map(|line| line.line).collect()
}
