//! A parsed frozen message, and the splicing of one recipient's address, Message-ID and values into it.
//!
//! This is the hot path of delivery and takes microseconds a mail. Each value is encoded once, however often it occurs.

use chrono::{DateTime, Utc};

use crate::mail::address::Mailbox;
use crate::mail::compose::is_url_text;
use crate::mail::frozen::{Context, ParseError, Parts, Piece};
use crate::mail::{header, quoted_printable};

/// Longest value in a header: with the 500 octets around it the line stays under 998 (RFC 5322 2.1.1).
const HEADER_VALUE_MAX: usize = 400;

/// Why a mail cannot be made for a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpliceError {
    /// There are fewer values than slots.
    Fields { expected: usize, given: usize },
    /// The value of this slot belongs to a URL in a header, but has other characters or is longer than 400 characters.
    HeaderValue(usize),
    /// Not of the form `unique@domain`.
    MessageId,
    /// Outside the years 1900 to 9999.
    Date,
}

impl SpliceError {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fields { .. } => "fields",
            Self::HeaderValue(_) => "header-value",
            Self::MessageId => "message-id",
            Self::Date => "date",
        }
    }
}

/// A parsed [`crate::mail::Frozen`] message, shared by the tasks that send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    parts: Parts,
    /// Each pair of a slot and a context in which it occurs.
    values: Vec<(u16, Context)>,
    /// For each piece that is a slot, in order, its place in `values`.
    places: Vec<usize>,
}

impl Template {
    /// Parses the blob of [`crate::mail::compose()`].
    pub fn parse(blob: &[u8]) -> Result<Self, ParseError> {
        let parts = Parts::parse(blob)?;
        let mut values: Vec<(u16, Context)> = parts.pieces.iter().copied().filter_map(as_value).collect();
        values.sort_unstable();
        values.dedup();
        let place = |value: (u16, Context)| values.binary_search(&value).unwrap_or_default();
        let places = parts.pieces.iter().copied().filter_map(as_value).map(place).collect();
        Ok(Self { parts, values, places })
    }

    /// The number of values of a recipient.
    #[must_use]
    pub fn slots(&self) -> usize {
        self.parts.slots.into()
    }

    /// Bytes of the HTML part before its encoding.
    #[must_use]
    pub fn html_bytes(&self) -> usize {
        usize::try_from(self.parts.html_bytes).unwrap_or(usize::MAX)
    }

    /// Appends the whole mail to `out`: 7-bit (but for a non-ASCII local part), with CRLF line ends.
    ///
    /// `message_id` has no brackets; `fields` are the values in the order of the slots' names; further ones are ignored. After an error the
    /// content of `out` is unspecified.
    pub fn splice(
        &self,
        out: &mut String,
        to: &Mailbox,
        message_id: &str,
        date: DateTime<Utc>,
        fields: &[&str],
    ) -> Result<(), SpliceError> {
        if fields.len() < self.slots() {
            return Err(SpliceError::Fields { expected: self.slots(), given: fields.len() });
        }
        if !header::is_message_id(message_id) {
            return Err(SpliceError::MessageId);
        }
        let values = self.encode_values(fields)?;
        let mut places = self.places.iter();
        let mut text = self.parts.text.as_str();
        let mut subject = String::new();
        out.reserve(text.len() + values.text.len() * self.places.len() + 256);
        for piece in &self.parts.pieces {
            match *piece {
                Piece::Static(len) => {
                    let (run, rest) = text.split_at_checked(len as usize).unwrap_or((text, ""));
                    out.push_str(run);
                    text = rest;
                }
                Piece::Slot(_, context) => {
                    let value = places.next().map_or("", |&place| values.get(place));
                    if context == Context::Subject { subject.push_str(value) } else { out.push_str(value) }
                }
                Piece::SubjectText(len) => {
                    let (run, rest) = text.split_at_checked(len as usize).unwrap_or((text, ""));
                    subject.push_str(run);
                    text = rest;
                }
                Piece::Subject => out.push_str(&header::unstructured("Subject", &subject)),
                Piece::To => push_to(out, to),
                Piece::MessageId => {
                    out.push('<');
                    out.push_str(message_id);
                    out.push('>');
                }
                Piece::Date => push_date(out, date)?,
            }
        }
        Ok(())
    }

