//! Full-text search with the index of each database.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Nullable, Text};

use super::read::is_listed;
use crate::article::search::words::{Words, block_of, for_postgres_index};
use crate::db::schema::{article_languages, articles};
use crate::db::{Both, Conn, Result};

/// Notes that there are articles in these languages.
pub fn add_languages(conn: &mut Conn, languages: &BTreeSet<&str>) -> Result<()> {
    for language in languages {
        let insert = diesel::insert_into(article_languages::table).values(article_languages::language.eq(*language));
        RunQueryDsl::execute(Both(insert.on_conflict_do_nothing()), conn)?;
    }
    Ok(())
}

/// The codes of the languages in which there are articles.
pub fn languages(conn: &mut Conn) -> Result<Vec<String>> {
    Ok(article_languages::table.select(article_languages::language).order(article_languages::language).load(conn)?)
}

/// Indexes articles, by their ids and distinct words separated by spaces, and replaces their former words.
pub fn index(conn: &mut Conn, articles: &[(i64, &str)], are_new: bool) -> Result<()> {
    match conn {
        Conn::Sqlite(sqlite) => {
            if !are_new {
                let ids = serde_json::to_string(&articles.iter().map(|(id, _)| id).collect::<Vec<_>>());
                let delete = "DELETE FROM article_search WHERE rowid IN (SELECT value FROM json_each($1))";
                diesel::sql_query(delete).bind::<Text, _>(ids.unwrap_or_default()).execute(sqlite)?;
            }
            let insert = "INSERT INTO article_search (rowid, words)
                          SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each($1)";
            let rows = serde_json::to_string(articles).unwrap_or_default();
            diesel::sql_query(insert).bind::<Text, _>(rows).execute(sqlite)?;
        }
        Conn::Pg(pg) => {
            let (ids, words): (Vec<i64>, Vec<String>) =
                articles.iter().map(|(id, words)| (*id, for_postgres_index(*id, words))).unzip();
            let upsert = "INSERT INTO article_search (article_id, document)
                          SELECT id, array_to_tsvector(string_to_array(words, ' '))
                          FROM unnest($1, $2) AS new (id, words)
                          ON CONFLICT (article_id) DO UPDATE SET document = excluded.document";
            diesel::sql_query(upsert).bind::<Array<BigInt>, _>(ids).bind::<Array<Text>, _>(words).execute(pg)?;
        }
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Match {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The newest articles with these words, published or not, the newest first.
pub fn newest_matches(conn: &mut Conn, words: &Words, limit: i64) -> Result<Vec<i64>> {
    let matches: Vec<Match> = match conn {
        // FTS5 reads the index from the newest row and stops at the limit.
        Conn::Sqlite(sqlite) => {
            let query = "SELECT rowid AS id FROM article_search WHERE article_search MATCH $1
                         ORDER BY rowid DESC LIMIT $2";
            diesel::sql_query(query).bind::<Text, _>(words.for_sqlite()).bind::<BigInt, _>(limit).load(sqlite)?
        }
        Conn::Pg(pg) => postgres_matches(pg, words, limit)?,
    };
    Ok(matches.into_iter().map(|found| found.id).collect())
}

/// Reads block by block, each time twice as many, until there are enough.
fn postgres_matches(pg: &mut PgConnection, words: &Words, limit: i64) -> Result<Vec<Match>> {
    #[derive(QueryableByName)]
    struct Newest {
        #[diesel(sql_type = Nullable<BigInt>)]
        id: Option<i64>,
    }
    // The sum keeps the planner from scanning the primary key and testing each document.
    let query = "SELECT article_id AS id FROM article_search WHERE document @@ CAST($1 AS tsquery)
                 ORDER BY article_id + 0 DESC LIMIT $2";
    let newest: Newest = diesel::sql_query("SELECT max(article_id) AS id FROM article_search").get_result(pg)?;
    let mut end = newest.id.map_or(0, |id| block_of(id) + 1);
    let (mut matches, mut blocks) = (Vec::new(), 1);
    while end > 0 {
        let begin = (end - blocks).max(0);
        let more = limit - i64::try_from(matches.len()).unwrap_or(limit);
        let query = diesel::sql_query(query).bind::<Text, _>(words.for_postgres(begin..end));
        matches.extend(query.bind::<BigInt, _>(more).load::<Match>(pg)?);
        if i64::try_from(matches.len()).unwrap_or(limit) >= limit {
            break;
        }
        (end, blocks) = (begin, blocks * 2);
    }
    Ok(matches)
}

/// Id, title and summary of the listed ones of these articles.
pub fn listed_texts(conn: &mut Conn, ids: &[i64]) -> Result<Vec<(i64, String, String)>> {
    // Selected, not filtered: as a condition it lets SQLite walk an index of all listed articles instead of these ids.
    let columns = (is_listed(), (articles::id, articles::title, articles::summary));
    let rows: Vec<(bool, _)> = articles::table.filter(articles::id.eq_any(ids)).select(columns).load(conn)?;
    Ok(rows.into_iter().filter(|(listed, _)| *listed).map(|(_, texts)| texts).collect())
}
