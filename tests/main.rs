//! All integration tests, in one binary with shared support.
//!
//! Without `TEST_DATABASE_URL` the tests use SQLite, with it that PostgreSQL server, whose certificate is in the file
//! `TEST_DATABASE_ROOTS`. Browser tests are compiled with
//! the feature `browser-tests` only. `tests/run` runs all of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends at the first surprise"
)]

mod support;

mod account;
mod admin_digests;
mod admin_desk;
mod admin_pages;
mod api;
#[cfg(feature = "browser-tests")]
mod browser;
mod articles;
mod audience;
mod cli;
mod conflict;
mod delivery;
mod encrypted;
mod erase;
mod fetch;
mod frozen;
mod guard;
mod house;
mod import;
mod kill;
mod leaving;
mod mails;
mod operation;
mod outage;
mod public;
mod readers;
mod readiness;
mod restored;
mod runs;
mod schema;
mod slow_reads;
mod smtp;
mod snapshots;
mod story;
mod strangers;
mod upgrade;
