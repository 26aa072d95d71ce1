//! Header fields: harmless text, RFC 2047 encoded words, folding.
//!
//! The output is 7-bit, has no line over 998 octets, and no line break but those of its folds and field ends.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Octets of a folded line: RFC 5322 2.1.1 asks for at most 78, RFC 2047 2 for 76 with encoded words.
const LINE: usize = 76;
/// The longest word that is left unencoded, so that it fits on a line with the field's name.
const WORD_MAX: usize = 60;
/// Longest Message-ID; its line stays under 998.
const MESSAGE_ID_MAX: usize = 250;
const WORD_START: &str = "=?utf-8?B?";
const WORD_END: &str = "?=";

/// Characters that no header may carry: C0 and C1 controls, line and paragraph separators, bidi controls.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_invisible(c)
}

/// Bidi controls and the byte order mark: invisible, and they change how the rest of a line is shown.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text without harmful characters: line breaks and controls become spaces, bidi controls are dropped. Trimmed.
#[must_use]
pub fn harmless(text: &str) -> String {
    let cleaned: String =
        text.chars().filter(|c| !is_invisible(*c)).map(|c| if is_harmful(c) { ' ' } else { c }).collect();
    cleaned.trim().to_owned()
}

/// A character of an atom (RFC 5322 3.2.3).
#[must_use]
pub fn is_atext(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

/// Whether an id without brackets is `id-left@id-right` of RFC 5322 3.6.4, dot-atoms both.
#[must_use]
pub fn is_message_id(id: &str) -> bool {
    let is_dot_atom = |text: &str| !text.is_empty() && text.chars().all(|c| c == '.' || is_atext(c));
    id.len() <= MESSAGE_ID_MAX
        && id.split_once('@').is_some_and(|(left, right)| is_dot_atom(left) && is_dot_atom(right))
}

/// `Name: text` and CRLF: plain if possible, else in encoded words.
#[must_use]
pub fn unstructured(name: &str, text: &str) -> String {
    let text = harmless(text);
    let mut line = format!("{name}: ");
    if must_encode(&text) {
        let used = line.len();
        encoded_words(&mut line, used, &text);
    } else {
        line.push_str(&text);
    }
    fold(&line)
}

/// `Name: Phrase <address>` and CRLF; `address` is written unchanged and must have been checked.
#[must_use]
pub fn addressed(name: &str, phrase: Option<&str>, address: &str) -> String {
    let mut line = format!("{name}: ");
    if let Some(text) = phrase.map(harmless).filter(|text| !text.is_empty()) {
        if must_encode(&text) {
            let used = line.len();
            encoded_words(&mut line, used, &text);
        } else if text.split(' ').all(|word| !word.is_empty() && word.chars().all(is_atext)) {
            line.push_str(&text);
        } else {
            line.push('"');
            line.push_str(&text.replace('\\', "\\\\").replace('"', "\\\""));
            line.push('"');
        }
        line.push(' ');
    }
    line.push('<');
    line.push_str(address);
    line.push('>');
    fold(&line)
}

/// Text that is not ASCII, that a mail program would decode, or that cannot be folded.
fn must_encode(text: &str) -> bool {
    !text.is_ascii() || text.contains("=?") || text.split(' ').any(|word| word.len() > WORD_MAX)
}

/// Appends `text` as encoded words, cut between characters, with folds between them; `used` octets of the first line
/// are taken.
fn encoded_words(line: &mut String, used: usize, text: &str) {
    let mut room = LINE.saturating_sub(used);
    let mut rest = text;
    loop {
        let bytes = room.saturating_sub(WORD_START.len() + WORD_END.len()) / 4 * 3;
        let cut = rest.floor_char_boundary(bytes.max(4));
        let (word, tail) = rest.split_at(cut);
        line.push_str(WORD_START);
        line.push_str(&STANDARD.encode(word));
        line.push_str(WORD_END);
        if tail.is_empty() {
            return;
        }
        line.push_str("\r\n ");
        room = LINE - 1;
        rest = tail;
    }
}

/// Breaks lines before a space so that each has at most 76 octets if possible; ends with CRLF.
fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    for (i, part) in line.split("\r\n").enumerate() {
        if i > 0 {
            out.push_str("\r\n");
        }
        fold_part(&mut out, part, i > 0);
    }
    out.push_str("\r\n");
    out
}

