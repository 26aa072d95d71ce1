//! All SQL of users, sessions, sign-in links and API keys. It knows only hashes of secrets.

pub mod keys;
pub mod links;
pub mod sessions;
pub mod users;

use crate::actor::Role;

crate::db::sql_word!(Role);
