//! The marker: raises this server's mark in the database while it sends, and notes it in the journal afterwards. So an older
//! copy of the database is known by its mark, at the next start or while the server runs.

use std::time::{Duration, Instant};

use super::context::Context;
use crate::db::Conn;
use crate::delivery::restored;

/// How soon after a claim the mark rises: a copy that is made before the claim must differ from the database after it.
const AFTER_CLAIM: Duration = Duration::from_secs(1);
/// How often it rises otherwise, so that other servers see that this one runs.
const IDLE: Duration = Duration::from_secs(20);

#[derive(Default)]
pub(super) struct Marker {
    raised: Option<Instant>,
    /// Whether deliveries were claimed since.
    has_claimed: bool,
}

impl Marker {
    /// Notes that deliveries were claimed.
    pub fn claimed(&mut self) {
        self.has_claimed = true;
    }

    /// Raises the mark if it is time.
    pub async fn keep(&mut self, context: &Context) {
        let wait = if self.has_claimed { AFTER_CLAIM } else { IDLE };
        if self.raised.is_none_or(|at| at.elapsed() >= wait) {
            self.raise(context).await;
        }
    }

    /// Raises the mark a last time.
    pub async fn end(&mut self, context: &Context) {
        if self.has_claimed {
            self.raise(context).await;
        }
    }

    async fn raise(&mut self, context: &Context) {
        let began = Instant::now();
        let (node, now, noted) = (context.settings.node, context.clock.now(), context.journal.marked());
        let work = move |conn: &mut Conn| restored::check(conn, now, node, Some(noted));
        match context.db.write_outcomes(work).await {
            Ok(checked) => {
                (self.raised, self.has_claimed) = (Some(began), false);
                if checked.is_older {
                    restored::warn();
                }
                if let Err(error) = context.journal.mark(checked.mark) {
                    tracing::error!(%error, "the delivery journal cannot be written");
                }
            }
            Err(error) => tracing::error!(%error, "the server's mark could not be raised"),
        }
    }
}
