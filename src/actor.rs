//! Who acts: passed to every action, and stored in the audit log and the consent ledger. The permissions of a role are
//! one table here, which the edges check.

/// What a role may be permitted to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Articles, feeds, topics.
    Content,
    /// Digests, and all deliveries.
    Sends,
    /// Subscribers and suppressions.
    Subscribers,
    Enquiries,
    /// Adding and changing newsletters.
    Newsletters,
    /// The settings of the site and the first run.
    Settings,
    Users,
    ApiKeys,
}

/// The permissions of a user or an API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Daily work: content, sends, subscribers, enquiries.
    Editor,
    /// As an editor, and newsletters, settings, users and keys.
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

    /// The table of permissions.
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
    /// A reader on a public page; `client` is the network address as text, empty if unknown.
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
    /// The name in the audit log.
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

    /// The id of the user or the key, if there is one.
    #[must_use]
    pub const fn id(&self) -> Option<i64> {
        match self {
            Self::User { id, .. } | Self::ApiKey { id, .. } => Some(*id),
            Self::Visitor { .. } | Self::Operator | Self::System => None,
        }
    }

    /// The network address of a visitor; empty for others.
    #[must_use]
    pub fn client(&self) -> &str {
        match self {
            Self::Visitor { client } => client,
            _ => "",
        }
    }
}
