//! Why the relay takes no mails, and how to mend that, in words.

use crate::delivery::Health;
use crate::locale::Locale;
use crate::mail::{fault, record_words};

/// Why the relay takes no mails; may be empty.
#[must_use]
pub fn reason(l: &Locale, health: &Health) -> String {
    fault::words(&health.reason, l).map_or_else(|| record_words(&health.reason, l), |(_, words)| words)
}

/// What is wrong and how to mend it; nothing while the relay works, or was not used yet.
#[must_use]
pub fn trouble(l: &Locale, health: Option<&Health>) -> Option<String> {
    let health = health.filter(|health| health.state != "ok")?;
    let why = l.t1("admin-relay-why", "reason", reason(l, health));
    Some(match fault::words(&health.reason, l) {
        Some((stage, _)) => format!("{why} {}", l.t(stage.remedy())),
        None => why,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;

    #[test]
    fn trouble_says_why_and_how_to_mend_it() {
        let l = Locale::default();
        let health = |state: &str, reason: &str| Health {
            state: state.to_owned(),
            reason: reason.to_owned(),
            updated_at: Timestamp(0),
        };
        assert_eq!(trouble(&l, None), None);
        assert_eq!(trouble(&l, Some(&health("ok", ""))), None);
        let refused = health("waiting", "connect: Connection refused (os error 111)");
        let text = trouble(&l, Some(&refused)).unwrap();
        assert!(text.contains("connecting: Connection refused") && text.contains("host and port"), "{text}");
        assert!(trouble(&l, Some(&health("paused", "odd"))).unwrap().contains("odd"));
    }
}
