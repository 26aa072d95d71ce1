//! `tidings feed`.

use anyhow::{Context, bail};
use clap::Subcommand;
use serde_json::json;

use super::installation::Installation;
use super::output::Output;
use crate::actor::Actor;
use crate::article::feed;
use crate::worker::feeds::{Feeds, Report};

#[derive(Debug, Subcommand)]
pub enum FeedCommand {
    /// Add a feed (RSS, Atom or JSON Feed) and fetch it.
    Add {
        url: String,
        /// A topic of all its articles; may be given several times.
        #[arg(long)]
        topic: Vec<String>,
    },
    /// Fetch all feeds now.
    Fetch,
}

impl FeedCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        let feeds = installation.feeds()?;
        match self {
            Self::Add { url, topic } => {
                let url = feeds.fetcher.check(&url)?.to_string();
                let now = installation.clock.now();
                let work = move |conn: &mut crate::db::Conn| feed::add(conn, &Actor::Operator, now, &url, &topic);
                let id = installation.db.write(work).await?;
                report(&feeds, id, output).await
            }
            Self::Fetch => {
                let all = installation.db.read(feed::list).await?;
                let mut failed = Vec::new();
                for feed in &all {
                    if let Report::Failed(reason) = feeds.fetch_one(&Actor::Operator, feed.id).await? {
                        eprintln!("feed {} ({}): {reason}", feed.id, feed.url);
                        failed.push(json!({ "id": feed.id, "url": feed.url, "error": reason }));
                    }
                }
                let words = format!("{} feeds fetched, {} failed", all.len() - failed.len(), failed.len());
                output.say(
                    &words,
                    &json!({ "fetched": all.len() - failed.len(), "failed": failed.len(), "errors": failed }),
                );
                if failed.is_empty() { Ok(()) } else { bail!("{} feeds could not be fetched", failed.len()) }
            }
        }
    }
}

async fn report(feeds: &Feeds, id: i64, output: Output) -> anyhow::Result<()> {
    match feeds.fetch_one(&Actor::Operator, id).await? {
        Report::Articles(done) => {
            let words = format!("feed {id}: {} new articles", done.new);
            output.say(&words, &json!({ "id": id, "new": done.new, "changed": done.changed }));
        }
        Report::NotModified => output.say(&format!("feed {id}: nothing new"), &json!({ "id": id, "new": 0 })),
        Report::Failed(reason) => {
            output.say(
                &format!("feed {id} is kept and will be tried again: {reason}"),
                &json!({ "id": id, "error": reason }),
            );
        }
        Report::Missing => None.context("the feed is gone again")?,
    }
    Ok(())
}
