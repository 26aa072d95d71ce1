//! Importing subscribers from a CSV file (RFC 4180), in chunks of one transaction each. It mails nobody.
//!
//! A row never raises a state: a subscription that exists stays as it is or is ended, and the columns of a file may only
//! lower what the caller vouches for. Who left another program is imported as unsubscribed. A file with a column that
//! looks like a state and is not understood is refused; a bad row is refused by line and kind, and the others are
//! imported. Each import is an entry with its counts, which can be undone.

mod cells;
mod columns;
mod encoding;
mod explain;
mod queries;
mod records;
mod roles;
mod rows;
mod run;
mod separator;
mod standing;
mod store;
mod times;
mod tool;
mod trial;
pub mod undo;
mod words;

use std::io;
use std::ops::AddAssign;

use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db;
use crate::db::schema::imports;
use crate::db::{Queryable, Selectable};
use crate::delivery::SuppressionReason;
use crate::email_address::EmailAddress;
use crate::field::FieldError;
use crate::newsletter::Newsletter;
use crate::subscriber::SubscriptionState;
use crate::token::Random;

pub use queries::entries::{by_id, list};
pub use run::run;
pub use standing::Standing;
pub use store::store;
pub use tool::Tool;

/// What is imported, and by whom.
#[derive(Clone, Debug)]
pub struct Import {
    pub actor: Actor,
    pub newsletter: Newsletter,
    /// The standing of a row without one of its own, and the highest that a row may have.
    pub highest: Standing,
    pub reading: Reading,
    /// Whether rows are only counted: nothing is stored, and there is no entry.
    pub is_trial: bool,
    /// Whether a server uses the database: it is let in between two transactions, and its searches keep their indexes.
    pub served: bool,
    pub random: Random,
}

/// How a file is read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What wrote it; `None` to find out by its columns.
    pub from: Option<Tool>,
    /// Names of columns that are not read.
    pub ignored: Vec<String>,
    /// The file's name; may be empty.
    pub file: String,
}

/// One subscription to import.
#[derive(Clone, Debug)]
pub struct Row {
    pub address: EmailAddress,
    /// One line, already checked; may be empty.
    pub name: String,
    pub state: SubscriptionState,
    /// What happened elsewhere; `None` if nothing is known.
    pub history: Option<Box<History>>,
}

/// What happened to a subscription in another program. Times are not yet compared with the present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    pub suppression: Option<SuppressionReason>,
    pub opted_in: Option<Event>,
    pub confirmed: Option<Event>,
    pub left_at: Option<Timestamp>,
    pub paused_until: Option<Timestamp>,
}

/// When something happened, and from which network address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub at: Timestamp,
    /// Empty if unknown.
    pub client: String,
}

/// The entry of an import.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = imports)]
pub struct Entry {
    pub id: i64,
    pub newsletter_id: i64,
    /// The file's name; may be empty.
    pub file: String,
    pub tool: Tool,
    #[diesel(embed)]
    pub stored: Stored,
    pub refused: i64,
    pub started_at: Timestamp,
    /// `None` while it runs, and for ever if it was killed.
    pub finished_at: Option<Timestamp>,
    pub undo_asked_at: Option<Timestamp>,
    pub undone_at: Option<Timestamp>,
    /// Subscriptions that undoing it has removed.
    pub removed: i64,
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
    /// Something stands behind the closing quote of a cell.
    TextBehindQuote,
    /// The row has more cells than the header, so that none is known to be in its column.
    TooManyCells,
    /// A cell says the state in a word that is not understood.
    State { column: String, value: String },
    /// The row is of another newsletter, with this slug.
    OtherNewsletter(String),
}

/// Why the first line does not say where the addresses are, or who may be mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderError {
    Unreadable(RefusalKind),
    /// A column with this name probably holds the addresses.
    Synonym(String),
    /// The first line is a row of data.
    NoHeader,
    NoEmail,
    /// These columns look like a state and are not understood.
    UnclearState(Vec<String>),
    /// An export of this tool has readers who left, and lacks the column that says so.
    NoState {
        tool: Tool,
        column: &'static str,
    },
    /// No column has this name, which was to be ignored.
    NothingToIgnore(String),
}

/// Why an import ended early. The chunks before are stored.
#[derive(Debug)]
pub enum ImportError {
    Header(HeaderError),
    Read(io::Error),
    Db(db::Error),
    /// It was undone while it ran.
    Undone,
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

/// What became of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = imports)]
pub struct Stored {
    /// Subscriptions made, by state.
    pub pending: i64,
    pub confirmed: i64,
    pub unsubscribed: i64,
    /// The address has a subscription, in whatever state, or stood in an earlier row.
    pub kept: i64,
    /// Subscriptions that only an import had made, and that a row ended.
    pub ended: i64,
    /// Addresses suppressed.
    pub suppressed: i64,
}

impl Stored {
    #[must_use]
    pub const fn added(&self) -> i64 {
        self.pending + self.confirmed + self.unsubscribed
    }

    /// Counts a subscription that was made.
    const fn count(&mut self, state: SubscriptionState) {
        match state {
            SubscriptionState::Pending => self.pending += 1,
            SubscriptionState::Confirmed => self.confirmed += 1,
            SubscriptionState::Unsubscribed => self.unsubscribed += 1,
        }
    }
}

impl AddAssign for Stored {
    fn add_assign(&mut self, other: Self) {
        self.pending += other.pending;
        self.confirmed += other.confirmed;
        self.unsubscribed += other.unsubscribed;
        self.kept += other.kept;
        self.ended += other.ended;
        self.suppressed += other.suppressed;
    }
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub stored: Stored,
    pub refused: u64,
    pub tool: Tool,
    /// The id of its entry; `None` of a trial.
    pub entry: Option<i64>,
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

/// Where the rows of a chunk go.
#[derive(Clone, Debug)]
struct Target {
    actor: Actor,
    newsletter: Newsletter,
    entry: Option<i64>,
    /// The key of suppressions.
    suppression_key: Vec<u8>,
}
