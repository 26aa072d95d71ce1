//! Reads a feed: decodes it, recognises its format, and takes the newest items.

use chrono::{DateTime, Utc};
use url::Url;

use super::document::{Document, FeedText};
use super::xml::{Element, Limits};
use super::{
    FeedLimits, ParseError, ParsedArticle, ParsedFeed, atom, charset, guid, item, json, rss, title, undated, xml,
};
use crate::article::NewArticle;

/// Elements per item that is allowed.
const ELEMENTS_PER_ITEM: usize = 40;
/// Elements of one item: a few dozen of the feed's own, and the XHTML inside.
const ELEMENTS_OF_ITEM: usize = 5_000;

/// A fetched document.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub bytes: &'a [u8],
    /// The `Content-Type` of the answer.
    pub content_type: Option<&'a str>,
    /// Its URL after redirects, the base of relative ones.
    pub url: &'a Url,
}

/// Reads a feed.
pub fn parse_feed(source: &Source<'_>, now: DateTime<Utc>, limits: &FeedLimits) -> Result<ParsedFeed, ParseError> {
    let text = charset::text(source.bytes, source.content_type);
    if is_web_page(&text) {
        return Err(ParseError::WebPage);
    }
    let mut document = document(&text, source.url, limits)?;
    if document.items.is_empty() && document.title.as_ref().is_none_or(FeedText::is_empty) {
        return Err(ParseError::NotAFeed);
    }
    keep_newest(&mut document, limits.max_items);
    Ok(articles(&document, source.url, now))
}

/// Whether it is an HTML page.
#[must_use]
pub fn is_web_page(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let head: String = start.chars().take(20).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

fn document(text: &str, url: &Url, limits: &FeedLimits) -> Result<Document, ParseError> {
    match text.find(['<', '{']).and_then(|at| text.get(at..)) {
        Some(json) if json.starts_with('{') => json::read(json, limits.max_items_parsed),
        Some(xml) => of_xml(xml, url, limits)?.ok_or(ParseError::NotAFeed),
        None => Err(ParseError::NotAFeed),
    }
}

/// A document whose root is that of a feed. What a server writes before it, such as a warning, is skipped.
fn of_xml(text: &str, url: &Url, limits: &FeedLimits) -> Result<Option<Document>, ParseError> {
    let limits = Limits {
        depth: limits.max_depth,
        elements: limits.max_items_parsed.saturating_mul(ELEMENTS_PER_ITEM),
        elements_of_item: ELEMENTS_OF_ITEM,
        items: limits.max_items_parsed,
    };
    let first = xml::read(text, &limits)?;
    if let Some(document) = first.as_ref().and_then(|root| of_root(root, url)) {
        return Ok(Some(document));
    }
    if first.is_some_and(|root| root.name == "html") {
        return Err(ParseError::WebPage);
    }
    let lower = text.to_ascii_lowercase();
    let starts = ["<rss", "<feed", "<rdf:rdf"].iter().filter_map(|tag| lower.find(tag));
    let Some(rest) = starts.min().and_then(|at| text.get(at..)) else { return Ok(None) };
    Ok(xml::read(rest, &limits)?.and_then(|root| of_root(&root, url)))
}

fn of_root(root: &Element, url: &Url) -> Option<Document> {
    match root.name.as_str() {
        "rss" | "rdf:rdf" | "rdf" | "channel" => Some(rss::read(root)),
        "feed" | "entry" => Some(atom::read(root, url)),
        _ => None,
    }
}

/// Drops the oldest items above the limit; an item without a date counts as the oldest. The order stays.
fn keep_newest(document: &mut Document, max: usize) {
    let items = &mut document.items;
    if items.len() <= max {
        return;
    }
    let mut dates: Vec<_> = items.iter().map(|item| item.published).collect();
    dates.sort_by(|a, b| b.cmp(a));
    let oldest_kept = dates.get(max.saturating_sub(1)).copied().flatten();
    items.retain(|item| item.published >= oldest_kept);
    items.truncate(max);
}

fn articles(document: &Document, url: &Url, now: DateTime<Utc>) -> ParsedFeed {
    let given = document.title.as_ref().map(|given| title::plain(given, NewArticle::SOURCE)).unwrap_or_default();
    let context = item::Context { base: url, now, author: document.author.as_deref() };
    let mut items: Vec<ParsedArticle> =
        document.items.iter().filter_map(|item| item::article(item, &context)).collect();
    let left_out = document.items.len() - items.len();
    let merged = guid::assign(&mut items);
    undated::bound(&mut items);
    ParsedFeed {
        title: if given.is_empty() { url.host_str().unwrap_or_default().to_owned() } else { given },
        items,
        updated: document.updated.filter(|at| *at <= now),
        merged,
        left_out,
    }
}
