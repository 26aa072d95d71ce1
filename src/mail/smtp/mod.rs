//! One SMTP connection, stage by stage.
//!
//! lettre writes the commands (EHLO with its address literals, MAIL and RCPT with their parameters, STARTTLS, AUTH with
//! the SASL mechanisms and their challenges) and holds the envelope's addresses. Replies are read here
//! and not by lettre's connection, because that one
//! - accepts fewer replies than RFC 5321 allows (it wants text behind the code and a second digit up to 5), so that an
//!   accepted mail could look refused and be sent twice;
//! - has no limit of time on its asynchronous side, and cannot pipeline;
//! - says hello in its constructor, so that a fault in greeting or EHLO has no stage.
//!
//! Using it nevertheless takes more code than the parser: a server has to be played to the constructor, and every reply
//! rewritten before lettre reads it. lettre's pool and its `send` hide the stage and hand out connections again that are
//! out of step.

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
