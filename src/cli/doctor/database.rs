//! Checks that the database answers, its schema, and its content.

use std::net::IpAddr;

use url::form_urlencoded;

use super::report::Report;
use crate::account;
use crate::config::Config;
use crate::db::migrate::Schema;
use crate::db::{self, Conn, Db, instance, migrate};
use crate::links::Links;
use crate::newsletter::{self, Newsletter};
use crate::token::{Keys, Purpose};

const ABOUT: &str = "database_url";

/// The content of a database.
struct Content {
    /// The server's base URL, and a token that it signed.
    base_url: Option<String>,
    signed: Option<String>,
    newsletters: Vec<Newsletter>,
    users: usize,
}

pub async fn look(config: &Config, keys: Option<&Keys>, report: &mut Report) {
    if config.is_postgres() {
        look_at_network(config.database_url.expose(), report);
    }
    let Some(db) = open(config, report) else { return };
    match db.read(migrate::schema).await {
        Ok(Schema::Current) => report.good(ABOUT, "it answers and its schema is current"),
        Ok(Schema::Empty) => {
            return report.warn(ABOUT, "it answers and is empty; \"tidings serve\" makes the tables");
        }
        Ok(Schema::Older) => {
            return report.warn(
                ABOUT,
                "its schema is older than this program; \"tidings migrate\" or a start of the server brings it up to date",
            );
        }
        Ok(Schema::Newer(migration)) => {
            return report.wrong(
                ABOUT,
                format!("it was made by a newer Tidings (its migration {migration} is unknown here); install that one"),
            );
        }
        Err(error) => return report.wrong(ABOUT, format!("{error}; is it a database of Tidings?")),
    }
    match db.read(content).await {
        Ok(content) => tell(config, keys, &content, report),
        Err(error) => report.wrong(ABOUT, error.to_string()),
    }
}

fn open(config: &Config, report: &mut Report) -> Option<Db> {
    let path = config.sqlite_path();
    if let Some(path) = &path
        && !path.exists()
    {
        report.warn(ABOUT, format!("{} is not there yet; \"tidings serve\" makes it", path.display()));
        return None;
    }
    match Db::open(config.database_url.expose(), path.as_deref()) {
        Ok(db) => Some(db),
        Err(error) => {
            let text = error.to_string();
            report.wrong(ABOUT, format!("{text}; {}", remedy(&text, path.is_some())));
            None
        }
    }
}

/// The remedy for a failure to open, by libpq's message.
fn remedy(error: &str, is_sqlite: bool) -> &'static str {
    if is_sqlite {
        "is it a database of Tidings, and may this user read and write it?"
    } else if error.contains("TLS to ") || error.contains("sslrootcert") {
        "sslrootcert names the file of the certificates that the server's is checked against; without it verify-full uses \
         those of this machine"
    } else if error.contains("password") || error.contains("authentication") {
        "check user and password in DATABASE_URL; special characters in them must be percent-encoded"
    } else {
        "check that the server runs and that DATABASE_URL names it, its user and its database"
    }
}

/// Warns about passwords and readers' addresses that cross a network unencrypted.
fn look_at_network(url: &str, report: &mut Report) {
    if let Some(host) = distant_host(url).filter(|_| !db::is_encrypted(url)) {
        report.warn(
            ABOUT,
            format!(
                "what goes to {host} can be read on the way: add sslmode=verify-full to DATABASE_URL, or see that only a \
                 private network or a tunnel lies between"
            ),
        );
    }
}

/// The first host of a database URL that is not this machine. A URL may have several hosts, in a syntax of libpq.
fn distant_host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let (before, query) = rest.split_once('?').unwrap_or((rest, ""));
    let asked = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| matches!(&**name, "host" | "hostaddr"));
    let asked: Vec<String> = asked.map(|(_, hosts)| hosts.into_owned()).collect();
    let authority = before.split('/').next().unwrap_or_default();
    let named = authority.rsplit('@').next().unwrap_or_default();
    let hosts = if asked.is_empty() { named.to_owned() } else { asked.join(",") };
    hosts.split(',').map(bare_host).find(|host| !is_here(host)).map(str::to_owned)
}

/// A host without its port; an IPv6 address without its brackets.
fn bare_host(host: &str) -> &str {
    if let Some(rest) = host.strip_prefix('[') {
        return rest.split(']').next().unwrap_or(rest);
    }
    match host.split_once(':') {
        Some((name, port)) if !port.contains(':') => name,
        _ => host,
    }
}

/// Whether a host is this machine: a socket's folder, or loopback.
fn is_here(host: &str) -> bool {
    let socket = host.is_empty() || host.starts_with(['/', '@']) || host.to_ascii_lowercase().starts_with("%2f");
    socket || host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn content(conn: &mut Conn) -> db::Result<Content> {
    let users = account::users(conn)?.iter().filter(|user| user.disabled_at.is_none()).count();
    let text = |fact: Option<Vec<u8>>| fact.and_then(|fact| String::from_utf8(fact).ok());
    let base_url = text(instance::known_fact(conn, instance::BASE_URL)?);
    let signed = text(instance::known_fact(conn, instance::SIGNED)?);
    Ok(Content { base_url, signed, newsletters: newsletter::list(conn)?, users })
}

fn tell(config: &Config, keys: Option<&Keys>, content: &Content, report: &mut Report) {
    if let (Some(keys), Some(signed)) = (keys, &content.signed)
        && keys.verify::<0>(Purpose::Installation, signed).is_none()
    {
        report.wrong(
            "secret",
            "it is another than the one that the server signed links with, so those links would be dead; set the old one, \
             or put it behind the new one, separated by a comma",
        );
    }
    let ours = config.base_url.as_ref().map(|url| Links::new(url).base().to_owned());
    if let (Some(ours), Some(known)) = (ours, &content.base_url)
        && ours != *known
    {
        report.warn(
            "base_url",
            format!("{ours} here, but the server made links to {known} when it was last started; start it again to change that"),
        );
    }
    if content.users == 0 {
        report.warn("user", "nobody can sign in; \"tidings user add\" prints a link for the first user");
    }
    if content.newsletters.is_empty() {
        report.warn("newsletter", "there is none yet; add one at /admin or with \"tidings newsletter add\"");
    }
    for newsletter in &content.newsletters {
        if newsletter.postal_address.trim().is_empty() {
            let text = format!(
                "\"{}\" has no postal address, so its digests are not sent; add it at /admin/newsletters",
                newsletter.slug
            );
            report.wrong("newsletter", text);
        } else {
            report.good("newsletter", format!("\"{}\" can be sent", newsletter.slug));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remote_database_is_distinguished_from_a_local_one() {
        for (url, expected) in [
            ("postgres://news:pass@db.example.org/news", Some("db.example.org")),
            ("postgres://news@192.0.2.1:5433/news", Some("192.0.2.1")),
            ("postgres://[2001:db8::1]:5432/news", Some("2001:db8::1")),
            ("postgres://localhost:5432,db2.example.org/news", Some("db2.example.org")),
            ("postgres:///news?host=db.example.org", Some("db.example.org")),
            ("postgres://news@localhost/news", None),
            ("postgres://127.0.0.1:5432/news", None),
            ("postgres://[::1]/news", None),
            ("postgres:///news?host=/run/postgresql", None),
            ("postgres://%2Frun%2Fpostgresql/news", None),
            ("postgres:///news", None),
        ] {
            assert_eq!(distant_host(url).as_deref(), expected, "{url}");
        }
    }
}
