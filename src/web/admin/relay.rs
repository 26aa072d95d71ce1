//! What keeps the relay from taking mails, and how to mend it, in words.

use super::pages::AdminFrame;
use crate::delivery::Health;
use crate::mail::fault;

/// Nothing while the relay works, or was not used yet.
#[must_use]
pub fn trouble(frame: &AdminFrame, health: Option<&Health>) -> Option<String> {
    let health = health.filter(|health| health.state != "ok")?;
    let Some((stage, words)) = fault::words(&health.reason, &frame.locale) else {
        return Some(frame.t1("admin-relay-why", "reason", &health.reason));
    };
    Some(format!("{} {}", frame.t1("admin-relay-why", "reason", &words), frame.t(stage.remedy())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;

    #[test]
    fn a_trouble_says_why_and_how_to_mend_it() {
        let frame = AdminFrame::sample("/admin");
        let health = |state: &str, reason: &str| Health {
            state: state.to_owned(),
            reason: reason.to_owned(),
            updated_at: Timestamp(0),
        };
        assert_eq!(trouble(&frame, None), None);
        assert_eq!(trouble(&frame, Some(&health("ok", ""))), None);
        let refused = health("waiting", "connect: Connection refused (os error 111)");
        let text = trouble(&frame, Some(&refused)).unwrap();
        assert!(text.contains("connecting: Connection refused") && text.contains("Check host and port"), "{text}");
        assert!(trouble(&frame, Some(&health("paused", "odd"))).unwrap().contains("odd"));
    }
}
