//! The engine: leases due deliveries, hands them to the relay over connection tasks, and records the outcomes.
//!
//! ```text
//!   feeder ──jobs──► desk ──► courier × connections ──outcomes──► recorder
//!     ▲                │ withdraw, pause, stop            journal ◄─┤
//!     └── database ◄───┴──────────────────────────────────────────┘
//! ```
//! It runs on a runtime of its own, so that splicing and signing do not delay the web.

mod breaker;
mod context;
mod courier;
mod desk;
mod feeder;
mod gate;
mod job;
mod marker;
mod pace;
mod recorder;
mod settings;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use self::breaker::Breaker;
use self::context::Context;
use self::desk::Desk;
use self::gate::Gate;
use self::pace::Pace;
use super::journal::{self, Journal, Mark};
use super::queries::record::Rules;
use super::suppression;
use super::{recovery, restored};
use crate::clock::Clock;
use crate::db::{self, Conn, Db, instance};
use crate::mail::RelayAddress;
use crate::token::Random;

pub use settings::Settings;

/// Jobs on the desk for each connection: few, so that a lost node leaves few leases; enough to last until the next claim is
/// committed, which may wait for a chunk of planning.
const JOBS_PER_CONNECTION: usize = 8;

/// How long a stop waits for mails under way.
const STOP_LIMIT: Duration = Duration::from_secs(8);

/// Why an engine did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("the delivery journal {}: {source}", .path.display())]
    Journal { path: PathBuf, source: std::io::Error },
    #[error("the delivery threads could not be started: {0}")]
    Threads(std::io::Error),
}

/// The running engine of this process.
pub struct Engine {
    context: Arc<Context>,
    runtime: Option<Runtime>,
    tasks: Option<JoinSet<()>>,
}

impl Engine {
    /// The key under which addresses are suppressed.
    #[must_use]
    pub fn suppression_key(&self) -> &[u8] {
        &self.context.rules.suppression_key
    }

    /// Recovers from the last run, then begins to send.
    pub async fn start(db: Db, clock: Clock, random: Random, settings: Settings) -> Result<Self, StartError> {
        let facts = random.clone();
        let (database_id, suppression_key) = db
            .write(move |conn| {
                let id = instance::fact(conn, instance::DATABASE_ID, &facts)?;
                Ok::<_, db::Error>((id, suppression::key(conn, &facts)?))
            })
            .await?;
        let (journal, contents) = open_journal(&settings, &database_id)?;
        let rules = Rules { retry: settings.retry, suppression_key };
        let mark = recover(&db, &clock, &settings, &rules, contents).await?;
        journal.begin(mark).map_err(|source| journal_error(&settings, source))?;

        let (connections, pace) = match &settings.relay {
            RelayAddress::Capture => (1, None),
            RelayAddress::Smtp(smtp) => (usize::from(smtp.connections), smtp.messages_per_second.map(Pace::new)),
        };
        let (outcomes, received) = mpsc::unbounded_channel();
        let desk = Desk::new(connections * JOBS_PER_CONNECTION);
        let context = Arc::new(Context {
            db,
            clock,
            random,
            settings,
            rules,
            database_id,
            journal,
            desk,
            gate: Gate::default(),
            pace,
            breaker: Breaker::default(),
        });
        let weak = Arc::downgrade(&context);
        context.db.listen(weak);
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("delivery")
            .enable_all()
            .build()
            .map_err(StartError::Threads)?;
        let mut tasks = JoinSet::new();
        tasks.spawn_on(recorder::run(context.clone(), received), runtime.handle());
        tasks.spawn_on(feeder::run(context.clone(), outcomes.clone()), runtime.handle());
        for _ in 0..connections {
            tasks.spawn_on(courier::run(context.clone(), outcomes.clone()), runtime.handle());
        }
        Ok(Self { context, runtime: Some(runtime), tasks: Some(tasks) })
    }

    /// Returns only if the engine breaks. Then the process should end; after a restart it recovers from the journal.
    pub async fn broken(&mut self) {
        if let Some(tasks) = &mut self.tasks {
            while let Some(ended) = tasks.join_next().await {
                if ended.is_err() {
                    return;
                }
            }
        }
        std::future::pending::<()>().await;
    }

    /// Takes no more work, finishes and records the mails under way (8 s at most), and ends.
    pub async fn stop(mut self) {
        self.context.desk.stop();
        if let Some(mut tasks) = self.tasks.take() {
            let all = async { while tasks.join_next().await.is_some() {} };
            if tokio::time::timeout(STOP_LIMIT, all).await.is_err() {
                tracing::warn!("mails were still under way at the end; the journal keeps them");
            }
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.context.desk.stop();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn journal_error(settings: &Settings, source: std::io::Error) -> StartError {
    StartError::Journal { path: settings.journal.clone(), source }
}

fn open_journal(settings: &Settings, database_id: &[u8]) -> Result<(Journal, journal::Contents), StartError> {
    let id = database_id.try_into().unwrap_or([0; 32]);
    Journal::open(&settings.journal, &id, &settings.boot).map_err(|source| journal_error(settings, source))
}

/// Holds what an older copy of the database would send again, and applies the journal to the rows that this node had
/// leased. Returns the mark of the new journal.
async fn recover(
    db: &Db,
    clock: &Clock,
    settings: &Settings,
    rules: &Rules,
    contents: journal::Contents,
) -> Result<Mark, db::Error> {
    let (node, now, rules) = (settings.node, clock.now(), rules.clone());
    let work = move |conn: &mut Conn| {
        let checked = restored::check(conn, now, node, contents.mark)?;
        recovery::recover(conn, now, node, &rules, &contents)?;
        Ok::<_, db::Error>(checked)
    };
    let checked = db.write_outcomes(work).await?;
    if checked.is_older {
        restored::warn();
    }
    Ok(checked.mark)
}
