//! Which article stands for a story that several tell: the first that was published here.

use std::collections::HashMap;

use super::queries::write::{self as queries, Alike};
use super::story::{Story, same_story};
use crate::db::{Conn, Result};

/// An article whose story may be told already.
pub struct Teller<'a> {
    /// Its id, where it has one.
    pub id: Option<i64>,
    pub source: &'a str,
    pub story: Story,
}

/// The article that stands for a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leader {
    Stored(i64),
    /// By its place among the tellers.
    Teller(usize),
}

/// For each article the one that stands for its story, where another does: one that is stored, or an earlier teller. The
/// same story is told by different sources: one source has a page for several articles, or a column with one title
/// every day.
pub fn leaders(conn: &mut Conn, tellers: &[Teller<'_>]) -> Result<Vec<Option<Leader>>> {
    let stories: Vec<&Story> = tellers.iter().map(|teller| &teller.story).collect();
    let stored = queries::alike(conn, &stories)?;
    let stored_by_key = by_key(stored.iter().map(|alike| &alike.story));
    let tellers_by_key = by_key(stories);
    let mut leaders: Vec<Option<Leader>> = Vec::with_capacity(tellers.len());
    for (place, teller) in tellers.iter().enumerate() {
        let is_other = |alike: &&Alike| {
            Some(alike.id) != teller.id && alike.source != teller.source && same_story(&teller.story, &alike.story)
        };
        let stored = places(&stored_by_key, &teller.story).into_iter().filter_map(|place| stored.get(place));
        let stored = stored.into_iter().find(is_other).map(|alike| Leader::Stored(alike.story_id.unwrap_or(alike.id)));
        let is_earlier = |earlier: &usize| {
            *earlier < place
                && tellers
                    .get(*earlier)
                    .is_some_and(|other| other.source != teller.source && same_story(&teller.story, &other.story))
        };
        let earlier = || places(&tellers_by_key, &teller.story).into_iter().find(is_earlier);
        let leader = stored.or_else(|| {
            let earlier = earlier()?;
            Some(leaders.get(earlier).copied().flatten().unwrap_or(Leader::Teller(earlier)))
        });
        leaders.push(leader);
    }
    Ok(leaders)
}

type ByKey<'a> = HashMap<&'a str, Vec<usize>>;

/// The places of stories by their keys. An address never equals a title, which has spaces and no slash.
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

/// The places of the stories that share a key with this one, in order.
fn places(by_key: &ByKey<'_>, story: &Story) -> Vec<usize> {
    let mut places: Vec<usize> = keys(story).filter_map(|key| by_key.get(key)).flatten().copied().collect();
    places.sort_unstable();
    places
}
