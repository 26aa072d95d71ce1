//! Text from forms and feeds, made harmless before it is stored.
//!
//! The result has no control character, no bidi override and no private-use character, so it is safe in a page, a mail
//! header, a log line and a CSV file. This room never escapes: whatever shows text does that for its own syntax.

mod shorten;
mod slug;
pub mod words;

use deunicode::deunicode_char;

pub use shorten::{is_unspaced, truncate_words};
pub use slug::{readable_slug, short_hash, slug};

/// Characters of a person's name.
pub const NAME: usize = 100;
/// Endings of words that mail programs turn into links, besides words that begin with a scheme or `www.`.
const LINKED_ENDINGS: [&str; 12] =
    [".com", ".net", ".org", ".info", ".biz", ".ru", ".cn", ".xyz", ".top", ".shop", ".online", ".site"];

/// Why a text is not accepted. [`crate::field`] puts it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// It has more than `max` characters.
    TooLong {
        max: usize,
    },
    LineBreak,
    Control,
    /// It has a character that changes the direction of the text.
    Bidi,
    PrivateUse,
    WebAddress,
}

/// How a character is treated.
enum Kind {
    Plain,
    Space,
    LineBreak,
    /// Invisible and meaningless by itself: dropped.
    Ignored,
    Refused(TextError),
}

fn kind(c: char) -> Kind {
    match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::LineBreak,
        '\t' => Kind::Space,
        // Zero-width space, byte order mark, word joiner, soft hyphen, and the three direction marks, which occur in
        // Hebrew and Arabic names. The joiners U+200C and U+200D stay: Persian and emoji need them.
        '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => Kind::Ignored,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Kind::Refused(TextError::Bidi),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Kind::Refused(TextError::PrivateUse),
        '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' => Kind::Refused(TextError::Control),
        _ if c.is_control() => Kind::Refused(TextError::Control),
        _ if c.is_whitespace() => Kind::Space,
        _ => Kind::Plain,
    }
}

/// Whether a character may be stored: no control character but TAB, CR and LF, no bidi override, no private-use
/// character.
#[must_use]
pub fn is_harmless(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t') || !matches!(kind(c), Kind::Refused(_) | Kind::LineBreak)
}

/// A submitted value without the characters that are not harmless, for showing it again.
#[must_use]
pub fn harmless(value: &str) -> String {
    value.chars().filter(|c| is_harmless(*c)).collect()
}

/// A name, subject or title from a form: trimmed, white space collapsed, at most `max_chars` characters.
///
/// Line breaks inside it, control characters (C0, C1, NUL), bidi overrides and private-use characters are refused
/// rather than dropped, so that the form can say so. The result may be empty; whether that is allowed is the caller's
/// rule.
pub fn single_line(input: &str, max_chars: usize) -> Result<String, TextError> {
    let mut line = Line::default();
    for c in input.trim().chars() {
        match kind(c) {
            Kind::Plain => line.push(c),
            Kind::Space => line.space(),
            Kind::LineBreak => return Err(TextError::LineBreak),
            Kind::Ignored => {}
            Kind::Refused(error) => return Err(error),
        }
        if line.chars > max_chars {
            return Err(TextError::TooLong { max: max_chars });
        }
    }
    Ok(line.text)
}

/// A person's name: one line without a web address, since it is used in the greeting of mails. May be empty.
pub fn person_name(input: &str) -> Result<String, TextError> {
    let name = single_line(input, NAME)?;
    let links = |word: &str| {
        let word = word.to_lowercase();
        let host =
            word.split(['/', ':', '?']).next().unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
        word.contains("://") || word.starts_with("www.") || LINKED_ENDINGS.iter().any(|ending| host.ends_with(ending))
    };
    if name.split(' ').any(links) { Err(TextError::WebAddress) } else { Ok(name) }
}

/// The text without the invisible characters of copied text: zero-width spaces, direction marks, bidi controls. For an
/// address or a message, where they have no meaning.
#[must_use]
pub fn visible(input: &str) -> String {
    let unseen = |c: &char| matches!(kind(*c), Kind::Ignored | Kind::Refused(TextError::Bidi));
    input.chars().filter(|c| !unseen(c)).collect()
}

/// A line of a foreign text, such as a feed's title: what [`single_line`] refuses is dropped, line breaks become
/// spaces, and a line that is too long is cut and ends in an ellipsis.
#[must_use]
pub fn clean_line(input: &str, max_chars: usize) -> String {
    let mut line = Line::default();
    for c in input.chars() {
        match kind(c) {
            Kind::Plain => line.push(c),
            Kind::Space | Kind::LineBreak => line.space(),
            Kind::Ignored | Kind::Refused(_) => {}
        }
        if line.chars > max_chars.saturating_mul(2) {
            break;
        }
    }
    truncate_words(&line.text, max_chars)
}

