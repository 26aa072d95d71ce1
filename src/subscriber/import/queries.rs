//! The statements of an import, each for many rows: they come as arrays on PostgreSQL, and as one JSON text on SQLite.

pub mod entries;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, SmallInt, Text};
use serde::Serialize;

use super::{Row, Tool};
use crate::clock::Timestamp;
use crate::db::schema::subscribers;
use crate::db::{self, Conn, Result};
use crate::subscriber::search::NameKeys;
use crate::subscriber::{Consent, SubscriptionState};

crate::db::sql_word!(Tool);

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

/// A subscription that was added.
#[derive(QueryableByName)]
pub(super) struct Added {
    #[diesel(sql_type = BigInt)]
    pub subscriber_id: i64,
    #[diesel(sql_type = SmallInt)]
    pub state: SubscriptionState,
}

/// When a row's subscription began, was confirmed and ended, and until when it is paused; none of it is in the future but
/// the pause.
#[derive(Clone, Copy, Default)]
struct Times(Option<i64>, Option<i64>, Option<i64>, Option<i64>);

impl Times {
    fn of(row: &Row, now: Timestamp) -> Self {
        let Some(history) = &row.history else { return Self::default() };
        let past = |at: Timestamp| at.min(now).0;
        let (began, confirmed) = (history.opted_in.as_ref(), history.confirmed.as_ref());
        let paused = history.paused_until.filter(|until| *until > now);
        Self(
            began.map(|event| past(event.at)),
            confirmed.or(began).map(|event| past(event.at)),
            history.left_at.map(past),
            paused.map(|at| at.0),
        )
    }
}

/// Subscribes those who have no subscription to the newsletter. 1 and 2 are the codes of confirmed and unsubscribed.
///
/// One that is pending is kept for a while from now on; one that has ended was not requested since.
///
/// On PostgreSQL a person who is erased in this moment is passed by: the lock waits for the erasure and then looks again.
pub(super) fn subscribe(
    conn: &mut Conn,
    now: Timestamp,
    newsletter: i64,
    entry: Option<i64>,
    rows: &[Row],
) -> Result<Vec<Added>> {
    let times = rows.iter().map(|row| Times::of(row, now));
    let addresses = rows.iter().map(|row| row.address.normalised());
    let states = rows.iter().map(|row| row.state.code());
    Ok(match conn {
        Conn::Pg(pg) => {
            let times: Vec<Times> = times.collect();
            sql_query(
                "INSERT INTO subscriptions
                     (subscriber_id, newsletter_id, import_id, state, created_at, requested_at, confirmed_at,
                      unsubscribed_at, paused_until)
                 SELECT p.id, $1, $2, new.state, COALESCE(began, $3),
                     CASE new.state WHEN 2 THEN COALESCE(ended, $3) ELSE $3 END,
                     CASE new.state WHEN 1 THEN COALESCE(agreed, $3) END,
                     CASE new.state WHEN 2 THEN COALESCE(ended, $3) END, CASE new.state WHEN 1 THEN paused END
                 FROM unnest($4, $5, $6, $7, $8, $9) AS new (address, state, began, agreed, ended, paused)
                 JOIN subscribers p ON p.address = new.address
                 WHERE (SELECT s.id FROM subscriptions s WHERE s.subscriber_id = p.id AND s.newsletter_id = $1) IS NULL
                 FOR KEY SHARE OF p
                 ON CONFLICT (subscriber_id, newsletter_id) DO NOTHING
                 RETURNING subscriber_id, state",
            )
            .bind::<BigInt, _>(newsletter)
            .bind::<Nullable<BigInt>, _>(entry)
            .bind::<BigInt, _>(now.0)
            .bind::<Array<Text>, _>(addresses.collect::<Vec<_>>())
            .bind::<Array<SmallInt>, _>(states.collect::<Vec<_>>())
            .bind::<Array<Nullable<BigInt>>, _>(times.iter().map(|times| times.0).collect::<Vec<_>>())
            .bind::<Array<Nullable<BigInt>>, _>(times.iter().map(|times| times.1).collect::<Vec<_>>())
            .bind::<Array<Nullable<BigInt>>, _>(times.iter().map(|times| times.2).collect::<Vec<_>>())
            .bind::<Array<Nullable<BigInt>>, _>(times.iter().map(|times| times.3).collect::<Vec<_>>())
            .load(pg)?
        }
        Conn::Sqlite(sqlite) => sql_query(
            "INSERT INTO subscriptions
                 (subscriber_id, newsletter_id, import_id, state, created_at, requested_at, confirmed_at,
                  unsubscribed_at, paused_until)
             SELECT p.id, $1, $2, new.value ->> 1, COALESCE(new.value ->> 2, $3),
                 CASE new.value ->> 1 WHEN 2 THEN COALESCE(new.value ->> 4, $3) ELSE $3 END,
                 CASE new.value ->> 1 WHEN 1 THEN COALESCE(new.value ->> 3, $3) END,
                 CASE new.value ->> 1 WHEN 2 THEN COALESCE(new.value ->> 4, $3) END,
                 CASE new.value ->> 1 WHEN 1 THEN new.value ->> 5 END
             FROM json_each($4) new CROSS JOIN subscribers p ON p.address = new.value ->> 0
             WHERE TRUE
             ON CONFLICT (subscriber_id, newsletter_id) DO NOTHING
             RETURNING subscriber_id, state",
        )
        .bind::<BigInt, _>(newsletter)
        .bind::<Nullable<BigInt>, _>(entry)
        .bind::<BigInt, _>(now.0)
        .bind::<Text, _>(json(addresses.zip(states).zip(times).map(|((address, state), times)| {
            let Times(began, agreed, ended, paused) = times;
            (address, state, began, agreed, ended, paused)
        }))?)
        .load(sqlite)?,
    })
}

