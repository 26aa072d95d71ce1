//! Periodic tasks that run until the process ends.

use std::future::Future;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

/// How long a turn may take when the process is to end.
const GRACE: Duration = Duration::from_secs(1);

/// The tasks of this process; they see `stop` and end between two turns.
#[derive(Debug)]
pub struct Workers {
    tasks: JoinSet<()>,
    stop: watch::Sender<bool>,
}

impl Default for Workers {
    fn default() -> Self {
        Self { tasks: JoinSet::new(), stop: watch::channel(false).0 }
    }
}

impl Workers {
    /// Starts a task that runs a turn at once and then after each pause.
    pub fn start<F, T>(&mut self, pause: Duration, turn: F)
    where
        F: Fn() -> T + Send + 'static,
        T: Future<Output = ()> + Send + 'static,
    {
        self.tasks.spawn(every(pause, turn, self.stop.subscribe()));
    }

    /// As [`Self::start`]; without a pause the task does not run.
    pub fn start_if<F, T>(&mut self, pause: Option<Duration>, turn: F)
    where
        F: Fn() -> T + Send + 'static,
        T: Future<Output = ()> + Send + 'static,
    {
        if let Some(pause) = pause {
            self.start(pause, turn);
        }
    }

    /// Ends all tasks. A turn that is not over in a second is dropped with its uncommitted changes.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Runs turns until `stop`. After a panic the next turn runs at its time.
pub async fn every<F, T>(pause: Duration, turn: F, mut stop: watch::Receiver<bool>)
where
    F: Fn() -> T,
    T: Future<Output = ()> + Send + 'static,
{
    while !*stop.borrow() {
        let mut task = tokio::spawn(turn());
        tokio::select! {
            ended = &mut task => if let Err(error) = ended {
                tracing::error!(%error, "a worker's turn broke off; the next one comes in its time");
            },
            () = too_late(stop.clone()) => return task.abort(),
        }
        let _ = tokio::time::timeout(pause, stop.changed()).await;
    }
}

/// Returns when a turn must end.
async fn too_late(mut stop: watch::Receiver<bool>) {
    if stop.wait_for(|stopped| *stopped).await.is_ok() {
        tokio::time::sleep(GRACE).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    async fn third(turns: &AtomicUsize) {
        while turns.load(Ordering::SeqCst) < 3 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    #[tokio::test]
    async fn turns_are_taken_until_the_worker_stops() {
        let turns = Arc::new(AtomicUsize::new(0));
        let mut workers = Workers::default();
        let counted = turns.clone();
        workers.start(Duration::from_millis(1), move || {
            counted.fetch_add(1, Ordering::SeqCst);
            async {}
        });
        third(&turns).await;
        workers.stop().await;
        let taken = turns.load(Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(10)).await;
        assert_eq!(turns.load(Ordering::SeqCst), taken);
    }

    /// A panic ended the task silently, so no scheduled digest was sent until the next start.
    #[tokio::test]
    async fn a_turn_that_panics_does_not_end_the_worker() {
        let turns = Arc::new(AtomicUsize::new(0));
        let mut workers = Workers::default();
        let counted = turns.clone();
        workers.start(Duration::from_millis(1), move || {
            let turn = counted.fetch_add(1, Ordering::SeqCst);
            async move { assert!(turn > 0, "the first turn panics") }
        });
        third(&turns).await;
        workers.stop().await;
    }

    /// Feeds that never answer kept the process from ending for half a minute.
    #[tokio::test]
    async fn a_turn_that_does_not_end_is_dropped() {
        let mut workers = Workers::default();
        workers.start(Duration::from_millis(1), std::future::pending::<()>);
        tokio::time::sleep(Duration::from_millis(10)).await;
        tokio::time::timeout(GRACE * 2, workers.stop()).await.unwrap();
    }
}
