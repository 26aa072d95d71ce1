//! What a column holds, by its name.
//!
//! A column that looks as if it said who may be mailed, and whose meaning is not known, is [`Role::Unclear`]: a file is not
//! imported with it, because its readers may have left.

use super::standing::Standing;
use super::tool::Tool;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Email,
    Name,
    FirstName,
    LastName,
    Newsletter,
    OptedInAt,
    /// The network address from which a reader opted in.
    OptedInFrom,
    ConfirmedAt,
    ConfirmedFrom,
    PausedUntil,
    /// Why the address is suppressed, in the words of an export of Tidings.
    Suppressed,
    /// A word for the state.
    State,
    Flag {
        yes: Standing,
        no: Standing,
    },
    /// The time when a reader left or was lost; empty for one who did not.
    Left(Standing),
    Unclear,
    Other,
}

/// A yes means that the reader may be mailed.
const WANTED: Role = Role::Flag { yes: Standing::CONFIRMED, no: Standing::UNSUBSCRIBED };
const PROVEN: Role = Role::Flag { yes: Standing::CONFIRMED, no: Standing::PENDING };

const fn unwanted(yes: Standing) -> Role {
    Role::Flag { yes, no: Standing::CONFIRMED }
}

/// Names that every tool uses in the same way.
const ROLES: &[(Role, &[&str])] = &[
    (
        Role::Email,
        &["email", "e mail", "email address", "e mail address", "mail", "emailaddress", "user email address"],
    ),
    (Role::Name, &["name", "full name", "fullname", "display name", "subscriber name"]),
    (Role::FirstName, &["first name", "firstname", "fname", "first", "given name"]),
    (Role::LastName, &["last name", "lastname", "lname", "last", "surname", "family name"]),
    (Role::Newsletter, &["newsletter"]),
    (
        Role::OptedInAt,
        &[
            "opted in at",
            "optin time",
            "opt in time",
            "optin date",
            "opt in date",
            "subscribed at",
            "subscribed on",
            "subscription date",
            "subscribe date",
            "date subscribed",
            "signup date",
            "sign up date",
            "signed up at",
            "joined at",
            "joined",
            "created at",
            "creation date",
            "created",
            "date created",
            "date added",
            "since",
        ],
    ),
    (
        Role::OptedInFrom,
        &["opted in from", "optin ip", "opt in ip", "signup ip", "sign up ip", "subscribe ip", "ip address", "ip"],
    ),
    (
        Role::ConfirmedAt,
        &["confirmed at", "confirm time", "confirmation time", "confirmation date", "confirm date", "double opt in at"],
    ),
    (Role::ConfirmedFrom, &["confirmed from", "confirm ip", "confirmation ip"]),
    (Role::PausedUntil, &["paused until"]),
    (Role::Suppressed, &["suppressed"]),
    (
        Role::State,
        &[
            "state",
            "status",
            "type",
            "subscription status",
            "subscription state",
            "subscription type",
            "subscriber status",
            "subscriber state",
            "subscriber type",
            "email status",
            "contact status",
            "member status",
            "list status",
            "email marketing status",
            "marketing status",
            "mailing status",
        ],
    ),
    (
        WANTED,
        &[
            "subscribed",
            "is subscribed",
            "active",
            "is active",
            "enabled",
            "is enabled",
            "subscribed to emails",
            "accepts marketing",
            "accepts email marketing",
            "opted in",
            "opt in",
            "optin",
            "email opt in",
            "marketing opt in",
            "consent",
            "email consent",
            "marketing consent",
            "gdpr consent",
            "permission",
        ],
    ),
    (PROVEN, &["confirmed", "is confirmed", "email confirmed"]),
    (
        unwanted(Standing::UNSUBSCRIBED),
        &[
            "unsubscribed",
            "is unsubscribed",
            "unsubscribe",
            "email disabled",
            "disabled",
            "is disabled",
            "inactive",
            "opted out",
            "opt out",
            "optout",
            "email opt out",
            "deleted",
            "is deleted",
            "archived",
            "do not email",
        ],
    ),
    (unwanted(Standing::BLOCKED), &["blocked", "is blocked", "blocklisted", "blacklisted", "is blacklisted", "banned"]),
    (
        unwanted(Standing::BOUNCED),
        &["bounced", "is bounced", "hard bounced", "hard bounce", "undeliverable", "cleaned"],
    ),
    (unwanted(Standing::COMPLAINED), &["complained", "complaint", "spam complaint", "marked as spam", "spam"]),
];

/// Columns of one tool that mean something else than their name says. A postal address has a state, too.
const EXCEPTIONS: &[(Tool, &str, Role)] = &[
    (Tool::Substack, "active subscription", Role::Other),
    (Tool::Substack, "state", Role::Other),
    (Tool::Substack, "subscription type", Role::Other),
    (Tool::Mailchimp, "state", Role::Other),
    // A bounce that may have been a temporary one.
    (Tool::Buttondown, "last bounce date", Role::Other),
];

