//! What went wrong on a connection, and when: a fault with its stage and the server's reply.
//!
//! Says what happened, not what it means for the recipient: that is [`crate::mail::reply`].

use std::fmt;

/// Longest text of a reply that is kept, in characters.
const TEXT_MAX: usize = 500;

/// How far the dialogue had come (RFC 5321 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Connect,
    Greeting,
    Hello,
    Tls,
    Auth,
    MailFrom,
    RcptTo,
    Data,
    Dot,
}

impl Stage {
    pub const ALL: [Self; 9] = [
        Self::Connect,
        Self::Greeting,
        Self::Hello,
        Self::Tls,
        Self::Auth,
        Self::MailFrom,
        Self::RcptTo,
        Self::Data,
        Self::Dot,
    ];

    /// A stable name for a column or a log field.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Greeting => "greeting",
            Self::Hello => "hello",
            Self::Tls => "tls",
            Self::Auth => "auth",
            Self::MailFrom => "mail_from",
            Self::RcptTo => "rcpt_to",
            Self::Data => "data",
            Self::Dot => "dot",
        }
    }

    /// What one was about to do, in words.
    const fn doing(self) -> &'static str {
        match self {
            Self::Connect => "connecting",
            Self::Greeting => "waiting for the greeting",
            Self::Hello => "saying EHLO",
            Self::Tls => "starting TLS",
            Self::Auth => "signing in",
            Self::MailFrom => "naming the sender",
            Self::RcptTo => "naming the recipient",
            Self::Data => "asking to send the mail",
            Self::Dot => "sending the mail",
        }
    }

    /// The stage of a fault that was kept as its words.
    #[must_use]
    pub fn told_in(words: &str) -> Option<Self> {
        let (doing, _) = words.split_once(": ")?;
        Self::ALL.into_iter().find(|stage| stage.doing() == doing)
    }

    /// The key of the words that say how to mend a fault of this stage.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Connect => "remedy-connect",
            Self::Greeting | Self::Hello => "remedy-greeting",
            Self::Tls => "remedy-tls",
            Self::Auth => "remedy-auth",
            Self::MailFrom | Self::RcptTo | Self::Data | Self::Dot => "remedy-other",
        }
    }
}

/// A server's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub code: u16,
    /// RFC 3463's code, kept only when its class agrees with `code` (RFC 2034 4).
    pub enhanced: Option<(u8, u16, u16)>,
    /// All lines joined by spaces, at most 500 characters, no control characters.
    pub text: String,
}

impl Reply {
    #[must_use]
    pub fn new(code: u16, text: &str) -> Self {
        let clean = |c: char| if c.is_control() || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c };
        let text: String = text.chars().take(TEXT_MAX).map(clean).collect();
        let enhanced = enhanced(&text).filter(|(class, ..)| u16::from(*class) == code / 100);
        Self { code, enhanced, text: text.trim().to_owned() }
    }
}

/// A reply's words without what may be somebody's address, for a place that is not emptied when they are erased.
#[must_use]
pub fn anonymous(reply: &str) -> String {
    let word = |word: &str| if word.contains('@') { "…".to_owned() } else { word.to_owned() };
    reply.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.text)
    }
}

/// `5.1.1` at the start of a reply's text.
fn enhanced(text: &str) -> Option<(u8, u16, u16)> {
    let word = text.split_whitespace().next()?;
    let mut numbers = word.split('.');
    let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let mut next = || numbers.next().filter(is_number);
    let (class, subject, detail) = (next()?, next()?, next()?);
    let class = class.parse().ok().filter(|class| matches!(class, 2 | 4 | 5))?;
    numbers.next().is_none().then_some((class, subject.parse().ok()?, detail.parse().ok()?))
}

/// What kind of fault it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The server answered with a 4xx or 5xx: see the reply.
    Refused,
    /// The server was not reached, or the connection ended.
    Closed,
    /// Nothing came in the time that the stage is given.
    TimedOut,
    /// What came is no SMTP reply, or not one that can stand here.
    Garbled,
    /// Encryption was asked for and not offered, or its handshake failed.
    Tls,
    /// The server lacks something else that is needed: a way to sign in that we know.
    Unsupported,
    /// The address needs SMTPUTF8, which the server does not offer; nothing was sent.
    UnsupportedAddress,
    /// The mail cannot be sent as it is (a bare CR or LF); no dot was sent.
    Unsendable,
    /// The connection is not to be used (again): an earlier call failed or was cancelled, or another mail was announced.
    Unusable,
}

/// A fault on a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub stage: Stage,
    pub kind: FaultKind,
    pub reply: Option<Reply>,
    /// What happened, in words; for a refusal the reply's text.
    pub cause: String,
    pub(super) lost: bool,
    pub(super) dot_written: bool,
}

impl Fault {
    pub(super) fn new(stage: Stage, kind: FaultKind, cause: impl Into<String>) -> Self {
        Self { stage, kind, reply: None, cause: cause.into(), lost: true, dot_written: false }
    }

    pub(super) fn refused(stage: Stage, reply: Reply) -> Self {
        let lost = reply.code == 421 || stage < Stage::MailFrom;
        let cause = reply.to_string();
        Self { stage, kind: FaultKind::Refused, reply: Some(reply), cause, lost, dot_written: false }
    }

    /// Whether the connection must be dropped; else it is ready for the next mail.
    #[must_use]
    pub fn connection_lost(&self) -> bool {
        self.lost
    }

    /// Whether the dot may have reached the server: then only a reply says what became of the mail.
    #[must_use]
    pub fn dot_written(&self) -> bool {
        self.dot_written
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.stage.doing(), self.cause)
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enhanced_code_counts_when_it_agrees_with_the_reply() {
        let cases = [
            (550, "5.1.1 no such user", Some((5, 1, 1))),
            (550, "5.7.515 policy", Some((5, 7, 515))),
            (451, "4.3.0", Some((4, 3, 0))),
            (250, "2.0.0 ok", Some((2, 0, 0))),
            (550, "4.7.1 greylisted", None),
            (550, "no 5.1.1", None),
            (550, "5.1", None),
            (550, "5.1.1.1 x", None),
            (550, "5.1.x x", None),
            (550, "5.1.9999 x", None),
            (550, "", None),
        ];
        for (code, text, expected) in cases {
            assert_eq!(Reply::new(code, text).enhanced, expected, "{text}");
        }
    }

    #[test]
    fn the_stage_of_a_fault_is_known_from_its_words() {
        for stage in Stage::ALL {
            let fault = Fault::new(stage, FaultKind::Closed, "the end: really");
            assert_eq!(Stage::told_in(&fault.to_string()), Some(stage));
        }
        assert_eq!(Stage::told_in("no words of ours"), None);
    }

    #[test]
    fn a_replys_text_is_short_and_clean() {
        let reply = Reply::new(550, &format!("a\x1b[31m\r\nb\0{}", "ü".repeat(1000)));
        assert!(reply.text.starts_with("a [31m  b ü"), "{}", reply.text);
        assert_eq!(reply.text.chars().count(), 500);
    }
}
