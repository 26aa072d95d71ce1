//! Which database it is, and how a connection to it is opened.

use std::sync::Arc;

use super::sqlite::DatabaseFile;
use super::tls::Tunnel;
use super::{Conn, Result};

/// The database that a thread opens.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Sqlite(DatabaseFile),
    Postgres {
        /// The address for libpq.
        url: Arc<str>,
        /// What it leads through if the connection is encrypted; open for as long as this value lives.
        _tunnel: Option<Arc<Tunnel>>,
    },
}

impl Source {
    /// PostgreSQL at an address, if it answers.
    pub(super) fn postgres(url: &str) -> Result<Self> {
        let (url, tunnel) = Tunnel::open(url)?;
        drop(Conn::open_postgres(&url)?);
        Ok(Self::Postgres { url, _tunnel: tunnel.map(Arc::new) })
    }

    pub(super) fn open(&self, cache_kib: u32) -> Result<Conn> {
        match self {
            Self::Sqlite(file) => file.open(cache_kib),
            Self::Postgres { url, .. } => Conn::open_postgres(url),
        }
    }

    /// Fails when an open connection writes to a file that is no longer in its place.
    pub(super) fn check(&self) -> Result<()> {
        match self {
            Self::Sqlite(file) => file.check(),
            Self::Postgres { .. } => Ok(()),
        }
    }
}
