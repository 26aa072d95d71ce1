//! Checks that the relay accepts our connection, up to signing in.

use std::time::Duration;

use super::report::Report;
use crate::config::Config;
use crate::links::Links;
use crate::locale::Locale;
use crate::mail::{Connection, RelayAddress, Timeouts, TlsMode, fault};

/// Time limit of each stage.
const PATIENCE: Duration = Duration::from_secs(5);

pub async fn look(config: &Config, report: &mut Report) {
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
    report.note(
        ABOUT,
        "it has to sign with DKIM for the domain in From, and the signature has to cover List-Unsubscribe and \
         List-Unsubscribe-Post (its h= names both); without that Gmail and Yahoo offer no one-click unsubscribing. \
         docs/delivery.md says how to check it",
    );
    let hello = config.delivery.hello.clone().unwrap_or_else(|| Links::new(&config.public_url()).host().to_owned());
    let timeouts = Timeouts { connect: PATIENCE, greeting: PATIENCE, command: PATIENCE, data: PATIENCE, dot: PATIENCE };
    match Connection::open(&address, &hello, &timeouts).await {
        Ok(connection) => {
            connection.quit().await;
            let rate = smtp.messages_per_second.map(|rate| format!("; each server sends {rate} a second at most"));
            let rate = rate.unwrap_or_default();
            report.good(ABOUT, format!("{}:{} takes mail from us{rate}", smtp.host, smtp.port));
        }
        Err(fault) => {
            let locale = Locale::default();
            let words = fault::words(&fault.to_string(), &locale).map_or_else(|| fault.to_string(), |(_, words)| words);
            let remedy = locale.t(fault.stage.remedy());
            report.wrong(ABOUT, format!("{}:{}: {words}. {remedy}", smtp.host, smtp.port));
        }
    }
}
