//! Words for search: a query and an article are folded in the same way, so that both databases find the same articles.
//!
//! Folding lower-cases, drops accents and splits at everything that is neither letter nor digit. A query is therefore
//! never syntax, and a query without words finds nothing. Every word must occur; the last may be a prefix. If so many
//! articles have it as a whole word that only the newest count, it is not read as a prefix.

use std::collections::HashSet;

use crate::text::ascii_of_latin;

/// Limits of a query in characters and words; the rest is ignored.
const MAX_CHARS: usize = 200;
const MAX_WORDS: usize = 10;
/// Longer words are left out; PostgreSQL allows 2,046 bytes (its manual, section 12.11).
const MAX_WORD_BYTES: usize = 200;
/// A shorter last word is not a prefix: nearly every article has a word that begins with a given letter.
const SHORTEST_BEGINNING: usize = 2;
/// PostgreSQL's index keeps the words of 2^12 articles together.
const BLOCK_BITS: u32 = 12;

/// The folded words of a text, in order.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let is_word = |c: char| c.is_alphanumeric() || is_accent(c);
    let words = text.split(move |c| !is_word(c)).map(fold);
    words.filter(|word| !word.is_empty() && word.len() <= MAX_WORD_BYTES)
}

fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase).filter(|c| !is_accent(*c)) {
        match ascii_of_latin(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

/// Combining diacritical marks.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The folded words of several texts, each word once, separated by spaces.
#[must_use]
pub fn distinct(texts: &[&str]) -> String {
    let mut seen = HashSet::new();
    let mut distinct = String::new();
    for word in texts.iter().flat_map(|text| words(text)) {
        if !seen.contains(&word) {
            distinct.push_str(if distinct.is_empty() { "" } else { " " });
            distinct.push_str(&word);
            seen.insert(word);
        }
    }
    distinct
}

/// The words of a query; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    words: Vec<String>,
    /// Whether the last word may be a prefix.
    is_open: bool,
}

impl Words {
    #[must_use]
    pub fn of(query: &str) -> Self {
        let end = query.char_indices().nth(MAX_CHARS).map_or(query.len(), |(end, _)| end);
        let words: Vec<String> = words(query.get(..end).unwrap_or_default()).take(MAX_WORDS).collect();
        let is_open = words.last().is_some_and(|last| is_beginning(last));
        Self { words, is_open }
    }

    /// The same words, the last one too as a whole word. `None` if it is one anyway.
    #[must_use]
    pub fn closed(&self) -> Option<Self> {
        self.is_open.then(|| Self { words: self.words.clone(), is_open: false })
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The number of the words that occur in a text.
    #[must_use]
    pub fn count_in(&self, text: &str) -> usize {
        let last = self.words.last().filter(|_| self.is_open);
        let mut missing: Vec<&String> = self.words.iter().collect();
        for there in words(text) {
            missing.retain(|word| there != **word && !(last == Some(*word) && there.starts_with(word.as_str())));
            if missing.is_empty() {
                break;
            }
        }
        self.words.len() - missing.len()
    }

    /// The argument of FTS5's `MATCH`: words as strings, and a star after the last.
    #[must_use]
    pub fn for_sqlite(&self) -> String {
        let quoted: Vec<String> = self.words.iter().map(|word| format!("\"{word}\"")).collect();
        quoted.join(" ") + self.end("*")
    }

    /// A `tsquery` for the articles of these blocks.
    #[must_use]
    pub fn for_postgres(&self, blocks: impl Iterator<Item = i64>) -> String {
        let in_block = |block: i64| {
            let quoted: Vec<String> = self.words.iter().map(|word| format!("'{}'", in_block(block, word))).collect();
            quoted.join(" & ") + self.end(":*")
        };
        blocks.map(in_block).collect::<Vec<_>>().join(" | ")
    }

    const fn end<'a>(&self, star: &'a str) -> &'a str {
        if self.is_open { star } else { "" }
    }
}

fn is_beginning(word: &str) -> bool {
    word.chars().nth(SHORTEST_BEGINNING - 1).is_some()
}

/// The block that an article belongs to.
#[must_use]
pub const fn block_of(article: i64) -> i64 {
    article >> BLOCK_BITS
}

/// An article's words for PostgreSQL's index. A GIN index returns all matches of a word, unordered; with the block
/// before each word, a query can ask for the newest articles only.
#[must_use]
pub fn for_postgres_index(article: i64, distinct_words: &str) -> String {
    let block = block_of(article);
    let tagged: Vec<String> = distinct_words.split_whitespace().map(|word| in_block(block, word)).collect();
    tagged.join(" ")
}

fn in_block(block: i64, word: &str) -> String {
    format!("{block:x}.{word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_words_and_never_syntax() {
        for (query, sqlite, postgres) in [
            ("Trade talks", r#""trade" "talks"*"#, "'0.trade' & '0.talks':*"),
            (
                r#"a"b OR title:x* NEAR("#,
                r#""a" "b" "or" "title" "x" "near"*"#,
                "'0.a' & '0.b' & '0.or' & '0.title' & '0.x' & '0.near':*",
            ),
            (r"it's a\b", r#""it" "s" "a" "b""#, "'0.it' & '0.s' & '0.a' & '0.b'"),
            ("tra\0de\r\n", r#""tra" "de"*"#, "'0.tra' & '0.de':*"),
            (
                "Élysée U\u{308}ber Straße 日本",
                r#""elysee" "uber" "strasse" "日本"*"#,
                "'0.elysee' & '0.uber' & '0.strasse' & '0.日本':*",
            ),
        ] {
            let words = Words::of(query);
            assert_eq!((words.for_sqlite().as_str(), words.for_postgres(0..1).as_str()), (sqlite, postgres), "{query}");
        }
        for query in ["", "  ", "\"", "* & | !", "\0", "()", "\u{301}"] {
            assert!(Words::of(query).is_empty(), "{query}");
        }
        assert!(Words::of(&"word ".repeat(1_000)).words.len() <= MAX_WORDS);
    }

    #[test]
    fn an_article_is_indexed_by_the_same_words_each_once() {
        assert_eq!(distinct(&["It's new", "", "Été-new: it"]), "it s new ete");
        assert!(distinct(&[&"x".repeat(MAX_WORD_BYTES + 1)]).is_empty());
        assert_eq!(for_postgres_index(10_000, "it s"), "2.it 2.s");
        assert_eq!(Words::of("it s").for_postgres(1..3), "'1.it' & '1.s' | '2.it' & '2.s'");
    }

    #[test]
    fn the_last_word_may_be_a_prefix() {
        for (query, text, count) in [
            ("trade tal", "Talks on trade", 2),
            ("tra talks", "Talks on trade", 1),
            ("t", "Talks on trade", 0),
            ("uber", "Über", 1),
            ("", "Talks", 0),
        ] {
            assert_eq!(Words::of(query).count_in(text), count, "{query}");
        }
    }
}