/// What is stored about the address of a row.
#[derive(QueryableByName)]
pub(super) struct Known {
    #[diesel(sql_type = Text)]
    pub address: String,
    #[diesel(sql_type = BigInt)]
    pub subscriber: i64,
    /// The subscription to the newsletter, and its state.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub subscription: Option<i64>,
    #[diesel(sql_type = Nullable<SmallInt>)]
    pub state: Option<SubscriptionState>,
    /// Whether the ledger has a line of the person that no import wrote.
    #[diesel(sql_type = Bool)]
    pub has_acted: bool,
}

/// What is stored about these addresses, for those that are stored.
pub(super) fn known<'a>(
    conn: &mut Conn,
    newsletter: i64,
    addresses: impl Iterator<Item = &'a str>,
) -> Result<Vec<Known>> {
    Ok(match conn {
        Conn::Pg(pg) => sql_query(
            "SELECT p.address, p.id AS subscriber, s.id AS subscription, s.state,
                 EXISTS (SELECT 1 FROM consents c WHERE c.subscriber_id = p.id AND c.source <> 'import') AS has_acted
             FROM unnest($1) AS new (address)
             JOIN subscribers p ON p.address = new.address
             LEFT JOIN subscriptions s ON s.subscriber_id = p.id AND s.newsletter_id = $2",
        )
        .bind::<Array<Text>, _>(addresses.collect::<Vec<_>>())
        .bind::<BigInt, _>(newsletter)
        .load(pg)?,
        Conn::Sqlite(sqlite) => sql_query(
            "SELECT p.address, p.id AS subscriber, s.id AS subscription, s.state,
                 EXISTS (SELECT 1 FROM consents c WHERE c.subscriber_id = p.id AND c.source <> 'import') AS has_acted
             FROM json_each($1) new CROSS JOIN subscribers p ON p.address = new.value
             LEFT JOIN subscriptions s ON s.subscriber_id = p.id AND s.newsletter_id = $2",
        )
        .bind::<Text, _>(json(addresses)?)
        .bind::<BigInt, _>(newsletter)
        .load(sqlite)?,
    })
}

/// Appends these lines to the ledger, each of a subscriber and about this newsletter.
pub(super) fn append_consents(conn: &mut Conn, newsletter: i64, lines: &[(i64, Consent)]) -> Result<()> {
    match conn {
        Conn::Pg(pg) => sql_query(
            "INSERT INTO consents (subscriber_id, newsletter_id, action, wording, at, client, source)
             SELECT subscriber, $1, action, '', at, client, 'import'
             FROM unnest($2, $3, $4, $5) AS new (subscriber, action, at, client)",
        )
        .bind::<BigInt, _>(newsletter)
        .bind::<Array<BigInt>, _>(lines.iter().map(|(id, _)| *id).collect::<Vec<_>>())
        .bind::<Array<SmallInt>, _>(lines.iter().map(|(_, line)| line.action.code()).collect::<Vec<_>>())
        .bind::<Array<BigInt>, _>(lines.iter().map(|(_, line)| line.at.0).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(lines.iter().map(|(_, line)| line.client.as_str()).collect::<Vec<_>>())
        .execute(pg)?,
        Conn::Sqlite(sqlite) => sql_query(
            "INSERT INTO consents (subscriber_id, newsletter_id, action, wording, at, client, source)
             SELECT value ->> 0, $1, value ->> 1, '', value ->> 2, value ->> 3, 'import' FROM json_each($2)",
        )
        .bind::<BigInt, _>(newsletter)
        .bind::<Text, _>(json(lines.iter().map(|(id, line)| (id, line.action.code(), line.at.0, &line.client)))?)
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
