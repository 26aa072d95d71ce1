//! The buffer of signals that are not stored yet.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{BURSTS, HOLD, QUIET, Seen, Who};
use crate::article::queries::signals::store_signals;
use crate::article::score::SignalKind;
use crate::clock::{HOUR, Timestamp};
use crate::db::{self, Db};
use crate::token::Random;

/// Most signals in the buffer. More are not counted, so that a flood of requests does not fill the memory. Those of one
/// network are few, because each counts once an hour.
const MAX_WAITING: usize = 20_000;
/// Recent clicks of a subscriber that are kept.
const MAX_CLICKS: usize = 3;

/// Signals that are not stored yet. Pages add to it and a worker flushes it every second; a crash loses at most that
/// second of views, and clicks of the last [`HOLD`] milliseconds.
#[derive(Debug, Default)]
pub struct SignalBuffer(Mutex<Waiting>);

/// Person, kind, article and hour: what counts once.
type Key = (Who, SignalKind, i64, i64);

fn key(seen: Seen) -> Key {
    (seen.who, seen.kind, seen.article, seen.at.0.div_euclid(HOUR))
}

#[derive(Debug, Default)]
struct Waiting {
    seen: BTreeMap<Key, Timestamp>,
    clicks: HashMap<i64, Recent>,
}

/// Recent clicks of a subscriber. They stay after a flush, so that a burst is recognised across flushes.
#[derive(Debug, Default)]
struct Recent {
    /// By time and article.
    clicks: Vec<(Timestamp, i64)>,
    /// Until when the clicks are those of a program.
    burst_until: Option<Timestamp>,
}

impl Recent {
    /// Whether this click and earlier ones are a burst.
    fn is_burst(&mut self, article: i64, at: Timestamp) -> bool {
        let longest = BURSTS.iter().map(|(_, within)| *within).max().unwrap_or_default();
        self.clicks.retain(|(earlier, other)| at.0 - earlier.0 < longest && *other != article);
        // More are not needed, and the memory is bounded.
        self.clicks.truncate(MAX_CLICKS);
        self.clicks.push((at, article));
        let links = |within: i64| self.clicks.iter().filter(|(earlier, _)| at.0 - earlier.0 < within).count();
        let begins = BURSTS.iter().any(|(most, within)| links(*within) >= *most);
        let goes_on = self.burst_until.is_some_and(|until| at < until);
        if begins || goes_on {
            self.burst_until = Some(at.plus(QUIET));
        }
        begins || goes_on
    }

    fn is_old(&self, now: Timestamp) -> bool {
        self.burst_until.is_none_or(|until| until <= now) && self.clicks.iter().all(|(at, _)| now.0 - at.0 >= HOLD)
    }
}

impl Waiting {
    /// Removes the clicks of a burst from the buffer.
    fn remove_burst(&mut self, subscriber: i64, since: Timestamp) {
        let who = Who::Subscriber(subscriber);
        self.seen.retain(|key, at| key.0 != who || key.1 != SignalKind::Click || *at < since);
    }

    /// The signals that count at `now`; clicks of subscribers are held for a while.
    fn take(&mut self, now: Timestamp) -> BTreeMap<Key, Timestamp> {
        self.clicks.retain(|_, recent| !recent.is_old(now));
        let is_due = |key: &Key, at: &Timestamp| {
            let is_held = matches!(key, (Who::Subscriber(_), SignalKind::Click, ..));
            !is_held || now.0 - at.0 >= HOLD
        };
        let (due, held) = std::mem::take(&mut self.seen).into_iter().partition(|(key, at)| is_due(key, at));
        self.seen = held;
        due
    }
}

impl SignalBuffer {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a signal; false if the buffer is full or the signal is part of a burst.
    pub fn push(&self, seen: Seen) -> bool {
        let mut waiting = self.waiting();
        if waiting.seen.len() >= MAX_WAITING {
            return false;
        }
        if let (SignalKind::Click, &Who::Subscriber(subscriber)) = (seen.kind, &seen.who)
            && waiting.clicks.entry(subscriber).or_default().is_burst(seen.article, seen.at)
        {
            waiting.remove_burst(subscriber, seen.at.plus(-HOLD));
            return false;
        }
        let at = seen.at;
        waiting.seen.entry(key(seen)).or_insert(at);
        true
    }

