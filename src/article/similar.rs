//! Similar News: articles about the same matter, by the words that they share.
//!
//! TF-IDF with cosine similarity (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988): a
//! word counts the more the rarer it is among all articles, and the logarithm of how often it comes here. Pure: the
//! caller brings the articles, such as the newest thousand.

use std::collections::{BTreeMap, HashMap};

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

/// Terms of an article that are kept, the most frequent first: enough to compare, little enough to store.
const MAX_TERMS: usize = 200;

/// The words of a text with how often each comes, sorted by word: in lower case, without stop words, plural and similar
/// endings cut. `language` is a tag such as `en` or `de-CH`; for languages other than English, German and French
/// nothing is left out or cut.
#[must_use]
pub fn terms(text: &str, language: &str) -> Vec<(String, u32)> {
    let language = language.get(..2).unwrap_or_default().to_ascii_lowercase();
    let stop: Vec<&str> = stop_words(&language).split_whitespace().collect();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
        if word.chars().nth(1).is_none() || stop.contains(&word) {
            continue;
        }
        let count = counts.entry(stem(word, &language).to_owned()).or_default();
        *count = count.saturating_add(1);
    }
    let mut terms: Vec<(String, u32)> = counts.into_iter().collect();
    terms.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    terms.truncate(MAX_TERMS);
    terms.sort();
    terms
}

fn stop_words(language: &str) -> &'static str {
    match language {
        "en" => STOP_ENGLISH,
        "de" => STOP_GERMAN,
        "fr" => STOP_FRENCH,
        _ => "",
    }
}

/// Cuts the first ending that fits, as long as four letters stay.
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

/// In how many of so many articles each term comes.
#[derive(Debug, Clone, Default)]
pub struct Frequencies {
    articles: u32,
    with_term: HashMap<String, u32>,
}

impl Frequencies {
    /// Counts over the terms of all articles that are compared.
    pub fn of<'a>(articles: impl IntoIterator<Item = &'a [(String, u32)]>) -> Self {
        let mut frequencies = Self::default();
        for terms in articles {
            frequencies.articles += 1;
            for (term, _) in terms {
                *frequencies.with_term.entry(term.clone()).or_default() += 1;
            }
        }
        frequencies
    }

    /// What one term of an article weighs: `(1 + ln tf) * ln(1 + N / df)`.
    fn weight(&self, term: &str, count: u32) -> f64 {
        let with_term = f64::from(self.with_term.get(term).copied().unwrap_or(1).max(1));
        (1.0 + f64::from(count.max(1)).ln()) * (f64::from(self.articles.max(1)) / with_term).ln_1p()
    }

    fn length(&self, terms: &[(String, u32)]) -> f64 {
        terms.iter().map(|(term, count)| self.weight(term, *count).powi(2)).sum::<f64>().sqrt()
    }
}

/// How much two articles have in common: 0 for nothing, 1 for the same words in the same proportions. Both lists must
/// be sorted by term, as [`terms`] returns them.
#[must_use]
pub fn similarity(a: &[(String, u32)], b: &[(String, u32)], frequencies: &Frequencies) -> f64 {
    let shared = a.iter().filter_map(|(term, count)| {
        let at = b.binary_search_by(|(other, _)| other.cmp(term)).ok()?;
        let (_, other) = b.get(at)?;
        Some(frequencies.weight(term, *count) * frequencies.weight(term, *other))
    });
    let product: f64 = shared.sum();
    let lengths = frequencies.length(a) * frequencies.length(b);
    if lengths > 0.0 { (product / lengths).min(1.0) } else { 0.0 }
}

/// The `count` candidates most like `article`, the most alike first, none below `least` (0.05 leaves out what shares
/// only common words). Candidates are pairs of a key and terms; equal ones keep their order.
pub fn most_similar<'a, K: Copy>(
    article: &[(String, u32)],
    candidates: impl IntoIterator<Item = (K, &'a [(String, u32)])>,
    frequencies: &Frequencies,
    count: usize,
    least: f64,
) -> Vec<(K, f64)> {
    let alike = candidates.into_iter().map(|(key, terms)| (key, similarity(article, terms, frequencies)));
    let mut found: Vec<(K, f64)> = alike.filter(|(_, similarity)| *similarity >= least).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found.truncate(count);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, u32)> {
        terms(text, "en")
    }

    #[test]
    fn a_text_is_cut_into_terms() {
        for (text, language, expected) in [
            ("The trade talks: talks on TRADE!", "en", vec![("talk", 2), ("trade", 2)]),
            ("Die Wahlen und die Wahl", "de", vec![("wahl", 2)]),
            ("Les élections de l’été", "fr-CA", vec![("élection", 1)]),
            ("the talks", "xx", vec![("talks", 1), ("the", 1)]),
            ("  ", "en", vec![]),
        ] {
            let expected: Vec<(String, u32)> = expected.into_iter().map(|(term, n)| (term.to_owned(), n)).collect();
            assert_eq!(terms(text, language), expected, "{text}");
        }
        assert_eq!(of(&(0..1000).fold(String::new(), |text, n| text + " word" + &n.to_string())).len(), MAX_TERMS);
    }

    #[test]
    fn articles_on_one_matter_come_first() {
        let texts = [
            "Trade talks between China and the US open in Malaysia",
            "China warns US before trade talks in Kuala Lumpur, Malaysia",
            "Central bank leaves rates unchanged",
            "US central bank chief on trade",
            "Football: late goal decides the cup",
        ];
        let all: Vec<Vec<(String, u32)>> = texts.iter().map(|text| of(text)).collect();
        let frequencies = Frequencies::of(all.iter().map(Vec::as_slice));
        let candidates = all.iter().map(Vec::as_slice).enumerate().skip(1);
        let found = most_similar(&all[0], candidates, &frequencies, 3, 0.01);
        let order: Vec<usize> = found.iter().map(|(key, _)| *key).collect();
        assert_eq!(order, [1, 3]);
    }

    #[test]
    fn similarity_lies_between_nothing_and_one_and_goes_both_ways() {
        let (a, b, c) = (of("trade talks in malaysia"), of("malaysia hosts talks"), of("football"));
        let frequencies = Frequencies::of([a.as_slice(), b.as_slice(), c.as_slice()]);
        assert!((similarity(&a, &a, &frequencies) - 1.0).abs() < 1e-9);
        assert!((similarity(&a, &b, &frequencies) - similarity(&b, &a, &frequencies)).abs() < 1e-12);
        assert!(similarity(&a, &c, &frequencies).abs() < 1e-12);
        assert!(similarity(&[], &a, &frequencies).abs() < 1e-12);
    }

    #[test]
    fn a_rare_word_says_more_than_a_common_one() {
        let (a, rare, common) = (of("election malaysia"), of("malaysia summit"), of("election summit"));
        let others: Vec<_> = (0..10).map(|n| of(&format!("election report{n}"))).collect();
        let all = [&a, &rare, &common].into_iter().chain(&others);
        let frequencies = Frequencies::of(all.map(Vec::as_slice));
        assert!(similarity(&a, &rare, &frequencies) > similarity(&a, &common, &frequencies));
    }
}
