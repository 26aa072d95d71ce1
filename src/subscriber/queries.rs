//! Subscribers, subscriptions and consents in the database.

pub mod exported;
mod newcomer;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::search::NameKeys;
use super::{Consent, ConsentAction, Subscriber, Subscription, SubscriptionState};
use crate::clock::Timestamp;
use crate::db::schema::{consents, link_requests, subscribers, subscriptions};
use crate::db::{Both, Conn, Result};
use crate::delivery::RecipientKey;
use crate::email_address::EmailAddress;

pub use newcomer::{Newcomer, Requested, add_newcomer};

crate::db::sql_code!(SubscriptionState);
crate::db::sql_code!(ConsentAction);

type Backend = <Conn as diesel::Connection>::Backend;

/// A subscriber by id, erased or not.
pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Subscriber>> {
    Ok(subscribers::table.find(id).select(Subscriber::as_select()).first(conn).optional()?)
}

/// The subscriber of a normalised address.
pub fn by_address(conn: &mut Conn, address: &str) -> Result<Option<Subscriber>> {
    let row = subscribers::table.filter(subscribers::address.eq(address));
    Ok(row.select(Subscriber::as_select()).first(conn).optional()?)
}

/// The id of an address's subscriber, who is added if new, and whether it was added. A known subscriber keeps the name, and
/// is not erased before the caller's transaction ends.
pub fn ensure(
    conn: &mut Conn,
    now: Timestamp,
    address: &EmailAddress,
    name: &str,
    language: &str,
) -> Result<(i64, bool)> {
    let keys = NameKeys::of(name, address.normalised());
    let row = (
        subscribers::name_key.eq(keys.name.as_deref()),
        subscribers::surname_key.eq(keys.surname.as_deref()),
        subscribers::address.eq(Some(address.normalised())),
        subscribers::envelope.eq(Some(address.envelope())),
        subscribers::name.eq(name),
        subscribers::language.eq(language),
        subscribers::time_zone.eq(""),
        subscribers::created_at.eq(now),
    );
    let insert = diesel::insert_into(subscribers::table)
        .values(row)
        .on_conflict(subscribers::address)
        .do_nothing()
        .returning(subscribers::id);
    let known = subscribers::table.filter(subscribers::address.eq(address.normalised())).select(subscribers::id);
    for _ in 0..ATTEMPTS {
        if let Some(id) = RunQueryDsl::get_result(Both(insert), conn).optional()? {
            return Ok((id, true));
        }
        let found: Option<i64> = match conn {
            Conn::Sqlite(sqlite) => known.first(sqlite).optional()?,
            Conn::Pg(pg) => known.for_update().first(pg).optional()?,
        };
        // None: another transaction has just erased the subscriber, so the address is new.
        if let Some(id) = found {
            return Ok((id, false));
        }
    }
    Err(diesel::result::Error::NotFound.into())
}

/// Attempts to add a subscriber whose address is being erased at the same time.
const ATTEMPTS: u32 = 3;

/// Renames a person who has never confirmed a subscription.
pub fn rename_unproven(conn: &mut Conn, id: i64, name: &str) -> Result<()> {
    let proven = subscriptions::table
        .filter(subscriptions::subscriber_id.eq(id))
        .filter(subscriptions::confirmed_at.is_not_null())
        .count()
        .get_result::<i64>(conn)?;
    if proven == 0 {
        set_name(conn, id, name)?;
    }
    Ok(())
}

fn set_name(conn: &mut Conn, id: i64, name: &str) -> Result<()> {
    let row = subscribers::table.find(id);
    let address: Option<String> = row.select(subscribers::address).first(conn).optional()?.flatten();
    let keys = NameKeys::of(name, address.as_deref().unwrap_or_default());
    let change =
        (subscribers::name.eq(name), subscribers::name_key.eq(keys.name), subscribers::surname_key.eq(keys.surname));
    diesel::update(row).set(change).execute(conn)?;
    Ok(())
}

