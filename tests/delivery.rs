//! The delivery engine with a real sink: each mail is sent once, whatever fails.

mod basics;
mod capacity;
mod clocks;
mod control;
mod database;
mod faults;
mod recovery;
mod restored;

use std::collections::HashMap;

use crate::support::sink::Accepted;

/// How often each recipient was accepted.
fn by_recipient(mails: &[Accepted]) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for mail in mails {
        *counts.entry(mail.recipient.as_str()).or_default() += 1;
    }
    counts
}

/// Fails unless exactly these were accepted, each once.
fn assert_each_once(mails: &[Accepted], prefix: &str, count: usize) {
    let counts = by_recipient(mails);
    for n in 0..count {
        assert_eq!(counts.get(format!("{prefix}{n}@example.net").as_str()), Some(&1), "{prefix}{n}");
    }
    let with_prefix = counts.keys().filter(|recipient| recipient.starts_with(prefix)).count();
    assert_eq!(with_prefix, count);
}
