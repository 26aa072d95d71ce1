//! The sink's treatment of a recipient, by the prefix of its local part.

use std::time::Duration;

/// The treatment of one recipient's mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Accept,
    /// Refused at RCPT with this reply.
    Refuse(&'static str),
    /// Refused at RCPT the first time, accepted the second.
    RefuseOnce,
    /// Refused at the dot with this reply.
    RefuseBody(&'static str),
    /// No reply to the dot.
    Hang,
    /// The connection ends at DATA.
    DropBefore,
    /// The connection ends within the body, after its first kilobytes.
    DropBody,
    /// The connection ends after the dot, without a reply.
    Drop,
    /// A late reply to the dot.
    Slow(Duration),
}

/// The first matching prefix applies.
const FATES: [(&str, Fate); 13] = [
    ("tempfail", Fate::Refuse("451 4.3.0 try again later")),
    ("permfail", Fate::Refuse("550 5.1.1 no such user")),
    ("policy", Fate::Refuse("550 5.7.1 refused by policy")),
    ("full", Fate::Refuse("452 4.2.2 mailbox full")),
    ("once-", Fate::RefuseOnce),
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
    FATES.iter().find(|(prefix, _)| recipient.starts_with(prefix)).map_or(Fate::Accept, |(_, fate)| *fate)
}
