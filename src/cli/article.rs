//! `tidings article`.

use std::path::PathBuf;

use anyhow::Context;
use clap::Subcommand;
use serde_json::json;

use super::installation::Installation;
use super::output::{Output, note, refusals};
use crate::actor::Actor;
use crate::article;
use crate::article::import::{AHEAD, NewArticle, RowError, parse_json, parse_markdown};
use crate::site;

#[derive(Debug, Subcommand)]
pub enum ArticleCommand {
    /// Bring in articles of a .json file (one object or an array) or of a .md file with front matter.
    Import { file: PathBuf },
}

impl ArticleCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        let Self::Import { file } = self;
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let is_markdown = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
        let site = installation.db.read(site::site).await?;
        let zone = site.time_zone;
        let rows = if is_markdown { parse_markdown(&text, zone) } else { parse_json(&text, zone) };
        let rows = rows.with_context(|| file.display().to_string())?;
        let now = installation.clock.now();
        let in_time = |(at, row): (usize, Result<NewArticle, RowError>)| {
            row.and_then(|article| {
                let checked = article.not_ahead(now.to_utc(), AHEAD);
                checked.map_err(|error| RowError { row: at + 1, message: error.to_string() })
            })
        };
        let rows = rows.into_iter().enumerate().map(in_time);
        let (good, bad): (Vec<_>, Vec<_>) = rows.partition(Result::is_ok);
        let good: Vec<_> = good.into_iter().flatten().collect();
        let bad: Vec<_> = bad.into_iter().filter_map(Result::err).collect();
        for row in &bad {
            note!("{}: article {}: {}", file.display(), row.row, row.message);
        }
        let others = good.len();
        let work = move |conn: &mut crate::db::Conn| article::import(conn, &Actor::Operator, now, &site.name, &good);
        let done = installation.db.write(work).await?;
        let words =
            format!("{} new, {} changed, {} unchanged, {} refused", done.new, done.changed, done.unchanged, bad.len());
        let errors = bad.iter().map(|row| json!({ "article": row.row, "reason": row.message }));
        let object = json!({
            "new": done.new, "changed": done.changed, "unchanged": done.unchanged, "refused": bad.len(),
            "ids": done.articles.iter().map(|article| article.id).collect::<Vec<_>>(),
            "errors": errors.collect::<Vec<_>>(),
        });
        output.say(&words, &object)?;
        anyhow::ensure!(bad.is_empty(), refusals("article", bad.len(), others));
        Ok(())
    }
}
