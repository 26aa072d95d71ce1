//! `tidings subscribers export`: the roll as CSV, page by page, in a form that the import takes back.

use std::collections::HashMap;
use std::fs::{OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::json;

use super::is_standard;
use crate::actor::Actor;
use crate::audit;
use crate::cli::installation::Installation;
use crate::cli::newsletter::by_slug;
use crate::cli::output::{Output, forgive, note};
use crate::db::Conn;
use crate::subscriber::roll::{self, Filter};
use crate::text;

const PAGE: i64 = 5_000;
/// Readers' addresses are for the owner of the file alone.
const MODE: u32 = 0o600;

pub async fn run(
    installation: &Installation,
    file: &Path,
    newsletter: Option<&str>,
    output: Output,
) -> anyhow::Result<()> {
    let standard = is_standard(file);
    ensure!(!(standard && output.json), "the file and --json cannot both go to standard output; name a file");
    let wanted = match newsletter {
        Some(slug) => Some(by_slug(installation, slug).await?.id),
        None => None,
    };
    let (now, what) = (installation.clock.now(), newsletter.unwrap_or_default().to_owned());
    let note = move |conn: &mut Conn| {
        audit::record(conn, now, &Actor::Operator, "subscriber.export", "newsletter", wanted, &what)
    };
    installation.db.write(note).await?;
    let sink: Box<dyn Write> = if standard { Box::new(io::stdout()) } else { create(file)? };
    let mut writer = csv::Writer::from_writer(sink);
    let mut count = 0;
    let written = write(installation, wanted, &mut writer, &mut count).await;
    if standard && written.as_ref().is_err_and(is_left) {
        return Ok(());
    }
    written.with_context(|| file.display().to_string())?;
    let words = format!("{count} subscriptions written to {}", file.display());
    if standard {
        note!("{count} subscriptions written");
        return Ok(());
    }
    output.say(&words, &json!({ "written": count }))
}

fn create(file: &Path) -> anyhow::Result<Box<dyn Write>> {
    let open = || {
        let opened = OpenOptions::new().write(true).create(true).truncate(true).mode(MODE).open(file)?;
        // The mode counts for a new file only.
        if opened.metadata()?.is_file() {
            opened.set_permissions(Permissions::from_mode(MODE))?;
        }
        Ok::<_, io::Error>(opened)
    };
    Ok(Box::new(open().with_context(|| file.display().to_string())?))
}

/// Whether whoever read standard output has gone.
fn is_left(error: &anyhow::Error) -> bool {
    let kind = match (error.downcast_ref::<io::Error>(), error.downcast_ref::<csv::Error>().map(csv::Error::kind)) {
        (Some(error), _) | (None, Some(csv::ErrorKind::Io(error))) => error.kind(),
        _ => return false,
    };
    forgive(Err(kind.into())).is_ok()
}

async fn write(
    installation: &Installation,
    wanted: Option<i64>,
    writer: &mut csv::Writer<Box<dyn Write>>,
    count: &mut u64,
) -> anyhow::Result<()> {
    let all = installation.db.read(crate::newsletter::list).await?;
    let slugs: HashMap<i64, String> = all.into_iter().map(|newsletter| (newsletter.id, newsletter.slug)).collect();
    writer.write_record(["email", "name", "newsletter", "state", "since"])?;
    let mut after = 0;
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
            *count += 1;
        }
    }
    Ok(writer.flush()?)
}
