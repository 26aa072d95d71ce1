//! The times in exports of other programs. A time without a zone is UTC, as these programs write it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

use crate::clock::Timestamp;

/// Reads RFC 3339, `2018-06-12 07:53:28`, `2023-05-08 10:11:12.123456 +0000 UTC`, a date, and seconds since 1970; `None`
/// for anything else, and for a year before 1990.
pub(super) fn read(cell: &str) -> Option<Timestamp> {
    let cell = cell.trim();
    let at = rfc_3339(cell).or_else(|| with_space(cell)).or_else(|| date(cell)).or_else(|| seconds(cell))?;
    (at >= FIRST).then_some(at)
}

/// 1990-01-01.
const FIRST: Timestamp = Timestamp(631_152_000_000);
const DATES: [&str; 2] = ["%Y-%m-%d", "%Y/%m/%d"];
const TIMES: [&str; 2] = ["%H:%M:%S%.f", "%H:%M"];

fn rfc_3339(cell: &str) -> Option<Timestamp> {
    cell.parse().ok()
}

/// A date, a time, and perhaps an offset with the name of a zone behind it.
fn with_space(cell: &str) -> Option<Timestamp> {
    let mut words = cell.split([' ', 'T']);
    let (date, time) = (words.next()?, words.next()?);
    let date = DATES.iter().find_map(|format| NaiveDate::parse_from_str(date, format).ok())?;
    let time = TIMES.iter().find_map(|format| NaiveTime::parse_from_str(time, format).ok())?;
    let local = NaiveDateTime::new(date, time);
    match words.next() {
        None | Some("UTC" | "Z" | "GMT") => Some(local.and_utc().into()),
        Some(offset) => {
            let text = format!("{} {offset}", local.format("%Y-%m-%d %H:%M:%S"));
            DateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S %z").ok().map(|at| at.to_utc().into())
        }
    }
}

fn date(cell: &str) -> Option<Timestamp> {
    let date = DATES.iter().find_map(|format| NaiveDate::parse_from_str(cell, format).ok())?;
    Some(NaiveDateTime::new(date, NaiveTime::MIN).and_utc().into())
}

fn seconds(cell: &str) -> Option<Timestamp> {
    let number: i64 = cell.parse().ok().filter(|_| cell.len() == 10)?;
    Some(Timestamp(number * 1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_of_other_programs_are_read() {
        for (cell, expected) in [
            ("2018-06-12 07:53:28", Some("2018-06-12T07:53:28Z")),
            ("2018-06-12T07:53:28.123Z", Some("2018-06-12T07:53:28Z")),
            ("2018-06-12T07:53:28", Some("2018-06-12T07:53:28Z")),
            ("2018-06-12T07:53:28+02:00", Some("2018-06-12T05:53:28Z")),
            ("2023-05-08 10:11:12.123456 +0000 UTC", Some("2023-05-08T10:11:12Z")),
            ("2023-05-08 10:11:12 +0200 CEST", Some("2023-05-08T08:11:12Z")),
            ("2023/05/08 10:11", Some("2023-05-08T10:11:00Z")),
            ("2023-05-08", Some("2023-05-08T00:00:00Z")),
            ("1672823515", Some("2023-01-04T09:11:55Z")),
            ("0001-01-01 00:00:00 +0000 UTC", None),
            // The day or the month might come first.
            ("05/08/2023", None),
            ("yes", None),
            ("", None),
        ] {
            assert_eq!(read(cell).map(|at| at.to_string()).as_deref(), expected, "{cell}");
        }
    }
}
