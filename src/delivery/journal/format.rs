//! The bytes of the journal: a header, then records of equal length. Each record's checksum covers the one before, so that
//! a record that is changed, missing or out of place is found. Only the last record may be short: its append was cut off.

use std::collections::HashMap;
use std::hash::Hasher;

use fnv::FnvHasher;

use super::contents::{Contents, Mark, Note};

const MAGIC: &[u8; 8] = b"tidings2";
/// The format whose checksums cover their own record only.
const UNCHAINED: &[u8; 8] = b"tidings1";
const IDENTITY: usize = 8 + 32;
pub(super) const HEADER: usize = IDENTITY + 36;
pub(super) const RECORD: usize = 24;

pub(super) type Header = [u8; HEADER];

/// What a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Note((i64, i64), Note),
    Mark(Mark),
}

pub(super) fn header(database_id: &[u8; 32], boot: &str) -> Header {
    let mut header = [b' '; HEADER];
    let parts = MAGIC.iter().chain(database_id).chain(boot.as_bytes().iter().take(36));
    header.iter_mut().zip(parts).for_each(|(to, from)| *to = *from);
    header
}

/// The record of an entry after a record with the checksum `previous`, which is 0 at the beginning; and its own checksum.
pub(super) fn record(entry: Entry, previous: u32) -> ([u8; RECORD], u32) {
    let (first, second, kind, code) = match entry {
        Entry::Note((delivery, lease), Note::Dot) => (delivery, lease, 1_u8, 0),
        Entry::Note((delivery, lease), Note::Reply(code)) => (delivery, lease, 2, code),
        Entry::Mark(Mark { node, number }) => (node, number, 3, 0),
    };
    let [high, low] = code.to_be_bytes();
    let body = first.to_be_bytes().into_iter().chain(second.to_be_bytes()).chain([kind, high, low]);
    let mut record = [0; RECORD];
    record.iter_mut().zip(body).for_each(|(to, from)| *to = from);
    let check = checksum(&record, previous);
    record.iter_mut().rev().zip(check.to_be_bytes().into_iter().rev()).for_each(|(to, from)| *to = from);
    (record, check)
}

/// The low 32 bits of FNV-1a over the checksum before and the first 20 bytes.
fn checksum(record: &[u8; RECORD], previous: u32) -> u32 {
    let mut hasher = FnvHasher::default();
    if previous != 0 {
        hasher.write(&previous.to_be_bytes());
    }
    hasher.write(record.get(..RECORD - 4).unwrap_or_default());
    u32::try_from(hasher.finish() & u64::from(u32::MAX)).unwrap_or_default()
}

/// The contents of a file, of which `header` is the expected header.
pub(super) fn read(bytes: &[u8], header: &Header) -> Contents {
    let Some((old, records)) = bytes.split_at_checked(HEADER) else { return Contents::default() };
    let is_chained = old.starts_with(MAGIC);
    let is_same_database = old.get(MAGIC.len()..IDENTITY) == header.get(MAGIC.len()..IDENTITY);
    if !is_same_database || !(is_chained || old.starts_with(UNCHAINED)) {
        return Contents::default();
    }
    let mut contents = Contents { notes: HashMap::new(), mark: Some(Mark::default()), complete: false, damaged: false };
    let mut previous = 0;
    for chunk in records.chunks_exact(RECORD) {
        let read = <&[u8; RECORD]>::try_from(chunk).ok().and_then(|record| parse(record, previous));
        match read {
            Some((Entry::Note(lease, note), _)) => drop(contents.notes.insert(lease, note)),
            Some((Entry::Mark(mark), _)) => contents.mark = Some(mark),
            None => {
                contents.damaged = true;
                break;
            }
        }
        previous = read.filter(|_| is_chained).map_or(0, |(_, check)| check);
    }
    let knows_boot = header.last().is_some_and(|byte| *byte != b' ');
    contents.complete = !contents.damaged && knows_boot && old.get(IDENTITY..) == header.get(IDENTITY..);
    contents
}

