//! The public URLs in pages and mails. Links are made here and not parsed.

use url::Url;

use crate::token::{hex, sha256};

/// The public URL of this server, without a final slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    base: String,
    host: String,
    secure: bool,
}

impl Links {
    #[must_use]
    pub fn new(base: &Url) -> Self {
        Self {
            base: base.as_str().trim_end_matches('/').to_owned(),
            host: base.host_str().unwrap_or("localhost").to_owned(),
            secure: base.scheme() == "https",
        }
    }

    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether pages are served over https, which decides the flags of cookies.
    #[must_use]
    pub const fn secure(&self) -> bool {
        self.secure
    }

    /// Whether the host is this machine, which browsers trust without https (Secure Contexts, section 3.1).
    #[must_use]
    pub fn is_local(&self) -> bool {
        let host = self.host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost"
            || host.ends_with(".localhost")
            || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// The full URL of a path.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    #[must_use]
    pub fn confirm(&self, token: &str) -> String {
        self.to(&format!("/confirm/{token}"))
    }

    #[must_use]
    pub fn unsubscribe(&self, token: &str) -> String {
        self.to(&format!("/unsubscribe/{token}"))
    }

    #[must_use]
    pub fn preferences(&self, token: &str) -> String {
        self.to(&format!("/preferences/{token}"))
    }

    /// The page of a one-time sign-in link.
    #[must_use]
    pub fn sign_in(&self, token: &str) -> String {
        self.to(&format!("/admin/sign-in/{token}"))
    }

    #[must_use]
    pub fn article(&self, slug: &str) -> String {
        self.to(&format!("/articles/{slug}"))
    }

    #[must_use]
    pub fn digest(&self, slug: &str) -> String {
        self.to(&format!("/digests/{slug}"))
    }

    /// The page of all digests.
    #[must_use]
    pub fn archive(&self) -> String {
        self.to("/archive")
    }

    /// A short name of this installation in mails, made from its host: 12 hexadecimal digits.
    #[must_use]
    pub fn installation(&self) -> String {
        hex(&sha256(self.host.as_bytes())).chars().take(12).collect()
    }

    /// A link whose clicks are counted: the reader's token and the article's id.
    #[must_use]
    pub fn click(&self, token: &str, article: i64) -> String {
        self.to(&format!("/go/{token}/{article}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_begin_with_the_public_address() {
        let links = Links::new(&Url::parse("https://news.example.org/").unwrap());
        assert_eq!(links.article("a-day"), "https://news.example.org/articles/a-day");
        assert_eq!(links.installation().len(), 12);
        assert_ne!(links.installation(), Links::new(&Url::parse("https://b.example").unwrap()).installation());
        assert_eq!((links.host(), links.secure()), ("news.example.org", true));
    }
}
