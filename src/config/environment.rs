//! The variables of the environment, and those among them that are misspelt or empty.

use confique::meta::{FieldKind, Meta};
use confique::{Config as _, Layer as _};
use strsim::osa_distance;

use super::{Config, ConfigError, Layer, in_one_line};

const PREFIX: &str = "TIDINGS_";
/// The path of the configuration file; not a setting.
const FILE: &str = "TIDINGS_CONFIG";
/// The only variable that may be empty, which means none.
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

/// The settings of the environment. Refuses a misspelt variable and an empty setting.
pub(super) fn read() -> Result<Layer, ConfigError> {
    for name in unknown_variables() {
        if let Some(similar) = similar(&name, &variables()) {
            return Err(ConfigError(format!("{name} is not a setting; perhaps {similar} is meant")));
        }
    }
    let is_empty = |name: &&str| std::env::var_os(name).is_some_and(|value| value.is_empty());
    if let Some(name) = variables().into_iter().filter(|name| *name != MAY_BE_EMPTY).find(is_empty) {
        return Err(ConfigError(format!("{name} is empty; give it a value, or unset it")));
    }
    Layer::from_env().map_err(|error| ConfigError(by_key(&in_one_line(&error))))
}

/// Replaces the field name in the library's error by the key and variable, which an operator knows.
fn by_key(words: &str) -> String {
    let said = words.split_once(" from environment variable `").and_then(|(_, said)| said.split_once("`: "));
    let found = said.and_then(|(name, reason)| {
        let leaf = leaves(&Config::META).into_iter().find(|leaf| leaf.variable == Some(name))?;
        Some(format!("{} ({name}): {reason}", leaf.key))
    });
    found.unwrap_or_else(|| words.to_owned())
}

/// Variables of the environment that begin with `TIDINGS_` and are not settings, sorted.
#[must_use]
pub fn unknown_variables() -> Vec<String> {
    let known = variables();
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let mut unknown: Vec<String> =
        names.filter(|name| name.starts_with(PREFIX) && !known.contains(&name.as_str())).collect();
    unknown.sort_unstable();
    unknown
}

/// The variable that a name probably misspells: equal but for underscores and a few edits, more in a longer name.
fn similar(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let bare = |name: &str| name.replace('_', "");
    let written = bare(name);
    let max = match written.len() {
        0..=13 => 1,
        14..=18 => 2,
        _ => 3,
    };
    let distance = |known: &'static str| (osa_distance(&written, &bare(known)), known);
    let nearest = known.iter().copied().map(distance).min()?;
    (nearest.0 <= max).then_some(nearest.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_variable_is_distinguished_from_a_foreign_one() {
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
            assert_eq!(similar(name, &variables()), expected, "{name}");
        }
    }
}
