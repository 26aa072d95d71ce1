//! The rows of a CSV file as subscriptions: encoding, records, cells and columns put together.

use std::io::{BufReader, Read};

use super::cells::CellReader;
use super::columns::Columns;
use super::encoding::Utf8;
use super::records::Records;
use super::tool::Tool;
use super::{HeaderError, Import, ImportError, Reading, Refusal, RefusalKind, Row};

const BUFFER: usize = 65_536;

pub(super) struct Rows<R> {
    records: Records<BufReader<Utf8<R>>>,
    cells: CellReader,
    columns: Columns,
}

impl<R: Read> Rows<R> {
    /// Reads the header.
    pub fn open(source: R, reading: &Reading) -> Result<Self, ImportError> {
        let mut records = Records::open(BufReader::with_capacity(BUFFER, Utf8::new(source)))?;
        let mut cells = CellReader::new(records.separator());
        let columns = match records.next()? {
            None => Err(HeaderError::NoEmail),
            Some(record) if is_empty(record.bytes) => Err(HeaderError::NoEmail),
            Some(record) => cells
                .read(record.bytes)
                .map_err(HeaderError::Unreadable)
                .and_then(|header| Columns::from_header(&header, reading)),
        };
        Ok(Self { records, cells, columns: columns.map_err(ImportError::Header)? })
    }

    pub fn tool(&self) -> Tool {
        self.columns.tool
    }

    /// The names of the columns that are not read.
    pub fn unused_columns(&self) -> Vec<String> {
        self.columns.unused.clone()
    }

    /// The next row that is not empty; none at the end of the file.
    pub fn next(&mut self, import: &Import) -> Result<Option<Result<Row, Refusal>>, ImportError> {
        while let Some(record) = self.records.next()? {
            if is_empty(record.bytes) {
                continue;
            }
            let cells =
                if record.is_broken { Err(RefusalKind::TextBehindQuote) } else { self.cells.read(record.bytes) };
            let row = cells.and_then(|cells| self.columns.row(&cells, &import.newsletter.slug, import.highest));
            return Ok(Some(row.map_err(|kind: RefusalKind| Refusal { line: record.line, kind })));
        }
        Ok(None)
    }

    /// Bytes read so far.
    pub fn bytes(&self) -> u64 {
        self.records.bytes()
    }
}

/// Whether a record has no text; spreadsheets write rows of separators.
fn is_empty(record: &[u8]) -> bool {
    record.iter().all(|byte| matches!(byte, b',' | b';' | b'\t' | b' ' | b'\n'))
}
