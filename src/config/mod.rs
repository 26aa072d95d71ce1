//! The configuration: defaults, then the text of one TOML file, then the environment. Unknown keys are refused, and every
//! error names its key. It opens no file, no database and no connection.

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
#[error("{0}")]
pub struct ConfigError(String);

/// The settings of one source; the others come from the next one.
type Layer = <Config as confique::Config>::Layer;

impl Config {
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
