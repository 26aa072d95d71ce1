//! Reads a feed: checks its size, parses it, repairs it where that helps, and takes the newest items.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Utc};
use feed_rs::model::Feed;
use feed_rs::parser::{Builder, ParseFeedError};
use url::Url;

use super::{FeedLimits, ParseError, ParsedArticle, ParsedFeed, item, repair, scan};
use crate::article::NewArticle;

/// Reads a feed. `url` is its URL after redirects, the base of relative ones.
pub fn parse_feed(bytes: &[u8], url: &Url, now: DateTime<Utc>, limits: &FeedLimits) -> Result<ParsedFeed, ParseError> {
    let bytes = repair::from_utf16(bytes);
    if is_web_page(&bytes) {
        return Err(ParseError::WebPage);
    }
    scan::check(&bytes, limits)?;
    let mut feed = parse(&bytes, url).or_else(|error| {
        let repaired = repair::repaired(&bytes);
        let is_xml = repaired.starts_with(b"<") && scan::check(&repaired, limits).is_ok();
        if is_xml { parse(&repaired, url).map_err(|_| error) } else { Err(error) }
    })?;
    keep_newest(&mut feed, limits.max_items);
    Ok(articles(feed, url, now))
}

fn parse(bytes: &[u8], url: &Url) -> Result<Feed, ParseError> {
    let parser = Builder::new()
        .base_uri(Some(url.as_str()))
        .sanitize_content(false)
        // By default an id depends on the title or is random; a guid must survive a new title.
        .id_generator(|_, _, _| String::new())
        .build();
    // A panic of the parser must affect this feed only.
    let parsed = catch_unwind(AssertUnwindSafe(|| parser.parse(bytes)));
    let parsed = parsed.map_err(|_| ParseError::Unreadable)?;
    // Nothing was recognised, as in a feed of an unknown namespace.
    if parsed.as_ref().is_ok_and(|feed| feed.title.is_none() && feed.entries.is_empty()) {
        return Err(ParseError::NotAFeed);
    }
    parsed.map_err(|error| match error {
        ParseFeedError::ParseError(feed_rs::parser::ParseErrorKind::NoFeedRoot) => ParseError::NotAFeed,
        other => ParseError::Broken { detail: crate::text::clean_line(&other.to_string(), 200) },
    })
}

fn is_web_page(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// Drops the oldest items above the limit; an item without a date counts as the oldest. The order stays.
fn keep_newest(feed: &mut Feed, max: usize) {
    if feed.entries.len() <= max {
        return;
    }
    let mut dates: Vec<_> = feed.entries.iter().map(|entry| entry.published.or(entry.updated)).collect();
    dates.sort_by(|a, b| b.cmp(a));
    let oldest_kept = dates.get(max.saturating_sub(1)).copied().flatten();
    feed.entries.retain(|entry| entry.published.or(entry.updated) >= oldest_kept);
    feed.entries.truncate(max);
}

fn articles(feed: Feed, url: &Url, now: DateTime<Utc>) -> ParsedFeed {
    let kind = feed.feed_type;
    let given = feed.title.as_ref().map(|title| item::plain(title, &kind, NewArticle::TITLE)).unwrap_or_default();
    let title = if given.is_empty() { url.host_str().unwrap_or_default().to_owned() } else { given };
    let context = item::Context { kind, base: url, now };
    let mut items: Vec<ParsedArticle> = Vec::new();
    let mut seen = HashSet::new();
    for article in feed.entries.iter().filter_map(|entry| item::article(entry, &context)) {
        if seen.insert(article.article.guid.clone()) {
            items.push(article);
        }
    }
    ParsedFeed { title, items }
}
