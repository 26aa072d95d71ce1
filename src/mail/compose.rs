//! From a draft to a frozen message: headers, the two parts, and the places that differ from reader to reader.
//!
//! Everything that is the same for all recipients is encoded here, once. Output is 7-bit, its only line end CRLF, its
//! body lines at most 76 octets; no part of a draft can add a header, end a header or end the message.

use std::fmt::Write;

use crate::mail::address::Mailbox;
use crate::mail::frozen::{Context, Frozen, Parts, Piece};
use crate::mail::header;
use crate::mail::quoted_printable;
use crate::mail::slots::{Part, Slots};

/// Longest unsubscribe URL, its slots apart (500 with them; see [`crate::mail::template`]).
const URL_MAX: usize = 500;
/// Longest List-Id (RFC 2919 3).
const LIST_ID_MAX: usize = 255;

/// A mail before it is frozen. Only `text`, `html` and the unsubscribe URL may hold marks of `slots`.
#[derive(Debug, Clone)]
pub struct Draft {
    pub from: Mailbox,
    pub reply_to: Option<Mailbox>,
    /// Control characters become spaces, bidi controls go.
    pub subject: String,
    pub text: String,
    pub html: Option<String>,
    pub list: Option<ListHeaders>,
    /// Adds `Auto-Submitted: auto-generated` (RFC 3834 5): confirmations, welcomes, enquiries.
    pub auto_submitted: bool,
    pub slots: Slots,
}

/// What a mail to a list carries (RFC 2369, 2919, 8058).
#[derive(Debug, Clone)]
pub struct ListHeaders {
    /// The list's name for people and its identifier in the form of a domain name.
    pub list_id: (String, String),
    /// The one-click address, with a mark in it.
    pub unsubscribe_url: String,
    /// `digest:newsletter:kind:sender`, the same for all recipients.
    pub feedback_id: String,
}

/// Why a draft cannot become a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    #[error("the {0} has a place for a reader's value that this mail does not know")]
    UnknownMark(&'static str),
    #[error("the {0} must be the same for every reader")]
    MarkInHeader(&'static str),
    #[error(
        "the unsubscribe address is not a URL of at most 500 printable ASCII characters with a reader's value in it"
    )]
    UnsubscribeUrl,
    #[error("the list identifier is not a domain name, or is too long")]
    ListId,
    #[error("the feedback identifier has characters other than letters, digits and . : - _")]
    FeedbackId,
    #[error("the address in {0} has letters before the @ that not every server takes")]
    Address(&'static str),
    #[error("the mail has no text part")]
    EmptyText,
    #[error("the mail is larger than 16 MB")]
    TooLarge,
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
    parts.push_static(&mailbox_field(&draft.slots, "From", &draft.from)?);
    parts.push(Piece::To);
    parts.push_static(&header::unstructured("Subject", unmarked(&draft.slots, "subject", &draft.subject)?));
    parts.push_static("Date: ");
    parts.push(Piece::Date);
    parts.push_static("\r\nMessage-ID: ");
    parts.push(Piece::MessageId);
    parts.push_static("\r\n");
    if let Some(reply_to) = &draft.reply_to {
        parts.push_static(&mailbox_field(&draft.slots, "Reply-To", reply_to)?);
    }
    if let Some(list) = &draft.list {
        list_headers(parts, &draft.slots, list)?;
    }
    if draft.auto_submitted {
        parts.push_static("Auto-Submitted: auto-generated\r\n");
    }
    parts.push_static("MIME-Version: 1.0\r\n");
    Ok(())
}

fn mailbox_field(slots: &Slots, field: &'static str, mailbox: &Mailbox) -> Result<String, ComposeError> {
    // What all recipients share is 7-bit, since not every relay offers SMTPUTF8 (RFC 6531).
    if !mailbox.address().is_ascii() {
        return Err(ComposeError::Address(field));
    }
    let name = mailbox.name().map(|name| unmarked(slots, field, name)).transpose()?;
    Ok(header::addressed(field, name, unmarked(slots, field, mailbox.address())?))
}

/// The text, when no reader's value belongs into it.
fn unmarked<'a>(slots: &Slots, place: &'static str, text: &'a str) -> Result<&'a str, ComposeError> {
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
    let phrase = unmarked(slots, "list name", phrase)?;
    parts.push_static(&header::addressed("List-Id", Some(phrase), unmarked(slots, "list identifier", id)?));
    unsubscribe(parts, slots, &list.unsubscribe_url)?;
    let feedback = unmarked(slots, "feedback identifier", &list.feedback_id)?;
    let is_feedback_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '_');
    if feedback.is_empty() || feedback.len() > LIST_ID_MAX || !feedback.chars().all(is_feedback_char) {
        return Err(ComposeError::FeedbackId);
    }
    parts.push_static(&format!("Feedback-ID: {feedback}\r\n"));
    Ok(())
}

/// RFC 8058 3.1. The address stays on one line: white space must not get into it (RFC 2369 2).
fn unsubscribe(parts: &mut Parts, slots: &Slots, url: &str) -> Result<(), ComposeError> {
    let pieces = slots.split(url).map_err(|_| ComposeError::UnknownMark("unsubscribe address"))?;
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

/// Printable ASCII that can stand in a URL between angle brackets in a header with several of them.
pub(super) fn is_url_text(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b',' | b'"' | b'\\'))
}

fn body(parts: &mut Parts, draft: &Draft) -> Result<(), ComposeError> {
    let Some(html) = &draft.html else {
        part_headers(parts, "plain");
        part_body(parts, &draft.slots, &draft.text, Context::Text)?;
        return Ok(());
    };
    // "=_" cannot occur in quoted-printable text (RFC 2045 6.7), so no body can hold the boundary.
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

/// A part's text and a line end. Every run and every value begins at column 0: a value behind text comes after a soft
/// break, and so does text behind a value, unless it begins with a line end anyway.
fn part_body(parts: &mut Parts, slots: &Slots, text: &str, context: Context) -> Result<(), ComposeError> {
    let place = if context == Context::Html { "HTML" } else { "text" };
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
