//! Articles from files and from the API: JSON (one object or an array) and Markdown with front matter.
//!
//! One struct, [`ArticleInput`], is what all of them give; [`ArticleInput::check`] turns it into a [`NewArticle`] or
//! says which field is wrong. A bad row never hides the good ones. Nothing here touches a file or the database, and HTML is
//! not sanitised here: whoever stores a [`Body`] renders it through `markup` first.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::{Map, Value};
use thiserror::Error;
use url::Url;

use crate::text::{TextError, paragraphs, single_line};

const MAX_TITLE: usize = 300;
const MAX_SUMMARY: usize = 2_000;
const MAX_SOURCE: usize = 120;
const MAX_GUID: usize = 500;
const MAX_URL: usize = 2_000;
const MAX_TOPICS: usize = 20;
const MAX_TOPIC: usize = 60;
/// In bytes: what `markup` would cut is refused here.
const MAX_BODY: usize = crate::markup::MAX_BYTES;

/// An article as somebody wrote it down. An unknown key is an error that names it.
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

/// A checked article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArticle {
    pub title: String,
    pub summary: Option<String>,
    pub body: Body,
    pub published_at: Option<DateTime<Utc>>,
    pub source: Option<String>,
    pub url: Option<String>,
    pub guid: Option<String>,
    /// Names, each once.
    pub topics: Vec<String>,
    pub image: Option<String>,
}

/// The text of an article, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Markdown(String),
    Html(String),
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field}: {message}")]
pub struct FieldError {
    pub field: &'static str,
    pub message: String,
}

/// What is wrong with one article of a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("article {row}: {message}")]
pub struct RowError {
    /// Counted from 1.
    pub row: usize,
    pub message: String,
}

/// Why a file as a whole is not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    #[error("The file is not JSON: {0}")]
    Json(String),
    #[error("The file must hold an article (an object) or a list of articles (an array of objects).")]
    NotArticles,
    #[error(
        "The file must begin with front matter: a line of three hyphens, lines of `key: value`, and three hyphens again."
    )]
    NoFrontMatter,
}

impl ArticleInput {
    /// The article, or what is wrong with the first field that is.
    /// A date alone is one of `zone`.
    pub fn check(self, zone: Tz) -> Result<NewArticle, FieldError> {
        let title = line("title", Some(&self.title), MAX_TITLE)?;
        let title = title.ok_or_else(|| wrong("title", "An article needs a title."))?;
        let summary = self.summary.as_deref().map(|text| paragraphs(text, MAX_SUMMARY)).transpose();
        let summary = summary.map_err(|error| wrong("summary", error.to_string()))?.filter(|text| !text.is_empty());
        Ok(NewArticle {
            title,
            summary,
            body: body(self.body_markdown, self.body_html)?,
            published_at: self.published_at.as_deref().map(|text| date(text, zone)).transpose()?,
            source: line("source", self.source.as_deref(), MAX_SOURCE)?,
            url: address("url", self.url.as_deref())?,
            guid: line("guid", self.guid.as_deref(), MAX_GUID)?,
            topics: topics(&self.topics)?,
            image: address("image", self.image.as_deref())?,
        })
    }
}

fn wrong(field: &'static str, message: impl Into<String>) -> FieldError {
    FieldError { field, message: message.into() }
}

/// `None` for what is absent or empty.
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
    /// Refuses a date that lies further ahead than `most`: it would be on the pages now, with another date.
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

/// What a date alone stands for: no zone puts its clocks forward at noon, and most of the world has that day then.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// How far ahead a date may be that comes from a program: its clock may be fast, and a date alone is its noon.
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
    let Some(text) = line(field, text, MAX_URL)? else { return Ok(None) };
    let url = Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let url = url.ok_or_else(|| wrong(field, "Please give a whole web address, such as https://example.org/page."))?;
    // Once more as it is kept: what is not ASCII is three times as long there.
    line(field, Some(url.as_str()), MAX_URL)
}

fn topics(names: &[String]) -> Result<Vec<String>, FieldError> {
    let mut topics: Vec<String> = Vec::new();
    for name in names {
        if let Some(name) = line("topics", Some(name), MAX_TOPIC)?
            && !topics.contains(&name)
        {
            topics.push(name);
        }
    }
    if topics.len() > MAX_TOPICS {
        return Err(wrong("topics", format!("Please give at most {MAX_TOPICS} topics.")));
    }
    Ok(topics)
}