/// A message of several lines: every line break becomes `\n`, paragraphs are separated by at most one empty line, and
/// white space at the ends of lines is removed. Refuses what [`single_line`] refuses except line breaks.
pub fn paragraphs(input: &str, max_chars: usize) -> Result<String, TextError> {
    let unified = input.trim().replace("\r\n", "\n");
    let mut text = String::new();
    let mut line = Line::default();
    let mut breaks = 0_usize;
    let mut chars = 0_usize;
    for c in unified.chars().chain(std::iter::once('\n')) {
        match kind(c) {
            Kind::Plain => line.push(c),
            Kind::Space => line.space(),
            Kind::LineBreak => {
                let done = std::mem::take(&mut line);
                if !done.text.is_empty() {
                    let gap = if text.is_empty() { 0 } else { breaks.min(2) };
                    text.extend(std::iter::repeat_n('\n', gap));
                    text.push_str(&done.text);
                    chars += gap + done.chars;
                    breaks = 0;
                }
                breaks += 1;
            }
            Kind::Ignored => {}
            Kind::Refused(error) => return Err(error),
        }
        if chars + line.chars > max_chars {
            return Err(TextError::TooLong { max: max_chars });
        }
    }
    Ok(text)
}

/// Markdown as it was typed: only line breaks are unified, and empty lines dropped at both ends. White space at the ends of
/// lines stays, because it makes nested lists, code and line breaks. Refuses what [`single_line`] refuses except line breaks.
pub fn markdown(input: &str, max_chars: usize) -> Result<String, TextError> {
    let mut text = String::with_capacity(input.len());
    for c in input.replace("\r\n", "\n").chars() {
        match kind(c) {
            Kind::LineBreak => text.push('\n'),
            Kind::Refused(error) => return Err(error),
            // The byte order mark of a file.
            Kind::Ignored if c == '\u{feff}' => {}
            Kind::Plain | Kind::Space | Kind::Ignored => text.push(c),
        }
    }
    let text = without_empty_ends(&text);
    if text.chars().count() > max_chars { Err(TextError::TooLong { max: max_chars }) } else { Ok(text.to_owned()) }
}

/// The text without empty lines at its ends; its first line keeps its indentation.
#[must_use]
pub fn without_empty_ends(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some((first, rest)) = text.split_once('\n') {
        if !first.trim().is_empty() {
            break;
        }
        text = rest;
    }
    text
}

/// A message as a sentence: it begins with a capital letter and ends with a full stop.
#[must_use]
pub fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let mut sentence: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

/// Builds a line: a run of white space becomes one space, and there is none at either end.
#[derive(Default)]
struct Line {
    text: String,
    chars: usize,
    space: bool,
}

impl Line {
    fn push(&mut self, c: char) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() {
            self.text.push(' ');
            self.chars += 1;
        }
        self.text.push(c);
        self.chars += 1;
    }

    fn space(&mut self) {
        self.space = true;
    }
}

