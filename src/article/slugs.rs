//! Slugs of articles: each is given away once, also after its article has moved on to another.

use std::collections::HashSet;

use super::queries::write as queries;
use crate::db::{Conn, Result};

/// Suffixes of a slug that are tried before a number that nothing has had yet.
const SUFFIXES: usize = 200;

/// For each slug the slug itself or with `-2`, `-3` and so on behind it: the first that is free, and no two the same.
/// `own` is the article that may take a slug of its own back.
pub fn free(conn: &mut Conn, slugs: &[&str], own: Option<i64>) -> Result<Vec<String>> {
    let mut taken = queries::taken_slugs(conn, slugs, own)?;
    let mut crowded: HashSet<&str> = HashSet::new();
    let mut free = Vec::with_capacity(slugs.len());
    for (place, slug) in (1_i64..).zip(slugs) {
        if taken.contains(*slug) && crowded.insert(slug) {
            let suffixed: Vec<String> = suffixed(slug).collect();
            let suffixed: Vec<&str> = suffixed.iter().map(String::as_str).collect();
            taken.extend(queries::taken_slugs(conn, &suffixed, own)?);
        }
        let mut tried = std::iter::once((*slug).to_owned()).chain(suffixed(slug));
        let found = match tried.find(|slug| !taken.contains(slug)) {
            Some(found) => found,
            None => format!("{slug}-n{}", queries::last_id(conn)? + place),
        };
        taken.insert(found.clone());
        free.push(found);
    }
    Ok(free)
}

fn suffixed(slug: &str) -> impl Iterator<Item = String> {
    (2..=SUFFIXES).map(move |number| format!("{slug}-{number}"))
}
