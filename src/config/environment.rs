//! The environment: which variables there are, and which were mistyped or left empty. It reads nothing else.

use confique::meta::{FieldKind, Meta};
use confique::{Config as _, Layer as _};

use super::{Config, ConfigError, Layer, in_one_line};

const PREFIX: &str = "TIDINGS_";
/// Names the configuration file, and so stands in none.
const FILE: &str = "TIDINGS_CONFIG";
/// The only one of which empty is a value: none.
const MAY_BE_EMPTY: &str = "TIDINGS_TRUSTED_PROXIES";

/// A setting.
pub(super) struct Leaf {
    pub key: String,
    pub variable: Option<&'static str>,
}

pub(super) fn leaves(meta: &Meta) -> Vec<Leaf> {
    let mut all = Vec::new();
    for field in meta.fields {
        match field.kind {
            FieldKind::Leaf { env, .. } => all.push(Leaf { key: field.name.to_owned(), variable: env }),
            FieldKind::Nested { meta } => all.extend(
                leaves(meta).into_iter().map(|leaf| Leaf { key: format!("{}.{}", field.name, leaf.key), ..leaf }),
            ),
        }
    }
    all
}

fn variables() -> Vec<&'static str> {
    leaves(&Config::META).into_iter().filter_map(|leaf| leaf.variable).chain([FILE]).collect()
}

/// What the environment says; refuses a variable that is almost one of ours, and one of ours that says nothing.
pub(super) fn read() -> Result<Layer, ConfigError> {
    for name in unknown_variables() {
        if let Some(meant) = meant(&name, &variables()) {
            return Err(ConfigError::Unusable(format!("{name} is no setting; perhaps {meant} is meant")));
        }
    }
    let is_empty = |name: &&str| std::env::var_os(name).is_some_and(|value| value.is_empty());
    if let Some(name) = variables().into_iter().filter(|name| *name != MAY_BE_EMPTY).find(is_empty) {
        return Err(ConfigError::Unusable(format!("{name} is set and empty; give it a value, or unset it")));
    }
    Layer::from_env().map_err(|error| ConfigError::Unusable(by_key(&in_one_line(&error))))
}

/// The library names the field of the structure; an operator knows the key and the variable.
fn by_key(words: &str) -> String {
    let said = words.split_once(" from environment variable `").and_then(|(_, said)| said.split_once("`: "));
    let found = said.and_then(|(name, reason)| {
        let leaf = leaves(&Config::META).into_iter().find(|leaf| leaf.variable == Some(name))?;
        Some(format!("{} ({name}): {reason}", leaf.key))
    });
    found.unwrap_or_else(|| words.to_owned())
}

/// Variables of the environment that begin like ours and are none, in order.
#[must_use]
pub fn unknown_variables() -> Vec<String> {
    let known = variables();
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let mut unknown: Vec<String> =
        names.filter(|name| name.starts_with(PREFIX) && !known.contains(&name.as_str())).collect();
    unknown.sort_unstable();
    unknown
}

/// The variable that was probably meant: the same but for underscores, or a few letters away, more in a long name, or
/// two that changed places.
fn meant(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let bare = |name: &str| name.replace('_', "");
    let written = bare(name);
    let most = match written.len() {
        0..=13 => 1,
        14..=18 => 2,
        _ => 3,
    };
    let near = known.iter().filter_map(|known| {
        let other = bare(known);
        let distance = distance(&written, &other);
        let is_near = distance <= most || (distance == 2 && letters(&written) == letters(&other));
        is_near.then_some((distance, *known))
    });
    near.min().map(|(_, known)| known)
}

/// The letters of a word in order: two that are the same have some that changed places.
fn letters(word: &str) -> Vec<u8> {
    let mut letters = word.as_bytes().to_vec();
    letters.sort_unstable();
    letters
}

/// How many letters are to be added, dropped or changed (Levenshtein's distance).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, a) in one.bytes().enumerate() {
        let mut left = line + 1;
        let mut above_left = line;
        for (place, b) in row.iter_mut().skip(1).zip(other.bytes()) {
            let best = (above_left + usize::from(a != b)).min(left + 1).min(*place + 1);
            above_left = std::mem::replace(place, best);
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_variable_is_told_from_one_of_somebody_else() {
        for (name, expected) in [
            ("TIDINGS_BASEURL", Some("TIDINGS_BASE_URL")),
            ("TIDINGS_LISTENS", Some("TIDINGS_LISTEN")),
            ("TIDINGS_DATADIR", Some("TIDINGS_DATA_DIR")),
            ("TIDINGS_TRUSTED_PROXY", Some("TIDINGS_TRUSTED_PROXIES")),
            ("TIDINGS_SECERT", Some("TIDINGS_SECRET")),
            ("TIDINGS_AXE_JS", None),
            ("TIDINGS_URL", None),
            ("TIDINGS_BIN", None),
            ("TIDINGS_PORT", None),
            ("TIDINGS_HOME", None),
        ] {
            assert_eq!(meant(name, &variables()), expected, "{name}");
        }
    }

    #[test]
    fn the_distance_counts_letters() {
        for (one, other, expected) in
            [("", "", 0), ("abc", "", 3), ("abc", "abd", 1), ("abc", "ac", 1), ("ab", "ba", 2)]
        {
            assert_eq!(distance(one, other), expected, "{one} {other}");
        }
    }
}
