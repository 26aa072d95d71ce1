//! `tidings doctor`: names what is wrong with configuration, data folder, database, relay and newsletters, and how to
//! mend it. It changes nothing and sends nothing.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::home::Home;
use super::output::Output;
use crate::config::Config;
use crate::db::{Db, migrate};
use crate::links::Links;
use crate::locale::Locale;
use crate::mail::{Connection, RelayAddress, Timeouts, TlsMode};
use crate::newsletter::{self, Newsletter};
use crate::token::Random;

/// The relay is asked this long at each stage.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grade {
    Good,
    /// Works, but an operator should know.
    Warning,
    Wrong,
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
struct Finding {
    grade: Grade,
    about: &'static str,
    text: String,
}

#[derive(Debug, Default)]
struct Report(Vec<Finding>);

impl Report {
    fn add(&mut self, grade: Grade, about: &'static str, text: impl Into<String>) {
        // A library's message may have several lines; a finding has one.
        let text = text.into().split_whitespace().collect::<Vec<_>>().join(" ");
        self.0.push(Finding { grade, about, text });
    }

    fn good(&mut self, about: &'static str, text: impl Into<String>) {
        self.add(Grade::Good, about, text);
    }

    fn warn(&mut self, about: &'static str, text: impl Into<String>) {
        self.add(Grade::Warning, about, text);
    }

    fn wrong(&mut self, about: &'static str, text: impl Into<String>) {
        self.add(Grade::Wrong, about, text);
    }

    fn print(&self, output: Output) -> anyhow::Result<()> {
        let line = |finding: &Finding| {
            let mark = match finding.grade {
                Grade::Good => "ok     ",
                Grade::Warning => "warning",
                Grade::Wrong => "WRONG  ",
            };
            format!("{mark}  {}: {}", finding.about, finding.text)
        };
        let object = |finding: &Finding| {
            let grade = match finding.grade {
                Grade::Good => "ok",
                Grade::Warning => "warning",
                Grade::Wrong => "wrong",
            };
            json!({ "grade": grade, "about": finding.about, "text": finding.text })
        };
        let lines: Vec<String> = self.0.iter().map(line).collect();
        let objects: Vec<_> = self.0.iter().map(object).collect();
        output.say(&lines.join("\n"), &json!({ "findings": objects }))
    }
}

/// Looks at everything, prints what it found, and fails when something is wrong.
pub async fn run(file: Option<&Path>, output: Output) -> anyhow::Result<()> {
    let mut report = Report::default();
    match Config::load(file) {
        Ok(config) => examine(&config, &mut report).await,
        Err(error) => report
            .wrong("configuration", format!("{error}. Mend that key; \"tidings config template\" shows all keys.")),
    }
    report.print(output)?;
    let wrong = report.0.iter().filter(|finding| finding.grade == Grade::Wrong).count();
    anyhow::ensure!(wrong == 0, "{wrong} things are wrong");
    Ok(())
}

async fn examine(config: &Config, report: &mut Report) {
    report.good("configuration", "it can be read");
    look_at_address(config, report);
    look_at_folder(config, report);
    let newsletters = look_at_database(config, report).await;
    look_at_newsletters(&newsletters, report);
    look_at_relay(config, report).await;
}

fn look_at_address(config: &Config, report: &mut Report) {
    let url = config.public_url();
    let links = Links::new(&url);
    let is_local = matches!(links.host(), "localhost" | "127.0.0.1" | "[::1]");
    match (config.base_url.is_some(), links.secure(), is_local) {
        (false, ..) => report.warn(
            "base_url",
            format!("not set, so every mail links to {url}; set TIDINGS_BASE_URL to the address that readers can reach"),
        ),
        (true, false, false) => report.wrong(
            "base_url",
            format!("{url} is plain http: sign-in cookies and one-click unsubscribing need https; put a proxy with TLS before the server"),
        ),
        (true, _, true) => report.warn("base_url", format!("{url} is this machine: readers elsewhere cannot follow links")),
        (true, true, false) => report.good("base_url", url.to_string()),
    }
    if links.secure() && config.trusted_proxies.0.is_empty() {
        report.warn(
            "trusted_proxies",
            "none is named, so behind a proxy all readers look like one client and share its limits; \
             set TIDINGS_TRUSTED_PROXIES to the proxy's address",
        );
    }
}

