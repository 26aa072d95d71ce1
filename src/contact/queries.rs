//! Enquiries and their answers in the database.

use diesel::prelude::*;

use super::{Answer, Enquiry, EnquiryState, NewEnquiry};
use crate::clock::Timestamp;
use crate::db::schema::{enquiries, enquiry_answers};
use crate::db::{Conn, Result};

crate::db::sql_code!(EnquiryState);

pub fn insert(conn: &mut Conn, now: Timestamp, newsletter: i64, enquiry: &NewEnquiry) -> Result<i64> {
    let row = (
        enquiries::newsletter_id.eq(newsletter),
        enquiries::name.eq(&enquiry.name),
        enquiries::address.eq(enquiry.address.normalised()),
        enquiries::envelope.eq(enquiry.address.envelope()),
        enquiries::subject.eq(&enquiry.subject),
        enquiries::message.eq(&enquiry.message),
        enquiries::state.eq(EnquiryState::Open),
        enquiries::created_at.eq(now),
    );
    Ok(diesel::insert_into(enquiries::table).values(row).returning(enquiries::id).get_result(conn)?)
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Enquiry>> {
    Ok(enquiries::table.find(id).select(Enquiry::as_select()).first(conn).optional()?)
}

/// As [`by_id`], locked until the caller's transaction ends. SQLite has one writer and needs no lock.
pub fn locked(conn: &mut Conn, id: i64) -> Result<Option<Enquiry>> {
    if let Conn::Pg(pg) = conn {
        let lock = enquiries::table.find(id).select(enquiries::id).for_update();
        lock.first::<i64>(pg).optional()?;
    }
    by_id(conn, id)
}

/// Enquiries, newest first, before the id `before`, of one state or of all.
pub fn page(conn: &mut Conn, state: Option<EnquiryState>, before: i64, limit: i64) -> Result<Vec<Enquiry>> {
    let mut query =
        enquiries::table.filter(enquiries::id.lt(before)).order(enquiries::id.desc()).limit(limit).into_boxed();
    if let Some(state) = state {
        query = query.filter(enquiries::state.eq(state));
    }
    Ok(query.select(Enquiry::as_select()).load(conn)?)
}

/// The number of open enquiries; the index by state keeps this fast.
pub fn count_open(conn: &mut Conn) -> Result<i64> {
    Ok(enquiries::table.filter(enquiries::state.eq(EnquiryState::Open)).count().get_result(conn)?)
}

/// The answers to an enquiry, the oldest first.
pub fn answers(conn: &mut Conn, enquiry: i64) -> Result<Vec<Answer>> {
    let rows = enquiry_answers::table.filter(enquiry_answers::enquiry_id.eq(enquiry)).order(enquiry_answers::id);
    Ok(rows.select(Answer::as_select()).load(conn)?)
}

/// Stores an answer and marks its enquiry as answered.
pub fn add_answer(conn: &mut Conn, now: Timestamp, enquiry: i64, author: &str, body: &str) -> Result<()> {
    let row = (
        enquiry_answers::enquiry_id.eq(enquiry),
        enquiry_answers::author.eq(author),
        enquiry_answers::body.eq(body),
        enquiry_answers::at.eq(now),
    );
    diesel::insert_into(enquiry_answers::table).values(row).execute(conn)?;
    let change = (enquiries::state.eq(EnquiryState::Answered), enquiries::answered_at.eq(Some(now.0)));
    diesel::update(enquiries::table.find(enquiry)).set(change).execute(conn)?;
    Ok(())
}

/// Changes the state of an enquiry that is in one of the states `from`; false if it is not.
pub fn change_state(conn: &mut Conn, id: i64, from: &[EnquiryState], to: EnquiryState) -> Result<bool> {
    let codes: Vec<i16> = from.iter().map(|state| state.code()).collect();
    let rows = enquiries::table.find(id).filter(enquiries::state.eq_any(codes));
    Ok(diesel::update(rows).set(enquiries::state.eq(to)).execute(conn)? > 0)
}

/// The enquiries from a normalised address, the oldest first.
pub fn of_address(conn: &mut Conn, address: &str) -> Result<Vec<Enquiry>> {
    let rows = enquiries::table.filter(enquiries::address.eq(address)).order(enquiries::id);
    Ok(rows.select(Enquiry::as_select()).load(conn)?)
}

/// Empties the enquiries of a normalised address, and their answers; returns their ids.
pub fn forget(conn: &mut Conn, address: &str) -> Result<Vec<i64>> {
    let same = enquiries::table.filter(enquiries::address.eq(address));
    let ids: Vec<i64> = same.select(enquiries::id).load(conn)?;
    let empty = (
        enquiries::name.eq(""),
        enquiries::address.eq(""),
        enquiries::envelope.eq(""),
        enquiries::subject.eq(""),
        enquiries::message.eq(""),
    );
    diesel::update(enquiries::table.filter(enquiries::id.eq_any(&ids))).set(empty).execute(conn)?;
    diesel::update(enquiry_answers::table.filter(enquiry_answers::enquiry_id.eq_any(&ids)))
        .set(enquiry_answers::body.eq(""))
        .execute(conn)?;
    Ok(ids)
}
