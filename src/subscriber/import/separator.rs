//! By which character the columns of a file are separated: a comma (RFC 4180), or what spreadsheets write in countries
//! where the comma is in numbers.

use super::roles::Role;
use super::tool::Tool;
use super::words::normal;

const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The separator that a first line of `sep=;` names, as Excel writes and reads it.
pub(super) fn named(line: &[u8]) -> Option<u8> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii_end();
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => Some(*separator),
        // The TAB was trimmed.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] => Some(b'\t'),
        _ => None,
    }
}

/// The separator of a file with this header: the one that leaves a column of addresses, or else the most frequent one.
pub(super) fn of_header(line: &[u8]) -> u8 {
    let text = String::from_utf8_lossy(line);
    let has_addresses = |separator: &u8| {
        let mut names = outside_quotes(&text, *separator).into_iter();
        names.any(|name| Role::of(Tool::Csv, &normal(name)) == Role::Email)
    };
    let count = |separator: &u8| outside_quotes(&text, *separator).len();
    // Of equal ones the last is found.
    let most = || CANDIDATES.iter().rev().copied().max_by_key(count).unwrap_or(b',');
    CANDIDATES.iter().copied().find(has_addresses).unwrap_or_else(most)
}

/// The pieces between the separators that stand outside quotes.
fn outside_quotes(text: &str, separator: u8) -> Vec<&str> {
    let mut quoted = false;
    let is_end = |c: char| {
        quoted ^= c == '"';
        !quoted && c == char::from(separator)
    };
    text.split(is_end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_leaves_a_column_of_addresses() {
        for (header, expected) in [
            ("email,name\n", b','),
            ("email\n", b','),
            ("email;name\r\n", b';'),
            ("\u{feff}E-Mail;Vorname, Nachname\n", b';'),
            ("name\temail\n", b'\t'),
            ("\"Name; first, last\";\"Email\"\n", b';'),
            ("\"a;b\",email\n", b','),
            ("name|email\n", b'|'),
            ("first;last;city\n", b';'),
            ("ann@example.org,Ann\n", b','),
            ("", b','),
        ] {
            assert_eq!(of_header(header.as_bytes()), expected, "{header:?}");
        }
        for (line, expected) in [("sep=;\r\n", Some(b';')), ("\u{feff}SEP=\t\n", Some(b'\t')), ("separate\n", None)] {
            assert_eq!(named(line.as_bytes()), expected, "{line:?}");
        }
    }
}
