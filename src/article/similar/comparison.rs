//! The comparison of articles that are due with those around them: which are similar, and which are the same story. Pure.

use std::collections::{HashMap, HashSet};

use super::window::Window;
use crate::article::story::{Story, same_story};
use crate::clock::Timestamp;

/// Similar articles stored for an article.
const KEPT: usize = 6;

/// An article of a comparison.
#[derive(Clone, Debug)]
pub struct Compared {
    pub id: i64,
    /// Whether it is listed, and so may be similar to another.
    pub is_listed: bool,
    pub topics: Vec<i64>,
    pub source: String,
    pub story: Story,
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

/// The result of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Likenesses {
    /// The similar articles of each article that is due, the most similar first. If they are few, the newest of the same
    /// topics follow, with a similarity of 0.
    pub similar: Vec<Pair>,
    /// Listed articles that are due, each with a similar one of another source that is the same story.
    pub same: Vec<(i64, i64)>,
}

impl Comparison {
    #[must_use]
    pub fn likenesses(&self) -> Likenesses {
        let window = Window::new(self.articles.iter().map(|article| &article.story.terms));
        let due: HashSet<i64> = self.due.iter().map(|(id, _)| *id).collect();
        let by_topic = self.by_topic();
        let is_listed = |place: usize| self.articles.get(place).is_some_and(|article| article.is_listed);
        let mut found = Likenesses::default();
        for (place, article) in self.articles.iter().enumerate().filter(|(_, article)| due.contains(&article.id)) {
            let mut similar = window.most_similar(place, KEPT, is_listed);
            found.same.extend(self.same(article, &similar).map(|other| (article.id, other)));
            let chosen: HashSet<usize> = similar.iter().map(|(place, _)| *place).chain([place]).collect();
            let neighbours = neighbours(&article.topics, &by_topic, &chosen, KEPT - similar.len());
            similar.extend(neighbours.into_iter().map(|place| (place, 0.0)));
            let other = |(place, like): (usize, f64)| Some((article.id, self.articles.get(place)?.id, like));
            found.similar.extend(similar.into_iter().filter_map(other));
        }
        found
    }

    /// Those of these similar articles that are the same story as a listed article. Articles of one source never are: it
    /// may use one title and text for a daily column.
    fn same<'a>(&'a self, article: &'a Compared, similar: &[(usize, f64)]) -> impl Iterator<Item = i64> {
        let similar: Vec<&Compared> = similar.iter().filter_map(|(place, _)| self.articles.get(*place)).collect();
        let others = similar.into_iter().filter(|other| article.is_listed && other.source != article.source);
        others.filter(|other| same_story(&article.story, &other.story)).map(|other| other.id)
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
    use chrono::DateTime;

    use super::*;
    use crate::article::story::{Gist, title_key};
    use crate::article::terms::{Lexicon, Terms};

    fn article(id: i64, text: &str, topics: &[i64], is_listed: bool) -> Compared {
        let terms = Terms::of(text, &Lexicon::new("en"));
        let gist = Gist::of(text, "", &Lexicon::new("en"));
        let story =
            Story { url_key: None, title_key: title_key(text), gist, terms, published_at: DateTime::UNIX_EPOCH };
        Compared { id, is_listed, topics: topics.to_vec(), source: (id % 2).to_string(), story }
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
            comparison.likenesses().similar.into_iter().map(|(id, other, like)| (id, other, like > 0.0)).collect();
        assert_eq!(pairs, [(4, 1, true), (4, 5, false), (4, 3, false)]);
    }
}
