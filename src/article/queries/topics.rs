//! The queries of topics: their uses, and merging one into another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::dsl::{count, count_star};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::db::schema::{article_topics, edition_topics, editions, feed_topics, topic_slugs, topics};
use crate::db::{Both, Conn, Result, on_each};
use crate::effect::Effect;
use crate::newsletter::{self, Topic};

/// Articles of one statement, below SQLite's limit of bound values.
const ROWS: usize = 1_000;

/// The numbers of articles, feeds and newsletters of a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    pub articles: i64,
    pub feeds: i64,
    pub newsletters: i64,
}

impl Used {
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

pub fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Topic>> {
    Ok(topics::table.find(id).first(conn).optional()?)
}

/// The uses of a topic.
pub fn used(conn: &mut Conn, id: i64) -> Result<Used> {
    Ok(Used {
        articles: article_topics::table.filter(article_topics::topic_id.eq(id)).count().get_result(conn)?,
        feeds: feed_topics::table.filter(feed_topics::topic_id.eq(id)).count().get_result(conn)?,
        newsletters: edition_topics::table
            .inner_join(editions::table)
            .filter(edition_topics::topic_id.eq(id))
            .select(count(editions::newsletter_id).aggregate_distinct())
            .get_result(conn)?,
    })
}

/// The uses of each topic; unused ones are left out.
pub fn all(conn: &mut Conn) -> Result<BTreeMap<i64, Used>> {
    let of_articles = article_topics::table.group_by(article_topics::topic_id);
    let of_articles: Vec<(i64, i64)> = of_articles.select((article_topics::topic_id, count_star())).load(conn)?;
    let of_feeds = feed_topics::table.group_by(feed_topics::topic_id);
    let of_feeds: Vec<(i64, i64)> = of_feeds.select((feed_topics::topic_id, count_star())).load(conn)?;
    let of_newsletters: Vec<(i64, i64)> = edition_topics::table
        .inner_join(editions::table)
        .group_by(edition_topics::topic_id)
        .select((edition_topics::topic_id, count(editions::newsletter_id).aggregate_distinct()))
        .load(conn)?;
    let mut found: BTreeMap<i64, Used> = BTreeMap::new();
    for (id, count) in of_articles {
        found.entry(id).or_default().articles = count;
    }
    for (id, count) in of_feeds {
        found.entry(id).or_default().feeds = count;
    }
    for (id, count) in of_newsletters {
        found.entry(id).or_default().newsletters = count;
    }
    Ok(found)
}

/// The topics that have or had this slug or name, ignoring case.
pub fn owner(conn: &mut Conn, slug: &str, name: &str) -> Result<Vec<i64>> {
    let by_slug = topics::table.filter(topics::slug.eq(slug).or(topics::name.eq(name))).select(topics::id);
    let mut found: Vec<i64> = by_slug.load(conn)?;
    let led = topic_slugs::table.filter(topic_slugs::slug.eq(slug)).select(topic_slugs::topic_id);
    found.extend(led.load::<i64>(conn)?);
    Ok(found)
}

pub fn set_name(conn: &mut Conn, id: i64, name: &str) -> Result<()> {
    diesel::update(topics::table.find(id)).set(topics::name.eq(name)).execute(conn)?;
    conn.after_commit(Effect::SiteChanged);
    Ok(())
}

/// Adds a slug that leads to a topic.
pub fn lead(conn: &mut Conn, slug: &str, id: i64) -> Result<()> {
    let row = (topic_slugs::slug.eq(slug), topic_slugs::topic_id.eq(id));
    RunQueryDsl::execute(Both(diesel::insert_into(topic_slugs::table).values(row).on_conflict_do_nothing()), conn)?;
    Ok(())
}

/// Moves the articles, feeds and newsletters of a topic to another, unless that has them already.
pub fn move_all(conn: &mut Conn, from: i64, to: i64) -> Result<()> {
    for (table, of) in [("article_topics", "article_id"), ("feed_topics", "feed_id"), ("edition_topics", "edition_id")]
    {
        let sql = format!(
            "UPDATE {table} SET topic_id = $1 WHERE topic_id = $2
             AND {of} NOT IN (SELECT {of} FROM {table} WHERE topic_id = $1)"
        );
        let query = diesel::sql_query(sql).bind::<BigInt, _>(to).bind::<BigInt, _>(from);
        on_each!(conn, |c| query.execute(c))?;
    }
    let slugs = topic_slugs::table.filter(topic_slugs::topic_id.eq(from));
    diesel::update(slugs).set(topic_slugs::topic_id.eq(to)).execute(conn)?;
    Ok(())
}

/// Removes a topic with all references to it.
pub fn delete(conn: &mut Conn, id: i64) -> Result<()> {
    diesel::delete(topics::table.find(id)).execute(conn)?;
    conn.after_commit(Effect::SiteChanged);
    Ok(())
}

/// Sets the topics of articles by name; new names become topics.
pub fn set_topics(conn: &mut Conn, articles: &[(i64, &[String])], are_new: bool) -> Result<()> {
    if !are_new {
        let ids: Vec<i64> = articles.iter().map(|(id, _)| *id).collect();
        diesel::delete(article_topics::table.filter(article_topics::article_id.eq_any(ids))).execute(conn)?;
    }
    let mut ids: HashMap<&str, i64> = HashMap::new();
    let mut pairs: BTreeSet<(i64, i64)> = BTreeSet::new();
    for (article, names) in articles {
        for name in *names {
            let topic = match ids.get(name.as_str()) {
                Some(topic) => *topic,
                None => *ids.entry(name).or_insert(newsletter::ensure_topic(conn, name)?),
            };
            pairs.insert((*article, topic));
        }
    }
    let row =
        |(article, topic): &(i64, i64)| (article_topics::article_id.eq(*article), article_topics::topic_id.eq(*topic));
    let rows: Vec<_> = pairs.iter().map(row).collect();
    for rows in rows.chunks(ROWS) {
        on_each!(conn, |c| diesel::insert_into(article_topics::table).values(rows).execute(c))?;
    }
    Ok(())
}
