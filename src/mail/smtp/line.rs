//! One question and one answer on a connection, with its limit of time, and what an error of lettre's really was.

use std::error::Error as _;
use std::fmt::{self, Display};
use std::io;

use lettre::transport::smtp::Error as LettreError;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::response::Response;
use tokio::time::timeout;

use crate::mail::fault::{Fault, FaultKind, Reply, Stage};
use crate::mail::smtp::tidy::unmended;
use crate::mail::smtp::timeouts::Timeouts;
use crate::mail::smtp::wire::SharedWire;

/// lettre's connection, our handle on its wire, and the limits.
pub(super) struct Line {
    pub smtp: AsyncSmtpConnection,
    pub wire: SharedWire,
    pub timeouts: Timeouts,
}

/// Text that goes out as it is.
pub(super) struct Raw<'a>(pub &'a str);

impl Display for Raw<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Line {
    /// Writes and waits for the answer; a refusal is a fault.
    pub async fn ask(&mut self, stage: Stage, command: impl Display) -> Result<Response, Fault> {
        let answer = timeout(self.timeouts.at(stage), self.smtp.command(command)).await;
        answer.map_or_else(|_| Err(timed_out(stage)), |answer| self.judge(stage, answer))
    }

    /// Waits for one more answer.
    pub async fn hear(&mut self, stage: Stage) -> Result<Response, Fault> {
        let answer = timeout(self.timeouts.at(stage), self.smtp.read_response()).await;
        answer.map_or_else(|_| Err(timed_out(stage)), |answer| self.judge(stage, answer))
    }

    fn judge(&self, stage: Stage, answer: Result<Response, LettreError>) -> Result<Response, Fault> {
        let error = match answer {
            Ok(response) => return Ok(response),
            Err(error) => error,
        };
        let source = error.source();
        if let Some(code) = error.status() {
            let text = source.map(ToString::to_string).unwrap_or_default();
            return Err(Fault::refused(stage, unmended(code.into(), &text)));
        }
        if self.wire.is_over() {
            return Err(Fault::new(stage, FaultKind::Closed, "the server closed the connection"));
        }
        // The parser's words quote what it read; a reply's cleaning serves them as well.
        let overlong = source.and_then(|source| source.downcast_ref::<io::Error>()).map(io::Error::kind);
        let garbled = error.is_response() || overlong == Some(io::ErrorKind::InvalidData);
        let kind = if garbled { FaultKind::Garbled } else { FaultKind::Closed };
        Err(Fault::new(stage, kind, Reply::new(0, &error.to_string()).text))
    }
}

pub(super) fn timed_out(stage: Stage) -> Fault {
    Fault::new(stage, FaultKind::TimedOut, "the server did not answer in time")
}

pub(super) fn unexpected(stage: Stage, code: u16, expected: u16) -> Fault {
    Fault::new(stage, FaultKind::Garbled, format!("the server answered {code} instead of {expected}"))
}
