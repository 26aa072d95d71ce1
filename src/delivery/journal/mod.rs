//! The local journal, which survives kill -9. "Dot written" is noted before the final dot, the reply after it.
//!
//! An append reaches the page cache, which outlives the process. After a power cut the boot id differs; then a lease without
//! a note is in doubt too, and so it is if a record is damaged. The file carries the database's id, so that the journal of
//! another database is ignored, and the mark by which an older copy of the database is known. The journal decides nothing;
//! recovery does.

mod contents;
mod format;

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use contents::{Contents, Mark, Note};
use format::{Entry, Header, RECORD, header};

/// At this size the file is rewritten with its open notes only.
const COMPACT_AT: u64 = 1 << 20;

pub struct Journal {
    path: PathBuf,
    header: Header,
    state: Mutex<State>,
}

struct State {
    file: File,
    length: u64,
    /// The checksum of the last record.
    last: u32,
    open: HashMap<(i64, i64), Note>,
    mark: Mark,
    /// The last append failed and may have left half a record, after which nothing would be read.
    torn: bool,
}

impl Journal {
    /// Opens or makes the journal. `boot` is the boot id of the machine; empty if unknown.
    ///
    /// An incomplete journal stays incomplete until [`Self::begin`], and a missing one stays missing: a process that ends
    /// between the two must not leave a journal behind that looks complete.
    pub fn open(path: &Path, database_id: &[u8; 32], boot: &str) -> io::Result<(Self, Contents)> {
        let header = header(database_id, boot);
        let contents = match std::fs::read(path) {
            Ok(bytes) => format::read(&bytes, &header),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Contents::default(),
            Err(error) => return Err(error),
        };
        let kept = match contents.mark {
            None => self::header(&[0; 32], ""),
            Some(_) if contents.complete => header,
            Some(_) => self::header(database_id, ""),
        };
        let (mark, open) = (contents.mark.unwrap_or_default(), contents.notes.clone());
        let (file, length, last) = rewrite(path, &kept, mark, &open)?;
        let state = Mutex::new(State { file, length, last, open, mark, torn: false });
        Ok((Self { path: path.to_owned(), header, state }, contents))
    }

    /// Begins a new journal, once recovery has settled the contents of the old one.
    pub fn begin(&self, mark: Mark) -> io::Result<()> {
        let mut state = self.lock();
        state.open.clear();
        state.mark = mark;
        self.compact(&mut state)
    }

