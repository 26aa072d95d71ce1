//! The queries of signals. Each counts once per person and hour, and in the article's heat in the same transaction.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::article::ArticleState;
use crate::article::score::{Heat, SignalKind, Weights};
use crate::article::signal::Seen;
use crate::clock::{DAY, HOUR, Timestamp};
use crate::db::schema::{articles, day_salts, signals};
use crate::db::{Both, Conn, Expired, Result, on_each};
use crate::effect::Effect;
use crate::token::Random;

/// Rows of one insert statement, below SQLite's limit of bound values.
const BATCH: usize = 2_000;

/// Counts one signal of a person ([`crate::article::signal::Who::person`]); false if it had been counted.
pub fn signal(conn: &mut Conn, now: Timestamp, article: i64, kind: SignalKind, person: [u8; 16]) -> Result<bool> {
    Ok(count(conn, &[(article, kind, person, now)])? > 0)
}

/// Counts the signals of the buffer; returns how many were new.
pub fn store_signals(conn: &mut Conn, random: &Random, batch: &[Seen]) -> Result<usize> {
    let mut salts = BTreeMap::new();
    let mut found = Vec::with_capacity(batch.len());
    for seen in batch {
        let day = seen.at.0.div_euclid(DAY);
        let salt = match salts.get(&day) {
            Some(salt) => salt,
            None => &*salts.entry(day).or_insert(day_salt(conn, random, day)?),
        };
        found.push((seen.article, seen.kind, seen.who.person(salt), seen.at));
    }
    count(conn, &found)
}

/// The salt of a day since 1970, created when it is first needed.
fn day_salt(conn: &mut Conn, random: &Random, day: i64) -> Result<Vec<u8>> {
    let kept = day_salts::table.find(day).select(day_salts::salt);
    if let Some(salt) = kept.first(conn).optional()? {
        return Ok(salt);
    }
    let fresh: [u8; 32] = random.bytes();
    let row = (day_salts::day.eq(day), day_salts::salt.eq(fresh.to_vec()));
    RunQueryDsl::execute(Both(diesel::insert_into(day_salts::table).values(row).on_conflict_do_nothing()), conn)?;
    Ok(kept.first(conn)?)
}

const OLD_SIGNALS: Expired =
    Expired { table: "signals", key: "article_id, person, hour, kind", condition: "hour < $1" };
const OLD_SALTS: Expired = Expired { table: "day_salts", key: "day", condition: "day < $1" };

/// Deletes at most `limit` signals that are older than two days; returns how many. Counters and heat stay.
pub fn purge_signals(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    OLD_SIGNALS.delete(conn, now.plus(-2 * DAY).0.div_euclid(HOUR), limit)
}

/// Deletes the salts of past days, so that signals of a person on two days cannot be linked; returns how many.
pub fn purge_salts(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    OLD_SALTS.delete(conn, now.0.div_euclid(DAY), limit)
}

/// The stored signals of an article: kind, and the beginning of its hour, which is the time that counts.
pub fn kept_signals(conn: &mut Conn, article: i64) -> Result<Vec<(SignalKind, Timestamp)>> {
    let query = signals::table.filter(signals::article_id.eq(article)).select((signals::kind, signals::hour));
    let rows: Vec<(SignalKind, i64)> = query.load(conn)?;
    Ok(rows.into_iter().map(|(kind, hour)| (kind, Timestamp(hour * HOUR))).collect())
}

fn count(conn: &mut Conn, found: &[(i64, SignalKind, [u8; 16], Timestamp)]) -> Result<usize> {
    let leaders = leaders(conn, found.iter().map(|(article, ..)| *article).collect())?;
    let row = |(article, kind, person, at): &(i64, SignalKind, [u8; 16], Timestamp)| {
        let article = leaders.get(article)?;
        Some((
            signals::article_id.eq(*article),
            signals::person.eq(person.to_vec()),
            signals::hour.eq(at.0.div_euclid(HOUR)),
            signals::kind.eq(*kind),
        ))
    };
    let rows: Vec<_> = found.iter().filter_map(row).collect();
    // Locked in the order of ids to avoid deadlocks.
    let heats = locked_heats(conn, &leaders.values().copied().collect())?;
    let mut new: BTreeMap<(i64, i64, SignalKind), u32> = BTreeMap::new();
    for rows in rows.chunks(BATCH) {
        let counted: Vec<(i64, i64, SignalKind)> = on_each!(conn, |c| diesel::insert_into(signals::table)
            .values(rows)
            .on_conflict_do_nothing()
            .returning((signals::article_id, signals::hour, signals::kind))
            .get_results(c))?;
        for key in counted {
            *new.entry(key).or_default() += 1;
        }
    }
    warm(conn, heats, &new)?;
    Ok(new.values().map(|count| *count as usize).sum())
}

/// Adds counted signals to the counters and the heat of their articles.
fn warm(conn: &mut Conn, heats: Vec<(i64, Heat)>, new: &BTreeMap<(i64, i64, SignalKind), u32>) -> Result<()> {
    let weights = Weights::default();
    for (article, mut heat) in heats {
        let (mut views, mut clicks) = (0, 0);
        for ((_, hour, kind), count) in
            new.range((article, i64::MIN, SignalKind::View)..=(article, i64::MAX, SignalKind::Click))
        {
            heat = heat.add_many(&weights, *kind, *count, Timestamp(hour * HOUR).to_utc());
            match kind {
                SignalKind::View => views += i64::from(*count),
                SignalKind::Click => clicks += i64::from(*count),
            }
        }
        if views + clicks == 0 {
            continue;
        }
        let change = (
            (articles::views.eq(articles::views + views), articles::clicks.eq(articles::clicks + clicks)),
            (
                articles::heat_views.eq(heat.views),
                articles::heat_clicks.eq(heat.clicks),
                articles::rank.eq(heat.rank()),
            ),
        );
        diesel::update(articles::table.find(article)).set(change).execute(conn)?;
        conn.after_commit(Effect::SiteChanged);
    }
    Ok(())
}

/// The article for which each of these counts: itself, or the one that represents its story; none for an unpublished
/// one.
fn leaders(conn: &mut Conn, ids: BTreeSet<i64>) -> Result<BTreeMap<i64, i64>> {
    let ids: Vec<i64> = ids.into_iter().collect();
    let mut leaders = BTreeMap::new();
    for ids in ids.chunks(BATCH) {
        let query = articles::table.filter(articles::id.eq_any(ids));
        let query =
            query.filter(articles::state.eq(ArticleState::Published)).select((articles::id, articles::story_id));
        let rows: Vec<(i64, Option<i64>)> = query.load(conn)?;
        leaders.extend(rows.into_iter().map(|(id, story)| (id, story.unwrap_or(id))));
    }
    Ok(leaders)
}

fn locked_heats(conn: &mut Conn, ids: &BTreeSet<i64>) -> Result<Vec<(i64, Heat)>> {
    let ids: Vec<i64> = ids.iter().copied().collect();
    let mut heats = Vec::new();
    for ids in ids.chunks(BATCH) {
        let query = articles::table.filter(articles::id.eq_any(ids)).order(articles::id);
        let query = query.select((articles::id, articles::heat_fresh, articles::heat_views, articles::heat_clicks));
        let rows: Vec<(i64, f64, f64, f64)> = match conn {
            Conn::Pg(pg) => query.for_update().load(pg)?,
            Conn::Sqlite(sqlite) => query.load(sqlite)?,
        };
        heats.extend(rows.into_iter().map(|(id, fresh, views, clicks)| (id, Heat { fresh, views, clicks })));
    }
    Ok(heats)
}
