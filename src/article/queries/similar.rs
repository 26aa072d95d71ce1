//! The queries of similar articles and of those that are due to be compared.

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::prelude::*;
use diesel::upsert::excluded;

use super::Row;
use super::read::is_listed;
use crate::article::similar::comparison::{Compared, Pair};
use crate::article::story::{Gist, Story};
use crate::article::terms::Terms;
use crate::article::{Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::schema::{article_comparisons, article_similar, article_terms, article_topics, articles};
use crate::db::{Conn, Limited, Result, on_each};

/// Rows of one statement, below SQLite's limit of bound values.
const ROWS: usize = 1_000;
/// Most newer articles to which an article is similar that a page considers.
const NEWER: i64 = 6;

/// Marks articles as due to be compared.
pub fn mark_due(conn: &mut Conn, now: Timestamp, ids: &[i64]) -> Result<()> {
    for ids in ids.chunks(ROWS) {
        let row = |id: &i64| (article_comparisons::article_id.eq(*id), article_comparisons::due_at.eq(now));
        let rows: Vec<_> = ids.iter().map(row).collect();
        on_each!(conn, |c| diesel::insert_into(article_comparisons::table)
            .values(&rows)
            .on_conflict(article_comparisons::article_id)
            .do_update()
            .set(article_comparisons::due_at.eq(excluded(article_comparisons::due_at)))
            .execute(c))?;
    }
    Ok(())
}

/// Sets the terms and the gist of articles.
pub fn set_terms(conn: &mut Conn, terms: &[(i64, String, String)]) -> Result<()> {
    let row = |(id, terms, gist): &(i64, String, String)| {
        let terms = article_terms::terms.eq(terms.clone());
        (article_terms::article_id.eq(*id), terms, article_terms::gist.eq(gist.clone()))
    };
    let rows: Vec<_> = terms.iter().map(row).collect();
    for rows in rows.chunks(ROWS) {
        on_each!(conn, |c| diesel::insert_into(article_terms::table)
            .values(rows)
            .on_conflict(article_terms::article_id)
            .do_update()
            .set((
                article_terms::terms.eq(excluded(article_terms::terms)),
                article_terms::gist.eq(excluded(article_terms::gist)),
            ))
            .execute(c))?;
    }
    Ok(())
}

/// The first articles that are due, in the order of ids.
pub fn due(conn: &mut Conn, limit: usize) -> Result<Vec<(i64, Timestamp)>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(article_comparisons::table.order(article_comparisons::article_id).limit(limit).load(conn)?)
}

/// The articles from `first` to `last`, and up to `around` before and after them, in the order of ids.
pub fn around(conn: &mut Conn, first: i64, last: i64, around: i64) -> Result<Vec<Compared>> {
    type TermsRow = ((i64, String, String), (ArticleState, Option<i64>, String, Option<String>, Timestamp));
    let words = (article_terms::article_id, article_terms::terms, article_terms::gist);
    let place = (articles::state, articles::story_id, articles::source, articles::title_key, articles::published_at);
    let columns = (words, place);
    let compared = || article_terms::table.inner_join(articles::table).select(columns);
    let before = compared().filter(article_terms::article_id.lt(first)).order(article_terms::article_id.desc());
    let mut found: Vec<TermsRow> = before.limit(around).load(conn)?;
    found.reverse();
    let own = compared().filter(article_terms::article_id.between(first, last)).order(article_terms::article_id);
    found.extend(own.load::<TermsRow>(conn)?);
    let after = compared().filter(article_terms::article_id.gt(last)).order(article_terms::article_id);
    found.extend(after.limit(around).load::<TermsRow>(conn)?);
    let (Some(begin), Some(end)) = (found.first().map(|row| row.0.0), found.last().map(|row| row.0.0)) else {
        return Ok(Vec::new());
    };
    let mut topics = topics_between(conn, begin, end)?;
    let compared = |((id, terms, gist), (state, story_id, source, title_key, published_at)): TermsRow| {
        let (gist, terms) = (Gist::parse(&gist), Terms::parse(&terms));
        Compared {
            id,
            is_listed: state == ArticleState::Published && story_id.is_none(),
            topics: topics.remove(&id).unwrap_or_default(),
            source,
            story: Story { url_key: None, title_key, gist, terms, published_at: published_at.to_utc() },
        }
    };
    Ok(found.into_iter().map(compared).collect())
}

/// The topics of the articles from `first` to `last`, by article.
fn topics_between(conn: &mut Conn, first: i64, last: i64) -> Result<HashMap<i64, Vec<i64>>> {
    let rows = article_topics::table.filter(article_topics::article_id.between(first, last));
    let rows: Vec<(i64, i64)> = rows.select((article_topics::article_id, article_topics::topic_id)).load(conn)?;
    let mut topics: HashMap<i64, Vec<i64>> = HashMap::new();
    for (article, topic) in rows {
        topics.entry(article).or_default().push(topic);
    }
    Ok(topics)
}

/// Replaces the similar articles of those that were due, which are then no more due unless they became due again.
pub fn replace(conn: &mut Conn, due: &[(i64, Timestamp)], pairs: &[Pair]) -> Result<()> {
    let ids: Vec<i64> = due.iter().map(|(id, _)| *id).collect();
    diesel::delete(article_similar::table.filter(article_similar::article_id.eq_any(&ids))).execute(conn)?;
    for pairs in pairs.chunks(ROWS) {
        let row = |(article, similar, score): &Pair| {
            (
                article_similar::article_id.eq(*article),
                article_similar::similar_id.eq(*similar),
                article_similar::score.eq(*score),
            )
        };
        let rows: Vec<_> = pairs.iter().map(row).collect();
        on_each!(conn, |c| diesel::insert_into(article_similar::table).values(&rows).execute(c))?;
    }
    let mut done: BTreeMap<Timestamp, Vec<i64>> = BTreeMap::new();
    for (id, at) in due {
        done.entry(*at).or_default().push(*id);
    }
    for (at, ids) in done {
        // One that became due again has a later time.
        let rows = article_comparisons::table.filter(article_comparisons::article_id.eq_any(ids));
        diesel::delete(rows.filter(article_comparisons::due_at.eq(at))).execute(conn)?;
    }
    Ok(())
}

/// Up to `count` listed articles similar to one, the most similar first, of equals the newest: from its own comparison
/// and from those of newer articles.
pub fn of(conn: &mut Conn, id: i64, count: usize) -> Result<Vec<Article>> {
    let own = articles::table
        .inner_join(article_similar::table.on(article_similar::similar_id.eq(articles::id)))
        .filter(is_listed())
        .filter(article_similar::article_id.eq(id));
    let newer = articles::table
        .inner_join(article_similar::table.on(article_similar::article_id.eq(articles::id)))
        .filter(is_listed())
        .filter(article_similar::similar_id.eq(id))
        .order((article_similar::score.desc(), article_similar::article_id.desc()));
    let mut found: Vec<(Row, f64)> = own.select((Row::as_select(), article_similar::score)).load(conn)?;
    let query = newer.select((Row::as_select(), article_similar::score));
    found.extend(Limited { query, limit: NEWER, offset: 0 }.load::<(Row, f64)>(conn)?);
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.id.cmp(&a.0.id)));
    let mut seen = HashSet::new();
    let rows = found.into_iter().map(|(row, _)| row).filter(|row| seen.insert(row.id)).take(count);
    Ok(rows.map(Article::from).collect())
}
