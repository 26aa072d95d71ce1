//! Words for search: a query and an article are folded in the same way, so that both databases find the same articles.
//!
//! Folding lower-cases, drops accents, brings letters of one sound into one form, and splits at everything that is neither
//! letter nor digit ([`crate::text::words`]). A query is therefore never syntax, and a query without words finds nothing.
//! Every word must occur; the last may be a prefix. If so many articles have it as a whole word that only the newest
//! count, it is not read as a prefix.
//!
//! An article is indexed by its words, by their stems in its language, and by the transcription of umlauts. The language
//! of a query is not known, so each of its words is looked for as it stands and by its stem in each language in which there
//! are articles. Scripts without spaces are indexed by pairs of characters; a single character is looked for as the
//! beginning of a pair.

use std::collections::HashSet;

use rust_stemmers::Stemmer;

use crate::article::terms::language::stemmer;
use crate::text::words::{Piece, bigrams, fold, pieces, transcribed};

/// Limits of a query in characters and words; the rest is ignored.
const MAX_CHARS: usize = 200;
const MAX_WORDS: usize = 10;
/// Forms of a word in a query.
const MAX_FORMS: usize = 6;
/// Longer words are left out; PostgreSQL allows 2,046 bytes (its manual, section 12.11).
const MAX_WORD_BYTES: usize = 200;
/// A shorter last word is not a prefix: nearly every article has a word that begins with a given letter.
const SHORTEST_BEGINNING: usize = 2;
/// A shorter stem says too little.
const SHORTEST_STEM: usize = 3;
/// PostgreSQL's index keeps the words of 2^12 articles together.
const BLOCK_BITS: u32 = 12;

/// Adds the words of a text, each with its stems if it is a word of a script with spaces.
fn index(text: &str, stemmer: Option<&Stemmer>, mut add: impl FnMut(String)) {
    for piece in pieces(text) {
        match piece {
            Piece::Word(word) => {
                add(fold(word));
                transcribed(word).into_iter().for_each(&mut add);
                stemmer.and_then(|stemmer| stem(stemmer, word)).into_iter().for_each(&mut add);
            }
            Piece::Run(run) => bigrams(run).map(str::to_owned).for_each(&mut add),
        }
    }
}

/// The folded stem of a word, if it says enough.
fn stem(stemmer: &Stemmer, word: &str) -> Option<String> {
    if word.len() > MAX_WORD_BYTES {
        return None;
    }
    let stem = fold(&stemmer.stem(&word.to_lowercase()));
    stem.chars().nth(SHORTEST_STEM - 1).is_some().then_some(stem)
}

fn is_indexed(word: &str) -> bool {
    !word.is_empty() && word.len() <= MAX_WORD_BYTES
}

/// The folded words of several texts of a language, each word once, separated by spaces.
#[must_use]
pub fn distinct(texts: &[&str], language: &str) -> String {
    let stemmer = stemmer(language);
    let mut seen = HashSet::new();
    let mut distinct = String::new();
    let mut add = |word: String| {
        if is_indexed(&word) && !seen.contains(&word) {
            distinct.push_str(if distinct.is_empty() { "" } else { " " });
            distinct.push_str(&word);
            seen.insert(word);
        }
    };
    for text in texts {
        index(text, stemmer.as_ref(), &mut add);
    }
    distinct
}

/// A word of a query in the forms of which one must occur; the first is the word as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    forms: Vec<String>,
    /// Whether the first form may be a prefix.
    is_open: bool,
}

impl Word {
    fn of(word: &str, stemmers: &[Stemmer]) -> Self {
        let mut forms = vec![fold(word)];
        let others = transcribed(word).into_iter().chain(stemmers.iter().filter_map(|stemmer| stem(stemmer, word)));
        for form in others {
            if forms.len() < MAX_FORMS && !forms.contains(&form) {
                forms.push(form);
            }
        }
        Self { forms, is_open: false }
    }

