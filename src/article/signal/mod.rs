//! Signals: views and clicks of articles, and who counts as a reader.
//!
//! A person is known for one day: by the hash of network and browser, or of a subscriber, with a salt that is deleted
//! at the end of the day. No address is stored. A network is [`BROWSERS`] people at most: whoever can change the user
//! agent at will is still not a crowd.
//!
//! Mail scanners follow links as browsers do, only faster: a click within [`TOO_SOON`] of the mail's delivery, or one of
//! a burst ([`BURSTS`]), is followed and not counted. A click is held for [`HOLD`] before it counts, so that the burst is
//! seen first. Each node sees the clicks that it answers.

mod bots;
mod buffer;

use std::net::IpAddr;

use super::score::SignalKind;
use crate::clock::{SECOND, Timestamp};
use crate::token::{keyed_hash, sha256};

pub use bots::{is_bot, is_reader};
pub use buffer::SignalBuffer;

/// Bytes of a user agent that are hashed.
const MAX_AGENT: usize = 300;
/// Browsers of a network that are told apart.
const BROWSERS: u8 = 4;

/// Milliseconds after a mail was accepted in which a click is a scanner's: scanners follow links before they deliver.
pub const TOO_SOON: i64 = 10 * SECOND;
/// Clicks of a subscriber on so many articles within so many milliseconds are those of a program.
pub const BURSTS: [(usize, i64); 2] = [(2, SECOND), (3, 3 * SECOND)];
/// Milliseconds for which a click is held; longer than any burst.
pub const HOLD: i64 = 5 * SECOND;
/// Milliseconds after a burst in which further clicks are those of the same program.
pub const QUIET: i64 = 30 * SECOND;

/// Who viewed or clicked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A visitor of a page: network (never the whole address) and browser, one of [`BROWSERS`] by its user agent.
    Visitor { network: Vec<u8>, browser: u8 },
    /// A subscriber, by a link in a digest.
    Subscriber(i64),
}

impl Who {
    /// A visitor, known by the first 24 bits (IPv4) or 48 bits (IPv6) of the address.
    #[must_use]
    pub fn visitor(client: IpAddr, user_agent: &str) -> Self {
        let network = match client.to_canonical() {
            IpAddr::V4(ip) => ip.octets().into_iter().take(3).collect(),
            IpAddr::V6(ip) => ip.octets().into_iter().take(6).collect(),
        };
        let agent = user_agent.as_bytes().get(..MAX_AGENT).unwrap_or(user_agent.as_bytes());
        let [first, ..] = sha256(agent);
        Self::Visitor { network, browser: first % BROWSERS }
    }

    /// The person for the day of this salt.
    #[must_use]
    pub fn person(&self, salt: &[u8]) -> [u8; 16] {
        let bytes = match self {
            Self::Visitor { network, browser } => {
                let length = u8::try_from(network.len()).unwrap_or_default();
                [&[length], network.as_slice(), &[*browser]].concat()
            }
            Self::Subscriber(id) => [[0].as_slice(), &id.to_be_bytes()].concat(),
        };
        let mut person = [0; 16];
        person.iter_mut().zip(keyed_hash(salt, &bytes)).for_each(|(to, from)| *to = from);
        person
    }
}

/// A view or a click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub article: i64,
    pub kind: SignalKind,
    pub who: Who,
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

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

    /// One machine that changed its user agent with each request made an article trend.
    #[test]
    fn a_network_is_a_few_people_whatever_its_user_agents() {
        let people = |network: u8| {
            let agent = |number: u32| format!("Mozilla/5.0 (X11; Linux x86_64; rv:{number}.0) Gecko/20100101");
            let person = |number| Who::visitor([192, 0, network, 7].into(), &agent(number)).person(b"today");
            (0..600).map(person).collect::<BTreeSet<_>>()
        };
        assert_eq!(people(2).len(), usize::from(BROWSERS));
        assert!(people(2).is_disjoint(&people(3)));
    }
}
