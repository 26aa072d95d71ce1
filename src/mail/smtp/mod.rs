//! One SMTP connection, stage by stage.
//!
//! lettre formats the commands (EHLO with address literals, MAIL and RCPT with their parameters, STARTTLS, AUTH with
//! the SASL mechanisms and their challenges) and holds the envelope's addresses. Replies are parsed here and not by
//! lettre's connection, because that one
//! - accepts fewer replies than RFC 5321 allows (it requires text after the code and a second digit up to 5), so that an
//!   accepted mail could look refused and be sent twice;
//! - has no time limits in its asynchronous form, and cannot pipeline;
//! - sends EHLO in its constructor, so that a fault in greeting or EHLO has no stage.
//!
//! A wrapper around it would be longer than the parser: it would have to emulate a server for the constructor and
//! rewrite every reply before lettre reads it. lettre's pool and its `send` hide the stage and reuse connections that
//! are out of step.

mod body;
mod connection;
mod dialogue;
mod offers;
mod open;
mod replies;
mod stream;
mod timeouts;
mod tls;

pub use connection::Connection;
pub use timeouts::Timeouts;
