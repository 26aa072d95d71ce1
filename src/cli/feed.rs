//! `tidings feed`.

use anyhow::{bail, ensure};
use clap::Subcommand;
use serde_json::{Value, json};

use super::installation::Installation;
use super::output::{Output, note};
use crate::actor::Actor;
use crate::article::Imported;
use crate::article::feed::{self, Feed, FeedInput};
use crate::db::Conn;
use crate::worker::feeds::{Feeds, Report};

#[derive(Debug, Subcommand)]
pub enum FeedCommand {
    /// Add a feed (RSS, Atom or JSON Feed) and fetch it.
    Add {
        /// Its address, or that of a web page that names it.
        url: String,
        /// A topic of all its articles; may be repeated.
        #[arg(long)]
        topic: Vec<String>,
    },
    /// Change the address of a feed and fetch it; its articles stay its own.
    Change {
        /// The feed's id, as "feed list" shows it.
        id: i64,
        /// Its new address, or that of a web page that names it.
        #[arg(long)]
        url: String,
    },
    /// Fetch all feeds now, and say what each brought.
    Fetch,
    /// List the feeds with their ids, and why the last fetch failed.
    List,
    /// Remove a feed; its articles stay.
    Remove {
        /// The feed's id, as "feed list" shows it.
        id: i64,
    },
}

impl FeedCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Add { url, topic } => add(installation, &url, topic, output).await,
            Self::Change { id, url } => change(installation, id, &url, output).await,
            Self::Fetch => fetch(installation, output).await,
            Self::List => list(&installation.db.read(feed::list).await?, output),
            Self::Remove { id } => remove(installation, id, output).await,
        }
    }
}

/// The address of the feed at an address; that itself if its server can't be reached now.
async fn address_of(feeds: &Feeds, given: &str) -> anyhow::Result<String> {
    match feeds.find(given).await {
        Ok(url) => Ok(url.into()),
        Err(failure) if failure.may_pass() => Ok(feeds.fetcher.check(given)?.into()),
        Err(failure) => bail!("{given}: {failure}"),
    }
}

async fn add(installation: &Installation, url: &str, topics: Vec<String>, output: Output) -> anyhow::Result<()> {
    let feeds = installation.feeds()?;
    let url = address_of(&feeds, url).await?;
    let now = installation.clock.now();
    let work = move |conn: &mut Conn| feed::add(conn, &Actor::Operator, now, FeedInput { url, topics });
    let id = installation.db.write(work).await?;
    report(&feeds, id, output).await
}

async fn change(installation: &Installation, id: i64, url: &str, output: Output) -> anyhow::Result<()> {
    let feeds = installation.feeds()?;
    let url = address_of(&feeds, url).await?;
    let now = installation.clock.now();
    let work = move |conn: &mut Conn| {
        let topics = feed::topics_of(conn, id)?.into_iter().map(|topic| topic.name).collect();
        feed::change(conn, &Actor::Operator, now, id, FeedInput { url, topics })
    };
    installation.db.write(work).await?;
    report(&feeds, id, output).await
}

/// What a fetch brought.
fn counts(id: i64, done: &Imported) -> (String, Value) {
    let mut words = format!("feed {id}: {} new, {} changed, {} unchanged", done.new, done.changed, done.unchanged);
    if done.merged > 0 {
        words.extend([", ", &done.merged.to_string(), " twice in the feed"]);
    }
    if done.left_out > 0 {
        words.extend([", ", &done.left_out.to_string(), " without title and text left out"]);
    }
    let object = json!({
        "id": id, "new": done.new, "changed": done.changed, "unchanged": done.unchanged, "merged": done.merged,
        "left_out": done.left_out,
    });
    (words, object)
}

async fn report(feeds: &Feeds, id: i64, output: Output) -> anyhow::Result<()> {
    match feeds.fetch_one(&Actor::Operator, id).await? {
        Report::Articles(done) => {
            let (words, object) = counts(id, &done);
            output.say(&words, &object)
        }
        Report::NotModified => output.say(&format!("feed {id}: nothing new"), &json!({ "id": id, "new": 0 })),
        Report::Failed(reason) => {
            let words = format!("feed {id} could not be fetched and is tried again later: {reason}");
            output.say(&words, &json!({ "id": id, "error": reason.to_string() }))?;
            bail!("the feed could not be fetched; \"tidings feed remove {id}\" removes it")
        }
        Report::Gone(reason) => {
            let words = format!("feed {id} is gone for good, and fetched again only on request: {reason}");
            output.say(&words, &json!({ "id": id, "error": reason.to_string() }))?;
            bail!("the feed is gone; \"tidings feed remove {id}\" removes it")
        }
        Report::Missing => bail!("the feed was removed meanwhile"),
    }
}

async fn fetch(installation: &Installation, output: Output) -> anyhow::Result<()> {
    let reports = installation.feeds()?.fetch_all(&Actor::Operator).await?;
    let (mut lines, mut feeds, mut errors): (Vec<String>, Vec<Value>, Vec<Value>) = Default::default();
    for (feed, report) in &reports {
        let id = feed.id;
        match report {
            Report::Articles(done) => {
                let (words, object) = counts(id, done);
                lines.push(words);
                feeds.push(object);
            }
            Report::NotModified | Report::Missing => lines.push(format!("feed {id}: nothing new")),
            Report::Failed(reason) | Report::Gone(reason) => {
                note!("feed {id} ({}): {reason}", feed.url);
                errors.push(json!({ "id": id, "url": feed.url, "reason": reason.to_string() }));
            }
        }
    }
    let failed = errors.len();
    lines.push(format!("{} feeds fetched, {failed} failed", reports.len()));
    let object = json!({ "fetched": reports.len(), "failed": failed, "errors": errors, "feeds": feeds });
    output.say(&lines.join("\n"), &object)?;
    ensure!(failed == 0, "not all feeds could be fetched; they are tried again");
    Ok(())
}

fn list(feeds: &[Feed], output: Output) -> anyhow::Result<()> {
    let last_error = |feed: &Feed| feed.last_error.as_ref().map(ToString::to_string).unwrap_or_default();
    let line =
        |feed: &Feed| [&feed.id.to_string(), &feed.url, &feed.title, &last_error(feed)].map(String::as_str).join("\t");
    let object = |feed: &Feed| {
        json!({
            "id": feed.id, "url": feed.url, "title": feed.title, "failures": feed.failures,
            "last_error": last_error(feed), "stopped": feed.stopped,
        })
    };
    let lines: Vec<String> = feeds.iter().map(line).collect();
    let objects: Vec<Value> = feeds.iter().map(object).collect();
    output.say(&lines.join("\n"), &json!({ "feeds": objects }))
}

async fn remove(installation: &Installation, id: i64, output: Output) -> anyhow::Result<()> {
    let now = installation.clock.now();
    let removed = installation.db.write(move |conn: &mut Conn| feed::remove(conn, &Actor::Operator, now, id)).await?;
    ensure!(removed, "there is no feed {id}; \"tidings feed list\" shows them");
    output.say(&format!("feed {id} was removed; its articles stay"), &json!({ "id": id }))
}
