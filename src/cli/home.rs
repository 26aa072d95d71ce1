//! The data folder: the generated secret, this node's number, the journal and the database file.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::config::Config;
use crate::token::{Keys, Random, base64url};

/// The file with the generated secret.
pub const SECRET: &str = "secret";

/// The data folder of an installation.
#[derive(Clone, Debug)]
pub struct Home {
    path: PathBuf,
}

impl Home {
    /// Opens the folder, creating it if it is missing, readable by its owner only.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
        made.with_context(|| format!("data_dir (TIDINGS_DATA_DIR): {} cannot be made", path.display()))?;
        Ok(Self { path: path.to_owned() })
    }

    /// Fails if no file can be made in the folder. Commands beside PostgreSQL need none.
    pub fn must_be_writable(&self) -> anyhow::Result<()> {
        try_to_write(&self.path).with_context(|| {
            let shown = self.path.display();
            format!("data_dir (TIDINGS_DATA_DIR): {shown} cannot be written; is it read-only, or another user's?")
        })
    }

    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.path.join("delivery.journal")
    }

    /// The keys that sign links: from the configuration, or generated once and stored here.
    pub fn keys(&self, config: &Config, random: &Random) -> anyhow::Result<Keys> {
        if let Some(secret) = &config.secret {
            return Keys::parse(secret.expose()).context("secret (TIDINGS_SECRET)");
        }
        if config.is_postgres() {
            anyhow::bail!(
                "secret (TIDINGS_SECRET) must be set with PostgreSQL, because all nodes must share it; any text of at least 32 bytes will do"
            );
        }
        let kept = self.keep(SECRET, || base64url(&random.bytes::<48>()))?;
        Keys::parse(kept.trim()).with_context(|| format!("the secret in {}", self.path.join(SECRET).display()))
    }

    /// The number of this node, generated once. Its leases have this number.
    pub fn node(&self, random: &Random) -> anyhow::Result<i64> {
        let fresh = || (i64::from_be_bytes(random.bytes()) & i64::MAX).to_string();
        let kept = self.keep("node", fresh)?;
        kept.trim().parse().with_context(|| format!("the node's number in {}", self.path.join("node").display()))
    }

    /// The content of a small file, created from `fresh` if it is missing.
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

/// Makes a file in a folder and removes it.
pub fn try_to_write(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".probe.{}", std::process::id()));
    let written = fs::write(&probe, b"");
    let _ = fs::remove_file(&probe);
    written
}

/// Creates a file for readers' data and makes it, and the files that SQLite keeps beside it, readable by its owner
/// only.
pub fn guard(path: &Path) {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    if let Err(error) = made.map(drop)
        && error.kind() != ErrorKind::AlreadyExists
    {
        // Opening it later gives a better error.
        return;
    }
    for end in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let open = fs::metadata(&name).is_ok_and(|found| found.permissions().mode() & 0o077 != 0);
        if open && let Err(error) = fs::set_permissions(&name, Permissions::from_mode(0o600)) {
            tracing::warn!(%error, file = %Path::new(&name).display(), "others on this machine may read the readers' data");
        }
    }
}

/// The boot id of this machine; empty if the system has none.
#[must_use]
pub fn boot_id() -> String {
    fs::read_to_string("/proc/sys/kernel/random/boot_id").map(|id| id.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_value_stays() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::open(&folder.path().join("data")).unwrap();
        let (a, b) = (Random::seeded(1), Random::seeded(2));
        assert_eq!(home.node(&a).unwrap(), home.node(&b).unwrap());
        let config = Config::load(None).unwrap();
        let signed = home.keys(&config, &a).unwrap().sign(crate::token::Purpose::Confirm, &[1]);
        assert_eq!(home.keys(&config, &b).unwrap().sign(crate::token::Purpose::Confirm, &[1]), signed);
    }

    /// The database was readable by everybody on the machine, while the secret beside it was not.
    #[test]
    fn the_database_is_readable_by_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tidings.db");
        let beside = folder.path().join("tidings.db-wal");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        guard(&path);
        assert_eq!(mode(&path), 0o600);
        fs::write(&beside, "x").unwrap();
        for path in [&path, &beside] {
            fs::set_permissions(path, Permissions::from_mode(0o644)).unwrap();
        }
        guard(&path);
        assert_eq!((mode(&path), mode(&beside)), (0o600, 0o600));
        assert_eq!(fs::read_to_string(&beside).unwrap(), "x");
    }
}
