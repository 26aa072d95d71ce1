//! Why a delivery is in its state, how far its last attempt came, and why a dispatch is paused: kinds with values, which
//! Fluent puts into words where they are shown.

use serde::{Deserialize, Serialize};

use crate::locale::Locale;
use crate::mail::{Stage, fault, record_words};
use crate::word::coded_enum;

coded_enum! {
    /// Why a delivery is in its state.
    pub enum DeliveryReason {
        NoSuchMailbox = (1, "no-such-mailbox"),
        Refused = (2, "refused"),
        /// It was retried for as long as the policy allows.
        TooOld = (3, "too-old"),
        Deferred = (4, "deferred"),
        /// The relay's reply was not read.
        InDoubt = (5, "in-doubt"),
        /// As [`Self::InDoubt`], and it will be sent again.
        InDoubtAgain = (6, "in-doubt-again"),
        /// The recipient left after the lease.
        Withdrawn = (7, "withdrawn"),
        Suppressed = (8, "suppressed"),
        Unsubscribed = (9, "unsubscribed"),
        Erased = (10, "erased"),
        /// Its sign-up was not confirmed in time.
        NeverConfirmed = (11, "never-confirmed"),
        Cancelled = (12, "cancelled"),
        /// An editor queued it again.
        SentAgain = (13, "sent-again"),
    }
}

impl DeliveryReason {
    /// The reason in words; empty for `None`.
    #[must_use]
    pub fn words(reason: Option<Self>, locale: &Locale) -> String {
        reason.map(|reason| locale.t(&format!("delivery-reason-{reason}"))).unwrap_or_default()
    }
}

coded_enum! {
    /// How far an attempt came.
    pub enum DeliveryStage {
        Compose = (0, "compose"),
        /// The mail was larger than the relay takes.
        Size = (1, "size"),
        Connect = (2, "connect"),
        Greeting = (3, "greeting"),
        Hello = (4, "hello"),
        Tls = (5, "tls"),
        Auth = (6, "auth"),
        MailFrom = (7, "mail_from"),
        RcptTo = (8, "rcpt_to"),
        Data = (9, "data"),
        Dot = (10, "dot"),
    }
}

impl From<Stage> for DeliveryStage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Connect => Self::Connect,
            Stage::Greeting => Self::Greeting,
            Stage::Hello => Self::Hello,
            Stage::Tls => Self::Tls,
            Stage::Auth => Self::Auth,
            Stage::MailFrom => Self::MailFrom,
            Stage::RcptTo => Self::RcptTo,
            Stage::Data => Self::Data,
            Stage::Dot => Self::Dot,
        }
    }
}

/// Why a dispatch is paused. Stored as JSON; replies are stored without addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PauseReason {
    Editor,
    /// The relay refuses what all mails of the dispatch have in common.
    Refused {
        stage: String,
        reply: String,
    },
    /// Too many refusals in a row to be about the recipients.
    RefusedInARow {
        reply: String,
    },
    /// The relay cannot be used until its configuration is corrected.
    Misconfigured {
        /// As stored in the relay's health.
        fault: String,
    },
    /// The mails are larger than the relay takes.
    TooLarge {
        bytes: usize,
    },
    /// The dispatch names a relay that is not in the configuration.
    UnknownRelay {
        relay: String,
    },
    /// The database is an older copy, so its mails may have been sent since.
    Restored,
}

impl PauseReason {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        match self {
            Self::Editor => locale.t("pause-reason-editor"),
            Self::Refused { stage, reply } => {
                locale.t2("pause-reason-refused", "stage", stage.as_str(), "reply", reply.as_str())
            }
            Self::RefusedInARow { reply } => locale.t1("pause-reason-refused-in-a-row", "reply", reply.as_str()),
            Self::Misconfigured { fault } => {
                let words = fault::words(fault, locale).map_or_else(|| record_words(fault, locale), |(_, words)| words);
                locale.t1("pause-reason-misconfigured", "fault", words)
            }
            Self::TooLarge { bytes } => locale.t1("pause-reason-too-large", "bytes", bytes.to_string()),
            Self::UnknownRelay { relay } => locale.t1("pause-reason-unknown-relay", "relay", relay.as_str()),
            Self::Restored => locale.t("pause-reason-restored"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_text_of_its_own() {
        let locale = Locale::default();
        let mut words: Vec<String> =
            DeliveryReason::ALL.iter().map(|reason| DeliveryReason::words(Some(*reason), &locale)).collect();
        words.extend(pauses().iter().map(|reason| reason.words(&locale)));
        let all = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), all);
        assert!(!words.iter().any(|words| words.is_empty() || words.contains("-reason-")), "{words:?}");
        assert_eq!(DeliveryReason::words(None, &locale), "");
    }

    fn pauses() -> [PauseReason; 7] {
        let text = || "550 5.7.1".to_owned();
        [
            PauseReason::Editor,
            PauseReason::Refused { stage: "mail_from".to_owned(), reply: text() },
            PauseReason::RefusedInARow { reply: text() },
            PauseReason::Misconfigured { fault: text() },
            PauseReason::TooLarge { bytes: 9_000 },
            PauseReason::UnknownRelay { relay: "second".to_owned() },
            PauseReason::Restored,
        ]
    }

    #[test]
    fn a_pause_reason_survives_its_column() {
        for reason in pauses() {
            let kept = serde_json::to_string(&reason).unwrap();
            assert_eq!(serde_json::from_str::<PauseReason>(&kept).unwrap(), reason);
        }
    }

    #[test]
    fn a_stage_has_the_same_name_in_faults_and_rows() {
        for stage in Stage::ALL {
            assert_eq!(DeliveryStage::from(stage).as_str(), stage.name());
        }
    }
}
