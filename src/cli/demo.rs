//! `tidings demo`: a sample newsroom in a folder of its own. No mail is sent.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::Path;

use anyhow::Context;
use clap::Args;

use super::installation::Installation;
use super::output::Output;
use super::{serve, user};
use crate::account::{self, NewUser};
use crate::actor::{Actor, Role};
use crate::config::{Config, Secret};
use crate::db::{FOLDER_LOCK, ServerLock};
use crate::email_address::EmailAddress;

const FOLDER: &str = "./tidings-demo";
const ADMINISTRATOR: &str = "editor@tidings.example";

#[derive(Debug, Args)]
pub struct Demo {
    /// Delete the data of the demo and begin again.
    #[arg(long)]
    fresh: bool,
}

impl Demo {
    pub async fn run(self, mut config: Config, output: Output) -> anyhow::Result<()> {
        let listener = listen(&mut config)?;
        isolate(&mut config)?;
        let folder = config.data_dir.clone();
        if self.fresh && folder.exists() {
            empty(&folder)?;
        }
        let installation = Installation::open_server(config)?;
        let _locks = installation.lock()?;
        std::fs::write(folder.join(MARKER), "made by tidings demo\n")?;
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
        serve::serve(&installation, listener).await
    }
}

/// Listens on the default port, or on any free one if it is taken and none is configured. Links begin with that
/// address.
fn listen(config: &mut Config) -> anyhow::Result<TcpListener> {
    let usual = TcpListener::bind(config.listen);
    let asked_for = std::env::var_os("TIDINGS_LISTEN").is_some();
    let listener = match usual {
        Err(error) if error.kind() == ErrorKind::AddrInUse && !asked_for => TcpListener::bind("127.0.0.1:0"),
        other => other,
    };
    let listener = listener.with_context(|| format!("listen (TIDINGS_LISTEN): {} cannot be used", config.listen))?;
    config.listen = listener.local_addr()?;
    Ok(listener)
}

/// A folder of its own, SQLite, the capture relay and links to this machine, whatever is configured. A folder that is
/// not a demo's is refused: an operator's shell may name that of a real installation.
fn isolate(config: &mut Config) -> anyhow::Result<()> {
    if std::env::var_os("TIDINGS_DATA_DIR").is_none() {
        config.data_dir = FOLDER.into();
    }
    config.database_url = Secret::new("sqlite:tidings.db".to_owned());
    config.relay = Secret::new("capture:".to_owned());
    (config.base_url, config.secret) = (None, None);
    let folder = &config.data_dir;
    let is_empty = || std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    anyhow::ensure!(
        !folder.exists() || folder.join(MARKER).exists() || is_empty(),
        "{} is not the folder of a demo and was not changed; unset TIDINGS_DATA_DIR, or name a new folder",
        folder.display()
    );
    Ok(())
}

/// Deletes the data of a demo, unless it is running.
fn empty(folder: &Path) -> anyhow::Result<()> {
    let _lock = ServerLock::of_folder(folder)?;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_none_or(|name| name != FOLDER_LOCK) {
            let removed = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
            removed.with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

/// The file that marks the folder of a demo.
const MARKER: &str = "demo";

async fn add_administrator(installation: &Installation, address: &EmailAddress) -> anyhow::Result<()> {
    let now = installation.clock.now();
    let new =
        NewUser { address: address.clone(), name: "Marit Lund".to_owned(), role: Role::Admin, password_hash: None };
    let added = installation.db.write(move |conn| account::add_user(conn, &Actor::Operator, now, &new)).await;
    match added {
        Err(error) if !error.is_taken() => Err(error.into()),
        _ => Ok(()),
    }
}

mod desk;
mod issues;
mod newsroom;
mod readers;
