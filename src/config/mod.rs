//! The configuration: defaults, then one TOML file, then the environment. Unknown keys are refused, every error names its key.
//! It only reads and checks values; it opens no database and no connection.

mod environment;
mod file;
mod sections;
mod values;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use confique::Config as _;
use url::Url;

pub use environment::unknown_variables;
pub use sections::{Defences, Delivery, DoubtPolicy, Feeds, Log, LogFormat};
pub use values::{Network, Secret, Switch};

/// The configuration of Tidings. Every key is shown with its default; the environment goes before this file.
// Each doc line below is a comment of `tidings config template`.
#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, serde::Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Config {
    /// Where the server listens. Put a proxy with TLS before it when the world may reach it.
    #[config(env = "TIDINGS_LISTEN", default = "127.0.0.1:8080", deserialize_with = values::listen)]
    pub listen: SocketAddr,

    /// The public address of this server; it stands in every link of every mail. Without it, http on the listening address.
    #[config(env = "TIDINGS_BASE_URL", deserialize_with = values::base_url)]
    pub base_url: Option<Url>,

    /// The folder for the database, the secret, the journal and the lock. Relative paths resolve in it.
    #[config(env = "TIDINGS_DATA_DIR", default = "./tidings-data")]
    pub data_dir: PathBuf,

    /// `sqlite:FILE` or `postgres://user:password@host/database`.
    #[config(env = "DATABASE_URL", default = "sqlite:tidings.db")]
    pub database_url: Secret,

    /// At least 32 bytes that sign every link; several, newest first, separated by commas, to change it. Without it one is
    /// made and kept in the data folder (SQLite only: two nodes on one PostgreSQL must share it).
    #[config(env = "TIDINGS_SECRET")]
    pub secret: Option<Secret>,

    /// Networks whose X-Forwarded-For is believed, such as "127.0.0.1" or "10.0.0.0/8", separated by commas.
    #[config(env = "TIDINGS_TRUSTED_PROXIES", default = "")]
    pub trusted_proxies: values::Networks,

    /// The SMTP server that takes our mail: `smtp://` or `smtps://user:password@host:port?tls=required|none&connections=16`,
    /// or `capture:` to keep every mail in the outbox pages instead.
    #[config(env = "TIDINGS_RELAY", default = "capture:")]
    pub relay: Secret,

    /// How mail is delivered.
    #[config(nested)]
    pub delivery: Delivery,

    /// How feeds are fetched.
    #[config(nested)]
    pub feeds: Feeds,

    /// Defences of the public forms.
    #[config(nested)]
    pub defences: Defences,

    /// What is logged.
    #[config(nested)]
    pub log: Log,
}

/// The configuration cannot be used; the text names the key and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("the configuration file {0} does not exist; set TIDINGS_CONFIG to an existing file or unset it")]
    NoFile(PathBuf),
    #[error("{0}")]
    Unusable(String),
}

/// What one source of settings says; the rest is left to others.
type Layer = <Config as confique::Config>::Layer;

impl Config {
    /// Reads `file` (if given, it must exist) under the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut builder = Self::builder().preloaded(environment::read()?);
        if let Some(file) = file {
            if !file.is_file() {
                return Err(ConfigError::NoFile(file.to_owned()));
            }
            builder = builder.preloaded(file::read(file)?);
        }
        let config = builder.load().map_err(|error| ConfigError::Unusable(in_one_line(&error)))?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let refuse = |text: &str| Err(ConfigError::Unusable(text.to_owned()));
        if let Some(url) = &self.base_url
            && !is_origin(url)
        {
            return refuse(
                "base_url (TIDINGS_BASE_URL) must be an address such as https://news.example.org, without a path: \
                 Tidings has a host name of its own",
            );
        }
        if !["sqlite:", "postgres://", "postgresql://"].iter().any(|p| self.database_url.expose().starts_with(p)) {
            return refuse("database_url (DATABASE_URL) must begin with sqlite: or postgres://");
        }
        if self.delivery.first_retry_seconds == 0 || self.delivery.max_age_hours == 0 {
            return refuse("delivery.first_retry_seconds and delivery.max_age_hours must be at least 1");
        }
        if self.delivery.reply_seconds == 0 || self.delivery.dot_seconds == 0 {
            return refuse(
                "delivery.reply_seconds (TIDINGS_REPLY_SECONDS) and delivery.dot_seconds (TIDINGS_DOT_SECONDS) must be at \
                 least 1",
            );
        }
        if self.delivery.hello.as_deref().is_some_and(|hello| !is_host_name(hello)) {
            return refuse("delivery.hello (TIDINGS_HELLO) must be a host name such as mail.example.org");
        }
        if self.feeds.interval_minutes == 0 {
            return refuse("feeds.interval_minutes must be at least 1");
        }
        Ok(())
    }

    /// The address that links are made with.
    #[must_use]
    #[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "a socket address always makes a URL")]
    pub fn public_url(&self) -> Url {
        self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen).parse().expect("a URL"))
    }

    /// Whether the database is PostgreSQL.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        self.database_url.expose().starts_with("postgres")
    }

    /// The path of the SQLite file, resolved in the data folder; `None` for PostgreSQL.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        let path = self.database_url.expose().strip_prefix("sqlite:")?;
        Some(self.data_dir.join(path.strip_prefix("//").unwrap_or(path)))
    }

    /// A commented file with every key and its default.
    #[must_use]
    pub fn template() -> String {
        confique::toml::template::<Self>(confique::toml::FormatOptions::default())
    }
}

