//! An opened installation: configuration, data folder, database with its schema up to date, keys.

use std::time::Duration;

use anyhow::Context;

use super::home::{Home, boot_id, guard};
use super::output::note;
use crate::article::parse::FeedLimits;
use crate::assembly::{Assembly, Intervals};
use crate::audit::Retention;
use crate::clock::{Clock, DAY, HOUR, SECOND};
use crate::config::{Config, Secret};
use crate::db::migrate::{self, Migrated};
use crate::db::{self, Db, ServerLock, instance};
use crate::delivery::engine::Settings;
use crate::delivery::retry::RetryPolicy;
use crate::digest::send::Outfit;
use crate::fetch::{FetchLimits, Fetcher};
use crate::links::Links;
use crate::mail::{RelayAddress, Timeouts};
use crate::token::{Keys, Purpose, Random};
use crate::worker::feeds::Feeds;

pub struct Installation {
    pub config: Config,
    pub home: Home,
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub keys: Keys,
    pub links: Links,
    pub relay: RelayAddress,
    /// The migrations that were run while opening.
    pub migrated: Migrated,
}

impl Installation {
    /// Opens everything that a command needs. An error names the wrong key. If no base URL is configured, links begin
    /// with the server's, which may listen elsewhere than this command's environment says.
    pub fn open(config: Config) -> anyhow::Result<Self> {
        let mut installation = Self::make(config)?;
        if installation.migrated.was_empty {
            // This is the only sign of a wrong folder.
            let Config { data_dir, .. } = &installation.config;
            note!(
                "tidings: a new installation was made in {}; if there is one already, set TIDINGS_DATA_DIR and \
                 DATABASE_URL as for its server",
                data_dir.display()
            );
        }
        if installation.config.base_url.is_none()
            && let Some(known) = instance::known_fact(&mut installation.db.connect()?, instance::BASE_URL)?
            && let Ok(url) = String::from_utf8_lossy(&known).parse()
        {
            installation.links = Links::new(&url);
        }
        Ok(installation)
    }

    /// As [`Self::open`], for commands that may create an installation.
    pub fn make(config: Config) -> anyhow::Result<Self> {
        let random = Random::System;
        let home = Home::open(&config.data_dir)?;
        if !config.is_postgres() {
            home.must_be_writable()?;
        }
        let keys = home.keys(&config, &random)?;
        let relay = RelayAddress::parse(config.relay.expose()).context("relay (TIDINGS_RELAY)")?;
        let path = config.sqlite_path();
        if let Some(path) = path.as_ref().filter(|path| !path.exists() && ServerLock::is_held(path)) {
            anyhow::bail!(
                "{} is missing, and a server runs on it: put the file back, or stop the server",
                path.display()
            );
        }
        path.iter().chain([&home.journal()]).for_each(|path| guard(path));
        let db = Db::open(config.database_url.expose(), path.as_deref()).context("database_url (DATABASE_URL)")?;
        let migrated = migrate::run(&mut db.connect()?, path.as_deref())?;
        let links = Links::new(&config.public_url());
        Ok(Self { config, home, db, clock: Clock::System, random, keys, links, relay, migrated })
    }

    /// As [`Self::make`] for a server, whose connections have a name of their own.
    pub fn open_server(mut config: Config) -> anyhow::Result<Self> {
        if config.is_postgres() {
            let number = Random::System.number();
            config.database_url = Secret::new(db::as_server(config.database_url.expose(), number));
            Home::open(&config.data_dir)?.must_be_writable()?;
        }
        Self::make(config)
    }

    /// The locks of a server: on its data folder, and on its SQLite file, which may be elsewhere. Any number of servers
    /// may use one PostgreSQL, each with a data folder of its own.
    pub fn lock(&self) -> anyhow::Result<Vec<ServerLock>> {
        let mut locks = vec![ServerLock::of_folder(&self.config.data_dir)?];
        if let Some(path) = self.config.sqlite_path() {
            locks.push(ServerLock::take(&path)?);
        }
        Ok(locks)
    }

    /// Whether a server runs on this database.
    pub async fn is_served(&self) -> db::Result<bool> {
        match self.config.sqlite_path() {
            Some(path) => Ok(ServerLock::is_held(&path)),
            None => self.db.read(db::is_served).await,
        }
    }

