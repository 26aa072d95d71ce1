//! Brings the schema up to date at start, with the indexes that an import has left out. When several processes try at
//! once, one does it and the others wait.

use std::fs::{OpenOptions, TryLockError};
use std::path::Path;

use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::postponed::build_postponed;
use super::{Conn, Error, Result, on_each};

const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// Any number, the same in every Tidings: the advisory lock around migrations.
const LOCK: i64 = 0x7469_6469;

/// How the database's schema compares with this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schema {
    Current,
    /// Nothing of ours is there yet.
    Empty,
    /// This program has migrations that the database lacks.
    Older,
    /// The database has a migration that this program does not know.
    Newer(String),
}

/// What an update of the schema has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// Whether nothing of ours was there before.
    pub was_empty: bool,
    /// The names of the migrations that were run.
    pub names: Vec<String>,
}

/// Runs what is pending. `sqlite_path` names the file, for the lock beside it.
pub fn run(conn: &mut Conn, sqlite_path: Option<&Path>) -> Result<Migrated> {
    if conn.is_postgres() {
        wait_for_postgres(conn)?;
        let done = run_pending(conn);
        conn.batch(&format!(
            "SELECT pg_advisory_unlock({LOCK}); SET lock_timeout = '10s'; SET statement_timeout = '60s'"
        ))?;
        return done;
    }
    let path = sqlite_path.unwrap_or(Path::new("tidings.db")).with_extension("migrate.lock");
    let refuse = |error: std::io::Error| Error::Migration(format!("{}: {error}", path.display()));
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(refuse)?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            tracing::info!(lock = %path.display(), "another process brings the schema up to date; waiting for it");
            lock.lock().map_err(refuse)?;
        }
        Err(TryLockError::Error(error)) => return Err(refuse(error)),
    }
    run_pending(conn)
}

/// Takes the lock, however long the other process needs: an index on a large table takes its time.
fn wait_for_postgres(conn: &mut Conn) -> Result<()> {
    conn.batch("SET lock_timeout = 0; SET statement_timeout = 0")?;
    let Conn::Pg(pg) = conn else { return Ok(()) };
    let query = diesel::sql_query("SELECT CASE WHEN pg_try_advisory_lock($1) THEN 1 ELSE 0 END::bigint AS n");
    if query.bind::<BigInt, _>(LOCK).get_result::<Count>(pg)?.n == 1 {
        return Ok(());
    }
    tracing::info!("another process brings the schema up to date; waiting for its advisory lock {LOCK}");
    conn.batch(&format!("SELECT pg_advisory_lock({LOCK})"))
}

fn run_pending(conn: &mut Conn) -> Result<Migrated> {
    let was_empty = match schema(conn)? {
        Schema::Newer(migration) => return Err(Error::Newer(migration)),
        before => before == Schema::Empty,
    };
    let done = match conn {
        Conn::Pg(pg) => pg.run_pending_migrations(POSTGRES).map(|versions| names(&versions)),
        Conn::Sqlite(sqlite) => sqlite.run_pending_migrations(SQLITE).map(|versions| names(&versions)),
    };
    let names = done.map_err(|error| Error::Migration(error.to_string()))?;
    build_postponed(conn)?;
    Ok(Migrated { was_empty, names })
}

/// Compares the database's migrations with those of this program; it only looks.
pub fn schema(conn: &mut Conn) -> Result<Schema> {
    let known = match conn {
        Conn::Pg(_) => MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES).map(|all| versions(&all)),
        Conn::Sqlite(_) => MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).map(|all| versions(&all)),
    };
    let known = known.map_err(|error| Error::Migration(error.to_string()))?;
    let applied = applied(conn)?;
    Ok(match applied.iter().find(|version| !known.contains(version)) {
        Some(unknown) => Schema::Newer(unknown.clone()),
        None if applied.is_empty() => Schema::Empty,
        None if known.iter().all(|version| applied.contains(version)) => Schema::Current,
        None => Schema::Older,
    })
}

/// The migrations that the database has had. Diesel's own question would make its table.
fn applied(conn: &mut Conn) -> Result<Vec<String>> {
    let there = match conn {
        Conn::Pg(pg) => diesel::sql_query(PG_TABLE).get_result::<Count>(pg)?,
        Conn::Sqlite(sqlite) => diesel::sql_query(SQLITE_TABLE).get_result::<Count>(sqlite)?,
    };
    if there.n == 0 {
        return Ok(Vec::new());
    }
    let query = diesel::sql_query("SELECT version FROM __diesel_schema_migrations ORDER BY version");
    let rows: Vec<Version> = on_each!(conn, |c| query.load(c))?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

/// Undoes everything, newest first: for the test that each migration can be undone.
pub fn revert_all(conn: &mut Conn) -> Result<()> {
    let done = match conn {
        Conn::Pg(pg) => pg.revert_all_migrations(POSTGRES).map(|_| ()),
        Conn::Sqlite(sqlite) => sqlite.revert_all_migrations(SQLITE).map(|_| ()),
    };
    done.map_err(|error| Error::Migration(error.to_string()))
}

const PG_TABLE: &str = "SELECT count(*) AS n FROM pg_tables
    WHERE tablename = '__diesel_schema_migrations' AND schemaname = ANY (current_schemas(false))";
const SQLITE_TABLE: &str = "SELECT count(*) AS n FROM sqlite_master WHERE name = '__diesel_schema_migrations'";

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

fn versions<DB: Backend>(all: &[Box<dyn Migration<DB>>]) -> Vec<String> {
    all.iter().map(|migration| migration.name().version().to_string()).collect()
}

fn names(versions: &[diesel::migration::MigrationVersion<'_>]) -> Vec<String> {
    versions.iter().map(ToString::to_string).collect()
}

/// Checks that the database answers at all.
pub fn ping(conn: &mut Conn) -> Result<()> {
    on_each!(conn, |c| c.batch_execute("SELECT 1")).map_err(Error::from)
}
