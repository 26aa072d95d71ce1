//! `tidings demo`: a sample newsroom in a folder of its own; nothing leaves the machine.

use anyhow::Context;
use clap::Args;

use super::installation::Installation;
use super::output::Output;
use super::{serve, user};
use crate::account::{self, NewUser};
use crate::actor::{Actor, Role};
use crate::config::{Config, Secret};
use crate::email_address::EmailAddress;

const FOLDER: &str = "./tidings-demo";
const ADMINISTRATOR: &str = "editor@tidings.example";

#[derive(Debug, Args)]
pub struct Demo {
    /// Forget what was done in the demo and begin again.
    #[arg(long)]
    fresh: bool,
}

impl Demo {
    /// A folder of its own, SQLite, and the capture relay, whatever else is configured.
    pub fn adapt(&self, config: &mut Config) -> anyhow::Result<()> {
        if std::env::var_os("TIDINGS_DATA_DIR").is_none() {
            config.data_dir = FOLDER.into();
        }
        config.database_url = Secret::new("sqlite:tidings.db".to_owned());
        config.relay = Secret::new("capture:".to_owned());
        if self.fresh && config.data_dir.exists() {
            let marker = config.data_dir.join(MARKER);
            anyhow::ensure!(marker.exists(), "{} is no demo's folder; it stays as it is", config.data_dir.display());
            std::fs::remove_dir_all(&config.data_dir).with_context(|| config.data_dir.display().to_string())?;
        }
        Ok(())
    }

    pub async fn run(self, installation: Installation, output: Output) -> anyhow::Result<()> {
        let lock = installation.lock()?;
        std::fs::write(installation.config.data_dir.join(MARKER), "made by tidings demo\n")?;
        newsroom::fill(&installation).await?;
        let address = EmailAddress::parse(ADMINISTRATOR)?;
        add_administrator(&installation, &address).await?;
        let link = user::sign_in_link(&installation, &address).await?;
        output.say(
            &format!(
                "Tidings demo\n  the readers' side:  {}\n  sign in as editor:  {link}\n  the mails:          {}\nStop it with Ctrl-C; --fresh begins again.",
                installation.links.to("/"),
                installation.links.to("/admin/outbox"),
            ),
            &serde_json::json!({ "site": installation.links.to("/"), "sign_in_link": link }),
        )?;
        drop(lock);
        serve::run(installation).await
    }
}

const MARKER: &str = "demo";

async fn add_administrator(installation: &Installation, address: &EmailAddress) -> anyhow::Result<()> {
    let now = installation.clock.now();
    let new =
        NewUser { address: address.clone(), name: "The editor".to_owned(), role: Role::Admin, password_hash: None };
    let added = installation.db.write(move |conn| account::add_user(conn, &Actor::Operator, now, &new)).await;
    match added {
        Ok(_) | Err(account::AddUserError::Taken) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

mod newsroom;
