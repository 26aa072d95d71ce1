//! Which stored article an item of a feed is: the one with its guid, or else with its URL, in that feed.
//!
//! Publishers change guids (`/1#0` to `/1#1`, http to https, a new one at each fetch), and two feeds may have one title
//! and one guid for different articles. What is known already is never stored twice, and nothing takes the place of
//! another.

use std::collections::{HashMap, HashSet};

use super::incoming::{ArticleKey, Incoming};
use super::queries::write::{self as queries, Stored};
use super::story::canonical_key;
use crate::db::{Conn, Result};

/// The stored article that an item is.
#[derive(Clone, Debug)]
pub enum Known {
    /// It has the item's guid, or is no article of a feed.
    Named(Stored),
    /// It had another guid before.
    Renamed(Stored),
    /// Another source has brought it.
    Elsewhere(Stored),
}

impl Known {
    #[must_use]
    pub const fn stored(&self) -> &Stored {
        match self {
            Self::Named(stored) | Self::Renamed(stored) | Self::Elsewhere(stored) => stored,
        }
    }
}

/// For each article the stored one that it is. Articles of a feed are compared with those of that feed; others by their
/// source and guid.
pub fn known(conn: &mut Conn, feed: Option<i64>, articles: &[(ArticleKey, &Incoming)]) -> Result<Vec<Option<Known>>> {
    let Some(feed) = feed else {
        let stored = queries::stored(conn, articles.iter().map(|(key, _)| key))?;
        return Ok(articles.iter().map(|(key, _)| stored.get(key).cloned().map(Known::Named)).collect());
    };
    let mut known = of_feed(conn, feed, articles)?;
    add_content(conn, feed, articles, &mut known)?;
    add_elsewhere(conn, feed, articles, &mut known)?;
    Ok(known)
}

fn of_feed(conn: &mut Conn, feed: i64, articles: &[(ArticleKey, &Incoming)]) -> Result<Vec<Option<Known>>> {
    let twins: Vec<String> = articles.iter().filter_map(|(key, _)| scheme_twin(&key.guid)).collect();
    let guids: Vec<&str> =
        articles.iter().map(|(key, _)| key.guid.as_str()).chain(twins.iter().map(String::as_str)).collect();
    let urls: Vec<Option<String>> = articles.iter().map(|(_, article)| article.naming_url_key()).collect();
    let url_keys: Vec<&str> = urls.iter().filter_map(Option::as_deref).collect();
    let own = queries::of_feed(conn, feed, &guids, &url_keys)?;
    let items = articles.iter().zip(&urls);
    let items: Vec<Item<'_>> = items
        .map(|((key, article), url_key)| Item {
            guid: &key.guid,
            url_key: url_key.as_deref(),
            title: article.title(),
            published_at: article.published_at(),
        })
        .collect();
    Ok(pair(&items, &own))
}

/// What identifies an item.
struct Item<'a> {
    guid: &'a str,
    /// `None` if it says nothing.
    url_key: Option<&'a str>,
    title: &'a str,
    published_at: Option<i64>,
}

