//! The field of a form that takes topics by name, on one line.

use super::form::{Form, InputKind};
use crate::locale::Locale;
use crate::newsletter::Topic;

/// Adds the field `topics`; its hint names the topics that there are.
#[must_use]
pub fn with_topics(form: Form, l: &Locale, known: &[Topic]) -> Form {
    let hint = match known {
        [] => l.t("admin-topics-line"),
        known => l.t1("admin-topics-line-known", "topics", joined(known)),
    };
    form.field(InputKind::Line, "topics", "front-topics").hint_text(hint)
}

/// The names of topics as the field has them.
#[must_use]
pub fn joined(topics: &[Topic]) -> String {
    topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The names on a line, separated by commas.
#[must_use]
pub fn names(line: &str) -> Vec<String> {
    line.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_separated_by_commas() {
        assert_eq!(names(" Harbour, ,Energy ,"), ["Harbour", "Energy"]);
        assert!(names("").is_empty());
    }
}
