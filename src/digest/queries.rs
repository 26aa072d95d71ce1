//! Digests and their articles in the database.

pub mod runs;

use diesel::prelude::*;

use super::{Digest, DigestState, Place};
use crate::clock::Timestamp;
use crate::db::schema::{digest_articles, digests, dispatches, editions};
use crate::db::{Both, Conn, Limited, Result};
use crate::delivery::DispatchState;

crate::db::sql_code!(DigestState);

type Row = (
    (i64, i64, i64, String, String, String, DigestState, Option<i64>),
    (Option<Timestamp>, Option<Timestamp>, Option<Timestamp>, Option<Vec<u8>>, String, Timestamp, Timestamp),
    Option<DispatchState>,
);

fn digest(row: Row) -> Digest {
    let (
        (id, newsletter_id, edition_id, slug, subject, introduction, stored, dispatch_id),
        (scheduled_at, approved_at, started_at, approved_content, held, created_at, updated_at),
        dispatch,
    ) = row;
    Digest {
        id,
        newsletter_id,
        edition_id,
        slug,
        subject,
        introduction,
        state: stored.as_of(dispatch),
        dispatch_id,
        scheduled_at,
        approved_at,
        started_at,
        approved_content,
        held,
        created_at,
        updated_at,
    }
}

/// Digests with the states of their dispatches, for the filters that callers add.
macro_rules! digests_with_dispatch {
    () => {
        digests::table
            .inner_join(editions::table)
            .left_join(dispatches::table.on(digests::dispatch_id.eq(dispatches::id.nullable())))
            .select((
                (
                    digests::id,
                    editions::newsletter_id,
                    digests::edition_id,
                    digests::slug,
                    digests::subject,
                    digests::introduction,
                    digests::state,
                    digests::dispatch_id,
                ),
                (
                    digests::scheduled_at,
                    digests::approved_at,
                    digests::started_at,
                    digests::approved_content,
                    digests::held,
                    digests::created_at,
                    digests::updated_at,
                ),
                dispatches::state.nullable(),
            ))
    };
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Digest>> {
    let row: Option<Row> = digests_with_dispatch!().filter(digests::id.eq(id)).first(conn).optional()?;
    Ok(row.map(digest))
}

/// As [`by_id`]; on PostgreSQL it locks the row until the transaction ends.
pub fn locked(conn: &mut Conn, id: i64) -> Result<Option<Digest>> {
    if let Conn::Pg(pg) = conn {
        digests::table.find(id).select(digests::id).for_update().first::<i64>(pg).optional()?;
    }
    by_id(conn, id)
}

/// Digests, newest first, before the id `before`. Those that were discarded before they were sent are left out.
pub fn list(conn: &mut Conn, before: i64, limit: i64) -> Result<Vec<Digest>> {
    let is_kept = digests::state.ne(DigestState::Cancelled).or(digests::dispatch_id.is_not_null());
    let query = digests_with_dispatch!().filter(is_kept).filter(digests::id.lt(before)).order(digests::id.desc());
    let query = query.limit(limit);
    Ok(query.load::<Row>(conn)?.into_iter().map(digest).collect())
}

/// Which digests are public: all that began to be sent, except cancelled ones that reached nobody.
macro_rules! public {
    () => {
        digests::state
            .eq(DigestState::Sending)
            .and(dispatches::state.ne(DispatchState::Cancelled).or(dispatches::sent.gt(0)))
    };
}

/// Digests of the public archive, newest first.
pub fn archive(conn: &mut Conn, limit: i64, offset: i64) -> Result<Vec<Digest>> {
    let query = digests_with_dispatch!().filter(public!()).order((digests::started_at.desc(), digests::id.desc()));
    Ok(Limited { query, limit, offset }.load::<Row>(conn)?.into_iter().map(digest).collect())
}

/// A digest of the archive; a draft is never public.
pub fn archived_by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Digest>> {
    let row: Option<Row> =
        digests_with_dispatch!().filter(digests::slug.eq(slug)).filter(public!()).first(conn).optional()?;
    Ok(row.map(digest))
}

/// Slugs of the next newer and the next older digest of the archive.
pub fn neighbours(conn: &mut Conn, digest: &Digest) -> Result<(Option<String>, Option<String>)> {
    let archive = || {
        digests::table
            .inner_join(dispatches::table.on(digests::dispatch_id.eq(dispatches::id.nullable())))
            .filter(public!())
            .select(digests::slug)
    };
    let at = digest.started_at.map(|at| at.0);
    let same = || digests::started_at.eq(at);
    let later = digests::started_at.gt(at).or(same().and(digests::id.gt(digest.id)));
    let newer = archive().filter(later).order((digests::started_at, digests::id)).first(conn).optional()?;
    let earlier = digests::started_at.lt(at).or(same().and(digests::id.lt(digest.id)));
    let older = archive().filter(earlier).order((digests::started_at.desc(), digests::id.desc()));
    Ok((newer, older.first(conn).optional()?))
}

/// Scheduled digests whose time has come.
pub fn due(conn: &mut Conn, now: Timestamp) -> Result<Vec<i64>> {
    let query = digests::table
        .filter(digests::state.eq(DigestState::Scheduled))
        .filter(digests::scheduled_at.le(now.0))
        .order(digests::scheduled_at);
    Ok(query.select(digests::id).load(conn)?)
}

/// All scheduled digests.
pub fn scheduled(conn: &mut Conn) -> Result<Vec<i64>> {
    let query = digests::table.filter(digests::state.eq(DigestState::Scheduled)).order(digests::id);
    Ok(query.select(digests::id).load(conn)?)
}

/// Digests whose audience is not completely planned yet.
pub fn sending(conn: &mut Conn) -> Result<Vec<i64>> {
    let query = digests::table
        .inner_join(dispatches::table.on(digests::dispatch_id.eq(dispatches::id.nullable())))
        .filter(dispatches::expected_final.eq(false))
        .filter(dispatches::state.eq_any([DispatchState::Running.code(), DispatchState::Paused.code()]))
        .order(digests::id);
    Ok(query.select(digests::id).load(conn)?)
}

/// Dispatches of digests opened after another dispatch, oldest first.
pub fn dispatches_after(conn: &mut Conn, dispatch: i64) -> Result<Vec<i64>> {
    let query = digests::table.filter(digests::dispatch_id.gt(dispatch)).order(digests::dispatch_id);
    Ok(query.select(digests::dispatch_id.assume_not_null()).load(conn)?)
}

/// The digest that a dispatch belongs to.
pub fn of_dispatch(conn: &mut Conn, dispatch: i64) -> Result<Option<Digest>> {
    let row: Option<Row> = digests_with_dispatch!().filter(digests::dispatch_id.eq(dispatch)).first(conn).optional()?;
    Ok(row.map(digest))
}

/// Stores a new draft; the slug must be free.
pub fn insert(conn: &mut Conn, now: Timestamp, edition: i64, slug: &str, subject: &str) -> Result<i64> {
    let row = (
        digests::edition_id.eq(edition),
        digests::slug.eq(slug),
        digests::subject.eq(subject),
        digests::introduction.eq(""),
        digests::state.eq(DigestState::Draft),
        digests::held.eq(""),
        digests::created_at.eq(now),
        digests::updated_at.eq(now),
    );
    Ok(diesel::insert_into(digests::table).values(row).returning(digests::id).get_result(conn)?)
}

/// The first of `stem`, `stem-2`, `stem-3` … that no digest uses.
pub fn free_slug(conn: &mut Conn, stem: &str) -> Result<String> {
    let mut slug = stem.to_owned();
    let mut number = 1;
    while digests::table.filter(digests::slug.eq(&slug)).count().get_result::<i64>(conn)? > 0 {
        number += 1;
        slug = format!("{stem}-{number}");
    }
    Ok(slug)
}

/// Stores everything that can change in a digest, except its articles.
pub fn store(conn: &mut Conn, now: Timestamp, digest: &Digest) -> Result<()> {
    let change = (
        digests::subject.eq(&digest.subject),
        digests::introduction.eq(&digest.introduction),
        digests::state.eq(digest.state),
        digests::dispatch_id.eq(digest.dispatch_id),
        digests::scheduled_at.eq(digest.scheduled_at.map(|at| at.0)),
        digests::approved_at.eq(digest.approved_at.map(|at| at.0)),
        digests::started_at.eq(digest.started_at.map(|at| at.0)),
        digests::approved_content.eq(&digest.approved_content),
        digests::held.eq(&digest.held),
        digests::updated_at.eq(now),
    );
    diesel::update(digests::table.find(digest.id)).set(change).execute(conn)?;
    Ok(())
}

/// The articles of a digest in their order, dropped ones included.
pub fn places(conn: &mut Conn, digest: i64) -> Result<Vec<Place>> {
    let rows = digest_articles::table.filter(digest_articles::digest_id.eq(digest));
    let columns =
        (digest_articles::article_id, digest_articles::position, digest_articles::pinned, digest_articles::dropped);
    let rows: Vec<(i64, i64, bool, bool)> =
        rows.order((digest_articles::position, digest_articles::article_id)).select(columns).load(conn)?;
    let place = |(article_id, position, pinned, dropped)| Place { article_id, position, pinned, dropped };
    Ok(rows.into_iter().map(place).collect())
}

/// Replaces the articles of a digest.
pub fn store_places(conn: &mut Conn, digest: i64, places: &[Place]) -> Result<()> {
    diesel::delete(digest_articles::table.filter(digest_articles::digest_id.eq(digest))).execute(conn)?;
    for place in places {
        let row = (
            digest_articles::digest_id.eq(digest),
            digest_articles::article_id.eq(place.article_id),
            digest_articles::position.eq(place.position),
            digest_articles::pinned.eq(place.pinned),
            digest_articles::dropped.eq(place.dropped),
        );
        RunQueryDsl::execute(Both(diesel::insert_into(digest_articles::table).values(row)), conn)?;
    }
    Ok(())
}

/// Another digest of the edition that uses an article and was sent, or is approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub article: i64,
    pub digest: i64,
    pub subject: String,
    pub started_at: Option<Timestamp>,
    /// Whether it was cancelled while it was sent, so that only some readers have it.
    pub cancelled: bool,
}

