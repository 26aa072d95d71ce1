//! The list of subscriptions for editors, filtered and searched.
//!
//! How a search is quickest depends on how many subscribers it finds. A few are looked up in the sorted indexes, and their
//! subscriptions by id. A term that finds more usually fills a page within the next lines of the list, so that these are
//! tested first. If they do not, the database collects the ids of the subscribers, or with a great many tests every line.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, SmallInt, Text};

use super::search::{self, Ranges};
use super::{Matching, matching};
use crate::db::schema::{subscribers, subscriptions};
use crate::db::{Conn, Result};
use crate::subscriber::audience::{Audience, Line, Place};
use crate::subscriber::search::Term;

/// The next lines of the list that are tested one by one.
const NEAR: i64 = 10_000;

/// Lines of an audience: by rising id after a place, or by falling id before one.
pub fn lines(conn: &mut Conn, audience: &Audience, place: Place, limit: i64) -> Result<Vec<Line>> {
    let Some(term) = Term::of(&audience.search) else {
        return in_order(matching(conn, audience), conn, place, limit);
    };
    let ranges = Ranges::of(&term);
    if let Some(subscribers) = search::few(conn, &ranges)? {
        return of_subscribers(conn, audience, place, limit, subscribers);
    }
    let Some(far) = place_behind(conn, audience, place)? else {
        return in_order(matching(conn, audience), conn, place, limit);
    };
    let mut lines = between(conn, audience, place, far, limit)?;
    let missing = limit - i64::try_from(lines.len()).unwrap_or(limit);
    if missing > 0 {
        lines.extend(if search::are_many(conn, &ranges)? {
            in_order(matching(conn, audience), conn, far, missing)?
        } else {
            collected(conn, audience, far, missing, ranges)?
        });
    }
    Ok(lines)
}

/// The place behind the next 10,000 lines that the search would have to test; `None` if there are fewer.
fn place_behind(conn: &mut Conn, audience: &Audience, place: Place) -> Result<Option<Place>> {
    let mut ids = subscriptions::table.select(subscriptions::id).offset(NEAR - 1).limit(1).into_boxed();
    if let Some(newsletter) = audience.newsletter {
        ids = ids.filter(subscriptions::newsletter_id.eq(newsletter));
    }
    if let Some(state) = audience.state {
        ids = ids.filter(subscriptions::state.eq(state));
    }
    let id = subscriptions::id;
    Ok(match place {
        Place::After(place) => ids.filter(id.gt(place)).order(id.asc()).first(conn).optional()?.map(Place::After),
        Place::Before(place) => ids.filter(id.lt(place)).order(id.desc()).first(conn).optional()?.map(Place::Before),
    })
}

/// Lines after or before a place, up to and including `far`.
fn between(conn: &mut Conn, audience: &Audience, place: Place, far: Place, limit: i64) -> Result<Vec<Line>> {
    let query = matching(conn, audience);
    let query = match far {
        Place::After(id) => query.filter(subscriptions::id.le(id)),
        Place::Before(id) => query.filter(subscriptions::id.ge(id)),
    };
    in_order(query, conn, place, limit)
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
