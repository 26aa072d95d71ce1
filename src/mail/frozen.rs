//! The frozen form of a message: one blob in the database that many deliveries share.
//!
//! Everything that is the same for all recipients is encoded and stored as one text; a list of pieces says where a
//! recipient's values go. Slots are identified by their order, not by name.
//!
//! Layout, numbers little-endian: version `u8`, bytes of the HTML part `u32`, slots `u16`, pieces `u32`, then each
//! piece as a tag `u8` and an argument `u32`, then the text.

/// The version of the layout. Any other is refused.
const VERSION: u8 = 1;

/// How the value of a slot is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Context {
    /// In a header, unencoded; only printable ASCII without space and angle brackets is accepted.
    Header,
    /// In the text part, quoted-printable.
    Text,
    /// In the HTML part, escaped and then quoted-printable.
    Html,
    /// In the subject, which is encoded as a whole.
    Subject,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// So many bytes of the text.
    Static(u32),
    Slot(u16, Context),
    /// The whole `To` field.
    To,
    /// The value of `Message-ID`, with its brackets.
    MessageId,
    /// The value of `Date`.
    Date,
    /// So many bytes of the text, in UTF-8, as a part of a subject with slots.
    SubjectText(u32),
    /// The whole `Subject` field, made of the preceding parts.
    Subject,
}

/// A composed message, ready to be stored: 7-bit text (but for a subject with slots) and the places of its slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    blob: Vec<u8>,
    html_bytes: usize,
}

impl Frozen {
    /// The blob for the database.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.blob
    }

    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.blob
    }

    /// Bytes of the HTML part before its encoding, with marks in the place of values.
    #[must_use]
    pub fn html_bytes(&self) -> usize {
        self.html_bytes
    }
}

/// Why a blob is not a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    /// An unknown layout.
    Version(u8),
    Damaged,
}

impl ParseError {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Version(_) => "version",
            Self::Damaged => "damaged",
        }
    }
}

/// The parts of a [`super::template::Template`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub html_bytes: u32,
    pub slots: u16,
    pub pieces: Vec<Piece>,
    pub text: String,
}

impl Parts {
    /// Appends text that is the same for all recipients.
    pub fn push_static(&mut self, text: &str) {
        let Ok(len) = u32::try_from(text.len()) else { return };
        self.text.push_str(text);
        match self.pieces.last_mut() {
            Some(Piece::Static(last)) => *last += len,
            _ if len > 0 => self.pieces.push(Piece::Static(len)),
            _ => {}
        }
    }

    /// Appends a part of a subject with slots.
    pub fn push_subject(&mut self, text: &str) {
        let Ok(len) = u32::try_from(text.len()) else { return };
        self.text.push_str(text);
        self.pieces.push(Piece::SubjectText(len));
    }

    pub fn push(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    pub fn freeze(&self) -> Frozen {
        let count = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX);
        let mut blob = Vec::with_capacity(self.text.len() + 5 * self.pieces.len() + 11);
        blob.push(VERSION);
        blob.extend(self.html_bytes.to_le_bytes());
        blob.extend(self.slots.to_le_bytes());
        blob.extend(count.to_le_bytes());
        for piece in &self.pieces {
            let (tag, argument) = tagged(*piece);
            blob.push(tag);
            blob.extend(argument.to_le_bytes());
        }
        blob.extend_from_slice(self.text.as_bytes());
        Frozen { blob, html_bytes: usize::try_from(self.html_bytes).unwrap_or(usize::MAX) }
    }

    pub fn parse(blob: &[u8]) -> Result<Self, ParseError> {
        let (&version, mut rest) = blob.split_first().ok_or(ParseError::Damaged)?;
        if version != VERSION {
            return Err(ParseError::Version(version));
        }
        let parts = Self::read(&mut rest).ok_or(ParseError::Damaged)?;
        if parts.is_sound() { Ok(parts) } else { Err(ParseError::Damaged) }
    }

