//! Parses a mail as a mail program does: for the outbox page, previews and tests.
//!
//! mail-parser does the work.

use mail_parser::{Header, Message, MessageParser, MessagePart};

/// A mail as a mail program shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadMail {
    /// Names and values, unfolded and decoded, in order.
    pub headers: Vec<(String, String)>,
    /// The text part, its lines ending in LF.
    pub text: String,
    /// The HTML part, its lines ending in LF.
    pub html: Option<String>,
}

impl ReadMail {
    /// The first header with this name, ignoring case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Parses a mail with a text part, an HTML part or both. Unreadable parts are left out.
#[must_use]
pub fn read(raw: &str) -> ReadMail {
    let parser = MessageParser::new().with_mime_headers().default_header_text();
    let Some(mail) = parser.parse(raw) else { return ReadMail::default() };
    let is_plain = |part: &&MessagePart<'_>| part.is_text() && !part.is_text_html();
    ReadMail {
        headers: mail.headers().iter().map(|header| field(raw, header)).collect(),
        text: mail.text_bodies().find(is_plain).map(|part| lines(&mail, part)).unwrap_or_default(),
        html: mail.html_bodies().find(|part| part.is_text_html()).map(|part| lines(&mail, part)),
    }
}

/// Name and value. The value of a structured field, such as `Content-Type`, is its source text.
fn field(raw: &str, header: &Header<'_>) -> (String, String) {
    let between = |from: u32, to: u32| raw.get(from as usize..to as usize).unwrap_or_default();
    let name = between(header.offset_field(), header.offset_start()).trim().trim_end_matches(':');
    let written = || between(header.offset_start(), header.offset_end()).replace("\r\n", "").trim().to_owned();
    (name.to_owned(), header.value().as_text().map_or_else(written, str::to_owned))
}

/// The text of a part, without the line end after it: in a multipart mail that belongs to the boundary (RFC 2046
/// 5.1.1), and any other mail ends with one.
fn lines(mail: &Message<'_>, part: &MessagePart<'_>) -> String {
    let text = part.text_contents().unwrap_or_default().replace("\r\n", "\n");
    match text.strip_suffix('\n') {
        Some(shorter) if mail.parts.len() == 1 => shorter.to_owned(),
        _ => text,
    }
}
