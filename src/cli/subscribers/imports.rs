//! `tidings subscribers imports` and `undo-import`.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::actor::Actor;
use crate::cli::installation::Installation;
use crate::cli::output::Output;
use crate::db::{self, Conn};
use crate::newsletter::{self, Newsletter};
use crate::subscriber::import::{self, Entry, undo};

/// Entries that are listed.
const LISTED: i64 = 1_000;

pub async fn list(installation: &Installation, output: Output) -> anyhow::Result<()> {
    let work = |conn: &mut Conn| {
        Ok::<_, db::Error>((import::list(conn, i64::MAX, LISTED)?, newsletter::list_uncounted(conn)?))
    };
    let (entries, newsletters) = installation.db.read(work).await?;
    let lines: Vec<String> = entries.iter().map(|entry| line(entry, &newsletters)).collect();
    let objects: Vec<Value> = entries.iter().map(|entry| object(entry, &newsletters)).collect();
    output.say(&lines.join("\n"), &json!({ "imports": objects }))
}

fn slug(entry: &Entry, newsletters: &[Newsletter]) -> String {
    let found = newsletters.iter().find(|newsletter| newsletter.id == entry.newsletter_id);
    found.map(|newsletter| newsletter.slug.clone()).unwrap_or_default()
}

fn line(entry: &Entry, newsletters: &[Newsletter]) -> String {
    let state = match (entry.undone_at, entry.undo_asked_at, entry.finished_at) {
        (Some(_), ..) => format!("undone, {} removed", entry.removed),
        (None, Some(_), _) => "being undone".to_owned(),
        (None, None, Some(_)) => String::new(),
        (None, None, None) => "running, or broken off".to_owned(),
    };
    format!(
        "{}\t{}\t{}\t{}\t{}\t{} added, {} already there, {} refused\t{state}",
        entry.id,
        entry.started_at,
        slug(entry, newsletters),
        entry.tool,
        entry.file,
        entry.stored.added(),
        entry.stored.kept,
        entry.refused
    )
}

fn object(entry: &Entry, newsletters: &[Newsletter]) -> Value {
    let stored = &entry.stored;
    json!({
        "id": entry.id, "started_at": entry.started_at, "finished_at": entry.finished_at, "undone_at": entry.undone_at,
        "newsletter": slug(entry, newsletters), "from": entry.tool, "file": entry.file, "added": stored.added(),
        "confirmed": stored.confirmed, "pending": stored.pending, "unsubscribed": stored.unsubscribed,
        "kept": stored.kept, "ended": stored.ended, "suppressed": stored.suppressed, "refused": entry.refused,
        "removed": entry.removed,
    })
}

pub async fn undo(installation: &Installation, id: i64, output: Output) -> anyhow::Result<()> {
    let now = installation.clock.now();
    let known = installation.db.write(move |conn| undo::ask(conn, &Actor::Operator, now, id)).await?;
    ensure!(known.is_some(), "there is no import {id}; \"tidings subscribers imports\" lists them");
    undo::run(&installation.db, &installation.clock).await?;
    let entry = installation.db.read(move |conn| import::by_id(conn, id)).await?.context("the entry is gone")?;
    let (removed, stay) = (entry.removed, entry.stored.added() - entry.removed);
    let words = format!("{removed} removed, {stay} have acted since and stay");
    output.say(&words, &json!({ "removed": removed, "stay": stay }))
}
