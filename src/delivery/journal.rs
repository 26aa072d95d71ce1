//! The local journal, which survives kill -9. "Dot written" is noted before the final dot, the reply after it.
//!
//! An append reaches the page cache, which outlives the process. After a power cut the boot id differs; then a lease without
//! a note is in doubt too. The file carries the database's id, so that a restored backup ignores the journal of another
//! database. The journal decides nothing; recovery does.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::hash::Hasher;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use fnv::FnvHasher;

const MAGIC: &[u8; 8] = b"tidings1";
const HEADER: usize = 8 + 32 + 36;
const RECORD: usize = 24;
/// At this size the file is rewritten with its open notes only.
const COMPACT_AT: u64 = 1 << 20;

/// What the journal knows about one lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The dot was written; no reply was noted.
    Dot,
    /// The relay answered with this code.
    Reply(u16),
}

/// The contents of a journal when it is opened.
#[derive(Debug, Default)]
pub struct Contents {
    /// By (delivery, lease).
    pub notes: HashMap<(i64, i64), Note>,
    /// Whether no note can be missing: false after a power cut, or if there was no journal of this database.
    pub complete: bool,
}

pub struct Journal {
    path: PathBuf,
    header: [u8; HEADER],
    state: Mutex<State>,
}

struct State {
    file: File,
    length: u64,
    open: HashMap<(i64, i64), Note>,
    /// The last append failed and may have left half a record, after which nothing would be read.
    torn: bool,
}

impl Journal {
    /// Opens or makes the journal. `boot` is the boot id of the machine; empty if unknown.
    ///
    /// An incomplete journal stays incomplete until [`Self::begin`]: a process that ends between the two must not leave a
    /// journal behind that looks complete.
    pub fn open(path: &Path, database_id: &[u8; 32], boot: &str) -> io::Result<(Self, Contents)> {
        let header = header(database_id, boot);
        let contents = match std::fs::read(path) {
            Ok(bytes) => read(&bytes, &header),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Contents::default(),
            Err(error) => return Err(error),
        };
        let kept = if contents.complete { header } else { self::header(database_id, "") };
        let (file, length) = rewrite(path, &kept, &contents.notes)?;
        let state = Mutex::new(State { file, length, open: contents.notes.clone(), torn: false });
        Ok((Self { path: path.to_owned(), header, state }, contents))
    }

    /// Begins a new journal, once recovery has settled the contents of the old one.
    pub fn begin(&self) -> io::Result<()> {
        let mut state = self.lock();
        state.open.clear();
        self.compact(&mut state)
    }

