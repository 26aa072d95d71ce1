//! A mail's body on the wire: complete CRLF lines, dots doubled, a final dot.
//!
//! This is on the path of every mail: the usual case, with nothing to double, takes one pass and one copy.

/// Bytes counted at a time: few enough for counters of one byte, which the compiler can vectorise.
const CHUNK: usize = 128;

/// The body and its final dot (RFC 5321 4.5.2). `None` if it cannot be sent: it is empty, its last line has no end, or
/// it has a lone CR or LF, which some servers take for the end of the mail (RFC 5321 2.3.8).
pub(super) fn with_dot(data: &str) -> Option<String> {
    if !data.ends_with("\r\n") || data.starts_with('\n') {
        return None;
    }
    let (lone, dots) = count(data.as_bytes());
    if lone > 0 {
        return None;
    }
    let mut text = String::with_capacity(data.len() + dots + 512);
    if data.starts_with('.') {
        text.push('.');
    }
    if dots == 0 {
        text.push_str(data);
    } else {
        text.push_str(&data.replace("\n.", "\n.."));
    }
    text.push_str(".\r\n");
    Some(text)
}

/// The number of lone CRs and LFs, and of dots that begin a line (but the first).
fn count(data: &[u8]) -> (usize, usize) {
    let next = data.get(1..).unwrap_or_default();
    let (mut lone, mut dots) = (0, 0);
    for (here, next) in data.chunks(CHUNK).zip(next.chunks(CHUNK)) {
        let (mut lone_here, mut dots_here) = (0_u8, 0_u8);
        for (&a, &b) in here.iter().zip(next) {
            lone_here += u8::from((a == b'\r') != (b == b'\n'));
            dots_here += u8::from([a, b] == *b"\n.");
        }
        lone += usize::from(lone_here);
        dots += usize::from(dots_here);
    }
    (lone, dots)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_at_the_start_of_a_line_is_doubled() {
        let long = "x.\r\n".repeat(100);
        let cases = [
            ("a\r\n", "a\r\n.\r\n"),
            ("\r\n", "\r\n.\r\n"),
            (".\r\n", "..\r\n.\r\n"),
            ("a\r\n.\r\n.b\r\n..\r\nc.\r\n", "a\r\n..\r\n..b\r\n...\r\nc.\r\n.\r\n"),
            (&format!("{long}.\r\n"), &format!("{long}..\r\n.\r\n")),
        ];
        for (data, expected) in cases {
            assert_eq!(with_dot(data).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_line_end_that_is_not_crlf_is_found_wherever_it_stands() {
        for data in ["", "\n", "a", "a\n", "\n\r\n", "a\r\nb", "a\rb\r\n", "a\n.\r\n", "a\r\r\n", "a\r\n\n", "a\r\n\r"]
        {
            assert_eq!(with_dot(data), None, "{data:?}");
        }
        for place in 0..400 {
            for lone in ["\r", "\n"] {
                let data = format!("{}{lone}{}\r\n", "x".repeat(place), "y".repeat(400 - place));
                assert_eq!(with_dot(&data), None, "{lone:?} at {place}");
            }
        }
    }
}
