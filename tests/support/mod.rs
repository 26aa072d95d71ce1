//! What the tests stand on: a database of their own, a browser.
#![allow(dead_code, reason = "a helper may wait for its first test, or serve browser tests alone")]

#[cfg(feature = "browser-tests")]
pub mod browser;
pub mod app;
pub mod database;
pub mod engine;
pub mod postgres;
mod shared;
pub mod feeds;
pub mod samples;
pub mod server;
pub mod sink;
