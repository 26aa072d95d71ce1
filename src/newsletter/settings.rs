//! The settings of a newsletter and their check. A new setting is a column, a field here and a line in
//! [`Settings::check`]. It reads and stores nothing.

use serde::{Deserialize, Serialize};

use crate::db::schema::newsletters;
use crate::db::{AsChangeset, Insertable, Queryable, Selectable};
use crate::field::{FieldErrorKind, FieldErrors};

/// What an administrator sets. The values are checked before they are stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = newsletters)]
#[serde(default)]
pub struct Settings {
    /// A short name for URLs.
    pub slug: String,
    pub name: String,
    pub description: String,
    /// The name in From; the newsletter's name if left empty.
    pub sender_name: String,
    /// The address in From.
    pub sender: String,
    /// The address that readers write to; the Reply-To of every digest.
    pub contact: String,
    /// Several lines. Without it no digest is sent.
    pub postal_address: String,
    /// A language tag, such as `en`.
    pub language: String,
    /// A name of the IANA time zone database, such as `Europe/Berlin`.
    pub time_zone: String,
    /// Origins that may embed the sign-up form, such as `https://www.example.org`, one per line.
    pub embed_origins: String,
    /// The publisher's own consent wording; if empty, the built-in text.
    pub consent_wording: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            slug: String::new(),
            name: String::new(),
            description: String::new(),
            sender_name: String::new(),
            sender: String::new(),
            contact: String::new(),
            postal_address: String::new(),
            language: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            embed_origins: String::new(),
            consent_wording: String::new(),
        }
    }
}

impl Settings {
    /// The settings in normal form, or everything that is wrong with them.
    pub fn check(self) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let slug = errors.slug("slug", self.slug, 60);
        let name = errors.required_line("name", &self.name, 100);
        let sender_name = errors.line("sender_name", &self.sender_name, 100);
        let checked = Self {
            slug,
            sender_name: if sender_name.is_empty() { name.clone() } else { sender_name },
            name,
            description: errors.line("description", &self.description, 300),
            sender: errors.own_address("sender", &self.sender),
            contact: errors.own_address("contact", &self.contact),
            postal_address: errors.paragraphs("postal_address", &self.postal_address, 500),
            language: self.language,
            time_zone: errors.time_zone("time_zone", self.time_zone),
            embed_origins: origins(&mut errors, &self.embed_origins),
            consent_wording: errors.paragraphs("consent_wording", &self.consent_wording, 1_000),
        };
        errors.or(checked)
    }
}

/// Origins as browsers send them (RFC 6454, section 6.2), one per line. Paths are dropped.
fn origins(errors: &mut FieldErrors, value: &str) -> String {
    let mut origins = Vec::new();
    for part in value.split([',', '\n', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        let url = url::Url::parse(part).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        match url {
            Some(url) => origins.push(url.origin().ascii_serialization()),
            None => errors.add("embed_origins", FieldErrorKind::NotAnOrigin { value: part.to_owned() }),
        }
    }
    origins.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn valid() -> Settings {
        Settings {
            slug: "morning".to_owned(),
            name: "The Morning Tide".to_owned(),
            sender: "news@Example.org".to_owned(),
            contact: "desk@example.org".to_owned(),
            ..Settings::default()
        }
    }

    #[test]
    fn valid_settings_are_normalised() {
        let origins = "https://www.example.org/page?x, http://localhost:8000".to_owned();
        let settings = Settings { embed_origins: origins, ..valid() }.check().unwrap();
        assert_eq!(settings.sender, "news@example.org");
        assert_eq!(settings.sender_name, "The Morning Tide");
        assert_eq!(settings.embed_origins, "https://www.example.org\nhttp://localhost:8000");
    }

    #[test]
    fn each_error_names_its_field() {
        for (field, settings) in [
            ("slug", Settings { slug: "Morning Tide".to_owned(), ..valid() }),
            ("name", Settings { name: " ".to_owned(), ..valid() }),
            ("sender", Settings { sender: "nobody".to_owned(), ..valid() }),
            ("contact", Settings { contact: "a@localhost".to_owned(), ..valid() }),
            ("time_zone", Settings { time_zone: "Mars/Base".to_owned(), ..valid() }),
            ("sender", Settings { sender: "néws@example.org".to_owned(), ..valid() }),
            ("contact", Settings { contact: "désk@example.org".to_owned(), ..valid() }),
            ("embed_origins", Settings { embed_origins: "javascript:alert(1)".to_owned(), ..valid() }),
            ("sender_name", Settings { sender_name: "a\r\nBcc: b@c.de\u{202e}".to_owned(), ..valid() }),
        ] {
            let errors = settings.check().unwrap_err();
            let fields: Vec<_> = errors.iter().map(|error| error.field.as_ref()).collect();
            assert_eq!(fields, [field]);
        }
    }

    #[test]
    fn all_errors_are_reported_at_once() {
        let settings = Settings { name: String::new(), sender: "nobody".to_owned(), ..valid() };
        let errors = settings.check().unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_ref()).collect();
        assert_eq!(fields, ["name", "sender"]);
    }
}
