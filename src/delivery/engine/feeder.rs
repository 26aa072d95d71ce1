//! The feeder: claims due deliveries in small batches, the most urgent dispatch first, and renews their leases.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedSender;

use super::context::Context;
use super::desk::Room;
use super::job::{Job, Message};
use super::marker::Marker;
use crate::clock::{DAY, SECOND, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::queries::lease::{self, Lease, Leased, LeasedRow, Running};
use crate::delivery::queries::{dispatch, relay};
use crate::delivery::{AttemptNote, DeliveryStage, DispatchKind, Outcome, PauseReason, Verdict, recovery, suppression};
use crate::email_address::EmailAddress;
use crate::mail::Template;

/// How often the queue is polled without a nudge: a command beside the server only queues. At most as often, the feeder
/// queries which recipients left through another process, which reads all leased rows, and whether addresses were
/// suppressed.
const POLL: Duration = Duration::from_millis(500);
const RENEW_EVERY: Duration = Duration::from_secs(20);
const LEASE: i64 = 90 * SECOND;
/// How far apart the clocks of two servers may be.
const CLOCKS_APART: i64 = DAY;
/// Templates kept between claims.
const MESSAGES_KEPT: usize = 64;

struct Feeder {
    context: Arc<Context>,
    outcomes: UnboundedSender<Outcome>,
    messages: HashMap<i64, Arc<Message>>,
    /// When it last queried who has left and whether addresses were suppressed.
    queried: Option<Instant>,
    /// The time of the newest suppression.
    suppressed: Option<Timestamp>,
    /// When the leases were last renewed; `None` to renew them at once.
    renewed: Option<Instant>,
    marker: Marker,
}

/// The result of one claim.
struct Claimed {
    running: Vec<Running>,
    rows: Vec<Leased>,
    messages: Vec<(i64, String, Vec<u8>)>,
}

pub(super) async fn run(context: Arc<Context>, outcomes: UnboundedSender<Outcome>) {
    let mut feeder = Feeder {
        context,
        outcomes,
        messages: HashMap::new(),
        queried: None,
        suppressed: None,
        renewed: None,
        marker: Marker::default(),
    };
    while !feeder.context.desk.is_stopped() {
        let more = feeder.feed().await;
        feeder.keep_leases().await;
        feeder.marker.keep(&feeder.context).await;
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
    feeder.marker.end(&feeder.context).await;
}

impl Feeder {
    /// Fills the desk; true if there may be more to claim at once.
    async fn feed(&mut self) -> bool {
        self.context.desk.begin_query();
        let room = self.context.desk.room();
        let lease_token = i64::from_be_bytes(self.context.random.bytes()) & i64::MAX;
        let known: HashSet<i64> = self.messages.keys().copied().collect();
        let (node, now, claimed) = (self.context.settings.node, self.context.clock.now(), Instant::now());
        let (key, newest) = (self.context.rules.suppression_key.clone(), self.suppressed);
        let is_due = self.queried.is_none_or(|at| at.elapsed() >= POLL);
        let work = move |conn: &mut Conn| {
            let claimed = claim(conn, node, lease_token, now, room, &known)?;
            let news = if is_due { Some((lease::withdrawn(conn, node)?, suppression::newest(conn)?)) } else { None };
            let newest = news.as_ref().map_or(newest, |(_, newest)| *newest);
            let suppressed = suppressed(conn, &key, newest, &claimed)?;
            Ok::<_, db::Error>((claimed, suppressed, news))
        };
        let (result, suppressed, news) = match self.context.db.write_outcomes(work).await {
            Ok(result) => result,
            Err(error) => {
                tracing::error!(%error, "no deliveries could be claimed");
                // The claim may have been committed even so; then the next renewal finds its rows as strays.
                self.renewed = None;
                self.marker.claimed();
                return false;
            }
        };
        if !result.rows.is_empty() {
            self.marker.claimed();
        }
        if self.context.desk.set_running(result.running.iter().map(|running| running.id).collect()) {
            self.context.gate.hurry();
        }
        if let Some((withdrawn, newest)) = news {
            (self.queried, self.suppressed) = (Some(claimed), newest);
            self.context.desk.withdraw_rows(withdrawn);
        }
        self.keep_messages(result.messages, &result.rows);
        let kinds: HashMap<i64, DispatchKind> =
            result.running.iter().map(|running| (running.id, running.kind)).collect();
        let more = !result.rows.is_empty() && i64::try_from(result.rows.len()).is_ok_and(|rows| rows < room.bulk);
        let job = |leased: Leased| {
            // A claim takes rows of running dispatches only.
            let kind = kinds.get(&leased.dispatch_id).copied()?;
            self.job(leased, lease_token, claimed, kind)
        };
        let (suppressed, rows): (Vec<Leased>, Vec<Leased>) =
            result.rows.into_iter().partition(|row| suppressed.contains(&row.id));
        for row in suppressed {
            let _ = self.outcomes.send(unbegun(row, lease_token, Verdict::Suppressed, None, String::new()));
        }
        let jobs = rows.into_iter().filter_map(job).collect();
        self.context.desk.put(jobs);
        more
    }

    /// Keeps the templates of these rows, and others while there is room.
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

    /// The job of a leased row; `None` if its message is unreadable, in which case the delivery has failed.
    fn job(&self, leased: Leased, lease: i64, claimed: Instant, kind: DispatchKind) -> Option<Job> {
        let Some(message) = self.messages.get(&leased.message_id) else {
            let (verdict, stage) = (Verdict::Failed { hard: false }, Some(DeliveryStage::Compose));
            let note = AttemptNote::UnreadableMessage.to_string();
            let _ = self.outcomes.send(unbegun(leased, lease, verdict, stage, note));
            return None;
        };
        let outcomes = self.outcomes.clone();
        Some(Job { leased, lease, message: message.clone(), claimed, kind, tried: false, dotted: false, outcomes })
    }

    /// Renews the leases, releases strays, and takes over the leases of lost nodes.
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
        // Two transactions, because one locks deliveries first, and the other their dispatch.
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
            Ok(deliveries) => tracing::warn!(deliveries, "took over from a node whose leases ended"),
            Err(error) => tracing::error!(%error, "no leases could be taken over"),
        }
    }

    /// Releases rows that a claim leased for this node although its answer was lost: no job exists for them.
    fn give_back(&self, strays: Vec<(i64, i64)>, leases: &[LeasedRow]) {
        let strays: HashSet<(i64, i64)> = strays.into_iter().collect();
        for row in leases.iter().filter(|row| strays.contains(&(row.id, row.lease_token))) {
            let _ = self.outcomes.send(recovery::outcome(row, Verdict::Released));
        }
    }
}

