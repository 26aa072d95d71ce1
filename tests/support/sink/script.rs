//! How the sink behaves for all recipients: what it offers, and how it misbehaves at which command.

use std::ops::Range;

/// A moment in the dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Dot,
    Rset,
}

/// What it does instead of its normal reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Says this, without the line end; with a leading 421 it then closes.
    Say(String),
    /// Sends these bytes as they are.
    Send(Vec<u8>),
    /// Never replies again.
    Hang,
    /// Ends the connection.
    Close,
}

/// A sink's behaviour; `Script::default()` is a good server.
#[derive(Debug, Clone)]
pub struct Script {
    /// Offers PIPELINING; without it, a client that sends ahead is refused.
    pub pipelining: bool,
    pub size: Option<u64>,
    /// More lines for EHLO's answer: `SMTPUTF8`, `STARTTLS`.
    pub offers: Vec<String>,
    /// User and password; then AUTH PLAIN and LOGIN are offered and MAIL needs them.
    pub auth: Option<(String, String)>,
    pub rules: Vec<(Verb, Range<usize>, Action)>,
}

impl Default for Script {
    fn default() -> Self {
        Self { pipelining: true, size: None, offers: Vec::new(), auth: None, rules: Vec::new() }
    }
}

impl Script {
    pub fn without_pipelining() -> Self {
        Self { pipelining: false, ..Self::default() }
    }

    /// Does `action` each time that `verb` comes.
    pub fn on(self, verb: Verb, action: Action) -> Self {
        self.on_some(verb, 0..usize::MAX, action)
    }

    pub fn say(self, verb: Verb, line: &str) -> Self {
        self.on(verb, Action::Say(line.to_owned()))
    }

    /// Does `action` at these occurrences of `verb`, counted from 0 within a connection.
    pub fn on_some(mut self, verb: Verb, occurrences: Range<usize>, action: Action) -> Self {
        self.rules.push((verb, occurrences, action));
        self
    }

    pub(super) fn action(&self, verb: Verb, occurrence: usize) -> Option<&Action> {
        let fits = |(known, range, _): &&(Verb, Range<usize>, Action)| *known == verb && range.contains(&occurrence);
        self.rules.iter().find(fits).map(|(.., action)| action)
    }
}