    /// Stores this server's base URL and a signature for the commands beside it. Fails if another server runs with
    /// another secret, since each would refuse the other's links.
    pub async fn introduce(&self) -> anyhow::Result<()> {
        let (base, signed) = (self.links.base().to_owned(), self.keys.sign(Purpose::Installation, &[]));
        let ours = signed.clone();
        let known = self.db.write(move |conn| instance::claim(conn, instance::SIGNED, ours.as_bytes())).await?;
        if self.keys.verify::<0>(Purpose::Installation, &String::from_utf8_lossy(&known)).is_none() {
            anyhow::ensure!(
                !self.others_serve().await?,
                "secret (TIDINGS_SECRET): another server runs on this database with another secret, and neither could \
                 read the other's links; give all servers the same, or stop the others first. A new secret goes before \
                 the old one, separated by a comma"
            );
            tracing::warn!("secret (TIDINGS_SECRET): links that were signed with the former secret no longer work");
        }
        let work = move |conn: &mut db::Conn| {
            instance::keep(conn, instance::BASE_URL, &base)?;
            instance::keep(conn, instance::SIGNED, &signed)
        };
        Ok(self.db.write(work).await?)
    }

    /// Whether other servers run on this PostgreSQL, which may need a moment to notice that one was killed.
    async fn others_serve(&self) -> anyhow::Result<bool> {
        const LOOKS: u32 = 10;
        if !self.config.is_postgres() {
            return Ok(false);
        }
        for _ in 0..LOOKS {
            if !self.is_served().await? {
                return Ok(false);
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        Ok(true)
    }

    /// Fails if links made here would differ from the server's: a command may run in another environment.
    pub async fn must_agree_with_server(&self) -> anyhow::Result<()> {
        let work = |conn: &mut db::Conn| -> db::Result<_> {
            Ok((instance::known_fact(conn, instance::BASE_URL)?, instance::known_fact(conn, instance::SIGNED)?))
        };
        let (base, signed) = self.db.read(work).await?;
        if let Some(base) = base.and_then(|base| String::from_utf8(base).ok()).filter(|base| base != self.links.base())
        {
            anyhow::bail!(
                "base_url (TIDINGS_BASE_URL): links made here would begin with {}, and the server's begin with {base}; \
                 run this with the server's configuration",
                self.links.base()
            );
        }
        if signed.is_some_and(|signed| signed != self.keys.sign(Purpose::Installation, &[]).as_bytes()) {
            anyhow::bail!(
                "secret (TIDINGS_SECRET): it is not the one that the server signs links with; \
                 run this with the server's configuration"
            );
        }
        Ok(())
    }

    /// The settings of the delivery engine.
    fn delivery(&self) -> anyhow::Result<Settings> {
        let delivery = &self.config.delivery;
        let reply = Duration::from_secs(delivery.reply_seconds.into());
        Ok(Settings {
            relay: self.relay.clone(),
            hello: delivery.hello.clone().unwrap_or_else(|| self.links.host().to_owned()),
            timeouts: Timeouts {
                greeting: reply,
                command: reply,
                data: reply,
                dot: Duration::from_secs(delivery.dot_seconds.into()),
                ..Timeouts::default()
            },
            retry: RetryPolicy {
                first: i64::from(delivery.first_retry_seconds) * SECOND,
                max_age: i64::from(delivery.max_age_hours) * HOUR,
            },
            journal: self.home.journal(),
            node: self.home.node(&self.random)?,
            boot: boot_id(),
        })
    }

    #[must_use]
    pub fn outfit(&self) -> Outfit {
        Outfit {
            keys: self.keys.clone(),
            links: self.links.clone(),
            random: self.random.clone(),
            doubt: self.config.delivery.doubt,
        }
    }

    fn fetcher(&self) -> anyhow::Result<Fetcher> {
        let limits = FetchLimits { allow_private: self.config.feeds.allow_private, ..FetchLimits::default() };
        Ok(Fetcher::new(limits, &format!("Tidings/{} (+{})", env!("CARGO_PKG_VERSION"), self.links.base()))?)
    }

    fn feed_interval(&self) -> Duration {
        Duration::from_secs(u64::from(self.config.feeds.interval_minutes) * 60)
    }

    /// The fetcher of feeds, for a command.
    pub fn feeds(&self) -> anyhow::Result<Feeds> {
        Ok(Feeds {
            db: self.db.clone(),
            fetcher: self.fetcher()?,
            clock: self.clock.clone(),
            interval: self.feed_interval(),
            limits: FeedLimits::default(),
        })
    }

    /// The assembly of a server.
    pub fn assembly(&self) -> anyhow::Result<Assembly> {
        Ok(Assembly {
            db: self.db.clone(),
            clock: self.clock.clone(),
            random: self.random.clone(),
            keys: self.keys.clone(),
            links: self.links.clone(),
            trusted_proxies: self.config.trusted_proxies.0.clone(),
            client_limits: self.config.defences.client_limits.is_on(),
            proof_of_work: self.config.defences.proof_of_work.is_on(),
            doubt: self.config.delivery.doubt,
            fetcher: self.fetcher()?,
            feed_interval: self.feed_interval(),
            delivery: self.delivery()?,
            retention: Retention {
                entries: i64::from(self.config.retention.audit_days) * DAY,
                failed_sign_ins: i64::from(self.config.retention.failed_sign_in_days) * DAY,
            },
            intervals: Intervals::SERVER,
        })
    }
}
