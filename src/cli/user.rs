//! `tidings user` and `tidings api-key`.

use anyhow::Context;
use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::installation::Installation;
use super::output::Output;
use crate::account::{self, ApiKey, NewUser, User};
use crate::actor::{Actor, Role};
use crate::db::Conn;
use crate::email_address::EmailAddress;
use crate::text::clean_line;

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
        /// The user's address.
        #[arg(long)]
        email: String,
        /// The name; the address if it is left out.
        #[arg(long, value_parser = a_name)]
        name: Option<String>,
        /// What the user may do.
        #[arg(long, value_enum, default_value = "admin")]
        role: RoleName,
    },
    /// Print a one-time sign-in link for a user, which can replace a forgotten password.
    Link {
        /// The user's address.
        #[arg(long)]
        email: String,
    },
    /// List the users.
    List,
    /// Give a user another role.
    Role {
        /// The user's address.
        #[arg(long)]
        email: String,
        /// The new role.
        #[arg(long, value_enum)]
        role: RoleName,
    },
    /// Close an account: its sessions and links end at once.
    Disable {
        /// The user's address.
        #[arg(long)]
        email: String,
    },
    /// Reopen a closed account.
    Enable {
        /// The user's address.
        #[arg(long)]
        email: String,
    },
}

impl UserCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        let now = installation.clock.now();
        match self {
            Self::Add { email, name, role } => {
                let address = parse(&email)?;
                let name = name.unwrap_or_default();
                let new = NewUser { address: address.clone(), name, role: role.into(), password_hash: None };
                installation.db.write(move |conn| account::add_user(conn, &Actor::Operator, now, &new)).await?;
                say_link(installation, &address, output).await
            }
            Self::Link { email } => say_link(installation, &parse(&email)?, output).await,
            Self::List => list(installation, output).await,
            Self::Role { email, role } => {
                let user = find(installation, &email).await?;
                let role = Role::from(role);
                let work =
                    move |conn: &mut Conn| account::change_user(conn, &Actor::Operator, now, user.id, &user.name, role);
                installation.db.write(work).await?;
                say_state(installation, &email, output).await
            }
            Self::Disable { email } => {
                let id = find(installation, &email).await?.id;
                installation.db.write(move |conn| account::disable_user(conn, &Actor::Operator, now, id)).await?;
                say_state(installation, &email, output).await
            }
            Self::Enable { email } => {
                let id = find(installation, &email).await?.id;
                installation.db.write(move |conn| account::enable_user(conn, &Actor::Operator, now, id)).await?;
                say_state(installation, &email, output).await
            }
        }
    }
}

/// Refuses an empty name, as from an unset variable of a script.
fn a_name(name: &str) -> Result<String, &'static str> {
    if clean_line(name, 60).is_empty() { Err("the name is empty") } else { Ok(name.to_owned()) }
}

fn parse(email: &str) -> anyhow::Result<EmailAddress> {
    EmailAddress::parse(email).with_context(|| format!("--email {email}"))
}

async fn find(installation: &Installation, email: &str) -> anyhow::Result<User> {
    let address = parse(email)?;
    let found = installation.db.read(move |conn| account::user_by_address(conn, &address)).await?;
    found.with_context(|| format!("there is no user {email}; \"tidings user list\" shows them"))
}

fn words(user: &User) -> String {
    let state = if user.disabled_at.is_some() { "closed" } else { "active" };
    format!("{}\t{}\t{}\t{state}", user.address, user.name, user.role.as_str())
}

fn object(user: &User) -> Value {
    let (role, active) = (user.role.as_str(), user.disabled_at.is_none());
    json!({ "id": user.id, "email": user.address, "name": user.name, "role": role, "active": active })
}

async fn list(installation: &Installation, output: Output) -> anyhow::Result<()> {
    let users = installation.db.read(account::users).await?;
    let lines: Vec<String> = users.iter().map(words).collect();
    output.say(&lines.join("\n"), &json!({ "users": users.iter().map(object).collect::<Vec<_>>() }))
}

async fn say_state(installation: &Installation, email: &str, output: Output) -> anyhow::Result<()> {
    let user = find(installation, email).await?;
    output.say(&words(&user), &object(&user))
}

async fn say_link(installation: &Installation, address: &EmailAddress, output: Output) -> anyhow::Result<()> {
    let link = sign_in_link(installation, address).await?;
    output.say(&link, &json!({ "sign_in_link": link }))
}

/// A one-time link for a user, valid for half an hour.
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
    Ok(installation.links.sign_in(&token))
}

#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Make a key for a program and print it. It is shown only once.
    Add {
        /// What the key is for.
        #[arg(long, value_parser = a_name)]
        name: String,
        /// What the program may do.
        #[arg(long, value_enum)]
        role: RoleName,
    },
    /// List the keys with their ids.
    List,
    /// Revoke a key by its id. Programs that use it stop working at once.
    Revoke {
        /// The key's number.
        id: i64,
    },
}

impl KeyCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        let (now, random) = (installation.clock.now(), installation.random.clone());
        match self {
            Self::Add { name, role } => {
                let work = move |conn: &mut Conn| {
                    account::add_api_key(conn, &Actor::Operator, now, &random, &name, role.into())
                };
                let (id, key) = installation.db.write(work).await?;
                output.say_once(&key, &json!({ "id": id, "key": key })).with_context(|| {
                    format!(
                        "the key {id} was made, but could not be shown; revoke it with \"tidings api-key revoke {id}\""
                    )
                })
            }
            Self::List => {
                let keys = installation.db.read(account::api_keys).await?;
                let state = |key: &ApiKey| if key.revoked_at.is_some() { "revoked" } else { "active" };
                let line = |key: &ApiKey| format!("{}\t{}\t{}\t{}", key.id, key.name, key.role.as_str(), state(key));
                let object = |key: &ApiKey| json!({ "id": key.id, "name": key.name, "role": key.role.as_str(), "active": key.revoked_at.is_none() });
                let lines: Vec<String> = keys.iter().map(line).collect();
                let objects: Vec<Value> = keys.iter().map(object).collect();
                output.say(&lines.join("\n"), &json!({ "keys": objects }))
            }
            Self::Revoke { id } => {
                let work = move |conn: &mut Conn| account::revoke_api_key(conn, &Actor::Operator, now, id);
                let revoked = installation.db.write(work).await?;
                anyhow::ensure!(revoked, "there is no key {id} in use; \"tidings api-key list\" shows them");
                output.say("revoked", &json!({ "id": id, "active": false }))
            }
        }
    }
}
