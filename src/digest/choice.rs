//! Which articles a digest is filled with: the highest scores of the edition's window that no other digest of the edition
//! has used, each link and each story once, and no more of one topic or source than the edition allows.

use std::collections::{HashMap, HashSet};

use super::{DigestError, Place, queries};
use crate::article::story::{Story, canonical_key, same_story};
use crate::article::{self, Article};
use crate::clock::{DAY, Timestamp};
use crate::db::Conn;
use crate::newsletter::{self, Edition, EditionSettings};

/// Articles read at a time.
const BATCH: i64 = 200;

/// The articles that fill a digest beside the pinned ones, the highest score first; none that is pinned or was dropped.
pub fn choose(
    conn: &mut Conn,
    now: Timestamp,
    edition: &Edition,
    digest: i64,
    old: &[Place],
) -> Result<Vec<i64>, DigestError> {
    let rules = &edition.settings;
    let count = usize::try_from(rules.article_count).unwrap_or_default();
    let topics = newsletter::edition_topics(conn, edition)?;
    let topics: Option<Vec<i64>> = topics.map(|topics| topics.iter().map(|topic| topic.id).collect());
    let window = (now.plus(-rules.window_days * DAY), now);
    let mut choice = Choice::beside(conn, rules, old)?;
    for offset in (0..).step_by(usize::try_from(BATCH).unwrap_or(1)) {
        let batch = article::candidates(conn, topics.as_deref(), window, BATCH, offset)?;
        let ids: Vec<i64> = batch.iter().map(|article| article.id).collect();
        let uses = queries::uses(conn, edition.id, digest, &ids)?;
        let mut stories = article::stories(conn, &ids)?;
        let is_used = |id: i64| uses.iter().any(|one| one.article == id);
        for article in batch.iter().filter(|article| !is_used(article.id)) {
            if choice.articles.len() == count {
                return Ok(choice.articles);
            }
            choice.consider(article, stories.remove(&article.id));
        }
        if i64::try_from(ids.len()).unwrap_or_default() < BATCH {
            break;
        }
    }
    Ok(choice.articles)
}

/// What is chosen already, and what it excludes.
struct Choice<'a> {
    rules: &'a EditionSettings,
    /// Pinned and dropped.
    fixed: HashSet<i64>,
    articles: Vec<i64>,
    links: HashSet<String>,
    stories: Vec<Story>,
    of_topic: HashMap<i64, i64>,
    of_source: HashMap<String, i64>,
}

impl<'a> Choice<'a> {
    /// Beside the pinned articles. The links and stories of dropped ones are not chosen either.
    fn beside(conn: &mut Conn, rules: &'a EditionSettings, old: &[Place]) -> Result<Self, DigestError> {
        let is_pinned = |place: &&Place| place.pinned && !place.dropped;
        let pinned: Vec<i64> = old.iter().filter(is_pinned).map(|place| place.article_id).collect();
        let fixed = old.iter().filter(|place| place.pinned || place.dropped).map(|place| place.article_id);
        let fixed: Vec<i64> = fixed.collect();
        let articles = article::by_ids(conn, &fixed)?;
        let mut choice = Self {
            rules,
            articles: Vec::new(),
            links: articles.iter().filter_map(link_key).collect(),
            stories: article::stories(conn, &fixed)?.into_values().collect(),
            of_topic: HashMap::new(),
            of_source: HashMap::new(),
            fixed: fixed.into_iter().collect(),
        };
        articles.iter().filter(|article| pinned.contains(&article.id)).for_each(|article| choice.count(article));
        Ok(choice)
    }

    /// Chooses an article if nothing stands against it.
    fn consider(&mut self, article: &Article, story: Option<Story>) {
        let is_told = story.as_ref().is_some_and(|story| self.stories.iter().any(|other| same_story(other, story)));
        let link = link_key(article);
        let is_linked = link.as_ref().is_some_and(|link| self.links.contains(link));
        if self.fixed.contains(&article.id) || is_told || is_linked || !self.has_room(article) {
            return;
        }
        self.articles.push(article.id);
        self.links.extend(link);
        self.stories.extend(story);
        self.count(article);
    }

    fn has_room(&self, article: &Article) -> bool {
        let is_below = |count: Option<&i64>, most: i64| most == 0 || count.is_none_or(|count| *count < most);
        let mut topics = article.topics.iter().map(|topic| self.of_topic.get(&topic.id));
        topics.all(|count| is_below(count, self.rules.most_per_topic))
            && is_below(self.of_source.get(&article.source), self.rules.most_per_source)
    }

    fn count(&mut self, article: &Article) {
        for topic in &article.topics {
            *self.of_topic.entry(topic.id).or_default() += 1;
        }
        *self.of_source.entry(article.source.clone()).or_default() += 1;
    }
}

fn link_key(article: &Article) -> Option<String> {
    article.url.as_deref().and_then(canonical_key)
}