    fn compact(&self, state: &mut State) -> io::Result<()> {
        (state.file, state.length, state.last) = rewrite(&self.path, &self.header, state.mark, &state.open)?;
        state.torn = false;
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that the dot is about to be written. After an error it must not be written.
    pub fn dot(&self, delivery: i64, lease: i64) -> io::Result<()> {
        self.note((delivery, lease), Note::Dot)
    }

    /// Notes the relay's reply to the dot.
    pub fn reply(&self, delivery: i64, lease: i64, code: u16) -> io::Result<()> {
        self.note((delivery, lease), Note::Reply(code))
    }

    /// The last mark.
    pub fn marked(&self) -> Mark {
        self.lock().mark
    }

    /// Notes a mark that is in the database.
    pub fn mark(&self, mark: Mark) -> io::Result<()> {
        let mut state = self.lock();
        self.append(&mut state, Entry::Mark(mark))?;
        state.mark = mark;
        Ok(())
    }

    fn note(&self, lease: (i64, i64), note: Note) -> io::Result<()> {
        let mut state = self.lock();
        self.append(&mut state, Entry::Note(lease, note))?;
        state.open.insert(lease, note);
        Ok(())
    }

    fn append(&self, state: &mut State, entry: Entry) -> io::Result<()> {
        if state.torn {
            self.compact(state)?;
        }
        let (record, check) = format::record(entry, state.last);
        state.torn = true;
        state.file.write_all(&record)?;
        state.torn = false;
        state.last = check;
        state.length += RECORD as u64;
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

/// Replaces the file by a new one with the mark and the open notes. Returns it with its length and its last checksum.
fn rewrite(path: &Path, header: &Header, mark: Mark, open: &HashMap<(i64, i64), Note>) -> io::Result<(File, u64, u32)> {
    let fresh = path.with_extension("new");
    let (mut bytes, mut last) = (header.to_vec(), 0);
    let notes = open.iter().map(|(lease, note)| Entry::Note(*lease, *note));
    for entry in std::iter::once(Entry::Mark(mark)).chain(notes) {
        let (record, check) = format::record(entry, last);
        bytes.extend_from_slice(&record);
        last = check;
    }
    // It holds no personal data, but other users need not read it either.
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    std::fs::rename(&fresh, path)?;
    Ok((file, bytes.len() as u64, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOT: &str = "0b8f5f2e-1111-4222-8333-444455556666";
    const MARK: Mark = Mark { node: 4, number: 9 };

    fn reopened(change: impl FnOnce(&Path), id: u8, boot: &str) -> Contents {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (journal, found) = Journal::open(&path, &[1; 32], BOOT).unwrap();
        assert!(found.notes.is_empty() && found.mark.is_none());
        journal.begin(MARK).unwrap();
        journal.dot(5, 77).unwrap();
        journal.dot(6, 77).unwrap();
        journal.reply(6, 77, 250).unwrap();
        journal.mark(Mark { number: 10, ..MARK }).unwrap();
        journal.dot(7, 78).unwrap();
        journal.settle([(7, 78)]).unwrap();
        drop(journal);
        change(&path);
        Journal::open(&path, &[id; 32], boot).unwrap().1
    }

    #[test]
    fn notes_and_the_last_mark_survive_the_process() {
        let found = reopened(|_| (), 1, BOOT);
        assert!(found.complete);
        assert_eq!(found.notes.get(&(5, 77)), Some(&Note::Dot));
        assert_eq!(found.notes.get(&(6, 77)), Some(&Note::Reply(250)));
        assert_eq!(found.mark, Some(Mark { number: 10, ..MARK }));
    }

    #[test]
    fn the_journal_of_another_database_is_ignored_and_a_power_cut_makes_it_incomplete() {
        let other = reopened(|_| (), 2, BOOT);
        assert!(other.notes.is_empty() && !other.complete && other.mark.is_none());
        let cut = reopened(|_| (), 1, "another-boot");
        assert!(!cut.notes.is_empty() && !cut.complete && cut.mark.is_some());
    }

    /// A process may be killed during the recovery after a power cut, or after the loss of its journal.
    #[test]
    fn an_incomplete_journal_stays_so_until_recovery_has_ended() {
        const OTHER: &str = "another-boot-that-is-36-bytes-long-.";
        let open_twice = |path: &Path| {
            let (_, found) = Journal::open(path, &[1; 32], OTHER).unwrap();
            assert!(!found.complete && !found.notes.is_empty());
        };
        let found = reopened(open_twice, 1, OTHER);
        assert!(!found.complete && !found.notes.is_empty() && found.mark.is_some());
        let lose = |path: &Path| {
            std::fs::remove_file(path).unwrap();
            Journal::open(path, &[1; 32], BOOT).unwrap();
        };
        let found = reopened(lose, 1, BOOT);
        assert!(!found.complete && found.mark.is_none());
    }

    #[test]
    fn a_long_journal_is_rewritten_with_what_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (journal, _) = Journal::open(&path, &[1; 32], BOOT).unwrap();
        journal.begin(MARK).unwrap();
        journal.dot(-1, 1).unwrap();
        for delivery in 0..50_000 {
            journal.dot(delivery, 1).unwrap();
            journal.settle([(delivery, 1)]).unwrap();
        }
        assert!(std::fs::metadata(&path).unwrap().len() <= COMPACT_AT);
        drop(journal);
        let (_, found) = Journal::open(&path, &[1; 32], BOOT).unwrap();
        assert_eq!((found.notes.get(&(-1, 1)), found.mark), (Some(&Note::Dot), Some(MARK)));
    }
}
