//! What a committed transaction asks of the delivery engine of this process. An action notes it on the connection of its
//! transaction; the database hands it on after the commit. It decides nothing and does nothing.

/// To whom a mail goes, beyond its address: how a recipient's mails are found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecipientKey {
    /// A reader's subscription, by its id.
    Subscription(i64),
    /// A person as such, by the subscriber's id.
    Subscriber(i64),
    /// Nobody that is known: a test, or one who wrote to the contact address.
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

/// What the engine has to know at once, instead of at its next look at the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Deliveries are due, or a dispatch may run again.
    Queued,
    /// This recipient gets no mail whose final dot is not yet written.
    Left(RecipientKey),
    /// This dispatch is paused or cancelled: its mails whose final dot is not yet written go back to the queue.
    Held(i64),
}

/// One who carries effects out.
pub trait Listener: Send + Sync {
    /// Called after the commit and before the caller of the transaction hears of it; it must be quick.
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
