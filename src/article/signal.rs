//! Signals: who counts as a reader, and where views and clicks wait until they are kept.
//!
//! A person is known for one day: as the hash of network and browser, or of a subscriber, under a salt that is deleted
//! when the day is over. No address is ever kept.
//!
//! Mail scanners follow links as browsers do. What tells them from readers is haste: a click within [`TOO_SOON`] of the
//! mail's arrival, or on [`BURST_LINKS`] articles within [`BURST`], is followed and not counted.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::queries;
use super::score::SignalKind;
use crate::clock::{SECOND, Timestamp};
use crate::db::{self, Db};
use crate::token::{Random, keyed_hash};

/// Signals that may wait; beyond that they are not counted, so that a flood costs no memory.
const MOST_WAITING: usize = 20_000;
/// Of a user agent, in bytes.
const MOST_AGENT: usize = 300;

/// Milliseconds after a mail was taken in which nobody has read it yet: what scans mails does so before it lets them in.
pub const TOO_SOON: i64 = 10 * SECOND;
/// Clicks of one subscriber on so many articles within [`BURST`] milliseconds are a program's.
pub const BURST_LINKS: usize = 3;
pub const BURST: i64 = 3 * SECOND;

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody on a page: the network (never the whole address) and the browser.
    Visitor { network: Vec<u8>, user_agent: String },
    /// A subscriber, who came by a link in a digest.
    Subscriber(i64),
}

impl Who {
    /// A visitor: of the address the first 24 bits (IPv4) or 48 bits (IPv6) are looked at.
    #[must_use]
    pub fn visitor(client: IpAddr, user_agent: &str) -> Self {
        let network = match client.to_canonical() {
            IpAddr::V4(ip) => ip.octets().into_iter().take(3).collect(),
            IpAddr::V6(ip) => ip.octets().into_iter().take(6).collect(),
        };
        let end = user_agent.floor_char_boundary(MOST_AGENT);
        Self::Visitor { network, user_agent: user_agent.get(..end).unwrap_or_default().to_owned() }
    }

    /// The person for the day of this salt.
    #[must_use]
    pub fn person(&self, salt: &[u8]) -> [u8; 16] {
        let bytes = match self {
            Self::Visitor { network, user_agent } => {
                let length = u8::try_from(network.len()).unwrap_or_default();
                [&[length], network.as_slice(), user_agent.as_bytes()].concat()
            }
            Self::Subscriber(id) => [[0].as_slice(), &id.to_be_bytes()].concat(),
        };
        let mut person = [0; 16];
        person.iter_mut().zip(keyed_hash(salt, &bytes)).for_each(|(to, from)| *to = from);
        person
    }
}

/// A view or a click as it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub article: i64,
    pub kind: SignalKind,
    pub who: Who,
    pub at: Timestamp,
}

/// Whether a request is a person's who reads: a GET (not a HEAD, with which mail scanners and monitors ask), not a browser
/// that fetches ahead (`Sec-Purpose` or `Purpose: prefetch`), not a program that says what it is. Pass either header.
#[must_use]
pub fn is_reader(method: &str, purpose: Option<&str>, user_agent: &str) -> bool {
    let ahead = purpose.is_some_and(|purpose| {
        let purpose = purpose.to_ascii_lowercase();
        ["prefetch", "prerender", "preview"].iter().any(|word| purpose.contains(word))
    });
    method == "GET" && !ahead && !is_bot(user_agent)
}

/// What programs call themselves; no browser has one of these in its name.
const BOTS: [&str; 38] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "archiver",
    "scrap",
    "scan",
    "monitor",
    "uptime",
    "pingdom",
    "preview",
    "fetch",
    "feed",
    "rss",
    "reader",
    "http",
    "curl",
    "wget",
    "python",
    "perl",
    "ruby",
    "java/",
    "okhttp",
    "axios",
    "node-",
    "go-",
    "libwww",
    "headless",
    "phantom",
    "lighthouse",
    "whatsapp",
    "telegram",
    "facebookexternal",
    "skypeuri",
    "mediapartners",
    "proofpoint",
    "barracuda",
    "mimecast",
];

/// Whether a user agent is a program's: it says so, or says nothing.
#[must_use]
pub fn is_bot(user_agent: &str) -> bool {
    // A phone's make, and what browsers write: neither is a bot.
    let agent = user_agent.to_ascii_lowercase().replace("cubot", "");
    agent.trim().is_empty() || BOTS.iter().any(|bot| agent.contains(bot))
}

/// Signals on their way to the database. Pages add, a worker flushes every second; at most what came since is lost.
#[derive(Debug, Default)]
pub struct SignalBuffer(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    seen: Vec<Seen>,
    /// When each subscriber clicked lately, and on what: kept past a flush, so that a burst is known by its later links.
    clicks: HashMap<i64, Vec<(Timestamp, i64)>>,
}

impl Waiting {
    /// Whether this click makes a burst with those before it.
    fn is_burst(&mut self, subscriber: i64, seen: &Seen) -> bool {
        let clicks = self.clicks.entry(subscriber).or_default();
        clicks.retain(|(at, article)| seen.at.0 - at.0 < BURST && *article != seen.article);
        // One more than this tells nothing new, and a flood is not to fill the memory.
        clicks.truncate(BURST_LINKS);
        clicks.push((seen.at, seen.article));
        clicks.len() >= BURST_LINKS
    }

    /// Takes back what of a burst is not yet kept.
    fn take_back(&mut self, subscriber: i64, since: Timestamp) {
        let who = Who::Subscriber(subscriber);
        self.seen.retain(|seen| seen.who != who || seen.kind != SignalKind::Click || seen.at < since);
    }

