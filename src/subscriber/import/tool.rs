//! The programs whose exports are known, and how a file is recognised by the names of its columns.
//!
//! The columns are those that the programs' own sources and help pages name.

use super::standing::Standing;
use crate::word::word_enum;

word_enum! {
    /// What wrote a file.
    pub enum Tool {
        /// A spreadsheet, or a program that is not known.
        Csv = "csv",
        Tidings = "tidings",
        Beehiiv = "beehiiv",
        Buttondown = "buttondown",
        Ghost = "ghost",
        Keila = "keila",
        Kit = "kit",
        Listmonk = "listmonk",
        Mailchimp = "mailchimp",
        Substack = "substack",
    }
}

/// Sets of columns of which one is complete in every export of a tool, beside the column of the addresses.
const MARKS: &[(Tool, &[&[&str]])] = &[
    (Tool::Tidings, &[&["newsletter", "state", "since"]]),
    (
        Tool::Mailchimp,
        &[&["leid", "euid"], &["member rating"], &["optin time", "confirm time"], &["unsub time"], &["clean time"]],
    ),
    (Tool::Listmonk, &[&["uuid", "attributes", "status"]]),
    (
        Tool::Substack,
        &[
            &["email disabled", "active subscription"],
            &["email disabled", "created at"],
            &["subscription type", "activity"],
        ],
    ),
    (Tool::Ghost, &[&["subscribed to emails"]]),
    (
        Tool::Buttondown,
        &[
            &["subscriber type"],
            &["type", "metadata"],
            &["type", "notes"],
            &["type", "creation date"],
            &["type", "tags"],
        ],
    ),
    (Tool::Keila, &[&["first name", "last name", "data"]]),
    (Tool::Beehiiv, &[&["status", "subscription tier"], &["status", "subscription premium tiers"]]),
    (Tool::Kit, &[&["first name", "state", "created at"]]),
];

/// The columns that say the state of a reader, of which an export of a tool must have one. Keila and Substack also
/// write exports without.
const STATES: &[(Tool, &[&str])] = &[
    (Tool::Tidings, &["state"]),
    (Tool::Listmonk, &["status"]),
    (Tool::Substack, &["email disabled"]),
    (Tool::Ghost, &["subscribed to emails"]),
    (Tool::Buttondown, &["type", "subscriber type"]),
    (Tool::Keila, &["status"]),
    (Tool::Beehiiv, &["status"]),
    (Tool::Kit, &["state"]),
];

impl Tool {
    /// The tool that wrote a file with these columns, whose names are [normal](super::words::normal).
    pub(super) fn of(columns: &[String]) -> Self {
        let has = |name: &&str| columns.iter().any(|column| column == name);
        let is_marked = |(_, marks): &&(Self, &[&[&str]])| marks.iter().any(|mark| mark.iter().all(has));
        MARKS.iter().find(is_marked).map_or(Self::Csv, |(tool, _)| *tool)
    }

    /// The columns of which a file must have one; empty for tools whose files say the state in another way.
    pub(super) fn states(self) -> &'static [&'static str] {
        STATES.iter().find(|(tool, _)| *tool == self).map_or(&[], |(_, names)| *names)
    }

    /// Whether a row without a state was cut off: these tools write one into every row.
    pub(super) const fn always_says_the_state(self) -> bool {
        !matches!(self, Self::Csv | Self::Tidings)
    }

    /// What a whole file says about its readers. Mailchimp writes a file for each state, and no column for it: who left
    /// has columns that begin with `UNSUB_`, an address that cannot be mailed has columns that begin with `CLEAN_`.
    pub(super) fn of_file(self, columns: &[String], file: &str) -> Standing {
        if self != Self::Mailchimp {
            return Standing::CONFIRMED;
        }
        let begins = |prefix: &str| columns.iter().any(|name| name.starts_with(prefix));
        if begins("clean ") || file.starts_with("cleaned") {
            Standing::BOUNCED
        } else if begins("unsub ") || file.starts_with("unsubscribed") || file.starts_with("nonsubscribed") {
            Standing::UNSUBSCRIBED
        } else {
            Standing::CONFIRMED
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::normal;
    use super::*;

    /// The headers of real exports.
    #[test]
    fn a_tool_is_recognised_by_its_columns() {
        for (header, expected) in [
            ("uuid,email,name,attributes,status,created_at,updated_at", Tool::Listmonk),
            ("email,active_subscription,expiry,email_disabled,prefer_digests,created_at", Tool::Substack),
            ("email,active_subscription,expiry,email_disabled,created_at", Tool::Substack),
            // Its list of subscribers, which does not say whose mails are disabled.
            ("Email,Name,Subscription type,Activity,Subscription date,Revenue", Tool::Substack),
            (
                "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers",
                Tool::Ghost,
            ),
            ("email_address,notes,metadata,tags,type,creation_date,unsubscription_date,ip_address", Tool::Buttondown),
            ("Email,First name,Last name,Data,Status", Tool::Keila),
            ("Email,First name,Last name,Data", Tool::Keila),
            ("Email,Status,Created At,Subscription Tier", Tool::Beehiiv),
            ("first_name,email_address,state,created_at,tags", Tool::Kit),
            (
                "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,NOTES,TAGS",
                Tool::Mailchimp,
            ),
            ("Email Address,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_REASON", Tool::Mailchimp),
            ("email,name,newsletter,state,since", Tool::Tidings),
            ("email,name", Tool::Csv),
            ("Email,First Name,Last Name,Status", Tool::Csv),
        ] {
            let columns: Vec<String> = header.split(',').map(normal).collect();
            assert_eq!(Tool::of(&columns), expected, "{header}");
        }
    }

    #[test]
    fn mailchimp_says_the_state_by_the_file() {
        for (header, file, expected) in [
            ("Email Address,LEID,EUID", "subscribed_email_audience_export_1.csv", Standing::CONFIRMED),
            ("Email Address,LEID,EUID,UNSUB_TIME,UNSUB_REASON", "", Standing::UNSUBSCRIBED),
            ("Email Address,LEID,EUID,CLEAN_TIME,CLEAN_CAMPAIGN_ID", "", Standing::BOUNCED),
            ("Email Address,LEID,EUID", "unsubscribed_members_export_1.csv", Standing::UNSUBSCRIBED),
            ("Email Address,LEID,EUID", "nonsubscribed_email_audience_export_1.csv", Standing::UNSUBSCRIBED),
            ("Email Address,LEID,EUID", "cleaned_email_audience_export_1.csv", Standing::BOUNCED),
        ] {
            let columns: Vec<String> = header.split(',').map(normal).collect();
            assert_eq!(Tool::Mailchimp.of_file(&columns, file), expected, "{header} {file}");
        }
        assert_eq!(Tool::Csv.of_file(&[], "unsubscribed.csv"), Standing::CONFIRMED);
    }
}
