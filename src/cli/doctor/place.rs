//! Checks the server's base URL, the proxies before it, its data folder and its secret.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::report::Report;
use crate::cli::home::{SECRET, try_to_write};
use crate::config::{Config, Network};
use crate::links::Links;
use crate::token::Keys;

pub fn look_at_address(config: &Config, report: &mut Report) {
    let url = config.public_url();
    let links = Links::new(&url);
    match (config.base_url.is_some(), links.secure(), links.is_local()) {
        (false, ..) => report.warn(
            "base_url",
            format!("not set, so every mail links to {url}; set TIDINGS_BASE_URL to the address that readers can reach"),
        ),
        (true, false, false) => report.wrong(
            "base_url",
            format!("{url} is plain http: sign-in cookies and one-click unsubscribing need https; put the server behind a TLS proxy"),
        ),
        (true, _, true) => report.warn("base_url", format!("{url} is this machine: readers elsewhere cannot follow links")),
        (true, true, false) => report.good("base_url", url.to_string()),
    }
}

pub fn look_at_proxies(config: &Config, report: &mut Report) {
    const ABOUT: &str = "trusted_proxies";
    let is_behind_one = Links::new(&config.public_url()).secure();
    let networks = &config.trusted_proxies.0;
    if networks.iter().any(Network::is_everything) {
        return report.warn(
            ABOUT,
            "every client's X-Forwarded-For is trusted, so the limits by client have no effect; name only the proxy's address",
        );
    }
    match networks.len() {
        0 if is_behind_one => report.warn(
            ABOUT,
            "none, though https needs a proxy before this server: all readers count as one client and share its limits; \
             set TIDINGS_TRUSTED_PROXIES to the proxy's address, such as 127.0.0.1",
        ),
        0 => report.good(ABOUT, "none: clients connect to this server directly"),
        1 => report.good(ABOUT, "one network may say who the client is"),
        count => report.good(ABOUT, format!("{count} networks may say who the client is")),
    }
}

pub fn look_at_folder(config: &Config, report: &mut Report) {
    const ABOUT: &str = "data_dir";
    let folder = config.data_dir.as_path();
    let shown = folder.display();
    if folder.is_dir() {
        match try_to_write(folder) {
            Ok(()) => report.good(ABOUT, shown.to_string()),
            Err(error) => report
                .wrong(ABOUT, format!("{shown} cannot be written ({error}); give it to the user that runs Tidings")),
        }
        let mode = std::fs::metadata(folder).map(|found| found.permissions().mode());
        if mode.is_ok_and(|mode| mode & 0o077 != 0) {
            report
                .warn(ABOUT, format!("others on this machine may look into {shown}; \"chmod 700 {shown}\" ends that"));
        }
        return;
    }
    let nearest = folder.ancestors().find(|path| path.exists()).unwrap_or(Path::new("."));
    let is_file = !nearest.as_os_str().is_empty() && !nearest.is_dir();
    if is_file {
        report.wrong(
            ABOUT,
            format!("{shown} cannot be made: {} is not a folder; set TIDINGS_DATA_DIR", nearest.display()),
        );
    } else {
        report.warn(
            ABOUT,
            format!(
                "{shown} is not there; \"tidings serve\" makes it with a new installation. If there is one already, set \
                 TIDINGS_DATA_DIR to its folder"
            ),
        );
    }
}

/// Checks that links can be signed; the keys, if there are any.
pub fn look_at_secret(config: &Config, report: &mut Report) -> Option<Keys> {
    const ABOUT: &str = "secret";
    let path = config.data_dir.join(SECRET);
    let kept = std::fs::read_to_string(&path).ok();
    let (text, place) = match (&config.secret, &kept) {
        (Some(secret), _) => (secret.expose(), "TIDINGS_SECRET".to_owned()),
        (None, _) if config.is_postgres() => {
            report.wrong(
                ABOUT,
                "not set; with PostgreSQL all nodes must share it: set TIDINGS_SECRET to any text of at least 32 bytes",
            );
            return None;
        }
        (None, Some(kept)) => (kept.trim(), path.display().to_string()),
        (None, None) => {
            report.good(ABOUT, format!("{} is made at the first start", path.display()));
            return None;
        }
    };
    let keys = match Keys::parse(text) {
        Ok(keys) => keys,
        Err(error) => {
            report.wrong(ABOUT, format!("{place}: {error}"));
            return None;
        }
    };
    let old = kept.as_deref().and_then(|kept| Keys::parse(kept.trim()).ok());
    if old.is_some_and(|old| !keys.hold(&old)) {
        report.warn(
            ABOUT,
            format!(
                "{} holds another one, which is not used: links in mails that were sent with it are dead; put it behind \
                 the one in TIDINGS_SECRET, or delete that file",
                path.display()
            ),
        );
    } else {
        report.good(ABOUT, format!("links can be signed ({place})"));
    }
    warn_of_readable_secret(&path, report);
    Some(keys)
}

/// Whoever reads the secret can sign links.
fn warn_of_readable_secret(path: &Path, report: &mut Report) {
    let mode = std::fs::metadata(path).map(|found| found.permissions().mode());
    if mode.is_ok_and(|mode| mode & 0o077 != 0) {
        let shown = path.display();
        report.warn("secret", format!("others on this machine may read {shown}; \"chmod 600 {shown}\" ends that"));
    }
}
