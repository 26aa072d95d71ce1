//! A courier: one task with one connection. It takes jobs to the relay and reports the outcome of each. In the database it
//! changes nothing but the relay's health, and the state of a digest that the relay refuses.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedSender;

use super::context::Context;
use super::desk::Stop;
use super::gate::Closed;
use super::job::Job;
use crate::delivery::queries::relay as news;
use crate::delivery::{AttemptNote, DeliveryStage, Outcome, PauseReason, Refusal, Verdict};
use crate::mail::{self, Connection, Envelope, Fault, FaultKind, Judgement, RelayAddress, anonymous, classify};

/// Mails over one connection before it is replaced.
const MOST_PER_CONNECTION: u32 = 500;
/// An idle connection is closed after this.
const IDLE: Duration = Duration::from_mins(1);
/// The addresses that the capture relay refuses, so that a failure can be seen without a server.
const CAPTURE_REFUSES: &str = "@bounce.example";
/// The longest sleep while the gate is closed, so that a stop is noticed.
const NAP: Duration = Duration::from_millis(500);

struct Courier {
    context: Arc<Context>,
    outcomes: UnboundedSender<Outcome>,
    connection: Option<Connection>,
    carried: u32,
    /// When it began its present job.
    began: Instant,
}

/// Runs until the engine stops. A courier that panics is replaced, and its mail goes back to the queue.
pub(super) async fn run(context: Arc<Context>, outcomes: UnboundedSender<Outcome>) {
    while let Err(error) = tokio::spawn(carry_on(context.clone(), outcomes.clone())).await {
        tracing::error!(%error, "a courier panicked; another takes its place");
    }
}

async fn carry_on(context: Arc<Context>, outcomes: UnboundedSender<Outcome>) {
    let mut courier = Courier { context, outcomes, connection: None, carried: 0, began: Instant::now() };
    let mut next = None;
    loop {
        let job = match next.take() {
            Some(job) => job,
            None => match courier.wait().await {
                Some(job) => job,
                None => break,
            },
        };
        next = match courier.context.settings.relay {
            RelayAddress::Capture => courier.capture(&job),
            RelayAddress::Smtp(_) => courier.carry(job).await,
        };
    }
    courier.hang_up().await;
}

impl Courier {
    async fn wait(&mut self) -> Option<Job> {
        loop {
            match tokio::time::timeout(IDLE, self.next_job()).await {
                Ok(job) => return job,
                Err(_) => self.hang_up().await,
            }
        }
    }

    async fn next_job(&self) -> Option<Job> {
        match &self.context.pace {
            Some(pace) => pace.take(&self.context.desk).await,
            None => self.context.desk.take().await,
        }
    }

    async fn hang_up(&mut self) {
        if let Some(connection) = self.connection.take() {
            connection.quit().await;
        }
        self.carried = 0;
    }

    fn report(&self, outcome: Outcome) {
        if self.outcomes.send(outcome).is_err() {
            tracing::error!("the recorder has ended before its couriers");
        }
    }

    fn report_stop(&self, job: &Job, stop: Stop) {
        let verdict = match stop {
            Stop::Withdrawn => Verdict::Withdrawn,
            Stop::Released | Stop::Unnoted => Verdict::Released,
        };
        self.report(job.outcome(verdict, None, String::new()));
    }

    /// The whole mail of a job, or the name of the error that fails it.
    fn splice(&self, job: &Job) -> Result<String, String> {
        job.splice(&self.context.database_id, self.context.clock.now())
    }

    /// Keeps a mail in the outbox instead of sending it.
    fn capture(&self, job: &Job) -> Option<Job> {
        if let Err(stop) = self.context.desk.may_begin(job) {
            self.report_stop(job, stop);
            return None;
        }
        if job.address().ends_with(CAPTURE_REFUSES) {
            let reply = "550 5.1.1 the capture relay refuses every mailbox here".to_owned();
            self.report(job.outcome(Verdict::Failed { hard: true }, Some(DeliveryStage::RcptTo), reply));
            return None;
        }
        match self.splice(job) {
            Ok(mail) => match self.context.desk.before_dot(job, || Ok(())) {
                Ok(()) => {
                    let note = AttemptNote::Captured.to_string();
                    let outcome = job.outcome(Verdict::Sent, Some(DeliveryStage::Dot), note);
                    self.report(Outcome { captured: Some(mail), ..outcome });
                }
                Err(stop) => self.report_stop(job, stop),
            },
            Err(error) => {
                self.report(job.outcome(Verdict::Failed { hard: false }, Some(DeliveryStage::Compose), error));
            }
        }
        None
    }

