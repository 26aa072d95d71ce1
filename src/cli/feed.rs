//! `tidings feed`.

use anyhow::{bail, ensure};
use clap::Subcommand;
use serde_json::{Value, json};

use super::installation::Installation;
use super::output::{Output, note};
use crate::actor::Actor;
use crate::article::feed::{self, Feed, FeedInput};
use crate::db::Conn;
use crate::worker::feeds::{Feeds, Report};

#[derive(Debug, Subcommand)]
pub enum FeedCommand {
    /// Add a feed (RSS, Atom or JSON Feed) and fetch it.
    Add {
        url: String,
        /// A topic of all its articles; may be repeated.
        #[arg(long)]
        topic: Vec<String>,
    },
    /// Fetch all feeds now.
    Fetch,
    /// List the feeds with their ids, and why the last fetch failed.
    List,
    /// Remove a feed; its articles stay.
    Remove { id: i64 },
}

impl FeedCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Add { url, topic } => add(installation, &url, topic, output).await,
            Self::Fetch => fetch(installation, output).await,
            Self::List => list(&installation.db.read(feed::list).await?, output),
            Self::Remove { id } => remove(installation, id, output).await,
        }
    }
}

async fn add(installation: &Installation, url: &str, topics: Vec<String>, output: Output) -> anyhow::Result<()> {
    let feeds = installation.feeds()?;
    let url = feeds.fetcher.check(url)?.to_string();
    let now = installation.clock.now();
    let work = move |conn: &mut Conn| feed::add(conn, &Actor::Operator, now, FeedInput { url, topics });
    let id = installation.db.write(work).await?;
    report(&feeds, id, output).await
}

async fn report(feeds: &Feeds, id: i64, output: Output) -> anyhow::Result<()> {
    match feeds.fetch_one(&Actor::Operator, id).await? {
        Report::Articles(done) => {
            let words = format!("feed {id}: {} new, {} changed", done.new, done.changed);
            output.say(&words, &json!({ "id": id, "new": done.new, "changed": done.changed }))
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
    let feeds = installation.feeds()?;
    let all = installation.db.read(feed::list).await?;
    let mut errors: Vec<Value> = Vec::new();
    for feed in &all {
        if let Report::Failed(reason) | Report::Gone(reason) = feeds.fetch_one(&Actor::Operator, feed.id).await? {
            note!("feed {} ({}): {reason}", feed.id, feed.url);
            errors.push(json!({ "id": feed.id, "url": feed.url, "reason": reason.to_string() }));
        }
    }
    let failed = errors.len();
    let words = format!("{} feeds fetched, {failed} failed", all.len());
    output.say(&words, &json!({ "fetched": all.len(), "failed": failed, "errors": errors }))?;
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
