//! No two files use each other, neither directly nor through others, so that a file can be read without those above it.
//!
//! In a noun's folder this gives the order types, queries, actions: `mod.rs` declares the noun's types, `queries` uses
//! them and pure values, and the actions use both. `mod.rs` may re-export what stands above it.

use std::collections::{BTreeMap, BTreeSet};

type Uses<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

pub fn complaints(uses: &Uses<'_>) -> Vec<String> {
    circles(uses).iter().map(|circle| format!("files that use each other: {}", circle.join(" > "))).collect()
}

/// One shortest circle for each group of files that reach each other; it begins and ends with the same file.
fn circles<'a>(uses: &Uses<'a>) -> Vec<Vec<&'a str>> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (user, used) in uses {
        let shortest = used.iter().filter_map(|used| way(uses, used, user)).min_by_key(Vec::len);
        let Some(back) = shortest.filter(|_| !seen.contains(user)) else { continue };
        seen.extend(back.iter().copied());
        found.push([*user].into_iter().chain(back).collect());
    }
    found
}

/// A shortest way from one file to another, both included.
fn way<'a>(uses: &Uses<'a>, from: &str, to: &str) -> Option<Vec<&'a str>> {
    let start = uses.iter().find_map(|(file, _)| (*file == from).then_some(*file))?;
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut edge = vec![start];
    while !edge.is_empty() {
        let mut next = Vec::new();
        for file in edge {
            if file == to {
                let mut way = vec![file];
                while way.last() != Some(&start) {
                    way.push(before[way[way.len() - 1]]);
                }
                way.reverse();
                return Some(way);
            }
            for used in uses.get(file).into_iter().flatten() {
                if *used != start && !before.contains_key(used) {
                    before.insert(used, file);
                    next.push(*used);
                }
            }
        }
        edge = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    type Edges<'a> = &'a [(&'static str, &'static str)];

    fn uses(edges: Edges<'_>) -> Uses<'static> {
        let mut uses = Uses::new();
        for (user, used) in edges {
            uses.entry(user).or_default().insert(used);
            uses.entry(used).or_default();
        }
        uses
    }

    #[test]
    fn a_circle_of_any_length_is_found() {
        let cases: [(Edges<'_>, &[&str]); 5] = [
            (&[("a", "b"), ("b", "c"), ("a", "c")], &[]),
            (&[("a", "b"), ("b", "a")], &["files that use each other: a > b > a"]),
            (&[("a", "b"), ("b", "c"), ("c", "a")], &["files that use each other: a > b > c > a"]),
            (
                &[("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")],
                &["files that use each other: a > b > a", "files that use each other: c > d > c"],
            ),
            (&[("a", "b"), ("b", "c"), ("c", "a"), ("c", "b")], &["files that use each other: a > b > c > a"]),
        ];
        for (edges, expected) in cases {
            assert_eq!(complaints(&uses(edges)), expected, "{edges:?}");
        }
    }
}
