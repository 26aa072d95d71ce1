//! The terms of an article, by which it is compared. Pure.

pub mod language;
pub mod spelling;
mod stop;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use rust_stemmers::Stemmer;

use crate::text::words::{Piece, bigrams, pieces};
use stop::{by_function_words, stop_words};

/// Terms stored for an article: the most frequent ones.
const MAX_TERMS: usize = 100;

/// Longest word.
const MAX_TERM_BYTES: usize = 60;

/// How the words of a language become terms: lower case, numbers in digits, no stop words, endings cut. Scripts without
/// spaces are cut into pairs of characters.
pub struct Lexicon {
    stemmer: Option<Stemmer>,
    stop: HashSet<&'static str>,
}

impl Lexicon {
    /// `language` is a tag such as `en` or `de-CH`; empty for an unknown one, of which nothing is left out or cut.
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self { stop: stop_words(language).split_whitespace().collect(), stemmer: language::stemmer(language) }
    }

    /// That of a text: of its language, or if that was not recognised, of the one whose function words it has.
    #[must_use]
    pub fn of(text: &str, language: Option<&str>) -> Self {
        Self::new(language.or_else(|| by_function_words(text)).unwrap_or_default())
    }

    /// The terms of a text, in order.
    pub fn terms(&self, text: &str) -> impl Iterator<Item = String> {
        let lower = spelling::without_dots(text).to_lowercase();
        let mut terms = Vec::new();
        for piece in pieces(&lower) {
            match piece {
                Piece::Word(word) => terms.extend(self.term(word)),
                Piece::Run(run) => {
                    terms.extend(bigrams(run).filter(|pair| pair.chars().count() > 1).map(str::to_owned));
                }
            }
        }
        terms.into_iter()
    }

    fn term(&self, word: &str) -> Option<String> {
        let word = spelling::digits(word);
        let is_number = word.starts_with(char::is_numeric);
        let is_term = (is_number || word.chars().nth(1).is_some()) && word.len() <= MAX_TERM_BYTES;
        let stem = |word| self.stemmer.as_ref().map_or(Cow::Borrowed(word), |stemmer| stemmer.stem(word));
        (is_term && !self.stop.contains(word)).then(|| stem(word).into_owned())
    }
}

/// Terms with their counts, sorted by term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(pub Vec<(String, u32)>);

impl Terms {
    /// The terms of a text; of equally frequent ones, the first are kept.
    #[must_use]
    pub fn of(text: &str, lexicon: &Lexicon) -> Self {
        let mut counts: HashMap<String, (u32, usize)> = HashMap::new();
        for (at, term) in lexicon.terms(text).enumerate() {
            let (count, _) = counts.entry(term).or_insert((0, at));
            *count = count.saturating_add(1);
        }
        let mut counts: Vec<(String, (u32, usize))> = counts.into_iter().collect();
        counts.sort_by(|(_, (a, first_a)), (_, (b, first_b))| b.cmp(a).then(first_a.cmp(first_b)));
        counts.truncate(MAX_TERMS);
        let mut terms: Vec<(String, u32)> = counts.into_iter().map(|(term, (count, _))| (term, count)).collect();
        terms.sort();
        Self(terms)
    }

    fn count(&self, term: &str) -> Option<u32> {
        let place = self.0.binary_search_by(|(own, _)| own.as_str().cmp(term)).ok()?;
        self.0.get(place).map(|(_, count)| *count)
    }

    #[must_use]
    pub fn has(&self, term: &str) -> bool {
        self.count(term).is_some()
    }

    /// The cosine of the angle between the vectors of two articles, whose weights grow with the logarithm of the count:
    /// 0 for no common term, 1 for the same ones in the same proportions.
    #[must_use]
    pub fn like(&self, other: &Self) -> f64 {
        let shared = self.0.iter().filter_map(|(term, count)| Some(weight(*count) * weight(other.count(term)?)));
        let length = |terms: &Self| terms.0.iter().map(|(_, count)| weight(*count).powi(2)).sum::<f64>().sqrt();
        let lengths = length(self) * length(other);
        if lengths > 0.0 { shared.sum::<f64>() / lengths } else { 0.0 }
    }

    /// The share of these terms that another article has too, by their weights.
    #[must_use]
    pub fn share_in(&self, other: &Self) -> f64 {
        let sum = |all: bool| {
            let terms = self.0.iter().filter(|(term, _)| all || other.has(term));
            terms.map(|(_, count)| weight(*count)).sum::<f64>()
        };
        let all = sum(true);
        if all > 0.0 { sum(false) / all } else { 0.0 }
    }

    /// The format of [`Terms::parse`]: `trade:2 talk`, without counts of one.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (term, count) in &self.0 {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(term);
            if *count > 1 {
                // Writing to a String cannot fail.
                let _ = write!(text, ":{count}");
            }
        }
        text
    }

    #[must_use]
    pub fn parse(text: &str) -> Self {
        let term = |part: &str| match part.split_once(':') {
            Some((term, count)) => (term.to_owned(), count.parse().unwrap_or(1)),
            None => (part.to_owned(), 1),
        };
        let mut terms: Vec<(String, u32)> = text.split_whitespace().map(term).collect();
        terms.sort();
        Self(terms)
    }
}

fn weight(count: u32) -> f64 {
    1.0 + f64::from(count.max(1)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_terms() {
        for (text, language, expected) in [
            ("The trade talks: talks on TRADE!", "en", "talk:2 trade:2"),
            ("Die Wahlen und die Wahl", "de", "wahl:2"),
            ("Les élections de l’été", "fr-CA", "élect"),
            ("東京で地震", "ja", "で地 京で 地震 東京"),
            ("the talks", "xx", "talks the"),
            ("  ", "en", ""),
        ] {
            let terms = Terms::of(text, &Lexicon::new(language));
            assert_eq!(terms.to_text(), expected, "{text}");
            assert_eq!(Terms::parse(expected), terms, "{text}");
        }
        assert_eq!(Terms::of("Five in the U.S., 5 hurt", &Lexicon::new("en")).to_text(), "5:2 hurt us");
        let many = (0..1000).fold(String::new(), |text, n| text + " word" + n.to_string().as_str());
        assert_eq!(Terms::of(&many, &Lexicon::new("en")).0.len(), MAX_TERMS);
    }
}
