//! One article in a Markdown file: its fields as TOML front matter between two lines of `+++`, and the body below.

use chrono_tz::Tz;
use serde_json::{Map, Value};

use super::json::read_row;
use super::{ImportError, RowError};
use crate::article::NewArticle;
use crate::field::{FieldError, FieldErrorKind};
use crate::text::without_empty_ends;

const FENCE: &str = "+++";

/// Reads an article. The keys of the front matter are those of [`super::ArticleInput`] except the bodies; dates and
/// times need no quotes.
pub fn read_markdown(text: &str, zone: Tz) -> Result<Result<NewArticle, RowError>, ImportError> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (head, body) = front_matter(&text).ok_or(ImportError::NoFrontMatter)?;
    let mut fields = fields(head)?;
    if let Some(key) = fields.keys().find(|key| key.starts_with("body")) {
        let errors = FieldError::new(key.clone(), FieldErrorKind::BelowFrontMatter).into();
        return Ok(Err(RowError { row: 1, errors }));
    }
    fields.insert("body_markdown".into(), Value::String(without_empty_ends(body).to_owned()));
    Ok(read_row(1, Value::Object(fields), zone))
}

/// The text between the fences, and the text below.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.trim_start().split_once('\n')?;
    if first.trim_end() != FENCE {
        return None;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some((rest.get(..at)?, rest.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}

fn fields(head: &str) -> Result<Map<String, Value>, ImportError> {
    let bad = |error: toml::de::Error| ImportError::BadFrontMatter { detail: error.message().to_owned() };
    let table: toml::Table = head.parse().map_err(bad)?;
    Ok(table.into_iter().map(|(key, value)| (key, json(value))).collect())
}

/// A TOML value as JSON; dates and times become text.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(is_true) => Value::Bool(is_true),
        toml::Value::Datetime(at) => Value::String(at.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::UTC;

    use super::*;
    use crate::article::Body;

    #[test]
    fn markdown_with_front_matter_is_an_article() {
        let file = "\u{feff}+++\r\ntitle = \"Talks: the next round\"\r\n# a remark\r\npublished_at = 2025-10-23T14:30:00+02:00\r\n\
                    topics = [\"World\", 'Trade']\r\nurl = \"https://a.example/1\"\r\n+++\r\n\r\n# Head\r\n\r\nText\r\n\r\n+++\r\n\r\nend\r\n";
        let article = read_markdown(file, UTC).unwrap().unwrap();
        assert_eq!(article.title, "Talks: the next round");
        assert_eq!(article.body, Body::Markdown("# Head\n\nText\n\n+++\n\nend".into()));
        assert_eq!(article.published_at, "2025-10-23T12:30:00Z".parse().ok());
        assert_eq!(article.topics, ["World", "Trade"]);
        assert_eq!(article.url.as_deref(), Some("https://a.example/1"));
    }

    #[test]
    fn the_body_keeps_the_indentation_of_its_first_line() {
        let article = read_markdown("+++\ntitle = 'T'\n+++\n\n    code\n\ntext\n", UTC).unwrap().unwrap();
        assert_eq!(article.body, Body::Markdown("    code\n\ntext".into()));
    }

    #[test]
    fn a_file_without_front_matter_is_refused() {
        for text in ["", "no front matter", "+++\ntitle = 'x'\n", "+++ x\ntitle = 'y'\n+++\n", "---\ntitle: y\n---\n"] {
            assert_eq!(read_markdown(text, UTC), Err(ImportError::NoFrontMatter), "{text}");
        }
    }

    #[test]
    fn an_error_in_front_matter_is_named() {
        for (head, expected) in [
            ("title = 'T'\nauthor = 'x'", "author: There is no such field."),
            ("title = 'T'\nbody_html = 'x'", "body_html: The body belongs below the front matter."),
            ("title = 7", "title: The value is of the wrong type"),
            ("source = 'x'", "title: An article needs a title."),
            ("title = 'T'\npublished_at = 07:32:00", "published_at: "),
        ] {
            let article = read_markdown(&format!("+++\n{head}\n+++\nText"), UTC).unwrap();
            let message = article.unwrap_err().errors.to_string();
            assert!(message.starts_with(expected), "{message} / {expected}");
        }
        for head in ["title: T", "title = 'T'\ntitle = 'U'"] {
            let file = read_markdown(&format!("+++\n{head}\n+++\nText"), UTC);
            assert!(matches!(file, Err(ImportError::BadFrontMatter { .. })), "{head}: {file:?}");
        }
    }
}
