//! Titles of feeds as plain text.

use super::document::{FeedText, TextKind};
use crate::{markup, text};

/// Elements of HTML that a title may have. Any other name in angle brackets is a word of the title.
const FORMATTING: [&str; 34] = [
    "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "div", "em", "font", "h1", "h2", "h3", "i",
    "ins", "kbd", "mark", "p", "q", "s", "samp", "script", "small", "span", "strike", "strong", "style", "sub", "sup",
    "tt", "u", "var",
];
/// Those without an end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];

/// Bytes of a title that are read.
const MAX_BYTES: usize = 10_000;

/// The title on one line.
#[must_use]
pub fn plain(title: &FeedText, max_chars: usize) -> String {
    let written = title.text.get(..title.text.floor_char_boundary(MAX_BYTES)).unwrap_or_default();
    match title.kind {
        TextKind::Plain => text::clean_line(written, max_chars),
        TextKind::References => markup::html_to_text(&written.replace('<', "&lt;"), max_chars),
        TextKind::Html => markup::html_to_text(written, max_chars),
        TextKind::Unsaid => markup::html_to_text(&with_words_escaped(written), max_chars),
    }
}

/// The title as HTML: `<T>` and `<canvas>` are escaped, `<b>x</b>` is markup, and so is no `<b>` without its end.
fn with_words_escaped(title: &str) -> String {
    let mut html = String::with_capacity(title.len());
    let mut rest = title;
    while let Some((before, after)) = rest.split_once('<') {
        html.push_str(before);
        html.push_str(if is_word(after, title) { "&lt;" } else { "<" });
        rest = after;
    }
    html + rest
}

/// Whether the `<` before `rest` begins a word, and no markup.
fn is_word(rest: &str, title: &str) -> bool {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (name, after) = (name.get(..end).unwrap_or_default().to_ascii_lowercase(), name.get(end..).unwrap_or_default());
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let is_tag = after.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')) && after.contains('>');
    let has = |tag: String| title.to_ascii_lowercase().contains(&tag);
    let is_paired = || FORMATTING.contains(&name.as_str()) && has(format!("<{name}")) && has(format!("</{name}"));
    !(is_tag && (VOID.contains(&name.as_str()) || is_paired()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_keeps_its_words_and_loses_its_markup() {
        for (title, expected) in [
            ("Vec<T> and <canvas>", "Vec<T> and <canvas>"),
            ("The <b> element", "The <b> element"),
            ("A <i>Titanic</i> tale", "A Titanic tale"),
            ("<p>One</p>", "One"),
            ("a<br>b <img src=x onerror=alert(1)>c", "a b c"),
            ("x<script>alert(1)</script>y", "xy"),
            ("1 < 2 &amp; 3 &lt; 4", "1 < 2 & 3 < 4"),
            ("AT&T&nbsp;&eacute;", "AT&T é"),
            ("i <3 u", "i <3 u"),
        ] {
            let title = FeedText { text: title.to_owned(), kind: TextKind::Unsaid };
            assert_eq!(plain(&title, 300), expected, "{}", title.text);
        }
        for (kind, expected) in
            [(TextKind::Plain, "a &amp; <b>"), (TextKind::References, "a & <b>"), (TextKind::Html, "a &")]
        {
            assert_eq!(plain(&FeedText { text: "a &amp; <b>".to_owned(), kind }, 300), expected, "{kind:?}");
        }
    }
}
