//! `tidings subscribers import`: opens the file, shows how far it has come, and prints the report.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, anyhow, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::words;
use crate::actor::Actor;
use crate::cli::installation::Installation;
use crate::cli::output::{Output, is_standard, note, refusals};
use crate::locale::Locale;
use crate::newsletter::Newsletter;
use crate::subscriber::SubscriptionState;
use crate::subscriber::import::{self, Import, ImportError, Progress, Report};

pub async fn run(
    installation: &Installation,
    file: &Path,
    newsletter: Newsletter,
    state: SubscriptionState,
    output: Output,
) -> anyhow::Result<()> {
    let (source, bytes) = open(file).with_context(|| file.display().to_string())?;
    let locale = Locale::default();
    let bar = ProgressBar::new(bytes).with_style(ProgressStyle::with_template("{bar:40} {percent}% {eta}")?);
    let progress = |progress: Progress<'_>| {
        for refusal in progress.refusals {
            bar.suspend(|| note!("line {}: {}", refusal.line, words::refusal(&locale, &refusal.kind)));
        }
        bar.inc(progress.bytes);
    };
    let served = installation.is_served().await?;
    let import = Import { actor: Actor::Operator, newsletter, state, served };
    let done = import::run(&installation.db, &installation.clock, import, source, progress).await;
    bar.finish_and_clear();
    let report = done.map_err(|error| explain(&locale, error)).with_context(|| file.display().to_string())?;
    print(&locale, &report, output)
}

fn open(file: &Path) -> io::Result<(Box<dyn Read + Send>, u64)> {
    if is_standard(file) {
        return Ok((Box::new(io::stdin()), 0));
    }
    let file = File::open(file)?;
    let bytes = file.metadata()?.len();
    Ok((Box::new(file), bytes))
}

fn explain(locale: &Locale, error: ImportError) -> anyhow::Error {
    match error {
        ImportError::Header(error) => anyhow!(words::header(locale, &error)),
        ImportError::Read(error) => error.into(),
        ImportError::Db(error) => error.into(),
    }
}

fn print(locale: &Locale, report: &Report, output: Output) -> anyhow::Result<()> {
    let (stored, refused) = (&report.stored, report.refused);
    for column in &report.unused_columns {
        note!("the column \"{column}\" is not used");
    }
    if stored.pending > 0 {
        note!(
            "{} are pending and were sent nothing: without a confirmation, which an editor can send from the page of a \
             reader, each is forgotten after 30 days",
            stored.pending
        );
    }
    if stored.kept > 0 {
        note!("existing subscriptions are unchanged: an import confirms nobody who has not confirmed yet");
    }
    let (added, kept) = (stored.added(), stored.kept);
    let errors = report.refusals.iter();
    let errors = errors.map(|r| json!({ "line": r.line, "reason": words::refusal(locale, &r.kind) }));
    let object = json!({
        "added": added, "kept": kept, "refused": refused, "errors": errors.collect::<Vec<Value>>(),
        "unused": report.unused_columns,
    });
    output.say(&format!("{added} added, {kept} already there, {refused} refused"), &object)?;
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    ensure!(refused == 0, refusals("row", count(refused), count(added.saturating_add(kept))));
    Ok(())
}
