//! Why a fetch failed.

use std::time::Duration;

use thiserror::Error;

/// Why nothing could be fetched. The sentence is what the feed's page shows.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    #[error("This is not a web address: {0}")]
    BadUrl(String),
    #[error("A web address of more than {0} bytes is not fetched.")]
    TooLong(usize),
    #[error("Only http and https addresses can be fetched, not {0}.")]
    Scheme(String),
    #[error("A web address must not contain a user name or password.")]
    Credentials,
    #[error("Only the ports 80 and 443 are fetched, not {0}, unless feeds.allow_private is set in the configuration.")]
    Port(u16),
    #[error(
        "{0} is in a private network, which is fetched from only if feeds.allow_private is set in the configuration."
    )]
    Private(String),
    #[error("The name {0} is not known to the domain name system.")]
    UnknownHost(String),
    #[error("No connection to {0} could be made.")]
    Connect(String),
    #[error("No secure connection to {0} could be made: {1}")]
    Tls(String, String),
    #[error("No complete answer came within {} seconds.", .0.as_secs())]
    Timeout(Duration),
    #[error("The address redirects more than {0} times.")]
    TooManyRedirects(usize),
    #[error("The server redirects to nowhere.")]
    BadRedirect,
    /// 410: whoever asks again gets the same answer (RFC 9110, 15.5.11).
    #[error("The server says that it is gone for good (status 410).")]
    Gone,
    /// Any other status but 2xx, 304 and a redirect. `retry_after` is what a 429 or 503 asks for (RFC 9110, 10.2.3).
    #[error("The server answered with status {code}.")]
    Status { code: u16, retry_after: Option<Duration> },
    #[error("The answer is larger than {0} bytes.")]
    TooLarge(usize),
    #[error("The answer broke off or could not be decoded.")]
    Broken,
}