/// A cell of a CSV file that no spreadsheet reads as a formula: a `'` is put before a text that begins with `= + - @`,
/// TAB, CR, LF or a full-width form of those (OWASP ASVS 5.0, 1.2.10), or with the `|` of a command (DDE). For text, not
/// for numbers.
#[must_use]
pub fn csv_safe(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// ASCII letters for a Latin letter with an accent, a stroke or a ligature; `None` for ASCII and other scripts.
#[must_use]
pub fn ascii_of_latin(c: char) -> Option<&'static str> {
    let is_latin = matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic();
    deunicode_char(c).filter(|ascii| is_latin && ascii.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The inverse of [`csv_safe`].
#[must_use]
pub fn csv_plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// A cell that begins with a `'` counts too, so that it can be read back unchanged.
fn is_formula(cell: &str) -> bool {
    let risky = |c: char| matches!(c, '=' | '+' | '-' | '@' | '|' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let cell = cell.trim_start_matches('\'');
    cell.starts_with(risky) || cell.trim_start().starts_with(risky)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_collapsed() {
        for (input, expected) in [
            ("  Ada   Lovelace \n", "Ada Lovelace"),
            ("a\tb\u{a0}c", "a b c"),
            ("", ""),
            ("\u{feff}שלום\u{200f}", "שלום"),
            ("=?utf-8?q?x?=", "=?utf-8?q?x?="),
            ("👩\u{200d}🚀", "👩\u{200d}🚀"),
            ("<script>", "<script>"),
        ] {
            assert_eq!(single_line(input, 40).as_deref(), Ok(expected), "{input:?}");
        }
    }

    #[test]
    fn a_name_with_a_web_address_is_refused() {
        for name in ["", "Ann", "Dr.Müller", "J.R.R.Tolkien", "Ann (harbour office)", "A/B Sørensen", "ann.smith"] {
            assert_eq!(person_name(name).as_deref(), Ok(name));
        }
        for name in ["Win at evil.com", "https://evil.example", "WWW.evil.example now", "see evil.XYZ/x?y", "evil.ru!"]
        {
            assert_eq!(person_name(name), Err(TextError::WebAddress), "{name}");
        }
        assert_eq!(person_name(&"x".repeat(NAME + 1)), Err(TextError::TooLong { max: NAME }));
    }

    #[test]
    fn invisible_characters_are_dropped() {
        for (input, expected) in [
            ("\u{202a}ann@example.org\u{202c}", "ann@example.org"),
            ("a\u{200b}b\u{feff}c", "abc"),
            ("👩\u{200d}🚀\n", "👩\u{200d}🚀\n"),
            ("a\0b", "a\0b"),
        ] {
            assert_eq!(visible(input), expected, "{input:?}");
        }
    }

    #[test]
    fn characters_that_could_break_a_header_are_refused() {
        for (input, expected) in [
            ("Bob\r\nBcc: a@b", TextError::LineBreak),
            ("Bob\nx", TextError::LineBreak),
            ("a\u{2028}b", TextError::LineBreak),
            ("a\u{85}b", TextError::LineBreak),
            ("a\0b", TextError::Control),
            ("a\u{1b}[31m", TextError::Control),
            ("a\u{9b}b", TextError::Control),
            ("a\u{202e}b", TextError::Bidi),
            ("a\u{2066}b", TextError::Bidi),
            ("a\u{e000}b", TextError::PrivateUse),
            ("a\u{f0001}b", TextError::PrivateUse),
            ("abcdefghijk", TextError::TooLong { max: 10 }),
        ] {
            assert_eq!(single_line(input, 10), Err(expected), "{input:?}");
        }
        assert!(single_line(&"x".repeat(10_000_000), 80).is_err());
        assert_eq!(single_line("äöüäöüäöüä", 10).map(|line| line.chars().count()), Ok(10));
    }

    #[test]
    fn a_line_from_elsewhere_is_cleaned_instead() {
        assert_eq!(clean_line(" A\r\n title\u{202e}\0 \u{e001}here ", 40), "A title here");
        assert_eq!(clean_line("one two three four", 12), "one two…");
    }

    #[test]
    fn a_message_keeps_its_paragraphs() {
        for (input, expected) in [
            ("a\r\nb", "a\nb"),
            ("a\rb", "a\nb"),
            ("  a  \n\n\n\n  b c\t", "a\n\nb c"),
            ("", ""),
            ("\n\n x", "x"),
            ("a\u{2028}b", "a\nb"),
        ] {
            assert_eq!(paragraphs(input, 100).as_deref(), Ok(expected), "{input:?}");
        }
        assert_eq!(paragraphs("abc\ndef", 6), Err(TextError::TooLong { max: 6 }));
        assert_eq!(paragraphs("abc\ndef", 7).as_deref(), Ok("abc\ndef"));
        assert_eq!(paragraphs("a\0b", 7), Err(TextError::Control));
    }

    #[test]
    fn markdown_is_kept_as_typed() {
        for (input, expected) in [
            ("- a\r\n  - b\r\n    - c", "- a\n  - b\n    - c"),
            ("\r\n \r\n    code\r\n\r\n\r\n    more\r\n", "    code\n\n\n    more"),
            ("a  \nb\u{2028}c\rd", "a  \nb\nc\nd"),
            ("a\tb\u{a0}c\u{200d}d", "a\tb\u{a0}c\u{200d}d"),
            ("\u{feff}# a\u{ad}b", "# a\u{ad}b"),
            (" \n ", ""),
        ] {
            assert_eq!(markdown(input, 100).as_deref(), Ok(expected), "{input:?}");
        }
        assert_eq!(markdown("a\0b", 7), Err(TextError::Control));
        assert_eq!(markdown("a\u{202e}b", 7), Err(TextError::Bidi));
        assert_eq!(markdown("abc\ndef", 6), Err(TextError::TooLong { max: 6 }));
    }

    #[test]
    fn no_cell_is_read_as_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "  =1", "|cmd"]
        {
            assert_eq!(csv_safe(cell), format!("'{cell}"));
        }
        for cell in ["=1", "'+1", "''-1", "'quoted'", "Ada", "", "'"] {
            assert_eq!(csv_plain(&csv_safe(cell)), cell);
        }
        for cell in ["", "a=b", "Ada", "1-2", "a@b.example"] {
            assert_eq!(csv_safe(cell), cell);
        }
    }
}