    /// The words of a run: its pairs, or its one character.
    fn of_run(run: &str) -> impl Iterator<Item = Self> {
        let is_single = run.chars().nth(1).is_none();
        let pairs = bigrams(run).filter(move |pair| is_single || pair.chars().nth(1).is_some());
        pairs.map(move |pair| Self { forms: vec![pair.to_owned()], is_open: is_single })
    }

    fn is_in(&self, there: &str) -> bool {
        let begins = |form: &String| self.is_open && there.starts_with(form.as_str());
        self.forms.first().is_some_and(begins) || self.forms.iter().any(|form| form == there)
    }

    /// Whether a word of an article has one of its stems. Words that begin otherwise are not looked at.
    fn is_stem_of(&self, there: &str, stemmers: &[Stemmer]) -> bool {
        let is_near = |form: &String| form.chars().take(SHORTEST_STEM).eq(there.chars().take(SHORTEST_STEM));
        let is_near = self.forms.first().is_some_and(is_near);
        is_near && stemmers.iter().filter_map(|stemmer| stem(stemmer, there)).any(|stem| self.forms.contains(&stem))
    }
}

/// The words of a query; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    words: Vec<Word>,
    /// In whose stems they are looked for.
    languages: Vec<String>,
}

impl Words {
    /// `languages` are codes.
    #[must_use]
    pub fn of(query: &str, languages: &[String]) -> Self {
        let stemmers = stemmers(languages);
        let end = query.char_indices().nth(MAX_CHARS).map_or(query.len(), |(end, _)| end);
        let mut words = Vec::new();
        let mut ends_in_word = false;
        for piece in pieces(query.get(..end).unwrap_or_default()) {
            ends_in_word = matches!(piece, Piece::Word(_));
            match piece {
                Piece::Word(word) => words.push(Word::of(word, &stemmers)),
                Piece::Run(run) => words.extend(Word::of_run(run)),
            }
        }
        words.retain(|word| word.forms.first().is_some_and(|form| is_indexed(form)));
        let is_cut = words.len() > MAX_WORDS;
        words.truncate(MAX_WORDS);
        if let Some(last) = words.last_mut().filter(|_| ends_in_word && !is_cut) {
            last.is_open = last.forms.first().is_some_and(|form| is_beginning(form));
        }
        Self { words, languages: languages.to_vec() }
    }

    /// The same words, the last one too as a whole word. `None` if it is one anyway.
    #[must_use]
    pub fn closed(&self) -> Option<Self> {
        let mut words = self.words.clone();
        let last = words
            .last_mut()
            .filter(|last| last.is_open && last.forms.first().is_some_and(|form| is_beginning(form)))?;
        last.is_open = false;
        Some(Self { words, languages: self.languages.clone() })
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The number of the words that occur in a text.
    #[must_use]
    pub fn count_in(&self, text: &str) -> usize {
        let stemmers = stemmers(&self.languages);
        let mut missing: Vec<&Word> = self.words.iter().collect();
        index(text, None, |there| missing.retain(|word| !word.is_in(&there) && !word.is_stem_of(&there, &stemmers)));
        self.words.len() - missing.len()
    }

    /// The argument of FTS5's `MATCH`: words as strings, and a star after one that may be a prefix. `AND` is written
    /// out, because there is none by itself beside parentheses.
    #[must_use]
    pub fn for_sqlite(&self) -> String {
        let form = |word: &Word, place: usize, form: &String| format!("\"{form}\"{}", word.end(place, "*"));
        self.joined(" OR ", " AND ", form)
    }

    /// A `tsquery` for the articles of these blocks.
    #[must_use]
    pub fn for_postgres(&self, blocks: impl Iterator<Item = i64>) -> String {
        let of_block = |block: i64| {
            let form = |word: &Word, place: usize, form: &String| {
                format!("'{}'{}", in_block(block, form), word.end(place, ":*"))
            };
            self.joined(" | ", " & ", form)
        };
        blocks.map(of_block).collect::<Vec<_>>().join(" | ")
    }

    /// One of the forms of each word.
    fn joined(&self, or: &str, and: &str, form: impl Fn(&Word, usize, &String) -> String) -> String {
        let alternatives = |word: &Word| {
            let forms = word.forms.iter().enumerate().map(|(place, one)| form(word, place, one));
            let forms: Vec<String> = forms.collect();
            if let [form] = &forms[..] { form.clone() } else { format!("({})", forms.join(or)) }
        };
        self.words.iter().map(alternatives).collect::<Vec<_>>().join(and)
    }
}

impl Word {
    fn end<'a>(&self, place: usize, star: &'a str) -> &'a str {
        if self.is_open && place == 0 { star } else { "" }
    }
}

