//! Composes a draft into a frozen message: headers, the two parts, and the places of each recipient's values.
//!
//! Everything that is the same for all recipients is encoded here, once. The output is 7-bit with CRLF as its only line
//! end and body lines of at most 76 octets; nothing in a draft can add a header, end a header or end the message.

use std::fmt::Write;

use crate::mail::address::Mailbox;
use crate::mail::frozen::{Context, Frozen, Parts, Piece};
use crate::mail::header;
use crate::mail::quoted_printable;
use crate::mail::slots::{Part, Slots};

/// Longest unsubscribe URL without the values of its slots (500 with them; see [`crate::mail::template`]).
const URL_MAX: usize = 500;
/// Longest List-Id (RFC 2919 3).
const LIST_ID_MAX: usize = 255;

/// A mail before it is frozen. Only `subject`, `text`, `html` and the unsubscribe URL may have marks of `slots`.
#[derive(Debug, Clone)]
pub struct Draft {
    pub from: Mailbox,
    pub reply_to: Option<Mailbox>,
    /// Control characters become spaces; bidi controls are removed.
    pub subject: String,
    pub text: String,
    pub html: Option<String>,
    pub list: Option<ListHeaders>,
    /// Adds `Auto-Submitted: auto-generated` (RFC 3834 5): confirmations, welcomes, enquiries.
    pub auto_submitted: bool,
    /// The Message-IDs without brackets of the mails that this one answers, oldest first (RFC 5322 3.6.4).
    pub answers: Vec<String>,
    pub slots: Slots,
}

/// The header fields of a mail to a list (RFC 2369, 2919, 8058).
#[derive(Debug, Clone)]
pub struct ListHeaders {
    /// The name of the list, and its identifier in the form of a domain name.
    pub list_id: (String, String),
    /// The one-click URL, with a mark in it.
    pub unsubscribe_url: String,
    /// `digest:newsletter:kind:sender`, the same for all recipients.
    pub feedback_id: String,
    /// The page with earlier mails of the list.
    pub archive_url: Option<String>,
    /// Whether it goes to all at once, so that nobody's machine should answer it.
    pub bulk: bool,
}

/// A part of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    From,
    ReplyTo,
    Subject,
    ListName,
    ListId,
    FeedbackId,
    UnsubscribeUrl,
    Text,
    Html,
}

impl Place {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::ReplyTo => "reply-to",
            Self::Subject => "subject",
            Self::ListName => "list-name",
            Self::ListId => "list-id",
            Self::FeedbackId => "feedback-id",
            Self::UnsubscribeUrl => "unsubscribe-url",
            Self::Text => "text",
            Self::Html => "html",
        }
    }
}

/// Why a draft cannot be composed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComposeError {
    /// A mark of an undeclared slot.
    UnknownMark(Place),
    /// A mark where the text must be the same for all recipients.
    MarkInHeader(Place),
    /// Not a URL of at most 500 printable ASCII characters with a mark in it.
    UnsubscribeUrl,
    /// Not a domain name, or too long.
    ListId,
    /// Characters other than letters, digits and `. : - _`.
    FeedbackId,
    /// The local part in this header field is not ASCII, so some servers would refuse the mail.
    Address(&'static str),
    EmptyText,
    /// A part is larger than 8 MiB.
    TooLarge,
}

impl ComposeError {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownMark(_) => "unknown-mark",
            Self::MarkInHeader(_) => "mark-in-header",
            Self::UnsubscribeUrl => "unsubscribe-url",
            Self::ListId => "list-id",
            Self::FeedbackId => "feedback-id",
            Self::Address(_) => "address",
            Self::EmptyText => "empty-text",
            Self::TooLarge => "too-large",
        }
    }
}

/// Largest text or HTML, in bytes.
const PART_MAX: usize = 8 * 1024 * 1024;

