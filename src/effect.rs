//! Effects of a transaction on this process: on its delivery engine, and on what it keeps of the database. They are
//! noted on the connection of the transaction; the database passes them on after the commit. Nothing is decided or done
//! here.

/// The recipient of a mail, by which the recipient's mails are found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecipientKey {
    /// A reader's subscription, by its id.
    Subscription(i64),
    /// A person, by the subscriber's id.
    Subscriber(i64),
    /// No subscriber: a test, or the sender of an enquiry.
    Nobody,
}

impl RecipientKey {
    /// The value of the column: positive for a subscription, negative for a subscriber, 0 for nobody.
    #[must_use]
    pub const fn to_column(self) -> i64 {
        match self {
            Self::Subscription(id) => id,
            Self::Subscriber(id) => -id,
            Self::Nobody => 0,
        }
    }

    #[must_use]
    pub const fn from_column(value: i64) -> Self {
        match value {
            0 => Self::Nobody,
            1.. => Self::Subscription(value),
            _ => Self::Subscriber(value.saturating_neg()),
        }
    }
}

/// What this process must know at once, before its next look at the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Deliveries are due, or a dispatch may run again.
    Queued,
    /// This recipient gets no mail whose final dot is not yet written.
    Left(RecipientKey),
    /// This dispatch is paused or cancelled: its mails whose final dot is not yet written go back to the queue.
    Held(i64),
    /// The site's settings, newsletters, topics or articles have changed.
    SiteChanged,
}

/// Carries out effects.
pub trait Listener: Send + Sync {
    /// Called after the commit and before the caller of the transaction continues; it must be quick.
    fn committed(&self, effects: &[Effect]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_its_column() {
        for key in [RecipientKey::Subscription(7), RecipientKey::Subscriber(7), RecipientKey::Nobody] {
            assert_eq!(RecipientKey::from_column(key.to_column()), key);
        }
    }
}
