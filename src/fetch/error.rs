//! Why a fetch failed.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::locale::Locale;

/// Why nothing could be fetched: a kind with its values, as a feed stores it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FetchError {
    /// Not an absolute URL.
    BadUrl {
        url: String,
    },
    /// The URL has more than `most` bytes.
    TooLong {
        most: usize,
    },
    /// Neither http nor https.
    Scheme {
        scheme: String,
    },
    /// The URL has a user name or password.
    Credentials,
    /// Neither 80 nor 443.
    Port {
        port: u16,
    },
    /// The host has a private address.
    Private {
        host: String,
    },
    /// The host name does not resolve.
    UnknownHost {
        host: String,
    },
    Connect {
        host: String,
    },
    Tls {
        host: String,
        detail: String,
    },
    /// No complete answer within `seconds`.
    Timeout {
        seconds: u64,
    },
    TooManyRedirects {
        most: usize,
    },
    /// A redirect without a valid `Location`.
    BadRedirect,
    /// 410: the document is gone for good (RFC 9110, 15.5.11).
    Gone,
    /// Any other status but 2xx, 304 and a redirect. `retry_after` is what a 429 or 503 asks for (RFC 9110, 10.2.3).
    Status {
        code: u16,
        #[serde(skip)]
        retry_after: Option<Duration>,
    },
    /// The body has more than `most` bytes.
    TooLarge {
        most: usize,
    },
    /// The answer broke off or could not be decoded.
    Broken,
}

impl FetchError {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        locale.error("fetch-error", self)
    }
}

/// In English, for the command line and the log.
impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(&Locale::default()))
    }
}

impl std::error::Error for FetchError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_text_and_survives_its_column() {
        let name = || "a.example".to_owned();
        for error in [
            FetchError::BadUrl { url: name() },
            FetchError::TooLong { most: 7 },
            FetchError::Scheme { scheme: name() },
            FetchError::Credentials,
            FetchError::Port { port: 7 },
            FetchError::Private { host: name() },
            FetchError::UnknownHost { host: name() },
            FetchError::Connect { host: name() },
            FetchError::Tls { host: name(), detail: name() },
            FetchError::Timeout { seconds: 7 },
            FetchError::TooManyRedirects { most: 7 },
            FetchError::BadRedirect,
            FetchError::Gone,
            FetchError::Status { code: 503, retry_after: None },
            FetchError::TooLarge { most: 7 },
            FetchError::Broken,
        ] {
            let words = error.to_string();
            assert!(
                words.contains(' ') && !words.contains('{') && !words.contains("fetch-error"),
                "{error:?}: {words}"
            );
            let stored = serde_json::to_string(&error).unwrap();
            assert_eq!(serde_json::from_str::<FetchError>(&stored).unwrap(), error);
        }
    }
}
