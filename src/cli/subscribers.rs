//! `tidings subscribers`: CSV in and out.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::installation::Installation;
use super::newsletter::by_slug;
use super::output::Output;
use crate::actor::Actor;
use crate::email_address::EmailAddress;
use crate::newsletter::Newsletter;
use crate::subscriber::SubscriptionState;
use crate::subscriber::roll::{self, Entry, Filter, Imported};
use crate::text;

/// Rows of one transaction: sign-ups wait no longer than that takes.
const CHUNK: usize = 2_000;
const PAGE: i64 = 5_000;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ImportState {
    /// They agreed elsewhere, and you can show it.
    Confirmed,
    Pending,
}

#[derive(Debug, Subcommand)]
pub enum SubscribersCommand {
    /// Bring in readers from a CSV file with the columns email and name.
    Import {
        file: PathBuf,
        #[arg(long)]
        newsletter: String,
        #[arg(long, value_enum, default_value = "confirmed")]
        state: ImportState,
    },
    /// Write all readers to a CSV file.
    Export {
        file: PathBuf,
        #[arg(long)]
        newsletter: Option<String>,
    },
}

impl SubscribersCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Import { file, newsletter, state } => {
                let newsletter = by_slug(installation, &newsletter).await?;
                let state = match state {
                    ImportState::Confirmed => SubscriptionState::Confirmed,
                    ImportState::Pending => SubscriptionState::Pending,
                };
                import(installation, &file, &newsletter, state, output).await
            }
            Self::Export { file, newsletter } => export(installation, &file, newsletter.as_deref(), output).await,
        }
    }
}

/// Which columns a file has.
struct Columns {
    email: usize,
    name: Option<usize>,
}

impl Columns {
    fn find(headers: &csv::StringRecord) -> anyhow::Result<Self> {
        let at = |wanted: &str| headers.iter().position(|header| header.trim().eq_ignore_ascii_case(wanted));
        let email = at("email").context("the file has no column \"email\"; its first line must name the columns")?;
        for header in headers.iter().filter(|h| !["email", "name"].contains(&h.trim().to_ascii_lowercase().as_str())) {
            eprintln!("the column \"{}\" is not used", header.trim());
        }
        Ok(Self { email, name: at("name") })
    }

    fn read(&self, record: &csv::StringRecord) -> Result<Entry, String> {
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let address = EmailAddress::parse(cell(self.email)).map_err(|error| error.to_string())?;
        let name = self.name.map(cell).unwrap_or_default();
        let name = text::single_line(name, text::NAME).map_err(|error| error.to_string())?;
        Ok(Entry { address, name })
    }
}

async fn import(
    installation: &Installation,
    file: &Path,
    newsletter: &Newsletter,
    state: SubscriptionState,
    output: Output,
) -> anyhow::Result<()> {
    let bytes = std::fs::metadata(file).with_context(|| file.display().to_string())?.len();
    let bar = ProgressBar::new(bytes).with_style(ProgressStyle::with_template("{bar:40} {percent}% {eta}")?);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(file)?;
    let columns = Columns::find(&without_mark(reader.headers()?))?;
    let (mut total, mut refused, mut chunk) = (Imported::default(), 0_u64, Vec::with_capacity(CHUNK));
    for record in reader.into_records() {
        let line = record.as_ref().ok().and_then(csv::StringRecord::position).map_or(0, csv::Position::line);
        match record.map_err(|error| error.to_string()).and_then(|record| columns.read(&record)) {
            Ok(entry) => chunk.push((line, entry)),
            Err(reason) => {
                refused += 1;
                bar.suspend(|| eprintln!("line {line}: {reason}"));
            }
        }
        if chunk.len() >= CHUNK {
            keep(installation, newsletter, state, &mut chunk, &mut total).await?;
            bar.set_position(bar.position().saturating_add(CHUNK as u64 * 20).min(bytes));
        }
    }
    keep(installation, newsletter, state, &mut chunk, &mut total).await?;
    bar.finish_and_clear();
    let words = format!("{} added, {} already there, {refused} refused", total.added, total.kept);
    output.say(&words, &json!({ "added": total.added, "kept": total.kept, "refused": refused }));
    Ok(())
}

/// The header line without the byte order mark that spreadsheets write.
fn without_mark(headers: &csv::StringRecord) -> csv::StringRecord {
    headers.iter().map(|header| header.trim_start_matches('\u{feff}')).collect()
}

async fn keep(
    installation: &Installation,
    newsletter: &Newsletter,
    state: SubscriptionState,
    chunk: &mut Vec<(u64, Entry)>,
    total: &mut Imported,
) -> anyhow::Result<()> {
    let mut entries: Vec<Entry> = chunk.drain(..).map(|(_, entry)| entry).collect();
    // In the order of the index: its pages are then written once.
    entries.sort_by(|a, b| a.address.normalised().cmp(b.address.normalised()));
    let (now, newsletter) = (installation.clock.now(), newsletter.clone());
    let work =
        move |conn: &mut crate::db::Conn| roll::import(conn, &Actor::Operator, now, &newsletter, state, &entries);
    let done = installation.db.write(work).await?;
    total.added += done.added;
    total.kept += done.kept;
    Ok(())
}

async fn export(
    installation: &Installation,
    file: &Path,
    newsletter: Option<&str>,
    output: Output,
) -> anyhow::Result<()> {
    let all = installation.db.read(crate::newsletter::list).await?;
    let slugs: HashMap<i64, String> = all.into_iter().map(|newsletter| (newsletter.id, newsletter.slug)).collect();
    let wanted = match newsletter {
        Some(slug) => Some(by_slug(installation, slug).await?.id),
        None => None,
    };
    let mut writer = csv::Writer::from_path(file).with_context(|| file.display().to_string())?;
    writer.write_record(["email", "name", "newsletter", "state", "since"])?;
    let (mut after, mut count) = (0, 0_u64);
    loop {
        let filter = Filter { newsletter: wanted, ..Filter::default() };
        let page = installation.db.read(move |conn| roll::page(conn, &filter, after, PAGE)).await?;
        let Some(last) = page.last() else { break };
        after = last.subscription;
        for line in page.iter().filter(|line| line.envelope.is_some()) {
            let email = text::csv_safe(line.envelope.as_deref().unwrap_or_default());
            let slug = slugs.get(&line.newsletter).map_or("", String::as_str);
            let since = line.created_at.to_string();
            writer.write_record([&email, &text::csv_safe(&line.name), slug, line.state.as_str(), &since])?;
            count += 1;
        }
    }
    writer.flush()?;
    output.say(&format!("{count} subscriptions written to {}", file.display()), &json!({ "written": count }));
    Ok(())
}
