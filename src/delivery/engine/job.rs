//! A job: one leased delivery on its way from the feeder over the desk to a courier.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::mpsc::UnboundedSender;

use crate::clock::Timestamp;
use crate::delivery::message_id::message_id;
use crate::delivery::queries::lease::Leased;
use crate::delivery::{AttemptNote, DeliveryStage, DispatchKind, Outcome, Refusal, Verdict};
use crate::mail::{Mailbox, Template};

/// A frozen message, ready to be spliced.
pub(super) struct Message {
    pub sender: String,
    pub template: Template,
}

/// A leased delivery with its message.
pub(super) struct Job {
    pub leased: Leased,
    pub lease: i64,
    pub message: Arc<Message>,
    /// Taken before the claim, so that the lease ends later than this node assumes.
    pub claimed: Instant,
    /// The kind of its dispatch.
    pub kind: DispatchKind,
    /// Whether its connection ended before it was sent; then it is tried once more on a new one.
    pub tried: bool,
    /// Whether its dot may have been written.
    pub dotted: bool,
    pub outcomes: UnboundedSender<Outcome>,
}

/// A job that a panic drops reports its outcome; otherwise its row would stay leased while the process lives.
impl Drop for Job {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let verdict = if self.dotted { Verdict::Doubt } else { Verdict::Deferred { counted: true } };
            let stage = self.dotted.then_some(DeliveryStage::Dot);
            // Nobody receives it if the engine itself has ended; then recovery reads the journal.
            let _ = self.outcomes.send(self.outcome(verdict, stage, AttemptNote::Panicked.to_string()));
        }
    }
}

impl Job {
    pub fn is_urgent(&self) -> bool {
        !self.kind.is_bulk()
    }

    /// What happens when the relay refuses what all mails of the dispatch have in common.
    pub fn refusal(&self) -> Refusal {
        self.kind.properties().refusal
    }

    pub fn address(&self) -> &str {
        self.leased.address.as_deref().unwrap_or_default()
    }

    pub fn outcome(&self, verdict: Verdict, stage: Option<DeliveryStage>, reply: String) -> Outcome {
        Outcome {
            delivery: self.leased.id,
            dispatch: self.leased.dispatch_id,
            lease: self.lease,
            verdict,
            stage,
            reply,
            address: self.address().to_owned(),
            captured: None,
        }
    }

    /// The whole mail for this recipient. An error fails this delivery only; it is the attempt's record.
    pub fn splice(&self, database_id: &[u8], now: Timestamp) -> Result<String, String> {
        let to = Mailbox::new(None, self.address()).map_err(|error| error.name().to_owned())?;
        let fields: Vec<String> =
            serde_json::from_str(&self.leased.fields).map_err(|_| AttemptNote::UnreadableFields.to_string())?;
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let mut mail = String::new();
        let id = message_id(database_id, self.leased.id, &self.message.sender);
        let spliced = self.message.template.splice(&mut mail, &to, &id, now.to_utc(), &fields);
        spliced.map_err(|error| error.name().to_owned())?;
        Ok(mail)
    }
}
