//! What a committed transaction asks of the delivery engine of this process. An action notes it on the connection of its
//! transaction; the database hands it on after the commit. It decides nothing and does nothing.

/// What the engine has to know at once, instead of at its next look at the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Deliveries are due, or a dispatch may run again.
    Queued,
    /// The recipient with this key gets no mail whose final dot is not yet written.
    Withdrawn(i64),
    /// This dispatch is paused or cancelled: its mails whose final dot is not yet written go back to the queue.
    Held(i64),
}

/// One who carries effects out.
pub trait Listener: Send + Sync {
    /// Called after the commit and before the caller of the transaction hears of it; it must be quick.
    fn committed(&self, effects: &[Effect]);
}
