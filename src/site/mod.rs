//! Settings of the publisher's site, edited by an administrator: name, time zone, and the texts of its own pages.

mod queries;

use chrono_tz::Tz;

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{Conn, Result};

/// The settings of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    /// The line below the name; may be empty.
    pub tagline: String,
    /// The time zone of dates on pages.
    pub time_zone: Tz,
    /// Markdown.
    pub privacy: String,
    /// Markdown.
    pub imprint: String,
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
