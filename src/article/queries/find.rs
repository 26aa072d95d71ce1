//! Finding articles: by words through each database's own full-text search, and by likeness through shared terms.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::read;
use crate::article::prepare::Prepared;
use crate::article::search::{self, Words};
use crate::article::similar::{Frequencies, most_similar};
use crate::article::{Article, ArticleState};
use crate::db::schema::{article_terms, article_topics, articles};
use crate::db::{Conn, Result, on_each};

/// Puts an article into the search index, in place of what was there.
pub fn index(conn: &mut Conn, id: i64, article: &Prepared) -> Result<()> {
    match conn {
        Conn::Sqlite(sqlite) => {
            diesel::sql_query("DELETE FROM article_search WHERE rowid = $1").bind::<BigInt, _>(id).execute(sqlite)?;
            diesel::sql_query("INSERT INTO article_search (rowid, title, summary, body) VALUES ($1, $2, $3, $4)")
                .bind::<BigInt, _>(id)
                .bind::<Text, _>(search::folded(&article.title))
                .bind::<Text, _>(search::folded(&article.summary))
                .bind::<Text, _>(search::folded(&article.text))
                .execute(sqlite)?;
        }
        Conn::Pg(pg) => {
            let upsert = "INSERT INTO article_search (article_id, document) VALUES ($1, CAST($2 AS tsvector))
                          ON CONFLICT (article_id) DO UPDATE SET document = excluded.document";
            let document = search::document(&article.title, &article.summary, &article.text);
            diesel::sql_query(upsert).bind::<BigInt, _>(id).bind::<Text, _>(document).execute(pg)?;
        }
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// The articles with all these words, the best first, and how many there are. Odd input finds nothing.
pub fn search(conn: &mut Conn, query: &str, limit: i64, offset: i64) -> Result<(Vec<Article>, i64)> {
    let words = Words::of(query);
    if words.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let (matching, order) = matching(conn);
    let listed = format!("{matching} AND a.state = 0 AND a.story_id IS NULL");
    let total = format!("SELECT COUNT(*) AS number {listed}");
    let total = numbers(conn, &total, &words, None)?.pop().unwrap_or(0);
    let page = format!("SELECT a.id AS number {listed} ORDER BY {order}, a.id DESC LIMIT $2 OFFSET $3");
    let ids = numbers(conn, &page, &words, Some((limit, offset)))?;
    Ok((read::by_ids(conn, &ids)?, total))
}

/// The ids of all articles with these words, published or not.
pub fn ids_with(conn: &mut Conn, query: &str, limit: i64) -> Result<Vec<i64>> {
    let words = Words::of(query);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let (matching, order) = matching(conn);
    let page = format!("SELECT a.id AS number {matching} ORDER BY {order}, a.id DESC LIMIT $2 OFFSET $3");
    numbers(conn, &page, &words, Some((limit, 0)))
}

/// The end of a SELECT on articles `a` with the words `$1`, and the order from the best.
fn matching(conn: &Conn) -> (&'static str, &'static str) {
    if conn.is_postgres() {
        (
            "FROM article_search s JOIN articles a ON a.id = s.article_id CROSS JOIN CAST($1 AS tsquery) q
             WHERE s.document @@ q",
            "ts_rank(s.document, q) DESC",
        )
    } else {
        (
            "FROM article_search JOIN articles a ON a.id = article_search.rowid WHERE article_search MATCH $1",
            "bm25(article_search, 8.0, 3.0, 1.0)",
        )
    }
}

fn numbers(conn: &mut Conn, sql: &str, words: &Words, page: Option<(i64, i64)>) -> Result<Vec<i64>> {
    let words = if conn.is_postgres() { words.for_postgres() } else { words.for_sqlite() };
    let query = diesel::sql_query(sql.to_owned()).bind::<Text, _>(words);
    let rows: Vec<Number> = match page {
        None => on_each!(conn, |c| query.load(c))?,
        Some((limit, offset)) => {
            let query = query.bind::<BigInt, _>(limit).bind::<BigInt, _>(offset);
            on_each!(conn, |c| query.load(c))?
        }
    };
    Ok(rows.into_iter().map(|row| row.number).collect())
}

/// A term in more articles than this says nothing; counting stops here.
const COMMON: i64 = 200;
/// How many of an article's rarest terms are looked up, and how many articles with the most of them are compared.
const RAREST: usize = 24;
const COMPARED: i64 = 40;
/// Less in common is chance.
const LEAST: f64 = 0.05;

/// In how many articles each term of an article comes, counted up to [`COMMON`].
fn term_counts(conn: &mut Conn, id: i64) -> Result<Vec<(String, i64)>> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = Text)]
        term: String,
        #[diesel(sql_type = BigInt)]
        articles: i64,
    }
    let query = diesel::sql_query(
        "SELECT t.term, (SELECT COUNT(*) FROM (SELECT 1 AS one FROM article_terms o WHERE o.term = t.term LIMIT $1) f)
         AS articles FROM article_terms t WHERE t.article_id = $2",
    );
    let query = query.bind::<BigInt, _>(COMMON).bind::<BigInt, _>(id);
    let counts: Vec<Count> = on_each!(conn, |c| query.load(c))?;
    Ok(counts.into_iter().map(|count| (count.term, count.articles)).collect())
}

