//! The end of a pause: a day from a form, in the newsletter's time zone. Pure.

use chrono::{NaiveDate, TimeZone};
use chrono_tz::Tz;

use crate::clock::{DAY, Timestamp};
use crate::field::FieldErrorKind;

/// The longest pause in days.
const LONGEST: i64 = 731;
/// Hours after midnight within which a day begins where clocks are set forward at midnight.
const FIRST_HOURS: u32 = 3;

/// The beginning of a day such as `2026-09-06`, which must be in the future and within two years.
pub fn end(zone: Tz, value: &str, now: Timestamp) -> Result<Timestamp, FieldErrorKind> {
    let day = value.trim().parse().ok();
    let end = day.and_then(|day| beginning(zone, day)).ok_or(FieldErrorKind::NotADate)?;
    if end <= now {
        Err(FieldErrorKind::Past)
    } else if end > now.plus(LONGEST * DAY) {
        Err(FieldErrorKind::TooFarAhead)
    } else {
        Ok(end)
    }
}

/// The beginning of a day: midnight, or about an hour later where clocks are set forward at midnight.
fn beginning(zone: Tz, day: NaiveDate) -> Option<Timestamp> {
    let mut hours = (0..=FIRST_HOURS).filter_map(|hour| day.and_hms_opt(hour, 0, 0));
    let start = hours.find_map(|start| zone.from_local_datetime(&start).earliest())?;
    Some(Timestamp(start.timestamp_millis()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_or_at_its_first_hour() {
        for (zone, day, expected) in [
            ("UTC", "2026-09-06", "2026-09-06T00:00:00Z"),
            ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"),
            ("America/Santiago", " 2026-09-06 ", "2026-09-06T04:00:00Z"),
        ] {
            let end = end(zone.parse().unwrap(), day, "2026-03-01T00:00:00Z".parse().unwrap()).unwrap();
            assert_eq!(end.to_string(), expected, "{zone}");
        }
    }

    #[test]
    fn a_pause_ends_in_the_future_and_within_two_years() {
        let now = "2026-03-01T12:00:00Z".parse().unwrap();
        for (day, error) in [
            ("", FieldErrorKind::NotADate),
            ("2026-02-30", FieldErrorKind::NotADate),
            ("tomorrow", FieldErrorKind::NotADate),
            ("2026-03-01", FieldErrorKind::Past),
            ("2028-03-03", FieldErrorKind::TooFarAhead),
        ] {
            assert_eq!(end(Tz::UTC, day, now), Err(error), "{day}");
        }
        assert!(end(Tz::UTC, "2028-03-01", now).is_ok());
    }
}
