//! Slugs, titles as a part of a URL, and the short hash that a slug may end in.

use std::hash::Hasher;

use deunicode::deunicode;
use fnv::FnvHasher;

use super::words::transcription;

/// The slug of a title in any script, for people: `東京` is `dong-jing`. Different titles may have one slug. A title without
/// anything to read has that of [`slug`].
#[must_use]
pub fn readable_slug(title: &str, max: usize) -> String {
    let is_kept = |c: &char| !matches!(c, '\'' | '’' | '\u{ad}' | '\u{300}'..='\u{36f}');
    let lower = title.to_lowercase();
    let letters = lower.chars().filter(is_kept);
    let letters: String = letters.map(|c| latin(c).map_or_else(|| c.to_string(), str::to_owned)).collect();
    let ascii = deunicode(&letters);
    slug(if ascii.contains(|c: char| c.is_ascii_alphanumeric()) { &ascii } else { title }, max)
}

/// The slug of a title: ASCII letters, digits and single hyphens, at most `max` characters, never empty.
///
/// Latin letters are transliterated (`ü` is `ue`, `é` is `e`). The slug of a title with letters of another script ends
/// in, or is, a short hash of the title, so that different titles have different slugs.
#[must_use]
pub fn slug(title: &str, max: usize) -> String {
    let mut slug = String::new();
    let mut lost = false;
    for c in title.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\'' | '’' | '\u{300}'..='\u{36f}' | '\u{ad}' => {}
            _ => match latin(c) {
                Some(letters) => slug.push_str(letters),
                None if c.is_alphabetic() => lost = true,
                None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                None => {}
            },
        }
    }
    let hash = short_hash(title);
    let tail = hash.get(..8).unwrap_or(&hash);
    let slug = slug.trim_matches('-');
    if slug.is_empty() {
        return tail.get(..max.clamp(1, 8)).unwrap_or(tail).to_owned();
    }
    if lost && max > 12 {
        return format!("{}-{tail}", cut_slug(slug, max - 9));
    }
    cut_slug(slug, max.max(1)).to_owned()
}

/// Cuts ASCII between words if the last half has a hyphen.
fn cut_slug(slug: &str, max: usize) -> &str {
    let Some(head) = slug.get(..max) else { return slug };
    if slug.len() == max || slug.get(max..).is_some_and(|rest| rest.starts_with('-')) {
        return head.trim_end_matches('-');
    }
    match head.rfind('-') {
        Some(at) if at >= max / 2 => head.get(..at).unwrap_or(head).trim_end_matches('-'),
        _ => head.trim_end_matches('-'),
    }
}

/// ASCII for a lower-case letter in a slug: the German or Danish transcription, else the base letter.
fn latin(c: char) -> Option<&'static str> {
    match c {
        'ø' => Some("o"),
        _ => transcription(c).or_else(|| super::ascii_of_latin(c)),
    }
}

/// The hash of a text as 16 hexadecimal digits, the same in every version (FNV-1a, 64 bits). Not cryptographic:
/// collisions are easy to make.
#[must_use]
pub fn short_hash(text: &str) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_ascii_and_never_empty() {
        for (title, expected) in [
            ("Hello, World!", "hello-world"),
            ("  Straße & Café—Ñandú ", "strasse-cafe-nandu"),
            ("Łódź Øre smørrebrød", "lodz-ore-smorrebrod"),
            ("Don’t panic", "dont-panic"),
            ("e\u{301}te\u{301}", "ete"),
            ("---", &short_hash("---")[..8]),
            ("", &short_hash("")[..8]),
            ("東京", &short_hash("東京")[..8]),
        ] {
            assert_eq!(slug(title, 60), expected, "{title:?}");
        }
        assert_ne!(slug("東京", 60), slug("大阪", 60));
        assert!(slug("東京 2024", 60).starts_with("2024-"));
    }

    #[test]
    fn a_title_of_any_script_has_a_slug_that_can_be_read() {
        for (title, expected) in [
            ("東京で地震", "dong-jing-dedi-zhen"),
            ("Москва слезам не верит", "moskva-slezam-ne-verit"),
            ("Straße & Müller’s Café", "strasse-muellers-cafe"),
            ("Łódź Øre smørrebrød", "lodz-ore-smorrebrod"),
            ("---", &short_hash("---")[..8]),
        ] {
            assert_eq!(readable_slug(title, 60), expected, "{title:?}");
        }
        assert!(readable_slug(&"東京".repeat(100), 80).len() <= 80);
    }

    #[test]
    fn a_slug_keeps_its_length_and_ends_in_no_hyphen() {
        for max in 1..40 {
            for title in ["China confirms trade talks in Malaysia", "a-b-c-d-e-f-g", "東京 and more words", "x"] {
                let slug = slug(title, max);
                assert!(!slug.is_empty() && slug.len() <= max, "{slug} {max}");
                assert!(!slug.starts_with('-') && !slug.ends_with('-'), "{slug} {max}");
            }
        }
        assert_eq!(slug("China confirms trade talks", 17), "china-confirms");
    }
}
