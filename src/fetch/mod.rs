//! HTTP GET with limits, for feeds. Their addresses and servers are not trusted.
//!
//! It never connects to a private address (unless the operator allows it), never keeps cookies, never uses a proxy from
//! the environment, and never reads more than its limit of decoded bytes. It knows no feed and no database.

mod address;
mod error;
mod target;

use std::time::Duration;

use chrono::DateTime;
use reqwest::header::{
    ACCEPT, CONTENT_TYPE, DATE, ETAG, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, LOCATION, RETRY_AFTER,
};
use reqwest::{Client, Response, StatusCode, redirect};
use url::Url;

pub use address::is_public;
pub use error::FetchError;
pub use target::Guard;

/// The limits of one fetch.
#[derive(Debug, Clone)]
pub struct FetchLimits {
    /// Of the body, decoded.
    pub max_bytes: usize,
    /// From the first lookup to the last byte, over all redirects.
    pub timeout: Duration,
    pub redirects: usize,
    /// Allows private addresses, and ports other than 80 and 443.
    pub allow_private: bool,
}

impl Default for FetchLimits {
    fn default() -> Self {
        Self { max_bytes: 5_000_000, timeout: Duration::from_secs(10), redirects: 3, allow_private: false }
    }
}

/// Validators of the last answer (RFC 9110, 13), so that an unchanged document is not sent again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditional {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

/// A successful answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    pub content: Content,
    /// The document's new address, if the first redirects were permanent (301 or 308): the target of the last of them.
    pub permanently_moved_to: Option<Url>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    NotModified,
    Body(Body),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Decoded (gzip, brotli), in the charset of the server.
    pub bytes: Vec<u8>,
    pub content_type: Option<String>,
    /// For the next [`Conditional`].
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// The URL after redirects: the base of relative URLs in the body.
    pub final_url: Url,
}

/// Fetches documents within [`FetchLimits`]. Cheap to clone; must be used inside a tokio runtime.
#[derive(Debug, Clone)]
pub struct Fetcher {
    client: Client,
    limits: FetchLimits,
}

const FEED_TYPES: &str = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, \
                          text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

/// Longest validator that is stored.
const MAX_VALIDATOR: usize = 1_000;

impl Fetcher {
    /// `user_agent` tells the publisher who fetches: `Tidings/VERSION (+URL)`.
    pub fn new(limits: FetchLimits, user_agent: &str) -> Result<Self, FetchError> {
        let broken =
            |error: reqwest::Error| FetchError::Tls { host: "any server".to_owned(), detail: error.to_string() };
        // Without a store of root certificates http still works, and every https request fails.
        let client = build(&limits, user_agent, false).or_else(|_| build(&limits, user_agent, true)).map_err(broken)?;
        Ok(Self { client, limits })
    }

    /// Checks an address before it is stored, by the rules of [`Fetcher::get`] that need no network.
    pub fn check(&self, url: &str) -> Result<Url, FetchError> {
        self.guard().parse(url)
    }

    /// Gets a document, following redirects, each checked like the first address.
    pub async fn get(&self, url: &Url, known: &Conditional) -> Result<Fetched, FetchError> {
        let timeout = self.limits.timeout;
        tokio::time::timeout(timeout, self.follow(url.clone(), known))
            .await
            .unwrap_or(Err(FetchError::Timeout { seconds: timeout.as_secs() }))
    }

    fn guard(&self) -> Guard {
        Guard { allow_private: self.limits.allow_private }
    }

    async fn follow(&self, mut url: Url, known: &Conditional) -> Result<Fetched, FetchError> {
        let mut permanently_moved_to = None;
        let mut permanent = true;
        for _ in 0..=self.limits.redirects {
            self.guard().check(&url)?;
            let response = self.request(&url, known).await?;
            let status = response.status();
            if !is_redirect(status) {
                let content = self.content(response, url).await?;
                return Ok(Fetched { content, permanently_moved_to });
            }
            url = redirect_target(&url, &response)?;
            permanent &= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            if permanent {
                permanently_moved_to = Some(url.clone());
            }
        }
        Err(FetchError::TooManyRedirects { most: self.limits.redirects })
    }

    async fn request(&self, url: &Url, known: &Conditional) -> Result<Response, FetchError> {
        let request = self.client.get(url.clone()).headers(conditional_headers(known));
        request.send().await.map_err(|error| request_error(&error, url))
    }

