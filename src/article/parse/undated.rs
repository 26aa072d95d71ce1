//! The time of items without a readable date: they are never fresher than their place in the feed.

use chrono::{DateTime, TimeDelta, Utc};

use super::ParsedArticle;

/// A feed is read from the newest item down, so an item is not newer than the one before it.
const STEP: TimeDelta = TimeDelta::seconds(1);

/// Sets the latest time of each item without a date behind an item that has one.
pub fn bound(items: &mut [ParsedArticle]) {
    let mut latest: Option<DateTime<Utc>> = None;
    for item in items {
        if item.article.published_at.is_some() {
            latest = item.article.published_at;
        } else {
            latest = latest.map(|at| at - STEP);
            item.at_latest = latest;
        }
    }
}
