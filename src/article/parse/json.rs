//! JSON Feed 1 and 1.1. A value of the wrong type is converted where its meaning is plain, and left out otherwise.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::date::date;
use super::document::{Document, FeedText, Item, Picture, TextKind};
use super::{ParseError, picture};

/// Values per item: its own, its authors' and attachments'.
const VALUES_PER_ITEM: usize = 100;

/// Reads a document; `items` is the number that is allowed.
pub fn read(text: &str, items: usize) -> Result<Document, ParseError> {
    let is_separator = |byte: &u8| matches!(byte, b'{' | b'[' | b',');
    if text.bytes().filter(is_separator).count() > items.saturating_mul(VALUES_PER_ITEM) {
        return Err(ParseError::TooManyItems { most: items });
    }
    let broken =
        |error: serde_json::Error| ParseError::Broken { detail: crate::text::clean_line(&error.to_string(), 200) };
    let root: Value = serde_json::from_str(text).map_err(broken)?;
    let list = root.get("items").and_then(Value::as_array).ok_or(ParseError::NotAFeed)?;
    if list.len() > items {
        return Err(ParseError::TooManyItems { most: items });
    }
    Ok(Document {
        title: plain(root.get("title")),
        updated: None,
        author: authors(root.as_object()),
        items: list.iter().filter_map(Value::as_object).map(item).collect(),
    })
}

fn item(item: &Map<String, Value>) -> Item {
    let given = |name: &str| string(item.get(name));
    let html = |name: &str| given(name).map(FeedText::html);
    let text = given("content_text").map(|text| FeedText { text, kind: TextKind::Plain });
    let pictures = ["image", "banner_image"].iter().filter_map(|name| given(name));
    let mut found = Item {
        id: given("id").unwrap_or_default(),
        link: given("url").or_else(|| given("external_url")),
        title: plain(item.get("title")),
        summary: given("summary").map(|text| FeedText { text, kind: TextKind::Plain }),
        content: html("content_html").or(text),
        published: ["date_published", "date_modified"].iter().find_map(|name| moment(item.get(*name))),
        author: authors(Some(item)),
        categories: strings(item.get("tags")),
        pictures: pictures.map(|url| Picture { url, width: None }).collect(),
        ..Item::default()
    };
    for attachment in item.get("attachments").and_then(Value::as_array).into_iter().flatten() {
        let (url, kind) = (string(attachment.get("url")), string(attachment.get("mime_type")));
        picture::add(&mut found, url.as_deref(), kind.as_deref(), None, None);
    }
    found
}

fn plain(value: Option<&Value>) -> Option<FeedText> {
    string(value).map(|text| FeedText { text, kind: TextKind::References })
}

/// A text or a number, trimmed; `None` if it is empty.
fn string(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A list, or one value alone.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(values)) => values.iter().filter_map(|value| string(Some(value))).collect(),
        one => string(one).into_iter().collect(),
    }
}

fn moment(value: Option<&Value>) -> Option<DateTime<Utc>> {
    date(&string(value)?)
}

/// The names of `authors` (1.1) or `author` (1.0), each an object or a text.
fn authors(object: Option<&Map<String, Value>>) -> Option<String> {
    let object = object?;
    let several = object.get("authors").and_then(Value::as_array).into_iter().flatten();
    let names: Vec<String> = several
        .chain(object.get("author"))
        .filter_map(|author| string(author.get("name")).or_else(|| string(Some(author))))
        .collect();
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        if !unique.contains(&name) {
            unique.push(name);
        }
    }
    (!unique.is_empty()).then(|| unique.join(", "))
}
