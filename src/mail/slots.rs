//! Slots: the places in a mail that differ from recipient to recipient.
//!
//! A template prints a mark in the place of a value; [`crate::mail::compose()`] finds the marks and freezes the rest. A
//! mark consists of lower-case letters and digits, so that HTML escaping, parsers and URLs leave it alone. It contains
//! the nonce of the message, so that no text of a user can forge one.

use std::fmt::Write;

/// Digits of the slot's number in a mark.
const DIGITS: usize = 4;
/// The number in the mark of an undeclared name, which [`crate::mail::compose()`] refuses.
const UNKNOWN: u16 = u16::MAX;

/// The slots of one message: its nonce, and the names in the order of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    nonce: u64,
    names: Vec<String>,
}

/// A piece of a text: text for all recipients, or a slot by its index in the list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Text(&'a str),
    Slot(u16),
}

/// A mark that names no declared slot, or half a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnknownMark;

impl Slots {
    /// `nonce` must be unpredictable for whoever writes the text.
    #[must_use]
    pub fn new(nonce: u64, names: &[&str]) -> Self {
        Self { nonce, names: names.iter().map(|&name| name.to_owned()).collect() }
    }

    /// The mark that stands for a recipient's value. The mark of an undeclared name is refused by
    /// [`crate::mail::compose()`].
    #[must_use]
    pub fn mark(&self, name: &str) -> String {
        let place = self.names.iter().position(|known| known == name);
        let number = place.and_then(|place| u16::try_from(place).ok()).unwrap_or(UNKNOWN);
        let mut mark = self.prefix();
        // Writing to a String cannot fail.
        let _ = write!(mark, "{number:04x}z");
        mark
    }

    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    pub(super) fn nonce(&self) -> u64 {
        self.nonce
    }

    fn prefix(&self) -> String {
        format!("slot{:016x}", self.nonce)
    }

    /// Bytes of a text once values of these lengths stand in the place of its marks, in the order of the names.
    #[must_use]
    pub fn spliced_len(&self, text: &str, lengths: &[usize]) -> usize {
        let length = |part: &Part<'_>| match part {
            Part::Text(text) => text.len(),
            Part::Slot(slot) => lengths.get(usize::from(*slot)).copied().unwrap_or_default(),
        };
        self.split(text).map_or(text.len(), |parts| parts.iter().map(length).sum())
    }

    /// Cuts `text` at its marks.
    pub(super) fn split<'a>(&self, text: &'a str) -> Result<Vec<Part<'a>>, UnknownMark> {
        let prefix = self.prefix();
        let mut pieces = text.split(prefix.as_str());
        let mut parts = vec![Part::Text(pieces.next().unwrap_or_default())];
        for piece in pieces {
            let (number, tail) = piece.split_at_checked(DIGITS).ok_or(UnknownMark)?;
            let tail = tail.strip_prefix('z').ok_or(UnknownMark)?;
            if !number.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return Err(UnknownMark);
            }
            let number = u16::from_str_radix(number, 16).map_err(|_| UnknownMark)?;
            if usize::from(number) >= self.names.len() {
                return Err(UnknownMark);
            }
            parts.push(Part::Slot(number));
            parts.push(Part::Text(tail));
        }
        parts.retain(|part| *part != Part::Text(""));
        Ok(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_its_marks() {
        let slots = Slots::new(0xfeed, &["unsubscribe", "name"]);
        let (url, name) = (slots.mark("unsubscribe"), slots.mark("name"));
        assert!(url.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{url}");
        let text = format!("{name}{name}, see https://x/u/{url}?a");
        let expected =
            [Part::Slot(1), Part::Slot(1), Part::Text(", see https://x/u/"), Part::Slot(0), Part::Text("?a")];
        assert_eq!(slots.split(&text).unwrap(), expected);
        assert_eq!(slots.split("no mark").unwrap(), [Part::Text("no mark")]);
        assert_eq!(slots.split("").unwrap(), []);
    }

    #[test]
    fn a_text_is_as_long_as_it_is_with_its_values() {
        let slots = Slots::new(7, &["url", "name"]);
        let text = format!("ab{}c{}{}", slots.mark("name"), slots.mark("url"), slots.mark("url"));
        assert_eq!(slots.spliced_len(&text, &[10, 4]), 2 + 4 + 1 + 20);
        assert_eq!(slots.spliced_len("abc", &[10, 4]), 3);
    }

    #[test]
    fn a_mark_of_another_message_is_text_and_a_broken_one_an_error() {
        let slots = Slots::new(1, &["name"]);
        let foreign = Slots::new(2, &["name"]).mark("name");
        assert_eq!(slots.split(&foreign).unwrap(), [Part::Text(foreign.as_str())]);
        let mark = slots.mark("name");
        let half = mark.get(..mark.len() - 1).unwrap();
        let prefix = slots.prefix();
        let broken = [format!("{prefix}zzzzz"), format!("{prefix}+000z"), format!("{prefix}é00z"), prefix.clone()];
        for broken in broken.iter().map(String::as_str).chain([half, &slots.mark("other")]) {
            assert_eq!(slots.split(broken), Err(UnknownMark), "{broken}");
        }
    }
}
