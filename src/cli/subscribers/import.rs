//! `tidings subscribers import`: a file in chunks, bad rows told with their line and the rest kept. It mails nobody.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::is_standard;
use super::records::{Record, Records};
use super::rows::Columns;
use crate::actor::Actor;
use crate::cli::installation::Installation;
use crate::cli::output::{Output, note, refusals};
use crate::db::{self, Conn};
use crate::newsletter::Newsletter;
use crate::subscriber::SubscriptionState;
use crate::subscriber::roll::{self, Entry, Imported};

/// Rows of one transaction: sign-ups wait no longer than that takes.
const CHUNK: usize = 2_000;

/// How far an import has come.
#[derive(Default)]
struct Tally {
    total: Imported,
    /// Of those that were added.
    pending: u64,
    refused: Vec<Value>,
    /// Columns that are not read.
    unused: Vec<String>,
    chunk: Vec<(SubscriptionState, Entry)>,
}

pub async fn run(
    installation: &Installation,
    file: &Path,
    newsletter: &Newsletter,
    state: SubscriptionState,
    output: Output,
) -> anyhow::Result<()> {
    let (source, bytes) = open(file).with_context(|| file.display().to_string())?;
    let bar = ProgressBar::new(bytes).with_style(ProgressStyle::with_template("{bar:40} {percent}% {eta}")?);
    let mut tally = Tally::default();
    let read = read(installation, source, newsletter, state, &bar, &mut tally).await;
    bar.finish_and_clear();
    // Also of an import that broke off: the chunks before are in.
    if tally.total.added > 0 {
        let (now, id, added) = (installation.clock.now(), newsletter.id, tally.total.added);
        installation.db.write(move |conn| roll::note_import(conn, &Actor::Operator, now, id, added)).await?;
    }
    read.with_context(|| file.display().to_string())?;
    tell(&tally, output)
}

fn open(file: &Path) -> io::Result<(Box<dyn BufRead>, u64)> {
    if is_standard(file) {
        return Ok((Box::new(BufReader::new(io::stdin())), 0));
    }
    let file = File::open(file)?;
    let bytes = file.metadata()?.len();
    Ok((Box::new(BufReader::new(file)), bytes))
}

async fn read(
    installation: &Installation,
    source: Box<dyn BufRead>,
    newsletter: &Newsletter,
    state: SubscriptionState,
    bar: &ProgressBar,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let mut records = Records::of(source);
    let first = records.next()?.map(|first| first.bytes).unwrap_or_default();
    bar.inc(first.len() as u64);
    let columns = Columns::find(&first)?;
    for other in &columns.others {
        note!("the column \"{other}\" is not used");
    }
    tally.unused.clone_from(&columns.others);
    while let Some(Record { line, bytes }) = records.next()? {
        match columns.read(&bytes, &newsletter.slug, state) {
            Ok(row) => tally.chunk.extend(row),
            Err(reason) => {
                bar.suspend(|| note!("line {line}: {reason}"));
                tally.refused.push(json!({ "line": line, "reason": reason }));
            }
        }
        if tally.chunk.len() >= CHUNK {
            keep(installation, newsletter, tally).await?;
        }
        bar.inc(bytes.len() as u64);
    }
    keep(installation, newsletter, tally).await
}

/// One transaction.
async fn keep(installation: &Installation, newsletter: &Newsletter, tally: &mut Tally) -> anyhow::Result<()> {
    let mut chunk = std::mem::take(&mut tally.chunk);
    // In the order of the index: its pages are then written once.
    chunk.sort_by(|(_, a), (_, b)| a.address.normalised().cmp(b.address.normalised()));
    let (now, newsletter) = (installation.clock.now(), newsletter.clone());
    let work = move |conn: &mut Conn| -> db::Result<(Imported, u64)> {
        let (mut total, mut pending) = (Imported::default(), 0);
        for &state in SubscriptionState::ALL {
            let of_state = chunk.iter().filter(|(of, _)| *of == state).map(|(_, entry)| entry.clone());
            let entries: Vec<Entry> = of_state.collect();
            let done = roll::import(conn, &Actor::Operator, now, &newsletter, state, &entries)?;
            total.added += done.added;
            total.kept += done.kept;
            pending += if state == SubscriptionState::Pending { done.added } else { 0 };
        }
        Ok((total, pending))
    };
    let (done, pending) = installation.db.write(work).await?;
    tally.total.added += done.added;
    tally.total.kept += done.kept;
    tally.pending += pending;
    Ok(())
}

fn tell(tally: &Tally, output: Output) -> anyhow::Result<()> {
    let (Imported { added, kept }, refused) = (tally.total, tally.refused.len());
    if tally.pending > 0 {
        note!(
            "{} are pending and were sent nothing: without a confirmation, which an editor can send from the page of a \
             reader, each is forgotten after 30 days",
            tally.pending
        );
    }
    if kept > 0 {
        note!("who was there already stays as they are; nobody is confirmed who was asked to confirm");
    }
    let words = format!("{added} added, {kept} already there, {refused} refused");
    let object =
        json!({ "added": added, "kept": kept, "refused": refused, "errors": tally.refused, "unused": tally.unused });
    output.say(&words, &object)?;
    let others = usize::try_from(added.saturating_add(kept)).unwrap_or(usize::MAX);
    ensure!(refused == 0, refusals("row", refused, others));
    Ok(())
}
