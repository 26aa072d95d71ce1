//! Who acts: handed to every action, written into the audit log and the consent ledger.
//! It carries no rights by itself; the edges decide what a role may do.

/// What a user or an API key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Content, sends, subscribers, enquiries.
    Editor,
    /// All of it, and users, keys and settings.
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
