//! Importing subscribers from a CSV file (RFC 4180), in chunks of one transaction each. It mails nobody.
//!
//! A row never raises a state: a subscription that exists stays as it is, and the column `state` may only lower what the
//! caller vouches for. A bad row is refused by line and kind, and the others are imported.

mod cells;
mod columns;
mod queries;
mod records;
mod rows;
mod run;
mod store;

use std::io;
use std::ops::AddAssign;

use crate::actor::Actor;
use crate::db;
use crate::email_address::EmailAddress;
use crate::field::FieldError;
use crate::newsletter::Newsletter;
use crate::subscriber::SubscriptionState;

pub use run::run;
pub use store::store;

/// What is imported, and by whom.
#[derive(Clone, Debug)]
pub struct Import {
    pub actor: Actor,
    pub newsletter: Newsletter,
    /// The state of a row without one of its own, and the highest that a row may have.
    pub state: SubscriptionState,
    /// Whether a server uses the database: it is let in between two transactions, and its searches keep their indexes.
    pub served: bool,
}

/// One subscription to import.
#[derive(Clone, Debug)]
pub struct Row {
    pub address: EmailAddress,
    /// One line, already checked; may be empty.
    pub name: String,
    pub state: SubscriptionState,
}

/// A row that was not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line in the file where the row begins, from 1.
    pub line: u64,
    pub kind: RefusalKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// The line is not UTF-8.
    Encoding,
    /// A cell begins with a quote that is never closed.
    UnclosedQuote,
    /// A carriage return stands within the line.
    CarriageReturn,
    /// The row is longer than [`records::MAX_BYTES`].
    TooLong,
    /// A cell has a value that is not accepted.
    Field(FieldError),
    /// The row is of another newsletter, with this slug.
    OtherNewsletter(String),
}

/// Why the first line does not say where the addresses are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderError {
    Unreadable(RefusalKind),
    /// The columns seem to be separated by this character.
    Separator(char),
    /// A column with this name probably holds the addresses.
    Synonym(String),
    /// The first line is a row of data.
    NoHeader,
    NoEmail,
}

/// Why an import ended early. The chunks before are stored.
#[derive(Debug)]
pub enum ImportError {
    Header(HeaderError),
    Read(io::Error),
    Db(db::Error),
}

impl From<io::Error> for ImportError {
    fn from(error: io::Error) -> Self {
        Self::Read(error)
    }
}

impl From<db::Error> for ImportError {
    fn from(error: db::Error) -> Self {
        Self::Db(error)
    }
}

/// How many subscriptions were made, by state, and how many rows changed nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    pub pending: u64,
    pub confirmed: u64,
    pub unsubscribed: u64,
    /// The address has a subscription, in whatever state, or stood in an earlier row.
    pub kept: u64,
}

impl Stored {
    #[must_use]
    pub const fn added(&self) -> u64 {
        self.pending + self.confirmed + self.unsubscribed
    }
}

impl AddAssign for Stored {
    fn add_assign(&mut self, other: Self) {
        self.pending += other.pending;
        self.confirmed += other.confirmed;
        self.unsubscribed += other.unsubscribed;
        self.kept += other.kept;
    }
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub stored: Stored,
    pub refused: u64,
    /// The first [`MAX_REFUSALS`] of the refused rows.
    pub refusals: Vec<Refusal>,
    /// Names of columns that were not read.
    pub unused_columns: Vec<String>,
}

/// Refusals that a report holds.
pub const MAX_REFUSALS: usize = 10_000;

/// How far an import has come: what the last chunk adds.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    pub bytes: u64,
    pub refusals: &'a [Refusal],
}
