//! The list of subscriptions for editors, filtered and searched.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, SmallInt, Text};

use super::search::{self, Matches, Ranges};
use super::{Matching, matching};
use crate::db::schema::{subscribers, subscriptions};
use crate::db::{Conn, Result};
use crate::subscriber::audience::{Audience, Line, Place};
use crate::subscriber::search::Term;

/// Lines of an audience: by rising id after a place, or by falling id before one.
pub fn lines(conn: &mut Conn, audience: &Audience, place: Place, limit: i64) -> Result<Vec<Line>> {
    match Term::of(&audience.search).map(|term| search::matches(conn, &term)).transpose()? {
        Some(Matches::Few(subscribers)) => of_subscribers(conn, audience, place, limit, subscribers),
        Some(Matches::Some(ranges)) => collected(conn, audience, place, limit, ranges),
        Some(Matches::Many) | None => in_order(matching(conn, audience), conn, place, limit),
    }
}

/// The lines of these subscribers. Expressions in place of columns keep the planners from using the indexes of newsletters
/// and ids, by which they would read far more lines.
fn of_subscribers(
    conn: &mut Conn,
    audience: &Audience,
    place: Place,
    limit: i64,
    subscribers: Vec<i64>,
) -> Result<Vec<Line>> {
    let id = || sql::<BigInt>("+subscriptions.id");
    let mut query =
        subscriptions::table.inner_join(subscribers::table).limit(limit).select(Line::as_select()).into_boxed();
    query = query.filter(subscriptions::subscriber_id.eq_any(subscribers));
    query = match place {
        Place::After(place) => query.filter(id().gt(place)).order(id().asc()),
        Place::Before(place) => query.filter(id().lt(place)).order(id().desc()),
    };
    if let Some(newsletter) = audience.newsletter {
        query = query.filter(sql::<BigInt>("+subscriptions.newsletter_id").eq(newsletter));
    }
    if let Some(state) = audience.state {
        query = query.filter(sql::<SmallInt>("+subscriptions.state").eq(state.code()));
    }
    if let Some(at) = audience.awake_at {
        query = query.filter(subscriptions::paused_until.is_null().or(subscriptions::paused_until.le(at.0)));
    }
    Ok(query.load(conn)?)
}

/// The lines of the subscribers within the ranges; the database collects their ids first.
fn collected(conn: &mut Conn, audience: &Audience, place: Place, limit: i64, ranges: Ranges) -> Result<Vec<Line>> {
    let Ranges { address, domain, name } = ranges;
    let text = |text: &str| -> SqlLiteral<Text> { sql(text) };
    let found = diesel::alias!(subscribers as found);
    let of = search::domain(conn, "found.address");
    let address = text("found.address").ge(address.0).and(text("found.address").lt(address.1));
    let domain = text(&of).ge(domain.0).and(text(&of).lt(domain.1));
    let known = text("found.address").is_not_null();
    let full = text("found.name_key").ge(name.0.clone()).and(text("found.name_key").lt(name.1.clone()));
    let last = text("found.surname_key").ge(name.0).and(text("found.surname_key").lt(name.1));
    let within = address.or(known.and(domain)).or(full).or(last);
    let ids = found.filter(within).select(found.field(subscribers::id));
    // Because of the comparison with a truth value, PostgreSQL collects the ids once and tests the lines in their order;
    // otherwise it would look up the subscriber of each line.
    let all = Audience { search: String::new(), ..audience.clone() };
    let query = matching(conn, &all).filter(subscriptions::subscriber_id.eq_any(ids).eq(true));
    in_order(query, conn, place, limit)
}

/// Lines in the order of the list.
fn in_order(query: Matching<'_>, conn: &mut Conn, place: Place, limit: i64) -> Result<Vec<Line>> {
    let query = match place {
        Place::After(id) => query.filter(subscriptions::id.gt(id)).order(subscriptions::id.asc()),
        Place::Before(id) => query.filter(subscriptions::id.lt(id)).order(subscriptions::id.desc()),
    };
    Ok(query.limit(limit).select(Line::as_select()).load(conn)?)
}
