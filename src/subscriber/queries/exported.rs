//! What an export says beside the list of subscribers.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable, SmallInt, Text};

use crate::clock::Timestamp;
use crate::db::schema::{consents, subscribers, subscriptions};
use crate::db::{Conn, Result, on_each};
use crate::delivery::SuppressionReason;
use crate::subscriber::ConsentAction;

/// What a line of the list does not say about a subscription.
#[derive(Clone, Debug)]
pub struct Details {
    pub language: String,
    pub unsubscribed_at: Option<Timestamp>,
}

/// Opting in and confirming, each the last time, with the network address.
#[derive(Clone, Debug, Default)]
pub struct Events {
    pub opted_in: Option<(Timestamp, String)>,
    pub confirmed: Option<(Timestamp, String)>,
}

/// The details of these subscriptions, by id.
pub fn details(conn: &mut Conn, subscriptions: &[i64]) -> Result<HashMap<i64, Details>> {
    let rows: Vec<(i64, String, Option<Timestamp>)> = subscriptions::table
        .inner_join(subscribers::table)
        .filter(subscriptions::id.eq_any(subscriptions))
        .select((subscriptions::id, subscribers::language, subscriptions::unsubscribed_at))
        .load(conn)?;
    let details = rows.into_iter().map(|(id, language, unsubscribed_at)| (id, Details { language, unsubscribed_at }));
    Ok(details.collect())
}

/// The events of these people, by subscriber and newsletter.
pub fn events(conn: &mut Conn, people: &[i64]) -> Result<HashMap<(i64, i64), Events>> {
    let actions = [ConsentAction::Requested, ConsentAction::Confirmed];
    let lines: Vec<(i64, Option<i64>, ConsentAction, Timestamp, String)> = consents::table
        .filter(consents::subscriber_id.eq_any(people))
        .filter(consents::action.eq_any(actions.map(ConsentAction::code)))
        .order(consents::id)
        .select((consents::subscriber_id, consents::newsletter_id, consents::action, consents::at, consents::client))
        .load(conn)?;
    let mut events: HashMap<(i64, i64), Events> = HashMap::new();
    for (subscriber, newsletter, action, at, client) in lines {
        let Some(newsletter) = newsletter else { continue };
        let events = events.entry((subscriber, newsletter)).or_default();
        match action {
            ConsentAction::Requested => events.opted_in = Some((at, client)),
            _ => events.confirmed = Some((at, client)),
        }
    }
    Ok(events)
}

/// A suppressed address.
#[derive(QueryableByName)]
pub struct Suppressed {
    #[diesel(sql_type = Binary)]
    pub key: Vec<u8>,
    #[diesel(sql_type = Text)]
    pub address: String,
    #[diesel(sql_type = SmallInt)]
    pub reason: SuppressionReason,
    #[diesel(sql_type = BigInt)]
    pub at: Timestamp,
}

/// Suppressions with a readable address that has no subscription to the newsletter, or to any; by rising key.
pub fn suppressions(conn: &mut Conn, newsletter: Option<i64>, after: &[u8], limit: i64) -> Result<Vec<Suppressed>> {
    let query = diesel::sql_query(
        "SELECT x.key, x.address, x.reason, x.at FROM suppressions x
         WHERE x.key > $1 AND x.address IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM subscribers p JOIN subscriptions s ON s.subscriber_id = p.id
             WHERE p.address = x.address AND s.newsletter_id = COALESCE($2, s.newsletter_id))
         ORDER BY x.key LIMIT $3",
    );
    let query = query.bind::<Binary, _>(after.to_vec());
    let query = query.bind::<Nullable<BigInt>, _>(newsletter).bind::<BigInt, _>(limit);
    Ok(on_each!(conn, |c| query.load(c))?)
}
