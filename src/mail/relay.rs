//! The address of a relay, parsed from the URL in the configuration.
//!
//! Neither `Debug` nor `Display` shows the password.

use std::fmt;
use std::net::IpAddr;
use std::num::NonZeroU16;

use percent_encoding::percent_decode_str;
use serde::Serialize;
use url::{Host, Url};

use crate::locale::Locale;

/// Default number of connections.
const CONNECTIONS: u16 = 16;
/// Most connections to one relay.
const CONNECTIONS_MAX: u16 = 512;

/// Where mails go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RelayAddress {
    /// `capture:`: no server; mails are kept in the outbox.
    Capture,
    /// `smtp://` or `smtps://`.
    Smtp(SmtpAddress),
}

/// An SMTP server and its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpAddress {
    /// A host name, or an IP address without brackets.
    pub host: String,
    pub port: u16,
    pub tls: TlsMode,
    pub credentials: Option<Credentials>,
    /// Most connections at a time, 1 to 512.
    pub connections: u16,
    /// Most mails a second; `None` if the server takes them at any rate.
    pub messages_per_second: Option<NonZeroU16>,
}

/// When the connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsMode {
    /// From the first byte (`smtps://`, RFC 8314 3.3).
    Implicit,
    /// STARTTLS must succeed before any other command (`tls=required`, or credentials were given).
    Required,
    /// STARTTLS if the server offers it; it must then succeed.
    IfOffered,
    /// Never (`tls=none`, or a server on this machine).
    None,
}

/// User and password for AUTH.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    pub user: String,
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("user", &self.user).finish_non_exhaustive()
    }
}

/// What is wrong with a relay's URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RelayError {
    NotAUrl {
        detail: String,
    },
    Scheme {
        scheme: String,
    },
    NoHost,
    /// It has a path or a fragment.
    Path,
    /// User or password has a character that must be percent-encoded.
    Unescaped,
    /// A user without a password, or a password without a user.
    HalfCredentials,
    /// An invalid percent-encoding of user or password.
    Escape,
    /// An unknown setting.
    Setting {
        name: String,
    },
    Tls {
        value: String,
    },
    /// `smtps://` with `tls=none`.
    TlsContradiction,
    Connections {
        value: String,
    },
    MessagesPerSecond {
        value: String,
    },
    /// Something follows `capture:`.
    Capture,
}

impl RelayError {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        locale.error("relay-error", self)
    }
}

/// In English, for the command line and the log.
impl fmt::Display for RelayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(&Locale::default()))
    }
}

impl std::error::Error for RelayError {}

impl RelayAddress {
    /// Parses `smtp[s]://[user:password@]host[:port][?tls=required|none&connections=N&messages_per_second=N]` or
    /// `capture:`.
    ///
    /// Without a port: 465 for `smtps`, 587 with credentials, else 25.
    pub fn parse(text: &str) -> Result<Self, RelayError> {
        if has_stray_at(text) {
            return Err(RelayError::Unescaped);
        }
        let url = Url::parse(text.trim()).map_err(|error| RelayError::NotAUrl { detail: error.to_string() })?;
        let implicit = match url.scheme() {
            "capture" if matches!(url.as_str(), "capture:" | "capture://") => return Ok(Self::Capture),
            "capture" => return Err(RelayError::Capture),
            "smtp" => false,
            "smtps" => true,
            other => return Err(RelayError::Scheme { scheme: other.to_owned() }),
        };
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(RelayError::Path);
        }
        let host = host(&url)?;
        let credentials = credentials(&url)?;
        let settings = Settings::read(&url)?;
        let tls = settings.tls(implicit, credentials.is_some(), &host)?;
        let port = match (url.port(), implicit, credentials.is_some()) {
            (Some(port), _, _) => port,
            (None, true, _) => 465,
            (None, false, true) => 587,
            (None, false, false) => 25,
        };
        let Settings { connections, messages_per_second, .. } = settings;
        Ok(Self::Smtp(SmtpAddress { host, port, tls, credentials, connections, messages_per_second }))
    }
}

/// The URL without credentials, for logs and pages.
impl fmt::Display for RelayAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Smtp(smtp) = self else { return f.write_str("capture:") };
        let scheme = if smtp.tls == TlsMode::Implicit { "smtps" } else { "smtp" };
        let (open, close) = if smtp.host.contains(':') { ("[", "]") } else { ("", "") };
        write!(f, "{scheme}://{open}{}{close}:{}", smtp.host, smtp.port)
    }
}

