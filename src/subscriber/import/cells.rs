//! The cells of one CSV record. One parser and its buffers serve a whole file.

use std::str;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::RefusalKind;
use super::records::MAX_BYTES;

pub(super) struct CellReader {
    parser: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// The cells of a record, unquoted.
pub(super) struct Cells<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl CellReader {
    pub fn new(separator: u8) -> Self {
        let parser = ReaderBuilder::new().delimiter(separator).build();
        Self { parser, text: Vec::new(), ends: Vec::new() }
    }

    /// Reads a record that ends in a line feed.
    pub fn read(&mut self, record: &[u8]) -> Result<Cells<'_>, RefusalKind> {
        if record.len() > MAX_BYTES {
            return Err(RefusalKind::TooLong);
        }
        str::from_utf8(record).map_err(|_| RefusalKind::Encoding)?;
        if self.text.len() < record.len() {
            self.text.resize(record.len(), 0);
            self.ends.resize(record.len(), 0);
        }
        self.parser.reset();
        let (result, read, written, ends) = self.parser.read_record(record, &mut self.text, &mut self.ends);
        match result {
            ReadRecordResult::Record if read == record.len() => {}
            ReadRecordResult::Record => return Err(RefusalKind::CarriageReturn),
            _ => return Err(RefusalKind::UnclosedQuote),
        }
        let text = self.text.get(..written).and_then(|text| str::from_utf8(text).ok());
        Ok(Cells { text: text.unwrap_or_default(), ends: self.ends.get(..ends).unwrap_or_default() })
    }
}

impl<'a> Cells<'a> {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &'a str> {
        (0..self.ends.len()).map(|at| self.get(at))
    }

    /// A cell by its place, from 0; empty where the record has no such cell.
    pub fn get(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before));
        let cell = start.zip(self.ends.get(at)).and_then(|(&start, &end)| self.text.get(start..end));
        cell.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_cut_into_its_cells() {
        let mut reader = CellReader::new(b',');
        let long = "x".repeat(500);
        for (record, expected) in [
            ("a,b\n", vec!["a", "b"]),
            ("\u{feff}a,b\n", vec!["a", "b"]),
            ("\"a \"\"b\"\", c\",\"d\ne\",\n", vec!["a \"b\", c", "d\ne", ""]),
            ("\"ü\",é\n", vec!["ü", "é"]),
            (",,\n", vec!["", "", ""]),
            (&format!("{long},b\n"), vec![&long, "b"]),
        ] {
            let cells = reader.read(record.as_bytes()).unwrap_or_else(|kind| panic!("{record:?}: {kind:?}"));
            assert_eq!(cells.iter().collect::<Vec<_>>(), expected);
            assert_eq!(cells.get(expected.len()), "");
        }
        for (record, expected) in [
            ("a,\"b\n".as_bytes(), RefusalKind::UnclosedQuote),
            (b"a,b\rc,d\n", RefusalKind::CarriageReturn),
            (b"a,\xe9\n", RefusalKind::Encoding),
            ("a".repeat(MAX_BYTES + 1).as_bytes(), RefusalKind::TooLong),
        ] {
            assert_eq!(reader.read(record).err(), Some(expected));
        }
        assert_eq!(reader.read(b"a,b\n").unwrap().get(1), "b");
        let mut semicolons = CellReader::new(b';');
        let cells = semicolons.read(b"a,b;\"c;d\"\n").unwrap();
        assert_eq!((cells.len(), cells.get(0), cells.get(1)), (2, "a,b", "c;d"));
    }
}
