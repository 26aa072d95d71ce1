//! Days and times at which something is done, as people write them: `mon-fri 07:00, sun 09:30`. Pure.

use std::fmt;

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

/// Parts of a schedule, and times of a part.
const MOST_PARTS: usize = 14;
const MOST_TIMES: usize = 24;
const WEEK: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];
/// No time zone has moved its clocks by more (Samoa left out a day in 2011).
const LONGEST_GAP: i64 = 25 * 4;
const QUARTER: TimeDelta = TimeDelta::minutes(15);

/// Days of the week with the times of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// By their numbers from Monday.
    days: [bool; 7],
    /// In their order, each once.
    times: Vec<NaiveTime>,
}

impl Schedule {
    /// Reads parts between commas or semicolons, each of days (`mon`, `mon-fri`, `daily`) and times (`07:00`). An empty
    /// text is an empty schedule; `None` for what is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let parts: Vec<Part> = parts.map(part).collect::<Option<_>>()?;
        (parts.len() <= MOST_PARTS).then_some(Self(parts))
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first moment after `after`. A time that the clocks leave out is the moment after the gap; of a time that
    /// comes twice, the first counts.
    #[must_use]
    pub fn next(&self, zone: Tz, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = after.with_timezone(&zone).date_naive();
        // From yesterday, because of gaps that end on the next day, to the same day of the next week.
        let first = today.checked_sub_days(Days::new(1))?;
        first.iter_days().take(10).find_map(|day| self.of_day(day, zone).into_iter().find(|at| *at > after))
    }

    /// The moments of a day, in their order.
    fn of_day(&self, day: NaiveDate, zone: Tz) -> Vec<DateTime<Utc>> {
        let number = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        let parts = self.0.iter().filter(|part| part.days.get(number) == Some(&true));
        let mut found: Vec<_> =
            parts.flat_map(|part| &part.times).filter_map(|time| moment(day, *time, zone)).collect();
        found.sort_unstable();
        found
    }
}

fn part(text: &str) -> Option<Part> {
    let (mut days, mut times) = ([false; 7], Vec::new());
    for word in text.split_whitespace() {
        if word.contains(':') {
            times.push(NaiveTime::parse_from_str(word, "%H:%M").ok()?);
        } else {
            let (from, to) = range(&word.to_lowercase())?;
            let count = (to + 7 - from) % 7;
            for day in (0..=count).map(|step| (from + step) % 7) {
                *days.get_mut(day)? = true;
            }
        }
    }
    times.sort_unstable();
    times.dedup();
    (days.contains(&true) && (1..=MOST_TIMES).contains(&times.len())).then_some(Part { days, times })
}

/// The first and the last day of `mon`, `mon-fri` or `daily`.
fn range(word: &str) -> Option<(usize, usize)> {
    let day = |name: &str| WEEK.iter().position(|(short, _)| *short == name);
    match word.split_once('-') {
        _ if word == "daily" => Some((0, 6)),
        Some((from, to)) => Some((day(from)?, day(to)?)),
        None => day(word).map(|day| (day, day)),
    }
}

fn moment(day: NaiveDate, time: NaiveTime, zone: Tz) -> Option<DateTime<Utc>> {
    let wanted = day.and_time(time);
    let after_gap = (0..=LONGEST_GAP).find_map(|quarters| {
        let shifted = wanted.checked_add_signed(QUARTER * i32::try_from(quarters).ok()?)?;
        match zone.from_local_datetime(&shifted) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at),
            LocalResult::None => None,
        }
    })?;
    Some(after_gap.to_utc())
}

/// In normal form: days from Monday, times in their order.
impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            f.write_str(&days(part.days))?;
            for time in &part.times {
                write!(f, " {}", time.format("%H:%M"))?;
            }
        }
        Ok(())
    }
}

/// `daily`, or each run of three days or more as a range.
fn days(chosen: [bool; 7]) -> String {
    if chosen == [true; 7] {
        return "daily".to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let end = |run: &mut Vec<&str>, words: &mut Vec<String>| {
        match run.as_slice() {
            [first, _, .., last] => words.push(format!("{first}-{last}")),
            few => words.extend(few.iter().map(|day| (*day).to_owned())),
        }
        run.clear();
    };
    for ((name, _), is_chosen) in WEEK.iter().zip(chosen) {
        if is_chosen {
            run.push(name);
        } else {
            end(&mut run, &mut words);
        }
    }
    end(&mut run, &mut words);
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn a_schedule_is_read_and_written_in_normal_form() {
        for (text, expected) in [
            ("mon-fri 07:00", Some("mon-fri 07:00")),
            ("Wed  mon fri 17:00 7:00; SUN 09:30", Some("mon wed fri 07:00 17:00, sun 09:30")),
            ("sat sun 9:00", Some("sat sun 09:00")),
            ("fri-mon 06:00", Some("mon fri-sun 06:00")),
            ("mon-sun 06:00 06:00", Some("daily 06:00")),
            ("", Some("")),
            ("07:00", None),
            ("mon", None),
            ("mon 25:00", None),
            ("someday 07:00", None),
            ("mon- 07:00", None),
        ] {
            let read = Schedule::parse(text).map(|schedule| schedule.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_next_time_follows_the_clocks_of_its_zone() {
        let berlin = Tz::Europe__Berlin;
        for (text, after, expected) in [
            ("mon-fri 07:00", "2026-11-30T05:59:00Z", "2026-11-30T06:00:00Z"),
            ("mon-fri 07:00", "2026-11-30T06:00:00Z", "2026-12-01T06:00:00Z"),
            ("mon-fri 07:00", "2026-12-04T06:00:00Z", "2026-12-07T06:00:00Z"),
            ("sun 09:30, daily 07:00", "2026-12-06T06:00:00Z", "2026-12-06T08:30:00Z"),
            // The clocks go from 02:00 to 03:00, and back from 03:00 to 02:00.
            ("daily 02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z"),
            ("daily 02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"),
            ("daily 02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
        ] {
            let next = Schedule::parse(text).unwrap().next(berlin, utc(after)).unwrap();
            assert_eq!(next, utc(expected), "{text} after {after}");
        }
        assert_eq!(Schedule::default().next(berlin, utc("2026-11-30T00:00:00Z")), None);
    }

    #[test]
    fn over_four_hundred_days_each_day_has_its_time_once_in_every_zone() {
        for zone in [Tz::Europe__Berlin, Tz::America__New_York, Tz::Asia__Kolkata, Tz::Australia__Lord_Howe, Tz::UTC] {
            for time in ["00:00", "01:30", "02:00", "02:30", "03:00", "23:45"] {
                let schedule = Schedule::parse(&format!("daily {time}")).unwrap();
                let mut at = utc("2026-01-15T12:00:00Z");
                let mut last = None;
                for _ in 0..400 {
                    at = schedule.next(zone, at).unwrap();
                    let day = at.with_timezone(&zone).date_naive();
                    assert!(last.is_none_or(|last: NaiveDate| last.succ_opt() == Some(day)), "{zone} {time} {day}");
                    last = Some(day);
                }
            }
        }
    }
}
