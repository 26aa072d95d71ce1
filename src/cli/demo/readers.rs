//! The readers of the sample newsroom: three hundred, who came over nine weeks, some of whom left or never confirmed.

use crate::actor::Actor;
use crate::clock::{DAY, HOUR, Timestamp};
use crate::db::{self, Conn};
use crate::email_address::EmailAddress;
use crate::newsletter::Newsletter;
use crate::subscriber::SubscriptionState;
use crate::subscriber::import::{self, Event, History, Row};

/// Readers who came in each week, the oldest first: 300.
const WEEKS: [usize; 9] = [12, 17, 21, 26, 32, 38, 44, 51, 59];
const WEEK: i64 = 7 * DAY;
const FIRST: [&str; 25] = [
    "Ann", "Olav", "Ida", "Tove", "Marit", "Jonas", "Signe", "Erik", "Liv", "Per", "Nora", "Aksel", "Frida", "Knut",
    "Solveig", "Henrik", "Astrid", "Lars", "Ingrid", "Tor", "Sofie", "Magnus", "Eva", "Nils", "Kari",
];
const LAST: [&str; 12] =
    ["Vik", "Sand", "Lund", "Holm", "Berg", "Strand", "Dahl", "Moen", "Haugen", "Ness", "Fjeld", "Marrack"];
/// Names under a domain that is reserved for examples (RFC 2606).
const DOMAINS: [&str; 6] =
    ["harbour.example", "north.example", "islands.example", "rope-lane.example", "cannery.example", "post.example"];
/// The capture relay refuses its mail, as a server does whose mailbox is gone.
const GONE: &str = "skipper@bounce.example";

/// The weeks in which readers came: the time of each, and its readers.
pub fn weeks(now: Timestamp) -> impl Iterator<Item = (Timestamp, std::ops::Range<usize>)> {
    let ago = (1..=WEEKS.len()).rev().map(move |weeks| now.plus(-i64::try_from(weeks).unwrap_or(1) * WEEK + DAY));
    let mut next = 0;
    ago.zip(WEEKS).map(move |(at, count)| {
        let first = next;
        next += count;
        (at, first..next)
    })
}

/// Subscribes readers by their numbers, as they were some hours after `at`.
pub fn join(
    conn: &mut Conn,
    at: Timestamp,
    newsletter: &Newsletter,
    numbers: std::ops::Range<usize>,
) -> db::Result<()> {
    let rows = numbers.filter_map(|number| reader(at, number)).collect();
    import::store(conn, &Actor::Operator, at.plus(5 * DAY), newsletter, rows)?;
    Ok(())
}

fn reader(at: Timestamp, number: usize) -> Option<Row> {
    let (first, last) = (FIRST.get(number % FIRST.len())?, LAST.get(number / FIRST.len() % LAST.len())?);
    let domain = DOMAINS.get(number * 7 % DOMAINS.len())?;
    let address = match number {
        8 => GONE.to_owned(),
        _ => format!("{}.{}@{domain}", first.to_lowercase(), last.to_lowercase()),
    };
    let state = match number % 37 {
        30 => SubscriptionState::Pending,
        11 => SubscriptionState::Unsubscribed,
        _ => SubscriptionState::Confirmed,
    };
    let came = at.plus(i64::try_from(number % 90).unwrap_or(0) * HOUR);
    let event = |at: Timestamp| Some(Event { at, client: String::new() });
    let history = History {
        opted_in: event(came),
        confirmed: event(came.plus(HOUR)).filter(|_| state == SubscriptionState::Confirmed),
        left_at: (state == SubscriptionState::Unsubscribed).then(|| came.plus(DAY)),
        ..History::default()
    };
    // One in eight did not tell a name.
    let name = if number % 8 == 5 { String::new() } else { format!("{first} {last}") };
    Some(Row { address: EmailAddress::parse(&address).ok()?, name, state, history: Some(Box::new(history)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_three_hundred_different_readers() {
        let weeks: Vec<_> = weeks(Timestamp(0)).collect();
        let mut addresses: Vec<String> = weeks
            .iter()
            .flat_map(|(at, numbers)| numbers.clone().map(|number| reader(*at, number).unwrap()))
            .map(|row| row.address.normalised().to_owned())
            .collect();
        addresses.sort();
        addresses.dedup();
        assert_eq!(addresses.len(), 300);
        assert!(weeks.is_sorted_by_key(|(at, _)| *at) && weeks.iter().all(|(at, _)| at.plus(5 * DAY).0 < 0));
    }
}
