//! Support for tests: databases, Tidings itself, the servers that it connects to, and a browser.
#![allow(dead_code, reason = "some helpers serve browser tests only")]

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
