//! Names of columns and words of states, in one spelling, and what the words mean.

use super::standing::Standing;
use super::tool::Tool;

/// A name in lower case with one space between its words: `Email Address`, `email_address` and `emailAddress` are one.
pub(super) fn normal(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    let mut after_lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() {
            after_lower = false;
            if !spelled.is_empty() && !spelled.ends_with(' ') {
                spelled.push(' ');
            }
            continue;
        }
        if after_lower && c.is_uppercase() {
            spelled.push(' ');
        }
        after_lower = c.is_lowercase();
        spelled.extend(c.to_lowercase());
    }
    spelled.truncate(spelled.trim_end().len());
    spelled
}

/// Words that mean the same in every tool.
const STANDINGS: &[(Standing, &[&str])] = &[
    (
        Standing::CONFIRMED,
        &[
            "confirmed",
            "subscribed",
            "active",
            "enabled",
            "regular",
            "premium",
            "trialed",
            "gifted",
            "churning",
            "churned",
            "past due",
            "opted in",
        ],
    ),
    (
        Standing::PENDING,
        &[
            "pending",
            "unconfirmed",
            "not confirmed",
            "unactivated",
            "validating",
            "needs attention",
            "unpaid",
            "upcoming",
        ],
    ),
    (
        Standing::UNSUBSCRIBED,
        &[
            "unsubscribed",
            "cancelled",
            "canceled",
            "inactive",
            "disabled",
            "removed",
            "deleted",
            "archived",
            "left",
            "opted out",
            "optedout",
            "optout",
            "opt out",
            "nonsubscribed",
            "non subscribed",
            "not subscribed",
            "spammy",
        ],
    ),
    (
        Standing::BOUNCED,
        &[
            "bounced",
            "bounce",
            "hard bounce",
            "hard bounced",
            "cleaned",
            "unreachable",
            "undeliverable",
            "invalid",
            "dropped",
        ],
    ),
    (
        Standing::COMPLAINED,
        &["complained", "complaint", "spam complaint", "reported spam", "marked as spam", "spam", "junk", "abuse"],
    ),
    (Standing::BLOCKED, &["blocklisted", "blacklisted", "blocked", "banned", "suppressed"]),
];

/// Words that mean something else in one tool.
const EXCEPTIONS: &[(Tool, &str, Standing)] = &[
    // A premium subscription on hold; the reader still gets the newsletter.
    (Tool::Buttondown, "paused", Standing::CONFIRMED),
    // Signed up, and has not clicked the link yet.
    (Tool::Kit, "inactive", Standing::PENDING),
];

/// What the word of a state means; `None` where it is not understood.
pub(super) fn standing(tool: Tool, cell: &str) -> Option<Standing> {
    let word = normal(cell);
    let exception = EXCEPTIONS.iter().find(|(of, known, _)| *of == tool && *known == word);
    let common = || STANDINGS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(standing, _)| *standing);
    exception.map(|(_, _, standing)| *standing).or_else(common)
}

/// Reads a yes or a no.
pub(super) fn yes_or_no(cell: &str) -> Option<bool> {
    match normal(cell).as_str() {
        "true" | "yes" | "1" | "t" | "y" | "on" | "x" => Some(true),
        "" | "false" | "no" | "0" | "f" | "n" | "off" | "null" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_the_same() {
        for (name, expected) in [
            ("Email Address", "email address"),
            ("email_address", "email address"),
            ("emailAddress", "email address"),
            (" E-Mail ", "e mail"),
            ("OPTIN_TIME", "optin time"),
            ("Opted-in (UTC)", "opted in utc"),
            ("", ""),
        ] {
            assert_eq!(normal(name), expected, "{name}");
        }
    }

    #[test]
    fn the_words_of_each_tool_are_understood() {
        for (tool, word, expected) in [
            (Tool::Listmonk, "enabled", Some(Standing::CONFIRMED)),
            (Tool::Listmonk, "disabled", Some(Standing::UNSUBSCRIBED)),
            (Tool::Listmonk, "blocklisted", Some(Standing::BLOCKED)),
            (Tool::Buttondown, "regular", Some(Standing::CONFIRMED)),
            (Tool::Buttondown, "past_due", Some(Standing::CONFIRMED)),
            (Tool::Buttondown, "paused", Some(Standing::CONFIRMED)),
            (Tool::Buttondown, "unactivated", Some(Standing::PENDING)),
            (Tool::Buttondown, "removed", Some(Standing::UNSUBSCRIBED)),
            (Tool::Buttondown, "undeliverable", Some(Standing::BOUNCED)),
            (Tool::Keila, "unreachable", Some(Standing::BOUNCED)),
            (Tool::Beehiiv, "Active", Some(Standing::CONFIRMED)),
            (Tool::Beehiiv, "inactive", Some(Standing::UNSUBSCRIBED)),
            (Tool::Beehiiv, "needs_attention", Some(Standing::PENDING)),
            (Tool::Kit, "inactive", Some(Standing::PENDING)),
            (Tool::Kit, "cancelled", Some(Standing::UNSUBSCRIBED)),
            (Tool::Kit, "complained", Some(Standing::COMPLAINED)),
            (Tool::Csv, "Spam complaint", Some(Standing::COMPLAINED)),
            (Tool::Csv, "paused", None),
            (Tool::Csv, "CA", None),
            (Tool::Csv, "2", None),
        ] {
            assert_eq!(standing(tool, word), expected, "{tool} {word}");
        }
    }
}
