//! A set of articles that are compared with one another by their common words. Pure.
//!
//! TF-IDF with cosine similarity (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988): a
//! word weighs more the rarer it is in the set, and grows with the logarithm of its count in the article.

use std::collections::HashMap;

use crate::article::terms::Terms;

/// Least similarity; less is chance.
const LEAST: f64 = 0.05;

/// Articles, identified by their index in the given order.
#[derive(Debug, Default)]
pub struct Window {
    /// The terms of each article by number, with weights; each list is a unit vector.
    vectors: Vec<Vec<(usize, f64)>>,
    /// The articles of each term, with the same weights.
    postings: Vec<Vec<(usize, f64)>>,
}

impl Window {
    #[must_use]
    pub fn new<'a>(articles: impl IntoIterator<Item = &'a Terms>) -> Self {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut counts: Vec<Vec<(usize, u32)>> = Vec::new();
        for terms in articles {
            let mut numbered = Vec::with_capacity(terms.0.len());
            for (term, count) in &terms.0 {
                let next = numbers.len();
                numbered.push((*numbers.entry(term).or_insert(next), *count));
            }
            counts.push(numbered);
        }
        let mut with_term = vec![0_u32; numbers.len()];
        for (number, _) in counts.iter().flatten() {
            if let Some(articles) = with_term.get_mut(*number) {
                *articles += 1;
            }
        }
        let all = u32::try_from(counts.len()).map_or(f64::from(u32::MAX), f64::from);
        let rarity: Vec<f64> = with_term.iter().map(|articles| (all / f64::from(*articles)).ln_1p()).collect();
        let vectors: Vec<Vec<(usize, f64)>> = counts.iter().map(|terms| vector(terms, &rarity)).collect();
        let mut postings = vec![Vec::new(); numbers.len()];
        for (place, vector) in vectors.iter().enumerate() {
            for (number, weight) in vector {
                if let Some(postings) = postings.get_mut(*number) {
                    postings.push((place, *weight));
                }
            }
        }
        Self { vectors, postings }
    }

    /// The similarity of an article with each of the set: 0 for no common word, 1 for the same words in the same
    /// proportions.
    fn similarities(&self, place: usize) -> Vec<f64> {
        let mut similarities = vec![0.0; self.vectors.len()];
        for (number, weight) in self.vectors.get(place).into_iter().flatten() {
            for (other, other_weight) in self.postings.get(*number).into_iter().flatten() {
                if let Some(similarity) = similarities.get_mut(*other) {
                    *similarity += weight * other_weight;
                }
            }
        }
        similarities
    }

    /// The `count` articles most similar to the one at `place`, with their similarity: the most similar first, of
    /// equals the last. Only `eligible` ones with more than a chance similarity count.
    #[must_use]
    pub fn most_similar(&self, place: usize, count: usize, eligible: impl Fn(usize) -> bool) -> Vec<(usize, f64)> {
        let similarities = self.similarities(place).into_iter().enumerate();
        let mut found: Vec<(usize, f64)> =
            similarities.filter(|(other, like)| *like >= LEAST && *other != place && eligible(*other)).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
        found.truncate(count);
        found
    }
}

/// The weight of each term of an article, `(1 + ln tf) * ln(1 + N / df)`, scaled to a unit vector.
fn vector(terms: &[(usize, u32)], rarity: &[f64]) -> Vec<(usize, f64)> {
    let weight = |(number, count): &(usize, u32)| {
        let rarity = rarity.get(*number).copied().unwrap_or_default();
        (*number, (1.0 + f64::from((*count).max(1)).ln()) * rarity)
    };
    let mut vector: Vec<(usize, f64)> = terms.iter().map(weight).collect();
    let length = vector.iter().map(|(_, weight)| weight.powi(2)).sum::<f64>().sqrt();
    for (_, weight) in &mut vector {
        *weight /= length;
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::terms::Lexicon;

    fn window(texts: &[&str]) -> Window {
        let terms: Vec<Terms> = texts.iter().map(|text| Terms::of(text, &Lexicon::new("en"))).collect();
        Window::new(&terms)
    }

    #[test]
    fn articles_on_the_same_subject_come_first() {
        let window = window(&[
            "Trade talks between China and the US open in Malaysia",
            "China warns US before trade talks in Kuala Lumpur, Malaysia",
            "Central bank leaves rates unchanged",
            "US central bank chief on trade",
            "Football: late goal decides the cup",
        ]);
        let places = |count, eligible: fn(usize) -> bool| {
            window.most_similar(0, count, eligible).into_iter().map(|(place, _)| place).collect::<Vec<_>>()
        };
        assert_eq!(places(3, |_| true), [1, 3]);
        assert_eq!(places(1, |_| true), [1]);
        assert_eq!(places(3, |place| place != 1), [3]);
        assert!(window.most_similar(4, 3, |_| true).is_empty());
        assert!(window.most_similar(9, 3, |_| true).is_empty());
    }

    #[test]
    fn similarity_is_symmetric_and_between_zero_and_one() {
        let window = window(&["trade talks in malaysia", "malaysia hosts talks", "football", ""]);
        let like = |a: usize, b: usize| window.similarities(a)[b];
        assert!((like(0, 0) - 1.0).abs() < 1e-9);
        assert!((like(0, 1) - like(1, 0)).abs() < 1e-12 && like(0, 1) > LEAST);
        assert!(like(0, 2).abs() < 1e-12 && like(3, 0).abs() < 1e-12);
    }

    #[test]
    fn a_rare_word_weighs_more_than_a_common_one() {
        let others: Vec<String> = (0..10).map(|n| format!("election report{n}")).collect();
        let texts: Vec<&str> = ["election malaysia", "malaysia summit", "election summit"]
            .into_iter()
            .chain(others.iter().map(String::as_str))
            .collect();
        let similarities = window(&texts).similarities(0);
        assert!(similarities[1] > similarities[2]);
    }

    #[test]
    fn among_equals_the_last_comes_first() {
        let window = window(&["trade talks", "football", "trade talks", "trade talks"]);
        let places: Vec<usize> = window.most_similar(0, 2, |_| true).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, [3, 2]);
    }
}
