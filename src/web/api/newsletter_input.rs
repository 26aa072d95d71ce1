//! What a caller says of a newsletter, and how it becomes the input of the noun, which checks it.

use serde::Deserialize;
use utoipa::ToSchema;

use super::problem::Problem;
use crate::field::{FieldError, FieldErrorKind, FieldErrors};
use crate::locale::Locale;
use crate::newsletter::{EditionSettings, HeadlineLink, Input, Settings};

/// Characters of a topic's name, and topics of one newsletter or feed.
const TOPIC: usize = 60;
const TOPICS: usize = 100;

/// A newsletter to add. Left out: all topics, ten articles, seven days.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNewsletter {
    /// A short name for addresses: small letters, digits, hyphens. It stays.
    #[schema(min_length = 1, max_length = 60, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", example = "morning")]
    slug: String,
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// The address in From.
    #[schema(format = Email)]
    sender: String,
    /// Where readers write to; the Reply-To of every digest.
    #[schema(format = Email)]
    contact: String,
    #[schema(max_length = 300)]
    description: Option<String>,
    /// The name in From; the newsletter's name where it is left out.
    #[schema(max_length = 100)]
    sender_name: Option<String>,
    /// Several lines; without it no digest is sent.
    #[schema(max_length = 500)]
    postal_address: Option<String>,
    /// A language on offer, such as `en`.
    language: Option<String>,
    /// Such as `Europe/Berlin`; UTC where it is left out.
    time_zone: Option<String>,
    /// Names of topics, made where they are new; all topics where it is left out.
    #[schema(max_items = 100)]
    topics: Option<Vec<String>>,
    #[schema(minimum = 0, maximum = 50)]
    article_count: Option<i64>,
    #[schema(minimum = 1, maximum = 366)]
    window_days: Option<i64>,
    headline_link: Option<HeadlineLink>,
    track_clicks: Option<bool>,
    embed_origins: Option<Vec<String>>,
    #[schema(max_length = 1000)]
    consent_wording: Option<String>,
}

/// What is to change of a newsletter; what is left out or null stays as it is.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Changes {
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    #[schema(format = Email)]
    sender: Option<String>,
    #[schema(format = Email)]
    contact: Option<String>,
    #[schema(max_length = 300)]
    description: Option<String>,
    #[schema(max_length = 100)]
    sender_name: Option<String>,
    #[schema(max_length = 500)]
    postal_address: Option<String>,
    language: Option<String>,
    time_zone: Option<String>,
    /// Names of topics; an empty list for all topics.
    #[schema(max_items = 100)]
    topics: Option<Vec<String>>,
    #[schema(minimum = 0, maximum = 50)]
    article_count: Option<i64>,
    #[schema(minimum = 1, maximum = 366)]
    window_days: Option<i64>,
    headline_link: Option<HeadlineLink>,
    track_clicks: Option<bool>,
    embed_origins: Option<Vec<String>>,
    #[schema(max_length = 1000)]
    consent_wording: Option<String>,
}

/// The input of the noun, and the topics to set, if any.
type Parts = (Input, Option<Vec<String>>);

impl NewNewsletter {
    pub fn split(self) -> Result<Parts, Problem> {
        let changes = Changes {
            name: Some(self.name),
            sender: Some(self.sender),
            contact: Some(self.contact),
            description: self.description,
            sender_name: self.sender_name,
            postal_address: self.postal_address,
            language: self.language,
            time_zone: self.time_zone,
            topics: self.topics,
            article_count: self.article_count,
            window_days: self.window_days,
            headline_link: self.headline_link,
            track_clicks: self.track_clicks,
            embed_origins: self.embed_origins,
            consent_wording: self.consent_wording,
        };
        let newsletter = Settings { slug: self.slug, ..Settings::default() };
        changes.apply(Input { newsletter, ..Input::default() })
    }
}

impl Changes {
    /// The newsletter as it is to be.
    pub fn apply(self, old: Input) -> Result<Parts, Problem> {
        let Input { newsletter, edition } = old;
        let topics = self.topics.as_deref().map(topic_names).transpose()?;
        let newsletter = Settings {
            slug: newsletter.slug,
            name: self.name.unwrap_or(newsletter.name),
            description: self.description.unwrap_or(newsletter.description),
            sender_name: self.sender_name.unwrap_or(newsletter.sender_name),
            sender: self.sender.unwrap_or(newsletter.sender),
            contact: self.contact.unwrap_or(newsletter.contact),
            postal_address: self.postal_address.unwrap_or(newsletter.postal_address),
            language: self.language.map(language).transpose()?.unwrap_or(newsletter.language),
            time_zone: self.time_zone.unwrap_or(newsletter.time_zone),
            embed_origins: self.embed_origins.map_or(newsletter.embed_origins, |origins| origins.join("\n")),
            consent_wording: self.consent_wording.unwrap_or(newsletter.consent_wording),
        };
        let edition = EditionSettings {
            all_topics: topics.as_ref().map_or(edition.all_topics, Vec::is_empty),
            article_count: self.article_count.unwrap_or(edition.article_count),
            window_days: self.window_days.unwrap_or(edition.window_days),
            headline_link: self.headline_link.unwrap_or(edition.headline_link),
            track_clicks: self.track_clicks.unwrap_or(edition.track_clicks),
        };
        Ok((Input { newsletter, edition }, topics))
    }
}

fn language(tag: String) -> Result<String, Problem> {
    let offered = Locale::offered();
    if offered.iter().any(|(offered, _)| *offered == tag) {
        return Ok(tag);
    }
    let words = offered.iter().map(|(tag, _)| (*tag).to_owned()).collect();
    Err(FieldError::new("language", FieldErrorKind::NotOneOf { words }).into())
}

/// The names of topics, each one harmless line.
pub fn topic_names(names: &[String]) -> Result<Vec<String>, Problem> {
    if names.len() > TOPICS {
        return Err(FieldError::new("topics", FieldErrorKind::TooMany { most: TOPICS }).into());
    }
    let mut errors = FieldErrors::default();
    let checked = names.iter().map(|name| errors.required_line("topics", name, TOPIC)).collect();
    Ok(errors.or(checked)?)
}
