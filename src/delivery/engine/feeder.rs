//! The feeder: claims due deliveries in small leases, the most urgent dispatch first, and keeps the leases alive.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedSender;

use super::context::{Context, Job, Message};
use crate::clock::{SECOND, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::queries::lease::{self, Lease, Leased};
use crate::delivery::{Outcome, Verdict, recovery};
use crate::mail::Template;

/// How often the queue is looked at when nobody nudges: a command beside the server only queues.
const POLL: Duration = Duration::from_millis(500);
const RENEW_EVERY: Duration = Duration::from_secs(20);
const LEASE: i64 = 90 * SECOND;
/// Templates kept between claims.
const MESSAGES_KEPT: usize = 64;

struct Feeder {
    context: Arc<Context>,
    outcomes: UnboundedSender<Outcome>,
    messages: HashMap<i64, Arc<Message>>,
    renewed: Instant,
}

/// What one claim brought.
struct Claimed {
    running: Vec<i64>,
    withdrawn: Vec<i64>,
    rows: Vec<Leased>,
    messages: Vec<(i64, String, Vec<u8>)>,
}

pub(super) async fn run(context: Arc<Context>, outcomes: UnboundedSender<Outcome>) {
    let mut feeder = Feeder { context, outcomes, messages: HashMap::new(), renewed: Instant::now() };
    while !feeder.context.desk.is_stopped() {
        let more = feeder.feed().await;
        feeder.keep_leases().await;
        if !more {
            let _ = tokio::time::timeout(POLL, feeder.context.desk.hungry()).await;
        }
    }
    for job in feeder.context.desk.drain() {
        let _ = feeder.outcomes.send(job.outcome(Verdict::Released, "", String::new()));
    }
}

impl Feeder {
    /// Fills the desk; true when there may be more at once.
    async fn feed(&mut self) -> bool {
        let room = self.context.desk.room();
        let lease_token = i64::from_be_bytes(self.context.random.bytes()) & i64::MAX;
        let known: HashSet<i64> = self.messages.keys().copied().collect();
        let (node, now, claimed) = (self.context.settings.node, self.context.clock.now(), Instant::now());
        let work = move |conn: &mut Conn| claim(conn, node, lease_token, now, room, &known);
        let result = match self.context.db.write_outcomes(work).await {
            Ok(result) => result,
            Err(error) => {
                tracing::error!(%error, "no deliveries could be claimed");
                return false;
            }
        };
        self.context.desk.set_running(result.running);
        self.context.desk.withdraw_rows(result.withdrawn);
        self.keep_messages(result.messages);
        let full = !result.rows.is_empty() && result.rows.len() < room;
        let jobs = result.rows.into_iter().filter_map(|leased| self.job(leased, lease_token, claimed)).collect();
        self.context.desk.put(jobs);
        full
    }

    fn keep_messages(&mut self, fresh: Vec<(i64, String, Vec<u8>)>) {
        if self.messages.len() + fresh.len() > MESSAGES_KEPT {
            self.messages.clear();
        }
        for (id, sender, body) in fresh {
            match Template::parse(&body) {
                Ok(template) => {
                    self.messages.insert(id, Arc::new(Message { sender, template }));
                }
                Err(error) => tracing::error!(message = id, %error, "a frozen message cannot be read"),
            }
        }
    }

    /// A job, or nothing when its message is unreadable: then the delivery has failed and the rest goes on.
    fn job(&self, leased: Leased, lease: i64, claimed: Instant) -> Option<Job> {
        let Some(message) = self.messages.get(&leased.message_id) else {
            let outcome = Outcome {
                delivery: leased.id,
                dispatch: leased.dispatch_id,
                lease,
                verdict: Verdict::Failed { hard: false },
                stage: "compose".to_owned(),
                reply: "the frozen message cannot be read".to_owned(),
                address: leased.address.unwrap_or_default(),
                captured: None,
            };
            let _ = self.outcomes.send(outcome);
            return None;
        };
        Some(Job { leased, lease, message: message.clone(), claimed })
    }

    /// Renews the leases, and takes over those of nodes that are gone.
    async fn keep_leases(&mut self) {
        if self.renewed.elapsed() < RENEW_EVERY {
            return;
        }
        let began = Instant::now();
        let (node, now, rules) = (self.context.settings.node, self.context.clock.now(), self.context.rules.clone());
        let anything_out = self.context.desk.is_anything_out();
        let work = move |conn: &mut Conn| {
            let now = lease::database_time(conn, now)?;
            if anything_out {
                lease::renew(conn, node, now.plus(LEASE))?;
            }
            recovery::take_over(conn, now, node, &rules)
        };
        match self.context.db.write_outcomes(work).await {
            Ok(taken_over) => {
                self.renewed = began;
                self.context.desk.set_renewed(began);
                if taken_over > 0 {
                    tracing::warn!(deliveries = taken_over, "took over from a node whose leases ran out");
                }
            }
            Err(error) => tracing::error!(%error, "the leases could not be renewed"),
        }
    }
}

fn claim(
    conn: &mut Conn,
    node: i64,
    token: i64,
    now: Timestamp,
    room: usize,
    known: &HashSet<i64>,
) -> db::Result<Claimed> {
    let now = lease::database_time(conn, now)?;
    let held = Lease { node, token, until: now.plus(LEASE) };
    let running = lease::running(conn)?;
    let mut rows = Vec::new();
    let mut left = i64::try_from(room).unwrap_or(i64::MAX);
    let mut ahead = running.as_slice();
    while let Some((_, priority)) = ahead.first().copied() {
        let (alike, rest) = ahead.split_at(ahead.iter().take_while(|(_, other)| *other == priority).count());
        left -= claim_fairly(conn, now, alike, held, left, &mut rows)?;
        ahead = rest;
    }
    let wanted: HashSet<i64> = rows.iter().map(|row| row.message_id).filter(|id| !known.contains(id)).collect();
    let mut messages = Vec::with_capacity(wanted.len());
    for id in wanted {
        let (sender, body) = lease::message(conn, id)?;
        messages.push((id, sender, body));
    }
    let withdrawn = lease::withdrawn(conn, node)?;
    Ok(Claimed { running: running.into_iter().map(|(id, _)| id).collect(), withdrawn, rows, messages })
}

/// Dispatches of one priority share what there is; what one does not need goes to the next.
fn claim_fairly(
    conn: &mut Conn,
    now: Timestamp,
    dispatches: &[(i64, i64)],
    held: Lease,
    most: i64,
    rows: &mut Vec<Leased>,
) -> db::Result<i64> {
    let mut taken = 0;
    for (index, (dispatch, _)) in dispatches.iter().enumerate() {
        let others = i64::try_from(dispatches.len() - index).unwrap_or(1);
        let share = (most - taken + others - 1) / others;
        if share <= 0 {
            break;
        }
        let claimed = lease::claim(conn, now, *dispatch, held, share)?;
        taken += i64::try_from(claimed.len()).unwrap_or_default();
        rows.extend(claimed);
    }
    Ok(taken)
}
