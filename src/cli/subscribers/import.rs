//! `tidings subscribers import`: opens the file, shows how far it has come, and prints the report.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, ensure};
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::actor::Actor;
use crate::cli::installation::Installation;
use crate::cli::newsletter::by_slug;
use crate::cli::output::{Output, is_standard, note, refusals};
use crate::locale::Locale;
use crate::subscriber::import::{self, Import, ImportError, Progress, Reading, Report, Standing, Tool};

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ImportState {
    /// Readers who agreed elsewhere, which you can prove.
    Confirmed,
    /// Readers who get no mail, not even for a confirmation, until they sign up or an editor asks them to confirm.
    Pending,
    /// Readers who have unsubscribed elsewhere.
    Unsubscribed,
    /// Readers whose address bounced elsewhere; it is suppressed, too.
    Bounced,
}

impl From<ImportState> for Standing {
    fn from(state: ImportState) -> Self {
        match state {
            ImportState::Confirmed => Self::CONFIRMED,
            ImportState::Pending => Self::PENDING,
            ImportState::Unsubscribed => Self::UNSUBSCRIBED,
            ImportState::Bounced => Self::BOUNCED,
        }
    }
}

#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The file, or - for standard input.
    file: PathBuf,
    /// The slug of the newsletter that the readers are subscribed to.
    #[arg(long)]
    newsletter: String,
    /// The highest state that a row may have: a column such as "state" can lower it, never raise it.
    #[arg(long, value_enum, default_value = "confirmed")]
    state: ImportState,
    /// The program that wrote the file; without this it is recognised by its columns.
    #[arg(long, value_name = "TOOL", value_parser = PossibleValuesParser::new(Tool::WORDS))]
    from: Option<String>,
    /// Do not read this column. May be given several times.
    #[arg(long, value_name = "NAME")]
    ignore_column: Vec<String>,
    /// Say what would happen, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub async fn run(installation: &Installation, arguments: ImportArguments, output: Output) -> anyhow::Result<()> {
    let ImportArguments { file, newsletter, state, from, ignore_column, dry_run } = arguments;
    let newsletter = by_slug(installation, &newsletter).await?;
    ensure!(
        newsletter.is_open(),
        "the newsletter \"{}\" is closed to new readers; reopen it at /admin/newsletters/{}",
        newsletter.slug,
        newsletter.id
    );
    let (source, bytes) = open(&file).with_context(|| file.display().to_string())?;
    let locale = Locale::default();
    let bar = ProgressBar::new(bytes).with_style(ProgressStyle::with_template("{bar:40} {percent}% {eta}")?);
    let progress = |progress: Progress<'_>| {
        for refusal in progress.refusals {
            bar.suspend(|| note!("line {}: {}", refusal.line, refusal.kind.words(&locale)));
        }
        bar.inc(progress.bytes);
    };
    let name = file.file_name().filter(|_| !is_standard(&file)).unwrap_or_default();
    let import = Import {
        actor: Actor::Operator,
        newsletter,
        highest: state.into(),
        reading: Reading {
            from: from.as_deref().and_then(Tool::parse),
            ignored: ignore_column,
            file: name.to_string_lossy().into_owned(),
        },
        is_trial: dry_run,
        served: installation.is_served().await?,
        random: installation.random.clone(),
    };
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
        ImportError::Header(error) => {
            let hint = match error {
                import::HeaderError::UnclearState(_) => " (--ignore-column NAME)",
                import::HeaderError::NoState { .. } => " (or --from csv, if nobody in it has left)",
                _ => "",
            };
            anyhow!("{}{hint}", error.words(locale))
        }
        ImportError::Read(error) => error.into(),
        ImportError::Db(error) => error.into(),
        ImportError::Undone => anyhow!("the import was undone while it ran"),
    }
}

fn print(locale: &Locale, report: &Report, output: Output) -> anyhow::Result<()> {
    let (stored, refused) = (&report.stored, report.refused);
    let is_trial = report.entry.is_none();
    if report.tool != Tool::Csv {
        note!("read as an export of {}", locale.t(&format!("import-tool-{}", report.tool)));
    }
    for column in &report.unused_columns {
        note!("the column \"{column}\" is not used");
    }
    if stored.unsubscribed > 0 {
        note!("{} had unsubscribed or were lost, and get no mail", stored.unsubscribed);
    }
    if stored.pending > 0 && !is_trial {
        note!(
            "{} are pending and were sent nothing: without a confirmation, which an editor can send from the page of a \
             reader, each is forgotten after 30 days",
            stored.pending
        );
    }
    if stored.ended > 0 {
        note!("{} who were here by an import only have unsubscribed elsewhere", stored.ended);
    }
    if stored.suppressed > 0 {
        note!("{} addresses that bounced, complained or were blocked elsewhere are suppressed", stored.suppressed);
    }
    if stored.kept > 0 && !is_trial {
        note!("existing subscriptions are unchanged: an import confirms nobody who has not confirmed yet");
    }
    match report.entry {
        Some(id) if stored.added() > 0 => note!("undo it with: tidings subscribers undo-import {id}"),
        Some(_) => {}
        None => note!("nothing was changed: this is what an import would do"),
    }
    let (added, kept) = (stored.added(), stored.kept);
    let errors = report.refusals.iter();
    let errors = errors.map(|r| json!({ "line": r.line, "reason": r.kind.words(locale) }));
    let object = json!({
        "import": report.entry, "from": report.tool, "added": added, "confirmed": stored.confirmed,
        "pending": stored.pending, "unsubscribed": stored.unsubscribed, "kept": kept, "ended": stored.ended,
        "suppressed": stored.suppressed, "refused": refused, "errors": errors.collect::<Vec<Value>>(),
        "unused": report.unused_columns,
    });
    output.say(&format!("{added} added, {kept} already there, {refused} refused"), &object)?;
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let others = u64::try_from(added.saturating_add(kept).saturating_add(stored.ended)).unwrap_or_default();
    ensure!(refused == 0, refusals("row", count(refused), count(others)));
    Ok(())
}
