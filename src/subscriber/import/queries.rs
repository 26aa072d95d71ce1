//! The statements of an import, each for many rows: they come as arrays on PostgreSQL, and as one JSON text on SQLite.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Nullable, SmallInt, Text};
use serde::Serialize;

use super::Row;
use crate::clock::Timestamp;
use crate::db::schema::subscribers;
use crate::db::{self, Conn, Result};
use crate::subscriber::search::NameKeys;
use crate::subscriber::{ConsentAction, SubscriptionState};

/// Adds the people whose address is new, with their name and language.
pub(super) fn add_people(conn: &mut Conn, now: Timestamp, language: &str, rows: &[Row]) -> Result<()> {
    let keys: Vec<NameKeys> = rows.iter().map(|row| NameKeys::of(&row.name, row.address.normalised())).collect();
    match conn {
        Conn::Pg(pg) => sql_query(
            "INSERT INTO subscribers
                 (address, envelope, name, name_key, surname_key, language, time_zone, created_at)
             SELECT address, envelope, name, name_key, surname_key, $1, '', $2
             FROM unnest($3, $4, $5, $6, $7) AS new (address, envelope, name, name_key, surname_key)
             ON CONFLICT (address) DO NOTHING",
        )
        .bind::<Text, _>(language)
        .bind::<BigInt, _>(now.0)
        .bind::<Array<Text>, _>(rows.iter().map(|row| row.address.normalised()).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(rows.iter().map(|row| row.address.envelope()).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>())
        .bind::<Array<Nullable<Text>>, _>(keys.iter().map(|keys| keys.name.as_deref()).collect::<Vec<_>>())
        .bind::<Array<Nullable<Text>>, _>(keys.iter().map(|keys| keys.surname.as_deref()).collect::<Vec<_>>())
        .execute(pg)?,
        Conn::Sqlite(sqlite) => sql_query(
            "INSERT INTO subscribers
                 (address, envelope, name, name_key, surname_key, language, time_zone, created_at)
             SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, $1, '', $2
             FROM json_each($3) WHERE TRUE
             ON CONFLICT (address) DO NOTHING",
        )
        .bind::<Text, _>(language)
        .bind::<BigInt, _>(now.0)
        .bind::<Text, _>(json(rows.iter().zip(&keys).map(|(row, keys)| {
            (row.address.normalised(), row.address.envelope(), &row.name, &keys.name, &keys.surname)
        }))?)
        .execute(sqlite)?,
    };
    Ok(())
}

#[derive(QueryableByName)]
struct Added {
    #[diesel(sql_type = BigInt)]
    subscriber_id: i64,
    #[diesel(sql_type = SmallInt)]
    state: SubscriptionState,
}

/// Subscribes those who have no subscription to the newsletter; returns their ids and states. 1 and 2 are the codes of
/// confirmed and unsubscribed.
///
/// On PostgreSQL a person who is erased in this moment is passed by: the lock waits for the erasure and then looks again.
pub(super) fn subscribe(
    conn: &mut Conn,
    now: Timestamp,
    newsletter: i64,
    rows: &[Row],
) -> Result<Vec<(i64, SubscriptionState)>> {
    let added: Vec<Added> = match conn {
        Conn::Pg(pg) => sql_query(
            "INSERT INTO subscriptions
                 (subscriber_id, newsletter_id, state, created_at, requested_at, confirmed_at, unsubscribed_at)
             SELECT p.id, $1, new.state, $2, $2, CASE new.state WHEN 1 THEN $2 END,
                 CASE new.state WHEN 2 THEN $2 END
             FROM unnest($3, $4) AS new (address, state)
             JOIN subscribers p ON p.address = new.address
             WHERE (SELECT s.id FROM subscriptions s WHERE s.subscriber_id = p.id AND s.newsletter_id = $1) IS NULL
             FOR KEY SHARE OF p
             ON CONFLICT (subscriber_id, newsletter_id) DO NOTHING
             RETURNING subscriber_id, state",
        )
        .bind::<BigInt, _>(newsletter)
        .bind::<BigInt, _>(now.0)
        .bind::<Array<Text>, _>(rows.iter().map(|row| row.address.normalised()).collect::<Vec<_>>())
        .bind::<Array<SmallInt>, _>(rows.iter().map(|row| row.state.code()).collect::<Vec<_>>())
        .load(pg)?,
        Conn::Sqlite(sqlite) => sql_query(
            "INSERT INTO subscriptions
                 (subscriber_id, newsletter_id, state, created_at, requested_at, confirmed_at, unsubscribed_at)
             SELECT p.id, $1, new.value ->> 1, $2, $2, CASE new.value ->> 1 WHEN 1 THEN $2 END,
                 CASE new.value ->> 1 WHEN 2 THEN $2 END
             FROM json_each($3) new CROSS JOIN subscribers p ON p.address = new.value ->> 0
             WHERE TRUE
             ON CONFLICT (subscriber_id, newsletter_id) DO NOTHING
             RETURNING subscriber_id, state",
        )
        .bind::<BigInt, _>(newsletter)
        .bind::<BigInt, _>(now.0)
        .bind::<Text, _>(json(rows.iter().map(|row| (row.address.normalised(), row.state.code())))?)
        .load(sqlite)?,
    };
    Ok(added.into_iter().map(|added| (added.subscriber_id, added.state)).collect())
}

/// Appends a line to the ledger for each of these people.
pub(super) fn append_consents(
    conn: &mut Conn,
    now: Timestamp,
    newsletter: i64,
    client: &str,
    lines: &[(i64, ConsentAction)],
) -> Result<()> {
    match conn {
        Conn::Pg(pg) => sql_query(
            "INSERT INTO consents (subscriber_id, newsletter_id, action, wording, at, client, source)
             SELECT subscriber, $1, action, '', $2, $3, 'import' FROM unnest($4, $5) AS new (subscriber, action)",
        )
        .bind::<BigInt, _>(newsletter)
        .bind::<BigInt, _>(now.0)
        .bind::<Text, _>(client)
        .bind::<Array<BigInt>, _>(lines.iter().map(|(id, _)| *id).collect::<Vec<_>>())
        .bind::<Array<SmallInt>, _>(lines.iter().map(|(_, action)| action.code()).collect::<Vec<_>>())
        .execute(pg)?,
        Conn::Sqlite(sqlite) => sql_query(
            "INSERT INTO consents (subscriber_id, newsletter_id, action, wording, at, client, source)
             SELECT value ->> 0, $1, value ->> 1, '', $2, $3, 'import' FROM json_each($4)",
        )
        .bind::<BigInt, _>(newsletter)
        .bind::<BigInt, _>(now.0)
        .bind::<Text, _>(client)
        .bind::<Text, _>(json(lines.iter().map(|(id, action)| (id, action.code())))?)
        .execute(sqlite)?,
    };
    Ok(())
}

/// The indexes that a search of readers uses, beside that of addresses.
const SEARCH_INDEXES: [&str; 3] = ["subscribers_by_domain", "subscribers_by_name", "subscribers_by_surname"];

/// Leaves the indexes of a search out until [`db::build_postponed`].
pub(super) fn postpone_search(conn: &mut Conn) -> Result<()> {
    db::postpone(conn, &SEARCH_INDEXES)
}

/// The highest id of a subscriber: about how many there are. 0 if there is none.
pub(super) fn last_id(conn: &mut Conn) -> Result<u64> {
    let last: Option<i64> = subscribers::table.select(diesel::dsl::max(subscribers::id)).first(conn)?;
    Ok(last.and_then(|last| u64::try_from(last).ok()).unwrap_or_default())
}

/// Renews PostgreSQL's statistics: without them its plans are those of small tables. SQLite renews its own as a connection
/// closes.
pub(super) fn analyze(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Pg(pg) => Ok(pg.batch_execute("ANALYZE subscribers, subscriptions, consents")?),
        Conn::Sqlite(_) => Ok(()),
    }
}

fn json<T: Serialize>(rows: impl Iterator<Item = T>) -> Result<String> {
    let text = serde_json::to_string(&rows.collect::<Vec<_>>());
    text.map_err(|error| diesel::result::Error::SerializationError(error.into()).into())
}
