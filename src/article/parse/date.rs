//! Dates of feeds: RFC 822 and RFC 3339 as they are specified, and the many forms in which they are written.
//!
//! The parts of a date are recognised one by one and in any order, so that a missing comma, a foreign weekday or a year
//! at the end makes no difference. A date without a zone is UTC, a date without a time is its midnight. A date with two
//! readings, such as 3/4/2026, is none.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::zone;

/// Longer texts are no dates.
const MAX_BYTES: usize = 100;

/// Reads a date; `None` if it has no certain reading.
#[must_use]
pub fn date(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_BYTES {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return of_digits(text);
    }
    let mut parts = Parts::default();
    for word in plain(text).split([' ', ',', '\t', '\n', '\r', '(', ')', '[', ']']).filter(|word| !word.is_empty()) {
        parts.add(word)?;
    }
    parts.moment()
}

/// Seconds or milliseconds since 1970, or a year with or without month and day (ISO 8601, basic format).
fn of_digits(digits: &str) -> Option<DateTime<Utc>> {
    let number: i64 = digits.parse().ok()?;
    let midnight = |year: i64, month: i64, day: i64| {
        let date =
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
        Some(date.and_time(NaiveTime::MIN).and_utc())
    };
    match digits.len() {
        4 => midnight(number, 1, 1),
        6 => midnight(number / 100, number % 100, 1),
        8 => midnight(number / 10_000, number / 100 % 100, number % 100),
        9 | 10 => DateTime::from_timestamp(number, 0),
        12 | 13 => DateTime::from_timestamp_millis(number),
        14 => NaiveDateTime::parse_from_str(digits, "%Y%m%d%H%M%S").ok().map(|at| at.and_utc()),
        _ => None,
    }
}

/// The text in lower case, with the signs of Chinese, Japanese and Korean dates in their Western form.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '年' | '년' | '月' | '월' | '\u{2212}' | '\u{2010}' | '\u{2011}' => plain.push('-'),
            '日' | '일' | '\u{a0}' | '\u{202f}' => plain.push(' '),
            c => plain.extend(c.to_lowercase()),
        }
    }
    let plain = plain.replace("- ", "-");
    [
        ("오후", "pm "),
        ("下午", "pm "),
        ("午後", "pm "),
        ("오전", "am "),
        ("上午", "am "),
        ("午前", "am "),
        ("p.m.", "pm"),
        ("a.m.", "am"),
    ]
    .iter()
    .fold(plain, |text, (word, half)| text.replace(word, half))
}

/// Where the time is.
#[derive(Clone, Copy)]
enum Zone {
    Offset(FixedOffset),
    Named(Tz),
}

/// The parts of a date that were recognised so far.
#[derive(Default)]
struct Parts {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    time: Option<(u32, u32, u32)>,
    /// Days to add: 24:00 is the midnight after.
    later: u64,
    afternoon: Option<bool>,
    zone: Option<Zone>,
}

impl Parts {
    /// Takes a word into account; `None` if the date cannot be one.
    fn add(&mut self, word: &str) -> Option<()> {
        if word == "-" {
            return Some(());
        }
        if let Some((date, time)) = joined(word) {
            self.add(date)?;
            return if time.contains(':') { self.add(time) } else { self.add_compact_time(time) };
        }
        if let Some(colon) = word.find(':').filter(|at| *at <= 2 && word.starts_with(|c: char| c.is_ascii_digit())) {
            return self.add_time(word, colon);
        }
        match word.chars().next()? {
            '+' | '-' => self.add_zone(Zone::Offset(zone::offset(word)?)),
            c if c.is_ascii_digit() => return self.add_numbers(word),
            _ => self.add_name(word),
        }
        Some(())
    }

    fn add_zone(&mut self, zone: Zone) {
        self.zone = self.zone.or(Some(zone));
    }

    /// `10:00`, `10:00:33.5`, with or without a zone or a half of the day behind it.
    fn add_time(&mut self, word: &str, colon: usize) -> Option<()> {
        let end = word.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(word.len());
        let (clock, rest) = word.split_at(end);
        let (hour, minutes) = (clock.get(..colon)?, clock.get(colon + 1..)?);
        let (minute, second) = minutes.split_once([':', '.']).unwrap_or((minutes, "0"));
        let second = second.split(['.', ':']).next().filter(|second| !second.is_empty()).unwrap_or("0");
        let (hour, minute, second): (u32, u32, u32) = (hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?);
        if self.time.is_some() || hour > 24 || minute > 59 || second > 60 {
            return None;
        }
        self.later = u64::from(hour == 24);
        self.time = Some((hour % 24, minute, second.min(59)));
        if rest.is_empty() { Some(()) } else { self.add(rest.trim_start_matches(',')) }
    }

