//! Stores articles from files, the API and feeds, many in one transaction. `identity` tells which are new.

use std::collections::HashSet;
use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use super::ArticleState;
use super::identity::{Known, known};
use super::incoming::{ArticleKey, Incoming};
use super::keep::{self, Entry};
use super::queries::write as queries;
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn, Db};
use crate::word::word_enum;

/// Articles of one transaction.
pub const CHUNK: usize = 500;

word_enum! {
    pub enum Outcome {
        New = "new",
        Changed = "changed",
        Unchanged = "unchanged",
    }
}

/// The result for one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Upserted {
    pub id: i64,
    #[schema(inline)]
    pub outcome: Outcome,
}

/// The result for many articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// In the given order.
    pub articles: Vec<Upserted>,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// Items that a feed has twice.
    pub merged: usize,
    /// Items of a feed without title and text.
    pub left_out: usize,
}

impl Imported {
    /// Adds the result of a further chunk.
    pub fn extend(&mut self, more: Self) {
        self.new += more.new;
        self.changed += more.changed;
        self.unchanged += more.unchanged;
        self.articles.extend(more.articles);
    }

    fn add(&mut self, upserted: Upserted) {
        match upserted.outcome {
            Outcome::New => self.new += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Unchanged => self.unchanged += 1,
        }
        self.articles.push(upserted);
    }
}

/// Imports articles from a file or the API. `default_source` is the source of those that name none.
pub fn import(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    default_source: &str,
    articles: &[Incoming],
) -> db::Result<Imported> {
    let imported = upsert(conn, now, default_source, None, articles)?;
    let written = imported.new + imported.changed;
    if written > 0 {
        audit::record(conn, now, actor, "article.import", "article", None, &written.to_string())?;
    }
    Ok(imported)
}

/// Adds or changes each article; an article with the same content is unchanged. `source` is that of articles that name
/// none. A feed changes only its own articles, and none that an editor has edited; a file or the
/// API changes any.
pub fn upsert(
    conn: &mut Conn,
    now: Timestamp,
    source: &str,
    feed: Option<i64>,
    articles: &[Incoming],
) -> db::Result<Imported> {
    queries::lock(conn)?;
    let keyed: Vec<(ArticleKey, &Incoming)> = articles.iter().map(|article| (article.key(source), article)).collect();
    let mut imported = Imported::default();
    let mut rest = keyed.as_slice();
    while !rest.is_empty() {
        let (run, others) = rest.split_at(run_length(rest));
        for upserted in upsert_run(conn, now, feed, run)? {
            imported.add(upserted);
        }
        rest = others;
    }
    Ok(imported)
}

/// How many articles from the first on have different keys: a repeated one changes its predecessor.
fn run_length(articles: &[(ArticleKey, &Incoming)]) -> usize {
    let mut seen = HashSet::new();
    articles.iter().take(CHUNK).take_while(|(key, _)| seen.insert(key)).count()
}

fn upsert_run(
    conn: &mut Conn,
    now: Timestamp,
    feed: Option<i64>,
    run: &[(ArticleKey, &Incoming)],
) -> db::Result<Vec<Upserted>> {
    let known = known(conn, feed, run)?;
    let new = run.iter().zip(&known).filter(|(_, known)| known.is_none());
    let new: Vec<Entry<'_>> = new.map(|((key, article), _)| entry(key, feed, article)).collect();
    let mut ids = keep::insert(conn, now, &new)?.into_iter();
    let mut upserted = Vec::with_capacity(run.len());
    for ((key, article), known) in run.iter().zip(&known) {
        if let Some(Known::Renamed(stored)) = known {
            queries::set_guid(conn, stored.id, &key.guid)?;
        }
        upserted.push(match known {
            None => Upserted { id: ids.next().unwrap_or_default(), outcome: Outcome::New },
            Some(known) if is_unchanged(known, article, feed) => {
                Upserted { id: known.stored().id, outcome: Outcome::Unchanged }
            }
            Some(known) => {
                keep::change(conn, now, known.stored().id, article.prepared(), false)?;
                Upserted { id: known.stored().id, outcome: Outcome::Changed }
            }
        });
    }
    Ok(upserted)
}

fn entry<'a>(key: &'a ArticleKey, feed: Option<i64>, article: &'a Incoming) -> Entry<'a> {
    Entry { key, feed, article: article.prepared(), at_latest: article.at_latest(), state: ArticleState::Published }
}

fn is_unchanged(known: &Known, article: &Incoming, feed: Option<i64>) -> bool {
    let stored = known.stored();
    stored.hash == article.hash() || (feed.is_some() && (stored.edited || stored.feed != feed))
}

/// Prepares new and changed articles on a blocking thread, before the write transaction.
pub async fn prepare_new(db: &Db, source: &str, feed: Option<i64>, articles: &Arc<Vec<Incoming>>) -> db::Result<()> {
    let (source, asked) = (source.to_owned(), articles.clone());
    let places = db.read(move |conn| new_places(conn, &source, feed, &asked)).await?;
    let articles = articles.clone();
    let work = move || {
        for article in places.into_iter().filter_map(|place| articles.get(place)) {
            article.prepared();
        }
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| db::Error::Panic)
}

/// The indices of new and changed articles.
fn new_places(conn: &mut Conn, source: &str, feed: Option<i64>, articles: &[Incoming]) -> db::Result<Vec<usize>> {
    let keyed: Vec<(ArticleKey, &Incoming)> = articles.iter().map(|article| (article.key(source), article)).collect();
    let known = known(conn, feed, &keyed)?;
    let is_new = |(article, known): (&Incoming, &Option<Known>)| {
        known.as_ref().is_none_or(|known| !is_unchanged(known, article, feed))
    };
    let places = articles.iter().zip(&known).enumerate();
    Ok(places.filter(|(_, pair)| is_new(*pair)).map(|(place, _)| place).collect())
}
