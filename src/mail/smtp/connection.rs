//! Sending mails, one after another, on one connection.
//!
//! If the server offers PIPELINING, a mail's body, its dot and the next mail's MAIL, RCPT and DATA are sent together:
//! one round trip a mail (RFC 2920). The connection is reused only while it is certain which reply comes next; after a
//! time-out, a cancelled call or any doubt it is dropped. A bare dot is never sent, since it would deliver an empty
//! mail.

use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::MailParameter;

use crate::mail::address::Envelope;
use crate::mail::fault::{Fault, FaultKind, Reply, Stage};
use crate::mail::smtp::body::with_dot;
use crate::mail::smtp::dialogue::{Dialogue, unexpected};
use crate::mail::smtp::offers::Offers;
use crate::mail::smtp::replies::Answer;

/// Time limit of QUIT.
const QUIT_LIMIT: std::time::Duration = std::time::Duration::from_secs(2);

/// What the server expects.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// A new mail.
    Idle,
    /// Nothing: its replies to this envelope's MAIL, RCPT and DATA are due.
    Announced(Envelope),
    /// A body.
    Begun,
    /// Unknown: a call is running, was cancelled or failed. Not to be used.
    Lost,
}

/// An open connection to a relay, after EHLO, TLS and AUTH.
pub struct Connection {
    dialogue: Dialogue,
    offers: Offers,
    state: State,
}

impl Connection {
    pub(super) fn ready(dialogue: Dialogue, offers: Offers) -> Self {
        Self { dialogue, offers, state: State::Idle }
    }

    /// Whether a mail of this size is as small as the server asked for when the connection was opened.
    #[must_use]
    pub fn takes(&self, bytes: usize) -> bool {
        self.offers.size.is_none_or(|limit| bytes as u64 <= limit)
    }

    /// Whether the server offers PIPELINING, so that a next mail can be announced (RFC 2920).
    #[must_use]
    pub fn pipelines(&self) -> bool {
        self.offers.pipelining
    }

    /// Whether [`Connection::finish`] announced a next mail that has not begun. To withdraw it, drop the connection.
    #[must_use]
    pub fn announced(&self) -> bool {
        matches!(self.state, State::Announced(_))
    }

