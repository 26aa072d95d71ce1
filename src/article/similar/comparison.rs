//! The comparison of articles that are due with those around them. Pure.

use std::collections::{HashMap, HashSet};

use super::terms::Terms;
use super::window::Window;
use crate::clock::Timestamp;

/// Similar articles stored for an article.
const KEPT: usize = 6;

/// An article of a comparison.
#[derive(Clone, Debug)]
pub struct Compared {
    pub id: i64,
    /// Whether it is listed, and so may be similar to another.
    pub is_listed: bool,
    pub terms: Terms,
    pub topics: Vec<i64>,
}

/// Articles that are due, and those that they are compared with.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// With the time at which each became due.
    pub due: Vec<(i64, Timestamp)>,
    /// Sorted by id.
    pub articles: Vec<Compared>,
}

/// A pair of articles by their ids, and their similarity from 0 to 1.
pub type Pair = (i64, i64, f64);

impl Comparison {
    /// The similar articles of each article that is due, the most similar first. If they are few, the newest of the
    /// same topics follow, with a similarity of 0.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        let window = Window::new(self.articles.iter().map(|article| &article.terms));
        let due: HashSet<i64> = self.due.iter().map(|(id, _)| *id).collect();
        let by_topic = self.by_topic();
        let is_listed = |place: usize| self.articles.get(place).is_some_and(|article| article.is_listed);
        let mut pairs = Vec::new();
        for (place, article) in self.articles.iter().enumerate().filter(|(_, article)| due.contains(&article.id)) {
            let mut similar = window.most_similar(place, KEPT, is_listed);
            let chosen: HashSet<usize> = similar.iter().map(|(place, _)| *place).chain([place]).collect();
            let neighbours = neighbours(&article.topics, &by_topic, &chosen, KEPT - similar.len());
            similar.extend(neighbours.into_iter().map(|place| (place, 0.0)));
            let other = |(place, like): (usize, f64)| Some((article.id, self.articles.get(place)?.id, like));
            pairs.extend(similar.into_iter().filter_map(other));
        }
        pairs
    }

    /// The indices of the listed articles of each topic.
    fn by_topic(&self) -> HashMap<i64, Vec<usize>> {
        let mut by_topic: HashMap<i64, Vec<usize>> = HashMap::new();
        for (place, article) in self.articles.iter().enumerate().filter(|(_, article)| article.is_listed) {
            for topic in &article.topics {
                by_topic.entry(*topic).or_default().push(place);
            }
        }
        by_topic
    }
}

/// The last `count` articles of these topics that are not chosen yet.
fn neighbours(
    topics: &[i64],
    by_topic: &HashMap<i64, Vec<usize>>,
    chosen: &HashSet<usize>,
    count: usize,
) -> Vec<usize> {
    let last_of = |topic: &i64| {
        let places = by_topic.get(topic).into_iter().flatten().rev();
        places.filter(|place| !chosen.contains(place)).take(count).copied()
    };
    let mut neighbours: Vec<usize> = topics.iter().flat_map(last_of).collect();
    neighbours.sort_unstable_by(|a, b| b.cmp(a));
    neighbours.dedup();
    neighbours.truncate(count);
    neighbours
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: i64, text: &str, topics: &[i64], is_listed: bool) -> Compared {
        Compared { id, is_listed, terms: Terms::of(text, "en"), topics: topics.to_vec() }
    }

    #[test]
    fn few_similar_articles_are_followed_by_the_newest_of_the_topics() {
        let comparison = Comparison {
            due: vec![(4, Timestamp(0)), (9, Timestamp(0))],
            articles: vec![
                article(1, "trade talks in malaysia", &[1], true),
                article(2, "trade talks in malaysia", &[1], false),
                article(3, "rare orchids bloom", &[1], true),
                article(4, "trade talks begin", &[1, 2], true),
                article(5, "late goal decides the cup", &[2], true),
                article(6, "something else", &[3], true),
                article(9, "harbour lights", &[], true),
            ],
        };
        let pairs: Vec<(i64, i64, bool)> =
            comparison.pairs().into_iter().map(|(id, other, like)| (id, other, like > 0.0)).collect();
        assert_eq!(pairs, [(4, 1, true), (4, 5, false), (4, 3, false)]);
    }
}
