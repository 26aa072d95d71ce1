//! What a fault means: for this recipient, and for the relay.
//!
//! A pure function of the stage, the kind of fault and the reply. A recipient fails only by a reply about the recipient
//! or this mail, never by a fault of the relay.

use crate::mail::fault::{Fault, FaultKind, Reply, Stage};
use crate::mail::throttling::is_throttling;

/// The consequence of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// Try again later. `counts`: whether this counts as an attempt; a 421 ends the connection and says nothing about
    /// the recipient.
    Deferred { counts: bool },
    /// Failed for good. `hard`: the address does not work and must not be mailed again; otherwise only this mail was
    /// refused.
    Refused { hard: bool },
    /// A fault of the relay: the recipient waits, and no attempt is counted. `permanent`: the configuration must be
    /// corrected.
    RelayFault { permanent: bool },
    /// The dot may have arrived and no reply was read: the mail may have been accepted.
    Doubt,
}

/// Classifies a fault.
#[must_use]
pub fn classify(fault: &Fault) -> Judgement {
    match (fault.kind, &fault.reply) {
        (FaultKind::Refused, Some(reply)) => judge_reply(fault.stage, reply),
        (FaultKind::UnsupportedAddress | FaultKind::Unsendable, _) => Judgement::Refused { hard: false },
        // The server said nothing about this mail, which was never begun.
        (FaultKind::Unusable, _) => Judgement::Deferred { counts: false },
        _ if fault.stage == Stage::Dot && fault.dot_written() => Judgement::Doubt,
        (FaultKind::NoMechanism | FaultKind::BadHello, _) => Judgement::RelayFault { permanent: true },
        // This mail may cause the fault each time, so the attempt counts; otherwise the mail would be tried for ever.
        _ if fault.stage >= Stage::RcptTo => Judgement::Deferred { counts: true },
        _ => Judgement::RelayFault { permanent: false },
    }
}

/// Classifies a 4xx or 5xx by its stage.
#[must_use]
pub fn judge_reply(stage: Stage, reply: &Reply) -> Judgement {
    match (stage, reply.code) {
        // A 421 means that the server closes the connection, whatever the command was (RFC 5321 4.2.4.2).
        (Stage::MailFrom | Stage::RcptTo | Stage::Data | Stage::Dot, 421) => Judgement::Deferred { counts: false },
        // The relay takes no mail at present, or not so fast, whoever the recipient is.
        (Stage::RcptTo | Stage::Data | Stage::Dot, 400..500) if is_throttling(reply) => {
            Judgement::RelayFault { permanent: false }
        }
        (Stage::RcptTo | Stage::Data | Stage::Dot, 400..500) => Judgement::Deferred { counts: true },
        // A greeting's 554 and a refused STARTTLS are often gone an hour later.
        (Stage::Connect | Stage::Greeting | Stage::Tls, _) | (_, ..500) => Judgement::RelayFault { permanent: false },
        // After MAIL: the dialogue is refused, or authentication is required (RFC 4954 6), whoever the recipient is.
        (Stage::Hello | Stage::Auth | Stage::MailFrom, _) | (_, 500 | 502..=504 | 530 | 534 | 535 | 538) => {
            Judgement::RelayFault { permanent: true }
        }
        _ => Judgement::Refused { hard: is_hard(reply.enhanced) },
    }
}