/// The outcome of a delivery that never reaches the desk.
fn unbegun(leased: Leased, lease: i64, verdict: Verdict, stage: Option<DeliveryStage>, reply: String) -> Outcome {
    Outcome {
        delivery: leased.id,
        dispatch: leased.dispatch_id,
        lease,
        verdict,
        stage,
        reply,
        address: leased.address.unwrap_or_default(),
        captured: None,
    }
}

/// Which claimed deliveries must not be sent because their address was suppressed after they were queued, such as by a
/// bounce of another newsletter; `newest` is the time of the newest suppression. Urgent mails are exempt: each was
/// requested by its recipient.
fn suppressed(conn: &mut Conn, key: &[u8], newest: Option<Timestamp>, claimed: &Claimed) -> db::Result<HashSet<i64>> {
    let is_newer = |than: Timestamp| newest.is_some_and(|newest| newest.plus(CLOCKS_APART) >= than);
    let is_older = |running: &&Running| running.kind.is_bulk() && is_newer(running.created_at);
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
    let missing: HashSet<i64> = rows.iter().map(|row| row.message_id).filter(|id| !known.contains(id)).collect();
    let mut messages = Vec::with_capacity(missing.len());
    for id in missing {
        let (sender, body) = lease::message(conn, id)?;
        messages.push((id, sender, body));
    }
    Ok(Claimed { running, rows, messages })
}

/// Whether this engine serves the relay that a dispatch names: it serves the default relay only.
fn is_ours(relay: Option<&str>) -> bool {
    relay.is_none_or(|name| name == relay::RELAY)
}

/// Claims for dispatches of one priority, which share the room: what one does not need goes to the next.
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
