//! Sanitised HTML as plain text for the text part of a mail, so that both parts have the same text and links.

use std::fmt::Write;

use super::blocks::is_block;
use super::cut;
use super::pieces::{Piece, attribute, pieces, unescape};

/// The text of HTML from [`super::sanitise`]: blocks separated by an empty line, list items after a hyphen or number, link
/// targets in brackets after their text.
#[must_use]
pub fn html_to_plain(sanitised_html: &str) -> String {
    let mut writer = Writer::default();
    for piece in pieces(cut(sanitised_html)) {
        match piece {
            Piece::Text(text) => writer.words(&unescape(text)),
            Piece::Open { name, attributes } => writer.open(&name, attributes),
            Piece::Close { name } => writer.close(&name),
        }
    }
    writer.text.trim_end().trim_start_matches('\n').to_owned()
}

#[derive(Default)]
struct Writer {
    text: String,
    /// The target of each open link, and the start of its text.
    links: Vec<(Option<String>, usize)>,
    /// The next number of each open list; `None` for a bullet list.
    lists: Vec<Option<u64>>,
    /// Whether white space is kept.
    verbatim: bool,
    /// The end of the mark of the last list item: the first block of an item stands beside its mark.
    marked: usize,
}

impl Writer {
    fn words(&mut self, words: &str) {
        if self.verbatim {
            return self.text.push_str(words);
        }
        for c in words.chars() {
            if !c.is_ascii_whitespace() {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &str) {
        match name {
            "a" => self.links.push((attribute(attributes, "href"), self.text.len())),
            "img" => self.words(&attribute(attributes, "alt").unwrap_or_default()),
            "br" | "tr" => self.line(),
            "hr" => {
                self.gap();
                self.text.push_str("* * *");
            }
            "ul" | "ol" => {
                if self.lists.is_empty() {
                    self.gap();
                }
                let first = attribute(attributes, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.lists.push((name == "ol").then_some(first));
            }
            "li" => self.item(),
            "td" | "th" => self.apart(),
            "thead" | "tbody" | "tfoot" => {}
            "pre" => {
                self.gap();
                self.verbatim = true;
            }
            _ if is_block(name) && self.lists.is_empty() => self.gap(),
            _ if is_block(name) => self.line_of_item(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" => {
                let Some((Some(url), start)) = self.links.pop() else { return };
                if self.text.get(start..).unwrap_or_default() != url {
                    // Writing to a String cannot fail.
                    let _ = write!(self.text, " ({url})");
                }
            }
            "ul" | "ol" => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.gap();
                }
            }
            "pre" => {
                self.verbatim = false;
                self.block_ends();
            }
            "td" | "th" | "tr" | "li" | "img" | "br" | "thead" | "tbody" | "tfoot" => {}
            _ if is_block(name) => self.block_ends(),
            _ => {}
        }
    }

    fn item(&mut self) {
        if !self.text.is_empty() {
            self.line();
        }
        let depth = self.lists.len().saturating_sub(1);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(&mark);
        self.marked = self.text.len();
    }

    /// A space, unless there is white space already.
    fn apart(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['\n', ' ']) {
            self.text.push(' ');
        }
    }

    /// Begins a line within a list item, indented like the item's text.
    fn line_of_item(&mut self) {
        if self.text.len() > self.marked {
            self.line();
            self.text.push_str(&"  ".repeat(self.lists.len()));
        }
    }

    fn block_ends(&mut self) {
        if self.lists.is_empty() { self.gap() } else { self.apart() }
    }

    fn line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn gap(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        while !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::markdown_to_html;

    #[test]
    fn text_and_links_are_kept_and_markup_is_dropped() {
        for (markdown, text) in [
            ("", ""),
            ("One *two* **three**\nfour", "One two three four"),
            ("# Head\n\nA [link](https://example.org/a).", "Head\n\nA link (https://example.org/a)."),
            ("<https://example.org/b>", "https://example.org/b"),
            ("[x](javascript:alert(1))", "x"),
            ("Before\n\n- a\n- b\n\nAfter", "Before\n\n- a\n- b\n\nAfter"),
            ("1. c\n2. d", "1. c\n2. d"),
            ("a  \nb", "a\nb"),
            ("one <b>two</b>", "one two"),
            ("Fish & chips &lt; 5", "Fish & chips < 5"),
            ("```\na  b\n```", "a  b"),
            // Links that only the HTML part had, and a script that only the text part showed.
            ("See <a href=\"https://only-html.example/x\">this</a>.", "See this (https://only-html.example/x)."),
            ("[up](HTTPS://UP.example/a)", "up (HTTPS://UP.example/a)"),
            ("a <script>alert(1)</script> b", "a b"),
            ("- a\n  - b\n    - c\n- d", "- a\n  - b\n    - c\n- d"),
            ("    a\n      b", "a\n  b"),
            ("- a\n\n  b\n- c", "- a\n  b\n- c"),
            ("|a|b|\n|-|-|\n|c|d|", "a b\nc d"),
            ("<details><summary>a</summary>b</details>", "a\n\nb"),
            ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb"),
            ("a[^n].\n\n[^n]: See https://a.example/.", "a[1].\n\n* * *\n\n1. See https://a.example/."),
            ("- [x] a", "- ☑ a"),
        ] {
            assert_eq!(html_to_plain(&markdown_to_html(markdown)), text, "{markdown:?}");
        }
    }
}
