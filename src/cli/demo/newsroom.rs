//! The sample newsroom: three weeks of it. Its articles are imported, its signals counted and its digests sent like real
//! ones.

use serde::Deserialize;

use super::{desk, issues, readers};
use crate::actor::Actor;
use crate::article::import::ArticleInput;
use crate::article::score::SignalKind;
use crate::article::signal::{Seen, Who};
use crate::article::{self, Incoming, similar};
use crate::cli::installation::Installation;
use crate::clock::{DAY, HOUR, MINUTE, Timestamp};
use crate::db::{self, Conn};
use crate::newsletter::{self, Input, Settings};
use crate::site::{self, Site};
use crate::web::assets::asset_url;

const WEEK: i64 = 7 * DAY;
const NEWSROOM: &str = include_str!("../../../assets/demo/newsroom.json");

/// A sample article with its views and clicks.
#[derive(Deserialize)]
struct Sample {
    age_hours: i64,
    views: u32,
    clicks: u32,
    /// The name of its picture, one of our assets.
    picture: Option<String>,
    article: ArticleInput,
}

impl Sample {
    const fn published(&self, now: Timestamp) -> Timestamp {
        now.plus(-self.age_hours * HOUR)
    }
}

/// Fills an empty installation; one that has a newsletter is not changed. What happened is done in its order, each at its
/// time.
pub async fn fill(installation: &Installation) -> anyhow::Result<()> {
    if !installation.db.read(newsletter::list).await?.is_empty() {
        return Ok(());
    }
    let now = installation.clock.now();
    let work = move |conn: &mut Conn| {
        site::change(conn, &Actor::Operator, now, &harbour_ledger())?;
        newsletter::add(conn, &Actor::Operator, now, morning_tide())
    };
    let newsletter = installation.db.write(work).await?;
    let mut samples: Vec<Sample> = serde_json::from_str(NEWSROOM)?;
    samples.sort_by_key(|sample| std::cmp::Reverse(sample.age_hours));
    let mut articles = (0..).zip(samples).peekable();
    let mut weeks = readers::weeks(now).peekable();
    for (at, subject) in issues::times(now) {
        while let Some((week, numbers)) = weeks.next_if(|(week, _)| week.plus(WEEK) <= at) {
            join(installation, week, newsletter, numbers).await?;
        }
        while let Some((number, sample)) = articles.next_if(|(_, sample)| sample.published(now) < at) {
            publish(installation, now, number, sample).await?;
        }
        issues::deliver(installation, newsletter, at, subject).await?;
    }
    for (week, numbers) in weeks {
        join(installation, week, newsletter, numbers).await?;
    }
    for (number, sample) in articles {
        publish(installation, now, number, sample).await?;
    }
    installation.db.write(similar::compare_all).await?;
    desk::fill(installation, now, newsletter).await
}

async fn join(
    installation: &Installation,
    week: Timestamp,
    newsletter: i64,
    numbers: std::ops::Range<usize>,
) -> db::Result<()> {
    let work = move |conn: &mut Conn| match newsletter::by_id(conn, newsletter)? {
        Some(newsletter) => readers::join(conn, week, &newsletter, numbers),
        None => Ok(()),
    };
    installation.db.write(work).await
}

/// Imports a sample and counts its signals.
async fn publish(installation: &Installation, now: Timestamp, number: u32, sample: Sample) -> anyhow::Result<()> {
    let (published, counts) = (sample.published(now), (sample.views, sample.clicks));
    let image = sample.picture.map(|name| installation.links.to(&asset_url(&format!("{name}.svg"))));
    let mut new = ArticleInput { image, ..sample.article }.check(chrono_tz::UTC)?;
    new.published_at = Some(published.to_utc());
    let work = move |conn: &mut Conn| {
        article::import(conn, &Actor::Operator, now, "The Harbour Ledger", &[Incoming::from(new)])
    };
    let kept = installation.db.write(work).await?;
    let Some(kept) = kept.articles.first() else { return Ok(()) };
    let (seen, random) = (signals(number, kept.id, counts, published, now), installation.random.clone());
    Ok(installation.db.write(move |conn| article::store_signals(conn, &random, &seen).map(|_| ())).await?)
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
