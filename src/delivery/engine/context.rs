//! What the engine's tasks share, and the job that passes between them.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::mpsc::UnboundedSender;

use super::Settings;
use super::breaker::Breaker;
use super::desk::Desk;
use super::gate::Gate;
use crate::clock::Clock;
use crate::db::Db;
use crate::delivery::journal::Journal;
use crate::delivery::queries::lease::Leased;
use crate::delivery::queries::record::Rules;
use crate::delivery::{DeliveryStage, DispatchKind, Outcome, Refusal, Verdict};
use crate::effect::{Effect, Listener};
use crate::mail::{Mailbox, Template};
use crate::token::{Random, hex, keyed_hash};

pub(super) struct Context {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub settings: Settings,
    pub rules: Rules,
    pub database_id: Vec<u8>,
    pub journal: Journal,
    pub desk: Desk,
    pub gate: Gate,
    pub breaker: Breaker,
}

impl Listener for Context {
    fn committed(&self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Queued => self.desk.nudge(),
                Effect::Left(recipient) => self.desk.withdraw(*recipient),
                Effect::Held(dispatch) => self.desk.hold(*dispatch),
            }
        }
    }
}

/// A frozen message, ready to be spliced.
pub(super) struct Message {
    pub sender: String,
    pub template: Template,
}

/// One leased delivery on its way.
pub(super) struct Job {
    pub leased: Leased,
    pub lease: i64,
    pub message: Arc<Message>,
    /// Taken before the claim, so that the lease ends later than we believe.
    pub claimed: Instant,
    /// The dispatch's.
    pub kind: DispatchKind,
    /// Whether it met the end of a connection, and is to be tried on a new one.
    pub tried: bool,
    /// Whether its dot may have been written.
    pub dotted: bool,
    pub outcomes: UnboundedSender<Outcome>,
}

/// A job that is dropped by a panic reports its outcome, or its row would stay leased for as long as the process lives.
impl Drop for Job {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let verdict = if self.dotted { Verdict::Doubt } else { Verdict::Deferred { counted: true } };
            let stage = self.dotted.then_some(DeliveryStage::Dot);
            // Nobody receives it when the engine itself has ended; then recovery reads the journal.
            let _ = self.outcomes.send(self.outcome(verdict, stage, "the program failed at this mail".to_owned()));
        }
    }
}

impl Job {
    pub fn is_urgent(&self) -> bool {
        !self.kind.is_bulk()
    }

    /// What happens when the relay refuses what all mails of its dispatch have alike.
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

    /// The whole mail for this recipient. An error is this delivery's own and ends it.
    pub fn splice(&self, context: &Context) -> Result<String, String> {
        let to = Mailbox::new(None, self.address()).map_err(|error| error.name().to_owned())?;
        let fields: Vec<String> = serde_json::from_str(&self.leased.fields).map_err(|error| error.to_string())?;
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let date = context.clock.now().to_utc();
        let mut mail = String::new();
        let id = message_id(&context.database_id, self.leased.id, &self.message.sender);
        self.message.template.splice(&mut mail, &to, &id, date, &fields).map_err(|error| error.name().to_owned())?;
        Ok(mail)
    }
}

/// The Message-ID without brackets: the same at every attempt, on every node, after every change of the secret.
fn message_id(database_id: &[u8], delivery: i64, sender: &str) -> String {
    let proof = keyed_hash(database_id, &delivery.to_be_bytes());
    let domain = sender.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    format!("{delivery}.{}@{domain}", hex(proof.get(..8).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_id_depends_on_the_delivery_and_the_installation() {
        let id = message_id(&[1; 32], 7, "news@example.org");
        assert_eq!(id, message_id(&[1; 32], 7, "news@example.org"));
        assert_ne!(id, message_id(&[2; 32], 7, "news@example.org"));
        assert!(id.starts_with("7.") && id.ends_with("@example.org"), "{id}");
    }
}