    /// Stores the signals that count at `now` in one transaction; returns how many counted. After a failure they stay for
    /// the next flush.
    pub async fn flush(&self, db: &Db, random: &Random, now: Timestamp) -> db::Result<usize> {
        let seen = self.waiting().take(now);
        if seen.is_empty() {
            return Ok(0);
        }
        let batch = seen.iter().map(|((who, kind, article, _), at)| {
            let (kind, article, at) = (*kind, *article, *at);
            Seen { article, kind, who: who.clone(), at }
        });
        let (batch, random): (Vec<_>, _) = (batch.collect(), random.clone());
        let kept = db.write(move |conn| store_signals(conn, &random, &batch)).await;
        if kept.is_err() {
            let waiting = &mut self.waiting().seen;
            let room = MAX_WAITING.saturating_sub(waiting.len());
            waiting.extend(seen.into_iter().take(room));
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first links that a scanner opened were stored before the burst was seen.
    #[test]
    fn a_burst_of_clicks_counts_none_of_its_links() {
        let counted = |clicks: &[(i64, i64, i64)]| {
            let buffer = SignalBuffer::default();
            let mut counted = Vec::new();
            for (subscriber, article, at) in clicks {
                let (who, at) = (Who::Subscriber(*subscriber), Timestamp(*at));
                buffer.push(Seen { article: *article, kind: SignalKind::Click, who, at });
                counted.extend(buffer.waiting().take(at).into_keys().map(|key| key.2));
            }
            counted.extend(buffer.waiting().take(Timestamp(HOUR)).into_keys().map(|key| key.2));
            counted
        };
        for (clicks, expected) in [
            (&[(1, 1, 0), (1, 2, 1_100), (1, 3, 2_200), (1, 4, 5_000), (1, 5, 34_000), (1, 6, 64_000)][..], &[6][..]),
            (&[(1, 1, 0), (1, 2, 900)], &[]),
            (&[(1, 1, 0), (1, 2, 1_600), (1, 3, 3_200), (1, 4, 4_800)], &[1, 2, 3, 4]),
            (&[(1, 1, 0), (1, 1, 10), (1, 1, 20), (1, 2, 2_000)], &[1, 2]),
            (&[(1, 1, 0), (2, 2, 10), (3, 3, 20), (1, 3, 1_030)], &[1, 3, 2, 3]),
            (&[(1, 1, 0), (1, 2, 6_000), (1, 3, 6_100)], &[1]),
        ] {
            assert_eq!(counted(clicks), expected, "{clicks:?}");
        }
    }

    #[test]
    fn a_flood_of_requests_does_not_fill_the_memory() {
        let buffer = SignalBuffer::default();
        let view = |subscriber, at| {
            let who = Who::Subscriber(subscriber);
            Seen { article: 1, kind: SignalKind::View, who, at: Timestamp(at) }
        };
        for at in 0..10 {
            assert!(buffer.push(view(0, at)));
        }
        assert_eq!(buffer.waiting().seen.len(), 1, "each counts once an hour");
        assert!((1..20_000).all(|subscriber| buffer.push(view(subscriber, 0))));
        assert!(!buffer.push(view(20_000, 0)));
    }

    #[test]
    fn old_clicks_are_forgotten() {
        let buffer = SignalBuffer::default();
        for (article, at) in [(1, 0), (2, 100)] {
            let who = Who::Subscriber(1);
            buffer.push(Seen { article, kind: SignalKind::Click, who, at: Timestamp(at) });
        }
        for (now, known) in [(HOLD, 1), (QUIET, 1), (QUIET + 100, 0)] {
            buffer.waiting().take(Timestamp(now));
            assert_eq!(buffer.waiting().clicks.len(), known, "{now}");
        }
    }
}
