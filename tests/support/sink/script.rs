//! The sink's behaviour for all recipients: its extensions, and its misbehaviour at each command.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A step of the dialogue.
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

/// What the sink does instead of its normal reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Sends this reply line, given without its line end; a 421 also closes the connection.
    Say(String),
    /// Sends these bytes unchanged.
    Send(Vec<u8>),
    /// Never replies again.
    Hang,
    /// Closes the connection.
    Close,
}

/// A sink's behaviour; `Script::default()` is a well-behaved server.
#[derive(Debug, Clone)]
pub struct Script {
    /// Whether PIPELINING is offered; without it, a client that sends ahead is refused.
    pub pipelining: bool,
    pub size: Option<u64>,
    /// Replaces `size` once it is not 0: the server's limit was changed while it runs.
    pub new_size: Arc<AtomicU64>,
    /// How many mails it accepts in a second; it refuses more with a 454.
    pub per_second: Option<usize>,
    /// More lines of the reply to EHLO: `SMTPUTF8`, `STARTTLS`.
    pub offers: Vec<String>,
    /// User and password; if set, AUTH PLAIN and LOGIN are offered and MAIL requires them.
    pub auth: Option<(String, String)>,
    pub rules: Vec<(Verb, Range<usize>, Action)>,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            pipelining: true,
            size: None,
            new_size: Arc::default(),
            per_second: None,
            offers: Vec::new(),
            auth: None,
            rules: Vec::new(),
        }
    }
}

impl Script {
    pub fn without_pipelining() -> Self {
        Self { pipelining: false, ..Self::default() }
    }

    /// The largest mail at present.
    pub(super) fn largest(&self) -> Option<u64> {
        match self.new_size.load(Ordering::SeqCst) {
            0 => self.size,
            size => Some(size),
        }
    }

    /// Does `action` at every occurrence of `verb`.
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
        let matches = |(known, range, _): &&(Verb, Range<usize>, Action)| *known == verb && range.contains(&occurrence);
        self.rules.iter().find(matches).map(|(.., action)| action)
    }
}
