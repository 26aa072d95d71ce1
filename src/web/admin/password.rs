//! A password that a user chose, for the pages that take one.

use crate::account::password::{Password, PasswordError};
use crate::web::App;

/// Hashes a chosen password, or gives the key of what is wrong with it.
pub async fn hash_chosen(app: &App, chosen: &str, again: &str) -> Result<String, &'static str> {
    let key = |error| match error {
        PasswordError::TooShort => "password-too-short",
        PasswordError::TooLong => "password-too-long",
        PasswordError::Common => "password-too-common",
        PasswordError::Unhashable => "password-not-kept",
    };
    if chosen != again {
        return Err("password-differs");
    }
    let password = Password::parse(chosen).map_err(key)?;
    let random = app.random.clone();
    let hashed = app.hashing.run(move |memory| password.hash(&random, memory)).await;
    hashed.map_err(|_| "password-not-kept")?.map_err(key)
}
