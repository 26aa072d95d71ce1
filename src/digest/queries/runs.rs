//! Runs in the database.

use diesel::prelude::*;

use crate::clock::Timestamp;
use crate::db::schema::runs;
use crate::db::{Conn, Insertable, Queryable, Result, Selectable};
use crate::digest::RunOutcome;

crate::db::sql_code!(RunOutcome);

/// One time of an edition's schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = runs)]
pub struct Run {
    pub edition_id: i64,
    /// When its digest is sent.
    pub at: Timestamp,
    pub outcome: RunOutcome,
    pub digest_id: Option<i64>,
}

/// The latest recorded time of an edition.
pub fn last(conn: &mut Conn, edition: i64) -> Result<Option<Timestamp>> {
    let rows = runs::table.filter(runs::edition_id.eq(edition)).order(runs::at.desc());
    Ok(rows.select(runs::at).first(conn).optional()?)
}

/// Records a run. A second one of the same time is a unique violation.
pub fn insert(conn: &mut Conn, now: Timestamp, run: &Run) -> Result<()> {
    diesel::insert_into(runs::table).values((run, runs::created_at.eq(now))).execute(conn)?;
    Ok(())
}

pub fn set_outcome(conn: &mut Conn, run: &Run, outcome: RunOutcome) -> Result<()> {
    let row = runs::table.find((run.edition_id, run.at));
    diesel::update(row).set(runs::outcome.eq(outcome)).execute(conn)?;
    Ok(())
}

/// Lets go of every digest that waits.
pub fn let_go(conn: &mut Conn) -> Result<()> {
    let waiting = runs::table.filter(runs::outcome.eq(RunOutcome::Made));
    diesel::update(waiting).set(runs::outcome.eq(RunOutcome::Taken)).execute(conn)?;
    Ok(())
}

/// Runs whose digest waits and whose time has come.
pub fn waiting(conn: &mut Conn, now: Timestamp) -> Result<Vec<Run>> {
    let rows = runs::table.filter(runs::outcome.eq(RunOutcome::Made)).filter(runs::at.le(now));
    Ok(rows.order(runs::at).select(Run::as_select()).load(conn)?)
}

/// The run of an edition whose digest waits.
pub fn made_of(conn: &mut Conn, edition: i64) -> Result<Option<Run>> {
    let rows = runs::table.filter(runs::edition_id.eq(edition)).filter(runs::outcome.eq(RunOutcome::Made));
    Ok(rows.order(runs::at.desc()).select(Run::as_select()).first(conn).optional()?)
}

/// The run with the latest time.
pub fn latest(conn: &mut Conn) -> Result<Option<Run>> {
    Ok(runs::table.order(runs::at.desc()).select(Run::as_select()).first(conn).optional()?)
}
