//! Day and time as in a form's `datetime-local` field (HTML, "local date and time"), in a time zone. Pure.

use chrono::{LocalResult, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use crate::clock::Timestamp;

/// Why a moment cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalTimeError {
    Unreadable,
    /// Clocks skip it when they are put forward.
    Skipped,
}

impl LocalTimeError {
    /// The key of its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "error-time-unreadable",
            Self::Skipped => "error-time-skipped",
        }
    }
}

/// The moment of a field's value; of a time that comes twice, the first.
pub fn parse(value: &str, zone: Tz) -> Result<Timestamp, LocalTimeError> {
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"];
    let local = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(value.trim(), format).ok());
    match zone.from_local_datetime(&local.ok_or(LocalTimeError::Unreadable)?) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Ok(Timestamp(at.timestamp_millis())),
        LocalResult::None => Err(LocalTimeError::Skipped),
    }
}

/// A moment as the value of a field.
#[must_use]
pub fn value(at: Timestamp, zone: Tz) -> String {
    at.to_utc().with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()
}

/// Seven in the morning of the next day, as the value of a field.
#[must_use]
pub fn next_morning(now: Timestamp, zone: Tz) -> String {
    let tomorrow = now.to_utc().with_timezone(&zone).date_naive() + TimeDelta::days(1);
    tomorrow.format("%Y-%m-%dT07:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_in_its_zone() {
        let berlin = chrono_tz::Europe::Berlin;
        for (value, expected) in [
            ("2025-10-24T07:00", Ok("2025-10-24 05:00:00 UTC")),
            ("2025-12-24T07:00", Ok("2025-12-24 06:00:00 UTC")),
            ("2025-12-24T07:00:30", Ok("2025-12-24 06:00:30 UTC")),
            ("2025-12-24 07:00", Ok("2025-12-24 06:00:00 UTC")),
            ("2025-10-26T02:30", Ok("2025-10-26 00:30:00 UTC")),
            ("2025-03-30T02:30", Err(LocalTimeError::Skipped)),
            ("2025-13-01T07:00", Err(LocalTimeError::Unreadable)),
            ("tomorrow", Err(LocalTimeError::Unreadable)),
            ("", Err(LocalTimeError::Unreadable)),
        ] {
            let found = parse(value, berlin).map(|at| at.to_utc().to_string());
            assert_eq!(found.as_deref().map_err(|error| *error), expected, "{value}");
        }
    }

    #[test]
    fn a_value_is_read_as_the_moment_it_was_made_from() {
        let at = Timestamp(1_761_177_600_000);
        for zone in [chrono_tz::UTC, chrono_tz::Asia::Kathmandu, chrono_tz::America::St_Johns] {
            assert_eq!(parse(&value(at, zone), zone), Ok(at), "{zone}");
        }
        assert_eq!(next_morning(at, chrono_tz::UTC), "2025-10-24T07:00");
        assert_eq!(next_morning(at, chrono_tz::Pacific::Honolulu), "2025-10-23T07:00");
    }
}
