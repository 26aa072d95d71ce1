//! Workers: each says when, then calls one action. No rules and no SQL.

pub mod feeds;
