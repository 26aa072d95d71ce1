//! An article as it was written, and the rules for its fields.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::Value;
use url::Url;

use super::{FieldError, RowError};
use crate::article::{Body, NewArticle};
use crate::text::{TextError, paragraphs, single_line};

/// Bytes of a body; `markup` would cut a longer one.
const MAX_BODY: usize = crate::markup::MAX_BYTES;

/// An article as it was written. An unknown key is an error that names it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleInput {
    #[serde(default)]
    pub title: String,
    pub summary: Option<String>,
    /// One of the two bodies.
    pub body_markdown: Option<String>,
    pub body_html: Option<String>,
    /// RFC 3339, or a date alone, which is its noon in the site's time zone.
    pub published_at: Option<String>,
    pub source: Option<String>,
    pub url: Option<String>,
    pub guid: Option<String>,
    #[serde(default)]
    pub topics: Vec<String>,
    /// Address of a picture.
    pub image: Option<String>,
}

impl ArticleInput {
    /// The article, or the first field that is wrong. A date alone is a day of `zone`.
    pub fn check(self, zone: Tz) -> Result<NewArticle, FieldError> {
        let title = line("title", Some(&self.title), NewArticle::TITLE)?;
        let title = title.ok_or_else(|| wrong("title", "An article needs a title."))?;
        let summary = self.summary.as_deref().map(|text| paragraphs(text, NewArticle::SUMMARY)).transpose();
        let summary = summary.map_err(|error| wrong("summary", error.to_string()))?.filter(|text| !text.is_empty());
        Ok(NewArticle {
            title,
            summary,
            body: body(self.body_markdown, self.body_html)?,
            published_at: self.published_at.as_deref().map(|text| date(text, zone)).transpose()?,
            source: line("source", self.source.as_deref(), NewArticle::SOURCE)?,
            url: address("url", self.url.as_deref())?,
            guid: line("guid", self.guid.as_deref(), NewArticle::GUID)?,
            topics: topics(&self.topics)?,
            image: address("image", self.image.as_deref())?,
        })
    }
}

fn wrong(field: &'static str, message: impl Into<String>) -> FieldError {
    FieldError { field, message: message.into() }
}

/// `None` where it is absent or empty.
fn line(field: &'static str, text: Option<&str>, max: usize) -> Result<Option<String>, FieldError> {
    let line =
        single_line(text.unwrap_or_default(), max).map_err(|error: TextError| wrong(field, error.to_string()))?;
    Ok((!line.is_empty()).then_some(line))
}

fn body(markdown: Option<String>, html: Option<String>) -> Result<Body, FieldError> {
    let (field, text, body): (_, _, fn(String) -> Body) = match (markdown, html) {
        (Some(_), Some(_)) => return Err(wrong("body_html", "Give body_markdown or body_html, not both.")),
        (None, Some(html)) => ("body_html", html, Body::Html),
        (markdown, None) => ("body_markdown", markdown.unwrap_or_default(), Body::Markdown),
    };
    if text.len() > MAX_BODY {
        return Err(wrong(field, format!("The text is larger than {MAX_BODY} bytes.")));
    }
    if text.contains('\0') {
        return Err(wrong(field, TextError::Control.to_string()));
    }
    Ok(body(text))
}

impl NewArticle {
    /// Refuses a date further ahead than `most`: the article would be published at once, with another date.
    pub fn not_ahead(self, now: DateTime<Utc>, most: TimeDelta) -> Result<Self, FieldError> {
        match self.published_at {
            Some(at) if at - now > most => Err(wrong(
                "published_at",
                "This time is still to come, and an article is on the pages at once. Leave it empty for now.",
            )),
            _ => Ok(self),
        }
    }
}

/// A date alone stands for its noon: no zone changes its clocks then, and it is that day in most of the world.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// How far ahead a date from a program may be: its clock may be fast, and a date alone is its noon.
pub const AHEAD: TimeDelta = TimeDelta::days(1);

fn date(text: &str, zone: Tz) -> Result<DateTime<Utc>, FieldError> {
    let text = text.trim();
    let noon = |day: NaiveDate| zone.from_local_datetime(&day.and_time(NOON)).earliest();
    let day = || text.parse().ok().and_then(noon).map(|noon| noon.to_utc());
    let time = DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc());
    let plausible = |time: &DateTime<Utc>| (1..=9999).contains(&time.year());
    time.or_else(day).filter(plausible).ok_or_else(|| {
        wrong("published_at", "Please write the time as 2025-10-23T14:30:00+02:00 or the date as 2025-10-23.")
    })
}

fn address(field: &'static str, text: Option<&str>) -> Result<Option<String>, FieldError> {
    let Some(text) = line(field, text, NewArticle::URL)? else { return Ok(None) };
    let url = Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let url = url.ok_or_else(|| wrong(field, "Please give a whole web address, such as https://example.org/page."))?;
    // Once more as it is stored: there, what is not ASCII is three times as long.
    line(field, Some(url.as_str()), NewArticle::URL)
}

fn topics(names: &[String]) -> Result<Vec<String>, FieldError> {
    let mut topics: Vec<String> = Vec::new();
    for name in names {
        if let Some(name) = line("topics", Some(name), NewArticle::TOPIC)?
            && !topics.contains(&name)
        {
            topics.push(name);
        }
    }
    if topics.len() > NewArticle::TOPICS {
        return Err(wrong("topics", format!("Please give at most {} topics.", NewArticle::TOPICS)));
    }
    Ok(topics)
}

/// An article from its JSON object.
pub(super) fn check_row(row: usize, value: Value, zone: Tz) -> Result<NewArticle, RowError> {
    if !value.is_object() {
        return Err(RowError { row, message: "an article must be an object".into() });
    }
    let input: ArticleInput =
        serde_path_to_error::deserialize(value).map_err(|error| RowError { row, message: message(&error) })?;
    input.check(zone).map_err(|error| RowError { row, message: error.to_string() })
}

/// The path of a value of the wrong type stands in front; the message about an unknown field names it by itself.
fn message(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let inner = error.inner().to_string();
    if inner.contains(" field `") { inner } else { error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::UTC;

    /// 2,000 characters of an address could be 18,000 once encoded, which no index of PostgreSQL holds.
    #[test]
    fn an_address_is_measured_as_it_is_stored() {
        for (path, fits) in [("x".repeat(1_900), true), ("x".repeat(2_000), false), ("語".repeat(300), false)] {
            assert_eq!(address("url", Some(&format!("https://a.example/{path}"))).is_ok(), fits, "{}", path.len());
        }
    }

    /// A date alone was noon in UTC, and so the next day's on a site of New Zealand.
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
