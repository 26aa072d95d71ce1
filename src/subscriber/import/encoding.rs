//! The text of a file as UTF-8. UTF-16, which spreadsheets write as "Unicode text", is recognised and converted; anything
//! else passes unchanged.

use std::io::{self, Read};

/// Bytes of UTF-16 that are converted at once.
const PIECE: usize = 16_384;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Unchanged,
    BigEndian,
    LittleEndian,
}

pub(super) struct Utf8<R> {
    source: R,
    /// `None` until the beginning was looked at.
    encoding: Option<Encoding>,
    /// Converted bytes from `place` on are yet to be read.
    ready: Vec<u8>,
    place: usize,
    /// An odd byte at the end of the piece before.
    odd: Option<u8>,
    /// The first half of a pair at the end of the piece before.
    half: Option<u16>,
}

impl<R: Read> Utf8<R> {
    pub fn new(source: R) -> Self {
        Self { source, encoding: None, ready: Vec::new(), place: 0, odd: None, half: None }
    }

    /// Looks at the first two bytes: a byte order mark, or an ASCII letter with a zero beside it.
    fn look(&mut self) -> io::Result<Encoding> {
        let mut first = Vec::with_capacity(2);
        self.source.by_ref().take(2).read_to_end(&mut first)?;
        let encoding = match first[..] {
            [0xff, 0xfe] => return Ok(Encoding::LittleEndian),
            [0xfe, 0xff] => return Ok(Encoding::BigEndian),
            [1..=0xff, 0] => Encoding::LittleEndian,
            [0, 1..=0xff] => Encoding::BigEndian,
            _ => {
                self.ready = first;
                return Ok(Encoding::Unchanged);
            }
        };
        self.convert(encoding, &first);
        Ok(encoding)
    }

    fn convert(&mut self, encoding: Encoding, bytes: &[u8]) {
        let mut units: Vec<u16> = self.half.take().into_iter().collect();
        let mut bytes = self.odd.take().into_iter().chain(bytes.iter().copied());
        while let Some(first) = bytes.next() {
            let Some(second) = bytes.next() else {
                self.odd = Some(first);
                break;
            };
            units.push(match encoding {
                Encoding::BigEndian => u16::from_be_bytes([first, second]),
                _ => u16::from_le_bytes([first, second]),
            });
        }
        if let Some(last) = units.last().copied().filter(|unit| (0xd800..0xdc00).contains(unit)) {
            units.pop();
            self.half = Some(last);
        }
        self.ready.clear();
        self.place = 0;
        for c in char::decode_utf16(units) {
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            self.ready.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let encoding = match self.encoding {
            Some(known) => known,
            None => self.look()?,
        };
        self.encoding = Some(encoding);
        while self.place == self.ready.len() {
            if encoding == Encoding::Unchanged {
                return self.source.read(into);
            }
            let mut piece = vec![0; PIECE];
            let read = self.source.read(&mut piece)?;
            if read == 0 {
                return Ok(0);
            }
            self.convert(encoding, piece.get(..read).unwrap_or_default());
        }
        let ready = self.ready.get(self.place..).unwrap_or_default();
        let count = ready.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), ready.get(..count)) {
            to.copy_from_slice(from);
        }
        self.place += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out one byte at a time, so that pieces end within characters.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0.read(&mut into[..1])
        }
    }

    #[test]
    fn utf_16_is_converted_and_the_rest_passes() {
        let text = "email\tname\r\nann@example.org\tJörg 🚀\r\n";
        let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
        let little = |text: &str| units(text).into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let big = |text: &str| units(text).into_iter().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let marked = format!("\u{feff}{text}");
        for bytes in [little(&marked), big(&marked), little(text), big(text), text.as_bytes().to_vec()] {
            for drips in [true, false] {
                let mut read = String::new();
                if drips {
                    Utf8::new(Drip(&bytes)).read_to_string(&mut read).unwrap();
                } else {
                    Utf8::new(&bytes[..]).read_to_string(&mut read).unwrap();
                }
                assert_eq!(read, text);
            }
        }
        let mut short = Vec::new();
        Utf8::new(&b"a"[..]).read_to_end(&mut short).unwrap();
        assert_eq!(short, b"a");
    }
}