fn parse(record: &[u8; RECORD], previous: u32) -> Option<(Entry, u32)> {
    let [a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7, kind, high, low, _, c0, c1, c2, c3] = *record;
    let check = u32::from_be_bytes([c0, c1, c2, c3]);
    if check != checksum(record, previous) {
        return None;
    }
    let first = i64::from_be_bytes([a0, a1, a2, a3, a4, a5, a6, a7]);
    let second = i64::from_be_bytes([b0, b1, b2, b3, b4, b5, b6, b7]);
    let entry = match kind {
        1 => Entry::Note((first, second), Note::Dot),
        2 => Entry::Note((first, second), Note::Reply(u16::from_be_bytes([high, low]))),
        3 => Entry::Mark(Mark { node: first, number: second }),
        _ => return None,
    };
    Some((entry, check))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOT: &str = "0b8f5f2e-1111-4222-8333-444455556666";

    fn head() -> Header {
        header(&[1; 32], BOOT)
    }

    /// A journal with a mark and dots of the deliveries 1 to 5.
    fn whole() -> Vec<u8> {
        let mut bytes = head().to_vec();
        let mut previous = 0;
        let dots = (1..=5).map(|delivery| Entry::Note((delivery, 77), Note::Dot));
        for entry in [Entry::Mark(Mark { node: 3, number: 40 })].into_iter().chain(dots) {
            let (record, check) = record(entry, previous);
            bytes.extend_from_slice(&record);
            previous = check;
        }
        bytes
    }

    fn place(record: usize) -> usize {
        HEADER + record * RECORD
    }

    type Change = fn(&mut Vec<u8>);

    #[test]
    fn a_journal_is_whole_unless_more_than_its_last_append_is_spoilt() {
        let changes: [(&str, Change, usize, bool); 9] = [
            ("unchanged", |_| (), 5, false),
            ("a short last record", |bytes| bytes.truncate(place(5) + 11), 4, false),
            ("a short record after it", |bytes| bytes.extend_from_slice(&[9; 3]), 5, false),
            ("one bit of a record", |bytes| bytes[place(3) + 7] ^= 1, 2, true),
            ("zeros in the middle", |bytes| bytes[place(3)..place(4)].fill(0), 2, true),
            ("a missing record", |bytes| drop(bytes.drain(place(3)..place(4))), 2, true),
            ("two that changed places", |bytes| bytes[place(2)..place(4)].rotate_left(RECORD), 1, true),
            ("half a record in the middle", |bytes| drop(bytes.drain(place(3)..place(3) + 12)), 2, true),
            ("zeros at the end", |bytes| bytes.extend_from_slice(&[0; 2 * RECORD]), 5, true),
        ];
        for (name, change, notes, damaged) in changes {
            let mut bytes = whole();
            change(&mut bytes);
            let found = read(&bytes, &head());
            assert_eq!((found.notes.len(), found.damaged, found.complete), (notes, damaged, !damaged), "{name}");
            assert_eq!(found.mark, Some(Mark { node: 3, number: 40 }), "{name}");
        }
    }

    /// A server that is brought up to date has a journal of the old format.
    #[test]
    fn a_journal_without_a_chain_is_read() {
        let mut bytes = UNCHAINED.to_vec();
        bytes.extend_from_slice(&head()[MAGIC.len()..]);
        for delivery in 1..=3 {
            bytes.extend_from_slice(&record(Entry::Note((delivery, 77), Note::Reply(250)), 0).0);
        }
        let found = read(&bytes, &head());
        assert_eq!((found.notes.len(), found.complete, found.mark), (3, true, Some(Mark::default())));
        bytes[place(1) + 3] ^= 1;
        let found = read(&bytes, &head());
        assert!(found.damaged && !found.complete && found.notes.len() == 1);
    }

    #[test]
    fn the_journal_of_another_database_is_none_and_a_power_cut_makes_it_incomplete() {
        assert_eq!(read(&whole(), &header(&[2; 32], BOOT)).mark, None);
        assert_eq!(read(b"", &head()).mark, None);
        let cut = read(&whole(), &header(&[1; 32], "another-boot"));
        assert!(!cut.notes.is_empty() && !cut.complete && !cut.damaged);
    }
}