/// The chain of an error in one line, outermost first.
fn in_one_line(error: &confique::Error) -> String {
    let mut parts = vec![error.to_string()];
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        parts.push(inner.to_string());
        source = inner.source();
    }
    parts.iter().map(|part| one_line(part)).collect::<Vec<_>>().join(": ")
}

/// A library's message may have several lines.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether an address is http or https, a host, perhaps a port, and nothing else (RFC 6454 section 4): pages, cookies
/// and the one-click links live at the root of a host.
fn is_origin(url: &Url) -> bool {
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none();
    matches!(url.scheme(), "http" | "https") && url.has_host() && bare && anonymous
}

/// Whether a text may stand behind EHLO: a name, or an address in brackets (RFC 5321 section 4.1.3).
fn is_host_name(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']');
    !text.is_empty() && text.len() <= 255 && text.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tidings.toml");
        std::fs::write(&file, text).unwrap();
        Config::load(Some(&file))
    }

    #[test]
    fn the_template_is_a_valid_file_that_changes_nothing() {
        let template = Config::template();
        assert_eq!(format!("{:?}", load(&template).unwrap()), format!("{:?}", load("").unwrap()));
        let uncommented: String = template
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if rest.contains(" = ") && !rest.starts_with(' ') => format!("{rest}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        load(&uncommented).unwrap();
    }

    #[test]
    fn every_error_names_its_key() {
        for (text, key) in [
            ("listen = \"nowhere\"", "listen"),
            ("lissten = \"127.0.0.1:1\"", "lissten"),
            ("[feeds]\nallow_privat = true", "allow_privat"),
            ("base_url = \"ftp://x\"", "base_url"),
            ("base_url = \"https://example.org/letters\"", "base_url"),
            ("base_url = \"https://user@example.org\"", "base_url"),
            ("database_url = \"mysql://x\"", "database_url"),
            ("trusted_proxies = \"10.0.0.0/99\"", "trusted_proxies"),
            ("[delivery]\ndoubt = \"guess\"", "delivery.doubt"),
            ("[delivery]\nreply_seconds = 0", "delivery.reply_seconds"),
            ("[delivery]\nhello = \"a\\nb\"", "delivery.hello"),
            ("[defences]\nproof_of_work = \"maybe\"", "proof_of_work"),
        ] {
            let error = load(text).unwrap_err().to_string();
            assert!(error.contains(key), "{error:?} does not name {key}");
        }
    }

    #[test]
    fn a_mistake_is_told_by_its_place_and_never_with_the_line_it_stands_in() {
        for (text, place) in [
            ("listen = \"127.0.0.1:1\"\nsecret = \"hush hush", "line 2, column "),
            ("relay = \"smtp://u:hush@host\" x", "line 1, column "),
            ("secret = hush", "line 1, column "),
            ("secret = [\"hush\"]", "line 1, column 10, secret: "),
            ("relay = { password = \"hush\" }", "line 1, column 9, relay: "),
            ("database_url = 815", "line 1, column 16, database_url: "),
            ("\n[delivery]\nhello = 5 # hush", "line 3, column 9, delivery.hello: "),
        ] {
            let error = load(text).unwrap_err().to_string();
            assert!(error.contains("tidings.toml, ") && error.contains(place), "{error}");
            assert!(!error.contains("hush") && !error.contains("815"), "{error}");
        }
    }

    #[test]
    fn secrets_are_never_printed() {
        let config = load("secret = \"0123456789012345678901234567890123456789\"").unwrap();
        assert!(!format!("{config:?}").contains("0123456789"));
    }
}
