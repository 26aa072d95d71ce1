//! What the record of an attempt says where no server replied. Faults of the connection and errors of the mail have names
//! of their own ([`crate::mail::fault`], [`crate::mail::MailError`]).

use std::fmt;

/// A note in the place of a reply. It is stored by its name, and [`crate::mail::record_words`] puts it into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttemptNote {
    /// The capture relay took the mail.
    Captured,
    /// The relay accepted the mail; the process ended before the text of its reply was stored.
    ReplyLost,
    /// The process ended before the relay's reply was read.
    ReplyUnread,
    /// The program failed at this mail.
    Panicked,
    /// The frozen message cannot be read.
    UnreadableMessage,
    /// The recipient's splice values cannot be read.
    UnreadableFields,
    /// The mail has so many bytes, more than the relay takes.
    TooLargeForRelay { bytes: usize },
    /// The delivery journal cannot be written; the log says why.
    JournalUnwritable,
}

impl fmt::Display for AttemptNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Captured => f.write_str("captured"),
            Self::ReplyLost => f.write_str("reply-lost"),
            Self::ReplyUnread => f.write_str("reply-unread"),
            Self::Panicked => f.write_str("panicked"),
            Self::UnreadableMessage => f.write_str("unreadable-message"),
            Self::UnreadableFields => f.write_str("unreadable-fields"),
            Self::TooLargeForRelay { bytes } => write!(f, "too-large-for-relay:{bytes}"),
            Self::JournalUnwritable => f.write_str("journal-unwritable"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::mail::record_words;

    #[test]
    fn every_note_has_words_with_its_value() {
        for note in [
            AttemptNote::Captured,
            AttemptNote::ReplyLost,
            AttemptNote::ReplyUnread,
            AttemptNote::Panicked,
            AttemptNote::UnreadableMessage,
            AttemptNote::UnreadableFields,
            AttemptNote::TooLargeForRelay { bytes: 9_000_000 },
            AttemptNote::JournalUnwritable,
        ] {
            let words = record_words(&note.to_string(), &Locale::default());
            assert!(words.contains(' ') && !words.contains('{'), "{note}: {words}");
        }
        let large = AttemptNote::TooLargeForRelay { bytes: 9_000_000 }.to_string();
        assert!(record_words(&large, &Locale::default()).contains("9000000 bytes"));
    }
}