/// Article, digest, its subject and when it began; its dispatch.
type Placed = ((i64, i64, String, Option<Timestamp>), Option<i64>);

/// Ids per statement, below SQLite's limit of bound values.
const BATCH: usize = 5_000;

/// Which of these articles stand in another digest of the edition that reached anyone or is approved; each once.
pub fn uses(conn: &mut Conn, edition: i64, but: i64, articles: &[i64]) -> Result<Vec<Use>> {
    let gone = [DigestState::Approved, DigestState::Scheduled, DigestState::Sending].map(DigestState::code);
    let mut found: Vec<Use> = Vec::new();
    for ids in articles.chunks(BATCH) {
        let query = digest_articles::table
            .inner_join(digests::table)
            .filter(digest_articles::article_id.eq_any(ids))
            .filter(digest_articles::dropped.eq(false))
            .filter(digests::edition_id.eq(edition))
            .filter(digests::id.ne(but))
            .filter(digests::state.eq_any(gone));
        let columns = (digest_articles::article_id, digests::id, digests::subject, digests::started_at);
        let rows: Vec<Placed> = query.order(digests::id.desc()).select((columns, digests::dispatch_id)).load(conn)?;
        let ended = ended(conn, rows.iter().filter_map(|(_, dispatch)| *dispatch).collect())?;
        for ((article, digest, subject, started_at), dispatch) in rows {
            let ended = ended.iter().find(|ended| Some(ended.id) == dispatch);
            if ended.is_none_or(|ended| ended.reached > 0) {
                let cancelled = ended.is_some_and(|ended| ended.cancelled);
                found.push(Use { article, digest, subject, started_at, cancelled });
            }
        }
    }
    // A complete sending counts before a cancelled one.
    found.sort_by_key(|one| (one.article, one.cancelled));
    found.dedup_by_key(|one| one.article);
    Ok(found)
}