/// Reads a JSON file: one article or an array of them, each a result of its own.
pub fn parse_json(text: &str, zone: Tz) -> Result<Vec<Result<NewArticle, RowError>>, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    let rows = match serde_json::from_str(text).map_err(|error| ImportError::Json(error.to_string()))? {
        Value::Array(rows) => rows,
        Value::Object(row) => vec![Value::Object(row)],
        _ => return Err(ImportError::NotArticles),
    };
    Ok(rows.into_iter().enumerate().map(|(at, row)| check_row(at + 1, row, zone)).collect())
}

fn check_row(row: usize, value: Value, zone: Tz) -> Result<NewArticle, RowError> {
    if !value.is_object() {
        return Err(RowError { row, message: "an article must be an object".into() });
    }
    let input: ArticleInput =
        serde_path_to_error::deserialize(value).map_err(|error| RowError { row, message: in_words(&error) })?;
    input.check(zone).map_err(|error| RowError { row, message: error.to_string() })
}

/// Where a value has the wrong type is told before the words; an unknown field is named by the words themselves.
fn in_words(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let words = error.inner().to_string();
    if words.contains(" field `") { words } else { error.to_string() }
}

/// Reads one article of Markdown below front matter: `key: value` lines between two lines of `---`. Keys are those of
/// [`ArticleInput`] but for the bodies; values may stand in quotes; topics are separated by commas, in brackets if one
/// likes, or stand each on a line of its own behind a hyphen.
pub fn parse_markdown(text: &str, zone: Tz) -> Result<Vec<Result<NewArticle, RowError>>, ImportError> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (head, body) = front_matter(&text).ok_or(ImportError::NoFrontMatter)?;
    let article = fields(head).map_err(|message| RowError { row: 1, message }).and_then(|mut fields| {
        fields.insert("body_markdown".into(), Value::String(body.trim().to_owned()));
        check_row(1, Value::Object(fields), zone)
    });
    Ok(vec![article])
}

