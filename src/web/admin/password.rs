//! Hashing and checking of passwords for the pages that take one: slow work, done a few at a time.

use actix_web::web;
use tokio::sync::Semaphore;

use crate::account::password::{Password, PasswordError};
use crate::web::{App, Refusal};

/// Passwords that are hashed at a time: each takes 19 MiB and all of a core.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Hashes a chosen password, or gives the key of what is wrong with it.
pub async fn hash_chosen(app: &App, chosen: &str, again: &str) -> Result<String, &'static str> {
    let key = |error| match error {
        PasswordError::TooShort => "password-too-short",
        PasswordError::TooLong => "password-too-long",
        PasswordError::Unhashable => "password-not-kept",
    };
    if chosen != again {
        return Err("password-differs");
    }
    let password = Password::parse(chosen).map_err(key)?;
    let random = app.random.clone();
    let hashed = slowly(move || password.hash(&random)).await;
    hashed.map_err(|_| "password-not-kept")?.map_err(key)
}

/// Runs what takes a core for a while, a few at a time.
pub async fn slowly<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let _turn = HASHING.acquire().await.map_err(|error| Refusal::broken(&error))?;
    web::block(work).await.map_err(|error| Refusal::broken(&error))
}
