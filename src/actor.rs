//! Who acts: handed to every action, written into the audit log and the consent ledger.
//! What a role may do is decided here, in one table; the edges ask it.

/// What one needs leave for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Articles, feeds, topics.
    Content,
    /// Digests, and what became of every mail.
    Sends,
    /// Subscribers and suppressions.
    Subscribers,
    Enquiries,
    /// To add a newsletter and to change what is promised to its readers.
    Newsletters,
    /// The site's own words and the first steps.
    Settings,
    Users,
    ApiKeys,
}

/// What a user or an API key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The daily work: content, sends, subscribers, enquiries.
    Editor,
    /// All of it, and newsletters, settings, users and keys.
    Admin,
}

impl Role {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Editor => "editor",
            Self::Admin => "admin",
        }
    }

    /// The table of leaves.
    #[must_use]
    pub const fn may(self, permission: Permission) -> bool {
        match permission {
            Permission::Content | Permission::Sends | Permission::Subscribers | Permission::Enquiries => true,
            Permission::Newsletters | Permission::Settings | Permission::Users | Permission::ApiKeys => {
                matches!(self, Self::Admin)
            }
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Editor, Self::Admin].into_iter().find(|role| role.as_str() == word)
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A reader on a public page; `client` is the network address as text, empty where none is known.
    Visitor { client: String },
    /// A signed-in user.
    User { id: i64, role: Role },
    /// A program with a key.
    ApiKey { id: i64, role: Role },
    /// The operator at the command line.
    Operator,
    /// Tidings itself: workers, the purge, the schedule.
    System,
}

impl Actor {
    /// The word for the audit log.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Visitor { .. } => "visitor",
            Self::User { .. } => "user",
            Self::ApiKey { .. } => "api-key",
            Self::Operator => "operator",
            Self::System => "system",
        }
    }

    /// The id of the user or the key, where there is one.
    #[must_use]
    pub const fn id(&self) -> Option<i64> {
        match self {
            Self::User { id, .. } | Self::ApiKey { id, .. } => Some(*id),
            Self::Visitor { .. } | Self::Operator | Self::System => None,
        }
    }

    /// Where a visitor came from; empty for everyone else.
    #[must_use]
    pub fn client(&self) -> &str {
        match self {
            Self::Visitor { client } => client,
            _ => "",
        }
    }
}
