//! `tidings subscribers export`: writes the rows of an export as CSV, to a file that only its owner can read.

use std::fs::{OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::json;

use crate::actor::Actor;
use crate::cli::installation::Installation;
use crate::cli::newsletter::by_slug;
use crate::cli::output::{Output, forgive, is_standard, note};
use crate::subscriber::export::{COLUMNS, Export, Place};

const MODE: u32 = 0o600;

pub async fn run(
    installation: &Installation,
    file: &Path,
    newsletter: Option<&str>,
    output: Output,
) -> anyhow::Result<()> {
    let standard = is_standard(file);
    ensure!(!(standard && output.json), "the file and --json cannot both go to standard output; name a file");
    let newsletter = match newsletter {
        Some(slug) => Some(by_slug(installation, slug).await?.id),
        None => None,
    };
    let now = installation.clock.now();
    let export = installation.db.write(move |conn| Export::begin(conn, &Actor::Operator, now, newsletter)).await?;
    let sink: Box<dyn Write> = if standard { Box::new(io::stdout()) } else { create(file)? };
    let mut writer = csv::Writer::from_writer(sink);
    let mut count = 0;
    let written = write(installation, &export, &mut writer, &mut count).await;
    if standard && written.as_ref().is_err_and(is_broken_pipe) {
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
        // The mode above is that of a new file only.
        if opened.metadata()?.is_file() {
            opened.set_permissions(Permissions::from_mode(MODE))?;
        }
        Ok::<_, io::Error>(opened)
    };
    Ok(Box::new(open().with_context(|| file.display().to_string())?))
}

/// Whether the program that reads standard output has ended.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = match (error.downcast_ref::<io::Error>(), error.downcast_ref::<csv::Error>().map(csv::Error::kind)) {
        (Some(error), _) | (None, Some(csv::ErrorKind::Io(error))) => error.kind(),
        _ => return false,
    };
    forgive(Err(kind.into())).is_ok()
}

async fn write(
    installation: &Installation,
    export: &Export,
    writer: &mut csv::Writer<Box<dyn Write>>,
    count: &mut u64,
) -> anyhow::Result<()> {
    writer.write_record(COLUMNS)?;
    let mut next = Some(Place::START);
    while let Some(place) = next {
        let export = export.clone();
        let chunk = installation.db.read(move |conn| export.chunk(conn, &place)).await?;
        for row in &chunk.rows {
            writer.write_record(row)?;
            *count += 1;
        }
        next = chunk.next;
    }
    Ok(writer.flush()?)
}
