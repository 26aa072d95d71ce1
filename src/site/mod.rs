//! Settings of the publisher's site, edited by an administrator: name, time zone, and the texts of its own pages.
//! Their check, and the form that edits them, follow from the fields of [`Site`].

mod queries;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::field::{Changes, FieldErrors};

/// The settings of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Site {
    #[serde(rename = "site_name")]
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    /// The line below the name; may be empty.
    #[schema(max_length = 160)]
    pub tagline: String,
    /// The time zone of dates on pages.
    #[schema(value_type = String, format = "time-zone")]
    pub time_zone: Tz,
    /// Markdown.
    #[schema(format = "markdown", max_length = 50_000)]
    pub privacy: String,
    /// Markdown.
    #[schema(format = "markdown", max_length = 50_000)]
    pub imprint: String,
}

impl Site {
    /// With changes by the names of the fields: all in normal form, or everything that is wrong.
    pub fn with(&self, changes: Changes) -> std::result::Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let site = errors.merge(self, changes)?;
        let site = errors.fields(site);
        errors.or(site)
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: "Tidings".to_owned(),
            tagline: String::new(),
            time_zone: Tz::UTC,
            privacy: String::new(),
            imprint: String::new(),
        }
    }
}

const NAME: &str = "name";
const TAGLINE: &str = "tagline";
const TIME_ZONE: &str = "time-zone";
const PRIVACY: &str = "privacy";
const IMPRINT: &str = "imprint";

/// The current settings; one that was never set has its default.
pub fn site(conn: &mut Conn) -> Result<Site> {
    let mut site = Site::default();
    for (name, value) in queries::all(conn)? {
        match name.as_str() {
            NAME => site.name = value,
            TAGLINE => site.tagline = value,
            TIME_ZONE => site.time_zone = value.parse().unwrap_or(Tz::UTC),
            PRIVACY => site.privacy = value,
            IMPRINT => site.imprint = value,
            _ => {}
        }
    }
    Ok(site)
}

/// Stores the settings that differ; the audit log names them.
pub fn change(conn: &mut Conn, actor: &Actor, now: Timestamp, site: &Site) -> Result<()> {
    let old = self::site(conn)?;
    let pair = |name: &'static str, old: &str, new: &str| (old != new).then(|| (name, new.to_owned()));
    let changed: Vec<(&str, String)> = [
        pair(NAME, &old.name, &site.name),
        pair(TAGLINE, &old.tagline, &site.tagline),
        pair(TIME_ZONE, old.time_zone.name(), site.time_zone.name()),
        pair(PRIVACY, &old.privacy, &site.privacy),
        pair(IMPRINT, &old.imprint, &site.imprint),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changed.is_empty() {
        return Ok(());
    }
    for (name, value) in &changed {
        queries::set(conn, name, value)?;
    }
    let names: Vec<&str> = changed.iter().map(|(name, _)| *name).collect();
    audit::record(conn, now, actor, "site.change", "site", None, &names.join(" "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn with(changes: &serde_json::Value) -> std::result::Result<Site, FieldErrors> {
        Site::default().with(changes.as_object().unwrap().clone())
    }

    #[test]
    fn markdown_keeps_its_line_breaks() {
        let site = with(&json!({"privacy": "One  \r\nTwo\r\n\r\n    code\n", "time_zone": "Europe/Berlin"})).unwrap();
        assert_eq!((site.privacy.as_str(), site.time_zone), ("One  \nTwo\n\n    code", Tz::Europe__Berlin));
    }

    #[test]
    fn each_error_names_its_field() {
        let too_long = "x".repeat(50_001);
        let wrong = json!({"site_name": " ", "tagline": "a\nb", "time_zone": "Mars/Base", "privacy": "\0", "imprint": too_long});
        let errors = with(&wrong).unwrap_err();
        for field in ["site_name", "tagline", "privacy", "imprint"] {
            assert!(errors.of(field).is_some(), "{field}: {errors:?}");
        }
        assert_eq!(errors.of("time_zone").unwrap().kind, crate::field::FieldErrorKind::NotATimeZone);
    }
}