    fn read(rest: &mut &[u8]) -> Option<Self> {
        let html_bytes = u32::from_le_bytes(take(rest)?);
        let slots = u16::from_le_bytes(take(rest)?);
        let count = usize::try_from(u32::from_le_bytes(take(rest)?)).ok()?;
        if count > rest.len() / 5 {
            return None;
        }
        let mut pieces = Vec::with_capacity(count);
        for _ in 0..count {
            let [tag] = take(rest)?;
            pieces.push(untagged(tag, u32::from_le_bytes(take(rest)?))?);
        }
        let text = String::from_utf8(rest.to_vec()).ok()?;
        Some(Self { html_bytes, slots, pieces, text })
    }

    /// Whether the pieces cover the text exactly and name existing slots, and all but the subject is 7-bit.
    fn is_sound(&self) -> bool {
        let mut rest = self.text.as_str();
        for piece in &self.pieces {
            match *piece {
                Piece::Static(len) | Piece::SubjectText(len) => {
                    let Some((run, tail)) = rest.split_at_checked(len as usize) else { return false };
                    if matches!(piece, Piece::Static(_)) && !run.is_ascii() {
                        return false;
                    }
                    rest = tail;
                }
                Piece::Slot(slot, _) if slot >= self.slots => return false,
                _ => {}
            }
        }
        rest.is_empty()
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

fn tagged(piece: Piece) -> (u8, u32) {
    match piece {
        Piece::Static(len) => (0, len),
        Piece::To => (1, 0),
        Piece::MessageId => (2, 0),
        Piece::Date => (3, 0),
        Piece::Slot(slot, Context::Header) => (4, slot.into()),
        Piece::Slot(slot, Context::Text) => (5, slot.into()),
        Piece::Slot(slot, Context::Html) => (6, slot.into()),
        Piece::Slot(slot, Context::Subject) => (7, slot.into()),
        Piece::SubjectText(len) => (8, len),
        Piece::Subject => (9, 0),
    }
}

fn untagged(tag: u8, argument: u32) -> Option<Piece> {
    let slot = u16::try_from(argument);
    Some(match tag {
        0 => Piece::Static(argument),
        1 => Piece::To,
        2 => Piece::MessageId,
        3 => Piece::Date,
        4 => Piece::Slot(slot.ok()?, Context::Header),
        5 => Piece::Slot(slot.ok()?, Context::Text),
        6 => Piece::Slot(slot.ok()?, Context::Html),
        7 => Piece::Slot(slot.ok()?, Context::Subject),
        8 => Piece::SubjectText(argument),
        9 => Piece::Subject,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Parts {
        let mut parts = Parts { html_bytes: 7, slots: 3, ..Parts::default() };
        parts.push_static("From: ");
        parts.push_static("a\r\n");
        for piece in [Piece::To, Piece::MessageId, Piece::Date] {
            parts.push(piece);
        }
        parts.push_static("b");
        parts.push_subject("é");
        parts.push(Piece::Subject);
        for context in [Context::Header, Context::Text, Context::Html, Context::Subject] {
            parts.push(Piece::Slot(2, context));
        }
        parts
    }

    #[test]
    fn a_frozen_message_is_read_back() {
        let parts = sample();
        let frozen = parts.freeze();
        assert_eq!(frozen.html_bytes(), 7);
        assert_eq!(Parts::parse(frozen.as_bytes()), Ok(parts));
    }

    #[test]
    fn a_damaged_message_is_an_error_and_never_a_panic() {
        let blob = sample().freeze().into_bytes();
        for len in 0..blob.len() {
            assert!(Parts::parse(blob.get(..len).unwrap()).is_err(), "cut at {len}");
        }
        for i in 0..blob.len() {
            for flip in [1, 0x80, 0xff] {
                let mut bad = blob.clone();
                *bad.get_mut(i).unwrap() ^= flip;
                if let Ok(parts) = Parts::parse(&bad) {
                    assert!(parts.is_sound() && parts.pieces.len() == sample().pieces.len());
                }
            }
        }
        assert_eq!(Parts::parse(&[9, 0, 0]), Err(ParseError::Version(9)));
    }
}
