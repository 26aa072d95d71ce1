//! `tidings newsletter`.

use anyhow::Context;
use clap::Subcommand;
use serde_json::json;

use super::fields::FieldOptions;
use super::installation::Installation;
use super::output::Output;
use crate::actor::Actor;
use crate::newsletter::{self, Input, Newsletter};

#[derive(Debug, Subcommand)]
pub enum NewsletterCommand {
    /// Add a newsletter. What is left out has its default: all topics, ten articles of the last seven days.
    Add(FieldOptions<Input>),
    /// Change a newsletter: what is left out stays as it is.
    Change {
        /// Its short name in URLs.
        newsletter: String,
        #[command(flatten)]
        fields: FieldOptions<Input>,
    },
    /// List the newsletters.
    List,
}

impl NewsletterCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        let now = installation.clock.now();
        match self {
            Self::Add(fields) => {
                let input = Input::default().with(fields.changes)?;
                let id = installation.db.write(move |conn| newsletter::add(conn, &Actor::Operator, now, input)).await?;
                output.say(&id.to_string(), &json!({ "id": id }))
            }
            Self::Change { newsletter, fields } => {
                let id = by_slug(installation, &newsletter).await?.id;
                let work = move |conn: &mut _| newsletter::patch(conn, &Actor::Operator, now, id, fields.changes);
                installation.db.write(work).await?;
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