    /// `1000` or `100033`, with or without a zone behind it.
    fn add_compact_time(&mut self, word: &str) -> Option<()> {
        let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let (digits, zone) = word.split_at(end);
        let (hour, rest) = digits.split_at_checked(2)?;
        let (minute, second) = rest.split_at_checked(2).unwrap_or(("00", ""));
        let second = if second.is_empty() { "00" } else { second };
        self.add_time(&format!("{hour}:{minute}:{second}{zone}"), 2)
    }

    /// A date of digits, or a number of its own.
    fn add_numbers(&mut self, word: &str) -> Option<()> {
        let word = word.trim_end_matches(['.', '-', '/']);
        if let Some(separator) = word.chars().find(|c| matches!(c, '-' | '/' | '.')) {
            let fields: Vec<&str> = word.split(separator).collect();
            return match fields.as_slice() {
                [first, second, third] => self.add_date(first, second, third, separator),
                [year, month] if year.len() == 4 => {
                    self.year = Some(year.parse().ok()?);
                    self.month = Some(month.parse().ok()?);
                    self.day = Some(1);
                    Some(())
                }
                _ => None,
            };
        }
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == 'º');
        let number: u32 = digits.parse().ok()?;
        match (digits.len(), self.day) {
            (8, None) => {
                let (year, month_day) = digits.split_at(4);
                let (month, day) = month_day.split_at(2);
                self.add_date(year, month, day, '-')
            }
            // A half of the day: 2pm.
            (1 | 2, _) if matches!(word.get(digits.len()..), Some("am" | "pm")) && self.time.is_none() => {
                self.time = Some((number, 0, 0));
                self.add_name(word.get(digits.len()..)?);
                Some(())
            }
            (1 | 2, None) => {
                self.day = Some(number);
                Some(())
            }
            (2, Some(_)) | (4, _) if self.year.is_none() => {
                self.year = Some(full_year(digits)?);
                Some(())
            }
            _ => None,
        }
    }

    /// Three fields: `2026-11-02`, `02-Nov-26`, `2.11.2026`, `12/31/2026`.
    fn add_date(&mut self, first: &str, second: &str, third: &str, separator: char) -> Option<()> {
        let number = |field: &str| field.parse::<u32>().ok();
        let (year, month, day) = match (number(first), number(second), number(third)) {
            (Some(_), Some(month), Some(day)) if first.len() == 4 => (first, month, day),
            (Some(day), None, Some(_)) if first.len() <= 2 => (third, month_of(second)?, day),
            (Some(_), None, Some(day)) => (first, month_of(second)?, day),
            (Some(day), Some(month), Some(_)) if separator == '.' || day > 12 => (third, month, day),
            (Some(month), Some(day), Some(_)) if day > 12 => (third, month, day),
            _ => return None,
        };
        (self.year, self.month, self.day) = (Some(full_year(year)?), Some(month), Some(day));
        Some(())
    }

    /// A month, a half of the day or a zone; any other word is a weekday or the like.
    fn add_name(&mut self, word: &str) {
        let word = word.trim_end_matches('.');
        match word {
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            "t" | "noon" => {}
            // The last one is the month: a French Tuesday before it is "mar." too.
            _ if month_of(word).is_some() => self.month = month_of(word),
            _ if self.time.is_none() && !word.contains('/') => {}
            _ => {
                let zone = zone::named_offset(word).map(Zone::Offset);
                if let Some(zone) = zone.or_else(|| zone::region(word).map(Zone::Named)) {
                    self.add_zone(zone);
                }
            }
        }
    }

    fn moment(self) -> Option<DateTime<Utc>> {
        let date = NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)?;
        let (hour, minute, second) = self.time.unwrap_or_default();
        let hour = match self.afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let local = date.checked_add_days(Days::new(self.later))?.and_hms_opt(hour, minute, second)?;
        match self.zone {
            None => Some(local.and_utc()),
            Some(Zone::Offset(offset)) => {
                Some((local - TimeDelta::seconds(i64::from(offset.local_minus_utc()))).and_utc())
            }
            Some(Zone::Named(zone)) => zone.from_local_datetime(&local).earliest().map(|at| at.to_utc()),
        }
    }
}

