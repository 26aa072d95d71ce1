//! Repairs feeds that are not quite well-formed, so that the parser can read them.

use std::borrow::Cow;

/// UTF-16 as UTF-8, recognised by its byte order mark or by its `<`; anything else unchanged.
pub fn from_utf16(bytes: &[u8]) -> Cow<'_, [u8]> {
    let (big_endian, body) = match bytes {
        [0xfe, 0xff, body @ ..] => (true, body),
        [0xff, 0xfe, body @ ..] => (false, body),
        [0, b'<', ..] => (true, bytes),
        [b'<', 0, ..] => (false, bytes),
        _ => return Cow::Borrowed(bytes),
    };
    let (pairs, _) = body.as_chunks::<2>();
    let units = pairs.iter().map(|pair| if big_endian { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) });
    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
    Cow::Owned(without_declaration(&text).into())
}

/// XML for a second attempt: read as UTF-8 or else as ISO 8859-1, whatever its declaration says; without text before
/// the first tag and without control characters that XML forbids; RSS of an unknown version as RSS 2.0, of which all
/// are subsets; RSS 0.90 as RSS 1.0.
pub fn repaired(bytes: &[u8]) -> Vec<u8> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{85}')).collect();
    let text = text.get(text.find('<').unwrap_or(0)..).unwrap_or_default();
    with_known_version(without_declaration(text)).replacen(RSS_090, RSS_100, 1).into_bytes()
}

const RSS_090: &str = "http://my.netscape.com/rdf/simple/0.9/";
const RSS_100: &str = "http://purl.org/rss/1.0/";

fn without_declaration(text: &str) -> &str {
    let trimmed = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    match trimmed.strip_prefix("<?xml").and_then(|declaration| declaration.split_once("?>")) {
        Some((_, rest)) => rest,
        None => trimmed,
    }
}

fn with_known_version(text: &str) -> String {
    let Some(start) = text.find("<rss") else { return text.to_owned() };
    let Some(length) = text.get(start..).and_then(|tag| tag.find('>')) else { return text.to_owned() };
    let (before, rest) = text.split_at(start);
    let (tag, after) = rest.split_at(length);
    let kept: Vec<&str> = tag.split_whitespace().filter(|part| !part.starts_with("version")).collect();
    let tag = kept.join(" ").replacen("<rss", "<rss version=\"2.0\"", 1);
    format!("{before}{tag}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_is_recognised_and_read() {
        let text = "<?xml version='1.0' encoding='utf-16'?><a>ü€</a>";
        let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for bytes in [big(text), little(text), big(&format!("\u{feff}{text}")), little(&format!("\u{feff}{text}"))] {
            assert_eq!(from_utf16(&bytes).as_ref(), "<a>ü€</a>".as_bytes());
        }
        assert_eq!(from_utf16("<a>ü</a>".as_bytes()).as_ref(), "<a>ü</a>".as_bytes());
        assert_eq!(from_utf16(b"\xff\xfe<").as_ref(), b"");
    }

    #[test]
    fn a_second_attempt_repairs_the_usual_faults() {
        for (bytes, expected) in [
            (
                &b"\n junk <?xml version='1.0' encoding='us-ascii'?><rss version=\"2.00\"><a/></rss>"[..],
                "<rss version=\"2.0\"><a/></rss>",
            ),
            (b"<rss><a>caf\xe9</a></rss>", "<rss version=\"2.0\"><a>café</a></rss>"),
            (b"<rss xmlns:x='y' version='0.94'>", "<rss version=\"2.0\" xmlns:x='y'>"),
            (b"<feed>a\x08b</feed>", "<feed>ab</feed>"),
            (b"<rss", "<rss"),
            (b"", ""),
        ] {
            assert_eq!(String::from_utf8(repaired(bytes)).unwrap(), expected);
        }
    }
}