fn look_at_folder(config: &Config, report: &mut Report) {
    let folder = config.data_dir.display();
    let home = match Home::open(&config.data_dir) {
        Ok(home) => home,
        Err(error) => return report.wrong("data_dir", format!("{error:#}; make the folder, or set TIDINGS_DATA_DIR")),
    };
    let probe = config.data_dir.join(".doctor");
    match std::fs::write(&probe, b"") {
        Ok(()) => {
            let _ = std::fs::remove_file(&probe);
            report.good("data_dir", folder.to_string());
        }
        Err(error) => report
            .wrong("data_dir", format!("{folder} cannot be written ({error}); give it to the user that runs Tidings")),
    }
    let mode = std::fs::metadata(&config.data_dir).map(|found| found.permissions().mode());
    if mode.is_ok_and(|mode| mode & 0o077 != 0) {
        report.warn(
            "data_dir",
            format!("others on this machine may look into {folder}; \"chmod 700 {folder}\" ends that"),
        );
    }
    match home.keys(config, &Random::System) {
        Ok(_) => report.good("secret", "links can be signed"),
        Err(error) => report.wrong("secret", format!("{error:#}")),
    }
}

async fn look_at_database(config: &Config, report: &mut Report) -> Vec<Newsletter> {
    const ABOUT: &str = "database_url";
    let path = config.sqlite_path();
    if let Some(path) = &path
        && !path.exists()
    {
        report.warn(ABOUT, format!("{} is not there yet; \"tidings serve\" makes it", path.display()));
        return Vec::new();
    }
    let db = match Db::open(config.database_url.expose(), path.as_deref()) {
        Ok(db) => db,
        Err(error) => {
            report.wrong(
                ABOUT,
                format!(
                    "{error}; check that the server runs and that DATABASE_URL names it, its user and its database"
                ),
            );
            return Vec::new();
        }
    };
    match db.read(migrate::is_pending).await {
        Ok(false) => report.good(ABOUT, "it answers and its schema is current"),
        Ok(true) => {
            report.warn(ABOUT, "its schema is older than this program; \"tidings migrate\" or a start of the server brings it up to date");
            return Vec::new();
        }
        Err(error) => {
            report.wrong(ABOUT, format!("{error}; is it a database of Tidings?"));
            return Vec::new();
        }
    }
    db.read(newsletter::list).await.unwrap_or_else(|error| {
        report.wrong(ABOUT, error.to_string());
        Vec::new()
    })
}

fn look_at_newsletters(newsletters: &[Newsletter], report: &mut Report) {
    if newsletters.is_empty() {
        report.warn("newsletter", "there is none yet; add one at /admin or with \"tidings newsletter add\"");
    }
    for newsletter in newsletters {
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

async fn look_at_relay(config: &Config, report: &mut Report) {
    const ABOUT: &str = "relay";
    let address = match RelayAddress::parse(config.relay.expose()) {
        Ok(address) => address,
        Err(error) => {
            return report
                .wrong(ABOUT, format!("{error}; set TIDINGS_RELAY, such as smtps://user:password@mail.example.org"));
        }
    };
    let RelayAddress::Smtp(smtp) = &address else {
        return report.warn(ABOUT, "mails are kept in the outbox and none is sent; set TIDINGS_RELAY to send them");
    };
    if smtp.tls == TlsMode::None && smtp.credentials.is_some() {
        report.warn(ABOUT, "the password goes over the network in clear; drop tls=none");
    }
    let hello = config.delivery.hello.clone().unwrap_or_else(|| Links::new(&config.public_url()).host().to_owned());
    let timeouts = Timeouts { connect: PATIENCE, greeting: PATIENCE, command: PATIENCE, data: PATIENCE, dot: PATIENCE };
    match Connection::open(&address, &hello, &timeouts).await {
        Ok(connection) => {
            connection.quit().await;
            report.good(ABOUT, format!("{}:{} takes mail from us", smtp.host, smtp.port));
        }
        Err(fault) => {
            let remedy = Locale::default().t(fault.stage.remedy());
            report.wrong(ABOUT, format!("{}:{}: {fault}. {remedy}", smtp.host, smtp.port));
        }
    }
}