/// Up to `count` published articles about the same matter, the most alike first; where there are too few, the newest of
/// the same topics follow.
pub fn similar(conn: &mut Conn, id: i64, count: usize) -> Result<Vec<Article>> {
    let mut ids = alike(conn, id, count)?;
    if ids.len() < count {
        let topics = article_topics::table.filter(article_topics::article_id.eq(id)).select(article_topics::topic_id);
        let topics: Vec<i64> = topics.load(conn)?;
        let neighbours = article_topics::table.filter(article_topics::topic_id.eq_any(topics));
        let more = articles::table
            .filter(articles::state.eq(ArticleState::Published))
            .filter(articles::story_id.is_null())
            .filter(articles::id.ne(id))
            .filter(articles::id.ne_all(ids.clone()))
            .filter(articles::id.eq_any(neighbours.select(article_topics::article_id)))
            .order((articles::published_at.desc(), articles::id.desc()))
            .limit(i64::try_from(count - ids.len()).unwrap_or(0));
        ids.extend(more.select(articles::id).load::<i64>(conn)?);
    }
    read::by_ids(conn, &ids)
}

fn alike(conn: &mut Conn, id: i64, count: usize) -> Result<Vec<i64>> {
    let counts = term_counts(conn, id)?;
    let mut rarest: Vec<&(String, i64)> =
        counts.iter().filter(|(_, articles)| (2..COMMON).contains(articles)).collect();
    rarest.sort_by_key(|(_, articles)| *articles);
    let rarest: Vec<&str> = rarest.into_iter().take(RAREST).map(|(term, _)| term.as_str()).collect();
    if rarest.is_empty() {
        return Ok(Vec::new());
    }
    let shared = diesel::dsl::count_star();
    let sharing = article_terms::table
        .filter(article_terms::term.eq_any(rarest))
        .filter(article_terms::article_id.ne(id))
        .group_by(article_terms::article_id)
        .order((shared.desc(), article_terms::article_id.desc()))
        .limit(2 * COMPARED);
    let sharing: Vec<i64> = sharing.select(article_terms::article_id).load(conn)?;
    // Not joined above, where every shared term would look its article up.
    let listed = articles::table
        .filter(articles::id.eq_any(&sharing))
        .filter(articles::state.eq(ArticleState::Published))
        .filter(articles::story_id.is_null());
    let listed: HashSet<i64> = listed.select(articles::id).load(conn)?.into_iter().collect();
    let candidates = sharing.into_iter().filter(|id| listed.contains(id));
    let candidates: Vec<i64> = candidates.take(usize::try_from(COMPARED).unwrap_or(usize::MAX)).collect();
    let terms = terms_of(conn, id, &candidates)?;
    let Some(own) = terms.get(&id) else { return Ok(Vec::new()) };
    let total: i64 = articles::table.count().get_result(conn)?;
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let with_term = counts.into_iter().map(|(term, articles)| (term, number(articles))).collect();
    let frequencies = Frequencies::counted(number(total), with_term);
    let candidates = candidates.iter().filter_map(|id| Some((*id, terms.get(id)?.as_slice())));
    let found = most_similar(own, candidates, &frequencies, count, LEAST);
    Ok(found.into_iter().map(|(id, _)| id).collect())
}

/// The terms of an article and of those it is compared with, each list sorted by term.
fn terms_of(conn: &mut Conn, id: i64, others: &[i64]) -> Result<HashMap<i64, Vec<(String, u32)>>> {
    let ids: Vec<i64> = others.iter().copied().chain([id]).collect();
    let query = article_terms::table.filter(article_terms::article_id.eq_any(ids));
    let rows: Vec<(i64, String, i64)> =
        query.select((article_terms::article_id, article_terms::term, article_terms::count)).load(conn)?;
    let mut terms: HashMap<i64, Vec<(String, u32)>> = HashMap::new();
    for (article, term, count) in rows {
        terms.entry(article).or_default().push((term, u32::try_from(count).unwrap_or(u32::MAX)));
    }
    // Not by the database, whose order of letters may be another.
    for terms in terms.values_mut() {
        terms.sort_unstable();
    }
    Ok(terms)
}
