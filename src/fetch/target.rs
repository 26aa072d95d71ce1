//! The guard: which addresses may be fetched. It is asked before each request and after each redirect, and once more by
//! the resolver with what a name resolves to, so that a connection is made only to an address that was checked.

use std::borrow::Cow;
use std::error::Error;
use std::net::{IpAddr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use super::{FetchError, address::is_public};

/// The longest address, in bytes; an index of PostgreSQL would not hold much longer ones.
const LONGEST: usize = 2_000;

/// What may be fetched.
#[derive(Debug, Clone, Copy)]
pub struct Guard {
    /// Allows private addresses and any port, for feeds in the operator's own network.
    pub allow_private: bool,
}

impl Guard {
    /// Parses and checks a submitted address: a URL, `feed://` before an address, or an address without a scheme, which
    /// means https. The URL parser turns decimal, octal, hexadecimal and short
    /// forms of an IPv4 address into the usual one, as browsers do, so all are judged alike.
    pub fn parse(self, text: &str) -> Result<Url, FetchError> {
        let bad = || FetchError::BadUrl { url: crate::text::clean_line(text, 200) };
        // The parser ignores line breaks and tabs, and would give another address.
        let text = Some(text.trim()).filter(|text| !text.contains(char::is_control)).ok_or_else(bad)?;
        let url = Url::parse(&with_scheme(text)).map_err(|_| bad())?;
        self.check(&url)?;
        Ok(url)
    }

    /// Checks length, scheme, credentials, port and, where the host is an IP address, that it is public.
    pub fn check(self, url: &Url) -> Result<(), FetchError> {
        if url.as_str().len() > LONGEST {
            return Err(FetchError::TooLong { most: LONGEST });
        }
        if !matches!(url.scheme(), "http" | "https") {
            return Err(FetchError::Scheme { scheme: crate::text::clean_line(url.scheme(), 20) });
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(FetchError::Credentials);
        }
        match url.port_or_known_default() {
            Some(80 | 443) => {}
            Some(_) if self.allow_private => {}
            port => return Err(FetchError::Port { port: port.unwrap_or_default() }),
        }
        match url.host() {
            Some(Host::Domain(_)) => Ok(()),
            Some(Host::Ipv4(ip)) => self.check_addresses(&ip.to_string(), &[IpAddr::V4(ip)]),
            Some(Host::Ipv6(ip)) => self.check_addresses(&ip.to_string(), &[IpAddr::V6(ip)]),
            None => Err(FetchError::BadUrl { url: crate::text::clean_line(url.as_str(), 200) }),
        }
    }

    /// Checks what `host` resolved to. One private address among public ones refuses them all: such an answer is a
    /// mistake or an attack.
    pub fn check_addresses(self, host: &str, addresses: &[IpAddr]) -> Result<(), FetchError> {
        if addresses.is_empty() {
            return Err(FetchError::UnknownHost { host: host.to_owned() });
        }
        if self.allow_private || addresses.iter().all(|ip| is_public(*ip)) {
            return Ok(());
        }
        Err(FetchError::Private { host: host.to_owned() })
    }
}

/// The address with the scheme that it means.
fn with_scheme(text: &str) -> Cow<'_, str> {
    let feed = text.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("feed:")).and_then(|_| text.get(5..));
    if let Some(address) = feed {
        return match address.strip_prefix("//") {
            Some(address) => format!("https://{address}").into(),
            None => address.into(),
        };
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_host = name.contains('.') && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'));
    if is_host && port.parse::<u16>().is_ok() { format!("https://{text}").into() } else { text.into() }
}

