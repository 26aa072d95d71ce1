//! Why a feed could not be fetched or read.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::parse::ParseError;
use crate::fetch::FetchError;
use crate::locale::Locale;

/// The failure of a fetch. Stored with the feed as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "lowercase")]
pub enum FeedFailure {
    Fetch(FetchError),
    Parse(ParseError),
}

impl FeedFailure {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        match self {
            Self::Fetch(error) => error.words(locale),
            Self::Parse(error) => error.words(locale),
        }
    }

    /// Whether the server says that the feed is gone for good.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        *self == Self::Fetch(FetchError::Gone)
    }

    /// Whether the same address may be a feed at another time.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        match self {
            Self::Fetch(FetchError::Status { code, .. }) => *code >= 500 || *code == 429,
            Self::Fetch(error) => matches!(
                error,
                FetchError::Connect { .. } | FetchError::Tls { .. } | FetchError::Timeout { .. } | FetchError::Broken
            ),
            Self::Parse(_) => false,
        }
    }

    /// The wait that the server asks for.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        if let Self::Fetch(FetchError::Status { retry_after, .. }) = self { *retry_after } else { None }
    }
}

/// In English, for the command line and the log.
impl fmt::Display for FeedFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(&Locale::default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_survives_its_column() {
        for (failure, stored) in [
            (FeedFailure::Fetch(FetchError::Port { port: 22 }), r#"{"step":"fetch","kind":"port","port":22}"#),
            (FeedFailure::Parse(ParseError::WebPage), r#"{"step":"parse","kind":"web-page"}"#),
        ] {
            assert_eq!(serde_json::to_string(&failure).unwrap(), stored);
            assert_eq!(serde_json::from_str::<FeedFailure>(stored).unwrap(), failure);
        }
    }
}