fn fold_part(out: &mut String, part: &str, continues: bool) {
    let mut column = 0;
    let mut words = usize::from(continues);
    let mut gap = String::new();
    for (i, word) in part.split(' ').enumerate() {
        if i > 0 {
            gap.push(' ');
        }
        if word.is_empty() {
            continue;
        }
        // A field name alone on its line is legal but some programs fail on it, so the first fold follows the first
        // word.
        if words > 1 && column + gap.len() + word.len() > LINE {
            out.push_str("\r\n");
            column = 0;
        }
        column += gap.len() + word.len();
        words += 1;
        out.push_str(&gap);
        out.push_str(word);
        gap.clear();
    }
    out.push_str(&gap);
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;

    use super::*;

    const HOSTILE: [&str; 18] = [
        "Plain words",
        "=?utf-8?q?x?=",
        "a =?utf-8?B?eA==?= b",
        "Grüße aus Köln",
        "日本語の見出し、とても長い見出しなので折り返しが必要になります。もう少し続けます",
        "a\r\nBcc: victim@example.org",
        "a\0b\u{7f}c\u{85}d",
        "\u{202e}evil\u{2066}",
        "line\u{2028}sep\u{2029}",
        "quotes \" and \\ and <angle>, comma; (paren)",
        "  double  spaces  inside  ",
        "👩‍👩‍👧‍👦 family 👩‍👩‍👧‍👦 family 👩‍👩‍👧‍👦 family 👩‍👩‍👧‍👦 family 👩‍👩‍👧‍👦",
        "",
        " ",
        "a:b",
        "end with backslash\\",
        "Re: [list] (no subject) =",
        "?= =? ?=",
    ];

    fn unfold(header: &str) -> String {
        header.strip_suffix("\r\n").unwrap().replace("\r\n ", " ")
    }

    /// The value as a mail program shows it.
    fn shown(header: &str) -> String {
        let parser = MessageParser::new().default_header_text();
        let mail = parser.parse_headers(header).unwrap();
        mail.headers().first().and_then(|header| header.value().as_text()).unwrap_or_default().to_owned()
    }

    fn check_lines(header: &str) {
        assert!(header.is_ascii() && header.ends_with("\r\n"), "{header:?}");
        for (i, line) in header.trim_end_matches("\r\n").split("\r\n").enumerate() {
            assert!(!line.contains(['\r', '\n', '\0']), "{header:?}");
            assert!(line.len() <= LINE, "{} in {header:?}", line.len());
            assert!(i == 0 || (line.starts_with(' ') && !line.trim().is_empty()), "{header:?}");
        }
    }

    #[test]
    fn a_hostile_subject_stays_in_its_header_and_is_shown_as_written() {
        let long_word = "x".repeat(1500);
        let long_text = "word ".repeat(300);
        for text in HOSTILE.into_iter().chain([long_word.as_str(), long_text.as_str()]) {
            let header = unstructured("Subject", text);
            check_lines(&header);
            assert_eq!(shown(&header), harmless(text), "{text:?}");
        }
    }

    #[test]
    fn a_hostile_name_never_reaches_the_address() {
        let long_text = "word ".repeat(300);
        for text in HOSTILE.into_iter().chain([long_text.as_str()]) {
            for field in ["To", "From", "List-Id", "Reply-To"] {
                let header = addressed(field, Some(text), "news@example.org");
                check_lines(&header);
                let value = unfold(&header);
                let phrase = value.strip_prefix(field).unwrap().strip_prefix(": ").unwrap();
                let phrase = phrase.strip_suffix("<news@example.org>").unwrap().trim_end();
                let phrase = match phrase.strip_prefix('"') {
                    Some(quoted) => quoted.strip_suffix('"').unwrap().replace("\\\"", "\"").replace("\\\\", "\\"),
                    None => shown(&format!("Subject: {phrase}\r\n")),
                };
                assert_eq!(phrase, harmless(text), "{text:?}");
            }
        }
    }

    #[test]
    fn encoded_words_keep_to_their_limits() {
        let header = unstructured("Subject", &"ü".repeat(200));
        for line in header.trim_end().split("\r\n") {
            let word = line.strip_prefix("Subject: ").unwrap_or(line).trim_start();
            assert!(word.starts_with(WORD_START) && word.ends_with(WORD_END) && word.len() <= 75, "{line}");
            let shown = shown(&format!("Subject: {word}\r\n"));
            assert!(shown.starts_with('ü') && !shown.contains('\u{fffd}'), "a character was split: {line}");
        }
    }

    #[test]
    fn folding_loses_no_space() {
        let text = format!("{}  two  {}", "a".repeat(58), "bc ".repeat(40));
        let header = unstructured("Subject", &text);
        check_lines(&header);
        assert_eq!(header.trim_end_matches("\r\n").replace("\r\n", ""), format!("Subject: {}", text.trim_end()));
    }
}
