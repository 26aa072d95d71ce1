//! Character references of XML and HTML, read as browsers read them.

use encoding_rs::WINDOWS_1252;
use quick_xml::escape::resolve_html5_entity;

/// Bytes of a reference without its `&`; the longest of HTML has 33.
const LONGEST: usize = 40;

/// The text of a reference by its name, as in `&name;`; `None` for an unknown one. A number that is no character is
/// nothing.
#[must_use]
pub fn resolve(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(str::to_owned);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    Some(match code.ok()? {
        0 => String::new(),
        // HTML, 13.2.5.80: these numbers are bytes of Windows-1252.
        code @ 0x80..=0x9f => {
            let byte = u8::try_from(code).unwrap_or_default();
            WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned()
        }
        code => char::from_u32(code).map(String::from).unwrap_or_default(),
    })
}

/// A text with its references resolved; what is none stays as it is.
#[must_use]
pub fn resolved(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let head = after.get(..after.floor_char_boundary(LONGEST)).unwrap_or_default();
        let name = head.split_once(';').map(|(name, _)| name);
        if let Some((name, resolved)) = name.and_then(|name| Some((name, resolve(name)?))) {
            plain.push_str(&resolved);
            rest = after.get(name.len() + 1..).unwrap_or_default();
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_as_browsers_do() {
        for (text, expected) in [
            ("AT&amp;T &lt;b&gt; &quot;x&quot; &apos;", "AT&T <b> \"x\" '"),
            ("It&#146;s &#8217; &#x2019; &#151;", "It’s ’ ’ —"),
            ("&eacute;&nbsp;&hellip;", "é\u{a0}…"),
            ("a&#0;b&#xD800;c", "abc"),
            ("AT&T; & x &; &nosuch; &", "AT&T; & x &; &nosuch; &"),
        ] {
            assert_eq!(resolved(text), expected, "{text}");
        }
    }
}