    async fn content(&self, response: Response, final_url: Url) -> Result<Content, FetchError> {
        let status = response.status();
        if status == StatusCode::NOT_MODIFIED {
            return Ok(Content::NotModified);
        }
        if status == StatusCode::GONE {
            return Err(FetchError::Gone);
        }
        if !status.is_success() {
            let date = header(&response, &DATE);
            let retry_after = header(&response, &RETRY_AFTER).and_then(|value| pause(&value, date.as_deref()));
            return Err(FetchError::Status { code: status.as_u16(), retry_after });
        }
        let content_type = header(&response, &CONTENT_TYPE);
        let etag = header(&response, &ETAG);
        let last_modified = header(&response, &LAST_MODIFIED);
        let bytes = self.read(response).await?;
        Ok(Content::Body(Body { bytes, content_type, etag, last_modified, final_url }))
    }

    /// Reads the body in pieces, so that a decompression bomb is dropped at the limit.
    async fn read(&self, mut response: Response) -> Result<Vec<u8>, FetchError> {
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|_| FetchError::Broken)? {
            if bytes.len() + chunk.len() > self.limits.max_bytes {
                return Err(FetchError::TooLarge { most: self.limits.max_bytes });
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

fn build(limits: &FetchLimits, user_agent: &str, without_roots: bool) -> Result<Client, reqwest::Error> {
    let guard = Guard { allow_private: limits.allow_private };
    let builder = Client::builder()
        .user_agent(user_agent)
        .default_headers(HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(FEED_TYPES))]))
        .dns_resolver(guard)
        .redirect(redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .pool_max_idle_per_host(0)
        .connect_timeout(limits.timeout);
    if without_roots { builder.tls_certs_only([]) } else { builder }.build()
}

fn conditional_headers(known: &Conditional) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in [(IF_NONE_MATCH, &known.etag), (IF_MODIFIED_SINCE, &known.last_modified)] {
        if let Some(value) = value.as_ref().and_then(|value| HeaderValue::from_str(value).ok()) {
            headers.insert(name, value);
        }
    }
    headers
}

/// The wait of a `Retry-After`: seconds, or a time, which is compared with the server's own `Date`, since its clock may
/// differ from ours.
fn pause(value: &str, date: Option<&str>) -> Option<Duration> {
    let moment = |text: &str| DateTime::parse_from_rfc2822(text.trim()).ok();
    match value.trim().parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => (moment(value)? - moment(date?)?).to_std().ok(),
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

fn redirect_target(from: &Url, response: &Response) -> Result<Url, FetchError> {
    let location = response.headers().get(LOCATION).and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
    let mut url = location.and_then(|location| from.join(location).ok()).ok_or(FetchError::BadRedirect)?;
    url.set_fragment(None);
    Ok(url)
}

/// The value of a header, if it is visible ASCII of at most [`MAX_VALIDATOR`] bytes.
fn header(response: &Response, name: &HeaderName) -> Option<String> {
    let value = response.headers().get(name)?.to_str().ok()?.trim();
    (!value.is_empty() && value.len() <= MAX_VALIDATOR).then(|| value.to_owned())
}

fn request_error(error: &reqwest::Error, url: &Url) -> FetchError {
    if let Some(refusal) = target::refusal(error) {
        return refusal;
    }
    let host = url.host_str().unwrap_or_default().to_owned();
    let innermost = innermost(error);
    if url.scheme() == "https" && innermost.contains("certificate") {
        return FetchError::Tls { host, detail: crate::text::clean_line(&innermost, 200) };
    }
    if error.is_connect() || error.is_timeout() { FetchError::Connect { host } } else { FetchError::Broken }
}

fn innermost(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A `Retry-After` with a date was ignored, so the server was asked again too soon.
    #[test]
    fn a_retry_after_is_read_in_both_forms() {
        let noon = "Thu, 23 Oct 2025 12:00:00 GMT";
        for (value, date, seconds) in [
            ("120", None, Some(120)),
            (" 0 ", None, Some(0)),
            ("Thu, 23 Oct 2025 15:00:00 GMT", Some(noon), Some(3 * 3600)),
            ("Thu, 23 Oct 2025 11:00:00 GMT", Some(noon), None),
            ("Thu, 23 Oct 2025 15:00:00 GMT", None, None),
            ("soon", Some(noon), None),
            ("-5", Some(noon), None),
        ] {
            assert_eq!(pause(value, date), seconds.map(Duration::from_secs), "{value}");
        }
    }
}
