//! Audiences in the database: `matching` is the one place that turns an audience into conditions.

use diesel::dsl::{InnerJoin, IntoBoxed, max, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::{Audience, Line, Place};
use crate::db::schema::{subscribers, subscriptions};
use crate::db::{Conn, Result, containing, on_each};

type Matching<'a> =
    IntoBoxed<'a, InnerJoin<subscriptions::table, subscribers::table>, <Conn as diesel::Connection>::Backend>;

/// The subscriptions of an audience, with their people.
fn matching<'a>(audience: &Audience) -> Matching<'a> {
    let mut query = subscriptions::table.inner_join(subscribers::table).into_boxed();
    if let Some(newsletter) = audience.newsletter {
        query = query.filter(subscriptions::newsletter_id.eq(newsletter));
    }
    if let Some(state) = audience.state {
        query = query.filter(subscriptions::state.eq(state));
    }
    if let Some(at) = audience.awake_at {
        query = query.filter(subscriptions::paused_until.is_null().or(subscriptions::paused_until.le(at.0)));
    }
    if !audience.search.is_empty() {
        let pattern = containing(&audience.search.to_lowercase());
        let address = subscribers::address.like(pattern.clone()).escape('\\').assume_not_null();
        let name = sql::<Text>("LOWER(subscribers.name)").like(pattern).escape('\\');
        query = query.filter(address.or(name));
    }
    query
}

/// How many subscriptions an audience has, counted row by row.
pub fn total(conn: &mut Conn, audience: &Audience) -> Result<i64> {
    Ok(matching(audience).count().get_result(conn)?)
}

/// How many subscriptions of the newsletter and state are left out because they are paused.
pub fn paused(conn: &mut Conn, audience: &Audience) -> Result<i64> {
    let Some(at) = audience.awake_at else { return Ok(0) };
    let all = Audience { awake_at: None, ..audience.clone() };
    Ok(matching(&all).filter(subscriptions::paused_until.gt(at.0)).count().get_result(conn)?)
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Subscriptions to a newsletter, or to any, of people whose address is suppressed.
pub fn of_suppressed(conn: &mut Conn, newsletter: Option<i64>) -> Result<Vec<i64>> {
    // From the suppressions on, which are few: SQLite keeps the order of a CROSS JOIN.
    let query = diesel::sql_query(
        "SELECT s.id FROM suppressions x CROSS JOIN subscribers p CROSS JOIN subscriptions s
         WHERE p.address = x.address AND s.subscriber_id = p.id AND s.newsletter_id = COALESCE($1, s.newsletter_id)",
    );
    let query = query.bind::<Nullable<BigInt>, _>(newsletter);
    let rows: Vec<Id> = on_each!(conn, |c| query.load(c))?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// How many of these subscriptions belong to an audience. The newsletter must be the caller's condition already, so that
/// SQLite looks the ids up instead of walking through the newsletter.
pub fn among(conn: &mut Conn, audience: &Audience, ids: &[i64]) -> Result<i64> {
    let narrowed = Audience { newsletter: None, ..audience.clone() };
    Ok(matching(&narrowed).filter(subscriptions::id.eq_any(ids)).count().get_result(conn)?)
}

/// The ids of the next subscriptions of an audience.
pub fn ids(conn: &mut Conn, audience: &Audience, after: i64, boundary: i64, limit: i64) -> Result<Vec<i64>> {
    let query = matching(audience)
        .filter(subscriptions::id.gt(after))
        .filter(subscriptions::id.le(boundary))
        .order(subscriptions::id)
        .limit(limit);
    Ok(query.select(subscriptions::id).load(conn)?)
}

/// Keeps subscriptions as they are until the transaction ends; SQLite has one writer and needs no lock.
pub fn lock(conn: &mut Conn, ids: &[i64]) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        let rows = subscriptions::table.filter(subscriptions::id.eq_any(ids)).order(subscriptions::id);
        rows.select(subscriptions::id).for_share().load::<i64>(pg)?;
    }
    Ok(())
}

#[derive(Queryable)]
pub struct Row {
    pub subscription: i64,
    pub subscriber: i64,
    pub envelope: String,
    pub name: String,
    pub language: String,
}

/// The subscriptions of an audience behind `after` up to `last`, by rising id. A person without an address is in none.
pub fn rows(conn: &mut Conn, audience: &Audience, after: i64, last: i64) -> Result<Vec<Row>> {
    let query = matching(audience)
        .filter(subscriptions::id.gt(after))
        .filter(subscriptions::id.le(last))
        .filter(subscribers::envelope.is_not_null())
        .order(subscriptions::id);
    let columns = (
        subscriptions::id,
        subscribers::id,
        subscribers::envelope.assume_not_null(),
        subscribers::name,
        subscribers::language,
    );
    Ok(query.select(columns).load(conn)?)
}

/// The list of an audience: by rising id behind a place, or by falling id before one.
pub fn lines(conn: &mut Conn, audience: &Audience, place: Place, limit: i64) -> Result<Vec<Line>> {
    let query = match place {
        Place::After(id) => matching(audience).filter(subscriptions::id.gt(id)).order(subscriptions::id.asc()),
        Place::Before(id) => matching(audience).filter(subscriptions::id.lt(id)).order(subscriptions::id.desc()),
    };
    let columns = (
        subscriptions::id,
        subscribers::id,
        subscriptions::newsletter_id,
        subscribers::envelope,
        subscribers::name,
        subscriptions::state,
        subscriptions::created_at,
        subscriptions::confirmed_at,
        subscriptions::paused_until,
    );
    Ok(query.limit(limit).select(columns).load(conn)?)
}

/// The largest id of a subscription: the boundary of an audience that is frozen now.
pub fn boundary(conn: &mut Conn) -> Result<i64> {
    Ok(subscriptions::table.select(max(subscriptions::id)).first::<Option<i64>>(conn)?.unwrap_or_default())
}
