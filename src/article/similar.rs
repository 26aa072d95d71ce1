//! Similar News: articles about the same matter, by the words that they share.
//!
//! TF-IDF with cosine similarity (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988): a
//! word counts the more the rarer it is among all articles, and the logarithm of how often it comes here. Pure: the
//! caller brings the articles.

use std::collections::HashMap;

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
const MAX_TERMS: usize = 100;

/// What is longer is no word but an encoded something.
const MAX_TERM_BYTES: usize = 60;

/// The language (`en`, `de` or `fr`) whose small words a text uses most; empty where it uses none of them.
#[must_use]
pub fn language_of(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(500).collect();
    let hits = |language: &str| {
        let stop: Vec<&str> = stop_words(language).split_whitespace().collect();
        words.iter().filter(|word| stop.contains(word)).count()
    };
    let best = ["fr", "de", "en"].into_iter().map(|language| (hits(language), language)).max_by_key(|(hits, _)| *hits);
    best.filter(|(hits, _)| *hits > 0).map_or("", |(_, language)| language)
}

/// The words of a text with how often each comes, sorted by word: in lower case, without stop words, plural and similar
/// endings cut; of equally frequent words, those that come first are kept. `language` is a tag such as `en` or `de-CH`; for languages other than English, German and French
/// nothing is left out or cut.
#[must_use]
pub fn terms(text: &str, language: &str) -> Vec<(String, u32)> {
    let language = language.get(..2).unwrap_or_default().to_ascii_lowercase();
    let stop: Vec<&str> = stop_words(&language).split_whitespace().collect();
    let mut counts: HashMap<String, (u32, usize)> = HashMap::new();
    for (at, word) in text.to_lowercase().split(|c: char| !c.is_alphanumeric()).enumerate() {
        if word.chars().nth(1).is_none() || word.len() > MAX_TERM_BYTES || stop.contains(&word) {
            continue;
        }
        let (count, _) = counts.entry(stem(word, &language).to_owned()).or_insert((0, at));
        *count = count.saturating_add(1);
    }
    let mut found: Vec<(String, (u32, usize))> = counts.into_iter().collect();
    found.sort_by(|(_, (a, first_a)), (_, (b, first_b))| b.cmp(a).then(first_a.cmp(first_b)));
    found.truncate(MAX_TERMS);
    let mut terms: Vec<(String, u32)> = found.into_iter().map(|(term, (count, _))| (term, count)).collect();
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
    /// Of a term that was not counted.
    otherwise: u32,
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

    /// Of terms that were counted already, among so many articles; any other term counts as the median of them.
    #[must_use]
    pub fn counted(articles: u32, with_term: HashMap<String, u32>) -> Self {
        let mut counts: Vec<u32> = with_term.values().copied().collect();
        counts.sort_unstable();
        let otherwise = counts.get(counts.len() / 2).copied().unwrap_or(1);
        Self { articles, with_term, otherwise }
    }

    /// What one term of an article weighs: `(1 + ln tf) * ln(1 + N / df)`.
    fn weight(&self, term: &str, count: u32) -> f64 {
        let with_term = f64::from(self.with_term.get(term).copied().unwrap_or(self.otherwise).max(1));
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
        assert_eq!(
            of(&(0..1000).fold(String::new(), |text, n| text + " word" + n.to_string().as_str())).len(),
            MAX_TERMS
        );
    }

    #[test]
    fn the_language_is_that_of_the_small_words() {
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
