//! The kinds of dispatch and their properties. Nothing is derived from the order or the number of a kind.

use crate::word::coded_enum;

coded_enum! {
    /// The purpose of a dispatch.
    pub enum DispatchKind {
        Digest = (0, "digest"),
        Test = (1, "test"),
        Confirmation = (2, "confirmation"),
        Notice = (3, "notice"),
        Enquiry = (4, "enquiry"),
    }
}

/// How many mails a dispatch may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// A whole audience. It leaves room for urgent mails, its addresses are checked against new suppressions before each
    /// mail, and its progress is recorded for a chart.
    Bulk,
    /// A few mails, each requested by somebody who waits for it.
    Urgent,
}

/// When a dispatch ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// After its last delivery.
    OneOff,
    /// Never: there is one dispatch of its kind.
    Standing,
}

/// What happens when the relay refuses what all mails of a dispatch have in common: sender, content or size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The dispatch is paused until an editor resumes it; no delivery fails.
    Pause,
    /// The delivery fails: the editor who sent it sees that and sends another.
    Fail,
    /// The mails wait until the relay accepts them.
    Wait,
}

/// The properties of a kind of dispatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Properties {
    /// Lower goes first.
    pub priority: u8,
    pub load: Load,
    pub life: Life,
    pub refusal: Refusal,
}

impl DispatchKind {
    #[must_use]
    pub const fn properties(self) -> Properties {
        let (priority, load, life, refusal) = match self {
            Self::Confirmation => (10, Load::Urgent, Life::Standing, Refusal::Wait),
            Self::Notice => (20, Load::Urgent, Life::Standing, Refusal::Wait),
            Self::Enquiry => (30, Load::Urgent, Life::Standing, Refusal::Wait),
            Self::Test => (40, Load::Urgent, Life::OneOff, Refusal::Fail),
            Self::Digest => (100, Load::Bulk, Life::OneOff, Refusal::Pause),
        };
        Properties { priority, load, life, refusal }
    }

    #[must_use]
    pub const fn priority(self) -> u8 {
        self.properties().priority
    }

    #[must_use]
    pub const fn is_bulk(self) -> bool {
        matches!(self.properties().load, Load::Bulk)
    }

    /// The kinds whose dispatches may be as large as an audience.
    pub fn bulk() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| kind.is_bulk())
    }
}
