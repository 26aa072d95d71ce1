//! Tidings' own database handle on a migrated test database.

use std::ops::Deref;
use std::path::Path;

use tempfile::TempDir;
use tidings::db::{Db, migrate};

use super::postgres::TestDatabase;

/// A handle with its database, which is dropped after it, and the data folder of its server.
pub struct OpenDatabase {
    pub db: Db,
    pub home: TestDatabase,
    pub folder: TempDir,
}

impl Deref for OpenDatabase {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

pub fn open() -> OpenDatabase {
    let home = TestDatabase::prepared(|url| {
        let mut conn = connect(url).connect().unwrap();
        migrate::run(&mut conn, path(url)).unwrap();
    });
    over(home)
}

/// A handle to a database that has the current schema, with an empty data folder.
pub fn over(home: TestDatabase) -> OpenDatabase {
    OpenDatabase { db: connect(&home.url), home, folder: tempfile::tempdir().unwrap() }
}

fn connect(url: &str) -> Db {
    Db::open(url, path(url)).unwrap()
}

fn path(url: &str) -> Option<&Path> {
    url.strip_prefix("sqlite:").map(Path::new)
}