/// A dispatch that has ended.
struct Ended {
    id: i64,
    cancelled: bool,
    /// Mails that arrived, or may have.
    reached: i64,
}

/// Which of these dispatches have ended; one that reached nobody uses no article.
fn ended(conn: &mut Conn, mut ids: Vec<i64>) -> Result<Vec<Ended>> {
    ids.sort_unstable();
    ids.dedup();
    let mut found = Vec::new();
    for ids in ids.chunks(BATCH) {
        let over = [DispatchState::Done, DispatchState::Cancelled].map(DispatchState::code);
        let query = dispatches::table.filter(dispatches::id.eq_any(ids)).filter(dispatches::state.eq_any(over));
        let columns = (dispatches::id, dispatches::state, dispatches::sent + dispatches::unknown);
        for (id, state, reached) in query.select(columns).load::<(i64, DispatchState, i64)>(conn)? {
            found.push(Ended { id, cancelled: state == DispatchState::Cancelled, reached });
        }
    }
    Ok(found)
}

/// Waits for any other transaction that approves a digest of the edition, so that two do not use the same article.
pub fn lock_edition(conn: &mut Conn, edition: i64) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        editions::table.find(edition).select(editions::id).for_update().first::<i64>(pg).optional()?;
    }
    Ok(())
}

/// Held digests: not sent at their scheduled time, they wait for an editor.
pub fn held(conn: &mut Conn) -> Result<Vec<Digest>> {
    let query = digests_with_dispatch!()
        .filter(digests::state.eq(DigestState::Approved))
        .filter(digests::held.ne(""))
        .order(digests::id.desc());
    Ok(query.load::<Row>(conn)?.into_iter().map(digest).collect())
}

/// When the last digest of each newsletter began to be sent; newsletters without one are left out.
pub fn last_started(conn: &mut Conn) -> Result<Vec<(i64, Timestamp)>> {
    let rows: Vec<(i64, Option<i64>)> = digests::table
        .inner_join(editions::table)
        .filter(digests::started_at.is_not_null())
        .group_by(editions::newsletter_id)
        .select((editions::newsletter_id, diesel::dsl::max(digests::started_at)))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(newsletter, at)| Some((newsletter, Timestamp(at?)))).collect())
}
