//! The input of an article, and the rules for its fields.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::Value;
use url::Url;
use utoipa::ToSchema;

use crate::article::{Body, NewArticle};
use crate::field::{self, FieldError, FieldErrorKind, FieldErrors};
use crate::text::{TextError, paragraphs};

/// Bytes of a body; `markup` would cut a longer one.
const MAX_BODY: usize = crate::markup::MAX_BYTES;

/// An article to bring in. Source and guid say which one it is; without a guid, its address does, else its title.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewArticle)]
pub struct ArticleInput {
    #[serde(default)]
    #[schema(required = true, min_length = 1, max_length = 300)]
    pub title: String,
    #[schema(max_length = 2000)]
    pub summary: Option<String>,
    /// One of the two bodies.
    pub body_markdown: Option<String>,
    pub body_html: Option<String>,
    /// RFC 3339, or a date alone, which is its noon in the site's time zone; now where it is left out. A time
    /// that is still to come is refused.
    #[schema(example = "2025-10-23T14:30:00+02:00")]
    pub published_at: Option<String>,
    /// Who publishes it; the site's name where it is left out.
    #[schema(max_length = 120)]
    pub source: Option<String>,
    /// The publisher's own page of it.
    #[schema(max_length = 2000)]
    pub url: Option<String>,
    #[schema(max_length = 500)]
    pub guid: Option<String>,
    /// Names, made where they are new.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub topics: Vec<String>,
    /// The address of a picture.
    #[schema(max_length = 2000)]
    pub image: Option<String>,
    /// Who wrote it.
    #[schema(max_length = 120)]
    pub author: Option<String>,
}

impl ArticleInput {
    /// The article, or all errors. A date alone is a day of `zone`.
    pub fn check(self, zone: Tz) -> Result<NewArticle, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.required_line("title", &self.title, NewArticle::TITLE);
        let summary = self.summary.and_then(|text| errors.check("summary", paragraphs(&text, NewArticle::SUMMARY)));
        let published_at = self.published_at.and_then(|text| errors.check("published_at", date(&text, zone)));
        let article = NewArticle {
            title,
            summary: summary.filter(|text| !text.is_empty()),
            body: body(&mut errors, self.body_markdown, self.body_html),
            published_at,
            source: line(&mut errors, "source", self.source, NewArticle::SOURCE),
            url: url(&mut errors, "url", self.url),
            guid: line(&mut errors, "guid", self.guid, NewArticle::GUID),
            topics: topics(&mut errors, &self.topics),
            image: url(&mut errors, "image", self.image),
            author: line(&mut errors, "author", self.author, NewArticle::AUTHOR),
        };
        errors.or(article)
    }
}

/// `None` if it is missing or empty.
fn line(errors: &mut FieldErrors, field: &'static str, text: Option<String>, most: usize) -> Option<String> {
    let line = errors.line(field, &text.unwrap_or_default(), most);
    (!line.is_empty()).then_some(line)
}

fn body(errors: &mut FieldErrors, markdown: Option<String>, html: Option<String>) -> Body {
    if markdown.is_some() && html.is_some() {
        errors.add("body_html", FieldErrorKind::Excludes { other: "body_markdown" });
    }
    let (field, text, body): (_, _, fn(String) -> Body) = match html {
        Some(html) => ("body_html", html, Body::Html),
        None => ("body_markdown", markdown.unwrap_or_default(), Body::Markdown),
    };
    if text.len() > MAX_BODY {
        errors.add(field, FieldErrorKind::TooLarge { most: MAX_BODY });
    }
    if text.contains('\0') {
        errors.add(field, TextError::Control);
    }
    body(text)
}

impl NewArticle {
    /// Refuses a date further ahead than `most`: the article would be published at once, with another date.
    pub fn not_ahead(self, now: DateTime<Utc>, most: TimeDelta) -> Result<Self, FieldErrors> {
        match self.published_at {
            Some(at) if at - now > most => Err(FieldError::new("published_at", FieldErrorKind::Future).into()),
            _ => Ok(self),
        }
    }
}

