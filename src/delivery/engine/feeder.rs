//! The feeder: claims due deliveries in small leases, the most urgent dispatch first, and renews the leases.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedSender;

use super::context::{Context, Job, Message};
use super::desk::Room;
use crate::clock::{SECOND, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::queries::lease::{self, Lease, Leased, LeasedRow, Running};
use crate::delivery::queries::{dispatch, relay};
use crate::delivery::{DeliveryStage, DispatchKind, Outcome, PauseReason, Verdict, recovery, suppression};
use crate::email_address::EmailAddress;
use crate::mail::Template;

/// How often the queue is looked at without a nudge: a command beside the server only queues. As often, and not with every
/// claim, the feeder asks which recipients left through another process, which reads all leased rows, and whether
/// addresses were suppressed.
const POLL: Duration = Duration::from_millis(500);
const RENEW_EVERY: Duration = Duration::from_secs(20);
const LEASE: i64 = 90 * SECOND;
/// Templates kept between claims.
const MESSAGES_KEPT: usize = 64;

struct Feeder {
    context: Arc<Context>,
    outcomes: UnboundedSender<Outcome>,
    messages: HashMap<i64, Arc<Message>>,
    /// When it was last asked who has left and whether addresses were suppressed.
    asked: Option<Instant>,
    /// When the newest suppression was made.
    suppressed: Option<Timestamp>,
    /// When the leases were last seen to; `None` when they are to be at once.
    renewed: Option<Instant>,
}

/// What one claim brought.
struct Claimed {
    running: Vec<Running>,
    rows: Vec<Leased>,
    messages: Vec<(i64, String, Vec<u8>)>,
}

pub(super) async fn run(context: Arc<Context>, outcomes: UnboundedSender<Outcome>) {
    let mut feeder =
        Feeder { context, outcomes, messages: HashMap::new(), asked: None, suppressed: None, renewed: None };
    while !feeder.context.desk.is_stopped() {
        let more = feeder.feed().await;
        feeder.keep_leases().await;
        let desk = &feeder.context.desk;
        for refused in feeder.context.breaker.settled(Instant::now(), |dispatch| desk.out_of(dispatch)) {
            let _ = feeder.outcomes.send(refused);
        }
        if !more {
            let _ = tokio::time::timeout(POLL, feeder.context.desk.hungry()).await;
        }
    }
    for refused in feeder.context.breaker.drain() {
        let _ = feeder.outcomes.send(Outcome { verdict: Verdict::Released, ..refused });
    }
    for job in feeder.context.desk.drain() {
        let _ = feeder.outcomes.send(job.outcome(Verdict::Released, None, String::new()));
    }
}

impl Feeder {
    /// Fills the desk; true when there may be more at once.
    async fn feed(&mut self) -> bool {
        self.context.desk.look();
        let room = self.context.desk.room();
        let lease_token = i64::from_be_bytes(self.context.random.bytes()) & i64::MAX;
        let known: HashSet<i64> = self.messages.keys().copied().collect();
        let (node, now, claimed) = (self.context.settings.node, self.context.clock.now(), Instant::now());
        let (key, newest) = (self.context.rules.suppression_key.clone(), self.suppressed);
        let asks = self.asked.is_none_or(|at| at.elapsed() >= POLL);
        let work = move |conn: &mut Conn| {
            let claimed = claim(conn, node, lease_token, now, room, &known)?;
            let news = if asks { Some((lease::withdrawn(conn, node)?, suppression::newest(conn)?)) } else { None };
            let newest = news.as_ref().map_or(newest, |(_, newest)| *newest);
            let suppressed = suppressed(conn, &key, newest, &claimed)?;
            Ok::<_, db::Error>((claimed, suppressed, news))
        };
        let (result, suppressed, news) = match self.context.db.write_outcomes(work).await {
            Ok(result) => result,
            Err(error) => {
                tracing::error!(%error, "no deliveries could be claimed");
                // It may have been committed all the same; then those rows are found as strays.
                self.renewed = None;
                return false;
            }
        };
        if self.context.desk.set_running(result.running.iter().map(|running| running.id).collect()) {
            self.context.gate.hurry();
        }
        if let Some((withdrawn, newest)) = news {
            (self.asked, self.suppressed) = (Some(claimed), newest);
            self.context.desk.withdraw_rows(withdrawn);
        }
        self.keep_messages(result.messages, &result.rows);
        let kinds: HashMap<i64, DispatchKind> =
            result.running.iter().map(|running| (running.id, running.kind)).collect();
        let more = !result.rows.is_empty() && i64::try_from(result.rows.len()).is_ok_and(|rows| rows < room.bulk);
        let job = |leased: Leased| {
            // What was claimed is of a dispatch that ran.
            let kind = kinds.get(&leased.dispatch_id).copied()?;
            self.job(leased, lease_token, claimed, kind)
        };
        let (suppressed, rows): (Vec<Leased>, Vec<Leased>) =
            result.rows.into_iter().partition(|row| suppressed.contains(&row.id));
        for row in suppressed {
            let _ = self.outcomes.send(unbegun(row, lease_token, Verdict::Suppressed, None, ""));
        }
        let jobs = rows.into_iter().filter_map(job).collect();
        self.context.desk.put(jobs);
        more
    }

    /// Keeps the templates of these rows, and as many others as there is room for.
    fn keep_messages(&mut self, fresh: Vec<(i64, String, Vec<u8>)>, rows: &[Leased]) {
        if self.messages.len() + fresh.len() > MESSAGES_KEPT {
            let needed: HashSet<i64> = rows.iter().map(|row| row.message_id).collect();
            self.messages.retain(|id, _| needed.contains(id));
        }
        for (id, sender, body) in fresh {
            match Template::parse(&body) {
                Ok(template) => {
                    self.messages.insert(id, Arc::new(Message { sender, template }));
                }
                Err(error) => tracing::error!(message = id, error = error.name(), "a frozen message cannot be read"),
            }
        }
    }

    /// A job, or nothing when its message is unreadable: then the delivery has failed and the rest goes on.
    fn job(&self, leased: Leased, lease: i64, claimed: Instant, kind: DispatchKind) -> Option<Job> {
        let Some(message) = self.messages.get(&leased.message_id) else {
            let reply = "the frozen message cannot be read";
            let _ = self.outcomes.send(unbegun(
                leased,
                lease,
                Verdict::Failed { hard: false },
                Some(DeliveryStage::Compose),
                reply,
            ));
            return None;
        };
        let outcomes = self.outcomes.clone();
        Some(Job { leased, lease, message: message.clone(), claimed, kind, tried: false, dotted: false, outcomes })
    }

    /// Renews the leases, gives back strays, and takes over from nodes that are gone.
    async fn keep_leases(&mut self) {
        if self.renewed.is_some_and(|at| at.elapsed() < RENEW_EVERY) {
            return;
        }
        let began = Instant::now();
        let (node, now, rules) = (self.context.settings.node, self.context.clock.now(), self.context.rules.clone());
        let renew = move |conn: &mut Conn| {
            let until = lease::database_time(conn, now)?.plus(LEASE);
            lease::renew(conn, node, until)
        };
        // Two transactions: one locks deliveries first, the other their dispatch.
        let take_over = move |conn: &mut Conn| {
            let now = lease::database_time(conn, now)?;
            recovery::take_over(conn, now, node, &rules)
        };
        match self.context.db.write_outcomes(renew).await {
            Ok(leases) => {
                self.renewed = Some(began);
                self.give_back(
                    self.context.desk.renewed(began, leases.iter().map(|row| (row.id, row.lease_token)).collect()),
                    &leases,
                );
            }
            Err(error) => tracing::error!(%error, "the leases could not be renewed"),
        }
        match self.context.db.write_outcomes(take_over).await {
            Ok(0) => {}
            Ok(deliveries) => tracing::warn!(deliveries, "took over from a node whose leases ran out"),
            Err(error) => tracing::error!(%error, "no leases could be taken over"),
        }
    }

    /// Rows that were leased for this node by a claim whose answer was lost: nobody has begun them.
    fn give_back(&self, strays: Vec<(i64, i64)>, leases: &[LeasedRow]) {
        let strays: HashSet<(i64, i64)> = strays.into_iter().collect();
        for row in leases.iter().filter(|row| strays.contains(&(row.id, row.lease_token))) {
            let _ = self.outcomes.send(recovery::outcome(row, Verdict::Released));
        }
    }
}

/// The outcome of a delivery that does not reach the desk.
fn unbegun(leased: Leased, lease: i64, verdict: Verdict, stage: Option<DeliveryStage>, reply: &str) -> Outcome {
    Outcome {
        delivery: leased.id,
        dispatch: leased.dispatch_id,
        lease,
        verdict,
        stage,
        reply: reply.to_owned(),
        address: leased.address.unwrap_or_default(),
        captured: None,
    }
}

/// Which of the claimed are not to be mailed after all, because their address was suppressed after they were queued, such
/// as by another newsletter's bounce; `newest` is when the newest suppression was made. Urgent mails are each asked for by
/// their recipient.
fn suppressed(conn: &mut Conn, key: &[u8], newest: Option<Timestamp>, claimed: &Claimed) -> db::Result<HashSet<i64>> {
    let is_older =
        |running: &&Running| running.kind.is_bulk() && newest.is_some_and(|newest| newest >= running.created_at);
    let older: HashSet<i64> = claimed.running.iter().filter(is_older).map(|running| running.id).collect();
    let rows: Vec<&Leased> = claimed.rows.iter().filter(|row| older.contains(&row.dispatch_id)).collect();
    if rows.is_empty() {
        return Ok(HashSet::new());
    }
    let address = |row: &&Leased| EmailAddress::from_envelope(row.address.as_deref().unwrap_or_default());
    let addresses: Vec<EmailAddress> = rows.iter().map(address).collect();
    let found = suppression::suppressed_among(conn, key, &addresses)?;
    Ok(rows.iter().zip(found).filter(|(_, suppressed)| *suppressed).map(|(row, _)| row.id).collect())
}

fn claim(
    conn: &mut Conn,
    node: i64,
    token: i64,
    now: Timestamp,
    room: Room,
    known: &HashSet<i64>,
) -> db::Result<Claimed> {
    let held = Lease { node, token, length: LEASE };
    let mut running = lease::running(conn)?;
    let lost: Vec<Running> = running.extract_if(.., |dispatch| !is_ours(dispatch.relay.as_deref())).collect();
    for dispatch in lost {
        let reason = PauseReason::UnknownRelay { relay: dispatch.relay.unwrap_or_default() };
        dispatch::pause(conn, dispatch.id, &reason)?;
    }
    let mut rows = Vec::new();
    let mut filled = 0;
    let waiting: Vec<&Running> = running.iter().filter(|dispatch| dispatch.to_go > 0).collect();
    for alike in waiting.chunk_by(|one, next| one.kind.priority() == next.kind.priority()) {
        let is_bulk = alike.first().is_some_and(|first| first.kind.is_bulk());
        let most = if is_bulk { room.bulk } else { room.urgent };
        filled += claim_fairly(conn, now, alike, held, most - filled, &mut rows)?;
    }
    let wanted: HashSet<i64> = rows.iter().map(|row| row.message_id).filter(|id| !known.contains(id)).collect();
    let mut messages = Vec::with_capacity(wanted.len());
    for id in wanted {
        let (sender, body) = lease::message(conn, id)?;
        messages.push((id, sender, body));
    }
    Ok(Claimed { running, rows, messages })
}

/// Whether this engine serves the relay that a dispatch names. There is the default one only.
fn is_ours(relay: Option<&str>) -> bool {
    relay.is_none_or(|name| name == relay::RELAY)
}

/// Dispatches of one priority share the room; what one does not need goes to the next.
fn claim_fairly(
    conn: &mut Conn,
    now: Timestamp,
    dispatches: &[&Running],
    held: Lease,
    most: i64,
    rows: &mut Vec<Leased>,
) -> db::Result<i64> {
    let mut taken = 0;
    for (index, dispatch) in dispatches.iter().enumerate() {
        let others = i64::try_from(dispatches.len() - index).unwrap_or(1);
        let share = (most - taken + others - 1) / others;
        if share <= 0 {
            break;
        }
        let claimed = lease::claim(conn, now, dispatch.id, held, share)?;
        taken += i64::try_from(claimed.len()).unwrap_or_default();
        rows.extend(claimed);
    }
    Ok(taken)
}
