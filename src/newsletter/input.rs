//! What an administrator enters for a newsletter: its settings and those of its first edition, checked and changed by
//! the names of the fields. Pure.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::edition::EditionSettings;
use super::settings::Settings;
use crate::field::{Changes, FieldErrors};
use crate::text;

/// Characters of a slug that is made from a name.
const SLUG: usize = 60;

/// The settings of a newsletter and of its first edition, flat in their serialised form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Input {
    #[serde(flatten)]
    #[schema(inline)]
    pub newsletter: Settings,
    #[serde(flatten)]
    #[schema(inline)]
    pub edition: EditionSettings,
    /// The names of its topics, made where they are new; all topics where there are none.
    #[schema(max_items = 100, max_length = 60)]
    pub topics: Option<Vec<String>>,
}

impl Input {
    /// All in normal form, or everything that is wrong.
    pub fn check(self) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut input = errors.fields(self);
        let newsletter = &mut input.newsletter;
        if newsletter.slug.is_empty() {
            newsletter.slug = text::slug(&newsletter.name, SLUG);
        }
        if newsletter.sender_name.is_empty() {
            newsletter.sender_name.clone_from(&newsletter.name);
        }
        input.topics = input.topics.filter(|topics| !topics.is_empty()).map(sorted);
        errors.or(input)
    }

    /// With changes by the names of the fields: all in normal form, or everything that is wrong.
    pub fn with(&self, changes: Changes) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        match errors.merge(self, changes)?.check() {
            Ok(input) => errors.or(input),
            Err(others) => {
                errors.extend(others);
                Err(errors)
            }
        }
    }
}

/// In one order, each once.
pub(super) fn sorted(mut topics: Vec<String>) -> Vec<String> {
    topics.sort();
    topics.dedup();
    topics
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::field::{self, FieldErrorKind, Kind};
    use crate::newsletter::HeadlineLink;

    fn valid() -> Settings {
        Settings {
            slug: "morning".to_owned(),
            name: "The Morning Tide".to_owned(),
            sender: "news@Example.org".to_owned(),
            contact: "desk@example.org".to_owned(),
            ..Settings::default()
        }
    }

    fn check(newsletter: Settings) -> Result<Settings, FieldErrors> {
        Input { newsletter, ..Input::default() }.check().map(|input| input.newsletter)
    }

    #[test]
    fn the_list_of_fields_follows_the_structs() {
        let fields = field::fields::<Input>();
        let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
        let expected = "name slug description sender_name sender contact return_path postal_address language time_zone \
                        consent_wording embed_origins article_count window_days headline_link track_clicks greeting \
                        number_articles most_per_topic most_per_source schedule approval least_articles \
                        lead_minutes topics";
        assert_eq!(names.join(" "), expected);
        let kind = |name: &str| &fields.iter().find(|field| field.name == name).unwrap().kind;
        let words = || vec!["canonical".to_owned(), "ours".to_owned()];
        for (name, expected) in [
            ("name", Kind::Line { most: 100 }),
            ("slug", Kind::Slug { most: 60 }),
            ("sender", Kind::Email),
            ("postal_address", Kind::Lines { most: 500 }),
            ("time_zone", Kind::TimeZone),
            ("embed_origins", Kind::List { most: usize::MAX, of: Box::new(Kind::Origin) }),
            ("article_count", Kind::Number { least: 0, most: 50 }),
            ("headline_link", Kind::Words(words())),
            ("track_clicks", Kind::YesNo),
            ("topics", Kind::List { most: 100, of: Box::new(Kind::Line { most: 60 }) }),
        ] {
            assert_eq!(*kind(name), expected, "{name}");
        }
        let required: Vec<_> = fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect();
        assert_eq!(required, ["name", "sender", "contact"]);
        // Every default is a value of its field.
        assert_eq!(Input::default().with(field::values(&Input::default())).unwrap_err().iter().count(), 3);
    }

    #[test]
    fn valid_settings_are_normalised() {
        let origins = "https://www.example.org/page?x\nhttp://localhost:8000".to_owned();
        let settings = check(Settings { embed_origins: origins, slug: String::new(), ..valid() }).unwrap();
        assert_eq!((settings.sender.as_str(), settings.slug.as_str()), ("news@example.org", "the-morning-tide"));
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
            ("language", Settings { language: "xx".to_owned(), ..valid() }),
            ("sender", Settings { sender: "néws@example.org".to_owned(), ..valid() }),
            ("contact", Settings { contact: "désk@example.org".to_owned(), ..valid() }),
            ("embed_origins", Settings { embed_origins: "javascript:alert(1)".to_owned(), ..valid() }),
            ("sender_name", Settings { sender_name: "a\r\nBcc: b@c.de\u{202e}".to_owned(), ..valid() }),
        ] {
            let errors = check(settings).unwrap_err();
            let fields: Vec<_> = errors.iter().map(|error| error.field.as_ref()).collect();
            assert_eq!(fields, [field]);
        }
    }

    #[test]
    fn changes_are_merged_by_name_and_every_error_is_reported_at_once() {
        let stored = Input { newsletter: valid(), ..Input::default() }.check().unwrap();
        let with = |changes: serde_json::Value| stored.with(changes.as_object().unwrap().clone());
        let changed = with(json!({"article_count": 5, "headline_link": "ours", "topics": ["World"]})).unwrap();
        assert_eq!((changed.edition.article_count, changed.edition.headline_link), (5, HeadlineLink::Ours));
        assert_eq!(field::changed(&stored, &changed), ["article_count", "headline_link", "topics"]);
        // Null gives a field its default back.
        let back = changed.with(json!({"article_count": null, "topics": null}).as_object().unwrap().clone()).unwrap();
        assert_eq!((back.edition.article_count, back.topics), (10, None));
        assert_eq!(with(json!({"topics": []})).unwrap(), stored);
        let errors = with(json!({
            "name": null, "sender": 7, "article_count": "many", "window_days": 367, "headline_link": "elsewhere",
            "track_clicks": "yes", "time_zone": "Mars/Base", "topics": [" "], "colour": "red",
        }));
        let errors = errors.unwrap_err();
        let kind = |name: &str| &errors.of(name).unwrap().kind;
        assert_eq!(errors.iter().count(), 9, "{errors:?}");
        assert_eq!((kind("name"), kind("topics")), (&FieldErrorKind::Required, &FieldErrorKind::Required));
        assert_eq!(kind("article_count"), &FieldErrorKind::NotANumber);
        assert_eq!(kind("window_days"), &FieldErrorKind::OutOfRange { least: 1, most: 366 });
        assert!(matches!(kind("headline_link"), FieldErrorKind::NotOneOf { words } if *words == ["canonical", "ours"]));
        assert!(matches!(kind("sender"), FieldErrorKind::Unreadable { .. }));
        assert!(matches!(kind("colour"), FieldErrorKind::NoSuchField { known } if known.len() == 25));
    }
}
