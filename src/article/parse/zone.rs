//! Time zones as the dates of feeds name them.

use chrono::FixedOffset;
use chrono_tz::{TZ_VARIANTS, Tz};

/// Abbreviations and their minutes east of Greenwich. Of those that several zones share, the one that feeds mean:
/// British Summer Time, Indian Standard Time, the Central and Eastern times of America.
const NAMES: [(&str, i32); 66] = [
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("bst", 60),
    ("west", 60),
    ("cet", 60),
    ("mez", 60),
    ("met", 60),
    ("wat", 60),
    ("cest", 120),
    ("mesz", 120),
    ("mest", 120),
    ("eet", 120),
    ("cat", 120),
    ("sast", 120),
    ("eest", 180),
    ("msk", 180),
    ("trt", 180),
    ("eat", 180),
    ("idt", 180),
    ("msd", 240),
    ("gst", 240),
    ("samt", 240),
    ("irst", 210),
    ("pkt", 300),
    ("uzt", 300),
    ("yekt", 300),
    ("ist", 330),
    ("npt", 345),
    ("bdt", 360),
    ("omst", 360),
    ("mmt", 390),
    ("ict", 420),
    ("wib", 420),
    ("krat", 420),
    ("hkt", 480),
    ("sgt", 480),
    ("myt", 480),
    ("pht", 480),
    ("awst", 480),
    ("wita", 480),
    ("jst", 540),
    ("kst", 540),
    ("wit", 540),
    ("acst", 570),
    ("aest", 600),
    ("acdt", 630),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
    ("art", -180),
    ("brt", -180),
    ("adt", -180),
    ("clst", -180),
    ("nst", -210),
    ("ast", -240),
    ("edt", -240),
    ("clt", -240),
    ("est", -300),
    ("cdt", -300),
    ("cst", -360),
    ("mst", -420),
    ("hst", -600),
    ("sst", -660),
];

/// The American zones whose summer time is an hour ahead of their standard time.
const MORE_NAMES: [(&str, i32); 8] = [
    ("mdt", -360),
    ("pdt", -420),
    ("pst", -480),
    ("akdt", -480),
    ("akst", -540),
    ("et", -300),
    ("ct", -360),
    ("pt", -480),
];

/// The offset of a zone's abbreviation in lower case, or of `gmt+0700` and `utc+2`.
#[must_use]
pub fn named_offset(word: &str) -> Option<FixedOffset> {
    let all = || NAMES.iter().chain(&MORE_NAMES);
    if let Some((_, minutes)) = all().find(|(name, _)| *name == word) {
        return FixedOffset::east_opt(minutes * 60);
    }
    let sign = word.find(['+', '-'])?;
    let (name, number) = word.split_at(sign);
    matches!(name, "gmt" | "utc" | "ut" | "z").then(|| offset(number))?
}

/// `+0100`, `-05:30`, `+2`.
#[must_use]
pub fn offset(word: &str) -> Option<FixedOffset> {
    let digits: String = word.chars().skip(1).filter(|c| *c != ':').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        3 | 4 => digits.split_at(digits.len() - 2),
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = (hours * 60 + minutes) * 60;
    FixedOffset::east_opt(if word.starts_with('-') { -seconds } else { seconds })
}

/// A zone of the IANA database, in any case.
#[must_use]
pub fn region(word: &str) -> Option<Tz> {
    let found = || TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(word)).copied();
    word.contains('/').then(found)?
}
