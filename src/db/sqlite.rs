//! Opening the SQLite file: pragmas in the order that works, and the lock that one server holds.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};

use super::{Conn, Error, Result};

/// Opens the file for one thread. `cache_kib` is the page cache of this connection.
pub(super) fn open(path: &Path, cache_kib: u32) -> Result<Conn> {
    let text = path.to_str().ok_or_else(|| Error::Address("the database's path is not readable text".to_owned()))?;
    let mut conn = SqliteConnection::establish(text).map_err(|error| Error::Gone(error.to_string()))?;
    conn.batch_execute(&format!(
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
         PRAGMA secure_delete=ON; PRAGMA cache_size=-{cache_kib}; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;"
    ))
    .map_err(|error| Error::Gone(error.to_string()))?;
    Ok(Conn::Sqlite(conn))
}

/// The lock of a running server on its file; it ends with the process, however that ends.
#[derive(Debug)]
pub struct ServerLock {
    _file: File,
}

impl ServerLock {
    /// Takes the lock beside the database file, or says which process holds it.
    pub fn take(database: &Path) -> Result<Self> {
        let path = lock_path(database);
        let gone = |error: std::io::Error| Error::Gone(format!("{}: {error}", path.display()));
        let mut file =
            OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path).map_err(gone)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                return Err(Error::Locked { path: database.to_owned(), holder: holder.trim().to_owned() });
            }
            Err(TryLockError::Error(error)) => return Err(gone(error)),
        }
        file.set_len(0).and_then(|()| file.rewind()).map_err(gone)?;
        writeln!(file, "{}", std::process::id()).map_err(gone)?;
        Ok(Self { _file: file })
    }

    /// Whether a server holds the file now; it only looks.
    #[must_use]
    pub fn is_held(database: &Path) -> bool {
        let file = OpenOptions::new().read(true).write(true).open(lock_path(database));
        file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
    }
}

fn lock_path(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_is_told_who_holds_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("tidings.db");
        assert!(!ServerLock::is_held(&database));
        let lock = ServerLock::take(&database).unwrap();
        assert!(ServerLock::is_held(&database));
        let refusal = ServerLock::take(&database).unwrap_err().to_string();
        assert!(refusal.contains(&std::process::id().to_string()), "{refusal}");
        drop(lock);
        ServerLock::take(&database).unwrap();
    }
}
