//! JSON files of one article or an array of them, read row by row, so that memory does not grow with the file.

use std::fmt;
use std::io::BufRead;

use chrono_tz::Tz;
use serde::Deserializer;
use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde_json::Value;

use super::input::read_article;
use super::{ImportError, RowError};
use crate::article::NewArticle;

/// Checks that a file is JSON to its end, before any of it is imported.
pub fn check_json(mut reader: impl BufRead) -> Result<(), ImportError> {
    skip_mark(&mut reader)?;
    serde_json::from_reader::<_, IgnoredAny>(reader).map(drop).map_err(|error| not_json(&error))
}

/// Reads the articles of a file and calls `each` with every article or its errors.
pub fn read_json(
    mut reader: impl BufRead,
    zone: Tz,
    each: &mut dyn FnMut(Result<NewArticle, RowError>),
) -> Result<(), ImportError> {
    let failed = |error: serde_json::Error| not_json(&error);
    skip_mark(&mut reader)?;
    let first = first_byte(&mut reader)?;
    match first {
        Some(b'[') => {
            let mut json = serde_json::Deserializer::from_reader(reader);
            json.deserialize_seq(Rows { zone, each }).map_err(failed)?;
            json.end().map_err(failed)
        }
        Some(b'{') => {
            let value: Value = serde_json::from_reader(reader).map_err(failed)?;
            each(read_row(1, value, zone));
            Ok(())
        }
        _ => {
            check_json(reader)?;
            Err(ImportError::NotArticles)
        }
    }
}

struct Rows<'a> {
    zone: Tz,
    each: &'a mut dyn FnMut(Result<NewArticle, RowError>),
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of articles")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let mut row = 0;
        while let Some(value) = rows.next_element::<Value>()? {
            row += 1;
            (self.each)(read_row(row, value, self.zone));
        }
        Ok(())
    }
}

/// Skips a byte order mark.
fn skip_mark(reader: &mut impl BufRead) -> Result<(), ImportError> {
    let begins = reader.fill_buf().map_err(|error| not_json(&error))?.starts_with("\u{feff}".as_bytes());
    if begins { reader.read_exact(&mut [0; 3]).map_err(|error| not_json(&error)) } else { Ok(()) }
}

/// The first byte that is not white space, which stays unread.
fn first_byte(reader: &mut impl BufRead) -> Result<Option<u8>, ImportError> {
    loop {
        let Some(byte) = reader.fill_buf().map_err(|error| not_json(&error))?.first().copied() else { return Ok(None) };
        if !byte.is_ascii_whitespace() {
            return Ok(Some(byte));
        }
        reader.consume(1);
    }
}

fn not_json(error: &impl fmt::Display) -> ImportError {
    ImportError::NotJson { detail: error.to_string() }
}

pub(super) fn read_row(row: usize, value: Value, zone: Tz) -> Result<NewArticle, RowError> {
    read_article(value, zone).map_err(|errors| RowError { row, errors })
}

#[cfg(test)]
mod tests {
    use chrono_tz::UTC;

    use super::*;
    use crate::article::Body;

    fn rows(text: &str) -> Result<Vec<Result<NewArticle, RowError>>, ImportError> {
        let mut rows = Vec::new();
        check_json(text.as_bytes())?;
        read_json(text.as_bytes(), UTC, &mut |row| rows.push(row))?;
        Ok(rows)
    }

    #[test]
    fn one_object_is_one_article() {
        let rows = rows(
            r#"{"title": " Trade  talks ", "summary": "In\nshort", "body_html": "<p>x</p>", "published_at": "2025-10-23",
                "source": "scmp", "url": "https://a.example/1", "guid": "g", "topics": ["World", "World", "Trade"],
                "image": "https://a.example/i.png", "author": "Ada"}"#,
        )
        .unwrap();
        let expected = NewArticle {
            title: "Trade talks".into(),
            summary: Some("In\nshort".into()),
            body: Body::Html("<p>x</p>".into()),
            published_at: "2025-10-23T12:00:00Z".parse().ok(),
            source: Some("scmp".into()),
            url: Some("https://a.example/1".into()),
            guid: Some("g".into()),
            topics: vec!["World".into(), "Trade".into()],
            image: Some("https://a.example/i.png".into()),
            author: Some("Ada".into()),
        };
        assert_eq!(rows, [Ok(expected)]);
    }

    #[test]
    fn a_bad_row_is_reported_and_the_others_are_read() {
        let rows = rows(
            r#"[{"title": "A", "body_markdown": "x"}, {"title": "", "guid": "1"}, 7, {"titel": "B"},
                {"title": "C\r\nBcc: x"}, {"title": "D", "published_at": "yesterday"}, {"title": "E", "url": "javascript:x"},
                {"title": "F", "body_html": "", "body_markdown": ""}, {"title": "G", "topics": "World"}, {"title": "H"}]"#,
        )
        .unwrap();
        let messages: Vec<String> = rows
            .iter()
            .map(|row| match row {
                Ok(article) => article.title.clone(),
                Err(error) => format!("article {}: {}", error.row, error.errors),
            })
            .collect();
        for (message, expected) in messages.iter().zip([
            "A",
            "article 2: title: An article needs a title.",
            "article 3: This has to be an object.",
            "article 4: titel: There is no such field.",
            "article 5: title: Write this on one line.",
            "article 6: published_at: Enter a time",
            "article 7: url: Enter a complete web address",
            "article 8: body_html: Give this or body_markdown, not both.",
            "article 9: topics: The value is of the wrong type: invalid type: string \"World\"",
            "H",
        ]) {
            assert!(message.starts_with(expected), "{message} / {expected}");
        }
    }

    #[test]
    fn a_file_without_articles_is_refused() {
        assert_eq!(rows("7"), Err(ImportError::NotArticles));
        for text in ["", "{", "[{}", "[] x", &"[".repeat(100_000)] {
            assert!(matches!(rows(text), Err(ImportError::NotJson { .. })), "{text:.9}");
        }
        assert_eq!(rows("\u{feff} []"), Ok(vec![]));
    }
}
