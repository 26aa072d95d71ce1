//! Digests: makes those of editions with a schedule, sends scheduled ones at their time, plans the audience of those being sent, and cancels the remaining
//! deliveries of cancelled ones, chunk by chunk.

use std::time::Duration;

use crate::clock::Clock;
use crate::db::{self, Conn, Db, instance};
use crate::delivery;
use crate::digest::send::{self, Outfit};
use crate::digest::{self, DigestError, run};

/// How long planning waits for an overloaded database, and how often in one turn.
const BREATH: Duration = Duration::from_millis(100);
const PATIENCE: u32 = 50;

/// The dependencies of this worker.
#[derive(Clone)]
pub struct Digests {
    pub db: Db,
    pub clock: Clock,
    pub outfit: Outfit,
}

impl Digests {
    /// One turn; a failure is logged and the next turn tries again.
    pub async fn turn(&self) {
        if let Err(error) = self.try_turn().await {
            tracing::error!(%error, "the digests could not be looked after");
        }
    }

    async fn try_turn(&self) -> db::Result<()> {
        let now = self.clock.now();
        let work = move |conn: &mut Conn| {
            let is_restored = instance::known_fact(conn, instance::RESTORED)?.is_some();
            let (due, sending) = (digest::due(conn, now)?, digest::sending(conn)?);
            Ok::<_, db::Error>((is_restored, due, sending, delivery::half_cancelled(conn)?))
        };
        let (is_restored, due, sending, cancelled) = self.db.read(work).await?;
        if is_restored {
            self.hold_restored().await;
        }
        self.run_editions().await?;
        for id in due {
            self.send(id).await;
        }
        for id in sending {
            self.plan(id).await;
        }
        for dispatch in cancelled {
            while self.db.write(move |conn| delivery::cancel_waiting(conn, now, dispatch)).await? > 0 {}
        }
        Ok(())
    }

    async fn hold_restored(&self) {
        let now = self.clock.now();
        let hold = move |conn: &mut Conn| {
            run::begin_anew(conn, now)?;
            send::hold_restored(conn, now)
        };
        match self.db.write(hold).await {
            Ok(digests) => tracing::warn!(digests, "the database is an older copy: scheduled digests are held"),
            Err(error) => tracing::error!(%error, "the scheduled digests could not be held"),
        }
    }

    /// Prepares the runs that are due, and ends those whose time has come.
    async fn run_editions(&self) -> db::Result<()> {
        let now = self.clock.now();
        let work = move |conn: &mut Conn| Ok::<_, db::Error>((run::due(conn, now)?, run::ripe(conn, now)?));
        let (due, ripe) = self.db.read(work).await?;
        for edition in due {
            let outfit = self.outfit.clone();
            match self.db.write(move |conn| run::prepare(conn, now, &outfit, edition)).await {
                Ok(Some((outcome, digest))) => tracing::info!(edition, digest, %outcome, "an edition's time has come"),
                Ok(None) => {}
                Err(error) => tracing::error!(edition, %error, "an edition's digest could not be made"),
            }
        }
        for one in ripe {
            let outfit = self.outfit.clone();
            if let Err(error) = self.db.write(move |conn| run::finish(conn, now, &outfit, &one)).await {
                tracing::error!(digest = one.digest_id, %error, "a digest of a schedule could not be sent");
            }
        }
        Ok(())
    }

    async fn send(&self, id: i64) {
        let (now, outfit) = (self.clock.now(), self.outfit.clone());
        match self.db.write(move |conn| send::send_due(conn, now, &outfit, id)).await {
            Ok(Some(Ok(dispatch))) => {
                tracing::info!(digest = id, dispatch, "a scheduled digest is sending");
                self.plan(id).await;
            }
            Ok(Some(Err(reason))) => tracing::warn!(digest = id, %reason, "a scheduled digest is held"),
            Ok(None) => {}
            Err(error) => tracing::error!(digest = id, %error, "a scheduled digest could not be looked after"),
        }
    }

    /// Plans the rest of a digest's audience. It waits while the database is overloaded; the next turn continues what
    /// is left.
    pub async fn plan(&self, id: i64) {
        let mut patience = PATIENCE;
        loop {
            let (now, outfit) = (self.clock.now(), self.outfit.clone());
            match self.db.write(move |conn| send::plan(conn, now, &outfit, id)).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(DigestError::Db(db::Error::Busy)) if patience > 0 => {
                    patience -= 1;
                    tokio::time::sleep(BREATH).await;
                }
                Err(error) => return tracing::error!(digest = id, %error, "an audience could not be planned"),
            }
        }
    }
}
