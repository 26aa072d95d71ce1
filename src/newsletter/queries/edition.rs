//! Editions in the database.

use diesel::prelude::*;

use super::topic::Topic;
use crate::clock::Timestamp;
use crate::db::schema::{edition_topics as chosen, editions, newsletters, topics};
use crate::db::{Both, Conn, Result};
use crate::newsletter::edition::{Approval, Edition, EditionSettings, HeadlineLink};

crate::db::sql_word!(HeadlineLink);
crate::db::sql_word!(Approval);

pub fn edition_by_id(conn: &mut Conn, id: i64) -> Result<Option<Edition>> {
    Ok(editions::table.find(id).select(Edition::as_select()).first(conn).optional()?)
}

/// The edition that was made with a newsletter.
pub fn first_edition(conn: &mut Conn, newsletter: i64) -> Result<Edition> {
    let rows = editions::table.filter(editions::newsletter_id.eq(newsletter)).order(editions::id);
    Ok(rows.select(Edition::as_select()).first(conn)?)
}

/// The editions of open newsletters that make digests by themselves.
pub fn editions_that_run(conn: &mut Conn) -> Result<Vec<Edition>> {
    let open = newsletters::table.filter(newsletters::closed_at.is_null()).select(newsletters::id);
    let rows = editions::table.filter(editions::schedule.ne("")).filter(editions::newsletter_id.eq_any(open));
    Ok(rows.order(editions::id).select(Edition::as_select()).load(conn)?)
}

/// Begins the schedules of a newsletter's editions anew.
pub fn schedule_since(conn: &mut Conn, newsletter: i64, now: Timestamp) -> Result<()> {
    let rows = editions::table.filter(editions::newsletter_id.eq(newsletter));
    diesel::update(rows).set(editions::scheduled_since.eq(now)).execute(conn)?;
    Ok(())
}

pub fn insert_edition(
    conn: &mut Conn,
    now: Timestamp,
    newsletter: i64,
    slug: &str,
    settings: &EditionSettings,
) -> Result<i64> {
    let row = (
        editions::newsletter_id.eq(newsletter),
        editions::slug.eq(slug),
        editions::name.eq(""),
        editions::all_topics.eq(true),
        settings,
        editions::scheduled_since.eq(now),
        editions::created_at.eq(now),
    );
    Ok(diesel::insert_into(editions::table).values(row).returning(editions::id).get_result(conn)?)
}

pub fn update_edition(conn: &mut Conn, id: i64, settings: &EditionSettings) -> Result<()> {
    diesel::update(editions::table.find(id)).set(settings).execute(conn)?;
    Ok(())
}

/// The topics that an edition chooses from, by name; none: all topics.
pub fn edition_topics(conn: &mut Conn, edition: &Edition) -> Result<Option<Vec<Topic>>> {
    if edition.all_topics {
        return Ok(None);
    }
    let own = topics::table.inner_join(chosen::table).filter(chosen::edition_id.eq(edition.id));
    Ok(Some(own.order(topics::name).select(topics::all_columns).load(conn)?))
}

/// Replaces the topics of an edition; none: all topics.
pub fn set_edition_topics(conn: &mut Conn, edition: i64, topics: Option<&[i64]>) -> Result<()> {
    diesel::update(editions::table.find(edition)).set(editions::all_topics.eq(topics.is_none())).execute(conn)?;
    diesel::delete(chosen::table.filter(chosen::edition_id.eq(edition))).execute(conn)?;
    for topic in topics.unwrap_or_default() {
        let row = (chosen::edition_id.eq(edition), chosen::topic_id.eq(*topic));
        let insert = diesel::insert_into(chosen::table).values(row).on_conflict_do_nothing();
        RunQueryDsl::execute(Both(insert), conn)?;
    }
    Ok(())
}
