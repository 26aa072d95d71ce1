//! Searching for readers: search terms and the keys that they are compared with, as plain values.
//!
//! A search finds readers whose address, domain, name or last name begins with the term, regardless of case. Each of these
//! has a sorted index, so that a search among a million readers is as quick as among a thousand. An unknown name is derived
//! from the address: `smith` finds `ann.smith@example.org`.

use crate::text;

/// The stored keys of a reader's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameKeys {
    /// The whole name in lower case; `None` if neither name nor address gives one.
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
        // Addresses are searched too, so that a single word of an address needs no key.
        let has_key = surname.is_some() || !name.trim().is_empty();
        Self { name: has_key.then(|| words.join(" ")), surname }
    }
}

/// A search term, in the form of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// `@example`: domains that begin with it.
    Domain(String),
    /// `ann@exam`: addresses that begin with it.
    Address(String),
    /// Addresses, domains, names and last names that begin with it.
    Any(String),
}

/// The longest search, in characters.
const LONGEST: usize = 200;

impl Term {
    /// The term of a submitted search; `None` for an empty one, which finds everybody.
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

/// The first text, in byte order, after all that begin with `prefix`.
#[must_use]
pub fn after_prefix(prefix: &str) -> String {
    // No stored text holds the last code point, whose bytes are greater than those of any other.
    format!("{prefix}\u{10FFFF}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_a_name_are_the_whole_name_and_its_last_word() {
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
    fn a_prefix_is_a_range_in_byte_order() {
        for (text, prefix, inside) in
            [("ann", "ann", true), ("anna", "ann", true), ("anö", "an", true), ("ao", "an", false)]
        {
            assert_eq!((prefix..after_prefix(prefix).as_str()).contains(&text), inside, "{text}");
        }
    }
}
