//! One article in a Markdown file: its fields as front matter, TOML between two lines of `+++` or YAML between two lines
//! of `---`, and the body below.

use chrono_tz::Tz;
use serde_json::{Map, Value};
use yaml_rust2::{Yaml, YamlLoader};

use super::json::read_row;
use super::{ImportError, RowError};
use crate::article::NewArticle;
use crate::field::{FieldError, FieldErrorKind};
use crate::text::without_empty_ends;

/// The language of front matter.
#[derive(Clone, Copy, Debug)]
enum Language {
    Toml,
    Yaml,
}

/// Reads an article. The keys of the front matter are those of [`super::ArticleInput`] except the bodies; dates and
/// times need no quotes.
pub fn read_markdown(text: &str, zone: Tz) -> Result<Result<NewArticle, RowError>, ImportError> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (language, head, body) = front_matter(&text).ok_or(ImportError::NoFrontMatter)?;
    let mut fields = match language {
        Language::Toml => toml_fields(head)?,
        Language::Yaml => yaml_fields(head)?,
    };
    if let Some(key) = fields.keys().find(|key| key.starts_with("body")) {
        let errors = FieldError::new(key.clone(), FieldErrorKind::BelowFrontMatter).into();
        return Ok(Err(RowError { row: 1, errors }));
    }
    fields.insert("body_markdown".into(), Value::String(without_empty_ends(body).to_owned()));
    Ok(read_row(1, Value::Object(fields), zone))
}

/// The text between the fences, and the text below.
fn front_matter(text: &str) -> Option<(Language, &str, &str)> {
    let (first, rest) = text.trim_start().split_once('\n')?;
    let fence = first.trim_end();
    let language = match fence {
        "+++" => Language::Toml,
        "---" => Language::Yaml,
        _ => return None,
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((language, rest.get(..at)?, rest.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}

fn toml_fields(head: &str) -> Result<Map<String, Value>, ImportError> {
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

fn yaml_fields(head: &str) -> Result<Map<String, Value>, ImportError> {
    let bad = |detail: String| ImportError::BadFrontMatter { detail };
    let documents = YamlLoader::load_from_str(head).map_err(|error| bad(error.to_string()))?;
    match documents.into_iter().next().map(of_yaml) {
        Some(Value::Object(fields)) => Ok(fields),
        None | Some(Value::Null) => Ok(Map::new()),
        Some(_) => Err(bad("key: value".to_owned())),
    }
}

/// A YAML value as JSON; a date is text.
fn of_yaml(value: Yaml) -> Value {
    match value {
        Yaml::String(text) => Value::String(text),
        Yaml::Integer(number) => Value::from(number),
        Yaml::Real(number) => number.parse::<f64>().map_or(Value::String(number), Value::from),
        Yaml::Boolean(is_true) => Value::Bool(is_true),
        Yaml::Array(values) => values.into_iter().map(of_yaml).collect(),
        Yaml::Hash(fields) => {
            let fields = fields.into_iter().filter_map(|(key, value)| Some((key.into_string()?, of_yaml(value))));
            Value::Object(fields.collect())
        }
        Yaml::Alias(_) | Yaml::Null | Yaml::BadValue => Value::Null,
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
    fn yaml_front_matter_is_read() {
        for (head, title) in [
            ("title: \"A \\\"quoted\\\" title\"", "A \"quoted\" title"),
            ("title: 'It''s'", "It's"),
            ("title: Plain # a remark", "Plain"),
            ("title: >\n  Two\n  lines", "Two lines"),
        ] {
            let file = format!("---\n{head}\npublished_at: 2025-10-23\ntopics: [World, 'Trade']\n---\n\nText\n");
            let article = read_markdown(&file, UTC).unwrap().unwrap();
            assert_eq!((article.title.as_str(), article.topics.len()), (title, 2), "{head}");
            assert_eq!(article.published_at, "2025-10-23T12:00:00Z".parse().ok());
        }
        let toml = read_markdown("+++\ntitle = \"A \\\"quoted\\\" title\"\n+++\nText", UTC).unwrap().unwrap();
        assert_eq!(toml.title, "A \"quoted\" title");
        for head in ["title: [", "- a\n- b", "title: 'x"] {
            let file = read_markdown(&format!("---\n{head}\n---\nText"), UTC);
            assert!(matches!(file, Err(ImportError::BadFrontMatter { .. })), "{head}: {file:?}");
        }
    }

    #[test]
    fn a_file_without_front_matter_is_refused() {
        for text in ["", "no front matter", "+++\ntitle = 'x'\n", "+++ x\ntitle = 'y'\n+++\n", "---\ntitle: y\n+++\n"] {
            assert_eq!(read_markdown(text, UTC), Err(ImportError::NoFrontMatter), "{text}");
        }
    }

    #[test]
    fn an_error_in_front_matter_is_named() {
        for (head, expected) in [
            ("title = 'T'\nwriter = 'x'", "writer: There is no such field."),
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
