//! What a journal says.

use std::collections::HashMap;

/// What the journal knows about one lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The dot was written; no reply was noted.
    Dot,
    /// The relay answered with this code.
    Reply(u16),
}

/// The mark that a server has set in the database. The default is that of a journal without one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub node: i64,
    pub number: i64,
}

/// The contents of a journal when it is opened.
#[derive(Debug, Default)]
pub struct Contents {
    /// By (delivery, lease).
    pub notes: HashMap<(i64, i64), Note>,
    /// The last mark; `None` if there was no journal of this database.
    pub mark: Option<Mark>,
    /// Whether no note can be missing: false after a power cut, if a record is damaged, or if there was no journal of this
    /// database.
    pub complete: bool,
    /// Whether a record is damaged. Notes before it are good.
    pub damaged: bool,
}
