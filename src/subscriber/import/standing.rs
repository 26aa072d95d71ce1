//! Where an imported reader stands: the state of the subscription, and whether the address is suppressed.

use crate::delivery::SuppressionReason;
use crate::subscriber::SubscriptionState;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: SubscriptionState,
    /// Why the address must not be mailed.
    pub suppression: Option<SuppressionReason>,
}

impl Standing {
    pub const CONFIRMED: Self = Self::of(SubscriptionState::Confirmed);
    pub const PENDING: Self = Self::of(SubscriptionState::Pending);
    pub const UNSUBSCRIBED: Self = Self::of(SubscriptionState::Unsubscribed);
    pub const BOUNCED: Self = Self::suppressed(SuppressionReason::HardBounce);
    pub const COMPLAINED: Self = Self::suppressed(SuppressionReason::Complaint);
    /// Put on a list of addresses that must not be mailed.
    pub const BLOCKED: Self = Self::suppressed(SuppressionReason::Request);

    #[must_use]
    pub const fn of(state: SubscriptionState) -> Self {
        Self { state, suppression: None }
    }

    const fn suppressed(reason: SuppressionReason) -> Self {
        Self { state: SubscriptionState::Unsubscribed, suppression: Some(reason) }
    }

    /// The lower of both states, with the graver of both suppressions.
    #[must_use]
    pub fn lower(self, other: Self) -> Self {
        let state = if height(other.state) < height(self.state) { other.state } else { self.state };
        let suppression = if gravity(other.suppression) > gravity(self.suppression) { other } else { self }.suppression;
        Self { state, suppression }
    }
}

impl From<SubscriptionState> for Standing {
    fn from(state: SubscriptionState) -> Self {
        Self::of(state)
    }
}

const fn height(state: SubscriptionState) -> u8 {
    match state {
        SubscriptionState::Unsubscribed => 0,
        SubscriptionState::Pending => 1,
        SubscriptionState::Confirmed => 2,
    }
}

const fn gravity(suppression: Option<SuppressionReason>) -> u8 {
    match suppression {
        None => 0,
        Some(SuppressionReason::Request) => 1,
        Some(SuppressionReason::HardBounce) => 2,
        Some(SuppressionReason::Complaint) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lower_state_and_the_graver_suppression_count() {
        let bounced_but_kept = Standing { suppression: Some(SuppressionReason::HardBounce), ..Standing::CONFIRMED };
        for (one, other, expected) in [
            (Standing::CONFIRMED, Standing::PENDING, Standing::PENDING),
            (Standing::UNSUBSCRIBED, Standing::PENDING, Standing::UNSUBSCRIBED),
            (Standing::CONFIRMED, Standing::BOUNCED, Standing::BOUNCED),
            (Standing::BLOCKED, Standing::COMPLAINED, Standing::COMPLAINED),
            (Standing::CONFIRMED, bounced_but_kept, bounced_but_kept),
        ] {
            assert_eq!((one.lower(other), other.lower(one)), (expected, expected));
        }
    }
}