    fn encode_values(&self, fields: &[&str]) -> Result<Values, SpliceError> {
        let mut values = Values { text: String::with_capacity(256), ends: Vec::with_capacity(self.values.len()) };
        for &(slot, context) in &self.values {
            let value = fields.get(usize::from(slot)).copied().unwrap_or_default();
            match context {
                Context::Header if !is_url_text(value) || value.len() > HEADER_VALUE_MAX => {
                    return Err(SpliceError::HeaderValue(slot.into()));
                }
                Context::Header | Context::Subject => values.text.push_str(value),
                Context::Text => encode_value(value, &mut values.text),
                Context::Html => encode_value(&escape_html(value), &mut values.text),
            }
            values.ends.push(values.text.len());
        }
        Ok(values)
    }
}

/// The recipient's values, each encoded for its context.
struct Values {
    text: String,
    ends: Vec<usize>,
}

impl Values {
    fn get(&self, place: usize) -> &str {
        let end = self.ends.get(place).copied().unwrap_or_default();
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(start..end).unwrap_or_default()
    }
}

fn as_value(piece: Piece) -> Option<(u16, Context)> {
    match piece {
        Piece::Slot(slot, context) => Some((slot, context)),
        _ => None,
    }
}

fn encode_value(value: &str, out: &mut String) {
    if value.contains('\r') {
        quoted_printable::encode(&value.replace("\r\n", "\n").replace('\r', "\n"), out);
    } else {
        quoted_printable::encode(value, out);
    }
}

fn escape_html(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 16);
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

fn push_to(out: &mut String, to: &Mailbox) {
    if to.name().is_some() {
        out.push_str(&header::addressed("To", to.name(), to.address()));
        return;
    }
    out.push_str("To: <");
    out.push_str(to.address());
    out.push_str(">\r\n");
}