fn front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start().strip_prefix("---")?;
    let (rest_of_line, rest) = rest.split_once('\n')?;
    if !rest_of_line.trim().is_empty() {
        return None;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((rest.get(..at)?, rest.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}

fn fields(head: &str) -> Result<Map<String, Value>, String> {
    let mut fields = Map::new();
    for line in head.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(topic) = line.strip_prefix("- ") {
            let Some(Value::Array(topics)) = fields.get_mut("topics") else {
                return Err(format!("`{line}` belongs to no list: only topics are one"));
            };
            topics.push(unquoted(topic).into());
            continue;
        }
        let (key, value) = line.split_once(':').ok_or_else(|| format!("`{line}` is not of the form `key: value`"))?;
        let (key, value) = (key.trim(), value.trim());
        if key.starts_with("body") {
            return Err(format!("`{key}` does not belong in the front matter: the body stands below it"));
        }
        let value = if key == "topics" { topic_list(value) } else { unquoted(value).into() };
        if fields.insert(key.to_owned(), value).is_some() {
            return Err(format!("`{key}` stands there twice"));
        }
    }
    Ok(fields)
}

fn topic_list(value: &str) -> Value {
    let inner = value.strip_prefix('[').and_then(|value| value.strip_suffix(']')).unwrap_or(value);
    inner.split(',').map(unquoted).filter(|topic| !topic.is_empty()).collect()
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::UTC;

    fn at(text: &str) -> Option<DateTime<Utc>> {
        text.parse().ok()
    }

    fn messages(rows: &[Result<NewArticle, RowError>]) -> Vec<String> {
        rows.iter().map(|row| row.as_ref().map_or_else(ToString::to_string, |article| article.title.clone())).collect()
    }

    #[test]
    fn one_object_is_one_article() {
        let rows = parse_json(
            r#"{"title": " Trade  talks ", "summary": "In\nshort", "body_html": "<p>x</p>", "published_at": "2025-10-23",
                "source": "scmp", "url": "https://a.example/1", "guid": "g", "topics": ["World", "World", "Trade"],
                "image": "https://a.example/i.png"}"#,
            UTC,
        )
        .unwrap();
        let expected = NewArticle {
            title: "Trade talks".into(),
            summary: Some("In\nshort".into()),
            body: Body::Html("<p>x</p>".into()),
            published_at: at("2025-10-23T12:00:00Z"),
            source: Some("scmp".into()),
            url: Some("https://a.example/1".into()),
            guid: Some("g".into()),
            topics: vec!["World".into(), "Trade".into()],
            image: Some("https://a.example/i.png".into()),
        };
        assert_eq!(rows, [Ok(expected)]);
    }

    #[test]
    fn a_bad_row_is_told_and_the_others_are_read() {
        let rows = parse_json(
            r#"[{"title": "A", "body_markdown": "x"}, {"title": "", "guid": "1"}, 7, {"titel": "B"},
                {"title": "C\r\nBcc: x"}, {"title": "D", "published_at": "yesterday"}, {"title": "E", "url": "javascript:x"},
                {"title": "F", "body_html": "", "body_markdown": ""}, {"title": "G", "topics": "World"}, {"title": "H"}]"#,
            UTC,
        )
        .unwrap();
        let messages = messages(&rows);
        for (message, expected) in messages.iter().zip([
            "A",
            "article 2: title: An article needs a title.",
            "article 3: an article must be an object",
            "article 4: unknown field `titel`",
            "article 5: title: Please write this on one line.",
            "article 6: published_at: Please write the time",
            "article 7: url: Please give a whole web address",
            "article 8: body_html: Give body_markdown or body_html, not both.",
            "article 9: topics: invalid type: string \"World\"",
            "H",
        ]) {
            assert!(message.starts_with(expected), "{message} / {expected}");
        }
    }

    #[test]
    fn a_file_that_holds_no_articles_is_refused() {
        assert_eq!(parse_json("7", UTC), Err(ImportError::NotArticles));
        assert!(matches!(parse_json("{", UTC), Err(ImportError::Json(_))));
        assert!(matches!(parse_json(&"[".repeat(100_000), UTC), Err(ImportError::Json(_))));
        assert_eq!(parse_json("\u{feff}[]", UTC), Ok(vec![]));
        for text in ["", "no front matter", "---\ntitle: x\n", "--- x\ntitle: y\n---\n", "----\ntitle: y\n---\n"] {
            assert_eq!(parse_markdown(text, UTC), Err(ImportError::NoFrontMatter), "{text}");
        }
    }

    #[test]
    fn markdown_with_front_matter_is_an_article() {
        let file = "\u{feff}---\r\ntitle: \"Talks: the next round\"\r\n# a remark\r\npublished_at: 2025-10-23T14:30:00+02:00\r\n\
                    topics: [World, 'Trade']\r\nurl: https://a.example/1\r\n---\r\n\r\n# Head\r\n\r\nText\r\n\r\n---\r\n\r\nend\r\n";
        let article = parse_markdown(file, UTC).unwrap().remove(0).unwrap();
        assert_eq!(article.title, "Talks: the next round");
        assert_eq!(article.body, Body::Markdown("# Head\n\nText\n\n---\n\nend".into()));
        assert_eq!(article.published_at, at("2025-10-23T12:30:00Z"));
        assert_eq!(article.topics, ["World", "Trade"]);
        assert_eq!(article.url.as_deref(), Some("https://a.example/1"));
    }

    #[test]
    fn topics_may_be_written_in_three_ways() {
        for topics in ["topics: World, Trade", "topics: [World, \"Trade\"]", "topics:\n  - World\n  - 'Trade'"] {
            let article = parse_markdown(&format!("---\ntitle: T\n{topics}\n---\n"), UTC).unwrap().remove(0).unwrap();
            assert_eq!(article.topics, ["World", "Trade"], "{topics}");
        }
    }

    #[test]
    fn a_fault_in_front_matter_is_named() {
        for (head, expected) in [
            ("title: T\nauthor: x", "article 1: unknown field `author`"),
            ("title T", "article 1: `title T` is not of the form `key: value`"),
            ("title: T\ntitle: U", "article 1: `title` stands there twice"),
            ("title: T\nbody_html: x", "article 1: `body_html` does not belong in the front matter"),
            ("- World", "article 1: `- World` belongs to no list"),
            ("source: x", "article 1: title: An article needs a title."),
        ] {
            let message = messages(&parse_markdown(&format!("---\n{head}\n---\nText"), UTC).unwrap()).remove(0);
            assert!(message.starts_with(expected), "{message} / {expected}");
        }
    }

    /// 2,000 characters of an address could be 18,000 once encoded, which no index of PostgreSQL holds.
    #[test]
    fn an_address_is_measured_as_it_is_kept() {
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
            assert_eq!(date(text, zone).ok(), at(expected), "{text} {zone}");
        }
    }
}
