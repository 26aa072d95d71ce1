//! Which of several articles of the same story represents it: the first that was published here.

use std::collections::HashMap;

use super::queries::stories::{self as queries, Alike};
use super::story::{Story, same_story};
use crate::db::{Conn, Result};

/// An article whose story may exist already.
pub struct StoryCandidate<'a> {
    /// Its id, if it is stored.
    pub id: Option<i64>,
    pub source: &'a str,
    pub story: Story,
}

/// The article that represents a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leader {
    Stored(i64),
    /// By its index among the candidates.
    Candidate(usize),
}

/// For each candidate the article that represents its story, if another does: a stored one, or an earlier candidate.
/// Only articles of different sources are one story: a source may use one page for several articles, or one title for a
/// daily column.
pub fn leaders(conn: &mut Conn, candidates: &[StoryCandidate<'_>]) -> Result<Vec<Option<Leader>>> {
    let stories: Vec<&Story> = candidates.iter().map(|candidate| &candidate.story).collect();
    let stored = queries::alike(conn, &stories)?;
    let stored_by_key = by_key(stored.iter().map(|alike| &alike.story));
    let candidates_by_key = by_key(stories);
    let mut leaders: Vec<Option<Leader>> = Vec::with_capacity(candidates.len());
    for (place, candidate) in candidates.iter().enumerate() {
        let is_other = |alike: &&Alike| {
            Some(alike.id) != candidate.id
                && alike.source != candidate.source
                && same_story(&candidate.story, &alike.story)
        };
        let stored = places(&stored_by_key, &candidate.story).into_iter().filter_map(|place| stored.get(place));
        let stored = stored.into_iter().find(is_other).map(|alike| Leader::Stored(alike.story_id.unwrap_or(alike.id)));
        let is_earlier = |earlier: &usize| {
            *earlier < place
                && candidates
                    .get(*earlier)
                    .is_some_and(|other| other.source != candidate.source && same_story(&candidate.story, &other.story))
        };
        let earlier = || places(&candidates_by_key, &candidate.story).into_iter().find(is_earlier);
        let leader = stored.or_else(|| {
            let earlier = earlier()?;
            Some(leaders.get(earlier).copied().flatten().unwrap_or(Leader::Candidate(earlier)))
        });
        leaders.push(leader);
    }
    Ok(leaders)
}

type ByKey<'a> = HashMap<&'a str, Vec<usize>>;

/// The indices of stories by their keys. A URL key never equals a title key, which has spaces and no slash.
fn by_key<'a>(stories: impl IntoIterator<Item = &'a Story>) -> ByKey<'a> {
    let mut places: ByKey<'a> = HashMap::new();
    for (place, story) in stories.into_iter().enumerate() {
        for key in keys(story) {
            places.entry(key).or_default().push(place);
        }
    }
    places
}

fn keys(story: &Story) -> impl Iterator<Item = &str> {
    story.url_key.iter().chain(&story.title_key).map(String::as_str)
}

/// The indices of the stories that share a key with this one, in order.
fn places(by_key: &ByKey<'_>, story: &Story) -> Vec<usize> {
    let mut places: Vec<usize> = keys(story).filter_map(|key| by_key.get(key)).flatten().copied().collect();
    places.sort_unstable();
    places
}
