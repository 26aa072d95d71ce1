//! Newsletters and topics in the database.

use diesel::prelude::*;

use super::{HeadlineLink, Input, Newsletter};
use crate::clock::Timestamp;
use crate::db::schema::{newsletter_topics, newsletters, topic_slugs, topics};
use crate::db::{Both, Conn, Result, on_each};
use crate::text;

crate::db::sql_word!(HeadlineLink);

#[derive(Queryable)]
struct Row {
    id: i64,
    slug: String,
    name: String,
    description: String,
    sender_name: String,
    sender_address: String,
    contact_address: String,
    postal_address: String,
    language: String,
    time_zone: String,
    all_topics: bool,
    article_count: i64,
    window_days: i64,
    headline_link: HeadlineLink,
    track_clicks: bool,
    embed_origins: String,
    consent_wording: String,
    pending: i64,
    confirmed: i64,
    unsubscribed: i64,
    created_at: Timestamp,
    closed_at: Option<Timestamp>,
}

impl From<Row> for Newsletter {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            description: row.description,
            sender_name: row.sender_name,
            sender_address: row.sender_address,
            contact_address: row.contact_address,
            postal_address: row.postal_address,
            language: row.language,
            time_zone: row.time_zone.parse().unwrap_or_default(),
            all_topics: row.all_topics,
            article_count: row.article_count,
            window_days: row.window_days,
            headline_link: row.headline_link,
            track_clicks: row.track_clicks,
            embed_origins: row.embed_origins,
            consent_wording: row.consent_wording,
            pending: row.pending,
            confirmed: row.confirmed,
            unsubscribed: row.unsubscribed,
            created_at: row.created_at,
            closed_at: row.closed_at,
        }
    }
}

/// All newsletters in the order in which they were made.
pub fn list(conn: &mut Conn) -> Result<Vec<Newsletter>> {
    let rows: Vec<Row> = newsletters::table.order(newsletters::id).load(conn)?;
    Ok(rows.into_iter().map(Newsletter::from).collect())
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Newsletter>> {
    Ok(newsletters::table.find(id).first::<Row>(conn).optional()?.map(Newsletter::from))
}

pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Newsletter>> {
    let row: Option<Row> = newsletters::table.filter(newsletters::slug.eq(slug)).first(conn).optional()?;
    Ok(row.map(Newsletter::from))
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = newsletters)]
struct Values<'a> {
    slug: &'a str,
    name: &'a str,
    description: &'a str,
    sender_name: &'a str,
    sender_address: &'a str,
    contact_address: &'a str,
    postal_address: &'a str,
    language: &'a str,
    time_zone: &'a str,
    all_topics: bool,
    article_count: i64,
    window_days: i64,
    headline_link: HeadlineLink,
    track_clicks: bool,
    embed_origins: &'a str,
    consent_wording: &'a str,
}

fn values(input: &Input) -> Values<'_> {
    Values {
        slug: &input.slug,
        name: &input.name,
        description: &input.description,
        sender_name: &input.sender_name,
        sender_address: &input.sender_address,
        contact_address: &input.contact_address,
        postal_address: &input.postal_address,
        language: &input.language,
        time_zone: &input.time_zone,
        all_topics: input.all_topics,
        article_count: input.article_count,
        window_days: input.window_days,
        headline_link: input.headline_link,
        track_clicks: input.track_clicks,
        embed_origins: &input.embed_origins,
        consent_wording: &input.consent_wording,
    }
}

pub fn insert(conn: &mut Conn, now: Timestamp, input: &Input) -> Result<i64> {
    let row = (
        values(input),
        newsletters::pending.eq(0_i64),
        newsletters::confirmed.eq(0_i64),
        newsletters::unsubscribed.eq(0_i64),
        newsletters::created_at.eq(now),
    );
    Ok(diesel::insert_into(newsletters::table).values(row).returning(newsletters::id).get_result(conn)?)
}

pub fn update(conn: &mut Conn, id: i64, input: &Input) -> Result<()> {
    diesel::update(newsletters::table.find(id)).set(values(input)).execute(conn)?;
    Ok(())
}

