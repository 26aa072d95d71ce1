//! Which database it is, and how a connection to it is opened.

use std::sync::Arc;

use super::sqlite::DatabaseFile;
use super::{Conn, Result};

/// The database that a thread opens.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Sqlite(DatabaseFile),
    Postgres(Arc<str>),
}

impl Source {
    pub(super) fn open(&self, cache_kib: u32) -> Result<Conn> {
        match self {
            Self::Sqlite(file) => file.open(cache_kib),
            Self::Postgres(url) => Conn::open_postgres(url),
        }
    }

    /// Fails when an open connection writes to a file that is no longer in its place.
    pub(super) fn check(&self) -> Result<()> {
        match self {
            Self::Sqlite(file) => file.check(),
            Self::Postgres(_) => Ok(()),
        }
    }
}
