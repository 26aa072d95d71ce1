//! The text of a feed, whatever its charset.
//!
//! What the bytes show counts more than what somebody says: a byte order mark first, then valid UTF-8, then the charset
//! of the HTTP answer, then that of the XML declaration, then Windows-1252, which nearly all undeclared feeds are.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// One undecodable sequence in so many bytes is a fault of a UTF-8 feed, and more of them another charset.
const BYTES_PER_FAULT: usize = 500;
/// A declaration is looked for in the first bytes.
const HEAD: usize = 1_024;

/// The text; `content_type` is the header of the HTTP answer. Undecodable bytes are replaced by U+FFFD.
#[must_use]
pub fn text(bytes: &[u8], content_type: Option<&str>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode(encoding, bytes.get(mark..).unwrap_or_default());
    }
    match bytes {
        [0, b'<' | b'{', ..] => return decode(UTF_16BE, bytes),
        [b'<' | b'{', 0, ..] => return decode(UTF_16LE, bytes),
        _ => {}
    }
    let declared = [content_type.and_then(of_header), of_declaration(bytes)].into_iter().flatten();
    let mut declared = declared.filter(|encoding| *encoding != UTF_16BE && *encoding != UTF_16LE);
    // Japanese in ISO-2022 is valid UTF-8 too.
    if let Ok(text) = std::str::from_utf8(bytes)
        && !bytes.contains(&0x1b)
    {
        return text.to_owned();
    }
    match declared.find(|encoding| *encoding != UTF_8) {
        _ if is_nearly_utf8(bytes) => decode(UTF_8, bytes),
        Some(encoding) => decode(encoding, bytes),
        None => decode(WINDOWS_1252, bytes),
    }
}

fn decode(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Whether it has characters of several bytes, and far more of them than faults.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut faults, mut characters) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        faults += usize::from(!chunk.invalid().is_empty());
        characters += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
    }
    characters > 0 && faults <= 1 + bytes.len() / BYTES_PER_FAULT && faults <= characters
}

/// The charset of a `Content-Type`.
fn of_header(content_type: &str) -> Option<&'static Encoding> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let charset = parameters.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    charset.and_then(|(_, label)| of_label(label))
}

/// The encoding of an XML declaration.
fn of_declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes));
    let declaration = head.split_once("<?xml")?.1.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    of_label(value.get(1..)?.split(quote).next()?)
}

/// By the labels of browsers (WHATWG Encoding), in which ISO 8859-1 and ASCII are Windows-1252.
fn of_label(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim_matches([' ', '\t', '"', '\'']).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn the_charset_is_that_of_the_bytes_then_of_the_header_then_of_the_declaration() {
        let declared = |charset: &str| format!("<?xml version='1.0' encoding='{charset}'?>");
        let bytes = |head: &str, tail: &[u8]| [head.as_bytes(), tail].concat();
        let html = |charset: &str| format!("application/rss+xml; charset={charset}");
        for (bytes, content_type, expected) in [
            (bytes("\u{feff}<a>ü", b""), None, "<a>ü"),
            (bytes(&declared("iso-8859-1"), "ü".as_bytes()), None, "ü"),
            (bytes("<a>", "ü".as_bytes()), Some(html("windows-1251")), "ü"),
            (bytes("<a>", b"\xcf\xf0\xe8\xe2\xe5\xf2"), Some(html("windows-1251")), "Привет"),
            (bytes("<a>", b"\xcf\xf0\xe8\xe2\xe5\xf2"), Some(html("\"Windows-1251\"")), "Привет"),
            (bytes(&declared("windows-1251"), b"\xcf\xf0\xe8\xe2\xe5\xf2"), Some("text/xml".into()), "Привет"),
            (bytes(&declared("koi8-r"), b"\xf0\xd2\xc9\xd7\xc5\xd4"), None, "Привет"),
            (bytes(&declared("Shift_JIS"), b"\x93\xfa\x96\x7b"), None, "日本"),
            (bytes(&declared("euc-kr"), b"\xc7\xd1\xb1\xb9"), None, "한국"),
            (bytes(&declared("gb2312"), b"\xd6\xd0\xb9\xfa"), None, "中国"),
            (bytes(&declared("iso-2022-jp"), b"\x1b$BF|K\\\x1b(B"), None, "日本"),
            (bytes(&declared("utf-8"), b"It\x92s a \x93test\x94"), None, "It’s a “test”"),
            (bytes("<a>", b"caf\xe9"), None, "café"),
            (bytes(&declared("iso-8859-15"), b"caf\xe9 \xa4"), None, "café €"),
            (bytes(&declared("no-such"), b"caf\xe9"), None, "café"),
            (bytes("<a>", "Größe \u{201e}x\u{201c} ".as_bytes()), Some(html("iso-8859-1")), "Größe „x“ "),
        ] {
            let text = text(&bytes, content_type.as_deref());
            assert!(text.ends_with(expected), "{expected}: {text}");
        }
        for big in [true, false] {
            assert_eq!(text(&utf16("<a>ü€</a>", big), None), "<a>ü€</a>");
            assert_eq!(text(&utf16("\u{feff}<a>ü€</a>", big), None), "<a>ü€</a>");
        }
    }

    #[test]
    fn one_bad_byte_does_not_change_the_charset_of_a_utf8_feed() {
        let text =
            text(&["<a>Größe ".as_bytes(), b"\xe9", " Änderung".as_bytes()].concat(), Some("text/xml; charset=utf-8"));
        assert_eq!(text, "<a>Größe \u{fffd} Änderung");
    }
}