    fn forget_clicks(&mut self, now: Timestamp) {
        self.clicks.retain(|_, clicks| clicks.iter().any(|(at, _)| now.0 - at.0 < BURST));
    }
}

impl SignalBuffer {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a signal in; says whether there was room, and no burst of which it is part.
    pub fn push(&self, seen: Seen) -> bool {
        let mut waiting = self.waiting();
        if waiting.seen.len() >= MOST_WAITING {
            return false;
        }
        if let (SignalKind::Click, &Who::Subscriber(subscriber)) = (seen.kind, &seen.who)
            && waiting.is_burst(subscriber, &seen)
        {
            waiting.take_back(subscriber, seen.at.plus(-BURST));
            return false;
        }
        waiting.seen.push(seen);
        true
    }

    /// Keeps what has come, in one transaction; returns how many counted. What could not be kept waits for the next time.
    pub async fn flush(&self, db: &Db, random: &Random) -> db::Result<usize> {
        let seen = std::mem::take(&mut self.waiting().seen);
        let Some(last) = seen.last() else { return Ok(0) };
        self.waiting().forget_clicks(last.at);
        let (batch, random) = (seen.clone(), random.clone());
        let kept = db.write(move |conn| queries::signals::store_signals(conn, &random, &batch)).await;
        if kept.is_err() {
            let waiting = &mut self.waiting().seen;
            let room = MOST_WAITING.saturating_sub(waiting.len());
            waiting.extend(seen.into_iter().take(room));
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    #[test]
    fn programs_are_told_from_readers() {
        for agent in [
            "",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0)",
            "facebookexternalhit/1.1",
            "curl/8.5.0",
            "python-requests/2.32",
            "Go-http-client/2.0",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36",
            "WhatsApp/2.23",
            "Feedly/1.0",
        ] {
            assert!(is_bot(agent), "{agent}");
        }
        for agent in [
            FIREFOX,
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 \
             Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 10; CUBOT_X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
            "Lynx/2.9.0 libssl/3.0",
        ] {
            assert!(!is_bot(agent), "{agent}");
        }
    }

    #[test]
    fn only_a_get_that_is_read_counts() {
        for (method, purpose, counts) in [
            ("GET", None, true),
            ("GET", Some(""), true),
            ("HEAD", None, false),
            ("POST", None, false),
            ("GET", Some("prefetch"), false),
            ("GET", Some("Prefetch;prerender"), false),
            ("GET", Some("preview"), false),
        ] {
            assert_eq!(is_reader(method, purpose, FIREFOX), counts, "{method} {purpose:?}");
        }
        assert!(!is_reader("GET", None, "curl/8"));
    }

    #[test]
    fn a_person_is_a_network_and_a_browser_for_a_day() {
        let person = |ip: &str, agent: &str, salt: &[u8]| Who::visitor(ip.parse().unwrap(), agent).person(salt);
        let base = person("192.0.2.1", FIREFOX, b"today");
        for (other, same) in [
            (person("192.0.2.250", FIREFOX, b"today"), true),
            (person("::ffff:192.0.2.9", FIREFOX, b"today"), true),
            (person("192.0.3.1", FIREFOX, b"today"), false),
            (person("192.0.2.1", "Lynx", b"today"), false),
            (person("192.0.2.1", FIREFOX, b"tomorrow"), false),
            (Who::Subscriber(1).person(b"today"), false),
        ] {
            assert_eq!(other == base, same);
        }
        let (a, b) = (person("2001:db8:1:2::3", "x", b"s"), person("2001:db8:1:ffff::9", "x", b"s"));
        assert_eq!(a, b);
        assert_ne!(a, person("2001:db8:2:2::3", "x", b"s"));
        assert_ne!(Who::Subscriber(1).person(b"s"), Who::Subscriber(2).person(b"s"));
    }

    /// A scanner that opened every link of a mail was its most eager reader.
    #[test]
    fn a_burst_of_clicks_is_a_programs() {
        let waits = |clicks: &[(i64, i64, i64)]| {
            let buffer = SignalBuffer::default();
            for (subscriber, article, at) in clicks {
                let who = Who::Subscriber(*subscriber);
                buffer.push(Seen { article: *article, kind: SignalKind::Click, who, at: Timestamp(*at) });
            }
            let waiting = buffer.waiting();
            waiting.seen.iter().map(|seen| seen.article).collect::<Vec<_>>()
        };
        for (clicks, counted) in [
            (&[(1, 1, 0), (1, 2, 500), (1, 3, 900), (1, 4, 1_000), (1, 5, 5_000)][..], &[5][..]),
            (&[(1, 1, 0), (1, 2, 1_600), (1, 3, 3_200), (1, 4, 4_800)], &[1, 2, 3, 4]),
            (&[(1, 1, 0), (1, 1, 10), (1, 1, 20), (1, 2, 30)], &[1, 1, 1, 2]),
            (&[(1, 1, 0), (2, 2, 10), (3, 3, 20), (1, 3, 30)], &[1, 2, 3, 3]),
        ] {
            assert_eq!(waits(clicks), counted, "{clicks:?}");
        }
    }

    #[test]
    fn a_flood_does_not_fill_the_memory() {
        let buffer = SignalBuffer::default();
        let seen = Seen { article: 1, kind: SignalKind::View, who: Who::Subscriber(1), at: Timestamp(0) };
        assert!((0..MOST_WAITING).all(|_| buffer.push(seen.clone())));
        assert!(!buffer.push(seen));
    }
}