/// Changes name and language.
pub fn set_details(conn: &mut Conn, id: i64, name: &str, language: &str) -> Result<()> {
    set_name(conn, id, name)?;
    diesel::update(subscribers::table.find(id)).set(subscribers::language.eq(language)).execute(conn)?;
    Ok(())
}

/// Blanks a person's row. The id stays, so that an old link never fits another person.
pub fn blank(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    let change = (
        subscribers::address.eq(None::<String>),
        subscribers::envelope.eq(None::<String>),
        subscribers::name.eq(""),
        subscribers::name_key.eq(None::<String>),
        subscribers::surname_key.eq(None::<String>),
        subscribers::time_zone.eq(""),
        subscribers::erased_at.eq(Some(now.0)),
    );
    diesel::update(subscribers::table.find(id)).set(change).execute(conn)?;
    diesel::update(consents::table.filter(consents::subscriber_id.eq(id)))
        .set(consents::client.eq(""))
        .execute(conn)?;
    Ok(())
}

/// A subscription by id.
pub fn subscription(conn: &mut Conn, id: i64) -> Result<Option<Subscription>> {
    Ok(subscriptions::table.find(id).select(Subscription::as_select()).first(conn).optional()?)
}

/// As [`subscription`], locked until the transaction ends. SQLite has one writer and needs no lock.
pub fn locked_subscription(conn: &mut Conn, id: i64) -> Result<Option<Subscription>> {
    if let Conn::Pg(pg) = conn {
        let lock = subscriptions::table.find(id).select(subscriptions::id).for_update();
        lock.first::<i64>(pg).optional()?;
    }
    subscription(conn, id)
}

/// The subscriptions of a person, by id.
pub fn subscriptions_of(conn: &mut Conn, subscriber: i64) -> Result<Vec<Subscription>> {
    let rows = subscriptions::table.filter(subscriptions::subscriber_id.eq(subscriber)).order(subscriptions::id);
    Ok(rows.select(Subscription::as_select()).load(conn)?)
}

/// The recipient keys of a person: one for each subscription, and the person's own.
pub fn recipient_keys(conn: &mut Conn, subscriber: i64) -> Result<Vec<RecipientKey>> {
    let rows = subscriptions::table.filter(subscriptions::subscriber_id.eq(subscriber)).order(subscriptions::id);
    let ids: Vec<i64> = rows.select(subscriptions::id).load(conn)?;
    let keys = ids.into_iter().map(RecipientKey::Subscription);
    Ok(keys.chain([RecipientKey::Subscriber(subscriber)]).collect())
}

/// A person's subscription to a newsletter, added in `state` if new, and whether it was added.
pub fn ensure_subscription(
    conn: &mut Conn,
    now: Timestamp,
    subscriber: i64,
    newsletter: i64,
    state: SubscriptionState,
) -> Result<(Subscription, bool)> {
    let confirmed_at = (state == SubscriptionState::Confirmed).then_some(now.0);
    let row = (
        subscriptions::subscriber_id.eq(subscriber),
        subscriptions::newsletter_id.eq(newsletter),
        subscriptions::state.eq(state),
        subscriptions::created_at.eq(now),
        subscriptions::requested_at.eq(now),
        subscriptions::confirmed_at.eq(confirmed_at),
    );
    let insert = diesel::insert_into(subscriptions::table)
        .values(row)
        .on_conflict((subscriptions::subscriber_id, subscriptions::newsletter_id))
        .do_nothing()
        .returning(<Subscription as Selectable<Backend>>::construct_selection());
    if let Some(made) = RunQueryDsl::get_result(Both(insert), conn).optional()? {
        return Ok((made, true));
    }
    let known = subscriptions::table
        .filter(subscriptions::subscriber_id.eq(subscriber))
        .filter(subscriptions::newsletter_id.eq(newsletter));
    Ok((known.select(Subscription::as_select()).first(conn)?, false))
}

