//! The fields of a newsletter as they are typed: between the form and what the newsletter's room checks.

use super::pages::NewsletterForm;
use super::parts::zones;
use crate::locale::Locale;
use crate::newsletter::{EditionSettings, HeadlineLink, Input, NewsletterError, Settings, Topic};
use crate::text;
use crate::web::public::pages::{Choice, Field};

/// What was typed, by the names of the form's fields, and what is wrong with one of them.
#[derive(Clone, Debug)]
pub struct Typed {
    fields: Vec<(String, String)>,
    /// Ids.
    topics: Vec<String>,
    wrong: Option<(String, String)>,
}

impl Default for Typed {
    /// A new newsletter.
    fn default() -> Self {
        Self::shown_as(&Input::default(), Vec::new())
    }
}

impl Typed {
    #[must_use]
    pub fn posted(fields: &[(String, String)]) -> Self {
        let topics = fields.iter().filter(|(name, _)| name == "topics").map(|(_, slug)| slug.clone()).collect();
        Self { fields: fields.to_vec(), topics, wrong: None }
    }

    /// The stored values; `chosen` are the ids of its topics.
    #[must_use]
    pub fn of(input: &Input, chosen: &[i64]) -> Self {
        let chosen = if input.edition.all_topics { &[] } else { chosen };
        Self::shown_as(input, chosen.iter().map(ToString::to_string).collect())
    }

    fn shown_as(input: &Input, topics: Vec<String>) -> Self {
        let on = |on: bool| if on { "yes".to_owned() } else { String::new() };
        let (newsletter, edition) = (&input.newsletter, &input.edition);
        let sender = match (newsletter.sender_name.as_str(), newsletter.sender.as_str()) {
            ("", address) => address.to_owned(),
            (name, address) => format!("{name} <{address}>"),
        };
        let fields = [
            ("name", newsletter.name.clone()),
            ("slug", newsletter.slug.clone()),
            ("sender", sender),
            ("contact", newsletter.contact.clone()),
            ("postal_address", newsletter.postal_address.clone()),
            ("time_zone", newsletter.time_zone.clone()),
            ("description", newsletter.description.clone()),
            ("consent", newsletter.consent_wording.clone()),
            ("articles", edition.article_count.to_string()),
            ("window_days", edition.window_days.to_string()),
            ("count_clicks", on(edition.track_clicks)),
            ("link_to_source", on(edition.headline_link == HeadlineLink::Canonical)),
            ("embed_origins", newsletter.embed_origins.clone()),
        ];
        Self { fields: fields.map(|(name, value)| (name.to_owned(), value)).to_vec(), topics, wrong: None }
    }

    fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    #[must_use]
    pub fn name(&self) -> &str {
        self.get("name")
    }

    #[must_use]
    pub fn topic_ids(&self) -> Vec<i64> {
        self.topics.iter().filter_map(|id| id.parse().ok()).collect()
    }

    /// With what the newsletter's room found wrong.
    #[must_use]
    pub fn wrong(mut self, locale: &Locale, error: &NewsletterError) -> Self {
        if let NewsletterError::Fields(errors) = error {
            let first = errors.iter().next();
            self.wrong = first.map(|error| (field_of(&error.field).to_owned(), error.words(locale)));
        }
        self
    }

    /// What the newsletter's room checks and keeps. What the form did not ask has its default.
    #[must_use]
    pub fn input(&self) -> Input {
        let (sender_name, sender) = sender(self.get("sender"));
        let slug = self.get("slug").trim();
        let slug = if slug.is_empty() { text::slug(self.name(), 60) } else { slug.to_owned() };
        let asked = |name: &str| self.fields.iter().any(|(field, _)| field == name);
        let number = |name: &str, otherwise: i64| {
            if asked(name) { self.get(name).trim().parse().unwrap_or(-1) } else { otherwise }
        };
        let usual = EditionSettings::default();
        let zone = Settings::default().time_zone;
        let headlines =
            if self.get("link_to_source").is_empty() { HeadlineLink::Ours } else { HeadlineLink::Canonical };
        let newsletter = Settings {
            slug,
            name: self.name().to_owned(),
            description: self.get("description").to_owned(),
            sender_name,
            sender,
            contact: self.get("contact").to_owned(),
            postal_address: self.get("postal_address").to_owned(),
            time_zone: if asked("time_zone") { self.get("time_zone").to_owned() } else { zone },
            embed_origins: self.get("embed_origins").to_owned(),
            consent_wording: self.get("consent").to_owned(),
            ..Settings::default()
        };
        let edition = EditionSettings {
            all_topics: self.topic_ids().is_empty(),
            article_count: number("articles", usual.article_count),
            window_days: number("window_days", usual.window_days),
            // A check box that is not ticked is not sent, so another field says whether it was asked.
            headline_link: if asked("articles") { headlines } else { usual.headline_link },
            track_clicks: !self.get("count_clicks").is_empty(),
        };
        Input { newsletter, edition }
    }

