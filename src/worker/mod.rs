//! Workers: each file decides when to run an action of a noun. They end on request.

pub mod articles;
pub mod counters;
pub mod digests;
mod feed_turns;
pub mod feeds;
pub mod housekeeping;
pub mod indexing;
pub mod links;
pub mod news;
pub mod similar;
mod every;

pub use every::{Workers, every};
