//! Turning the pages of a list that has its newest entries first, by the ids that the pages begin below. Pure.
//!
//! The address carries the ids of the pages on the way here (`before=150.100`), so that "newer" leads to the page that
//! one came from. A handler asks for [`LIMIT`] entries, one more than a page, so that "older" is never empty.

use serde::Deserialize;

use super::parts::{PAGE, with_query};
use crate::web::public::pages::Pager;

/// How many entries to ask for.
pub const LIMIT: i64 = 51;
/// Pages that an address remembers.
const REMEMBERED: usize = 50;

/// Where in a list one is. What is no number is passed over, so that a mistyped address shows the beginning.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Turn {
    before: String,
}

impl Turn {
    fn way(&self) -> Vec<i64> {
        self.before.split('.').filter_map(|id| id.parse().ok()).collect()
    }

    /// The id below which this page begins.
    #[must_use]
    pub fn before(&self) -> i64 {
        self.way().last().copied().unwrap_or(i64::MAX)
    }

    /// Cuts what was found to a page; its pager goes on under `path` with these fields of the search.
    pub fn cut<T>(&self, found: &mut Vec<T>, id: impl Fn(&T) -> i64, path: &str, fields: &[(&str, &str)]) -> Pager {
        let more = found.len() > PAGE;
        found.truncate(PAGE);
        let mut way = self.way();
        let url = |way: &[i64]| {
            let way: Vec<String> = way.iter().skip(way.len().saturating_sub(REMEMBERED)).map(i64::to_string).collect();
            with_query(path, &[fields, &[("before", &way.join("."))]].concat())
        };
        let newer = way.split_last().map(|(_, rest)| url(rest));
        let older = found.last().filter(|_| more).map(|last| {
            way.push(id(last));
            url(&way)
        });
        Pager { newer, older }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(before: &str) -> Turn {
        Turn { before: before.to_owned() }
    }

    #[test]
    fn newer_leads_to_the_page_that_one_came_from() {
        let page = |before: &str, found: i64| {
            let mut ids: Vec<i64> = (0..found).map(|n| 1_000 - n).collect();
            let pager = turn(before).cut(&mut ids, |id| *id, "/list", &[("q", "x")]);
            (ids.len(), pager.newer.unwrap_or_default(), pager.older.unwrap_or_default())
        };
        for (before, found, shown, newer, older) in [
            ("", 51, 50, "", "/list?q=x&before=951"),
            // A full last page has nothing behind it.
            ("", 50, 50, "", ""),
            ("951", 51, 50, "/list?q=x", "/list?q=x&before=951.951"),
            ("300.200", 3, 3, "/list?q=x&before=300", ""),
            ("abc", 3, 3, "", ""),
        ] {
            assert_eq!(page(before, found), (shown, newer.to_owned(), older.to_owned()), "{before:?} {found}");
        }
    }

    #[test]
    fn one_more_than_a_page_is_asked_for() {
        assert_eq!(usize::try_from(LIMIT).unwrap(), PAGE + 1);
    }

    #[test]
    fn a_page_begins_below_the_last_number() {
        for (before, begins) in [("", i64::MAX), ("abc", i64::MAX), ("7", 7), ("9.7", 7), ("9.x", 9)] {
            assert_eq!(turn(before).before(), begins, "{before}");
        }
    }

    #[test]
    fn an_address_does_not_grow_without_end() {
        let way: Vec<String> = (0..80).map(|n: i64| (5_000 - n).to_string()).collect();
        let mut ids: Vec<i64> = (0..51).collect();
        let older = turn(&way.join(".")).cut(&mut ids, |id| *id, "/list", &[]).older.unwrap();
        assert_eq!(older.matches('.').count(), REMEMBERED - 1);
    }
}
