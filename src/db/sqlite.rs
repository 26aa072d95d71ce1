//! Opening the SQLite file: pragmas in the order that works, and the lock that one server holds.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::sql_types::{Integer, Text};
use diesel::{Connection, QueryableByName, RunQueryDsl, SqliteConnection};

use super::{Conn, Error, Result};

#[diesel::declare_sql_function]
extern "SQL" {
    /// SQLite's own knows the letters of ASCII alone, so that a search for a name with others missed it.
    fn lower(text: Text) -> Text;
}

/// How often a lock that is held is tried again, and after how long.
const TRIES: u32 = 10;
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

fn open(path: &Path, cache_kib: u32) -> Result<Conn> {
    let text = path.to_str().ok_or_else(|| Error::Address("the database's path is not readable text".to_owned()))?;
    let mut conn =
        SqliteConnection::establish(text).map_err(|error| Error::Gone(format!("{}: {error}", path.display())))?;
    conn.batch_execute(&format!(
        "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
         PRAGMA secure_delete=ON; PRAGMA cache_size=-{cache_kib}; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;"
    ))
    .map_err(|error| Error::Gone(error.to_string()))?;
    lower_utils::register_impl(&mut conn, |text: String| text.to_lowercase())?;
    Ok(Conn::Sqlite(conn))
}

/// The database's file, known by what it is and not by its name alone: SQLite goes on writing into a file that was moved
/// away or deleted, and what it promises then is lost.
#[derive(Clone, Debug)]
pub(super) struct DatabaseFile {
    path: PathBuf,
    /// Device and inode.
    identity: (u64, u64),
}

impl DatabaseFile {
    /// Opens the file, made if missing.
    pub fn make(path: &Path) -> Result<Self> {
        drop(open(path, 0)?);
        // SQLite opens a file that it may not write, and says so only at the first write.
        let writable = OpenOptions::new().append(true).open(path);
        writable.map_err(|error| Error::Gone(format!("{} cannot be written: {error}", path.display())))?;
        Ok(Self { path: path.to_owned(), identity: identity(path)? })
    }

    /// Fails when the file is no longer in its place.
    pub fn check(&self) -> Result<()> {
        if identity(&self.path)? == self.identity {
            return Ok(());
        }
        Err(Error::Gone(format!("{}: another file has taken its place; start the server anew", self.path.display())))
    }

    /// Opens the file for one thread. `cache_kib` is the page cache of this connection.
    pub fn open(&self, cache_kib: u32) -> Result<Conn> {
        self.check()?;
        open(&self.path, cache_kib)
    }
}

fn identity(path: &Path) -> Result<(u64, u64)> {
    let file = std::fs::metadata(path).map_err(|error| Error::Gone(format!("{}: {error}", path.display())))?;
    Ok((file.dev(), file.ino()))
}

/// How long emptying the log may wait for readers: all writers wait as long.
const LOG_WAIT_MILLIS: u32 = 100;

/// Moves the write-ahead log into the file and empties it; false when a reader of another connection keeps it.
pub(super) fn empty_log(conn: &mut SqliteConnection) -> Result<bool> {
    /// The first column of the pragma's row (SQLite's documentation, section "PRAGMA `wal_checkpoint`").
    #[derive(QueryableByName)]
    struct Checkpoint {
        #[diesel(sql_type = Integer)]
        busy: i32,
    }
    conn.batch_execute(&format!("PRAGMA busy_timeout={LOG_WAIT_MILLIS}"))?;
    let done: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
    Ok(done.busy == 0)
}

/// The name of the lock in a data folder.
pub const FOLDER_LOCK: &str = "server.lock";

/// The lock of a running server on its file or folder; it ends with the process, however that ends.
#[derive(Debug)]
pub struct ServerLock {
    _file: File,
}

impl ServerLock {
    /// Takes the lock beside the database file, or says which process holds it.
    pub fn take(database: &Path) -> Result<Self> {
        Self::hold(database, &lock_path(database))
    }

    /// Takes the lock of a data folder: its journal and its number are one server's alone, whatever the database.
    pub fn of_folder(folder: &Path) -> Result<Self> {
        Self::hold(folder, &folder.join(FOLDER_LOCK))
    }

    /// Takes the lock. A command that looks whether a server runs holds it for an instant, so it is tried a few times.
    fn hold(what: &Path, path: &Path) -> Result<Self> {
        let gone = |error: std::io::Error| Error::Gone(format!("{}: {error}", path.display()));
        let mut file =
            OpenOptions::new().create(true).truncate(false).read(true).write(true).open(path).map_err(gone)?;
        match try_for_a_moment(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                return Err(Error::Locked { path: what.to_owned(), holder: holder.trim().to_owned() });
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

fn try_for_a_moment(file: &File) -> std::result::Result<(), TryLockError> {
    for _ in 0..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN_TRIES),
            other => return other,
        }
    }
    file.try_lock()
}

fn lock_path(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    #[test]
    fn a_log_that_is_being_read_is_not_truncated_and_a_message_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tidings.db");
        let open = || match open(&path, 1_000).unwrap() {
            Conn::Sqlite(sqlite) => sqlite,
            Conn::Pg(_) => unreachable!(),
        };
        let (mut writer, mut reader) = (open(), open());
        writer.batch_execute("CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('secret')").unwrap();
        reader.batch_execute("BEGIN; SELECT * FROM words").unwrap();
        writer.batch_execute("PRAGMA busy_timeout=50; DELETE FROM words").unwrap();
        assert!(!empty_log(&mut writer).unwrap());
        reader.batch_execute("ROLLBACK").unwrap();
        assert!(empty_log(&mut writer).unwrap());
        assert!(!std::fs::read(&path).unwrap().windows(6).any(|bytes| bytes == b"secret"));
    }

    /// The file was moved away under a running server, which went on promising mails and kept them nowhere.
    #[tokio::test]
    async fn nothing_is_written_to_a_file_that_was_moved_away() {
        let folder = tempfile::tempdir().unwrap();
        let (path, away) = (folder.path().join("tidings.db"), folder.path().join("away.db"));
        let db = Db::open("sqlite:tidings.db", Some(&path)).unwrap();
        let write = || db.write(|conn| conn.batch("CREATE TABLE IF NOT EXISTS words (word TEXT)"));
        write().await.unwrap();
        std::fs::rename(&path, &away).unwrap();
        assert!(write().await.unwrap_err().is_outage());
        assert!(db.read(|conn| conn.batch("SELECT 1")).await.unwrap_err().is_outage());
        assert!(!path.exists(), "no other is made in its place");
        std::fs::write(&path, "").unwrap();
        assert!(write().await.unwrap_err().to_string().contains("another file"));
        std::fs::rename(&away, &path).unwrap();
        write().await.unwrap();
    }

    /// A command that looked in the instant of a server's start had kept the server from starting.
    #[test]
    fn a_lock_that_is_held_for_an_instant_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("tidings.db");
        let file = File::create(lock_path(&database)).unwrap();
        file.lock().unwrap();
        let looking = std::thread::spawn(move || {
            std::thread::sleep(BETWEEN_TRIES * 2);
            drop(file);
        });
        ServerLock::take(&database).unwrap();
        looking.join().unwrap();
    }

    #[test]
    fn a_second_server_names_the_process_that_holds_the_file() {
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
