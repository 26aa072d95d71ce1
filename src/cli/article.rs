//! `tidings article`.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Subcommand;
use serde_json::json;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};

use super::installation::Installation;
use super::output::{Output, note, refusals};
use crate::actor::Actor;
use crate::article::import::{AHEAD, RowError, check_json, read_json, read_markdown};
use crate::article::{self, Article, Filter, Imported, Incoming, NewArticle, intake};
use crate::db::{self, Conn};
use crate::field::FieldError;
use crate::locale::Locale;
use crate::site;

#[derive(Debug, Subcommand)]
pub enum ArticleCommand {
    /// Import articles from a .json file (an object or an array) or one from a .md file with front matter.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// List articles, the newest first.
    List {
        /// Only articles with these words.
        #[arg(long, default_value = "")]
        words: String,
        /// At most so many.
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(i64).range(1..))]
        limit: i64,
    },
}

/// Articles for one transaction, and the refused ones among them.
#[derive(Default)]
struct Chunk {
    articles: Vec<Incoming>,
    refused: Vec<RowError>,
}

impl ArticleCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::Import { file } => report(&import(installation, &file).await?, output),
            Self::List { words, limit } => list(installation, words, limit, output).await,
        }
    }
}

async fn list(installation: &Installation, words: String, limit: i64, output: Output) -> anyhow::Result<()> {
    let filter = Filter { words, ..Filter::default() };
    let (articles, total) = installation.db.read(move |conn| article::list(conn, &filter, limit, 0)).await?;
    let line = |one: &Article| format!("{}\t{}\t{}\t{}", one.id, one.published_at, one.state, one.title);
    let lines: Vec<String> = articles.iter().map(line).collect();
    output.say(&lines.join("\n"), &json!({ "articles": articles, "total": total }))
}

/// Prints how many articles are new, changed or refused. A refused one makes the command fail.
fn report((done, refused): &(Imported, Vec<RowError>), output: Output) -> anyhow::Result<()> {
    let words =
        format!("{} new, {} changed, {} unchanged, {} refused", done.new, done.changed, done.unchanged, refused.len());
    let errors = refused.iter().flat_map(|row| row.errors.iter().map(|error| (row.row, error)));
    let errors = errors.map(|(row, error)| json!({ "article": row, "field": error.field, "reason": reason(error) }));
    let object = json!({
        "new": done.new, "changed": done.changed, "unchanged": done.unchanged, "refused": refused.len(),
        "ids": done.articles.iter().map(|article| article.id).collect::<Vec<_>>(),
        "errors": errors.collect::<Vec<_>>(),
    });
    output.say(&words, &object)?;
    anyhow::ensure!(refused.is_empty(), refusals("article", refused.len(), done.articles.len()));
    Ok(())
}

fn reason(error: &FieldError) -> String {
    error.words(&Locale::default())
}

/// Imports a file in chunks: one is read and prepared while the previous one is written.
async fn import(installation: &Installation, file: &Path) -> anyhow::Result<(Imported, Vec<RowError>)> {
    let db = &installation.db;
    let site = db.read(site::site).await?;
    let now = installation.clock.now();
    let (send, mut chunks) = mpsc::channel(1);
    let (path, zone) = (file.to_owned(), site.time_zone);
    let reading = spawn_blocking(move || read(&path, zone, now.to_utc(), &send));
    let (mut done, mut refused) = (Imported::default(), Vec::new());
    let mut writing: Option<JoinHandle<db::Result<Imported>>> = None;
    while let Some(Chunk { articles, refused: bad }) = chunks.recv().await {
        for (row, error) in bad.iter().flat_map(|row| row.errors.iter().map(|error| (row.row, error))) {
            note!("{}: article {row}: {error}", file.display());
        }
        refused.extend(bad);
        let articles = Arc::new(articles);
        intake::prepare_new(db, &site.name, None, &articles).await?;
        if let Some(writing) = writing.take() {
            done.extend(writing.await??);
        }
        let (db, name) = (db.clone(), site.name.clone());
        let work = move |conn: &mut Conn| article::import(conn, &Actor::Operator, now, &name, &articles);
        writing = Some(tokio::spawn(async move { db.write(work).await }));
    }
    if let Some(writing) = writing {
        done.extend(writing.await??);
    }
    reading.await?.with_context(|| file.display().to_string())?;
    Ok((done, refused))
}

/// Reads a file and sends its articles in chunks.
fn read(file: &Path, zone: Tz, now: DateTime<Utc>, send: &mpsc::Sender<Chunk>) -> anyhow::Result<()> {
    let (mut chunk, mut row) = (Chunk::default(), 0);
    let mut take = |article: Result<NewArticle, RowError>| {
        row += 1;
        let not_ahead = |article: NewArticle| article.not_ahead(now, AHEAD).map_err(|errors| RowError { row, errors });
        match article.and_then(not_ahead) {
            Ok(article) => chunk.articles.push(Incoming::from(article)),
            Err(error) => chunk.refused.push(error),
        }
        if chunk.articles.len() >= intake::CHUNK {
            // Fails only after the import has failed.
            let _ = send.blocking_send(std::mem::take(&mut chunk));
        }
    };
    if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md")) {
        take(read_markdown(&std::fs::read_to_string(file)?, zone)?);
    } else {
        check_json(BufReader::new(File::open(file)?))?;
        read_json(BufReader::new(File::open(file)?), zone, &mut take)?;
    }
    let _ = send.blocking_send(chunk);
    Ok(())
}
