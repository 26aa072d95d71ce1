//! Support for tests: databases, the product, servers that it talks to, a browser.
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
