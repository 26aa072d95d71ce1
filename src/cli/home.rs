//! The data folder: the secret that was made, this node's number, the journal, the database's file.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::config::Config;
use crate::token::{Keys, Random, base64url};

/// The folder of one installation on this machine.
#[derive(Clone, Debug)]
pub struct Home {
    path: PathBuf,
}

impl Home {
    /// Opens the folder, making it if it is not there, readable for its owner alone.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
        made.with_context(|| format!("data_dir (TIDINGS_DATA_DIR): {} cannot be made", path.display()))?;
        Ok(Self { path: path.to_owned() })
    }

    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.path.join("delivery.journal")
    }

    /// The keys that sign links: from the configuration, or made once and kept here.
    pub fn keys(&self, config: &Config, random: &Random) -> anyhow::Result<Keys> {
        if let Some(secret) = &config.secret {
            return Keys::parse(secret.expose()).context("secret (TIDINGS_SECRET)");
        }
        if config.is_postgres() {
            anyhow::bail!(
                "secret (TIDINGS_SECRET) must be set with PostgreSQL, because all nodes must share it; any text of at least 32 bytes will do"
            );
        }
        let kept = self.keep("secret", || base64url(&random.bytes::<48>()))?;
        Keys::parse(kept.trim()).with_context(|| format!("the secret in {}", self.path.join("secret").display()))
    }

    /// The number of this node, made once: leases are taken in its name.
    pub fn node(&self, random: &Random) -> anyhow::Result<i64> {
        let fresh = || (i64::from_be_bytes(random.bytes()) & i64::MAX).to_string();
        let kept = self.keep("node", fresh)?;
        kept.trim().parse().with_context(|| format!("the node's number in {}", self.path.join("node").display()))
    }

    /// The content of a small file, made from `fresh` when it is not there.
    fn keep(&self, name: &str, fresh: impl FnOnce() -> String) -> anyhow::Result<String> {
        let path = self.path.join(name);
        let new = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        match new {
            Ok(mut file) => {
                let text = fresh();
                file.write_all(text.as_bytes())
                    .and_then(|()| file.sync_all())
                    .with_context(|| path.display().to_string())?;
                Ok(text)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                fs::read_to_string(&path).with_context(|| path.display().to_string())
            }
            Err(error) => Err(error).with_context(|| path.display().to_string()),
        }
    }
}

/// The name of this run of the machine; empty where the system does not tell.
#[must_use]
pub fn boot_id() -> String {
    fs::read_to_string("/proc/sys/kernel/random/boot_id").map(|id| id.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_once_stays() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::open(&folder.path().join("data")).unwrap();
        let (a, b) = (Random::seeded(1), Random::seeded(2));
        assert_eq!(home.node(&a).unwrap(), home.node(&b).unwrap());
        let config = Config::load(None).unwrap();
        let signed = home.keys(&config, &a).unwrap().sign(crate::token::Purpose::Confirm, &[1]);
        assert_eq!(home.keys(&config, &b).unwrap().sign(crate::token::Purpose::Confirm, &[1]), signed);
    }
}
