//! What the sink does with a recipient, by the beginning of its local part.

use std::time::Duration;

/// How one recipient's mail ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Accept,
    /// Refused at RCPT with this reply.
    Refuse(&'static str),
    /// Refused at RCPT the first time, accepted the second.
    OnceRefused,
    /// Refused at the dot with this reply.
    RefuseBody(&'static str),
    /// The dot is never answered.
    Hang,
    /// The connection ends at DATA.
    DropBefore,
    /// The connection ends within the body: no more is read than its first kilobytes.
    DropBody,
    /// The connection ends after the dot, unanswered.
    Drop,
    /// The dot is answered late.
    Slow(Duration),
}

/// The first prefix that fits counts.
const FATES: [(&str, Fate); 13] = [
    ("tempfail", Fate::Refuse("451 4.3.0 try again later")),
    ("permfail", Fate::Refuse("550 5.1.1 no such user")),
    ("policy", Fate::Refuse("550 5.7.1 refused by policy")),
    ("full", Fate::Refuse("452 4.2.2 mailbox full")),
    ("once-", Fate::OnceRefused),
    ("bodytemp", Fate::RefuseBody("451 4.3.0 try again later")),
    ("bodyperm", Fate::RefuseBody("554 5.7.1 content refused")),
    ("hang", Fate::Hang),
    ("dropbefore", Fate::DropBefore),
    ("dropbody", Fate::DropBody),
    ("drop", Fate::Drop),
    ("slow", Fate::Slow(Duration::from_millis(500))),
    ("", Fate::Accept),
];

pub fn fate(recipient: &str) -> Fate {
    FATES.iter().find(|(start, _)| recipient.starts_with(start)).map_or(Fate::Accept, |(_, fate)| *fate)
}
