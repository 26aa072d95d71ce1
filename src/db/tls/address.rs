//! Reading `sslmode` and what belongs to it from the address of a database (PostgreSQL's documentation, section
//! "Parameter Key Words").

use std::path::{Path, PathBuf};

use url::Url;

const PORT: u16 = 5432;

/// What is checked of the server's certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// Nothing: whoever can redirect the connection can read it.
    Nothing,
    /// Its chain up to the root certificates.
    Chain,
    /// Its chain, and that it is for the server's name.
    ChainAndName,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TlsAddress {
    /// The server's name, for its certificate.
    pub host: String,
    /// Its network address, if the name is not to be looked up.
    address: Option<String>,
    pub port: u16,
    pub check: Check,
    /// A PEM file of root certificates; without it those of the machine are used.
    pub roots: Option<PathBuf>,
}

/// Whether an address asks for TLS.
#[must_use]
pub fn is_encrypted(url: &str) -> bool {
    TlsAddress::of(url).is_ok_and(|address| address.is_some())
}

impl TlsAddress {
    /// `None` for an address that does not ask for TLS. The error says what is wrong.
    pub fn of(url: &str) -> Result<Option<Self>, String> {
        // An address with several hosts is libpq's alone; it cannot be parsed here.
        let query = url.split_once('?').map(|(_, query)| query).unwrap_or_default();
        let parameter = |name: &str| {
            let mut all = url::form_urlencoded::parse(query.as_bytes());
            all.find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
        };
        let mode = parameter("sslmode").unwrap_or_default();
        let roots = parameter("sslrootcert").filter(|file| !file.is_empty());
        let is_system = roots.as_deref() == Some("system");
        let check = match mode.as_str() {
            "" | "disable" | "allow" | "prefer" => return Ok(None),
            "require" if roots.is_none() => Check::Nothing,
            "require" | "verify-ca" if !is_system && roots.is_some() => Check::Chain,
            "verify-ca" => return Err("sslmode=verify-ca needs sslrootcert, the file of its certificates".to_owned()),
            "require" | "verify-full" => Check::ChainAndName,
            _ => return Err(format!("sslmode={mode} is unknown; use require, verify-ca or verify-full")),
        };
        if parameter("sslcert").is_some() || parameter("sslkey").is_some() {
            return Err("client certificates (sslcert, sslkey) are not supported; use a password".to_owned());
        }
        let unreadable =
            || "TLS needs an address with one host, such as postgres://user@db.example.org/news".to_owned();
        let parsed = Url::parse(url).map_err(|_| unreadable())?;
        let named = parsed.host_str().map(|host| host.trim_matches(['[', ']']).to_owned());
        let host = parameter("host").or(named).filter(|host| !host.is_empty() && !host.contains(['/', ',', '%']));
        let port = match parameter("port") {
            Some(port) => port.parse().map_err(|_| format!("port={port} is no port"))?,
            None => parsed.port().unwrap_or(PORT),
        };
        Ok(Some(Self {
            host: host.ok_or_else(unreadable)?,
            address: parameter("hostaddr"),
            port,
            check,
            roots: roots.filter(|_| !is_system).map(PathBuf::from),
        }))
    }

    /// What the connection goes to: a network address, or the name.
    pub fn reached_at(&self) -> &str {
        self.address.as_deref().unwrap_or(&self.host)
    }

    /// The address by which libpq connects to a socket in this folder instead.
    pub fn through(&self, url: &str, folder: &Path) -> String {
        let (before, query) = url.split_once('?').unwrap_or((url, ""));
        let ours = ["sslmode", "sslrootcert", "host", "hostaddr", "port"];
        let kept = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| !ours.contains(&&**name));
        // libpq does not read a plus sign as a space.
        let mut pairs: Vec<String> = kept.map(|(name, value)| format!("{name}={}", url_encoded(&value))).collect();
        pairs.push(format!("host={}", url_encoded(&folder.to_string_lossy())));
        pairs.push(format!("port={}", self.port));
        format!("{before}?{}", pairs.join("&"))
    }
}

fn url_encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mode_of_an_address_says_what_is_checked() {
        let read = |query: &str| TlsAddress::of(&format!("postgres://news:p%40ss@db.example.org:6432/news{query}"));
        for query in ["", "?sslmode=prefer", "?sslmode=disable&sslrootcert=x.pem", "?connect_timeout=5"] {
            assert_eq!(read(query), Ok(None), "{query}");
        }
        for (query, check, roots) in [
            ("?sslmode=require", Check::Nothing, None),
            ("?sslmode=require&sslrootcert=ca.pem", Check::Chain, Some("ca.pem")),
            ("?sslmode=verify-ca&sslrootcert=%2Fetc%2Fca.pem", Check::Chain, Some("/etc/ca.pem")),
            ("?sslmode=verify-full", Check::ChainAndName, None),
            ("?sslmode=verify-full&sslrootcert=system", Check::ChainAndName, None),
            ("?sslmode=require&sslrootcert=system", Check::ChainAndName, None),
        ] {
            let found = read(query).unwrap().unwrap();
            assert_eq!((found.check, found.roots), (check, roots.map(PathBuf::from)), "{query}");
            assert_eq!((found.host.as_str(), found.port), ("db.example.org", 6432), "{query}");
        }
        for query in ["?sslmode=verify-ca", "?sslmode=on", "?sslmode=require&sslcert=me.pem"] {
            assert!(read(query).is_err(), "{query}");
        }
        let several = "postgres://a.example.org,b.example.org/news?sslmode=require";
        assert!(TlsAddress::of(several).is_err());
    }

    #[test]
    fn libpq_gets_the_address_of_the_socket_and_keeps_the_other_parameters() {
        let url = "postgres://news:p%40ss@[2001:db8::1]/news?sslmode=require&hostaddr=192.0.2.1&options=-c%20a%3Db";
        let found = TlsAddress::of(url).unwrap().unwrap();
        assert_eq!((found.host.as_str(), found.reached_at(), found.port), ("2001:db8::1", "192.0.2.1", 5432));
        assert_eq!(
            found.through(url, Path::new("/tmp/tidings-1")),
            "postgres://news:p%40ss@[2001:db8::1]/news?options=%2Dc%20a%3Db&host=%2Ftmp%2Ftidings%2D1&port=5432"
        );
    }
}
