//! `tidings newsletter`.

use anyhow::Context;
use clap::{Args, Subcommand};
use serde_json::json;

use super::installation::Installation;
use super::output::Output;
use crate::actor::Actor;
use crate::newsletter::{self, EditionSettings, Input, Newsletter, Settings};

#[derive(Debug, Subcommand)]
pub enum NewsletterCommand {
    /// Add a newsletter: all topics, ten articles of the last seven days.
    Add(Box<Add>),
    /// List the newsletters.
    List,
}

#[derive(Debug, Args)]
pub struct Add {
    /// A short name for URLs, such as "morning".
    #[arg(long)]
    slug: String,
    #[arg(long)]
    name: String,
    /// The address in From.
    #[arg(long)]
    sender: String,
    /// The address that readers write to; the Reply-To of every digest.
    #[arg(long)]
    contact: String,
    /// The publisher's postal address. Without it no digest is sent.
    #[arg(long, default_value = "")]
    postal_address: String,
    #[arg(long, default_value = "")]
    description: String,
    /// The time zone of its days, such as Europe/Berlin.
    #[arg(long, default_value = "UTC")]
    time_zone: String,
}

impl NewsletterCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Add(add) => {
                let newsletter = Settings {
                    slug: add.slug,
                    name: add.name,
                    sender: add.sender,
                    contact: add.contact,
                    postal_address: add.postal_address.replace("\\n", "\n"),
                    description: add.description,
                    time_zone: add.time_zone,
                    ..Settings::default()
                };
                let input = Input { newsletter, edition: EditionSettings::default() };
                let now = installation.clock.now();
                let id = installation.db.write(move |conn| newsletter::add(conn, &Actor::Operator, now, input)).await?;
                output.say(&id.to_string(), &json!({ "id": id }))
            }
            Self::List => {
                let all = installation.db.read(newsletter::list).await?;
                let lines: Vec<String> =
                    all.iter().map(|n| format!("{}\t{}\t{} confirmed", n.slug, n.name, n.confirmed)).collect();
                let objects: Vec<_> = all
                    .iter()
                    .map(|n| json!({ "id": n.id, "slug": n.slug, "name": n.name, "confirmed": n.confirmed, "pending": n.pending }))
                    .collect();
                output.say(&lines.join("\n"), &json!({ "newsletters": objects }))
            }
        }
    }
}

/// The newsletter with a slug.
pub async fn by_slug(installation: &Installation, slug: &str) -> anyhow::Result<Newsletter> {
    let wanted = slug.to_owned();
    let found = installation.db.read(move |conn| newsletter::by_slug(conn, &wanted)).await?;
    found.with_context(|| format!("there is no newsletter \"{slug}\"; \"tidings newsletter list\" shows them"))
}
