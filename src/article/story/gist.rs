//! What an article is about, in a few words: those of its title, and the names and numbers with which it begins. Two
//! reports of one event agree in them whatever their wording; two fires in two cities do not.
//!
//! A name is a word with a capital letter that does not begin a sentence. In a title of capitals, and in scripts without
//! them, there are none.

use std::collections::BTreeSet;

use super::title;
use crate::article::terms::Lexicon;
use crate::article::terms::spelling::{digits, without_dots};
use crate::text::words::{Piece, pieces};

/// Days of the week, in which reports of one event differ.
const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag \
    samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche";
/// A title has no case if so many words in a row have a capital letter, and no other word of more letters than
/// [`SHORT`] has none.
const CAPITALS: usize = 2;
const SHORT: usize = 3;

/// All words as [`crate::article::terms::Terms`] has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gist {
    /// Of the title.
    pub title: BTreeSet<String>,
    /// Names and numbers of the title and of the beginning of the text.
    pub facts: BTreeSet<String>,
}

impl Gist {
    #[must_use]
    pub fn of(title: &str, beginning: &str, lexicon: &Lexicon) -> Self {
        let core = without_dots(title::core(title));
        let mut facts = facts(&core, lexicon);
        let days: BTreeSet<String> = lexicon.terms(DAYS).collect();
        facts.extend(self::facts(&without_dots(beginning), lexicon).into_iter().filter(|fact| !days.contains(fact)));
        Self { title: lexicon.terms(&core).collect(), facts }
    }

    /// The format of [`Gist::parse`].
    #[must_use]
    pub fn to_text(&self) -> String {
        let words = |words: &BTreeSet<String>| words.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        format!("{}|{}", words(&self.title), words(&self.facts))
    }

    #[must_use]
    pub fn parse(text: &str) -> Self {
        let (title, facts) = text.split_once('|').unwrap_or_default();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Self { title: words(title), facts: words(facts) }
    }

    /// Words of the title that are names or numbers in either article.
    pub fn title_facts<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a String> {
        self.title.iter().filter(|word| self.facts.contains(*word) || other.facts.contains(*word))
    }
}

/// The names and numbers of a text.
fn facts(text: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let words = words(text);
    let inner = || words.iter().filter(|(_, begins)| !begins).map(|(word, _)| *word);
    let (capital, small): (Vec<&str>, Vec<&str>) = inner().partition(|word| word.starts_with(char::is_uppercase));
    let has_case = capital.len() < CAPITALS || small.iter().any(|word| word.chars().nth(SHORT).is_some());
    let is_fact = |(word, begins): &&(&str, bool)| {
        word.starts_with(char::is_numeric)
            || is_number(word)
            || (has_case && !begins && word.starts_with(char::is_uppercase))
    };
    words.iter().filter(is_fact).flat_map(|(word, _)| lexicon.terms(word)).collect()
}

fn is_number(word: &str) -> bool {
    digits(&word.to_lowercase()).starts_with(|c: char| c.is_ascii_digit())
}

/// The words of a text, each with whether it begins a sentence or a part of a title.
fn words(text: &str) -> Vec<(&str, bool)> {
    let mut words = Vec::new();
    let mut begins = true;
    for chunk in text.split_whitespace() {
        let mut parts = pieces(chunk).map(|(Piece::Word(part) | Piece::Run(part))| part);
        let Some(first) = parts.next() else {
            begins = begins || chunk.contains(['-', '–', '—', '|']);
            continue;
        };
        words.push((first, begins));
        words.extend(parts.map(|word| (word, false)));
        let end = chunk.trim_end_matches(['"', '”', '’', '\'', '»', '«', '“', ')', ']']);
        begins = end.ends_with(['.', '!', '?', ':', ';', '…']);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_recognised() {
        let facts = |text: &str| {
            let found = facts(text, &Lexicon::new("en"));
            found.into_iter().collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("Fire in Leeds: Five injured. Police said Monday", "5 leed monday"),
            ("Two Hurt As Tower Burns", "2"),
            ("DAM BURSTS IN INDIA", ""),
            ("Norland's 3-1 win over Estmark – Vik scores", "1 3 estmark"),
            ("地震", ""),
            ("", ""),
        ] {
            assert_eq!(facts(text), expected, "{text}");
        }
    }

    #[test]
    fn a_gist_is_read_back() {
        let gist =
            Gist::of("BREAKING: Fire in Leeds - The Wire", "On Monday 5 died in Headingley.", &Lexicon::new("en"));
        assert_eq!(gist.to_text(), "fire leed|5 headingley leed");
        assert_eq!(Gist::parse(&gist.to_text()), gist);
        assert_eq!(Gist::parse(""), Gist::default());
    }
}
