//! Audiences in the database. Only `matching` turns an audience into conditions.

mod list;
mod search;

use diesel::dsl::{AssumeNotNull, InnerJoin, IntoBoxed, max, sql};
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::Audience;
use crate::db::schema::{subscribers, subscriptions};
use crate::db::{Conn, Result, on_each};
use crate::subscriber::search::Term;

pub use list::lines;

type Matching<'a> =
    IntoBoxed<'a, InnerJoin<subscriptions::table, subscribers::table>, <Conn as diesel::Connection>::Backend>;

/// The subscriptions of an audience, with their people.
fn matching<'a>(conn: &Conn, audience: &Audience) -> Matching<'a> {
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
    match Term::of(&audience.search) {
        Some(term) => searched(conn, query, search::Ranges::of(&term)),
        None => query,
    }
}

/// Tests each subscription for a subscriber within the ranges. Expressions take the place of columns, because by an index
/// the database would read every subscriber within the ranges before the first subscription.
fn searched<'a>(conn: &Conn, query: Matching<'a>, ranges: search::Ranges) -> Matching<'a> {
    let search::Ranges { address, domain, name } = ranges;
    let text = |text: &str| -> SqlLiteral<Text> { sql(text) };
    let known = "COALESCE(subscribers.address, '')";
    let of = search::domain(conn, known);
    let (full, last) = ("COALESCE(subscribers.name_key, '')", "COALESCE(subscribers.surname_key, '')");
    let address = text(known).ge(address.0).and(text(known).lt(address.1));
    let domain = text(&of).ge(domain.0).and(text(&of).lt(domain.1));
    let full = text(full).ge(name.0.clone()).and(text(full).lt(name.1.clone()));
    let last = text(last).ge(name.0).and(text(last).lt(name.1));
    query.filter(address.or(domain).or(full).or(last))
}

/// How many subscriptions an audience has, counted row by row.
pub fn total(conn: &mut Conn, audience: &Audience) -> Result<i64> {
    Ok(matching(conn, audience).count().get_result(conn)?)
}

/// How many subscriptions of the newsletter and state are left out because they are paused.
pub fn paused(conn: &mut Conn, audience: &Audience) -> Result<i64> {
    let Some(at) = audience.awake_at else { return Ok(0) };
    let all = Audience { awake_at: None, ..audience.clone() };
    Ok(matching(conn, &all).filter(subscriptions::paused_until.gt(at.0)).count().get_result(conn)?)
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Subscriptions to a newsletter, or to any, of people whose address is suppressed.
pub fn of_suppressed(conn: &mut Conn, newsletter: Option<i64>) -> Result<Vec<i64>> {
    // Starts from the suppressions, which are few: SQLite keeps the order of a CROSS JOIN.
    let query = diesel::sql_query(
        "SELECT s.id FROM suppressions x CROSS JOIN subscribers p CROSS JOIN subscriptions s
         WHERE p.address = x.address AND s.subscriber_id = p.id AND s.newsletter_id = COALESCE($1, s.newsletter_id)",
    );
    let query = query.bind::<Nullable<BigInt>, _>(newsletter);
    let rows: Vec<Id> = on_each!(conn, |c| query.load(c))?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// How many of these subscriptions belong to an audience. All must be of the audience's newsletter: without that
/// condition SQLite looks the ids up instead of walking through the newsletter.
pub fn among(conn: &mut Conn, audience: &Audience, ids: &[i64]) -> Result<i64> {
    let narrowed = Audience { newsletter: None, ..audience.clone() };
    Ok(matching(conn, &narrowed).filter(subscriptions::id.eq_any(ids)).count().get_result(conn)?)
}

/// The ids of the next subscriptions of an audience.
pub fn ids(conn: &mut Conn, audience: &Audience, after: i64, boundary: i64, limit: i64) -> Result<Vec<i64>> {
    let query = matching(conn, audience)
        .filter(subscriptions::id.gt(after))
        .filter(subscriptions::id.le(boundary))
        .order(subscriptions::id)
        .limit(limit);
    Ok(query.select(subscriptions::id).load(conn)?)
}

/// Locks subscriptions against changes until the transaction ends. SQLite has one writer and needs no lock.
pub fn lock(conn: &mut Conn, ids: &[i64]) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        let rows = subscriptions::table.filter(subscriptions::id.eq_any(ids)).order(subscriptions::id);
        rows.select(subscriptions::id).for_share().load::<i64>(pg)?;
    }
    Ok(())
}

/// A reader without the suppression of the address.
#[derive(Queryable, Selectable)]
#[diesel(table_name = subscribers)]
pub struct Row {
    #[diesel(select_expression = subscriptions::id)]
    pub subscription: i64,
    #[diesel(column_name = id)]
    pub subscriber: i64,
    #[diesel(select_expression = subscribers::envelope.assume_not_null())]
    #[diesel(select_expression_type = AssumeNotNull<subscribers::envelope>)]
    pub envelope: String,
    pub name: String,
    pub language: String,
}

/// The subscriptions of an audience after `after` up to `last`, by rising id, without erased people.
pub fn rows(conn: &mut Conn, audience: &Audience, after: i64, last: i64) -> Result<Vec<Row>> {
    let query = matching(conn, audience)
        .filter(subscriptions::id.gt(after))
        .filter(subscriptions::id.le(last))
        .filter(subscribers::envelope.is_not_null())
        .order(subscriptions::id);
    Ok(query.select(Row::as_select()).load(conn)?)
}

/// The largest id of a subscription, which bounds an audience that is frozen now.
pub fn boundary(conn: &mut Conn) -> Result<i64> {
    Ok(subscriptions::table.select(max(subscriptions::id)).first::<Option<i64>>(conn)?.unwrap_or_default())
}
