//! Handing over mails, one after another, on one connection.
//!
//! Where the server offers PIPELINING, a mail's body, its dot and the next mail's MAIL, RCPT and DATA leave together:
//! one round trip a mail. The connection is used again only when it is certain which reply comes next; after a time-out,
//! a cancelled call or anything unclear it is dropped. A bare dot is never sent: it would deliver an empty mail.

use lettre::transport::smtp::response::Response;

use crate::mail::address::Envelope;
use crate::mail::fault::{Fault, FaultKind, Reply, Stage};
use crate::mail::smtp::line::{Line, Raw, unexpected};
use crate::mail::smtp::offers::Offers;

/// How long a farewell may take.
const QUIT_LIMIT: std::time::Duration = std::time::Duration::from_secs(2);

/// What the server waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// A new mail.
    Idle,
    /// Its replies to this envelope's MAIL, RCPT and DATA are on their way.
    Announced(Envelope),
    /// A body.
    Begun,
    /// A call is running, or one was cancelled or failed: not to be used.
    Lost,
}

/// An open connection to a relay, past EHLO, TLS and AUTH.
pub struct Connection {
    line: Line,
    offers: Offers,
    state: State,
}

impl Connection {
    pub(super) fn ready(line: Line, offers: Offers) -> Self {
        Self { line, offers, state: State::Idle }
    }

    /// The largest mail in bytes that the server takes, where it says so.
    #[must_use]
    pub fn size_limit(&self) -> Option<u64> {
        self.offers.size
    }

    /// Whether the server takes commands in a row, so that a next mail can be announced (RFC 2920).
    #[must_use]
    pub fn pipelines(&self) -> bool {
        self.offers.pipelining
    }

    /// Whether [`Connection::finish`] announced a next mail that has not begun. To withdraw it, drop the connection.
    #[must_use]
    pub fn announced(&self) -> bool {
        matches!(self.state, State::Announced(_))
    }

