//! One command and its reply, within the time limit of its stage.

use tokio::time::timeout;

use crate::mail::fault::{Fault, FaultKind, Stage};
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
            Err(NoAnswer::Ended) => Err(Fault::new(stage, FaultKind::Closed)),
            Err(NoAnswer::Io(error)) => Err(Fault::with(stage, FaultKind::Closed, &error)),
            Err(NoAnswer::Garbage(garbage)) => Err(Fault::with(stage, FaultKind::Garbled, &garbage)),
        }
    }
}

/// A fault unless the reply has this code.
pub(super) fn expect(answer: &Answer, code: u16, stage: Stage) -> Result<(), Fault> {
    if answer.code == code { Ok(()) } else { Err(unexpected(stage, answer)) }
}

pub(super) fn timed_out(stage: Stage) -> Fault {
    Fault::new(stage, FaultKind::TimedOut)
}

/// A positive reply that is impossible at this stage.
pub(super) fn unexpected(stage: Stage, answer: &Answer) -> Fault {
    Fault::with(stage, FaultKind::Garbled, &answer.to_reply())
}
