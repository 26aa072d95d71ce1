//! The records of a CSV file (RFC 4180), each with the number of its first line. It reads no cell.
//!
//! A quoted cell may have line breaks in it. A quote that is never closed costs its own line only: the lines behind it
//! are read again, as records of their own. So does text behind a closing quote: of `"a.b"@example.org` a parser would
//! make another address.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use super::separator;

/// Lines of one record: a cell that is still open after them counts as never closed.
const MAX_LINES: usize = 100;
/// Bytes of one record. Of a longer one the rest of the line is skipped.
pub(super) const MAX_BYTES: usize = 1_048_576;

pub(super) struct Record<'a> {
    /// The number of its first line, from 1.
    pub line: u64,
    /// All of it; it ends in a line feed, unless it is too long.
    pub bytes: &'a [u8],
    /// Whether something stands between the closing quote of a cell and the end of the cell.
    pub is_broken: bool,
}

pub(super) struct Records<R> {
    source: R,
    /// Lines that were read past an open quote and belong to later records.
    ahead: VecDeque<Vec<u8>>,
    record: Vec<u8>,
    /// Between two cells.
    separator: u8,
    line: u64,
    bytes: u64,
}

impl<R: BufRead> Records<R> {
    /// Finds the separator in the first line.
    pub fn open(source: R) -> io::Result<Self> {
        let (ahead, record) = (VecDeque::new(), Vec::new());
        let mut records = Self { source, ahead, record, separator: b',', line: 0, bytes: 0 };
        let mut first = Vec::new();
        if records.read_line(&mut first)? {
            if let Some(separator) = separator::named(&first) {
                (records.separator, records.line) = (separator, 1);
            } else {
                records.separator = separator::of_header(&first);
                records.ahead.push_back(first);
            }
        }
        Ok(records)
    }

    pub fn separator(&self) -> u8 {
        self.separator
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
        let is_broken = record.contains(&b'"') && self.read_on(&mut record)?;
        end_in_line_feed(&mut record);
        self.record = record;
        Ok(Some(Record { line, bytes: &self.record, is_broken }))
    }

    /// Appends the lines that the record's quoted cells reach into; returns whether the record is broken.
    fn read_on(&mut self, record: &mut Vec<u8>) -> io::Result<bool> {
        let mut quotes = Quotes::default();
        quotes.pass(record, self.separator);
        let (mut more, mut bytes) = (Vec::new(), record.len());
        while quotes == Quotes::Within && more.len() < MAX_LINES && bytes <= MAX_BYTES {
            let mut next = Vec::new();
            if !self.read_line(&mut next)? {
                break;
            }
            quotes.pass(&next, self.separator);
            bytes += next.len();
            more.push(next);
        }
        if quotes.is_complete() {
            self.line += more.len() as u64;
            record.extend(more.into_iter().flatten());
        } else {
            more.into_iter().rev().for_each(|line| self.ahead.push_front(line));
        }
        Ok(quotes == Quotes::Broken)
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
    /// Behind the end of a quoted cell and a space.
    Spaced,
    /// Something else stands behind the end of a quoted cell.
    Broken,
}

impl Quotes {
    fn pass(&mut self, line: &[u8], separator: u8) {
        for byte in line {
            let is_quote = *byte == b'"';
            *self = match *self {
                Self::Broken => return,
                Self::Within if is_quote => Self::Behind,
                Self::Within => Self::Within,
                Self::Start | Self::Behind if is_quote => Self::Within,
                _ if *byte == separator || *byte == b'\n' => Self::Start,
                Self::Behind if matches!(byte, b'\r' | b' ') => Self::Spaced,
                Self::Spaced if matches!(byte, b'\r' | b' ') => Self::Spaced,
                Self::Behind | Self::Spaced => Self::Broken,
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
        let mut records = Records::open(file.as_bytes()).unwrap();
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

    /// `"very.unusual"@example.org` was imported as `very.unusual@example.org`, which is another person.
    #[test]
    fn text_behind_a_closing_quote_breaks_its_record() {
        for (file, expected) in [
            ("\"a.b\"@example.org\n", true),
            ("\"a.b\" @example.org\n", true),
            ("x,\"a\"b\n", true),
            ("\"a@example.org\" ,\"Ann\"  \r\n", false),
            ("\"a \"\"b\"\"\",c\n", false),
            ("a\"b,c\n", false),
        ] {
            let mut records = Records::open(file.as_bytes()).unwrap();
            assert_eq!(records.next().unwrap().unwrap().is_broken, expected, "{file:?}");
        }
    }

    #[test]
    fn a_line_that_names_the_separator_is_no_record() {
        let file = "sep=;\nemail;note\na@example.org;\"b;\nc\"\n";
        let found = records(file);
        assert_eq!(found[0], (2, "email;note\n".to_owned()));
        assert_eq!(found[1], (3, "a@example.org;\"b;\nc\"\n".to_owned()));
        assert_eq!(Records::open(file.as_bytes()).unwrap().separator(), b';');
    }

    #[test]
    fn the_rest_of_a_line_that_is_too_long_is_skipped() {
        let file = format!("{}\nb,Ben\n", "a".repeat(3 * MAX_BYTES));
        let found = records(&file);
        let lengths: Vec<_> = found.iter().map(|(line, text)| (*line, text.len())).collect();
        assert_eq!(lengths, [(1, MAX_BYTES + 1), (2, 6)]);
    }
}