    /// The form with what was typed.
    #[must_use]
    pub fn shown(&self, topics: &[Topic]) -> NewsletterForm {
        let field = |name: &str| {
            let error = self.wrong.as_ref().filter(|(wrong, _)| wrong == name).map(|(_, message)| message.clone());
            Field { value: self.get(name).to_owned(), error }
        };
        let choice = |topic: &Topic| Choice {
            value: topic.id.to_string(),
            label: topic.name.clone(),
            chosen: self.topics.contains(&topic.id.to_string()),
        };
        NewsletterForm {
            name: field("name"),
            slug: field("slug"),
            description: field("description"),
            sender: field("sender"),
            contact: field("contact"),
            postal_address: field("postal_address"),
            time_zones: zones(self.get("time_zone")),
            consent: field("consent"),
            usual_consent: Locale::default().t1("consent-wording", "newsletter", self.name()),
            articles: field("articles"),
            window_days: field("window_days"),
            topics: topics.iter().map(choice).collect(),
            count_clicks: !self.get("count_clicks").is_empty(),
            link_to_source: !self.get("link_to_source").is_empty(),
            embed_origins: field("embed_origins"),
        }
    }
}

/// The form's name of a field of the newsletter's room.
fn field_of(field: &str) -> &str {
    match field {
        "sender_name" => "sender",
        "article_count" => "articles",
        "consent_wording" => "consent",
        same => same,
    }
}

/// Name and address of a From line such as `The Morning Tide <news@example.org>`; the name may be missing.
fn sender(line: &str) -> (String, String) {
    let line = line.trim();
    match line.strip_suffix('>').and_then(|line| line.rsplit_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"').trim().to_owned(), address.trim().to_owned()),
        None => (String::new(), line.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_has_a_name_or_none() {
        for (line, name, address) in [
            ("The Morning Tide <news@example.org>", "The Morning Tide", "news@example.org"),
            (" \"Tide, The\" < news@example.org > ", "Tide, The", "news@example.org"),
            ("news@example.org", "", "news@example.org"),
            ("<news@example.org>", "", "news@example.org"),
            ("news", "", "news"),
            ("", "", ""),
        ] {
            assert_eq!(sender(line), (name.to_owned(), address.to_owned()), "{line:?}");
        }
    }

    #[test]
    fn what_is_kept_comes_back_as_it_was() {
        let posted = |fields: &[(&str, &str)]| {
            let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            Typed::posted(&fields).input()
        };
        let short = posted(&[("name", "The Morning Tide"), ("sender", "a@example.org")]);
        let rules = &short.edition;
        assert_eq!(
            (short.newsletter.slug.as_str(), rules.all_topics, rules.article_count),
            ("the-morning-tide", true, 10)
        );
        assert_eq!(rules.headline_link, HeadlineLink::Canonical);
        let long = posted(&[("name", "Tide"), ("slug", "t"), ("articles", "x"), ("topics", "3"), ("window_days", "2")]);
        let rules = &long.edition;
        assert_eq!((long.newsletter.slug.as_str(), rules.all_topics), ("t", false));
        assert_eq!((rules.article_count, rules.window_days), (-1, 2));
        assert_eq!(rules.headline_link, HeadlineLink::Ours);
        let again = Typed::shown_as(&long, vec!["3".to_owned()]);
        assert_eq!(again.input(), long);
    }
}
