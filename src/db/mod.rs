//! The database: SQLite or PostgreSQL behind one handle. Closures run on threads that own their connections.
//! It knows no noun; queries live with their nouns.

mod conn;
mod effects;
mod expired;
pub mod instance;
mod job;
mod joins;
mod lanes;
pub mod migrate;
mod obstacle;
mod pool;
mod postponed;
mod pulse;
pub mod schema;
mod scrub;
mod source;
mod sqlite;
mod store_error;
mod threads;
mod tls;
mod types;
mod writable;

use std::path::PathBuf;

pub(crate) use conn::on_each;
pub use conn::{Both, Conn, Limited, Prepared, as_server, is_served};
/// Derives by which a noun's type says how it is stored, so that its columns are listed once.
pub use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};
pub use expired::Expired;
pub use obstacle::Obstacle;
pub use pool::Db;
pub use postponed::{build_postponed, postpone};
pub use sqlite::{FOLDER_LOCK, ServerLock};
pub use store_error::StoreError;
pub use tls::is_encrypted;
pub(crate) use types::{containing, sql_code, sql_value, sql_word};

/// What queries return.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// More work is waiting than the database can take; the caller answers 503.
    #[error("the database has too much to do at this moment")]
    Busy,
    /// The database cannot be reached, or cannot write.
    #[error("the database cannot be used: {0}")]
    Gone(String),
    #[error(transparent)]
    Query(#[from] diesel::result::Error),
    /// The closure that was handed in ended in a panic; nothing of it is kept.
    #[error("a query ended in a panic")]
    Panic,
    /// The schema could not be brought up to date.
    #[error("the database's schema could not be brought up to date: {0}")]
    Migration(String),
    #[error("the database was made by a newer Tidings (its migration {0} is unknown here); install that one")]
    Newer(String),
    /// The address of the database cannot be read.
    #[error("{0}")]
    Address(String),
    /// Another server holds the SQLite file or the data folder.
    #[error("{} is in use by another Tidings server (process {holder}); stop that one first", .path.display())]
    Locked { path: PathBuf, holder: String },
}

impl Error {
    /// Whether the database is away, full or overloaded, so that the same work may succeed later; otherwise the work itself
    /// is at fault. Neither driver gives a code for the former: it is whatever breaks no rule of the schema.
    #[must_use]
    pub fn is_outage(&self) -> bool {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};
        match self {
            Self::Busy | Self::Gone(_) | Self::Locked { .. } => true,
            Self::Panic | Self::Migration(_) | Self::Newer(_) | Self::Address(_) => false,
            Self::Query(Diesel::DatabaseError(kind, _)) => matches!(
                kind,
                Kind::Unknown
                    | Kind::ClosedConnection
                    | Kind::UnableToSendCommand
                    | Kind::SerializationFailure
                    | Kind::ReadOnlyTransaction
            ),
            Self::Query(error) => matches!(
                error,
                Diesel::BrokenTransactionManager | Diesel::RollbackErrorOnCommit { .. } | Diesel::RollbackTransaction
            ),
        }
    }

    /// The words of an error that is passed on as [`Self::Gone`], whose own words stand before them again.
    pub(crate) fn into_reason(self) -> String {
        match self {
            Self::Gone(reason) => reason,
            other => other.to_string(),
        }
    }

    /// Whether a unique constraint refused a row.
    #[must_use]
    pub fn is_unique_violation(&self) -> bool {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        matches!(self, Self::Query(Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _)))
    }
}

/// An error of work in a transaction, which may come from a conflict with another transaction.
pub trait MayConflict {
    /// Whether PostgreSQL has rolled the transaction back in favour of another one, so that the same work may succeed at
    /// once: a serialization failure or a deadlock (PostgreSQL's documentation, appendix "Error Codes", class 40).
    fn is_conflict(&self) -> bool;
}

impl MayConflict for Error {
    fn is_conflict(&self) -> bool {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};
        match self {
            Self::Query(Diesel::DatabaseError(Kind::SerializationFailure, _)) => true,
            // diesel has no kind for a deadlock, so its message tells.
            Self::Query(Diesel::DatabaseError(Kind::Unknown, error)) => error.message() == "deadlock detected",
            _ => false,
        }
    }
}