/// Whether a 5xx says that the address itself does not work (RFC 3463 3.2 and 3.3). A bare 550 is not enough: servers
/// send it for "relaying denied" and for spam too, and one mistake of the relay would suppress a whole list.
fn is_hard(enhanced: Option<(u8, u16, u16)>) -> bool {
    match enhanced {
        // 5.1.5 means a valid address; 5.1.7 and 5.1.8 are about the sender; 5.1.9 about a relay in between.
        Some((_, 1, detail)) => !matches!(detail, 5 | 7 | 8 | 9),
        // 5.2.1: the mailbox is disabled.
        Some((_, 2, 1)) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATER: Judgement = Judgement::Deferred { counts: true };
    const AGAIN: Judgement = Judgement::Deferred { counts: false };
    const HARD: Judgement = Judgement::Refused { hard: true };
    const SOFT: Judgement = Judgement::Refused { hard: false };
    const RELAY: Judgement = Judgement::RelayFault { permanent: false };
    const MEND: Judgement = Judgement::RelayFault { permanent: true };

    #[test]
    fn a_reply_is_judged_by_its_stage() {
        use Stage::{Auth, Connect, Data, Dot, Greeting, Hello, MailFrom, RcptTo, Tls};
        let order = [Connect, Greeting, Hello, Tls, Auth, MailFrom, RcptTo, Data, Dot];
        assert_eq!(order, Stage::ALL);
        let cases = [
            ("421 4.3.2 shutting down", [RELAY, RELAY, RELAY, RELAY, RELAY, AGAIN, AGAIN, AGAIN, AGAIN]),
            ("450 4.2.0 busy", [RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, LATER, LATER, LATER]),
            ("451 try later", [RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, LATER, LATER, LATER]),
            ("452 4.5.3 too many", [RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, RELAY]),
            ("454 Throttling failure", [RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, RELAY]),
            ("454 4.7.0 no TLS now", [RELAY, RELAY, RELAY, RELAY, RELAY, RELAY, LATER, LATER, LATER]),
            ("500 what", [RELAY, RELAY, MEND, RELAY, MEND, MEND, MEND, MEND, MEND]),
            ("502 5.5.1 no", [RELAY, RELAY, MEND, RELAY, MEND, MEND, MEND, MEND, MEND]),
            ("503 bad sequence", [RELAY, RELAY, MEND, RELAY, MEND, MEND, MEND, MEND, MEND]),
            ("530 5.7.0 sign in", [RELAY, RELAY, MEND, RELAY, MEND, MEND, MEND, MEND, MEND]),
            ("535 5.7.8 wrong", [RELAY, RELAY, MEND, RELAY, MEND, MEND, MEND, MEND, MEND]),
            ("550 relay not permitted", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("550 5.1.1 no mailbox", [RELAY, RELAY, MEND, RELAY, MEND, MEND, HARD, HARD, HARD]),
            ("550 5.1.10 null MX", [RELAY, RELAY, MEND, RELAY, MEND, MEND, HARD, HARD, HARD]),
            ("550 5.2.1 disabled", [RELAY, RELAY, MEND, RELAY, MEND, MEND, HARD, HARD, HARD]),
            ("553 5.1.8 your domain", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("550 5.7.1 policy", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("550 5.7.515 sign your mail", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("551 not here", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("552 5.2.2 full", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("552 too large", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("553 not allowed", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
            ("554 failed", [RELAY, RELAY, MEND, RELAY, MEND, MEND, SOFT, SOFT, SOFT]),
        ];
        for (line, verdicts) in cases {
            let (code, text) = line.split_once(' ').unwrap();
            let reply = Reply::new(code.parse().unwrap(), text);
            for (stage, expected) in order.into_iter().zip(verdicts) {
                assert_eq!(classify(&Fault::refused(stage, reply.clone())), expected, "{line} at {stage:?}");
            }
        }
    }

    #[test]
    fn no_reply_defers_before_the_dot_and_is_doubt_after_it() {
        for kind in [FaultKind::Closed, FaultKind::TimedOut, FaultKind::Garbled] {
            for stage in Stage::ALL {
                let mut fault = Fault::new(stage, kind);
                let expected = if stage >= Stage::RcptTo { LATER } else { RELAY };
                assert_eq!(classify(&fault), expected, "{kind:?} at {stage:?}");
                fault.dot_written = true;
                let expected = if stage == Stage::Dot { Judgement::Doubt } else { expected };
                assert_eq!(classify(&fault), expected, "{kind:?} at {stage:?}");
            }
        }
    }

    #[test]
    fn a_missing_extension_is_judged_by_who_can_act_on_it() {
        let cases = [
            (Stage::Tls, FaultKind::NoTls, RELAY),
            (Stage::Tls, FaultKind::Handshake, RELAY),
            (Stage::Auth, FaultKind::NoMechanism, MEND),
            (Stage::Hello, FaultKind::BadHello, MEND),
            (Stage::MailFrom, FaultKind::UnsupportedAddress, SOFT),
            (Stage::Dot, FaultKind::Unsendable, SOFT),
            (Stage::MailFrom, FaultKind::Unusable, AGAIN),
            (Stage::Dot, FaultKind::Unusable, AGAIN),
        ];
        for (stage, kind, expected) in cases {
            assert_eq!(classify(&Fault::new(stage, kind)), expected, "{kind:?} at {stage:?}");
        }
    }
}
