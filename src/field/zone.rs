//! Time zones by the names that people type: `europe/berlin`, `New York`.

use chrono_tz::{TZ_VARIANTS, Tz};

/// The zone of the IANA database with this name, or the first one of a city with this name. Letter case, and spaces
/// instead of `_`, do not matter.
#[must_use]
pub fn zone_named(text: &str) -> Option<Tz> {
    let wanted = text.trim().replace(' ', "_");
    let is_named = |zone: &&Tz| zone.name().eq_ignore_ascii_case(&wanted);
    let city = |zone: &Tz| zone.name().rsplit_once('/').map(|(_, city)| city);
    let is_city = |zone: &&Tz| city(zone).is_some_and(|city| city.eq_ignore_ascii_case(&wanted));
    TZ_VARIANTS.iter().find(is_named).or_else(|| TZ_VARIANTS.iter().find(is_city)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_found_by_its_name_or_its_city() {
        for (text, expected) in [
            ("Europe/Berlin", Some(Tz::Europe__Berlin)),
            (" europe/berlin ", Some(Tz::Europe__Berlin)),
            ("America/New York", Some(Tz::America__New_York)),
            ("new york", Some(Tz::America__New_York)),
            ("utc", Some(Tz::UTC)),
            ("Mars/Base", None),
            ("Berli", None),
            ("", None),
        ] {
            assert_eq!(zone_named(text), expected, "{text}");
        }
    }
}