/// A date and a time joined by the `T` of ISO 8601.
fn joined(word: &str) -> Option<(&str, &str)> {
    let (date, time) = word.split_once('t')?;
    let digits =
        |text: &str, at: usize| text.get(at..).is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    (digits(date, 0) && date.len() >= 7 && digits(time, 0)).then_some((date, time))
}

/// RFC 2822, 4.3: two digits from 50 on are years of the last century.
fn full_year(digits: &str) -> Option<i32> {
    let year: i32 = digits.parse().ok()?;
    match digits.len() {
        2 if year < 50 => Some(2_000 + year),
        2 => Some(1_900 + year),
        4 => Some(year),
        _ => None,
    }
}

/// The beginnings of the months' names in the languages of Western Europe, without accents.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fev"],
    &["mar", "mrt", "maerz"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mag", "mei"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "aou", "ago"],
    &["sep", "set"],
    &["oct", "okt", "ott", "out"],
    &["nov"],
    &["dec", "dez", "dic"],
];

/// The Greek and Hungarian names have little in common with the others.
const OTHER_MONTHS: [(&str, u32); 24] = [
    ("ιαν", 1),
    ("φεβ", 2),
    ("μαρ", 3),
    ("μάρ", 3),
    ("απρ", 4),
    ("μαι", 5),
    ("μάι", 5),
    ("μαϊ", 5),
    ("ιουν", 6),
    ("ιούν", 6),
    ("ιον", 6),
    ("ιουλ", 7),
    ("ιούλ", 7),
    ("ιολ", 7),
    ("αυγ", 8),
    ("αύγ", 8),
    ("σεπ", 9),
    ("οκτ", 10),
    ("νοε", 11),
    ("νοέ", 11),
    ("δεκ", 12),
    ("már", 3),
    ("ápr", 4),
    ("szept", 9),
];

fn month_of(word: &str) -> Option<u32> {
    if let Some((_, month)) = OTHER_MONTHS.iter().find(|(name, _)| word.starts_with(name)) {
        return Some(*month);
    }
    let letters = word.trim_end_matches('.');
    if !letters.chars().all(char::is_alphabetic) || is_weekday(letters) {
        return None;
    }
    let ascii: String =
        letters.chars().map(|c| crate::text::ascii_of_latin(c).map_or_else(|| c.to_string(), str::to_owned)).collect();
    let month = MONTHS.iter().position(|names| names.iter().any(|name| ascii.starts_with(name)))?;
    u32::try_from(month + 1).ok()
}

