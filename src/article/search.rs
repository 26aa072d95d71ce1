//! Words for search: what a reader types and what an article says, folded alike, so that both databases find the same.
//!
//! Folding makes lower case, drops accents and splits at everything that is neither letter nor digit. So nothing that is
//! typed is ever syntax, and odd input finds nothing instead of failing. Every word must come; the last may be a beginning.

use std::fmt::Write;

/// Characters and words of a search that are looked at.
const MAX_CHARS: usize = 200;
const MAX_WORDS: usize = 10;
/// What is longer is no word; PostgreSQL takes 2,046 bytes (its manual, 12.11).
const MAX_WORD_BYTES: usize = 200;
/// Positions beyond are not told apart (the same).
const LAST_POSITION: usize = 16_383;

/// A text as its folded words.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let is_word = |c: char| c.is_alphanumeric() || is_accent(c);
    let words = text.split(move |c| !is_word(c)).map(fold);
    words.filter(|word| !word.is_empty() && word.len() <= MAX_WORD_BYTES)
}

fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter(|c| !is_accent(*c)).map(base).collect()
}

/// Combining diacritical marks.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The letter under a Latin letter's accent.
fn base(c: char) -> char {
    const BASES: [(char, &str); 14] = [
        ('a', "àáâãäåāăą"),
        ('c', "çćĉċč"),
        ('d', "ďđ"),
        ('e', "èéêëēĕėęě"),
        ('g', "ĝğġģ"),
        ('i', "ìíîïĩīĭįı"),
        ('l', "ĺļľł"),
        ('n', "ñńņň"),
        ('o', "òóôõöøōŏő"),
        ('r', "ŕŗř"),
        ('s', "śŝşšș"),
        ('t', "ţťț"),
        ('u', "ùúûüũūŭůűų"),
        ('z', "źżž"),
    ];
    if c.is_ascii() {
        return c;
    }
    BASES.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(base, _)| *base)
}

/// The words to look for; none when there is nothing to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    #[must_use]
    pub fn of(query: &str) -> Self {
        let end = query.char_indices().nth(MAX_CHARS).map_or(query.len(), |(end, _)| end);
        Self(words(query.get(..end).unwrap_or_default()).take(MAX_WORDS).collect())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The argument of FTS5's `MATCH`: words as strings, and a star behind the last.
    #[must_use]
    pub fn for_sqlite(&self) -> String {
        let quoted: Vec<String> = self.0.iter().map(|word| format!("\"{word}\"")).collect();
        quoted.join(" ") + "*"
    }

    /// A `tsquery` of plain lexemes.
    #[must_use]
    pub fn for_postgres(&self) -> String {
        let quoted: Vec<String> = self.0.iter().map(|word| format!("'{word}'")).collect();
        quoted.join(" & ") + ":*"
    }
}

/// An article's folded words as a `tsvector` of plain lexemes: the title weighs most (A), the body least (D).
#[must_use]
pub fn document(title: &str, summary: &str, body: &str) -> String {
    let mut document = String::new();
    let parts = [(title, 'A'), (summary, 'B'), (body, 'D')];
    let all = parts.into_iter().flat_map(|(text, weight)| words(text).map(move |word| (word, weight)));
    for (at, (word, weight)) in all.enumerate() {
        // Writing into a string cannot fail.
        let _ = write!(document, "'{word}':{}{weight} ", (at + 1).min(LAST_POSITION));
    }
    document
}

/// A text's folded words in a row, for FTS5.
#[must_use]
pub fn folded(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_words_and_never_syntax() {
        for (typed, sqlite, postgres) in [
            ("Trade talks", r#""trade" "talks"*"#, "'trade' & 'talks':*"),
            (
                r#"a"b OR title:x* NEAR("#,
                r#""a" "b" "or" "title" "x" "near"*"#,
                "'a' & 'b' & 'or' & 'title' & 'x' & 'near':*",
            ),
            (r"it's a\b", r#""it" "s" "a" "b"*"#, "'it' & 's' & 'a' & 'b':*"),
            ("tra\0de\r\n", r#""tra" "de"*"#, "'tra' & 'de':*"),
            ("Élysée U\u{308}ber 日本", r#""elysee" "uber" "日本"*"#, "'elysee' & 'uber' & '日本':*"),
        ] {
            let words = Words::of(typed);
            assert_eq!((words.for_sqlite().as_str(), words.for_postgres().as_str()), (sqlite, postgres), "{typed}");
        }
        for typed in ["", "  ", "\"", "* & | !", "\0", "()", "\u{301}"] {
            assert!(Words::of(typed).is_empty(), "{typed}");
        }
        assert!(Words::of(&"word ".repeat(1_000)).0.len() <= MAX_WORDS);
    }

    #[test]
    fn an_article_is_indexed_by_the_same_words() {
        assert_eq!(document("It's new", "", "Été"), "'it':1A 's':2A 'new':3A 'ete':4D ");
        assert_eq!(folded("It's Été-new"), "it s ete new");
        assert!(folded(&"x".repeat(MAX_WORD_BYTES + 1)).is_empty());
    }
}
