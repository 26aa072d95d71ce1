//! Parses the TOML file. An error names file, line, column and key, and never quotes the line, which may have a secret.

use confique::Config as _;

use super::{Config, ConfigError, Layer, one_line};

/// The content of a configuration file.
#[derive(Clone, Debug)]
pub struct ConfigFile {
    /// Its name in errors.
    pub name: String,
    pub text: String,
}

impl ConfigFile {
    pub(super) fn parse(&self) -> Result<Layer, ConfigError> {
        toml::from_str(&self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let (line, column) = place(&self.text, at);
            let key = key_at(&self.text, at).map(|key| format!(", {key}")).unwrap_or_default();
            let words = one_line(error.message());
            ConfigError(format!("{}, line {line}, column {column}{key}: {words}", self.name))
        })
    }
}

/// Line and column of a byte, counted from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// The key in the line of a byte, with its section; `None` if the line has no setting.
fn key_at(text: &str, at: usize) -> Option<String> {
    let before = text.get(..at)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let (key, _) = text.get(start..)?.lines().next()?.split_once('=')?;
    let section = before.lines().rev().find_map(|line| line.trim().strip_prefix('[')?.split(']').next());
    let key = match section {
        Some(section) => format!("{}.{}", section.trim(), key.trim()),
        None => key.trim().to_owned(),
    };
    is_known(&key).then_some(key)
}

fn is_known(key: &str) -> bool {
    super::environment::leaves(&Config::META).iter().any(|leaf| leaf.key == key)
}