    /// Sends one job; returns the next one if it was announced meanwhile.
    async fn carry(&mut self, mut job: Job) -> Option<Job> {
        self.began = Instant::now();
        if let Err(stop) = self.context.desk.may_begin(&job) {
            return self.give_up(&job, stop);
        }
        let prepared = self.splice(&job).and_then(|mail| {
            let envelope =
                Envelope::new(&job.message.sender, job.address()).map_err(|error| error.name().to_owned())?;
            Ok((mail, envelope))
        });
        let (mail, envelope) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => {
                self.drop_announced();
                self.report(job.outcome(Verdict::Failed { hard: false }, Some(DeliveryStage::Compose), error));
                return None;
            }
        };
        if job.tried && self.carried > 0 {
            self.hang_up().await;
        }
        if self.connection.as_ref().is_some_and(|connection| !connection.takes(mail.len())) {
            // The relay may have raised its limit since the connection was opened.
            self.drop_connection();
        }
        let Some(mut connection) = self.connected().await else {
            self.drop_announced();
            self.put_back(job);
            return None;
        };
        if !connection.takes(mail.len()) {
            drop(connection);
            self.carried = 0;
            self.too_large(&job, mail.len()).await;
            return None;
        }
        if let Err(fault) = connection.begin(&envelope).await {
            self.not_begun(job, &fault, connection).await;
            return None;
        }
        let note = || self.context.journal.dot(job.leased.id, job.lease);
        if let Err(stop) = self.context.desk.before_dot(&job, note) {
            // The relay waits for the mail: only closing the connection withdraws it.
            drop(connection);
            self.carried = 0;
            self.report_stop(&job, stop);
            if stop == Stop::Unnoted {
                self.relay_failed(&AttemptNote::JournalUnwritable.to_string(), false).await;
            }
            return None;
        }
        job.dotted = true;
        let next = self.announce(&connection);
        let done = connection.finish(&mail, next.as_ref().map(|(_, envelope)| envelope)).await;
        self.conclude(&job, done, connection, next.map(|(job, _)| job)).await
    }

    /// Handles a fault before the mail itself was sent.
    async fn not_begun(&mut self, mut job: Job, fault: &Fault, connection: Connection) {
        if !fault.connection_lost() {
            self.keep(connection);
            return self.report_fault(&job, fault).await;
        }
        let worked_before = std::mem::take(&mut self.carried) > 0;
        let has_ended = matches!(fault.kind, FaultKind::Closed) || fault.reply.as_ref().is_some_and(|r| r.code == 421);
        if worked_before && has_ended && !job.tried {
            // A relay may end a connection after some mails or some time: that counts against nobody and needs no wait.
            job.tried = true;
            return self.put_back(job);
        }
        self.report_fault(&job, fault).await;
    }

    /// Puts back a job that was not tried; once the engine stops, it goes back to the queue.
    fn put_back(&self, job: Job) {
        if let Some(job) = self.context.desk.put_back(job) {
            self.report_stop(&job, Stop::Released);
        }
    }

    /// The next job to announce after this one's dot, if there is one and the relay offers PIPELINING.
    fn announce(&self, connection: &Connection) -> Option<(Job, Envelope)> {
        let waits_for_its_time = self.context.pace.is_some();
        if !connection.pipelines() || waits_for_its_time || self.carried + 1 >= MOST_PER_CONNECTION {
            return None;
        }
        let job = self.context.desk.take_to_announce()?;
        if let Err(stop) = self.context.desk.may_begin(&job) {
            self.report_stop(&job, stop);
            return None;
        }
        match Envelope::new(&job.message.sender, job.address()) {
            Ok(envelope) => Some((job, envelope)),
            Err(error) => {
                let (verdict, stage) = (Verdict::Failed { hard: false }, Some(DeliveryStage::Compose));
                self.report(job.outcome(verdict, stage, error.name().to_owned()));
                None
            }
        }
    }

    /// Notes and reports the reply to the dot. Returns the announced job, or puts it back if the connection is lost.
    async fn conclude(
        &mut self,
        job: &Job,
        done: Result<mail::Reply, Fault>,
        connection: Connection,
        next: Option<Job>,
    ) -> Option<Job> {
        let lost = match &done {
            Ok(_) => false,
            Err(fault) => fault.connection_lost(),
        };
        match done {
            Ok(reply) => {
                self.note_reply(job, reply.code);
                for refused in self.context.breaker.accepted(job.leased.dispatch_id) {
                    self.report(refused);
                }
                self.report(job.outcome(Verdict::Sent, Some(DeliveryStage::Dot), reply.to_string()));
                self.relay_is_well().await;
            }
            Err(fault) => {
                if let Some(reply) = &fault.reply {
                    self.note_reply(job, reply.code);
                }
                self.report_fault(job, &fault).await;
            }
        }
        if lost {
            self.carried = 0;
            if let Some(next) = next {
                self.put_back(next);
            }
            return None;
        }
        self.keep(connection);
        self.carried += 1;
        if self.carried >= MOST_PER_CONNECTION && next.is_none() {
            self.hang_up().await;
        }
        next
    }

    fn note_reply(&self, job: &Job, code: u16) {
        if let Err(error) = self.context.journal.reply(job.leased.id, job.lease, code) {
            tracing::error!(%error, "a reply could not be noted in the delivery journal");
        }
    }

    fn keep(&mut self, connection: Connection) {
        self.connection = Some(connection);
    }

    /// Releases a job before it began, and closes the connection if the job was announced.
    fn give_up(&mut self, job: &Job, stop: Stop) -> Option<Job> {
        self.drop_announced();
        self.report_stop(job, stop);
        None
    }

    /// Drops the connection if a mail was announced on it.
    fn drop_announced(&mut self) {
        if self.connection.as_ref().is_some_and(Connection::announced) {
            self.drop_connection();
        }
    }

    fn drop_connection(&mut self) {
        self.connection = None;
        self.carried = 0;
    }

    /// The connection, opened if necessary; `None` after a failure, while the gate is closed, or once the engine stops.
    async fn connected(&mut self) -> Option<Connection> {
        if let Some(wait) = self.context.gate.wait() {
            tokio::time::sleep(wait.min(NAP)).await;
            return None;
        }
        if let Some(mut connection) = self.connection.take()
            && !connection.is_stale()
        {
            return Some(connection);
        }
        let context = self.context.clone();
        tokio::select! {
            connection = self.open() => connection,
            () = context.desk.ended() => None,
        }
    }

    async fn open(&mut self) -> Option<Connection> {
        let context = self.context.clone();
        let _probe = context.gate.probe().await;
        if context.gate.wait().is_some() {
            return None;
        }
        self.began = Instant::now();
        match Connection::open(&context.settings.relay, &context.settings.hello, &context.settings.timeouts).await {
            Ok(connection) => {
                self.carried = 0;
                Some(connection)
            }
            Err(fault) => {
                let permanent = matches!(classify(&fault), Judgement::RelayFault { permanent: true });
                tracing::warn!(stage = fault.stage.name(), %fault, "the relay cannot be used");
                self.relay_failed(&fault.to_string(), permanent).await;
                None
            }
        }
    }

    /// Notes a failure of the relay itself and closes the gate to all couriers for a while.
    async fn relay_failed(&self, reason: &str, permanent: bool) {
        let context = &self.context;
        let misconfigured = context.gate.failed(self.began, permanent) == Closed::Misconfigured;
        news::relay_failed(&context.db, context.clock.now(), reason, misconfigured).await;
    }

    /// Notes that the relay works: it has judged a mail.
    async fn relay_is_well(&self) {
        if self.context.gate.succeeded() {
            news::relay_is_back(&self.context.db, self.context.clock.now()).await;
        }
    }

    async fn report_fault(&self, job: &Job, fault: &Fault) {
        let reply = fault.record();
        let judgement = classify(fault);
        match judgement {
            Judgement::RelayFault { permanent: true } => {
                if job.refusal() == Refusal::Wait {
                    self.relay_failed(&anonymous(&fault.to_string()), false).await;
                }
                let stage = fault.stage.name().to_owned();
                self.pause(job, PauseReason::Refused { stage, reply: anonymous(&reply) }).await;
            }
            Judgement::RelayFault { permanent: false } | Judgement::Deferred { counts: false } => {
                self.relay_failed(&anonymous(&fault.to_string()), false).await;
            }
            Judgement::Deferred { counts: true } | Judgement::Refused { .. } if fault.reply.is_some() => {
                self.relay_is_well().await;
            }
            _ => {}
        }
        let verdict = match judgement {
            Judgement::RelayFault { permanent: true } if job.refusal() == Refusal::Fail => {
                Verdict::Failed { hard: false }
            }
            _ => judgement.into(),
        };
        let outcome = job.outcome(verdict, Some(fault.stage.into()), reply);
        if judgement == (Judgement::Refused { hard: false }) {
            self.refused(job, outcome).await;
        } else {
            self.report(outcome);
        }
    }

    /// Handles a refusal that is not about the mailbox. Too many in a row mean that none is about its recipient.
    async fn refused(&self, job: &Job, outcome: Outcome) {
        let last = anonymous(&outcome.reply);
        let Some(run) = self.context.breaker.refused(Instant::now(), outcome) else { return };
        self.pause(job, PauseReason::RefusedInARow { reply: last }).await;
        // Mails of a dispatch that is not paused are retried after growing waits, and fail once they are too old.
        let verdict = Verdict::Deferred { counted: job.refusal() != Refusal::Pause };
        for outcome in run {
            self.report(Outcome { verdict, ..outcome });
        }
    }

    /// Handles a mail that is larger than the relay takes.
    async fn too_large(&self, job: &Job, bytes: usize) {
        if job.refusal() != Refusal::Pause {
            let note = AttemptNote::TooLargeForRelay { bytes }.to_string();
            return self.report(job.outcome(Verdict::Failed { hard: false }, Some(DeliveryStage::Size), note));
        }
        self.pause(job, PauseReason::TooLarge { bytes }).await;
        self.report_stop(job, Stop::Released);
    }

    /// Pauses the job's dispatch, if its kind is paused on a refusal; its jobs stay on the desk.
    async fn pause(&self, job: &Job, reason: PauseReason) {
        if job.refusal() == Refusal::Pause {
            // Held at once, and again by the effect of the pause: the feeder may query the running dispatches before the
            // pause is written.
            self.context.desk.hold(job.leased.dispatch_id);
            news::pause(&self.context.db, job.leased.dispatch_id, reason).await;
        }
    }
}
