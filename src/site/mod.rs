//! The publisher's site: its name, its zone, and the pages of its own words. Settings that an administrator edits.

mod queries;

use chrono_tz::Tz;

use crate::db::{Conn, Result};

/// The settings of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    /// One line below the name; may be empty.
    pub tagline: String,
    /// The zone in which pages show days.
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

/// The settings as they are now; what was never set has its default.
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

/// Keeps all settings.
pub fn save(conn: &mut Conn, site: &Site) -> Result<()> {
    for (name, value) in [
        (NAME, site.name.as_str()),
        (TAGLINE, &site.tagline),
        (TIME_ZONE, site.time_zone.name()),
        (PRIVACY, &site.privacy),
        (IMPRINT, &site.imprint),
    ] {
        queries::set(conn, name, value)?;
    }
    Ok(())
}
