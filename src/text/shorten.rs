//! Cutting a text to a length, between words.

/// At most `max_chars` characters of `text`, cut between words; a text that is cut ends in `…`. Only a first word that is
/// longer than that is cut itself.
#[must_use]
pub fn truncate_words(text: &str, max_chars: usize) -> String {
    if text.char_indices().nth(max_chars).is_none() {
        return text.to_owned();
    }
    if max_chars == 0 {
        return String::new();
    }
    let cut = text.get(..end(text, max_chars - 1)).unwrap_or_default();
    let trimmed = cut.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–'));
    format!("{trimmed}…")
}

/// The byte at which a text is cut to at most `max_chars` characters.
fn end(text: &str, max_chars: usize) -> usize {
    let longest = text.char_indices().nth(max_chars).map_or(text.len(), |(at, _)| at);
    let mut at = longest;
    while let Some((head, tail)) = text.split_at_checked(at) {
        let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else { break };
        if [before, after].iter().any(|c| c.is_whitespace() || is_unspaced(*c)) {
            return at;
        }
        at -= before.len_utf8();
    }
    longest
}

/// Whether a character is of a script that puts no spaces between words: Han, Kana, Thai, Lao, Burmese, Khmer, and their
/// punctuation (Unicode 16, Blocks.txt).
#[must_use]
pub const fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{312f}'
            | '\u{3190}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{323af}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words() {
        for (input, max, expected) in [
            ("short", 10, "short"),
            ("exactly te", 10, "exactly te"),
            ("one two three", 9, "one two…"),
            ("one two three", 8, "one two…"),
            ("one, two", 6, "one…"),
            ("a Donaudampfschiff", 10, "a…"),
            ("Donaudampfschiff", 6, "Donau…"),
            ("äöü äöü äöü", 8, "äöü äöü…"),
            ("don't go", 4, "don…"),
            ("港 夜間渡輪回到銀港", 6, "港 夜間渡…"),
            ("abc", 0, ""),
        ] {
            assert_eq!(truncate_words(input, max), expected, "{input:?} {max}");
        }
    }
}
