//! What names the items of one file for good, so that each is kept once and none takes the place of another.
//!
//! An item's own guid names it, unless it repeats within the file; then its URL, unless that repeats; then its title with
//! the day of its date, because a column may have one title every week. Without a date the title has to do: the day of
//! the fetch would make it new every day.

use std::collections::{HashMap, HashSet};

use super::ParsedArticle;
use crate::article::NewArticle;
use crate::article::story::canonical_key;
use crate::text;

/// Words that programs write where a guid is missing.
const PLACEHOLDERS: [&str; 9] = ["n/a", "na", "none", "null", "nil", "undefined", "unknown", "0", "-"];

/// Gives each article a guid of its own; returns how many were left out, because the file has them twice.
pub fn assign(items: &mut Vec<ParsedArticle>) -> usize {
    let before = items.len();
    merge(items);
    let guids = repeated(items.iter().map(|item| item.article.guid.clone()));
    let urls = repeated(items.iter().map(|item| url_key(&item.article)));
    let mut taken = HashSet::new();
    for item in items.iter_mut() {
        let key = url_key(&item.article);
        item.url_is_shared = key.as_ref().is_none_or(|key| urls.contains(key));
        let own = item.article.guid.take().filter(|guid| !guids.contains(guid) && !is_placeholder(guid));
        let url = || item.article.url.clone().filter(|_| !item.url_is_shared);
        let name = own.or_else(url).map(short).filter(|name| taken.insert(name.clone()));
        let name = name.unwrap_or_else(|| by_title(&item.article, &mut taken));
        item.article.guid = Some(name);
    }
    before - items.len()
}

fn is_placeholder(guid: &str) -> bool {
    PLACEHOLDERS.iter().any(|word| guid.eq_ignore_ascii_case(word))
}

fn short(name: String) -> String {
    if name.len() <= NewArticle::GUID { name } else { format!("hash:{}", text::short_hash(&name)) }
}

fn by_title(article: &NewArticle, taken: &mut HashSet<String>) -> String {
    let day = article.published_at.map(|at| at.date_naive().to_string()).unwrap_or_default();
    let text = article.summary.clone().unwrap_or_default();
    let texts = [format!("{}\n{day}", article.title), format!("{}\n{day}\n{text}", article.title)];
    let mut names = texts.iter().map(|name| format!("title:{}", text::short_hash(name)));
    let first = names.find(|name| taken.insert(name.clone()));
    first.unwrap_or_else(|| {
        let name = format!("title:{}", text::short_hash(&format!("{}\n{}", article.title, taken.len())));
        taken.insert(name.clone());
        name
    })
}

/// Leaves out what is in the file twice: one URL with one title, or all the same without a URL.
fn merge(items: &mut Vec<ParsedArticle>) {
    let mut seen = HashSet::new();
    items.retain(|item| {
        let article = &item.article;
        let (date, text) = (article.published_at, article.summary.clone());
        let key = match url_key(article) {
            Some(key) => (key, article.title.clone(), None, None),
            None => (String::new(), article.title.clone(), date, text),
        };
        seen.insert(key)
    });
}

fn url_key(article: &NewArticle) -> Option<String> {
    article.url.as_deref().and_then(canonical_key)
}

/// The values that occur more than once.
fn repeated(values: impl Iterator<Item = Option<String>>) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for value in values.flatten() {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(value, _)| value).collect()
}