/// The weekdays whose names begin like a month.
fn is_weekday(word: &str) -> bool {
    ["mardi", "martes", "martedì", "martedi"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_spelling_of_a_date_is_read() {
        for (text, expected) in [
            ("Mon, 02 Nov 2026 10:00:00 GMT", "2026-11-02T10:00:00Z"),
            ("Mon, 2 Nov 2026 10:00:00 +0200", "2026-11-02T08:00:00Z"),
            ("2026-11-02T10:00:00Z", "2026-11-02T10:00:00Z"),
            ("2026-11-02T10:00:00.123456+02:00", "2026-11-02T08:00:00Z"),
            ("2026-11-02T10:00:00-05", "2026-11-02T15:00:00Z"),
            ("2026-11-02T10:00:00", "2026-11-02T10:00:00Z"),
            ("2026-11-02 10:00:00", "2026-11-02T10:00:00Z"),
            ("2026-11-02 10:00:00 UTC", "2026-11-02T10:00:00Z"),
            ("2026-11-02 10:00:00 +0100", "2026-11-02T09:00:00Z"),
            ("2026-11-02T10:00Z", "2026-11-02T10:00:00Z"),
            ("20261102T100000Z", "2026-11-02T10:00:00Z"),
            ("20261102", "2026-11-02T00:00:00Z"),
            ("2026-11-02", "2026-11-02T00:00:00Z"),
            ("2026-11", "2026-11-01T00:00:00Z"),
            ("2026", "2026-01-01T00:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:00 CET", "2026-11-02T09:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:00 MEZ", "2026-11-02T09:00:00Z"),
            ("Mon, 06 Jul 2026 10:00:00 CEST", "2026-07-06T08:00:00Z"),
            ("Mon, 06 Jul 2026 10:00:00 BST", "2026-07-06T09:00:00Z"),
            ("Mon, 06 Jul 2026 10:00:00 EDT", "2026-07-06T14:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:00 PST", "2026-11-02T18:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:00 JST", "2026-11-02T01:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:00 GMT+0700", "2026-11-02T03:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:00 UTC+2", "2026-11-02T08:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:00 America/Los_Angeles", "2026-11-02T18:00:00Z"),
            ("Mon Nov 02 2026 10:00:00 GMT+0100 (CET)", "2026-11-02T09:00:00Z"),
            ("Sat, Dec 16 2023 02:02:33 PM", "2023-12-16T14:02:33Z"),
            ("Sat, Dec 16 2023 12:02:33 AM", "2023-12-16T00:02:33Z"),
            ("Mon Nov  2 10:00:00 2026", "2026-11-02T10:00:00Z"),
            ("Mon Nov  2 10:00:00 CET 2026", "2026-11-02T09:00:00Z"),
            ("Mon, 02 Nov 2026", "2026-11-02T00:00:00Z"),
            ("02 Nov 2026 10:00", "2026-11-02T10:00:00Z"),
            ("5 Sep 2021", "2021-09-05T00:00:00Z"),
            ("September 5th, 2021", "2021-09-05T00:00:00Z"),
            ("Monday, 25-Jan-16 10:00:00 GMT", "2016-01-25T10:00:00Z"),
            ("Fri, 01 Jan 99 10:00:00 GMT", "1999-01-01T10:00:00Z"),
            ("2020/1/10 14:33:00", "2020-01-10T14:33:00Z"),
            ("2019-05-30 12:00:33", "2019-05-30T12:00:33Z"),
            ("2022-12-14T22:02:55", "2022-12-14T22:02:55Z"),
            ("12/31/2025 6:53pm", "2025-12-31T18:53:00Z"),
            ("31/12/2025", "2025-12-31T00:00:00Z"),
            ("2.11.2026 10:00", "2026-11-02T10:00:00Z"),
            ("Mo, 02 Nov 2026 10:00:00 +0100", "2026-11-02T09:00:00Z"),
            ("Mi, 14 Okt 2026 10:00:00 +0200", "2026-10-14T08:00:00Z"),
            ("Di, 03 März 2026 10:00:00 +0100", "2026-03-03T09:00:00Z"),
            ("mar., 01 déc. 2026 10:00:00 +0100", "2026-12-01T09:00:00Z"),
            ("mardi 1 décembre 2026", "2026-12-01T00:00:00Z"),
            ("Mon, 02 Nov 2026 24:00:00 GMT", "2026-11-03T00:00:00Z"),
            ("Mon, 02 Nov 2026 10:00:60 Z", "2026-11-02T10:00:59Z"),
            ("Mon, 02 Nov 2026 10:00:00 -0000", "2026-11-02T10:00:00Z"),
            ("Mon,02 Nov 2026 10:00:00 GMT", "2026-11-02T10:00:00Z"),
            ("  Mon, 02 Nov 2026\n 10:00:00 GMT ", "2026-11-02T10:00:00Z"),
            ("2026년 11월 2일 오후 11:23:17", "2026-11-02T23:23:17Z"),
            ("2026年11月2日 11:23", "2026-11-02T11:23:00Z"),
            ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"),
            ("1793613600", "2026-11-02T10:00:00Z"),
            ("1793613600000", "2026-11-02T10:00:00Z"),
        ] {
            assert_eq!(date(text), Some(expected.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn a_text_without_a_certain_reading_is_no_date() {
        for text in [
            "",
            "soon",
            "now",
            "3/4/2026",
            "Mon, 32 Nov 2026 10:00:00 GMT",
            "2026-13-01",
            "10:00:00",
            "Nov 2026 10:00",
            "25:00",
            "2026-11-02T25:00:00Z",
            "1",
            "12345",
            "yesterday, 10:00",
            &"1".repeat(200),
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