/// Notes that this subscription was requested again.
pub fn request_again(conn: &mut Conn, now: Timestamp, id: i64) -> Result<()> {
    diesel::update(subscriptions::table.find(id)).set(subscriptions::requested_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Stores a subscription's state, times and pause.
pub fn store(conn: &mut Conn, subscription: &Subscription) -> Result<()> {
    let change = (
        subscriptions::state.eq(subscription.state),
        subscriptions::confirmed_at.eq(subscription.confirmed_at.map(|at| at.0)),
        subscriptions::unsubscribed_at.eq(subscription.unsubscribed_at.map(|at| at.0)),
        subscriptions::paused_until.eq(subscription.paused_until.map(|at| at.0)),
    );
    diesel::update(subscriptions::table.find(subscription.id)).set(change).execute(conn)?;
    Ok(())
}

/// Appends a line to the ledger.
pub fn append_consent(conn: &mut Conn, subscriber: i64, consent: &Consent) -> Result<()> {
    let row = (
        consents::subscriber_id.eq(subscriber),
        consents::newsletter_id.eq(consent.newsletter_id),
        consents::action.eq(consent.action),
        consents::wording.eq(&consent.wording),
        consents::at.eq(consent.at),
        consents::client.eq(&consent.client),
        consents::source.eq(&consent.source),
    );
    diesel::insert_into(consents::table).values(row).execute(conn)?;
    Ok(())
}

/// A person's lines of the ledger, oldest first.
pub fn consents_of(conn: &mut Conn, subscriber: i64) -> Result<Vec<Consent>> {
    let rows = consents::table.filter(consents::subscriber_id.eq(subscriber)).order(consents::id);
    Ok(rows.select(Consent::as_select()).load(conn)?)
}

/// Ids of pending subscriptions last requested before `before`: (subscription, subscriber, newsletter).
///
/// On PostgreSQL their rows and those of their subscribers are locked. Rows that another transaction has locked are
/// skipped, because a sign-up locks the subscriber first, and a confirmation the subscription.
pub fn stale_pending(conn: &mut Conn, before: Timestamp, limit: i64) -> Result<Vec<(i64, i64, i64)>> {
    let stale = subscriptions::table
        .inner_join(subscribers::table)
        // Spelled as in the index: SQLite's planner does not look at bound values.
        .filter(sql::<Bool>("subscriptions.state = 0"))
        .filter(subscriptions::requested_at.lt(before))
        .order(subscriptions::requested_at)
        .limit(limit)
        .select((subscriptions::id, subscriptions::subscriber_id, subscriptions::newsletter_id));
    match conn {
        Conn::Pg(pg) => Ok(stale.for_update().skip_locked().load(pg)?),
        Conn::Sqlite(sqlite) => Ok(stale.load(sqlite)?),
    }
}

/// Locks a person and their subscriptions until the transaction ends. SQLite has one writer and needs no lock.
pub fn lock_person(conn: &mut Conn, id: i64) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        subscribers::table.find(id).select(subscribers::id).for_update().first::<i64>(pg).optional()?;
        let theirs = subscriptions::table.filter(subscriptions::subscriber_id.eq(id)).order(subscriptions::id);
        theirs.select(subscriptions::id).for_update().load::<i64>(pg)?;
    }
    Ok(())
}

/// Deletes a subscription.
pub fn delete_subscription(conn: &mut Conn, id: i64) -> Result<()> {
    diesel::delete(subscriptions::table.find(id)).execute(conn)?;
    Ok(())
}

/// Stores a request for a link to the preferences.
pub fn add_link_request(conn: &mut Conn, now: Timestamp, envelope: &str) -> Result<()> {
    let row = (link_requests::envelope.eq(envelope), link_requests::at.eq(now));
    diesel::insert_into(link_requests::table).values(row).execute(conn)?;
    Ok(())
}

/// Id and address of the waiting requests, the oldest first.
pub fn link_requests(conn: &mut Conn, limit: i64) -> Result<Vec<(i64, String)>> {
    let rows = link_requests::table.order(link_requests::id).limit(limit);
    Ok(rows.select((link_requests::id, link_requests::envelope)).load(conn)?)
}

/// Deletes a request; false if it is gone.
pub fn delete_link_request(conn: &mut Conn, id: i64) -> Result<bool> {
    Ok(diesel::delete(link_requests::table.find(id)).execute(conn)? > 0)
}
