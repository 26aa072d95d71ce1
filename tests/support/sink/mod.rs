//! An SMTP server that records the accepted mails in a ledger and can be made to misbehave.
//!
//! Its replies depend on the recipient's local part (see [`rules`]) and on a [`Script`]. A test runs it in its own
//! process and reads the ledger; the kill test runs it as a program (`cargo run --example sink`) that writes each
//! accepted recipient to a file and syncs it before it replies 250.

pub mod ledger;
pub mod rules;
pub mod script;
pub mod session;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

pub use ledger::{Accepted, Ledger};
pub use script::{Action, Script, Verb};

/// A test that waits longer fails.
pub const TIMEOUT: Duration = Duration::from_secs(20);

/// A running sink; dropping it closes its connections.
pub struct Sink {
    pub addr: SocketAddr,
    pub ledger: Arc<Ledger>,
    task: JoinHandle<()>,
}

impl Sink {
    /// Listens on a free port of loopback.
    pub async fn start(script: Script) -> io::Result<Self> {
        Self::listen("127.0.0.1:0", script, Ledger::default()).await
    }

    pub async fn listen(addr: &str, script: Script, ledger: Ledger) -> io::Result<Self> {
        let listener = TcpListener::bind(addr).await?;
        let addr = listener.local_addr()?;
        let ledger = Arc::new(ledger);
        let task = tokio::spawn(accept(listener, Arc::new(script), Arc::clone(&ledger)));
        Ok(Self { addr, ledger, task })
    }

    /// `smtp://127.0.0.1:port`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.addr)
    }

    /// Waits until `count` mails were accepted or `limit` has passed; returns all accepted so far.
    pub async fn wait_for(&self, count: usize, limit: Duration) -> Vec<Accepted> {
        self.ledger.wait_for(count, limit).await
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, script: Arc<Script>, ledger: Arc<Ledger>) {
    let mut sessions = JoinSet::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        ledger.connected();
        let (script, ledger) = (Arc::clone(&script), Arc::clone(&ledger));
        sessions.spawn(async move {
            // A client may disconnect at any time.
            let _ = session::serve(stream, &script, &ledger).await;
        });
        while sessions.try_join_next().is_some() {}
    }
}
