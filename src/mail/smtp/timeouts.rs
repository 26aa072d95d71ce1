//! The time limits of the stages.

use std::time::Duration;

use crate::mail::fault::Stage;

/// The time limit of each stage; the defaults are those of RFC 5321 4.5.3.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// Name look-up and TCP connection.
    pub connect: Duration,
    pub greeting: Duration,
    /// EHLO, TLS, AUTH, MAIL, RCPT and RSET, each.
    pub command: Duration,
    /// The reply to DATA.
    pub data: Duration,
    /// Sending the body and the reply to the dot, together.
    pub dot: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            greeting: Duration::from_mins(5),
            command: Duration::from_mins(5),
            data: Duration::from_mins(2),
            dot: Duration::from_mins(10),
        }
    }
}

impl Timeouts {
    pub(super) fn at(&self, stage: Stage) -> Duration {
        match stage {
            Stage::Connect => self.connect,
            Stage::Greeting => self.greeting,
            Stage::Hello | Stage::Tls | Stage::Auth | Stage::MailFrom | Stage::RcptTo => self.command,
            Stage::Data => self.data,
            Stage::Dot => self.dot,
        }
    }
}
