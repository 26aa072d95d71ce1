//! A closure on its way through a database thread, and the answer on its way back. It decides nothing about transactions.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use super::{Conn, Error};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Read,
    Write,
}

/// A closure on its way through a database thread.
pub(super) trait Job: Send {
    fn mode(&self) -> Mode;
    /// Whether its caller still waits.
    fn is_wanted(&self) -> bool;
    /// Runs the closure, in a savepoint when the open transaction is shared; returns whether it succeeded.
    fn run(&mut self, conn: &mut Conn, shared: bool) -> bool;
    /// Answers the caller. A success counts only if the transaction around it was committed.
    fn finish(self: Box<Self>, committed: std::result::Result<(), String>);
}

pub(super) struct Task<F, T, E> {
    mode: Mode,
    work: Option<F>,
    result: Option<std::result::Result<T, E>>,
    reply: oneshot::Sender<std::result::Result<T, E>>,
}

impl<F, T, E> Task<F, T, E> {
    pub(super) fn new(mode: Mode, work: F, reply: oneshot::Sender<std::result::Result<T, E>>) -> Self {
        Self { mode, work: Some(work), result: None, reply }
    }
}

impl<F, T, E> Job for Task<F, T, E>
where
    F: FnOnce(&mut Conn) -> std::result::Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn mode(&self) -> Mode {
        self.mode
    }

    fn is_wanted(&self) -> bool {
        !self.reply.is_closed()
    }

    fn run(&mut self, conn: &mut Conn, shared: bool) -> bool {
        let Some(work) = self.work.take() else { return false };
        let safe = |conn: &mut Conn| {
            catch_unwind(AssertUnwindSafe(|| work(conn))).unwrap_or_else(|_| Err(E::from(Error::Panic)))
        };
        let result = if shared { conn.savepoint(safe) } else { safe(conn) };
        let succeeded = result.is_ok();
        self.result = Some(result);
        succeeded
    }

    fn finish(self: Box<Self>, committed: std::result::Result<(), String>) {
        let result = match (self.result, committed) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(reason)) => Err(E::from(Error::Gone(reason))),
            (None, Ok(())) => Err(E::from(Error::Gone("the work was not run".to_owned()))),
        };
        let _ = self.reply.send(result);
    }
}
