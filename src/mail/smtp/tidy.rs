//! Reply lines as they come in, made readable for a strict parser.
//!
//! RFC 5321 4.2 lets a reply have no text, and 4.2.1 has a client go by the first digit; lettre wants a space behind
//! the code, a second digit up to 5 and UTF-8. Taking an accepted mail's bare `250` for garbage would send it twice, so
//! such lines are mended here. What is no reply at all passes and fails there. Memory is bounded.

use crate::mail::fault::Reply;

/// Longest line kept; the rest is cut (RFC 5321 4.5.3.1.5 allows 512).
const LINE_KEPT: usize = 900;
/// Longest line read at all.
const LINE_MAX: usize = 64 * 1024;
/// Most lines of one reply.
const LINES_MAX: usize = 200;

/// A reply that is not worth reading on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Overlong {
    #[error("a reply line is longer than 64 KiB")]
    Line,
    #[error("a reply has more than 200 lines")]
    Reply,
}

/// Takes bytes from the server in pieces of any size, gives whole mended lines.
#[derive(Debug, Default)]
pub(super) struct Replies {
    line: Vec<u8>,
    ready: Vec<u8>,
    taken: usize,
    lines: usize,
}

impl Replies {
    /// Lines that are to be read before anything that the server says.
    pub fn beginning_with(lines: &str) -> Self {
        Self { ready: lines.as_bytes().to_vec(), ..Self::default() }
    }

    /// Takes in what the server sent.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Overlong> {
        for part in bytes.split_inclusive(|&byte| byte == b'\n') {
            if self.line.len() + part.len() > LINE_MAX {
                return Err(Overlong::Line);
            }
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.end_line()?;
            }
        }
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), Overlong> {
        let line = String::from_utf8_lossy(&self.line);
        let line = line.trim_end_matches(['\r', '\n']);
        self.lines = if line.as_bytes().get(3) == Some(&b'-') { self.lines + 1 } else { 0 };
        if self.lines >= LINES_MAX {
            return Err(Overlong::Reply);
        }
        self.ready.extend_from_slice(mended(line).as_bytes());
        self.ready.extend_from_slice(b"\r\n");
        self.line.clear();
        Ok(())
    }

    /// As many bytes of whole lines as are there, at most `most`.
    pub fn take(&mut self, most: usize) -> &[u8] {
        let start = self.taken;
        let end = self.ready.len().min(start + most);
        self.taken = end;
        self.ready.get(start..end).unwrap_or_default()
    }

    /// Whether there is a line to take; forgets those that were.
    pub fn has_line(&mut self) -> bool {
        if self.taken >= self.ready.len() {
            self.ready.clear();
            self.taken = 0;
        }
        !self.ready.is_empty()
    }
}

/// Stands before the true code at the end of a line whose second digit was changed; no server's line keeps one.
const TRUE_CODE: char = '\u{1}';

fn mended(line: &str) -> String {
    let line = line.get(..line.floor_char_boundary(LINE_KEPT)).unwrap_or_default().replace(TRUE_CODE, " ");
    let is_code = |code: &str| code.bytes().all(|b| b.is_ascii_digit());
    let Some((code, rest)) = line.split_at_checked(3).filter(|(code, _)| is_code(code)) else {
        return line;
    };
    let rest = if rest.is_empty() { " " } else { rest };
    let mut digits = code.chars();
    match (digits.next(), digits.next(), digits.next()) {
        (Some(first), Some('6'..='9'), Some(third)) => format!("{first}5{third}{rest}{TRUE_CODE}{code}"),
        _ => format!("{code}{rest}"),
    }
}

/// The reply as the server gave it, from the code and the joined lines that the parser made of mended ones.
pub(super) fn unmended(code: u16, text: &str) -> Reply {
    let mut pieces = text.split(TRUE_CODE);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    let mut true_code = code;
    for piece in pieces {
        let (code, tail) = piece.split_at_checked(3).unwrap_or((piece, ""));
        true_code = code.parse().unwrap_or(true_code);
        whole.push_str(tail);
    }
    Reply::new(true_code, &whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_that_the_rfc_allows_becomes_readable() {
        let cases: [(&[u8], &str); 10] = [
            (b"250 ok\r\n", "250 ok\r\n"),
            (b"250\r\n", "250 \r\n"),
            (b"250-a\r\n250 b\r\n", "250-a\r\n250 b\r\n"),
            (b"250 ok\n", "250 ok\r\n"),
            (b"571 5.7.1 \x01no\r\n", "551 5.7.1  no\u{1}571\r\n"),
            (b"571-no\r\n571\r\n", "551-no\u{1}571\r\n551 \u{1}571\r\n"),
            (b"550 \xff\xfe\r\n", "550 \u{fffd}\u{fffd}\r\n"),
            (b"hello\r\n", "hello\r\n"),
            (b"\r\n", "\r\n"),
            (b"25\r\n", "25\r\n"),
        ];
        for (sent, expected) in cases {
            for size in 1..=sent.len() {
                let mut replies = Replies::default();
                for piece in sent.chunks(size) {
                    replies.push(piece).unwrap();
                }
                let mut got = Vec::new();
                while replies.has_line() {
                    got.extend_from_slice(replies.take(3));
                }
                assert_eq!(String::from_utf8(got).unwrap(), expected);
            }
        }
    }

    #[test]
    fn a_changed_code_is_given_back() {
        assert_eq!(unmended(551, "5.7.1 no\u{1}571"), Reply::new(571, "5.7.1 no"));
        assert_eq!(unmended(551, "no\u{1}571 more\u{1}571"), Reply::new(571, "no more"));
        assert_eq!(unmended(550, "plain"), Reply::new(550, "plain"));
    }

    #[test]
    fn a_half_line_is_not_given_out() {
        let mut replies = Replies::default();
        replies.push(b"250 o").unwrap();
        assert!(!replies.has_line());
        replies.push(b"k\r\n2").unwrap();
        assert!(replies.has_line());
        assert_eq!(replies.take(100), b"250 ok\r\n");
        assert!(!replies.has_line());
    }

    #[test]
    fn endless_lines_and_replies_are_given_up() {
        let mut replies = Replies::default();
        let chunk = [b'2'; 4096];
        assert_eq!((0..20).try_for_each(|_| replies.push(&chunk)), Err(Overlong::Line));
        let mut replies = Replies::default();
        assert_eq!((0..1000).try_for_each(|_| replies.push(b"250-x\r\n")), Err(Overlong::Reply));
        let mut replies = Replies::default();
        assert_eq!((0..1000).try_for_each(|_| replies.push(b"250 x\r\n")), Ok(()));
    }
}
