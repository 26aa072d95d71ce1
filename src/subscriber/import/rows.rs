//! The rows of a CSV file as subscriptions: records, cells and columns put together.

use std::io::BufRead;

use super::cells::CellReader;
use super::columns::Columns;
use super::records::Records;
use super::{HeaderError, Import, ImportError, Refusal, RefusalKind, Row};

pub(super) struct Rows<R> {
    records: Records<R>,
    cells: CellReader,
    columns: Columns,
}

impl<R: BufRead> Rows<R> {
    /// Reads the header.
    pub fn open(source: R) -> Result<Self, ImportError> {
        let (mut records, mut cells) = (Records::new(source), CellReader::new());
        let columns = match records.next()? {
            None => Err(HeaderError::NoEmail),
            Some(record) if is_empty(record.bytes) => Err(HeaderError::NoEmail),
            Some(record) => cells
                .read(record.bytes)
                .map_err(HeaderError::Unreadable)
                .and_then(|header| Columns::from_header(&header)),
        };
        Ok(Self { records, cells, columns: columns.map_err(ImportError::Header)? })
    }

    /// The next row that is not empty; none at the end of the file.
    pub fn next(&mut self, import: &Import) -> Result<Option<Result<Row, Refusal>>, ImportError> {
        while let Some(record) = self.records.next()? {
            if is_empty(record.bytes) {
                continue;
            }
            let row = self.cells.read(record.bytes);
            let row = row.and_then(|cells| self.columns.row(&cells, &import.newsletter.slug, import.state));
            return Ok(Some(row.map_err(|kind: RefusalKind| Refusal { line: record.line, kind })));
        }
        Ok(None)
    }

    /// Bytes read so far.
    pub fn bytes(&self) -> u64 {
        self.records.bytes()
    }

    pub fn into_unused_columns(self) -> Vec<String> {
        self.columns.unused
    }
}

fn is_empty(record: &[u8]) -> bool {
    record == b"\n"
}
