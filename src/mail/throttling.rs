//! Replies by which a server takes no more mails for now: too many, too fast, or no room. They are about the server and
//! not about the mail that met them.

use crate::mail::fault::Reply;

/// Words of such replies, in lower case. There is no code for them that all servers use: Amazon SES sends "454 Throttling
/// failure: Maximum sending rate exceeded", Postfix "450 4.7.1 Error: too much mail from", Rspamd "451 4.7.1 Ratelimit
/// exceeded", Exchange Online "451 4.7.500 Server busy".
const WORDS: [&str; 18] = [
    "throttl",
    "rate limit",
    "ratelimit",
    "rate exceeded",
    "sending rate",
    "message rate",
    "unusual rate",
    "too many",
    "too much mail",
    "too fast",
    "too quickly",
    "slow down",
    "limit exceeded",
    "message quota",
    "server busy",
    "system storage",
    "per hour",
    "per second",
];

/// Words that make it about the recipient, such as "the user is receiving mail too quickly".
const RECIPIENT: [&str; 4] = ["mailbox", "the user", "recipient is", "recipient has"];

/// Whether a 4xx is about the server's capacity.
pub(super) fn is_throttling(reply: &Reply) -> bool {
    match reply.enhanced {
        // The mail system's storage is full, it takes no mail now, or it is congested (RFC 3463 3.4 and 3.5).
        Some((_, 3, 1 | 2) | (_, 4, 5)) => true,
        // About the address or its mailbox.
        Some((_, 1 | 2, _)) => false,
        _ => {
            let text = reply.text.to_lowercase();
            let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
            has(&WORDS) && !has(&RECIPIENT)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_about_the_servers_capacity_is_told_from_one_about_the_recipient() {
        for (line, expected) in [
            ("454 Throttling failure: Maximum sending rate exceeded.", true),
            ("454 Throttling failure: Daily message quota exceeded.", true),
            ("450 4.7.1 Error: too much mail from 192.0.2.1", true),
            ("451 4.7.1 Ratelimit \"user\" exceeded", true),
            ("451 4.7.500 Server busy. Please try again later", true),
            ("432 4.3.2 Concurrent connections limit exceeded", true),
            ("451 4.3.2 Please try again later", true),
            ("452 4.3.1 Insufficient system storage", true),
            ("452 Insufficient system storage", true),
            ("451 4.4.5 Mail system congestion", true),
            ("450 4.7.28 Our system has detected an unusual rate of mail", true),
            ("452 4.5.3 Too many recipients", true),
            ("450 Too many messages, slow down", true),
            ("451 Domain has sent more than 500 mails per hour", true),
            ("451 4.7.1 Greylisted, please try again in 300 seconds", false),
            ("450 4.7.1 Service unavailable", false),
            ("450 4.2.0 Greylisted", false),
            ("451 4.3.0 try again later", false),
            ("450 4.2.1 The user you are trying to contact is receiving mail too quickly", false),
            ("450 The user you are trying to contact is receiving mail too quickly", false),
            ("452 4.2.2 The recipient's inbox is out of storage space", false),
            ("452 Mailbox full, quota exceeded", false),
            ("450 4.1.2 Too many lookups of this domain", false),
            ("451 Temporary local problem", false),
        ] {
            let (code, text) = line.split_once(' ').unwrap();
            assert_eq!(is_throttling(&Reply::new(code.parse().unwrap(), text)), expected, "{line}");
        }
    }
}
