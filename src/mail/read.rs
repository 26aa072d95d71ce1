//! A small reader of mails that Tidings itself composed: for the outbox page and for tests.
//!
//! It reads what [`crate::mail::Template::splice`] writes and no other mail: two parts at most, quoted-printable.

use crate::mail::{header, quoted_printable};

/// A mail as a reader's program would show it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadMail {
    /// Names and values, unfolded and decoded, in their order.
    pub headers: Vec<(String, String)>,
    /// The text part, its lines ending in LF.
    pub text: String,
    /// The HTML part, its lines ending in LF.
    pub html: Option<String>,
}

impl ReadMail {
    /// The first header of that name, whatever its case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Reads a spliced mail; what it does not understand stays out of the result.
#[must_use]
pub fn read(raw: &str) -> ReadMail {
    let (head, body) = raw.split_once("\r\n\r\n").unwrap_or((raw, ""));
    let headers = read_headers(head);
    let boundary = content_type(&headers).and_then(|value| value.split_once("boundary=\"")?.1.split_once('"'));
    let Some((boundary, _)) = boundary else {
        return ReadMail { text: part_text(body), html: None, headers };
    };
    let delimiter = format!("--{boundary}");
    let (mut text, mut html) = (String::new(), None);
    for part in body.split(delimiter.as_str()).skip(1) {
        let Some((part_head, content)) = part.trim_start_matches("\r\n").split_once("\r\n\r\n") else { continue };
        match content_type(&read_headers(part_head)) {
            Some(kind) if kind.starts_with("text/html") => html = Some(part_text(content)),
            Some(kind) if kind.starts_with("text/plain") => text = part_text(content),
            _ => {}
        }
    }
    ReadMail { headers, text, html }
}

fn content_type(headers: &[(String, String)]) -> Option<&str> {
    headers.iter().find(|(name, _)| name == "Content-Type").map(|(_, value)| value.as_str())
}

fn read_headers(head: &str) -> Vec<(String, String)> {
    let unfolded = head.replace("\r\n ", " ");
    let fields = unfolded.split("\r\n").filter_map(|line| line.split_once(": "));
    fields.map(|(name, value)| (name.to_owned(), header::decode(value))).collect()
}

/// A part's text; the line end before the boundary belongs to the boundary (RFC 2046 5.1.1).
fn part_text(content: &str) -> String {
    let decoded = quoted_printable::decode(content.strip_suffix("\r\n").unwrap_or(content));
    String::from_utf8_lossy(&decoded).replace("\r\n", "\n")
}
