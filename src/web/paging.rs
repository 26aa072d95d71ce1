//! Turning the pages of a list, of editors or of readers. Pure.
//!
//! A list with its newest entries first is turned by the ids that its pages begin below. The address carries the ids of
//! the pages on the way here (`before=150.100`), so that "newer" leads back to the page that one came from. A handler
//! asks for [`LIMIT`] entries, one more than a page, so that "older" never leads to an empty page.

use super::Submitted;
use super::parts::Pager;

/// Entries of a page.
pub const PAGE: usize = 50;
/// How many entries to ask for.
pub const LIMIT: i64 = 51;
/// Pages that an address remembers.
const REMEMBERED: usize = 50;
/// The last page by number: beyond any list, and short of an offset that a database refuses.
const LAST: i64 = 1_000_000;

/// A path with these fields of a query, where they are not empty.
#[must_use]
pub fn with_query(path: &str, fields: &[(&str, &str)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(fields.iter().filter(|(_, value)| !value.is_empty()));
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Where in a list a page begins. Ids that are no numbers are ignored, so that a mistyped address shows the beginning.
#[derive(Clone, Debug)]
pub struct Turn(Vec<i64>);

impl Turn {
    #[must_use]
    pub fn of(query: &Submitted) -> Self {
        Self(query.get("before").split('.').filter_map(|id| id.parse().ok()).collect())
    }

    /// The id below which this page begins.
    #[must_use]
    pub fn before(&self) -> i64 {
        self.0.last().copied().unwrap_or(i64::MAX)
    }

    /// Cuts the entries that were found to a page; its pager leads to `path` with these fields of the query.
    pub fn cut<T>(&self, found: &mut Vec<T>, id: impl Fn(&T) -> i64, path: &str, fields: &[(&str, &str)]) -> Pager {
        let more = found.len() > PAGE;
        found.truncate(PAGE);
        let mut way = self.0.clone();
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

/// A page by its number, from 1, of a list that has `size` entries a page.
#[derive(Clone, Copy, Debug)]
pub struct Numbered {
    number: i64,
    size: i64,
    last: i64,
}

impl Numbered {
    /// The page of an editors' list.
    #[must_use]
    pub fn of(query: &Submitted) -> Self {
        Self::up_to(query, LIMIT - 1, LAST)
    }

    /// The page that a query names, at most `last`.
    #[must_use]
    pub fn up_to(query: &Submitted, size: i64, last: i64) -> Self {
        Self { number: query.number("page").unwrap_or(1).clamp(1, last), size, last }
    }

    /// How many entries stand before this page.
    #[must_use]
    pub const fn offset(self) -> i64 {
        (self.number - 1) * self.size
    }

    /// As [`Turn::cut`].
    pub fn cut<T>(self, found: &mut Vec<T>, path: &str, fields: &[(&str, &str)]) -> Pager {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let more = found.len() > size;
        found.truncate(size);
        self.pager(path, fields, more)
    }

    /// The pager of this page; `more` says whether another follows.
    #[must_use]
    pub fn pager(self, path: &str, fields: &[(&str, &str)], more: bool) -> Pager {
        let url = |page: i64| {
            let number = if page > 1 { page.to_string() } else { String::new() };
            with_query(path, &[fields, &[("page", &number)]].concat())
        };
        let (newer, older) = (self.number - 1, self.number + 1);
        Pager { newer: (newer > 0).then(|| url(newer)), older: (more && older <= self.last).then(|| url(older)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(before: &str) -> Turn {
        Turn::of(&Submitted::from([("before", before)]))
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

    #[test]
    fn pages_by_number_begin_at_one() {
        let page = |number: &str, found: i64| {
            let page = Numbered::of(&Submitted::from([("page", number)]));
            let pager = page.cut(&mut (0..found).collect(), "/list", &[("q", "x")]);
            (page.offset(), pager.newer.unwrap_or_default(), pager.older.unwrap_or_default())
        };
        for (number, found, offset, newer, older) in [
            ("2", 51, 50, "/list?q=x", "/list?q=x&page=3"),
            ("1", 50, 0, "", ""),
            ("abc", 51, 0, "", "/list?q=x&page=2"),
            ("-3", 0, 0, "", ""),
            ("99999999999999999999", 51, 0, "", "/list?q=x&page=2"),
            ("1000001", 51, 49_999_950, "/list?q=x&page=999999", ""),
        ] {
            assert_eq!(page(number, found), (offset, newer.to_owned(), older.to_owned()), "{number} {found}");
        }
    }

    #[test]
    fn a_query_carries_the_fields_that_are_not_empty() {
        for (fields, url) in [
            (vec![("q", ""), ("state", "")], "/list"),
            (vec![("q", "a&b=c"), ("state", "")], "/list?q=a%26b%3Dc"),
            (vec![("q", "ann"), ("state", "open")], "/list?q=ann&state=open"),
        ] {
            assert_eq!(with_query("/list", &fields), url);
        }
    }
}