/// Pairs items with stored articles, each with one at most: first by guid, then by the guid with the other scheme, then
/// by URL.
fn pair(items: &[Item<'_>], own: &[Stored]) -> Vec<Option<Known>> {
    let by_guid: HashMap<&str, &Stored> = own.iter().map(|stored| (stored.guid.as_str(), stored)).collect();
    let mut taken: HashSet<i64> = HashSet::new();
    let mut known: Vec<Option<Known>> = Vec::with_capacity(items.len());
    for item in items {
        let named = by_guid.get(item.guid).filter(|stored| taken.insert(stored.id));
        known.push(named.map(|stored| Known::Named((*stored).clone())));
    }
    for (item, known) in items.iter().zip(&mut known).filter(|(_, known)| known.is_none()) {
        let twin = scheme_twin(item.guid).and_then(|twin| by_guid.get(twin.as_str()).copied());
        let found = twin.filter(|twin| !taken.contains(&twin.id)).or_else(|| by_url(item, own, &taken));
        if let Some(stored) = found.filter(|stored| taken.insert(stored.id)) {
            *known = Some(Known::Renamed(stored.clone()));
        }
    }
    known
}

/// The only article with the item's URL, if something besides the URL says that it is the same: an article may be
/// published at an address where another one was.
fn by_url<'a>(item: &Item<'_>, own: &'a [Stored], taken: &HashSet<i64>) -> Option<&'a Stored> {
    let url_key = item.url_key?;
    let mut with_url = own.iter().filter(|stored| stored.url_key.as_deref() == Some(url_key));
    let stored = with_url.next().filter(|stored| with_url.next().is_none() && !taken.contains(&stored.id))?;
    let is_of_url = |guid: &str| canonical_key(guid).as_deref() == Some(url_key);
    let same = stored.title == item.title
        || is_of_url(item.guid)
        || is_of_url(&stored.guid)
        || item.published_at == Some(stored.published_at.millis());
    same.then_some(stored)
}

/// A web address with the other scheme.
fn scheme_twin(guid: &str) -> Option<String> {
    let (scheme, rest) = guid.split_once("://")?;
    match scheme {
        "http" => Some(format!("https://{rest}")),
        "https" => Some(format!("http://{rest}")),
        _ => None,
    }
}

/// An item without a URL of its own and with a new guid is known by its content.
fn add_content(
    conn: &mut Conn,
    feed: i64,
    articles: &[(ArticleKey, &Incoming)],
    known: &mut [Option<Known>],
) -> Result<()> {
    let is_nameless = |place: &usize| {
        articles.get(*place).is_some_and(|(_, article)| article.naming_url_key().is_none())
            && known.get(*place).is_some_and(Option::is_none)
    };
    let places: Vec<usize> = (0..articles.len()).filter(is_nameless).collect();
    if places.is_empty() {
        return Ok(());
    }
    let hash = |place: &usize| articles.get(*place).map(|(_, article)| article.hash().as_slice());
    let stored = queries::with_content(conn, feed, &places.iter().filter_map(hash).collect::<Vec<_>>())?;
    let mut taken: HashSet<i64> = known.iter().flatten().map(|known| known.stored().id).collect();
    for place in places {
        let same =
            stored.iter().find(|stored| hash(&place) == Some(stored.hash.as_slice()) && !taken.contains(&stored.id));
        if let (Some(stored), Some(known)) = (same, known.get_mut(place)) {
            taken.insert(stored.id);
            *known = Some(Known::Renamed(stored.clone()));
        }
    }
    Ok(())
}

/// An article of the same source, guid and URL or title that another feed, a file or an editor has brought.
fn add_elsewhere(
    conn: &mut Conn,
    feed: i64,
    articles: &[(ArticleKey, &Incoming)],
    known: &mut [Option<Known>],
) -> Result<()> {
    let unknown = articles.iter().zip(known.iter()).filter(|(_, known)| known.is_none());
    let keys: Vec<&ArticleKey> = unknown.map(|((key, _), _)| key).collect();
    if keys.is_empty() {
        return Ok(());
    }
    let elsewhere = queries::elsewhere(conn, feed, &keys)?;
    for ((key, article), known) in articles.iter().zip(known).filter(|(_, known)| known.is_none()) {
        let url_key = article.naming_url_key();
        let is_same = |stored: &&Stored| {
            stored.guid == key.guid
                && (stored.title == article.title() || (url_key.is_some() && stored.url_key == url_key))
        };
        *known = elsewhere.iter().find(is_same).cloned().map(Known::Elsewhere);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;

    fn stored(id: i64, guid: &str, url_key: Option<&str>, title: &str) -> Stored {
        Stored {
            id,
            hash: Vec::new(),
            edited: false,
            feed: Some(1),
            guid: guid.to_owned(),
            url_key: url_key.map(str::to_owned),
            title: title.to_owned(),
            published_at: Timestamp(id),
        }
    }

    fn item<'a>(guid: &'a str, url_key: Option<&'a str>, title: &'a str) -> Item<'a> {
        Item { guid, url_key, title, published_at: None }
    }

    #[test]
    fn an_item_is_known_by_its_guid_and_then_by_its_url() {
        let page = Some("a.example/1");
        let one = || stored(1, "https://a.example/1#0", page, "One");
        for (own, new, expected, why) in [
            (vec![one()], item("https://a.example/1#0", page, "One, corrected"), Some(1), "guid"),
            (vec![one()], item("https://a.example/1#1", page, "One, corrected"), Some(1), "a guid made of the URL"),
            (
                vec![stored(1, "http://a.example/1", None, "One")],
                item("https://a.example/1", None, "Other"),
                Some(1),
                "scheme",
            ),
            (vec![stored(1, "x-17", page, "One")], item("x-18", page, "One"), Some(1), "URL and title"),
            (vec![stored(1, "x-17", page, "One")], item("x-18", page, "Two"), None, "another article at one URL"),
            (
                vec![stored(1, "a", page, "One"), stored(2, "b", page, "One")],
                item("c", page, "One"),
                None,
                "a URL of two",
            ),
            (vec![stored(1, "x-17", page, "One")], item("x-18", None, "One"), None, "a URL that says nothing"),
            (
                vec![stored(1, "x-17", page, "One")],
                Item { published_at: Some(1), ..item("x-18", page, "Two") },
                Some(1),
                "time",
            ),
            (vec![], item("x", page, "One"), None, "nothing stored"),
        ] {
            let known = pair(&[new], &own).remove(0);
            assert_eq!(known.map(|known| known.stored().id), expected, "{why}");
        }
    }

    #[test]
    fn two_items_are_never_one_stored_article() {
        let page = Some("a.example/1");
        let own = [stored(1, "a", page, "One")];
        let known = pair(&[item("b", page, "One"), item("a", page, "One")], &own);
        assert!(known[0].is_none(), "the one with the guid has it");
        assert!(matches!(&known[1], Some(Known::Named(stored)) if stored.id == 1));
    }
}
