//! Merging the sources, and the checks that need more than the type of a value.

use confique::Config as _;
use url::Url;

use super::{Config, ConfigError, ConfigFile, environment, in_one_line};

impl Config {
    /// The environment's settings, then those of the file, then the defaults.
    pub fn load(file: Option<&ConfigFile>) -> Result<Self, ConfigError> {
        let mut builder = Self::builder().preloaded(environment::read()?);
        if let Some(file) = file {
            builder = builder.preloaded(file.parse()?);
        }
        let config = builder.load().map_err(|error| ConfigError(in_one_line(&error)))?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let refuse = |text: &str| Err(ConfigError(text.to_owned()));
        if let Some(url) = &self.base_url
            && !is_origin(url)
        {
            return refuse(
                "base_url (TIDINGS_BASE_URL) must be an address such as https://news.example.org, without a path: \
                 Tidings needs a host name of its own",
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
        if self.retention.audit_days == 0 || self.retention.failed_sign_in_days == 0 {
            return refuse("retention.audit_days and retention.failed_sign_in_days must be at least 1");
        }
        if self.feeds.interval_minutes == 0 {
            return refuse("feeds.interval_minutes must be at least 1");
        }
        Ok(())
    }
}

/// Whether a URL has only a scheme (http or https), a host and perhaps a port (RFC 6454 section 4): pages, cookies and
/// one-click links are at the root of a host.
fn is_origin(url: &Url) -> bool {
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none();
    matches!(url.scheme(), "http" | "https") && url.has_host() && bare && anonymous
}

/// Whether a text may follow EHLO: a host name, or an address in brackets (RFC 5321 section 4.1.3).
fn is_host_name(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']');
    !text.is_empty() && text.len() <= 255 && text.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Config, ConfigError> {
        Config::load(Some(&ConfigFile { name: "tidings.toml".to_owned(), text: text.to_owned() }))
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
            ("[retention]\naudit_days = 0", "retention.audit_days"),
            ("[defences]\nproof_of_work = \"maybe\"", "proof_of_work"),
        ] {
            let error = load(text).unwrap_err().to_string();
            assert!(error.contains(key), "{error:?} does not name {key}");
        }
    }

    #[test]
    fn an_error_names_its_place_and_never_quotes_the_line() {
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
