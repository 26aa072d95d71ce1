//! Finding and reading the configuration file.

use std::path::PathBuf;

use anyhow::{Context, ensure};

use crate::config::ConfigFile;

/// The file of `--config`, of `TIDINGS_CONFIG`, or `tidings.toml` in the working folder, in this order. A file that is
/// named must exist.
pub fn read(named: Option<PathBuf>) -> anyhow::Result<Option<ConfigFile>> {
    let from_environment = || std::env::var_os("TIDINGS_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from);
    let beside = || Some(PathBuf::from("tidings.toml")).filter(|path| path.is_file());
    let Some(path) = named.or_else(from_environment).or_else(beside) else { return Ok(None) };
    let name = path.display().to_string();
    ensure!(
        path.is_file(),
        "the configuration file {name} does not exist; set TIDINGS_CONFIG to an existing file or unset it"
    );
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("the configuration file {name} cannot be read"))?;
    Ok(Some(ConfigFile { name, text }))
}
