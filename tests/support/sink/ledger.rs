//! The record of the mails that the sink accepted, in memory or in a file.
//!
//! The file gets one line `recipient message-id` for each accepted mail, synced before the mail's 250 is sent; mails
//! that arrive during a sync share the next one.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use tokio::sync::{Notify, oneshot};

/// One accepted mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub return_path: String,
    pub recipient: String,
    /// Without angle brackets.
    pub message_id: String,
    /// As received, without dot-stuffing.
    pub data: String,
}

/// The accepted mails, the commands and the number of connections.
#[derive(Default)]
pub struct Ledger {
    mails: Mutex<Vec<Accepted>>,
    commands: Mutex<Vec<String>>,
    seen: Mutex<HashSet<String>>,
    /// When the mails of the last second were accepted, if their rate is limited.
    recent: Mutex<Vec<Instant>>,
    connections: AtomicUsize,
    changed: Notify,
    file: Option<mpsc::Sender<Entry>>,
}

/// A line for the file, and a channel that reports when it is synced.
type Entry = (String, oneshot::Sender<()>);

impl Ledger {
    /// A ledger that writes lines to a file and keeps no mail in memory.
    pub fn in_file(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        let (entries, incoming) = mpsc::channel();
        std::thread::spawn(move || write_all(file, &incoming));
        Ok(Self { file: Some(entries), ..Self::default() })
    }

    /// Records a mail; true if the record is durable, so that the mail may be acknowledged.
    pub async fn accept(&self, mail: Accepted) -> bool {
        let Some(file) = &self.file else {
            lock(&self.mails).push(mail);
            self.changed.notify_waiters();
            return true;
        };
        let (synced, wait) = oneshot::channel();
        file.send((format!("{} {}\n", mail.recipient, mail.message_id), synced)).is_ok() && wait.await.is_ok()
    }

    /// The mails accepted so far (none with a file).
    pub fn mails(&self) -> Vec<Accepted> {
        lock(&self.mails).clone()
    }

    pub async fn wait_for(&self, count: usize, limit: Duration) -> Vec<Accepted> {
        let enough = async {
            loop {
                let changed = self.changed.notified();
                if lock(&self.mails).len() >= count {
                    return;
                }
                changed.await;
            }
        };
        // After a timeout the caller's comparison fails.
        let _ = tokio::time::timeout(limit, enough).await;
        self.mails()
    }

    /// Every command line received, in order, without bodies.
    pub fn commands(&self) -> Vec<String> {
        lock(&self.commands).clone()
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub(super) fn connected(&self) {
        self.connections.fetch_add(1, Ordering::SeqCst);
    }

    pub(super) fn command(&self, line: &str) {
        if self.file.is_none() {
            lock(&self.commands).push(line.to_owned());
        }
    }

    /// Whether fewer than `most` mails were accepted in the last second; then one more is.
    pub(super) fn has_room(&self, most: usize) -> bool {
        let mut recent = lock(&self.recent);
        recent.retain(|at| at.elapsed() < Duration::from_secs(1));
        let has_room = recent.len() < most;
        recent.extend(has_room.then(Instant::now));
        has_room
    }

    /// Whether this is the first RCPT for the address.
    pub(super) fn is_first(&self, recipient: &str) -> bool {
        lock(&self.seen).insert(recipient.to_owned())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn write_all(mut file: File, incoming: &mpsc::Receiver<Entry>) {
    while let Ok((mut lines, first)) = incoming.recv() {
        let mut waiting = vec![first];
        for (line, synced) in incoming.try_iter() {
            lines.push_str(&line);
            waiting.push(synced);
        }
        if let Err(error) = file.write_all(lines.as_bytes()).and_then(|()| file.sync_data()) {
            eprintln!("the ledger cannot be written: {error}");
            return;
        }
        for synced in waiting {
            // The session may be gone.
            let _ = synced.send(());
        }
    }
}