    /// Whether the connection is unusable.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.state == State::Lost
    }

    /// Whether the server closed this idle connection or announced it (a 421): then another one is needed for the next
    /// mail. Does not wait; after false the connection may still turn out to be closed.
    pub fn is_stale(&mut self) -> bool {
        if self.state == State::Idle && self.dialogue.stream.has_news() {
            self.state = State::Lost;
        }
        self.is_lost()
    }

    /// Names sender and recipient; `Ok` means that the server waits for the body.
    ///
    /// After a refusal the connection is ready for another mail unless [`Fault::connection_lost`] says otherwise.
    pub async fn begin(&mut self, envelope: &Envelope) -> Result<(), Fault> {
        match std::mem::replace(&mut self.state, State::Lost) {
            State::Idle => {
                if envelope.needs_smtputf8() && !self.offers.smtputf8 {
                    self.state = State::Idle;
                    return Err(Fault { lost: false, ..Fault::new(Stage::MailFrom, FaultKind::UnsupportedAddress) });
                }
                self.introduce(envelope).await
            }
            State::Announced(announced) if announced == *envelope => self.hear_group(None).await,
            State::Announced(_) | State::Begun | State::Lost => Err(Fault::new(Stage::MailFrom, FaultKind::Unusable)),
        }
    }

    async fn introduce(&mut self, envelope: &Envelope) -> Result<(), Fault> {
        if self.offers.pipelining {
            return self.hear_group(Some(group(envelope))).await;
        }
        let commands = [
            (Stage::MailFrom, mail(envelope).to_string()),
            (Stage::RcptTo, rcpt(envelope).to_string()),
            (Stage::Data, Data.to_string()),
        ];
        for (stage, command) in commands {
            let answer = self.dialogue.ask(stage, command).await;
            if let Err(fault) = check(stage, answer) {
                return Err(self.recover(fault).await);
            }
        }
        self.state = State::Begun;
        Ok(())
    }

    /// Reads the replies to MAIL, RCPT and DATA, after sending the commands unless they have been sent. All three
    /// replies are read, whatever the first says, so that the connection stays in step.
    async fn hear_group(&mut self, commands: Option<String>) -> Result<(), Fault> {
        let first = match commands {
            Some(commands) => self.dialogue.ask(Stage::MailFrom, commands).await,
            None => self.dialogue.hear(Stage::MailFrom).await,
        };
        let mut failed = check(Stage::MailFrom, first).err();
        for stage in [Stage::RcptTo, Stage::Data] {
            if failed.as_ref().is_some_and(Fault::connection_lost) {
                break;
            }
            let fault = check(stage, self.dialogue.hear(stage).await).err();
            failed = match (failed, fault) {
                // The server expects a body although it accepted no recipient (RFC 2920 3.1): only closing is safe.
                (Some(first), None) if stage == Stage::Data => Some(Fault { lost: true, ..first }),
                // The reply to a command that cannot succeed does not matter.
                (Some(first), Some(later)) if later.lost => Some(Fault { lost: true, ..first }),
                (Some(first), _) => Some(first),
                (None, fault) => fault,
            };
        }
        match failed {
            None => {
                self.state = State::Begun;
                Ok(())
            }
            Some(fault) => Err(self.recover(fault).await),
        }
    }

    /// Makes the connection ready for another mail after a refusal, if possible.
    async fn recover(&mut self, mut fault: Fault) -> Fault {
        if fault.lost {
            return fault;
        }
        match self.dialogue.ask(fault.stage, Rset).await {
            Ok(_) => self.state = State::Idle,
            Err(_) => fault.lost = true,
        }
        fault
    }

    /// Sends the body and the dot, announces `next` if the server offers PIPELINING, and reads the reply to the dot.
    ///
    /// `data` ends in CRLF. `Ok` is a 2xx to the dot: the relay has accepted the mail. After a fault that is no refusal
    /// and whose [`Fault::dot_written`] is true, the mail may have been accepted.
    pub async fn finish(&mut self, data: &str, next: Option<&Envelope>) -> Result<Reply, Fault> {
        if std::mem::replace(&mut self.state, State::Lost) != State::Begun {
            return Err(Fault::new(Stage::Dot, FaultKind::Unusable));
        }
        let Some(mut text) = with_dot(data) else {
            return Err(Fault::new(Stage::Dot, FaultKind::Unsendable));
        };
        let next = next.filter(|next| self.offers.pipelining && (self.offers.smtputf8 || !next.needs_smtputf8()));
        let dot_at = self.dialogue.stream.written() + text.len() as u64;
        if let Some(next) = next {
            text.push_str(&group(next));
        }
        let answer = self.dialogue.ask(Stage::Dot, text).await;
        let dot_written = self.dialogue.stream.left() >= dot_at;
        let mut fault = match answer {
            // A reply before the dot was sent is not a reply to it.
            Ok(answer) if !dot_written || !answer.is_success() => unexpected(Stage::Dot, &answer),
            Ok(answer) => {
                self.state = next.map_or(State::Idle, |next| State::Announced(next.clone()));
                return Ok(answer.to_reply());
            }
            Err(fault) => fault,
        };
        fault.dot_written = dot_written;
        // After a refusal in the middle of the body, the server would read the rest of it as commands.
        fault.lost |= !dot_written;
        if !fault.lost {
            self.state = next.map_or(State::Idle, |next| State::Announced(next.clone()));
        }
        Err(fault)
    }

    /// Sends QUIT and waits for at most 2 seconds, if the server expects a command.
    pub async fn quit(mut self) {
        if self.state == State::Idle {
            self.dialogue.stream.hold(Quit.to_string());
            // The connection ends either way.
            let _ = tokio::time::timeout(QUIT_LIMIT, self.dialogue.stream.answer()).await;
        }
    }
}

/// A fault unless the reply is positive.
fn check(stage: Stage, answer: Result<Answer, Fault>) -> Result<(), Fault> {
    let answer = answer?;
    match stage {
        Stage::Data if answer.code == 354 => Ok(()),
        Stage::Data => Err(unexpected(stage, &answer)),
        _ if answer.is_success() => Ok(()),
        _ => Err(unexpected(stage, &answer)),
    }
}

fn mail(envelope: &Envelope) -> Mail {
    let utf8 = envelope.needs_smtputf8().then_some(MailParameter::SmtpUtfEight);
    Mail::new(envelope.return_path.clone(), utf8.into_iter().collect())
}

fn rcpt(envelope: &Envelope) -> Rcpt {
    Rcpt::new(envelope.recipient.clone(), Vec::new())
}

fn group(envelope: &Envelope) -> String {
    format!("{}{}{Data}", mail(envelope), rcpt(envelope))
}
