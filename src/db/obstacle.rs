//! Why changes cannot be written.

use std::fmt;
use std::time::Instant;

use super::Error;

/// The last answer and its time.
pub(super) type Kept = Option<(Instant, Option<Obstacle>)>;

/// Why nothing can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    Full,
    /// The file is read-only, or PostgreSQL is a standby in recovery.
    ReadOnly,
    /// Another program holds the lock, or too much work waits.
    Locked,
    Other,
}

impl Obstacle {
    /// Neither driver has a code for each of them, so their words tell.
    pub(super) fn of(error: &Error) -> Self {
        let words = error.to_string().to_lowercase();
        let has = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
        if matches!(error, Error::Busy) || has(&["database is locked", "lock timeout"]) {
            Self::Locked
        } else if has(&["read-only", "readonly", "recovery"]) {
            Self::ReadOnly
        } else if has(&["full", "no space left"]) {
            Self::Full
        } else {
            Self::Other
        }
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "the disk is full",
            Self::ReadOnly => "the database is read-only",
            Self::Locked => "the database is busy, or another program has locked it",
            Self::Other => "the database takes no changes; the log says why",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obstacle_is_known_by_the_words_of_the_driver() {
        for (words, expected) in [
            ("database or disk is full", Obstacle::Full),
            ("could not extend file \"base/5/1\": No space left on device", Obstacle::Full),
            ("attempt to write a readonly database", Obstacle::ReadOnly),
            ("cannot execute INSERT in a read-only transaction", Obstacle::ReadOnly),
            ("cannot assign transaction ids during recovery", Obstacle::ReadOnly),
            ("database is locked", Obstacle::Locked),
            ("canceling statement due to lock timeout", Obstacle::Locked),
            ("disk I/O error", Obstacle::Other),
            ("it does not answer", Obstacle::Other),
        ] {
            assert_eq!(Obstacle::of(&Error::Gone(words.to_owned())), expected, "{words}");
        }
        assert_eq!(Obstacle::of(&Error::Busy), Obstacle::Locked);
    }
}