/// RFC 5322 3.3, with a numeric zone.
fn push_date(out: &mut String, date: DateTime<Utc>) -> Result<(), SpliceError> {
    use chrono::Datelike;
    if !(1900..=9999).contains(&date.year()) {
        return Err(SpliceError::Date);
    }
    out.push_str(&date.to_rfc2822());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::compose::Place;
    use crate::mail::{ComposeError, Draft, ListHeaders, Slots, compose, read};

    fn draft(text: &str, html: Option<&str>) -> Draft {
        let slots = Slots::new(0xabc, &["link", "name"]);
        let marked = |text: &str| text.replace("{link}", &slots.mark("link")).replace("{name}", &slots.mark("name"));
        Draft {
            from: Mailbox::new(Some("Die Zeitung für alle"), "news@example.org").unwrap(),
            reply_to: Some(Mailbox::new(None, "desk@example.org").unwrap()),
            subject: "Grüße =?utf-8?q?x?= \r\nBcc: x".to_owned(),
            text: marked(text),
            html: html.map(marked),
            list: Some(ListHeaders {
                list_id: ("Daily, news".to_owned(), "daily.example.org".to_owned()),
                unsubscribe_url: marked("https://example.org/unsubscribe/{link}"),
                feedback_id: "7:daily:digest:tidings".to_owned(),
                archive_url: Some("https://example.org/archive".to_owned()),
                bulk: true,
            }),
            auto_submitted: false,
            answers: Vec::new(),
            slots,
        }
    }

    fn splice(draft: &Draft, fields: &[&str]) -> Result<String, SpliceError> {
        let template = Template::parse(compose(draft).unwrap().as_bytes()).unwrap();
        let mut out = String::new();
        let to = Mailbox::new(None, "Reader@example.net").unwrap();
        let date = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        template.splice(&mut out, &to, "d1.2@example.org", date, fields).map(|()| out)
    }

    fn check_lines(mail: &str) {
        assert!(mail.is_ascii() && mail.ends_with("\r\n"));
        let (_, body) = mail.split_once("\r\n\r\n").unwrap();
        for line in body.split("\r\n") {
            assert!(line.len() <= 76 && !line.starts_with('.') && !line.contains(['\r', '\n']), "{line:?}");
        }
    }

    #[test]
    fn a_spliced_mail_reads_as_it_was_drafted() {
        let text = "Hello {name}{name},\n\n.read {link}\nFrom here  on\n{name}\n\n{link} {link}\nÜbrigens: {name}";
        let html = "<p>Hello {name},</p>\n<a href=\"https://x/?a={link}&amp;b\">.</a>{link}";
        let fields = ["t/ok_en?x=1&y=2", "Zoë <b> \"O'Neil\" & co"];
        let mail = splice(&draft(text, Some(html)), &fields).unwrap();
        check_lines(&mail);
        let read = read(&mail);
        let fill = |text: &str, name: &str, link: &str| text.replace("{name}", name).replace("{link}", link);
        assert_eq!(read.text, fill(text, fields[1], fields[0]));
        let name = "Zoë &lt;b&gt; &quot;O&#39;Neil&quot; &amp; co";
        assert_eq!(read.html.as_deref().unwrap(), fill(html, name, "t/ok_en?x=1&amp;y=2"));
        let expected = [
            ("From", "Die Zeitung für alle <news@example.org>"),
            ("To", "<Reader@example.net>"),
            ("Subject", "Grüße =?utf-8?q?x?=   Bcc: x"),
            ("Date", "Fri, 15 Jan 2027 08:00:00 +0000"),
            ("Message-ID", "<d1.2@example.org>"),
            ("Reply-To", "<desk@example.org>"),
            ("List-Id", "\"Daily, news\" <daily.example.org>"),
            ("List-Archive", "<https://example.org/archive>"),
            ("List-Unsubscribe", "<https://example.org/unsubscribe/t/ok_en?x=1&y=2>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("Feedback-ID", "7:daily:digest:tidings"),
            ("Precedence", "bulk"),
            ("X-Auto-Response-Suppress", "OOF, AutoReply"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "multipart/alternative; boundary=\"=_0000000000000abc\""),
        ];
        let headers: Vec<_> = read.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(headers, expected);
    }

    #[test]
    fn a_subject_with_values_is_encoded_as_a_whole() {
        let digest = draft("x", Some("<p>x</p>"));
        let name = digest.slots.mark("name");
        let long = "Zoë ".repeat(40);
        let to_long = format!("To {}", long.trim_end());
        for (subject, value, raw, expected) in [
            ("{name}, your news", "Ann", Some("Subject: Ann, your news\r\n"), "Ann, your news"),
            ("News for {name}", "Zoë", None, "News for Zoë"),
            ("Grüße, {name}! {name}?", "Ann", None, "Grüße, Ann! Ann?"),
            ("{name} news", "", Some("Subject: news\r\n"), "news"),
            ("Hello {name}", "A\nBcc: b@c.de\u{202e}", Some("Subject: Hello A Bcc: b@c.de\r\n"), "Hello A Bcc: b@c.de"),
            ("Hello {name}", "=?utf-8?q?x?=", None, "Hello =?utf-8?q?x?="),
            ("To {name}", long.as_str(), None, to_long.as_str()),
        ] {
            let draft = Draft { subject: subject.replace("{name}", &name), ..digest.clone() };
            let mail = splice(&draft, &["t", value]).unwrap();
            let (headers, _) = mail.split_once("\r\n\r\n").unwrap();
            assert!(headers.is_ascii() && headers.split("\r\n").all(|line| line.len() <= 76), "{headers}");
            assert_eq!(read(&mail).header("subject"), Some(expected), "{value:?}");
            assert_eq!(read(&mail).headers.len(), 15, "{value:?}");
            assert!(raw.is_none_or(|raw| mail.contains(raw)), "{headers}");
        }
    }

    #[test]
    fn a_mail_with_only_text_has_one_part() {
        let mut plain = draft("Confirm: {link}\n", None);
        plain.list = None;
        plain.answers = vec!["1.a@example.org".to_owned(), "no id".to_owned(), "2.b@example.org".to_owned()];
        plain.auto_submitted = true;
        let mail = splice(&plain, &["https://example.org/confirm/abc", ""]).unwrap();
        check_lines(&mail);
        let read = read(&mail);
        assert_eq!((read.text.as_str(), read.html.as_deref()), ("Confirm: https://example.org/confirm/abc\n", None));
        assert_eq!(read.header("auto-submitted"), Some("auto-generated"));
        assert_eq!(read.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(read.header("list-unsubscribe"), None);
        assert_eq!(read.header("in-reply-to"), Some("<2.b@example.org>"));
        assert!(mail.contains("References: <1.a@example.org>\r\n <2.b@example.org>\r\n"), "{mail}");
    }

    #[test]
    fn hostile_values_stay_in_their_places() {
        let text = "a{name}b\n{name}\n .{name}.\n{name}{name}";
        let values =
            ["", ".", "..\r\n.\r\n", "\n.\nMAIL FROM:<x>", "From ", " ", "=", "=\r\n", "\r.\r", "\0", "é", "--=_0"];
        let long = ". x".repeat(300);
        for value in values.into_iter().chain([long.as_str()]) {
            let mail = splice(&draft(text, Some(text)), &["t", value]).unwrap();
            check_lines(&mail);
            let expected = value.replace("\r\n", "\n").replace(['\r'], "\n").replace('\0', "");
            let read = read(&mail);
            assert_eq!(read.text, text.replace("{name}", &expected), "{value:?}");
            assert_eq!(read.headers.len(), 15, "{value:?}");
        }
    }

    #[test]
    fn values_that_cannot_be_spliced_are_an_error() {
        let digest = draft("x {link}", None);
        assert_eq!(splice(&digest, &["a"]), Err(SpliceError::Fields { expected: 2, given: 1 }));
        for bad in ["a b", "a>", "a\r\nBcc: x", "ü", &"a".repeat(401)] {
            assert_eq!(splice(&digest, &[bad, ""]), Err(SpliceError::HeaderValue(0)), "{bad:?}");
        }
        let template = Template::parse(compose(&digest).unwrap().as_bytes()).unwrap();
        let to = Mailbox::new(None, "a@example.net").unwrap();
        for bad in ["", "a", "a@", "a@b>", "a b@c", "a@b\r\nX: y"] {
            let result = template.splice(&mut String::new(), &to, bad, DateTime::UNIX_EPOCH, &["a", ""]);
            assert_eq!(result, Err(SpliceError::MessageId), "{bad:?}");
        }
        let result = template.splice(&mut String::new(), &to, "a@b", DateTime::<Utc>::MAX_UTC, &["a", ""]);
        assert_eq!(result, Err(SpliceError::Date));
    }

    #[test]
    fn a_draft_that_cannot_be_composed_is_an_error() {
        let good = || draft("x", Some("<p>x</p>"));
        let mark = good().slots.mark("name");
        let list = |change: &dyn Fn(&mut ListHeaders)| {
            let mut draft = good();
            change(draft.list.as_mut().unwrap());
            draft
        };
        let unknown = good().slots.mark("nobody");
        let cases = [
            (Draft { text: " \n".to_owned(), ..good() }, ComposeError::EmptyText),
            (Draft { text: "x".repeat(9 << 20), ..good() }, ComposeError::TooLarge),
            (Draft { text: unknown.clone(), ..good() }, ComposeError::UnknownMark(Place::Text)),
            (Draft { html: Some(unknown.clone()), ..good() }, ComposeError::UnknownMark(Place::Html)),
            (Draft { subject: unknown, ..good() }, ComposeError::UnknownMark(Place::Subject)),
            (list(&|list| list.list_id.0.clone_from(&mark)), ComposeError::MarkInHeader(Place::ListName)),
            (list(&|list| list.list_id.1 = "a>b".to_owned()), ComposeError::ListId),
            (list(&|list| list.feedback_id = "a\r\nb".to_owned()), ComposeError::FeedbackId),
            (list(&|list| list.unsubscribe_url = "https://x/".to_owned()), ComposeError::UnsubscribeUrl),
            (list(&|list| list.unsubscribe_url = format!("https://x /{mark}")), ComposeError::UnsubscribeUrl),
            (list(&|list| list.unsubscribe_url = "x".repeat(501) + mark.as_str()), ComposeError::UnsubscribeUrl),
        ];
        for (draft, expected) in cases {
            assert_eq!(compose(&draft), Err(expected));
        }
        assert_eq!(compose(&good()).unwrap().html_bytes(), 8);
    }
}