/// Words by which the name of a column looks as if it said who may be mailed.
const SIGNS: &[&str] = &[
    "state",
    "status",
    "subscribed",
    "subscription",
    "unsubscribed",
    "unsubscribe",
    "unsub",
    "active",
    "inactive",
    "enabled",
    "disabled",
    "blocked",
    "blocklisted",
    "blacklisted",
    "bounce",
    "bounced",
    "bounces",
    "complaint",
    "complained",
    "optin",
    "optout",
    "opted",
    "opt",
    "confirmed",
    "cleaned",
    "suppressed",
    "suppression",
    "deleted",
    "consent",
    "permission",
    "permissions",
    "unreachable",
    "undeliverable",
    "undeliverability",
];
/// Words by which it says something about that, or about something else.
const ASIDES: &[&str] = &[
    "at", "time", "date", "on", "ip", "id", "source", "campaign", "reason", "count", "days", "url", "title", "tier",
    "plan", "interval", "country", "billing", "shipping", "home", "work", "province", "region", "page", "form",
    "expires", "price",
];
/// Words about leaving and being lost, which with a time make a [`Role::Left`].
const LEAVINGS: &[(Standing, &[&str])] = &[
    (
        Standing::UNSUBSCRIBED,
        &[
            "unsub",
            "unsubscribed",
            "unsubscribe",
            "unsubscription",
            "optout",
            "out",
            "deleted",
            "removed",
            "deactivated",
        ],
    ),
    (Standing::BOUNCED, &["bounce", "bounced", "clean", "cleaned", "undeliverable", "undeliverability"]),
    (Standing::COMPLAINED, &["complaint", "complained"]),
    (Standing::BLOCKED, &["blocklisted", "blacklisted", "blocked", "suppressed"]),
];

impl Role {
    /// The role of a column in a file of a tool, by its [normal](super::words::normal) name.
    pub fn of(tool: Tool, name: &str) -> Self {
        let exception = EXCEPTIONS.iter().find(|(of, known, _)| *of == tool && *known == name);
        let common = || ROLES.iter().find(|(_, names)| names.contains(&name)).map(|(role, _)| *role);
        exception.map(|(_, _, role)| *role).or_else(common).unwrap_or_else(|| by_words(name))
    }

    /// Whether the column lowers the state of its row.
    pub const fn says_state(self) -> bool {
        matches!(self, Self::State | Self::Flag { .. } | Self::Left(_) | Self::Suppressed)
    }
}

fn by_words(name: &str) -> Role {
    let words: Vec<&str> = name.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let is_time = words.first() == Some(&"date") || matches!(words.last(), Some(&("at" | "time" | "date" | "on")));
    if is_time {
        let leaving = LEAVINGS.iter().find(|(_, signs)| has(signs));
        return leaving.map_or(Role::Other, |(standing, _)| Role::Left(*standing));
    }
    if has(SIGNS) && !has(ASIDES) { Role::Unclear } else { Role::Other }
}

#[cfg(test)]
mod tests {
    use super::super::words::normal;
    use super::*;

    #[test]
    fn a_column_has_a_role_by_its_name() {
        for (tool, name, expected) in [
            (Tool::Csv, "E-Mail", Role::Email),
            (Tool::Csv, "Full Name", Role::Name),
            (Tool::Csv, "FNAME", Role::FirstName),
            (Tool::Csv, "Status", Role::State),
            (Tool::Csv, "is_active", WANTED),
            (Tool::Csv, "Accepts Email Marketing", WANTED),
            (Tool::Substack, "email_disabled", unwanted(Standing::UNSUBSCRIBED)),
            (Tool::Substack, "active_subscription", Role::Other),
            (Tool::Csv, "active_subscription", Role::Unclear),
            (Tool::Ghost, "deleted_at", Role::Left(Standing::UNSUBSCRIBED)),
            (Tool::Mailchimp, "UNSUB_TIME", Role::Left(Standing::UNSUBSCRIBED)),
            (Tool::Mailchimp, "CLEAN_TIME", Role::Left(Standing::BOUNCED)),
            (Tool::Mailchimp, "UNSUB_REASON", Role::Other),
            (Tool::Mailchimp, "UNSUB_CAMPAIGN_TITLE", Role::Other),
            (Tool::Mailchimp, "State", Role::Other),
            (Tool::Mailchimp, "LAST_CHANGED", Role::Other),
            (Tool::Buttondown, "undeliverability_date", Role::Left(Standing::BOUNCED)),
            (Tool::Buttondown, "last_bounce_date", Role::Other),
            (Tool::Csv, "Date unsubscribed", Role::Left(Standing::UNSUBSCRIBED)),
            (Tool::Csv, "Patron Status", Role::Unclear),
            (Tool::Csv, "GDPR permissions", Role::Unclear),
            (Tool::Csv, "Mailing opted out", Role::Unclear),
            (Tool::Csv, "Billing state", Role::Other),
            (Tool::Csv, "Days active (last 30 days)", Role::Other),
            (Tool::Csv, "city", Role::Other),
            (Tool::Csv, "", Role::Other),
        ] {
            assert_eq!(Role::of(tool, &normal(name)), expected, "{tool} {name}");
        }
    }
}
