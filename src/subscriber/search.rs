//! Searching for readers: what a search compares, as plain values.
//!
//! A search finds the readers whose address, domain, name or last name begins with the term, in any case of letters. All
//! of these stand in sorted indexes, so that a million readers are searched as quickly as a thousand. A name that is not
//! known is taken from the address: `ann.smith@example.org` is found by `smith`.

use crate::text;

/// The keys of a reader's name as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameKeys {
    /// The whole name in small letters; none where neither name nor address has one.
    pub name: Option<String>,
    /// Its last word, if there is more than one.
    pub surname: Option<String>,
}

impl NameKeys {
    /// The keys of a person with this name and normalised address.
    #[must_use]
    pub fn of(name: &str, address: &str) -> Self {
        let words: Vec<String> = if name.trim().is_empty() {
            let (local, _) = address.rsplit_once('@').unwrap_or_default();
            let local = local.split('+').next().unwrap_or_default();
            local.split(['.', '_', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        } else {
            name.to_lowercase().split_whitespace().map(str::to_owned).collect()
        };
        let surname = if words.len() > 1 { words.last().cloned() } else { None };
        // The address itself is searched too, so that a single word of it needs no key.
        let has_key = surname.is_some() || !name.trim().is_empty();
        Self { name: has_key.then(|| words.join(" ")), surname }
    }
}

/// What a search looks for, in the form of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// `@example`: domains that begin so.
    Domain(String),
    /// `ann@exam`: addresses that begin so.
    Address(String),
    /// Addresses, domains, names and last names that begin so.
    Any(String),
}

/// The longest search, in characters.
const LONGEST: usize = 200;

impl Term {
    /// The term of a search as it was entered; `None` for an empty one, which finds everybody.
    #[must_use]
    pub fn of(search: &str) -> Option<Self> {
        let text = text::clean_line(search, LONGEST).to_lowercase();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match text.split_once('@') {
            _ if text.is_empty() => None,
            Some(("", "")) => None,
            Some(("", domain)) => Some(Self::Domain(domain.to_owned())),
            Some(_) => Some(Self::Address(text)),
            None => Some(Self::Any(text)),
        }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Domain(text) | Self::Address(text) | Self::Any(text) => text,
        }
    }
}

/// The first text, in the order of bytes, after all that begin with `prefix`.
#[must_use]
pub fn after_prefix(prefix: &str) -> String {
    // No text of ours holds the last code point, and its bytes are greater than those of any other.
    format!("{prefix}\u{10FFFF}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_itself_and_its_last_word() {
        for (name, address, keys) in [
            ("Ann Smith", "a@b.example", (Some("ann smith"), Some("smith"))),
            ("  Ann  von Berg ", "a@b.example", (Some("ann von berg"), Some("berg"))),
            ("ÖZLEM", "a@b.example", (Some("özlem"), None)),
            ("", "ann.smith+news@b.example", (Some("ann smith"), Some("smith"))),
            ("", "j_smith@b.example", (Some("j smith"), Some("smith"))),
            ("", "ann@b.example", (None, None)),
            ("", "", (None, None)),
        ] {
            let (name_key, surname) = keys;
            let expected = NameKeys { name: name_key.map(str::to_owned), surname: surname.map(str::to_owned) };
            assert_eq!(NameKeys::of(name, address), expected, "{name:?} {address:?}");
        }
    }

    #[test]
    fn a_term_says_where_to_look_for_it() {
        for (search, term) in [
            ("", None),
            (" @ ", None),
            ("Ann", Some(Term::Any("ann".to_owned()))),
            ("ann   smith", Some(Term::Any("ann smith".to_owned()))),
            ("@Example.org", Some(Term::Domain("example.org".to_owned()))),
            ("Ann@", Some(Term::Address("ann@".to_owned()))),
            ("a%_\\", Some(Term::Any("a%_\\".to_owned()))),
        ] {
            assert_eq!(Term::of(search), term, "{search:?}");
        }
    }

    #[test]
    fn a_prefix_is_a_range_of_bytes() {
        for (text, prefix, inside) in
            [("ann", "ann", true), ("anna", "ann", true), ("anö", "an", true), ("ao", "an", false)]
        {
            assert_eq!((prefix..after_prefix(prefix).as_str()).contains(&text), inside, "{text}");
        }
    }
}
