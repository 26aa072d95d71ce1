//! The configuration: defaults, one TOML file, and the environment, where the later overrides the earlier. Unknown keys
//! are refused, and every error names its key. This room opens no file, no database and no connection.

mod environment;
mod file;
mod load;
mod sections;
mod values;

use std::net::SocketAddr;
use std::path::PathBuf;

use url::Url;

pub use environment::unknown_variables;
pub use file::ConfigFile;
pub use sections::{Defences, Delivery, DoubtPolicy, Feeds, Log, LogFormat, Retention};
pub use values::{Network, Secret, Switch};

/// The configuration of Tidings. Every key is shown with its default; the environment overrides this file.
// Each doc line below is a comment of `tidings config template`.
#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, serde::Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Config {
    /// The address and port of the server. Put it behind a TLS proxy if other machines can reach it.
    #[config(env = "TIDINGS_LISTEN", default = "127.0.0.1:8080", deserialize_with = values::listen)]
    pub listen: SocketAddr,

    /// The public URL of this server, with which every link in every mail begins. Without it, http on the listening
    /// address.
    #[config(env = "TIDINGS_BASE_URL", deserialize_with = values::base_url)]
    pub base_url: Option<Url>,

    /// The folder of the database, the secret, the journal and the lock. Relative paths are resolved in it.
    #[config(env = "TIDINGS_DATA_DIR", default = "./tidings-data")]
    pub data_dir: PathBuf,

    /// `sqlite:FILE` or `postgres://user:password@host/database`.
    #[config(env = "DATABASE_URL", default = "sqlite:tidings.db")]
    pub database_url: Secret,

    /// At least 32 bytes that sign every link; several, newest first, separated by commas, to change it. Without it one
    /// is made and stored in the data folder (SQLite only: servers on one PostgreSQL must share it).
    #[config(env = "TIDINGS_SECRET")]
    pub secret: Option<Secret>,

    /// Networks whose X-Forwarded-For is trusted, such as "127.0.0.1" or "10.0.0.0/8", separated by commas.
    #[config(env = "TIDINGS_TRUSTED_PROXIES", default = "")]
    pub trusted_proxies: values::Networks,

    /// The SMTP server that accepts our mail: `smtp://` or
    /// `smtps://user:password@host:port?tls=required|none&connections=16&messages_per_second=14`, or `capture:` to
    /// keep every mail in the outbox pages instead.
    #[config(env = "TIDINGS_RELAY", default = "capture:")]
    pub relay: Secret,

    /// Delivery of mail.
    #[config(nested)]
    pub delivery: Delivery,

    /// Fetching of feeds.
    #[config(nested)]
    pub feeds: Feeds,

    /// Defences of the public forms.
    #[config(nested)]
    pub defences: Defences,

    /// How long records are kept.
    #[config(nested)]
    pub retention: Retention,

    /// Logging.
    #[config(nested)]
    pub log: Log,
}

/// Why the configuration cannot be used. The text, in English for the operator, names the key and the remedy.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

/// The settings of one source.
type Layer = <Config as confique::Config>::Layer;

impl Config {
    /// The URL with which links begin.
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