    fn compact(&self, state: &mut State) -> io::Result<()> {
        (state.file, state.length) = rewrite(&self.path, &self.header, &state.open)?;
        state.torn = false;
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that the dot is about to be written. After an error it must not be written.
    pub fn dot(&self, delivery: i64, lease: i64) -> io::Result<()> {
        self.note(delivery, lease, Note::Dot)
    }

    /// Notes the relay's reply to the dot.
    pub fn reply(&self, delivery: i64, lease: i64, code: u16) -> io::Result<()> {
        self.note(delivery, lease, Note::Reply(code))
    }

    fn note(&self, delivery: i64, lease: i64, note: Note) -> io::Result<()> {
        let mut state = self.lock();
        if state.torn {
            self.compact(&mut state)?;
        }
        state.torn = true;
        state.file.write_all(&record(delivery, lease, note))?;
        state.torn = false;
        state.length += RECORD as u64;
        state.open.insert((delivery, lease), note);
        Ok(())
    }

    /// Forgets leases whose outcome is in the database.
    pub fn settle(&self, leases: impl IntoIterator<Item = (i64, i64)>) -> io::Result<()> {
        let mut state = self.lock();
        for lease in leases {
            state.open.remove(&lease);
        }
        if state.length >= COMPACT_AT {
            self.compact(&mut state)?;
        }
        Ok(())
    }
}

fn header(database_id: &[u8; 32], boot: &str) -> [u8; HEADER] {
    let mut header = [b' '; HEADER];
    let parts = MAGIC.iter().chain(database_id).chain(boot.as_bytes().iter().take(36));
    header.iter_mut().zip(parts).for_each(|(to, from)| *to = *from);
    header
}

/// Replaces the file by a new one with the open notes.
fn rewrite(path: &Path, header: &[u8; HEADER], open: &HashMap<(i64, i64), Note>) -> io::Result<(File, u64)> {
    let fresh = path.with_extension("new");
    let mut bytes = header.to_vec();
    for ((delivery, lease), note) in open {
        bytes.extend_from_slice(&record(*delivery, *lease, *note));
    }
    // It holds no personal data, but other users need not read it either.
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    std::fs::rename(&fresh, path)?;
    Ok((file, bytes.len() as u64))
}

fn record(delivery: i64, lease: i64, note: Note) -> [u8; RECORD] {
    let (kind, code) = match note {
        Note::Dot => (1_u8, 0),
        Note::Reply(code) => (2, code),
    };
    let [high, low] = code.to_be_bytes();
    let body = delivery.to_be_bytes().into_iter().chain(lease.to_be_bytes()).chain([kind, high, low]);
    let mut record = [0; RECORD];
    record.iter_mut().zip(body).for_each(|(to, from)| *to = from);
    let check = checksum(&record);
    record.iter_mut().rev().zip(check.to_be_bytes().into_iter().rev()).for_each(|(to, from)| *to = from);
    record
}

/// The low 32 bits of FNV-1a over the first 20 bytes: finds a torn last record.
fn checksum(record: &[u8; RECORD]) -> u32 {
    let mut hasher = FnvHasher::default();
    hasher.write(record.get(..RECORD - 4).unwrap_or_default());
    u32::try_from(hasher.finish() & u64::from(u32::MAX)).unwrap_or_default()
}

fn read(bytes: &[u8], header: &[u8; HEADER]) -> Contents {
    let Some((old, records)) = bytes.split_at_checked(HEADER) else { return Contents::default() };
    let same_database = old.iter().zip(header).take(40).all(|(a, b)| a == b);
    if !same_database {
        return Contents::default();
    }
    let mut notes = HashMap::new();
    for chunk in records.chunks_exact(RECORD) {
        let Some((lease, note)) = <&[u8; RECORD]>::try_from(chunk).ok().and_then(parse) else { break };
        notes.insert(lease, note);
    }
    let knows_boot = header.last().is_some_and(|byte| *byte != b' ');
    Contents { notes, complete: knows_boot && old == header }
}

fn parse(record: &[u8; RECORD]) -> Option<((i64, i64), Note)> {
    let [d0, d1, d2, d3, d4, d5, d6, d7, l0, l1, l2, l3, l4, l5, l6, l7, kind, high, low, _, c0, c1, c2, c3] = *record;
    if u32::from_be_bytes([c0, c1, c2, c3]) != checksum(record) {
        return None;
    }
    let delivery = i64::from_be_bytes([d0, d1, d2, d3, d4, d5, d6, d7]);
    let lease = i64::from_be_bytes([l0, l1, l2, l3, l4, l5, l6, l7]);
    let note = match kind {
        1 => Note::Dot,
        2 => Note::Reply(u16::from_be_bytes([high, low])),
        _ => return None,
    };
    Some(((delivery, lease), note))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOT: &str = "0b8f5f2e-1111-4222-8333-444455556666";

    fn reopened(change: impl FnOnce(&Path), id: u8, boot: &str) -> Contents {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (journal, found) = Journal::open(&path, &[1; 32], BOOT).unwrap();
        assert!(found.notes.is_empty());
        journal.begin().unwrap();
        journal.dot(5, 77).unwrap();
        journal.dot(6, 77).unwrap();
        journal.reply(6, 77, 250).unwrap();
        journal.dot(7, 78).unwrap();
        journal.settle([(7, 78)]).unwrap();
        drop(journal);
        change(&path);
        Journal::open(&path, &[id; 32], boot).unwrap().1
    }

    #[test]
    fn notes_survive_the_process() {
        let found = reopened(|_| (), 1, BOOT);
        assert!(found.complete);
        assert_eq!(found.notes.get(&(5, 77)), Some(&Note::Dot));
        assert_eq!(found.notes.get(&(6, 77)), Some(&Note::Reply(250)));
    }

    #[test]
    fn the_journal_of_another_database_is_ignored_and_a_power_cut_makes_it_incomplete() {
        let other = reopened(|_| (), 2, BOOT);
        assert!(other.notes.is_empty() && !other.complete);
        let cut = reopened(|_| (), 1, "another-boot");
        assert!(!cut.notes.is_empty() && !cut.complete);
    }

    /// A process may be killed during the recovery after a power cut.
    #[test]
    fn an_incomplete_journal_stays_so_until_recovery_has_ended() {
        let open_twice = |path: &Path| {
            let (_, found) = Journal::open(path, &[1; 32], "another-boot-that-is-36-bytes-long-.").unwrap();
            assert!(!found.complete && !found.notes.is_empty());
        };
        let found = reopened(open_twice, 1, "another-boot-that-is-36-bytes-long-.");
        assert!(!found.complete && !found.notes.is_empty());
    }

    #[test]
    fn a_torn_record_ends_the_journal() {
        let torn = |path: &Path| {
            let bytes = std::fs::read(path).unwrap();
            std::fs::write(path, &bytes[..HEADER + RECORD + 11]).unwrap();
        };
        assert_eq!(reopened(torn, 1, BOOT).notes.len(), 1);
        let spoilt = |path: &Path| {
            let mut bytes = std::fs::read(path).unwrap();
            bytes[HEADER + 3] ^= 1;
            std::fs::write(path, bytes).unwrap();
        };
        assert!(reopened(spoilt, 1, BOOT).notes.is_empty());
    }

    #[test]
    fn a_long_journal_is_rewritten_with_what_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (journal, _) = Journal::open(&path, &[1; 32], BOOT).unwrap();
        journal.dot(-1, 1).unwrap();
        for delivery in 0..50_000 {
            journal.dot(delivery, 1).unwrap();
            journal.settle([(delivery, 1)]).unwrap();
        }
        assert!(std::fs::metadata(&path).unwrap().len() <= COMPACT_AT);
        drop(journal);
        let (_, found) = Journal::open(&path, &[1; 32], BOOT).unwrap();
        assert_eq!(found.notes.get(&(-1, 1)), Some(&Note::Dot));
    }
}
