//! Whose turn it is to be fetched: slow servers never hold up the others.
//!
//! A host has two lanes at most, and feeds that failed the last time have a third of them in all. A feed without a turn
//! waits for the next lane that is free.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use url::Url;

/// Fetches from one host at a time.
const PER_HOST: usize = 2;
/// Fetches of feeds that failed the last time.
const FAILING: usize = 8;

/// The fetches that go on.
#[derive(Clone, Debug, Default)]
pub struct Turns {
    counts: Arc<Mutex<Counts>>,
}

#[derive(Debug, Default)]
struct Counts {
    hosts: HashMap<String, usize>,
    failing: usize,
    /// Feeds whose turn it is.
    feeds: Vec<i64>,
}

/// A feed's turn, which ends when this is dropped.
#[derive(Debug)]
pub struct Turn {
    turns: Turns,
    id: i64,
    host: String,
    is_failing: bool,
}

impl Turns {
    /// Takes the first of the feeds (id, URL, failures in a row) that may be fetched beside those that are.
    #[must_use]
    pub fn take(&self, due: &[(i64, String, i64)]) -> Option<(i64, Turn)> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let (id, host, is_failing) = due.iter().find_map(|(id, url, failures)| {
            let (host, is_failing) = (host(url), *failures > 0);
            let is_free = counts.hosts.get(&host).is_none_or(|count| *count < PER_HOST)
                && (!is_failing || counts.failing < FAILING)
                && !counts.feeds.contains(id);
            is_free.then_some((*id, host, is_failing))
        })?;
        *counts.hosts.entry(host.clone()).or_default() += 1;
        counts.failing += usize::from(is_failing);
        counts.feeds.push(id);
        Some((id, Turn { turns: self.clone(), id, host, is_failing }))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut counts = self.turns.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.hosts.get_mut(&self.host) {
            *count -= 1;
        }
        counts.failing -= usize::from(self.is_failing);
        counts.feeds.retain(|id| *id != self.id);
    }
}

fn host(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_servers_leave_turns_for_the_others() {
        let turns = Turns::default();
        let feed = |id: i64, host: &str, failures: i64| (id, format!("https://{host}/{id}"), failures);
        let due = [
            feed(1, "slow.example", 0),
            feed(2, "slow.example", 0),
            feed(3, "slow.example", 0),
            feed(4, "good.example", 0),
        ];
        let taken: Vec<(i64, Turn)> = std::iter::from_fn(|| turns.take(&due)).collect();
        assert_eq!(taken.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [1, 2, 4]);
        drop(taken);
        let failing: Vec<_> = (0..20).map(|id| feed(id, &format!("{id}.example"), 3)).collect();
        let taken: Vec<(i64, Turn)> = std::iter::from_fn(|| turns.take(&failing)).collect();
        assert_eq!(taken.len(), FAILING);
        assert!(turns.take(&[feed(99, "good.example", 0)]).is_some());
    }
}
