//! Whether PostgreSQL still answers, checked every second on a connection of its own. A server that hangs keeps every
//! other connection waiting without end; a slow one must not be mistaken for it. This runs no jobs.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Conn, Error, Result};

const EVERY: Duration = Duration::from_secs(1);
/// A server that has not answered for this long counts as away.
const SILENT: Duration = Duration::from_secs(4);

/// When the server last answered. Dropping it ends the thread without waiting for it.
pub(super) struct Pulse(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    wake: Condvar,
}

struct State {
    last: Instant,
    ended: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next check; false when the thread is to end.
    fn pause(&self) -> bool {
        let waited = self.wake.wait_timeout_while(self.lock(), EVERY, |state| !state.ended);
        !waited.unwrap_or_else(PoisonError::into_inner).0.ended
    }
}

impl Pulse {
    /// Starts the checks; `open` makes a connection.
    pub(super) fn start(open: impl Fn() -> Result<Conn> + Send + 'static) -> Result<Self> {
        let state = State { last: Instant::now(), ended: false };
        let shared = Arc::new(Shared { state: Mutex::new(state), wake: Condvar::new() });
        let beating = shared.clone();
        let thread = move || {
            let mut kept = None;
            while beating.pause() {
                kept = kept.or_else(|| open().ok()).and_then(|mut conn| conn.batch("SELECT 1").is_ok().then_some(conn));
                if kept.is_some() {
                    beating.lock().last = Instant::now();
                }
            }
        };
        let started: std::io::Result<JoinHandle<()>> =
            std::thread::Builder::new().name("db-pulse".to_owned()).spawn(thread);
        started.map_err(|error| Error::Gone(error.to_string()))?;
        Ok(Self(shared))
    }

    /// Whether the server has not answered for too long.
    pub(super) fn is_silent(&self) -> bool {
        self.0.lock().last.elapsed() > SILENT
    }
}

impl Drop for Pulse {
    fn drop(&mut self) {
        self.0.lock().ended = true;
        self.0.wake.notify_all();
    }
}
