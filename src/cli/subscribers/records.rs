//! The records of a CSV file (RFC 4180), each with the number of its first line. It reads no cell.
//!
//! A quoted cell may have line breaks in it. One that is never closed would take all that follows for itself, and readers
//! would be lost without a word; so it costs its own line only, and the lines behind it are read anew.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// Lines of one record; a cell that is not closed by then is taken for one that never is.
const MOST_LINES: usize = 100;

pub struct Record {
    /// The number of its first line, from 1.
    pub line: u64,
    /// All of it, line ends included.
    pub bytes: Vec<u8>,
}

pub struct Records<R> {
    source: R,
    /// Lines that were looked at and are to be read again.
    ahead: VecDeque<Vec<u8>>,
    line: u64,
}

impl<R: BufRead> Records<R> {
    pub fn of(source: R) -> Self {
        Self { source, ahead: VecDeque::new(), line: 0 }
    }

    /// The next record; none at the end of the file.
    pub fn next(&mut self) -> io::Result<Option<Record>> {
        let Some(mut bytes) = self.read()? else { return Ok(None) };
        self.line += 1;
        let line = self.line;
        let mut quotes = Quotes::default();
        quotes.pass(&bytes);
        let mut more = Vec::new();
        while quotes == Quotes::Within && more.len() < MOST_LINES {
            let Some(next) = self.read()? else { break };
            quotes.pass(&next);
            more.push(next);
        }
        if quotes.is_sound() {
            self.line += more.len() as u64;
            bytes.extend(more.into_iter().flatten());
        } else {
            more.into_iter().rev().for_each(|line| self.ahead.push_front(line));
        }
        Ok(Some(Record { line, bytes }))
    }

    fn read(&mut self) -> io::Result<Option<Vec<u8>>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        Ok((self.source.read_until(b'\n', &mut line)? > 0).then_some(line))
    }
}

/// Where in a record one is, as far as quotes go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotes {
    /// At the beginning of a cell.
    #[default]
    Before,
    /// In a cell without quotes.
    Without,
    /// Within a quoted cell.
    Within,
    /// Behind a quote in a quoted cell: its end, or the first half of one that is meant.
    Behind,
    /// Something stands behind the end of a quoted cell.
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
                Self::Before | Self::Behind if is_quote => Self::Within,
                _ if matches!(byte, b',' | b'\n') => Self::Before,
                Self::Behind if *byte != b'\r' => Self::Broken,
                Self::Behind => Self::Behind,
                Self::Before | Self::Without => Self::Without,
            };
        }
    }

    const fn is_sound(self) -> bool {
        !matches!(self, Self::Within | Self::Broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(file: &str) -> Vec<(u64, String)> {
        let mut records = Records::of(file.as_bytes());
        let mut found = Vec::new();
        while let Some(record) = records.next().unwrap() {
            found.push((record.line, String::from_utf8(record.bytes).unwrap()));
        }
        found
    }

    /// A line of somebody's note was taken for a reader, who had never asked for anything.
    #[test]
    fn a_quoted_cell_may_have_line_breaks() {
        let file = "email,note\r\nann@example.org,\"asked to remove\r\nvictim@example.org,Vic\r\n\"\"thanks\"\"\"\r\nbob@example.org,fine";
        let found = records(file);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 2, 5]);
        assert_eq!(found[2].1, "bob@example.org,fine");
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_its_own_line() {
        let long = format!("a,\"Ann\n{}z,\"\n", "b,Ben\n".repeat(MOST_LINES + 1));
        for (file, expected) in [
            ("a,\"Ann\nb,Ben\nc,\"Cy\"\nd,Di\n", 4),
            ("a,\"Ann\nb,Ben\n", 2),
            ("a,\"Ann\"x\nb,Ben\n", 2),
            ("a,5\" tall\nb,Ben\n", 2),
            ("a,\"\"\nb,\"B \"\"Ben\"\" B\"\n", 2),
            (long.as_str(), MOST_LINES + 3),
        ] {
            assert_eq!(records(file).len(), expected, "{file:?}");
        }
    }
}
