//! `tidings user` and `tidings api-key`.

use anyhow::Context;
use clap::{Subcommand, ValueEnum};
use serde_json::json;

use super::installation::Installation;
use super::output::Output;
use crate::account::{self, NewUser};
use crate::actor::{Actor, Role};
use crate::email_address::EmailAddress;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum RoleName {
    Editor,
    Admin,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Editor => Self::Editor,
            RoleName::Admin => Self::Admin,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add a user and print a one-time link to sign in and choose a password.
    Add {
        #[arg(long)]
        email: String,
        #[arg(long, default_value = "")]
        name: String,
        #[arg(long, value_enum, default_value = "admin")]
        role: RoleName,
    },
    /// Print a one-time sign-in link for a user.
    Link {
        #[arg(long)]
        email: String,
    },
}

impl UserCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        let (email, new) = match self {
            Self::Add { email, name, role } => (email, Some((name, role))),
            Self::Link { email } => (email, None),
        };
        let address = EmailAddress::parse(&email).with_context(|| format!("--email {email}"))?;
        if let Some((name, role)) = new {
            let new = NewUser { address: address.clone(), name, role: role.into(), password_hash: None };
            let now = installation.clock.now();
            installation.db.write(move |conn| account::add_user(conn, &Actor::Operator, now, &new)).await?;
        }
        let link = sign_in_link(installation, &address).await?;
        output.say(&link, &json!({ "sign_in_link": link }))
    }
}

/// A one-time link for a user, good for half an hour.
pub async fn sign_in_link(installation: &Installation, address: &EmailAddress) -> anyhow::Result<String> {
    let (now, random, wanted) = (installation.clock.now(), installation.random.clone(), address.clone());
    let token = installation
        .db
        .write(move |conn| {
            let Some(user) = account::user_by_address(conn, &wanted)? else { return Ok(None) };
            account::make_sign_in_link(conn, &Actor::Operator, now, &random, user.id)
        })
        .await?;
    let token = token.with_context(|| format!("there is no user {address} who may sign in"))?;
    Ok(installation.links.to(&format!("/admin/sign-in/{token}")))
}

#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Make a key for a program and print it; it is shown only now.
    Add {
        #[arg(long)]
        name: String,
        #[arg(long, value_enum)]
        role: RoleName,
    },
}

impl KeyCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        let Self::Add { name, role } = self;
        let (now, random) = (installation.clock.now(), installation.random.clone());
        let work = move |conn: &mut crate::db::Conn| {
            account::add_api_key(conn, &Actor::Operator, now, &random, &name, role.into())
        };
        let (id, key) = installation.db.write(work).await?;
        output.say_once(&key, &json!({ "id": id, "key": key })).with_context(|| {
            format!("the key {id} was made, but nobody has read it; revoke it in the administration and make another")
        })
    }
}
