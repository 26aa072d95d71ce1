//! `tidings doctor`: checks configuration, data folder, database, relay and newsletters, and names each fault and its
//! remedy. It creates, changes and sends nothing.

mod database;
mod place;
mod relay;
mod report;

use self::report::Report;
use super::output::Output;
use crate::config::{self, Config, ConfigFile};

/// Checks everything, prints the findings, and fails if something is wrong.
pub async fn run(file: anyhow::Result<Option<ConfigFile>>, output: Output) -> anyhow::Result<()> {
    let mut report = Report::default();
    match file.and_then(|file| Ok(Config::load(file.as_ref())?)) {
        Ok(config) => examine(&config, &mut report).await,
        Err(error) => report.wrong(
            "configuration",
            format!("{error:#}. Correct that key; \"tidings config template\" shows all keys."),
        ),
    }
    report.print(output)?;
    let wrong = report.wrongs();
    anyhow::ensure!(
        wrong == 0,
        "{}",
        if wrong == 1 { "1 thing is wrong".to_owned() } else { format!("{wrong} things are wrong") }
    );
    Ok(())
}

async fn examine(config: &Config, report: &mut Report) {
    report.good("configuration", "it can be read");
    for name in config::unknown_variables() {
        report.warn("configuration", format!("{name} is in the environment, but there is no such setting"));
    }
    if let Err(error) = super::log::filter(&config.log) {
        report.wrong("log.filter", format!("{error:#}"));
    }
    place::look_at_address(config, report);
    place::look_at_proxies(config, report);
    place::look_at_folder(config, report);
    let keys = place::look_at_secret(config, report);
    database::look(config, keys.as_ref(), report).await;
    relay::look(config, report).await;
}