fn stemmers(languages: &[String]) -> Vec<Stemmer> {
    languages.iter().filter_map(|language| stemmer(language)).collect()
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
            ("Trade talks", r#""trade" AND "talks"*"#, "'0.trade' & '0.talks':*"),
            (
                r#"a"b OR title:x* NEAR("#,
                r#""a" AND "b" AND "or" AND "title" AND "x" AND "near"*"#,
                "'0.a' & '0.b' & '0.or' & '0.title' & '0.x' & '0.near':*",
            ),
            (r"it's a\b", r#""it" AND "s" AND "a" AND "b""#, "'0.it' & '0.s' & '0.a' & '0.b'"),
            ("tra\0de\r\n", r#""tra" AND "de"*"#, "'0.tra' & '0.de':*"),
            (
                "Élysée U\u{308}ber Straße",
                r#""elysee" AND "uber" AND "strasse"*"#,
                "'0.elysee' & '0.uber' & '0.strasse':*",
            ),
            ("Müller", r#"("muller"* OR "mueller")"#, "('0.muller':* | '0.mueller')"),
            ("東京駅 日", r#""東京" AND "京駅" AND "日"*"#, "'0.東京' & '0.京駅' & '0.日':*"),
        ] {
            let words = Words::of(query, &[]);
            assert_eq!((words.for_sqlite().as_str(), words.for_postgres(0..1).as_str()), (sqlite, postgres), "{query}");
        }
        for query in ["", "  ", "\"", "* & | !", "\0", "()", "\u{301}"] {
            assert!(Words::of(query, &[]).is_empty(), "{query}");
        }
        assert!(Words::of(&"word ".repeat(1_000), &[]).words.len() <= MAX_WORDS);
    }

    #[test]
    fn an_article_is_indexed_by_the_same_words_each_once() {
        assert_eq!(distinct(&["It's new", "", "Été-new: it"], ""), "it s new ete");
        assert_eq!(distinct(&["Talks, Müller"], "en"), "talks talk muller mueller");
        assert_eq!(distinct(&["東京駅"], "ja"), "東京 京駅 駅");
        assert!(distinct(&[&"x".repeat(MAX_WORD_BYTES + 1)], "en").is_empty());
        assert_eq!(for_postgres_index(10_000, "it s"), "2.it 2.s");
        assert_eq!(Words::of("it s", &[]).for_postgres(1..3), "'1.it' & '1.s' | '2.it' & '2.s'");
    }

    #[test]
    fn words_are_found_by_their_beginning_their_stem_and_their_transcription() {
        for (query, text, count) in [
            ("trade tal", "Talks on trade", 2),
            ("tra talks", "Talks on trade", 1),
            ("t", "Talks on trade", 0),
            ("talking", "Talks on trade", 1),
            ("Häuser", "Ein Haus am Meer", 1),
            ("Mueller", "Herr Müller", 1),
            ("uber", "Über", 1),
            ("京", "東京駅", 1),
            ("京都", "東京駅", 0),
            ("", "Talks", 0),
        ] {
            let languages = ["en", "de"].map(str::to_owned);
            assert_eq!(Words::of(query, &languages).count_in(text), count, "{query}");
        }
        let talks = Words::of("talks", &["en".to_owned()]);
        assert_eq!(talks.for_sqlite(), r#"("talks"* OR "talk")"#);
    }
}
