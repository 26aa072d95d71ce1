//! The terms of an article, by which it is compared. Pure.

pub mod spelling;

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

const STOP_ENGLISH: &str = "a about after all also an and any are as at be because been but by can could did do for \
    from had has have he her his how i if in into is it its just like more most new no not of on one or other our out \
    over said say says she should so some than that the their them then there they this to two up was we were what when \
    which who will with would you your";
const STOP_GERMAN: &str = "aber als am an auch auf aus bei bis da dann das dass dem den der des die durch ein eine einem \
    einen einer eines er es für hat hatte ich im in ist ja kann man mehr mit nach nicht noch nur oder sagte sein seine \
    sich sie sind so über um und uns von vor war was wenn werden wie wir wird wurde zu zum zur";
const STOP_FRENCH: &str = "a à ai au aux avec c ce ces cette d dans de des du elle elles en est et être eu fait il ils je \
    l la le les leur leurs mais me même n ne nous on ont ou où par pas plus pour qu que qui s sa sans se ses si son sont \
    sur un une vous y été";

/// Terms stored for an article: the most frequent ones.
const MAX_TERMS: usize = 100;

/// Longest word.
const MAX_TERM_BYTES: usize = 60;

/// How the words of a language become terms: lower case, numbers in digits, no stop words, plural and similar endings
/// cut. For languages other than English, German and French nothing is left out or cut.
#[derive(Clone, Debug)]
pub struct Lexicon {
    language: String,
    stop: HashSet<&'static str>,
}

impl Lexicon {
    /// `language` is a tag such as `en` or `de-CH`.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let language = language.get(..2).unwrap_or_default().to_ascii_lowercase();
        Self { stop: stop_words(&language).split_whitespace().collect(), language }
    }

    /// The terms of a text, in order.
    pub fn terms(&self, text: &str) -> impl Iterator<Item = String> {
        let lower = spelling::without_dots(text).to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter_map(|word| self.term(word));
        words.collect::<Vec<String>>().into_iter()
    }

    fn term(&self, word: &str) -> Option<String> {
        let word = spelling::digits(word);
        let is_number = word.starts_with(char::is_numeric);
        let is_term = (is_number || word.chars().nth(1).is_some()) && word.len() <= MAX_TERM_BYTES;
        (is_term && !self.stop.contains(word)).then(|| stem(word, &self.language).to_owned())
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

/// The language (`en`, `de` or `fr`) whose function words are most frequent in a text; empty if it has none.
#[must_use]
pub fn language_of(text: &str) -> &'static str {
    let start = text.char_indices().nth(5_000).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    let lower = start.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(500).collect();
    let hits = |language: &str| {
        let stop: HashSet<&str> = stop_words(language).split_whitespace().collect();
        words.iter().filter(|word| stop.contains(*word)).count()
    };
    let best = ["fr", "de", "en"].into_iter().map(|language| (hits(language), language)).max_by_key(|(hits, _)| *hits);
    best.filter(|(hits, _)| *hits > 0).map_or("", |(_, language)| language)
}

fn stop_words(language: &str) -> &'static str {
    match language {
        "en" => STOP_ENGLISH,
        "de" => STOP_GERMAN,
        "fr" => STOP_FRENCH,
        _ => "",
    }
}

/// Cuts the first ending that fits if at least four letters stay.
fn stem<'a>(word: &'a str, language: &str) -> &'a str {
    let endings: &[&str] = match language {
        "en" => &["ings", "ing", "ies", "ed", "es", "s", "y"],
        "de" => &["ungen", "ung", "ern", "en", "em", "er", "es", "e", "n", "s"],
        "fr" => &["ements", "ement", "es", "s", "e"],
        _ => &[],
    };
    let cut = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.chars().nth(3).is_some()));
    cut.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_terms() {
        for (text, language, expected) in [
            ("The trade talks: talks on TRADE!", "en", "talk:2 trade:2"),
            ("Die Wahlen und die Wahl", "de", "wahl:2"),
            ("Les élections de l’été", "fr-CA", "élection"),
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

    #[test]
    fn the_language_is_recognised_by_its_function_words() {
        for (text, expected) in [
            ("The minister said that the talks were not over", "en"),
            ("Der Minister sagte, dass die Gespräche nicht vorbei sind", "de"),
            ("Le ministre a dit que les pourparlers ne sont pas finis", "fr"),
            ("Министр", ""),
            ("", ""),
        ] {
            assert_eq!(language_of(text), expected, "{text}");
        }
    }
}
