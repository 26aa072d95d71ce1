//! What a value of each kind looks like: in normal form, and as the text of a form or of the command line.

use serde_json::Value;

use super::FieldErrorKind;
use super::list::Kind;
use super::schedule::Schedule;
use super::zone::zone_named;
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::text;

impl Kind {
    /// The value in normal form, or what is wrong with it. A value of another type is left to serde.
    pub fn check(&self, value: &Value) -> Result<Value, FieldErrorKind> {
        match (self, value) {
            (Self::Number { least, most }, Value::Number(number)) => match number.as_i64() {
                Some(number) if !(*least..=*most).contains(&number) => {
                    Err(FieldErrorKind::OutOfRange { least: *least, most: *most })
                }
                _ => Ok(value.clone()),
            },
            (Self::List { most, .. }, Value::Array(items)) if items.len() > *most => {
                Err(FieldErrorKind::TooMany { most: *most })
            }
            (Self::List { of, .. }, Value::Array(items)) => items.iter().map(|item| of.filled(item)).collect(),
            (kind, Value::String(text)) => kind.text(text).map(Value::String),
            _ => Ok(value.clone()),
        }
    }

    /// As [`Kind::check`] for a value that must be filled in.
    pub fn filled(&self, value: &Value) -> Result<Value, FieldErrorKind> {
        let value = self.check(value)?;
        let is_empty = value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty);
        if is_empty { Err(FieldErrorKind::Required) } else { Ok(value) }
    }

    fn text(&self, text: &str) -> Result<String, FieldErrorKind> {
        match self {
            Self::Line { most } => Ok(text::single_line(text, *most)?),
            Self::Lines { most } => Ok(text::paragraphs(text, *most)?),
            Self::Markdown { most } => Ok(text::markdown(text, *most)?),
            Self::Email if text.trim().is_empty() => Ok(String::new()),
            Self::Email => own_address(text),
            Self::Slug { most } => slug(text.trim(), *most),
            Self::Origin => origin(text),
            Self::Language => one_of(text, Locale::offered().iter().map(|(tag, _)| *tag)),
            Self::Words(words) => one_of(text, words.iter().map(String::as_str)),
            Self::Schedule => Ok(Schedule::parse(text).ok_or(FieldErrorKind::NotASchedule)?.to_string()),
            Self::TimeZone => Ok(zone_named(text).ok_or(FieldErrorKind::NotATimeZone)?.name().to_owned()),
            Self::Number { .. } | Self::YesNo | Self::List { .. } => Ok(text.to_owned()),
        }
    }

    /// The value that a text of a form or of the command line stands for. What cannot be read stays a text, and is
    /// refused where the value is taken over.
    #[must_use]
    pub fn read(&self, text: &str) -> Value {
        match self {
            Self::Number { .. } => text.trim().parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
            Self::YesNo => Value::from(matches!(text, "yes" | "true")),
            Self::List { of, .. } => {
                let ends_item = |c: char| c == '\n' || **of == Self::Origin && matches!(c, ',' | ' ');
                text.split(ends_item).map(str::trim).filter(|item| !item.is_empty()).map(Value::from).collect()
            }
            _ => Value::from(text),
        }
    }

    /// The text that stands for a value in a form.
    #[must_use]
    pub fn write(&self, value: &Value) -> String {
        match value {
            Value::String(text) => text.clone(),
            Value::Bool(true) => "yes".to_owned(),
            Value::Null | Value::Bool(false) => String::new(),
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
            other => other.to_string(),
        }
    }
}

fn one_of<'a>(text: &str, words: impl Iterator<Item = &'a str> + Clone) -> Result<String, FieldErrorKind> {
    if words.clone().any(|word| word == text) {
        return Ok(text.to_owned());
    }
    Err(FieldErrorKind::NotOneOf { words: words.map(str::to_owned).collect() })
}

fn own_address(text: &str) -> Result<String, FieldErrorKind> {
    let address = EmailAddress::parse(text)?.envelope().to_owned();
    if address.is_ascii() { Ok(address) } else { Err(FieldErrorKind::NotAscii) }
}

fn slug(text: &str, most: usize) -> Result<String, FieldErrorKind> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let suggestion = text::slug(text, most);
    if suggestion == text { Ok(suggestion) } else { Err(FieldErrorKind::NotASlug { suggestion }) }
}

/// An origin as browsers send it (RFC 6454, section 6.2). A path is dropped.
fn origin(text: &str) -> Result<String, FieldErrorKind> {
    let url = url::Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    let url = url.ok_or_else(|| FieldErrorKind::NotAnOrigin { value: text.to_owned() })?;
    Ok(url.origin().ascii_serialization())
}