    /// Whether the connection can no longer be used.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.state == State::Lost
    }

    /// Names sender and recipient; `Ok` means that the server waits for the body.
    ///
    /// After a refusal the connection is ready for another mail unless [`Fault::connection_lost`] says otherwise.
    pub async fn begin(&mut self, envelope: &Envelope) -> Result<(), Fault> {
        match std::mem::replace(&mut self.state, State::Lost) {
            State::Idle => {
                if envelope.needs_smtputf8() && !self.offers.smtputf8 {
                    self.state = State::Idle;
                    return Err(unsupported_address());
                }
                self.introduce(envelope).await
            }
            State::Announced(announced) if announced == *envelope => self.hear_group(None).await,
            State::Announced(_) => Err(unusable(Stage::MailFrom, "another mail was announced on this connection")),
            State::Begun | State::Lost => Err(unusable(Stage::MailFrom, "the connection is out of step")),
        }
    }

    async fn introduce(&mut self, envelope: &Envelope) -> Result<(), Fault> {
        if self.offers.pipelining {
            return self.hear_group(Some(group(envelope))).await;
        }
        let commands = [(Stage::MailFrom, mail(envelope)), (Stage::RcptTo, rcpt(envelope)), (Stage::Data, data())];
        for (stage, command) in commands {
            let answer = self.line.ask(stage, Raw(&command)).await;
            if let Err(fault) = check(stage, answer.map(|response| response.code().into())) {
                return Err(self.recover(fault).await);
            }
        }
        self.state = State::Begun;
        Ok(())
    }

    /// Reads the replies to MAIL, RCPT and DATA, after sending the three where they have not gone out yet. All three
    /// are read whatever the first says, so that the connection stays in step.
    async fn hear_group(&mut self, commands: Option<String>) -> Result<(), Fault> {
        let first = match commands {
            Some(commands) => self.line.ask(Stage::MailFrom, Raw(&commands)).await,
            None => self.line.hear(Stage::MailFrom).await,
        };
        let mut failed = check(Stage::MailFrom, first.map(|response| response.code().into())).err();
        for stage in [Stage::RcptTo, Stage::Data] {
            if failed.as_ref().is_some_and(Fault::connection_lost) {
                break;
            }
            let answer = self.line.hear(stage).await;
            let fault = check(stage, answer.map(|response| response.code().into())).err();
            failed = match (failed, fault) {
                // The server waits for a body although it took no recipient (RFC 2920 3.1): only closing is safe.
                (Some(first), None) if stage == Stage::Data => Some(Fault { lost: true, ..first }),
                // A command that had no chance is refused or not, as the server likes.
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

    /// Makes the connection ready for another mail after a refusal, where that is possible.
    async fn recover(&mut self, mut fault: Fault) -> Fault {
        if fault.lost {
            return fault;
        }
        match self.line.ask(fault.stage, Raw("RSET\r\n")).await {
            Ok(_) => self.state = State::Idle,
            Err(_) => fault.lost = true,
        }
        fault
    }

    /// Sends the body and the dot, announces `next` where the server offers PIPELINING, and reads the dot's reply.
    ///
    /// `data` ends in CRLF. `Ok` is a 2xx to the dot: the mail is the relay's now. A fault that is no refusal and whose
    /// [`Fault::dot_written`] is true leaves it open whether the mail was accepted.
    pub async fn finish(&mut self, data: &str, next: Option<&Envelope>) -> Result<Reply, Fault> {
        if std::mem::replace(&mut self.state, State::Lost) != State::Begun {
            return Err(unusable(Stage::Dot, "no mail has begun on this connection"));
        }
        if !is_sendable(data) {
            return Err(Fault::new(Stage::Dot, FaultKind::Unsendable, "the mail has a line that does not end in CRLF"));
        }
        let next = next.filter(|next| self.offers.pipelining && (self.offers.smtputf8 || !next.needs_smtputf8()));
        let mut text = with_dot(data);
        let dot_at = self.line.wire.written() + text.len() as u64;
        if let Some(next) = next {
            text.push_str(&group(next));
        }
        let answer = self.line.ask(Stage::Dot, Raw(&text)).await;
        let dot_written = self.line.wire.drained() >= dot_at;
        let mut fault = match answer {
            Ok(_) if !dot_written => Fault::new(Stage::Dot, FaultKind::Garbled, "the server answered before the dot"),
            Ok(response) if !is_done(&response) => unexpected(Stage::Dot, response.code().into(), 250),
            Ok(response) => {
                self.state = next.map_or(State::Idle, |next| State::Announced(next.clone()));
                let text: Vec<&str> = response.message().collect();
                return Ok(Reply::new(response.code().into(), &text.join(" ")));
            }
            Err(fault) => fault,
        };
        fault.dot_written = dot_written;
        // A refusal before all was sent leaves the rest of the body on its way to be read as commands.
        fault.lost |= !dot_written;
        if !fault.lost {
            self.state = next.map_or(State::Idle, |next| State::Announced(next.clone()));
        }
        Err(fault)
    }

    /// Says farewell, for at most 2 seconds; only where the server expects a command.
    pub async fn quit(mut self) {
        if self.state == State::Idle {
            let farewell = self.line.smtp.command(Raw("QUIT\r\n"));
            // The connection ends either way.
            let _ = tokio::time::timeout(QUIT_LIMIT, farewell).await;
        }
    }
}

/// Whether the reply is the one that lets the dialogue go on.
fn check(stage: Stage, answer: Result<u16, Fault>) -> Result<(), Fault> {
    match (stage, answer?) {
        (Stage::Data, 354) => Ok(()),
        (Stage::Data, code) => Err(unexpected(stage, code, 354)),
        (_, 200..300) => Ok(()),
        (_, code) => Err(unexpected(stage, code, 250)),
    }
}

fn is_done(response: &Response) -> bool {
    (200..300).contains(&u16::from(response.code()))
}

fn unusable(stage: Stage, cause: &str) -> Fault {
    Fault::new(stage, FaultKind::Unusable, cause)
}

fn unsupported_address() -> Fault {
    let cause = "the address is not ASCII and the server does not offer SMTPUTF8";
    Fault { lost: false, ..Fault::new(Stage::MailFrom, FaultKind::UnsupportedAddress, cause) }
}

fn mail(envelope: &Envelope) -> String {
    let parameter = if envelope.needs_smtputf8() { " SMTPUTF8" } else { "" };
    format!("MAIL FROM:<{}>{parameter}\r\n", envelope.return_path())
}

fn rcpt(envelope: &Envelope) -> String {
    format!("RCPT TO:<{}>\r\n", envelope.recipient())
}

fn data() -> String {
    "DATA\r\n".to_owned()
}

fn group(envelope: &Envelope) -> String {
    mail(envelope) + &rcpt(envelope) + &data()
}

/// Whether every CR is followed by LF, every LF preceded by CR, and the last line ended: what else is sent, a server
/// may take for the end of the mail (RFC 5321 2.3.8).
fn is_sendable(data: &str) -> bool {
    let bytes = data.as_bytes();
    let (returns, feeds) = (pairs(bytes, |a, _| a == b'\r'), pairs(bytes, |_, b| b == b'\n'));
    let ends = pairs(bytes, |a, b| (a == b'\r') & (b == b'\n'));
    returns == feeds && feeds == ends && !data.starts_with('\n') && data.ends_with("\r\n")
}

/// How many bytes and their followers are like this. Counting in small numbers over short runs, without a branch, is what
/// compilers turn into vector instructions: two microseconds for 30 KB, where a search from line to line takes thirty.
fn pairs(bytes: &[u8], is_like: impl Fn(u8, u8) -> bool) -> usize {
    const RUN: usize = 128;
    let next = bytes.get(1..).unwrap_or_default();
    let runs = bytes.chunks(RUN).zip(next.chunks(RUN));
    runs.map(|(a, b)| usize::from(a.iter().zip(b).map(|(a, b)| u8::from(is_like(*a, *b))).sum::<u8>())).sum()
}

/// The body and the line that ends it; a dot at the start of a line is doubled (RFC 5321 4.5.2).
fn with_dot(data: &str) -> String {
    let mut text = String::with_capacity(data.len() + 512);
    if pairs(data.as_bytes(), |a, b| (a == b'\n') & (b == b'.')) == 0 && !data.starts_with('.') {
        text.push_str(data);
        text.push_str(".\r\n");
        return text;
    }
    if data.starts_with('.') {
        text.push('.');
    }
    for (i, run) in data.split("\n.").enumerate() {
        if i > 0 {
            text.push_str("\n..");
        }
        text.push_str(run);
    }
    text.push_str(".\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_at_the_start_of_a_line_is_doubled() {
        let cases = [
            ("a\r\n", "a\r\n.\r\n"),
            (".\r\n", "..\r\n.\r\n"),
            ("a\r\n.\r\n.b\r\n..\r\nc.\r\n", "a\r\n..\r\n..b\r\n...\r\nc.\r\n.\r\n"),
        ];
        for (data, expected) in cases {
            assert_eq!(with_dot(data), expected);
        }
    }

    #[test]
    fn only_whole_crlf_lines_are_sendable() {
        let cases = [
            ("a\r\n", true),
            ("\r\n", true),
            ("a\r\n\r\nb\r\n", true),
            ("", false),
            ("a", false),
            ("a\n", false),
            ("a\r\nb", false),
            ("a\rb\r\n", false),
            ("a\n.\r\n", false),
            ("a\r\r\n", false),
            ("a\r\n\n", false),
        ];
        for (data, expected) in cases {
            assert_eq!(is_sendable(data), expected, "{data:?}");
        }
    }
}