/// Freezes a draft.
pub fn compose(draft: &Draft) -> Result<Frozen, ComposeError> {
    if draft.text.trim().is_empty() {
        return Err(ComposeError::EmptyText);
    }
    let html_len = draft.html.as_ref().map_or(0, String::len);
    if draft.text.len() > PART_MAX || html_len > PART_MAX {
        return Err(ComposeError::TooLarge);
    }
    let mut parts = Parts {
        html_bytes: u32::try_from(html_len).map_err(|_| ComposeError::TooLarge)?,
        slots: u16::try_from(draft.slots.names().len()).map_err(|_| ComposeError::TooLarge)?,
        ..Parts::default()
    };
    headers(&mut parts, draft)?;
    body(&mut parts, draft)?;
    Ok(parts.freeze())
}

fn headers(parts: &mut Parts, draft: &Draft) -> Result<(), ComposeError> {
    parts.push_static(&mailbox_field(&draft.slots, ("From", Place::From), &draft.from)?);
    parts.push(Piece::To);
    subject(parts, &draft.slots, &draft.subject)?;
    parts.push_static("Date: ");
    parts.push(Piece::Date);
    parts.push_static("\r\nMessage-ID: ");
    parts.push(Piece::MessageId);
    parts.push_static("\r\n");
    if let Some(reply_to) = &draft.reply_to {
        parts.push_static(&mailbox_field(&draft.slots, ("Reply-To", Place::ReplyTo), reply_to)?);
    }
    if let Some(list) = &draft.list {
        list_headers(parts, &draft.slots, list)?;
    }
    answered(parts, &draft.answers);
    if draft.auto_submitted {
        parts.push_static("Auto-Submitted: auto-generated\r\n");
    }
    parts.push_static("MIME-Version: 1.0\r\n");
    Ok(())
}

/// A subject without slots is encoded here; one with slots is encoded when it is spliced, so that encoded words and
/// folds (RFC 2047, section 2) fit the complete subject.
fn subject(parts: &mut Parts, slots: &Slots, text: &str) -> Result<(), ComposeError> {
    let pieces = slots.split(text).map_err(|_| ComposeError::UnknownMark(Place::Subject))?;
    if pieces.iter().all(|piece| matches!(piece, Part::Text(_))) {
        parts.push_static(&header::unstructured("Subject", text));
        return Ok(());
    }
    for piece in pieces {
        match piece {
            Part::Text(text) => parts.push_subject(text),
            Part::Slot(slot) => parts.push(Piece::Slot(slot, Context::Subject)),
        }
    }
    parts.push(Piece::Subject);
    Ok(())
}

fn mailbox_field(slots: &Slots, field: (&'static str, Place), mailbox: &Mailbox) -> Result<String, ComposeError> {
    let (field, place) = field;
    // Header fields that all recipients share must be 7-bit, since not every relay offers SMTPUTF8 (RFC 6531).
    if !mailbox.address().is_ascii() {
        return Err(ComposeError::Address(field));
    }
    let name = mailbox.name().map(|name| unmarked(slots, place, name)).transpose()?;
    Ok(header::addressed(field, name, unmarked(slots, place, mailbox.address())?))
}

/// The text, unless it has marks.
fn unmarked<'a>(slots: &Slots, place: Place, text: &'a str) -> Result<&'a str, ComposeError> {
    match slots.split(text) {
        Ok(parts) if parts.iter().all(|part| matches!(part, Part::Text(_))) => Ok(text),
        _ => Err(ComposeError::MarkInHeader(place)),
    }
}

fn list_headers(parts: &mut Parts, slots: &Slots, list: &ListHeaders) -> Result<(), ComposeError> {
    let (phrase, id) = &list.list_id;
    let is_id_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if id.is_empty() || id.len() > LIST_ID_MAX || !id.chars().all(is_id_char) {
        return Err(ComposeError::ListId);
    }
    let phrase = unmarked(slots, Place::ListName, phrase)?;
    parts.push_static(&header::addressed("List-Id", Some(phrase), unmarked(slots, Place::ListId, id)?));
    if let Some(url) = list.archive_url.as_deref().filter(|url| is_url_text(url) && url.len() <= URL_MAX) {
        parts.push_static(&format!("List-Archive: <{}>\r\n", unmarked(slots, Place::ListName, url)?));
    }
    unsubscribe(parts, slots, &list.unsubscribe_url)?;
    let feedback = unmarked(slots, Place::FeedbackId, &list.feedback_id)?;
    let is_feedback_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '_');
    if feedback.is_empty() || feedback.len() > LIST_ID_MAX || !feedback.chars().all(is_feedback_char) {
        return Err(ComposeError::FeedbackId);
    }
    parts.push_static(&format!("Feedback-ID: {feedback}\r\n"));
    if list.bulk {
        parts.push_static("Precedence: bulk\r\nX-Auto-Response-Suppress: OOF, AutoReply\r\n");
    }
    Ok(())
}

