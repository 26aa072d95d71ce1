//! Slugs of articles. A slug is never reused, not even after its article has got another.

use std::collections::HashSet;

use super::queries::write as queries;
use crate::db::{Conn, Result};

/// Suffixes that are tried before a number that no slug can have.
const SUFFIXES: usize = 200;

/// For each slug the first free one of itself and itself with `-2`, `-3` and so on, all different. `own` is the article
/// that may reuse its own former slugs.
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