/// The time of a date alone: noon, when no zone changes its clocks and it is the same day in most of the world.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// How far ahead a date from a program may be: its clock may be fast, and a date alone means its noon.
pub const AHEAD: TimeDelta = TimeDelta::days(1);

fn date(text: &str, zone: Tz) -> Result<DateTime<Utc>, FieldErrorKind> {
    let text = text.trim();
    let noon = |day: NaiveDate| zone.from_local_datetime(&day.and_time(NOON)).earliest();
    let day = || text.parse().ok().and_then(noon).map(|noon| noon.to_utc());
    let time = DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc());
    let plausible = |time: &DateTime<Utc>| (1..=9999).contains(&time.year());
    time.or_else(day).filter(plausible).ok_or(FieldErrorKind::NotADate)
}

fn url(errors: &mut FieldErrors, field: &'static str, text: Option<String>) -> Option<String> {
    let text = line(errors, field, text, NewArticle::URL)?;
    let url = Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let url = errors.check(field, url.ok_or(FieldErrorKind::NotAUrl))?;
    // The stored form is measured: there, a non-ASCII character has up to nine.
    line(errors, field, Some(url.into()), NewArticle::URL)
}

fn topics(errors: &mut FieldErrors, names: &[String]) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    for name in names {
        let name = errors.line("topics", name, NewArticle::TOPIC);
        if !name.is_empty() && !topics.contains(&name) {
            topics.push(name);
        }
    }
    if topics.len() > NewArticle::TOPICS {
        errors.add("topics", FieldErrorKind::TooMany { most: NewArticle::TOPICS });
    }
    topics
}

/// Reads and checks an article from its JSON object.
pub fn read_article(value: Value, zone: Tz) -> Result<NewArticle, FieldErrors> {
    if !value.is_object() {
        return Err(FieldError::new("", FieldErrorKind::NotAnObject).into());
    }
    field::read::<ArticleInput>(value)?.check(zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::UTC;

    #[test]
    fn all_errors_are_reported_at_once() {
        let input = ArticleInput {
            published_at: Some("yesterday".into()),
            url: Some("javascript:x".into()),
            body_markdown: Some(String::new()),
            body_html: Some("\0".into()),
            topics: (0..21).map(|n| n.to_string()).collect(),
            ..ArticleInput::default()
        };
        let errors = input.check(UTC).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_ref()).collect();
        assert_eq!(fields, ["title", "published_at", "body_html", "body_html", "url", "topics"]);
    }

    /// 2,000 characters of a URL could be 18,000 once encoded, more than an index of PostgreSQL allows.
    #[test]
    fn an_address_is_measured_as_it_is_stored() {
        for (path, fits) in [("x".repeat(1_900), true), ("x".repeat(2_000), false), ("語".repeat(300), false)] {
            let mut errors = FieldErrors::default();
            url(&mut errors, "url", Some(format!("https://a.example/{path}")));
            assert_eq!(errors.is_empty(), fits, "{}", path.len());
        }
    }

    /// A date alone meant noon in UTC, which is the next day in New Zealand.
    #[test]
    fn a_date_alone_is_a_day_of_the_sites_zone() {
        for (text, zone, expected) in [
            ("2025-10-23", UTC, "2025-10-23T12:00:00Z"),
            ("2025-10-23", Tz::Europe__Berlin, "2025-10-23T10:00:00Z"),
            ("2025-10-23", Tz::Pacific__Auckland, "2025-10-22T23:00:00Z"),
            ("2025-10-23", Tz::Pacific__Honolulu, "2025-10-23T22:00:00Z"),
            ("2025-10-23T01:00:00+13:00", Tz::Europe__Berlin, "2025-10-22T12:00:00Z"),
        ] {
            assert_eq!(date(text, zone).ok(), expected.parse().ok(), "{text} {zone}");
        }
    }
}
