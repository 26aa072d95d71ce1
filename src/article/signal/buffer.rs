//! The buffer of signals that are not stored yet.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{BURST, BURST_LINKS, Seen, Who};
use crate::article::queries::signals::store_signals;
use crate::article::score::SignalKind;
use crate::clock::{HOUR, Timestamp};
use crate::db::{self, Db};
use crate::token::Random;

/// Most signals in the buffer. More are not counted, so that a flood of requests does not fill the memory. Those of one
/// network are few, because each counts once an hour.
const MAX_WAITING: usize = 20_000;

/// Signals that are not stored yet. Pages add to it and a worker flushes it every second; a crash loses at most that
/// second.
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
    /// Recent clicks of each subscriber, by time and article. They stay after a flush, so that a burst is recognised
    /// across flushes.
    clicks: HashMap<i64, Vec<(Timestamp, i64)>>,
}

impl Waiting {
    /// Whether this click and earlier ones are a burst.
    fn is_burst(&mut self, subscriber: i64, seen: &Seen) -> bool {
        let clicks = self.clicks.entry(subscriber).or_default();
        clicks.retain(|(at, article)| seen.at.0 - at.0 < BURST && *article != seen.article);
        // More are not needed, and the memory is bounded.
        clicks.truncate(BURST_LINKS);
        clicks.push((seen.at, seen.article));
        clicks.len() >= BURST_LINKS
    }

    /// Removes the clicks of a burst from the buffer.
    fn remove_burst(&mut self, subscriber: i64, since: Timestamp) {
        let who = Who::Subscriber(subscriber);
        self.seen.retain(|key, at| key.0 != who || key.1 != SignalKind::Click || *at < since);
    }

    fn forget_old_clicks(&mut self, now: Timestamp) {
        self.clicks.retain(|_, clicks| clicks.iter().any(|(at, _)| now.0 - at.0 < BURST));
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
            && waiting.is_burst(subscriber, &seen)
        {
            waiting.remove_burst(subscriber, seen.at.plus(-BURST));
            return false;
        }
        let at = seen.at;
        waiting.seen.entry(key(seen)).or_insert(at);
        true
    }

    /// Stores the signals in one transaction; returns how many counted. After a failure they stay for the next flush.
    pub async fn flush(&self, db: &Db, random: &Random) -> db::Result<usize> {
        let seen = std::mem::take(&mut self.waiting().seen);
        let Some(last) = seen.values().max() else { return Ok(0) };
        self.waiting().forget_old_clicks(*last);
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

    /// A scanner that opened every link of a mail counted as a reader.
    #[test]
    fn a_burst_of_clicks_is_not_counted() {
        let waits = |clicks: &[(i64, i64, i64)]| {
            let buffer = SignalBuffer::default();
            for (subscriber, article, at) in clicks {
                let who = Who::Subscriber(*subscriber);
                buffer.push(Seen { article: *article, kind: SignalKind::Click, who, at: Timestamp(*at) });
            }
            let waiting = buffer.waiting();
            waiting.seen.keys().map(|key| key.2).collect::<Vec<_>>()
        };
        for (clicks, counted) in [
            (&[(1, 1, 0), (1, 2, 500), (1, 3, 900), (1, 4, 1_000), (1, 5, 5_000)][..], &[5][..]),
            (&[(1, 1, 0), (1, 2, 1_600), (1, 3, 3_200), (1, 4, 4_800)], &[1, 2, 3, 4]),
            (&[(1, 1, 0), (1, 1, 10), (1, 1, 20), (1, 2, 30)], &[1, 2]),
            (&[(1, 1, 0), (2, 2, 10), (3, 3, 20), (1, 3, 30)], &[1, 3, 2, 3]),
        ] {
            assert_eq!(waits(clicks), counted, "{clicks:?}");
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
}
