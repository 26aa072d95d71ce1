//! The sample newsroom. Its articles are imported and its signals counted like real ones.

use serde::Deserialize;

use crate::actor::Actor;
use crate::article::import::ArticleInput;
use crate::article::score::SignalKind;
use crate::article::signal::{Seen, Who};
use crate::article::{self, Incoming, similar};
use crate::cli::installation::Installation;
use crate::clock::{HOUR, MINUTE, Timestamp};
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Input, Settings};
use crate::site::{self, Site};
use crate::subscriber::SubscriptionState;
use crate::subscriber::import::{self, Row};

const NEWSROOM: &str = include_str!("../../../assets/demo/newsroom.json");

/// Addresses at a reserved domain (RFC 2606), and names.
const READERS: [(&str, &str); 5] = [
    ("ann@harbour.example", "Ann Vik"),
    ("olav@north.example", "Olav"),
    ("ida@rope-lane.example", "Ida Sand"),
    ("post@cannery.example", ""),
    ("tove@islands.example", "Tove"),
];

/// A sample article with its views and clicks.
#[derive(Deserialize)]
struct Sample {
    age_hours: i64,
    views: u32,
    clicks: u32,
    article: ArticleInput,
}

/// Fills an empty installation; one that has a newsletter is not changed.
pub async fn fill(installation: &Installation) -> anyhow::Result<()> {
    if !installation.db.read(newsletter::list).await?.is_empty() {
        return Ok(());
    }
    let now = installation.clock.now();
    installation.db.write(move |conn| site::change(conn, &Actor::Operator, now, &harbour_ledger())).await?;
    let newsletter =
        installation.db.write(move |conn| newsletter::add(conn, &Actor::Operator, now, morning_tide())).await?;
    installation.db.write(move |conn| subscribe(conn, now, newsletter)).await?;
    let samples: Vec<Sample> = serde_json::from_str(NEWSROOM)?;
    for (number, sample) in (0_u32..).zip(samples) {
        let published = now.plus(-sample.age_hours * HOUR);
        let mut new = sample.article.check(chrono_tz::UTC)?;
        new.published_at = Some(published.to_utc());
        let work = move |conn: &mut crate::db::Conn| {
            article::import(conn, &Actor::Operator, now, "The Harbour Ledger", &[Incoming::from(new)])
        };
        let kept = installation.db.write(work).await?;
        let Some(kept) = kept.articles.first() else { continue };
        let seen = signals(number, kept.id, (sample.views, sample.clicks), published, now);
        let random = installation.random.clone();
        installation.db.write(move |conn| article::store_signals(conn, &random, &seen)).await?;
    }
    installation.db.write(similar::compare_all).await?;
    Ok(())
}

/// A few confirmed readers, so that the first digest has recipients.
fn subscribe(conn: &mut crate::db::Conn, now: Timestamp, newsletter: i64) -> crate::db::Result<()> {
    let Some(newsletter) = newsletter::by_id(conn, newsletter)? else { return Ok(()) };
    let row = |(address, name): &(&str, &str)| {
        let address = EmailAddress::parse(address).ok()?;
        Some(Row { address, name: (*name).to_owned(), state: SubscriptionState::Confirmed, history: None })
    };
    let rows = READERS.iter().filter_map(row).collect();
    import::store(conn, &Actor::Operator, now, &newsletter, rows)?;
    Ok(())
}

/// Signals of different persons between the article's publication and now.
fn signals(number: u32, article: i64, counts: (u32, u32), published: Timestamp, now: Timestamp) -> Vec<Seen> {
    let (views, clicks) = counts;
    let all = views + clicks;
    let step = (now.0 - published.0 - MINUTE).max(1) / i64::from(all.max(1));
    let signal = |index: u32| Seen {
        article,
        kind: if index.is_multiple_of(all / clicks.max(1)) && clicks > 0 {
            SignalKind::Click
        } else {
            SignalKind::View
        },
        who: Who::visitor(std::net::Ipv4Addr::from_bits(0xC633_0000 + number * 4_096 + index * 256).into(), "A reader"),
        at: published.plus(step * i64::from(index)),
    };
    (0..all).map(signal).collect()
}

fn harbour_ledger() -> Site {
    Site {
        name: "The Harbour Ledger".to_owned(),
        tagline: "News of Silver Harbour and the islands".to_owned(),
        time_zone: chrono_tz::Europe::Berlin,
        privacy: "We keep your address, your name if you tell us, and what you agreed to. Every mail has a link to all of it, \
                  and a button that erases it.\n\nPages count how often they are read, never by whom."
            .to_owned(),
        imprint: "The Harbour Ledger  \n4 Rope Lane  \nSilver Harbour\n\nThis newsroom is a sample; it exists only here."
            .to_owned(),
    }
}

fn morning_tide() -> Input {
    let newsletter = Settings {
        slug: "morning-tide".to_owned(),
        name: "The Morning Tide".to_owned(),
        description: "What the town talks about, in your inbox before the first ferry.".to_owned(),
        sender: "tide@ledger.example".to_owned(),
        contact: "desk@ledger.example".to_owned(),
        postal_address: "The Harbour Ledger\n4 Rope Lane\nSilver Harbour".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        ..Settings::default()
    };
    Input { newsletter, ..Input::default() }
}
