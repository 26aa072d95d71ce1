//! One SMTP connection, stage by stage.
//!
//! lettre's `AsyncSmtpConnection` reads and parses replies. Around it stand: `wire`, which holds what is written until
//! the next read, so that a group of commands is one packet and one round trip (RFC 2920); `tidy`, which makes replies
//! readable that the RFC allows and the parser does not; `tls`; and a limit of time on every wait, because lettre's
//! asynchronous side has none. Never its pool and never its `send`: both hide the stage and give back connections that
//! are out of step.

mod body;
mod connection;
mod line;
mod offers;
mod open;
mod tidy;
mod timeouts;
mod tls;
mod wire;

pub use connection::Connection;
pub use timeouts::Timeouts;
