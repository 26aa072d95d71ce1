//! One command and its reply, within the time that its stage may take.

use tokio::time::timeout;

use crate::mail::fault::{Fault, FaultKind, Reply, Stage};
use crate::mail::smtp::replies::Answer;
use crate::mail::smtp::stream::{NoAnswer, Stream};
use crate::mail::smtp::timeouts::Timeouts;

pub(super) struct Dialogue {
    pub stream: Stream,
    pub timeouts: Timeouts,
}

impl Dialogue {
    /// Sends and waits for the reply; a 4xx or 5xx is a fault.
    pub async fn ask(&mut self, stage: Stage, commands: impl ToString) -> Result<Answer, Fault> {
        self.stream.hold(commands.to_string());
        self.hear(stage).await
    }

    /// Waits for one more reply.
    pub async fn hear(&mut self, stage: Stage) -> Result<Answer, Fault> {
        let answer = timeout(self.timeouts.at(stage), self.stream.answer()).await.map_err(|_| timed_out(stage))?;
        match answer {
            Ok(answer) if answer.is_refusal() => Err(Fault::refused(stage, answer.to_reply())),
            Ok(answer) => Ok(answer),
            Err(NoAnswer::Ended) => Err(Fault::new(stage, FaultKind::Closed, "the server closed the connection")),
            Err(NoAnswer::Io(error)) => Err(Fault::new(stage, FaultKind::Closed, error.to_string())),
            // It quotes the server, so it is cleaned like a reply.
            Err(NoAnswer::Garbage(garbage)) => {
                Err(Fault::new(stage, FaultKind::Garbled, Reply::new(0, &garbage.to_string()).text))
            }
        }
    }
}

/// A fault unless the reply has this code.
pub(super) fn expect(answer: &Answer, code: u16, stage: Stage) -> Result<(), Fault> {
    if answer.code == code { Ok(()) } else { Err(unexpected(stage, answer.code, code)) }
}

pub(super) fn timed_out(stage: Stage) -> Fault {
    Fault::new(stage, FaultKind::TimedOut, "the server did not answer in time")
}

pub(super) fn unexpected(stage: Stage, code: u16, expected: u16) -> Fault {
    Fault::new(stage, FaultKind::Garbled, format!("the server answered {code} instead of {expected}"))
}
