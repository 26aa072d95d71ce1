//! Brings the schema up to date at start. Several processes may try at once; one does it, the others wait.

use std::fs::OpenOptions;
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, Error, Result, on_each};

const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// Any number, the same in every Tidings: the advisory lock around migrations.
const LOCK: i64 = 0x7469_6469;

/// Runs what is pending; returns the names of what was run. `sqlite_path` names the file, for the lock beside it.
pub fn run(conn: &mut Conn, sqlite_path: Option<&Path>) -> Result<Vec<String>> {
    let refuse = |error: String| Error::Migration(error);
    match conn {
        Conn::Pg(pg) => {
            // However long another process is at it, or a large table takes.
            pg.batch_execute(&format!(
                "SET lock_timeout = 0; SET statement_timeout = 0; SELECT pg_advisory_lock({LOCK})"
            ))?;
            let done = pg.run_pending_migrations(POSTGRES).map(|versions| names(&versions));
            let outcome = done.map_err(|error| refuse(error.to_string()));
            pg.batch_execute(&format!(
                "SELECT pg_advisory_unlock({LOCK}); SET lock_timeout = '10s'; SET statement_timeout = '60s'"
            ))?;
            outcome
        }
        Conn::Sqlite(sqlite) => {
            let path = sqlite_path.unwrap_or(Path::new("tidings.db")).with_extension("migrate.lock");
            let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            let lock = lock.map_err(|error| refuse(format!("{}: {error}", path.display())))?;
            lock.lock().map_err(|error| refuse(format!("{}: {error}", path.display())))?;
            let done = sqlite.run_pending_migrations(SQLITE).map(|versions| names(&versions));
            done.map_err(|error| refuse(error.to_string()))
        }
    }
}

/// Whether this program knows migrations that the database has not had.
pub fn is_pending(conn: &mut Conn) -> Result<bool> {
    let pending = match conn {
        Conn::Pg(pg) => pg.has_pending_migration(POSTGRES),
        Conn::Sqlite(sqlite) => sqlite.has_pending_migration(SQLITE),
    };
    pending.map_err(|error| Error::Migration(error.to_string()))
}

/// Undoes everything, newest first: for the test that each migration can be undone.
pub fn revert_all(conn: &mut Conn) -> Result<()> {
    let done = match conn {
        Conn::Pg(pg) => pg.revert_all_migrations(POSTGRES).map(|_| ()),
        Conn::Sqlite(sqlite) => sqlite.revert_all_migrations(SQLITE).map(|_| ()),
    };
    done.map_err(|error| Error::Migration(error.to_string()))
}

fn names(versions: &[diesel::migration::MigrationVersion<'_>]) -> Vec<String> {
    versions.iter().map(ToString::to_string).collect()
}

/// Checks that the database answers at all.
pub fn ping(conn: &mut Conn) -> Result<()> {
    on_each!(conn, |c| c.batch_execute("SELECT 1")).map_err(Error::from)
}