/// Marks a newsletter as closed or open; false where it is so already.
pub fn set_closed(conn: &mut Conn, id: i64, at: Option<Timestamp>) -> Result<bool> {
    let row = newsletters::table.find(id);
    let value = newsletters::closed_at.eq(at.map(|at| at.0));
    let changed = match at {
        Some(_) => diesel::update(row.filter(newsletters::closed_at.is_null())).set(value).execute(conn)?,
        None => diesel::update(row.filter(newsletters::closed_at.is_not_null())).set(value).execute(conn)?,
    };
    Ok(changed > 0)
}

/// Changes the counters of subscriptions, in the transaction that changes the rows.
pub fn count_change(conn: &mut Conn, id: i64, pending: i64, confirmed: i64, unsubscribed: i64) -> Result<()> {
    let change = (
        newsletters::pending.eq(newsletters::pending + pending),
        newsletters::confirmed.eq(newsletters::confirmed + confirmed),
        newsletters::unsubscribed.eq(newsletters::unsubscribed + unsubscribed),
    );
    diesel::update(newsletters::table.find(id)).set(change).execute(conn)?;
    Ok(())
}

/// A subject of articles.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Topic {
    pub id: i64,
    pub slug: String,
    pub name: String,
}

/// All topics by name.
pub fn topics(conn: &mut Conn) -> Result<Vec<Topic>> {
    Ok(topics::table.order(topics::name).load(conn)?)
}

/// The topic of a slug, or of one that leads to it.
pub fn topic_by_slug(conn: &mut Conn, slug: &str) -> Result<Option<Topic>> {
    if let Some(topic) = topics::table.filter(topics::slug.eq(slug)).first(conn).optional()? {
        return Ok(Some(topic));
    }
    let led = topic_slugs::table.inner_join(topics::table).filter(topic_slugs::slug.eq(slug));
    Ok(led.select((topics::id, topics::slug, topics::name)).first(conn).optional()?)
}

/// Every slug that leads to a topic, with the topic's name.
pub fn topic_slugs(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    let mut found: Vec<(String, String)> = topics::table.select((topics::slug, topics::name)).load(conn)?;
    let led = topic_slugs::table.inner_join(topics::table).select((topic_slugs::slug, topics::name));
    found.extend(led.load::<(String, String)>(conn)?);
    Ok(found)
}

/// The topic of this name, or that it leads to; made if it is new: an import brings its own topics.
pub fn ensure_topic(conn: &mut Conn, name: &str) -> Result<i64> {
    let slug = text::slug(name, 60);
    if let Some(topic) = topic_by_slug(conn, &slug)? {
        return Ok(topic.id);
    }
    let row = (topics::slug.eq(&slug), topics::name.eq(name));
    let insert = diesel::insert_into(topics::table).values(row).on_conflict_do_nothing();
    RunQueryDsl::execute(Both(insert), conn)?;
    Ok(topics::table.filter(topics::slug.eq(&slug)).select(topics::id).first(conn)?)
}

/// The topics that a newsletter offers, when it does not offer all.
pub fn topic_ids(conn: &mut Conn, newsletter: i64) -> Result<Vec<i64>> {
    let rows = newsletter_topics::table.filter(newsletter_topics::newsletter_id.eq(newsletter));
    Ok(rows.select(newsletter_topics::topic_id).load(conn)?)
}

pub fn set_topics(conn: &mut Conn, newsletter: i64, topics: &[i64]) -> Result<()> {
    let old = newsletter_topics::table.filter(newsletter_topics::newsletter_id.eq(newsletter));
    diesel::delete(old).execute(conn)?;
    for topic in topics {
        let row = (newsletter_topics::newsletter_id.eq(newsletter), newsletter_topics::topic_id.eq(*topic));
        on_each!(conn, |c| diesel::insert_into(newsletter_topics::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// Those of these ids that are topics.
pub fn known_topics(conn: &mut Conn, ids: &[i64]) -> Result<Vec<i64>> {
    Ok(topics::table.filter(topics::id.eq_any(ids)).order(topics::id).select(topics::id).load(conn)?)
}
