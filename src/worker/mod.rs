//! Workers: each file says when something is done, the action is the noun's. They end when told to.

pub mod counters;
pub mod digests;
pub mod feeds;
pub mod housekeeping;
pub mod links;
pub mod news;
pub mod similar;
mod every;

pub use every::{Workers, every};