/// Resolves a name once, checks the answer and hands exactly that answer to the connection, so that a name which
/// resolves differently the second time (DNS rebinding) gains nothing.
impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = *self;
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found = tokio::net::lookup_host((host.as_str(), 0)).await;
            let found: Vec<SocketAddr> = found.map_err(|_| FetchError::UnknownHost { host: host.clone() })?.collect();
            let addresses: Vec<IpAddr> = found.iter().map(SocketAddr::ip).collect();
            guard.check_addresses(&host, &addresses)?;
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// The guard's error, if that made the request fail.
pub fn refusal(error: &reqwest::Error) -> Option<FetchError> {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(error) = cause {
        if let Some(refusal) = error.downcast_ref::<FetchError>() {
            return Some(refusal.clone());
        }
        cause = error.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUARD: Guard = Guard { allow_private: false };

    #[test]
    fn every_spelling_of_a_private_address_is_refused() {
        for url in [
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0177.0.0.1/",
            "http://0x7f.0.0.1/",
            "http://0x7f000001/",
            "http://017700000001/",
            "http://0/",
            "http://1２7.0.0.1/",
            "http://127。0。0。1/",
            "http://%31%32%37.0.0.1/",
            "http://127.0.0.1./",
            "http://[::]/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
            "http://10.1.2.3/",
            "http://169.254.169.254/latest/meta-data/",
            "https://192.168.1.1/",
            "http:127.0.0.1/",
            "http:\\\\127.0.0.1\\",
            " http://127.0.0.1/ ",
        ] {
            assert!(matches!(GUARD.parse(url), Err(FetchError::Private { .. })), "{url}: {:?}", GUARD.parse(url));
        }
    }

    #[test]
    fn anything_but_a_plain_web_address_is_refused() {
        for (url, expected) in [
            ("file:///etc/passwd", FetchError::Scheme { scheme: "file".into() }),
            ("gopher://a.example/", FetchError::Scheme { scheme: "gopher".into() }),
            ("ftp://a.example/", FetchError::Scheme { scheme: "ftp".into() }),
            ("javascript:alert(1)", FetchError::Scheme { scheme: "javascript".into() }),
            ("http://user@a.example/", FetchError::Credentials),
            ("http://user:pass@a.example/", FetchError::Credentials),
            ("http://a.example:22/", FetchError::Port { port: 22 }),
            ("http://a.example:8080/", FetchError::Port { port: 8080 }),
            ("feed", FetchError::BadUrl { url: "feed".into() }),
            ("feed:javascript:x", FetchError::Scheme { scheme: "javascript".into() }),
            ("a.example:22/", FetchError::Port { port: 22 }),
            ("http://", FetchError::BadUrl { url: "http://".into() }),
            ("http://[fe80::1%25eth0]/", FetchError::BadUrl { url: "http://[fe80::1%25eth0]/".into() }),
            ("", FetchError::BadUrl { url: String::new() }),
            (&format!("http://a.example/{}", "é".repeat(400)), FetchError::TooLong { most: 2_000 }),
        ] {
            assert_eq!(GUARD.parse(url), Err(expected), "{url}");
        }
        for url in ["http://a.example/", "https://a.example:443/", "https://a.example:80/f?x#y", "http://8.8.8.8/"] {
            assert!(GUARD.parse(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn an_address_without_a_scheme_means_https() {
        for (text, expected) in [
            ("a.example/feed", "https://a.example/feed"),
            (" a.example ", "https://a.example/"),
            ("a.example:443?x", "https://a.example/?x"),
            ("feed://a.example/rss", "https://a.example/rss"),
            ("feed:http://a.example/rss", "http://a.example/rss"),
            ("FEED:https://a.example/rss", "https://a.example/rss"),
            ("http://a.example/rss", "http://a.example/rss"),
        ] {
            assert_eq!(GUARD.parse(text).map(String::from), Ok(expected.to_owned()), "{text}");
        }
        assert!(matches!(GUARD.parse("127.0.0.1/feed"), Err(FetchError::Private { .. })));
    }

    #[test]
    fn a_name_is_judged_by_what_it_resolves_to() {
        let ips = |list: &[&str]| list.iter().map(|ip| ip.parse().unwrap()).collect::<Vec<IpAddr>>();
        let private = Err(FetchError::Private { host: "a.example".into() });
        assert_eq!(GUARD.check_addresses("a.example", &ips(&["8.8.8.8", "2606:4700::1111"])), Ok(()));
        assert_eq!(GUARD.check_addresses("a.example", &ips(&["127.0.0.1"])), private);
        assert_eq!(GUARD.check_addresses("a.example", &ips(&["8.8.8.8", "10.0.0.1"])), private);
        assert_eq!(GUARD.check_addresses("a.example", &[]), Err(FetchError::UnknownHost { host: "a.example".into() }));
        assert_eq!(Guard { allow_private: true }.check_addresses("a.example", &ips(&["127.0.0.1"])), Ok(()));
    }

    #[test]
    fn the_resolver_hands_out_no_private_address() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let refused = runtime.block_on(GUARD.resolve("localhost".parse().unwrap())).err().unwrap();
        assert_eq!(refused.downcast_ref(), Some(&FetchError::Private { host: "localhost".into() }));
        let allowed = runtime.block_on(Guard { allow_private: true }.resolve("localhost".parse().unwrap()));
        assert!(allowed.is_ok_and(|mut found| found.any(|address| address.ip().is_loopback())));
    }
}
