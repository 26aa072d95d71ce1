//! What went wrong on a connection and at which stage, with the server's reply.
//!
//! What it means for the recipient is decided in [`crate::mail::reply`].

use std::fmt;

use crate::locale::Locale;
use crate::text;

/// Longest text of a reply that is kept, in characters.
const TEXT_MAX: usize = 500;

/// A step of the dialogue (RFC 5321 3).
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

    /// The stage of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    /// The key of the text that tells how to mend a fault of this stage.
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
        let text: String = text::visible(text).chars().take(TEXT_MAX).map(clean).collect();
        let enhanced = enhanced(&text).filter(|(class, ..)| u16::from(*class) == code / 100);
        Self { code, enhanced, text: text.trim().to_owned() }
    }
}

/// A reply without words that may be an address, for a place that erasing a person does not reach.
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
    /// No reply in the time that the stage is given.
    TimedOut,
    /// What came is no SMTP reply, or not one that can stand here.
    Garbled,
    /// Encryption is required and STARTTLS is not offered.
    NoTls,
    /// The TLS handshake failed.
    Handshake,
    /// The server offers no SASL mechanism that we know.
    NoMechanism,
    /// Our own name for EHLO is not a host name.
    BadHello,
    /// The address needs SMTPUTF8, which the server does not offer; nothing was sent.
    UnsupportedAddress,
    /// The mail cannot be sent as it is (a bare CR or LF); no dot was sent.
    Unsendable,
    /// The connection is not to be used (again): an earlier call failed or was cancelled, or another mail was
    /// announced.
    Unusable,
}

impl FaultKind {
    pub const ALL: [Self; 11] = [
        Self::Refused,
        Self::Closed,
        Self::TimedOut,
        Self::Garbled,
        Self::NoTls,
        Self::Handshake,
        Self::NoMechanism,
        Self::BadHello,
        Self::UnsupportedAddress,
        Self::Unsendable,
        Self::Unusable,
    ];

    /// A stable name, kept where there are no words of the server.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Closed => "closed",
            Self::TimedOut => "timed-out",
            Self::Garbled => "garbled",
            Self::NoTls => "no-tls",
            Self::Handshake => "handshake",
            Self::NoMechanism => "no-mechanism",
            Self::BadHello => "bad-hello",
            Self::UnsupportedAddress => "unsupported-address",
            Self::Unsendable => "unsendable",
            Self::Unusable => "unusable",
        }
    }
}

/// A fault on a connection. It is written and kept as `stage: record`, such as `connect: timed-out`; [`words`] puts
/// that into a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub stage: Stage,
    pub kind: FaultKind,
    pub reply: Option<Reply>,
    /// What the server, the system or the TLS library said about it; empty where the kind says it all.
    pub detail: String,
    pub(super) lost: bool,
    pub(super) dot_written: bool,
}

impl Fault {
    pub(super) fn new(stage: Stage, kind: FaultKind) -> Self {
        Self { stage, kind, reply: None, detail: String::new(), lost: true, dot_written: false }
    }

    /// `detail` may quote the server, so it is cleaned like a reply.
    pub(super) fn with(stage: Stage, kind: FaultKind, detail: &impl fmt::Display) -> Self {
        Self { detail: Reply::new(0, &detail.to_string()).text, ..Self::new(stage, kind) }
    }

    pub(super) fn refused(stage: Stage, reply: Reply) -> Self {
        let lost = reply.code == 421 || stage < Stage::MailFrom;
        Self { reply: Some(reply), lost, ..Self::new(stage, FaultKind::Refused) }
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

    /// The server's reply, or else the detail, or else the kind's name.
    #[must_use]
    pub fn record(&self) -> String {
        match &self.reply {
            Some(reply) => reply.to_string(),
            None if self.detail.is_empty() => self.kind.name().to_owned(),
            None => self.detail.clone(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.stage.name(), self.record())
    }
}

impl std::error::Error for Fault {}

/// The record of an attempt in words: a text for the name of a fault, a mail error or a note, a reply as it is. A name
/// may have a number as its value, such as `too-large-for-relay:9000000`.
#[must_use]
pub fn record_words(record: &str, locale: &Locale) -> String {
    let (name, value) = record.split_once(':').unwrap_or((record, ""));
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let is_number = value.bytes().all(|b| b.is_ascii_digit());
    let keys = ["fault", "mail-error", "attempt-note"].map(|noun| format!("{noun}-{name}"));
    let words = |key: &String| locale.try_t_args(key, &[("value", value.into())]);
    let text = if is_name && is_number { keys.iter().find_map(words) } else { None };
    text.unwrap_or_else(|| record.to_owned())
}

/// A fault that was kept as `stage: record`: its stage, and the whole of it in words.
#[must_use]
pub fn words(kept: &str, locale: &Locale) -> Option<(Stage, String)> {
    let (name, record) = kept.split_once(": ")?;
    let stage = Stage::parse(name)?;
    let during = locale.t(&format!("fault-at-{}", stage.name().replace('_', "-")));
    Some((stage, format!("{during}: {}", record_words(record, locale))))
}

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
    fn a_stored_fault_has_a_text() {
        let locale = Locale::default();
        let refused = Fault::refused(Stage::RcptTo, Reply::new(550, "5.1.1 no such user"));
        let cases = [
            (
                Fault::new(Stage::Greeting, FaultKind::TimedOut),
                "waiting for the greeting: the server did not answer in time",
            ),
            (Fault::with(Stage::Connect, FaultKind::Closed, &"the end: really"), "connecting: the end: really"),
            (refused, "naming the recipient: 550 5.1.1 no such user"),
        ];
        for (fault, expected) in cases {
            assert_eq!(words(&fault.to_string(), &locale), Some((fault.stage, expected.to_owned())));
        }
        assert_eq!(words("anything else", &locale), None);
        for text in Stage::ALL.into_iter().flat_map(|stage| {
            FaultKind::ALL.map(|kind| words(&Fault::new(stage, kind).to_string(), &locale).unwrap().1)
        }) {
            assert!(!text.contains("fault-") && text.contains(' '), "{text}");
        }
    }

    #[test]
    fn the_text_of_a_reply_is_cut_and_cleaned() {
        let reply = Reply::new(550, &format!("a\x1b[31m\u{202e}\u{2066}\r\nb\0{}", "ü".repeat(1000)));
        assert!(reply.text.starts_with("a [31m  b ü"), "{}", reply.text);
        assert_eq!(reply.text.chars().count(), 500);
    }
}