/// In-Reply-To and References. What is not a Message-ID is left out.
fn answered(parts: &mut Parts, ids: &[String]) {
    let ids: Vec<String> = ids.iter().filter(|id| header::is_message_id(id)).map(|id| format!("<{id}>")).collect();
    if let Some(last) = ids.last() {
        parts.push_static(&format!("In-Reply-To: {last}\r\nReferences: {}\r\n", ids.join("\r\n ")));
    }
}

/// RFC 8058 3.1. The URL stays on one line, since it must not have white space (RFC 2369 2).
fn unsubscribe(parts: &mut Parts, slots: &Slots, url: &str) -> Result<(), ComposeError> {
    let pieces = slots.split(url).map_err(|_| ComposeError::UnknownMark(Place::UnsubscribeUrl))?;
    let mut marks = 0;
    let mut length = 0;
    parts.push_static("List-Unsubscribe: <");
    for piece in pieces {
        match piece {
            Part::Text(text) if is_url_text(text) => {
                length += text.len();
                parts.push_static(text);
            }
            Part::Text(_) => return Err(ComposeError::UnsubscribeUrl),
            Part::Slot(slot) => {
                marks += 1;
                parts.push(Piece::Slot(slot, Context::Header));
            }
        }
    }
    if marks == 0 || length > URL_MAX {
        return Err(ComposeError::UnsubscribeUrl);
    }
    parts.push_static(">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    Ok(())
}

/// Printable ASCII that is safe in a URL between angle brackets, in a header with several URLs.
pub(super) fn is_url_text(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b',' | b'"' | b'\\'))
}

fn body(parts: &mut Parts, draft: &Draft) -> Result<(), ComposeError> {
    let Some(html) = &draft.html else {
        part_headers(parts, "plain");
        part_body(parts, &draft.slots, &draft.text, Context::Text)?;
        return Ok(());
    };
    // "=_" cannot occur in quoted-printable text (RFC 2045 6.7), so no body can contain the boundary.
    let boundary = format!("=_{:016x}", draft.slots.nonce());
    parts.push_static(&format!("Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n"));
    part_headers(parts, "plain");
    part_body(parts, &draft.slots, &draft.text, Context::Text)?;
    parts.push_static(&format!("--{boundary}\r\n"));
    part_headers(parts, "html");
    part_body(parts, &draft.slots, html, Context::Html)?;
    parts.push_static(&format!("--{boundary}--\r\n"));
    Ok(())
}

fn part_headers(parts: &mut Parts, subtype: &str) {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write!(text, "Content-Type: text/{subtype}; charset=utf-8\r\n");
    text.push_str("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
    parts.push_static(&text);
}

/// The text of a part and a line end. Every run and every value begins at column 0: a soft break separates text and
/// value, and value and text unless the text begins with a line end.
fn part_body(parts: &mut Parts, slots: &Slots, text: &str, context: Context) -> Result<(), ComposeError> {
    let place = if context == Context::Html { Place::Html } else { Place::Text };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut after_slot = false;
    let mut column = 0;
    for part in slots.split(&text).map_err(|_| ComposeError::UnknownMark(place))? {
        if (column > 0) || (after_slot && !matches!(part, Part::Text(text) if text.starts_with('\n'))) {
            parts.push_static("=\r\n");
        }
        match part {
            Part::Text(text) => {
                let mut out = String::with_capacity(text.len() + text.len() / 8);
                column = quoted_printable::encode(text, &mut out);
                parts.push_static(&out);
                after_slot = false;
            }
            Part::Slot(slot) => {
                parts.push(Piece::Slot(slot, context));
                column = 0;
                after_slot = true;
            }
        }
    }
    parts.push_static("\r\n");
    Ok(())
}
