//! The pace: at most so many mails a second, for a relay that refuses more. Couriers take turns; whoever has the turn takes
//! the most urgent job when its time has come.

use std::num::NonZeroU16;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

use super::desk::Desk;
use super::job::Job;

/// A mail that began late, such as for a slow timer, lets the next ones begin earlier, by this much at most.
const CAUGHT_UP: Duration = Duration::from_millis(50);

pub(super) struct Pace {
    interval: Duration,
    /// When the next mail may begin.
    next: Mutex<Instant>,
}

impl Pace {
    pub fn new(messages_per_second: NonZeroU16) -> Self {
        let interval = Duration::from_secs(1) / u32::from(messages_per_second.get());
        Self { interval, next: Mutex::new(Instant::now()) }
    }

    /// The next job, at its time; `None` once the engine stops.
    pub async fn take(&self, desk: &Desk) -> Option<Job> {
        let mut next = self.next.lock().await;
        tokio::select! {
            () = sleep_until(*next) => {}
            () = desk.ended() => {}
        }
        let job = desk.take().await;
        let now = Instant::now();
        *next = (*next).max(now.checked_sub(CAUGHT_UP).unwrap_or(now)) + self.interval;
        job
    }
}
