//! A parser of SMTP replies (RFC 5321 4.2) that takes bytes as they arrive.
//!
//! It is as lenient as the RFC: a reply may have no text, and the first digit decides (4.2.1). Text need not be UTF-8,
//! and a line may end in LF alone. If an unusual reply to an accepted mail were refused, the mail would be sent twice.
//! Anything else is an error that ends the connection. Memory is bounded.

use std::fmt;

use crate::mail::fault::Reply;

/// Bytes of a line that are kept; the rest is dropped (RFC 5321 4.5.3.1.5 allows 512).
const LINE_KEPT: usize = 900;
/// Longest line that is accepted, in bytes.
const LINE_MAX: usize = 64 * 1024;
/// Most lines of one reply.
const LINES_MAX: usize = 200;

/// A complete reply: its code, 200 to 599, and the text of each line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub code: u16,
    pub lines: Vec<String>,
}

impl Answer {
    pub fn is_refusal(&self) -> bool {
        self.code >= 400
    }

    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.code)
    }

    pub fn to_reply(&self) -> Reply {
        Reply::new(self.code, &self.lines.join(" "))
    }
}

/// Not a reply, or one that is too long: the beginning of the line at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Garbage(String);

impl fmt::Display for Garbage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Takes bytes in pieces of any size and returns complete replies. Not to be used after an error.
#[derive(Debug, Default)]
pub(super) struct Replies {
    received: Vec<u8>,
    /// Bytes of `received` that have been parsed.
    read: usize,
    code: Option<u16>,
    lines: Vec<String>,
}

impl Replies {
    /// Adds bytes from the server. Call [`Replies::next`] until it returns `None` before adding more.
    pub fn push(&mut self, bytes: &[u8]) {
        self.received.drain(..self.read);
        self.read = 0;
        self.received.extend_from_slice(bytes);
    }

    /// The next reply, if it is complete.
    pub fn next(&mut self) -> Result<Option<Answer>, Garbage> {
        while let Some((code, is_last, text)) = self.next_line()? {
            let differs = self.code.is_some_and(|first| first != code);
            if differs {
                return Err(Garbage(format!("{code} {text}")));
            }
            if self.lines.len() >= LINES_MAX {
                return Err(Garbage(format!("{code} {text}")));
            }
            self.lines.push(text);
            if is_last {
                self.code = None;
                return Ok(Some(Answer { code, lines: std::mem::take(&mut self.lines) }));
            }
            self.code = Some(code);
        }
        Ok(None)
    }

    /// Whether all received bytes have been returned by [`Replies::next`].
    pub fn is_empty(&self) -> bool {
        self.read == self.received.len() && self.lines.is_empty()
    }

    fn next_line(&mut self) -> Result<Option<(u16, bool, String)>, Garbage> {
        let rest = self.received.get(self.read..).unwrap_or_default();
        let end = rest.iter().take(LINE_MAX).position(|&byte| byte == b'\n');
        let Some(line) = end.and_then(|end| rest.get(..end)) else {
            return if rest.len() < LINE_MAX { Ok(None) } else { Err(Garbage(kept(rest))) };
        };
        let parsed = parse(line.strip_suffix(b"\r").unwrap_or(line));
        self.read += line.len() + 1;
        parsed.map(Some)
    }
}

/// The code of a line, whether it is the last of its reply, and its text.
fn parse(line: &[u8]) -> Result<(u16, bool, String), Garbage> {
    let garbage = || Garbage(kept(line));
    let (code, rest) = line.split_at_checked(3).ok_or_else(garbage)?;
    let is_code = matches!(code, [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9']);
    let code = str::from_utf8(code).ok().filter(|_| is_code).and_then(|code| code.parse().ok()).ok_or_else(garbage)?;
    match rest.split_first() {
        None => Ok((code, true, String::new())),
        Some((b' ', rest)) => Ok((code, true, kept(rest))),
        Some((b'-', rest)) => Ok((code, false, kept(rest))),
        Some(_) => Err(garbage()),
    }
}

/// The beginning of a line as text.
fn kept(line: &[u8]) -> String {
    String::from_utf8_lossy(line.get(..LINE_KEPT).unwrap_or(line)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All replies when the bytes arrive in pieces of this size.
    fn read(sent: &[u8], size: usize) -> Result<Vec<(u16, String)>, Garbage> {
        let mut replies = Replies::default();
        let mut answers = Vec::new();
        for piece in sent.chunks(size) {
            replies.push(piece);
            while let Some(answer) = replies.next()? {
                answers.push((answer.code, answer.lines.join("/")));
            }
        }
        Ok(answers)
    }

    type Case<'a> = (&'a [u8], &'a [(u16, &'a str)]);

    #[test]
    fn replies_are_read_in_pieces_of_any_size() {
        let cases: [Case<'_>; 9] = [
            (b"250 ok\r\n", &[(250, "ok")]),
            (b"250\r\n", &[(250, "")]),
            (b"250 \r\n", &[(250, "")]),
            (b"250-a\r\n250 b\r\n", &[(250, "a/b")]),
            (b"250-\r\n250\r\n", &[(250, "/")]),
            (b"250 ok\n354 go\r\n", &[(250, "ok"), (354, "go")]),
            (b"571 5.7.1 no\r\n299 yes\r\n", &[(571, "5.7.1 no"), (299, "yes")]),
            (b"550 \xff\xfe\r\n", &[(550, "\u{fffd}\u{fffd}")]),
            (b"250 half", &[]),
        ];
        for (sent, expected) in cases {
            let expected: Vec<_> = expected.iter().map(|(code, text)| (*code, (*text).to_owned())).collect();
            for size in 1..=sent.len() {
                assert_eq!(read(sent, size), Ok(expected.clone()), "{sent:?} by {size}");
            }
        }
    }

    #[test]
    fn anything_else_is_not_a_reply() {
        let cases: [&[u8]; 9] = [
            b"hello\r\n",
            b"\r\n",
            b"25\r\n",
            b"199 x\r\n",
            b"600 x\r\n",
            b"2x0 x\r\n",
            b"250x\r\n",
            b"250-a\r\n550 b\r\n",
            b"\xff\xfe\xfd\r\n",
        ];
        for sent in cases {
            assert!(read(sent, 1).is_err(), "{sent:?}");
        }
    }

    #[test]
    fn long_lines_and_long_replies_are_given_up() {
        assert_eq!(read(&b"2".repeat(80_000), 4096), Err(Garbage("2".repeat(LINE_KEPT))));
        assert_eq!(read(&b"250-x\r\n".repeat(1000), 4096), Err(Garbage("250 x".to_owned())));
        assert_eq!(read(&b"250 x\r\n".repeat(1000), 4096).unwrap().len(), 1000);
        let long = [b"250 ", "ü".repeat(20_000).as_bytes(), b"\r\n"].concat();
        let answers = read(&long, 4096).unwrap();
        assert_eq!(answers.iter().map(|(_, text)| text.len()).sum::<usize>(), LINE_KEPT);
    }

    #[test]
    fn unread_bytes_are_noticed() {
        let mut replies = Replies::default();
        assert!(replies.is_empty());
        replies.push(b"421-closing\r\n4");
        assert!(replies.next().unwrap().is_none() && !replies.is_empty());
        replies.push(b"21 bye\r\n");
        assert!(replies.next().unwrap().is_some() && replies.is_empty());
    }
}
