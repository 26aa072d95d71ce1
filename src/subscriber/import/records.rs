//! The records of a CSV file (RFC 4180), each with the number of its first line. It reads no cell.
//!
//! A quoted cell may have line breaks in it. A quote that is never closed costs its own line only: the lines behind it
//! are read again, as records of their own.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

/// Lines of one record: a cell that is still open after them counts as never closed.
const MAX_LINES: usize = 100;
/// Bytes of one record. Of a longer one the rest of the line is skipped.
pub(super) const MAX_BYTES: usize = 1_048_576;

pub(super) struct Record<'a> {
    /// The number of its first line, from 1.
    pub line: u64,
    /// All of it; it ends in a line feed, unless it is too long.
    pub bytes: &'a [u8],
}

pub(super) struct Records<R> {
    source: R,
    /// Lines that were read past an open quote and belong to later records.
    ahead: VecDeque<Vec<u8>>,
    record: Vec<u8>,
    line: u64,
    bytes: u64,
}

impl<R: BufRead> Records<R> {
    pub fn new(source: R) -> Self {
        Self { source, ahead: VecDeque::new(), record: Vec::new(), line: 0, bytes: 0 }
    }

    /// Bytes read from the source so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next record; none at the end of the file.
    pub fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        let mut record = std::mem::take(&mut self.record);
        record.clear();
        if !self.read_line(&mut record)? {
            return Ok(None);
        }
        self.line += 1;
        let line = self.line;
        if record.contains(&b'"') {
            self.read_on(&mut record)?;
        }
        end_in_line_feed(&mut record);
        self.record = record;
        Ok(Some(Record { line, bytes: &self.record }))
    }

    /// Appends the lines that the record's quoted cells reach into.
    fn read_on(&mut self, record: &mut Vec<u8>) -> io::Result<()> {
        let mut quotes = Quotes::default();
        quotes.pass(record);
        let (mut more, mut bytes) = (Vec::new(), record.len());
        while quotes == Quotes::Within && more.len() < MAX_LINES && bytes <= MAX_BYTES {
            let mut next = Vec::new();
            if !self.read_line(&mut next)? {
                break;
            }
            quotes.pass(&next);
            bytes += next.len();
            more.push(next);
        }
        if quotes.is_complete() {
            self.line += more.len() as u64;
            record.extend(more.into_iter().flatten());
        } else {
            more.into_iter().rev().for_each(|line| self.ahead.push_front(line));
        }
        Ok(())
    }

    /// Reads one line into an empty buffer; false at the end of the file.
    fn read_line(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        if let Some(kept) = self.ahead.pop_front() {
            *line = kept;
            return Ok(true);
        }
        let limit = MAX_BYTES as u64 + 1;
        let mut read = self.source.by_ref().take(limit).read_until(b'\n', line)? as u64;
        if read == limit && line.last() != Some(&b'\n') {
            read += self.source.skip_until(b'\n')? as u64;
        }
        self.bytes += read;
        Ok(read > 0)
    }
}

/// Makes CRLF, and the end of the file, a line feed.
fn end_in_line_feed(record: &mut Vec<u8>) {
    if record.len() > MAX_BYTES {
        return;
    }
    if record.last() == Some(&b'\n') {
        record.pop();
        if record.last() == Some(&b'\r') {
            record.pop();
        }
    }
    record.push(b'\n');
}

/// The state of a scan for quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotes {
    /// At the beginning of a cell.
    #[default]
    Start,
    /// In a cell without quotes.
    Unquoted,
    /// Within a quoted cell.
    Within,
    /// Behind a quote in a quoted cell: the cell's end, or the first half of an escaped quote.
    Behind,
    /// Something else stands behind the end of a quoted cell.
    Broken,
}

impl Quotes {
    fn pass(&mut self, line: &[u8]) {
        for byte in line {
            let is_quote = *byte == b'"';
            *self = match *self {
                Self::Broken => return,
                Self::Within if is_quote => Self::Behind,
                Self::Within => Self::Within,
                Self::Start | Self::Behind if is_quote => Self::Within,
                _ if matches!(byte, b',' | b'\n') => Self::Start,
                Self::Behind if *byte != b'\r' => Self::Broken,
                Self::Behind => Self::Behind,
                Self::Start | Self::Unquoted => Self::Unquoted,
            };
        }
    }

    const fn is_complete(self) -> bool {
        !matches!(self, Self::Within | Self::Broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(file: &str) -> Vec<(u64, String)> {
        let mut records = Records::new(file.as_bytes());
        let mut found = Vec::new();
        while let Some(record) = records.next().unwrap() {
            found.push((record.line, String::from_utf8(record.bytes.to_vec()).unwrap()));
        }
        assert_eq!(records.bytes(), file.len() as u64);
        found
    }

    /// A line within a quoted note was imported as a reader, who had never asked for anything.
    #[test]
    fn a_quoted_cell_may_have_line_breaks() {
        let file = "email,note\r\nann@example.org,\"asked to remove\r\nvictim@example.org,Vic\r\n\"\"thanks\"\"\"\r\nbob@example.org,fine";
        let found = records(file);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 2, 5]);
        assert_eq!(found[2].1, "bob@example.org,fine\n");
    }

    #[test]
    fn an_unclosed_quote_affects_only_its_own_line() {
        let long = format!("a,\"Ann\n{}z,\"\n", "b,Ben\n".repeat(MAX_LINES + 1));
        for (file, expected) in [
            ("a,\"Ann\nb,Ben\nc,\"Cy\"\nd,Di\n", 4),
            ("a,\"Ann\nb,Ben\n", 2),
            ("a,\"Ann\"x\nb,Ben\n", 2),
            ("a,5\" tall\nb,Ben\n", 2),
            ("a,\"\"\nb,\"B \"\"Ben\"\" B\"\n", 2),
            (long.as_str(), MAX_LINES + 3),
        ] {
            assert_eq!(records(file).len(), expected, "{file:?}");
        }
    }

    #[test]
    fn the_rest_of_a_line_that_is_too_long_is_skipped() {
        let file = format!("{}\nb,Ben\n", "a".repeat(3 * MAX_BYTES));
        let found = records(&file);
        let lengths: Vec<_> = found.iter().map(|(line, text)| (*line, text.len())).collect();
        assert_eq!(lengths, [(1, MAX_BYTES + 1), (2, 6)]);
    }
}
