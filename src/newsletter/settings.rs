//! The settings of a newsletter. A new setting is a column, a field here, and a text `newsletter-{field}` in each
//! language; check, forms, API, command line and audit log follow from the field.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::schema::newsletters;
use crate::db::{AsChangeset, Insertable, Queryable, Selectable};
use crate::field::lines;

/// What an administrator sets. The values are checked before they are stored.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset,
)]
#[diesel(table_name = newsletters)]
#[serde(default)]
pub struct Settings {
    #[schema(min_length = 1, max_length = 100, example = "The Morning Tide")]
    pub name: String,
    /// A short name for URLs: lower-case letters, digits and hyphens; made from the name if left empty.
    #[schema(format = "slug", max_length = 60, pattern = "^([a-z0-9]+(-[a-z0-9]+)*)?$", example = "morning-tide")]
    pub slug: String,
    /// What readers get, in one sentence.
    #[schema(max_length = 300)]
    pub description: String,
    /// The name in From; the newsletter's name if left empty.
    #[schema(max_length = 100)]
    pub sender_name: String,
    /// The address in From.
    #[schema(format = "email", min_length = 1, example = "news@example.org")]
    pub sender: String,
    /// The address that readers write to; the Reply-To of every digest.
    #[schema(format = "email", min_length = 1, example = "desk@example.org")]
    pub contact: String,
    /// The envelope sender, to which bounces go; the address in From if left empty.
    #[schema(format = "optional-email", example = "bounces@example.org")]
    pub return_path: String,
    /// Several lines. Without it no digest is sent.
    #[schema(format = "lines", max_length = 500)]
    pub postal_address: String,
    /// The tag of a language on offer, such as `en`.
    #[schema(format = "language")]
    pub language: String,
    /// A name of the IANA time zone database, such as `Europe/Berlin`. The days of its digests begin in this zone.
    #[schema(format = "time-zone", example = "Europe/Berlin")]
    pub time_zone: String,
    /// The publisher's own consent wording; if empty, the built-in text.
    #[schema(format = "lines", max_length = 1000)]
    pub consent_wording: String,
    /// Origins that may embed the sign-up form, such as `https://www.example.org`.
    #[serde(with = "lines")]
    #[schema(value_type = Vec<String>, format = "origin", default = json!([]))]
    pub embed_origins: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            slug: String::new(),
            description: String::new(),
            sender_name: String::new(),
            sender: String::new(),
            contact: String::new(),
            return_path: String::new(),
            postal_address: String::new(),
            language: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            consent_wording: String::new(),
            embed_origins: String::new(),
        }
    }
}
