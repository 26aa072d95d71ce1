//! Whether PostgreSQL still answers, asked every second on a connection of its own: a server that hangs lets every other
//! connection wait without an end, and a slow one must not be taken for it. It runs no work.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Conn, Error, Result};

const EVERY: Duration = Duration::from_secs(1);
/// A server that has not answered for so long is called away.
const SILENT: Duration = Duration::from_secs(4);

/// The last sign of life. Ends its thread when dropped, but never waits for it.
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

    /// Waits for the next beat; false when it is time to end.
    fn pause(&self) -> bool {
        let waited = self.wake.wait_timeout_while(self.lock(), EVERY, |state| !state.ended);
        !waited.unwrap_or_else(PoisonError::into_inner).0.ended
    }
}

impl Pulse {
    /// Starts to ask; `open` makes a connection.
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

    /// Whether there was no sign of life for too long.
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
