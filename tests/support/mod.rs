//! What the tests stand on.

pub mod feeds;
pub mod sink;
