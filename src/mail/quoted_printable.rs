//! Quoted-printable (RFC 2045 6.7), in a form that no server on the way changes.
//!
//! Beyond the RFC, a `.` and a `From ` at the start of a line, trailing white space and the second of two spaces are
//! encoded: the text needs no dot-stuffing (RFC 5321 4.5.2), no mbox writer quotes it, and it is its own canonical form
//! under DKIM's relaxed rules (RFC 6376 3.4.4), so that it can be hashed directly.

/// Octets on a line before the `=` of its soft break, with which it has 76 (RFC 2045 6.7 rule 5).
const ROOM: usize = 75;
const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];

/// Appends `text`, whose lines end in LF, encoded from column 0; returns the column where it ends.
///
/// Controls other than tab and LF are dropped. A space at the end of the text is encoded, whatever follows.
pub fn encode(text: &str, out: &mut String) -> usize {
    let mut column = 0;
    let mut after_space = false;
    let bytes = text.as_bytes();
    for (i, &byte) in bytes.iter().enumerate() {
        let rest = bytes.get(i + 1..).unwrap_or_default();
        if byte == b'\n' {
            out.push_str("\r\n");
            column = 0;
            after_space = false;
            continue;
        }
        if (byte < b' ' && byte != b'\t') || byte == 0x7f {
            continue;
        }
        let mut literal = is_literal(byte, column, after_space, rest);
        if column + if literal { 1 } else { 3 } > ROOM {
            out.push_str("=\r\n");
            column = 0;
            literal = is_literal(byte, column, after_space, rest);
        }
        column += push(out, byte, literal);
        after_space = literal && (byte == b' ' || byte == b'\t');
    }
    column
}

fn push(out: &mut String, byte: u8, literal: bool) -> usize {
    if literal {
        out.push(char::from(byte));
        return 1;
    }
    out.push('=');
    for digit in [byte >> 4, byte & 15] {
        out.push(HEX.get(usize::from(digit)).copied().unwrap_or('0'));
    }
    3
}

/// Whether the byte needs no encoding at this place.
fn is_literal(byte: u8, column: usize, after_space: bool, rest: &[u8]) -> bool {
    match byte {
        b' ' | b'\t' => !after_space && !matches!(rest.first(), None | Some(b'\n')),
        b'=' => false,
        b'.' => column > 0,
        b'F' => column > 0 || !rest.starts_with(b"rom "),
        byte => byte.is_ascii_graphic(),
    }
}

#[cfg(test)]
mod tests {
    use mail_parser::decoders::quoted_printable::quoted_printable_decode;

    use super::*;

    fn encoded(text: &str) -> String {
        let mut out = String::new();
        encode(text, &mut out);
        out
    }

    #[test]
    fn a_byte_is_encoded_where_its_place_requires_it() {
        let cases = [
            ("plain, text!", "plain, text!"),
            ("a=b", "a=3Db"),
            ("ü", "=C3=BC"),
            (".", "=2E"),
            ("a.b\n.c\n..", "a.b\r\n=2Ec\r\n=2E."),
            ("From here\nFrom\nxFrom y", "=46rom here\r\nFrom\r\nxFrom y"),
            ("a  b   c", "a =20b =20 c"),
            ("a \nb\t\nc ", "a=20\r\nb=09\r\nc=20"),
            ("a\0b\u{7f}c\rd", "abcd"),
            ("", ""),
            ("\n\n", "\r\n\r\n"),
        ];
        for (text, expected) in cases {
            assert_eq!(encoded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn any_text_can_be_decoded_and_no_line_is_longer_than_76() {
        let all: String = (32..0x2fff).filter_map(char::from_u32).filter(|c| !c.is_control()).collect();
        let texts = [
            all,
            ".".repeat(500),
            " ".repeat(500),
            "From ".repeat(90),
            "=\n.\n".repeat(90),
            "é ".repeat(200),
            "x".repeat(999),
        ];
        for text in texts {
            for skip in 0..80 {
                let text: String = text.chars().skip(skip).collect();
                let out = encoded(&text);
                assert!(out.is_ascii());
                for line in out.split("\r\n") {
                    assert!(line.len() <= 76 && !line.starts_with('.') && !line.starts_with("From "), "{line:?}");
                    assert!(!line.contains(['\r', '\n']) && !line.ends_with(' ') && !line.contains("  "), "{line:?}");
                }
                assert_eq!(
                    String::from_utf8(quoted_printable_decode(out.as_bytes()).unwrap()).unwrap(),
                    text.replace('\n', "\r\n")
                );
            }
        }
    }
}