/// Whether an @ follows the host: then the password was not escaped, and no error may quote the URL.
fn has_stray_at(text: &str) -> bool {
    let rest = text.split_once("//").map_or(text, |(_, rest)| rest);
    rest.split_once(['/', '?', '#']).is_some_and(|(_, tail)| tail.contains('@'))
}

fn host(url: &Url) -> Result<String, RelayError> {
    match url.host() {
        // The scheme is unknown to the URL standard, so IPv4 hosts are not parsed as such.
        Some(Host::Domain(host)) if !host.is_empty() => Ok(host.to_lowercase()),
        Some(Host::Ipv4(ip)) => Ok(ip.to_string()),
        Some(Host::Ipv6(ip)) => Ok(ip.to_string()),
        _ => Err(RelayError::NoHost),
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, RelayError> {
    match (url.username(), url.password().unwrap_or_default()) {
        ("", "") => Ok(None),
        ("", _) | (_, "") => Err(RelayError::HalfCredentials),
        (user, password) => Ok(Some(Credentials { user: unescape(user)?, password: unescape(password)? })),
    }
}

/// Percent-decoding (RFC 3986 section 2.1). A `%` that begins no escape is an error here; the library would keep it.
fn unescape(text: &str) -> Result<String, RelayError> {
    let is_escape = |rest: &str| rest.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
    if !text.split('%').skip(1).all(is_escape) {
        return Err(RelayError::Escape);
    }
    let decoded = percent_decode_str(text).decode_utf8().map_err(|_| RelayError::Escape)?;
    Ok(decoded.into_owned())
}

struct Settings {
    required: Option<bool>,
    connections: u16,
    messages_per_second: Option<NonZeroU16>,
}

impl Settings {
    fn read(url: &Url) -> Result<Self, RelayError> {
        let mut settings = Self { required: None, connections: CONNECTIONS, messages_per_second: None };
        for (key, value) in url.query_pairs() {
            match (&*key, &*value) {
                ("tls", "required") => settings.required = Some(true),
                ("tls", "none") => settings.required = Some(false),
                ("tls", other) => return Err(RelayError::Tls { value: other.to_owned() }),
                ("connections", number) => {
                    let in_range = |n: &u16| (1..=CONNECTIONS_MAX).contains(n);
                    let parsed = number.parse().ok().filter(in_range);
                    settings.connections =
                        parsed.ok_or_else(|| RelayError::Connections { value: number.to_owned() })?;
                }
                ("messages_per_second", number) => {
                    let parsed = number.parse();
                    let wrong = |_| RelayError::MessagesPerSecond { value: number.to_owned() };
                    settings.messages_per_second = Some(parsed.map_err(wrong)?);
                }
                (other, _) => return Err(RelayError::Setting { name: other.to_owned() }),
            }
        }
        Ok(settings)
    }

    /// A password is sent unencrypted only if the URL says so.
    fn tls(&self, implicit: bool, has_credentials: bool, host: &str) -> Result<TlsMode, RelayError> {
        Ok(match (implicit, self.required) {
            (true, Some(false)) => return Err(RelayError::TlsContradiction),
            (true, _) => TlsMode::Implicit,
            (false, Some(true)) => TlsMode::Required,
            (false, Some(false)) => TlsMode::None,
            (false, None) if has_credentials => TlsMode::Required,
            (false, None) if is_this_machine(host) => TlsMode::None,
            (false, None) => TlsMode::IfOffered,
        })
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_url_has_its_defaults() {
        let cases = [
            ("smtp://127.0.0.1", "127.0.0.1", 25, TlsMode::None, 16),
            ("smtp://[::1]:2525", "::1", 2525, TlsMode::None, 16),
            ("smtp://LOCALHOST/", "localhost", 25, TlsMode::None, 16),
            ("smtp://localhost?tls=required", "localhost", 25, TlsMode::Required, 16),
            ("smtp://mail.example.org", "mail.example.org", 25, TlsMode::IfOffered, 16),
            ("smtp://mail.example.org?tls=none&connections=1", "mail.example.org", 25, TlsMode::None, 1),
            ("smtp://u:p@mail.example.org", "mail.example.org", 587, TlsMode::Required, 16),
            ("smtp://u:p@127.0.0.1", "127.0.0.1", 587, TlsMode::Required, 16),
            ("smtp://u:p@127.0.0.1?tls=none", "127.0.0.1", 587, TlsMode::None, 16),
            ("smtps://u:p@mail.example.org?connections=512", "mail.example.org", 465, TlsMode::Implicit, 512),
            ("smtps://mail.example.org:8465?tls=required", "mail.example.org", 8465, TlsMode::Implicit, 16),
        ];
        for (url, host, port, tls, connections) in cases {
            let Ok(RelayAddress::Smtp(smtp)) = RelayAddress::parse(url) else { panic!("{url}") };
            assert_eq!(
                (smtp.host.as_str(), smtp.port, smtp.tls, smtp.connections),
                (host, port, tls, connections),
                "{url}"
            );
            assert_eq!(smtp.credentials.is_some(), url.contains('@'), "{url}");
        }
        assert_eq!(RelayAddress::parse("capture:"), Ok(RelayAddress::Capture));
        for (url, rate) in [("smtp://x", None), ("smtp://x?messages_per_second=14", NonZeroU16::new(14))] {
            let Ok(RelayAddress::Smtp(smtp)) = RelayAddress::parse(url) else { panic!("{url}") };
            assert_eq!(smtp.messages_per_second, rate, "{url}");
        }
    }

    #[test]
    fn a_password_may_contain_any_character_and_is_never_shown() {
        let relay = RelayAddress::parse("smtp://me%40x:p%40s%3As%25%C3%BC@mail.example.org:25").unwrap();
        let RelayAddress::Smtp(smtp) = &relay else { panic!() };
        let credentials = smtp.credentials.as_ref().unwrap();
        assert_eq!((credentials.user.as_str(), credentials.password.as_str()), ("me@x", "p@s:s%ü"));
        assert_eq!(relay.to_string(), "smtp://mail.example.org:25");
        assert!(!format!("{relay:?}").contains("p@s"));
    }

    #[test]
    fn each_error_has_a_kind_of_its_own() {
        let cases = [
            ("mail.example.org", RelayError::NotAUrl { detail: "relative URL without a base".to_owned() }),
            ("localhost:25", RelayError::Scheme { scheme: "localhost".to_owned() }),
            ("https://x", RelayError::Scheme { scheme: "https".to_owned() }),
            ("smtp:", RelayError::NoHost),
            ("smtp://", RelayError::NoHost),
            ("smtp://x/y", RelayError::Path),
            ("smtp://x#y", RelayError::Path),
            ("smtp://u:1/secret@x", RelayError::Unescaped),
            ("smtp://u:1?secret@x", RelayError::Unescaped),
            ("smtp://u:1#secret@x", RelayError::Unescaped),
            ("smtp://u:secret/more@x", RelayError::Unescaped),
            ("smtp://u@x", RelayError::HalfCredentials),
            ("smtp://:p@x", RelayError::HalfCredentials),
            ("smtp://u:%zz@x", RelayError::Escape),
            ("smtp://u:%ff@x", RelayError::Escape),
            ("smtp://x?pool=3", RelayError::Setting { name: "pool".to_owned() }),
            ("smtp://x?tls=yes", RelayError::Tls { value: "yes".to_owned() }),
            ("smtps://x?tls=none", RelayError::TlsContradiction),
            ("smtp://x?connections=0", RelayError::Connections { value: "0".to_owned() }),
            ("smtp://x?connections=513", RelayError::Connections { value: "513".to_owned() }),
            ("smtp://x?connections=many", RelayError::Connections { value: "many".to_owned() }),
            ("smtp://x?messages_per_second=0", RelayError::MessagesPerSecond { value: "0".to_owned() }),
            ("smtp://x?messages_per_second=1.5", RelayError::MessagesPerSecond { value: "1.5".to_owned() }),
            ("capture:x", RelayError::Capture),
        ];
        for (url, expected) in cases {
            let words = expected.to_string();
            assert!(words.contains(' ') && !words.contains("relay-error"), "{words}");
            assert_eq!(RelayAddress::parse(url), Err(expected), "{url}");
        }
    }
}
