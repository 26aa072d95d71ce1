//! The sign-up of an address that is new, in one statement on PostgreSQL, where each statement is a round trip.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};

use crate::clock::Timestamp;
use crate::db::{Conn, Prepared, Result};
use crate::email_address::EmailAddress;
use crate::subscriber::search::NameKeys;
use crate::subscriber::{ConsentAction, SubscriptionState};

/// Whom to add, and to what.
pub struct Newcomer<'a> {
    pub address: &'a EmailAddress,
    pub name: &'a str,
    pub language: &'a str,
    pub newsletter: i64,
    /// What the ledger keeps of the request.
    pub wording: &'a str,
    pub client: &'a str,
    pub source: &'a str,
}

/// A subscription that was requested.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub struct Requested {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = BigInt)]
    pub subscriber_id: i64,
    #[diesel(sql_type = SmallInt)]
    pub state: SubscriptionState,
}

/// Adds person, pending subscription, its count and the ledger's line. `None`, and nothing added, where the address is
/// known or the newsletter closed, and on SQLite, whose statements cost no round trip.
pub fn add_newcomer(conn: &mut Conn, now: Timestamp, newcomer: &Newcomer<'_>) -> Result<Option<Requested>> {
    let Conn::Pg(pg) = conn else { return Ok(None) };
    let keys = NameKeys::of(newcomer.name, newcomer.address.normalised());
    let query = sql_query(
        "WITH person AS (
             INSERT INTO subscribers (address, envelope, name, name_key, surname_key, language, time_zone, created_at)
             SELECT $1, $2, $3, $4, $5, $6, '', $7 FROM newsletters WHERE id = $8 AND closed_at IS NULL
             ON CONFLICT (address) DO NOTHING RETURNING id),
         subscription AS (
             INSERT INTO subscriptions (subscriber_id, newsletter_id, state, created_at, requested_at)
             SELECT id, $8, $9, $7, $7 FROM person RETURNING id, subscriber_id, state),
         counted AS (
             INSERT INTO newsletter_changes (newsletter_id, pending, confirmed, unsubscribed)
             SELECT $8, 1, 0, 0 FROM person),
         requested AS (
             INSERT INTO consents (subscriber_id, newsletter_id, action, wording, at, client, source)
             SELECT id, $8, $10, $11, $7, $12, $13 FROM person)
         SELECT id, subscriber_id, state FROM subscription",
    )
    .bind::<Text, _>(newcomer.address.normalised())
    .bind::<Text, _>(newcomer.address.envelope())
    .bind::<Text, _>(newcomer.name)
    .bind::<Nullable<Text>, _>(keys.name)
    .bind::<Nullable<Text>, _>(keys.surname)
    .bind::<Text, _>(newcomer.language)
    .bind::<BigInt, _>(now)
    .bind::<BigInt, _>(newcomer.newsletter)
    .bind::<SmallInt, _>(SubscriptionState::Pending)
    .bind::<SmallInt, _>(ConsentAction::Requested)
    .bind::<Text, _>(newcomer.wording)
    .bind::<Text, _>(newcomer.client)
    .bind::<Text, _>(newcomer.source);
    Ok(Prepared(query).get_result(pg).optional()?)
}
