//! Markdown as plain text for the text part of a mail: the same words and the same links, without marks.

use std::fmt::Write;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{cut, html_to_text};

/// Characters of one piece of HTML inside Markdown.
const HTML: usize = 10_000;

/// The text of Markdown: blocks apart by an empty line, items behind a hyphen, links in brackets behind their words.
#[must_use]
pub fn markdown_to_text(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    for event in Parser::new_ext(cut(markdown), options) {
        writer.take(event);
    }
    writer.text.trim().to_owned()
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Target of each open link, and where its words begin.
    links: Vec<(String, usize)>,
    /// The next number of each open list; `None` for hyphens.
    lists: Vec<Option<u64>>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.text.push_str(&html_to_text(&html, HTML)),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.block("* * *"),
            Event::Start(tag) => self.open(tag),
            Event::End(end) => self.close(end),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Link { dest_url, .. } => self.links.push((dest_url.into_string(), self.text.len())),
            Tag::Image { .. } => self.links.push((String::new(), self.text.len())),
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.gap();
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Paragraph if !self.lists.is_empty() => {}
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Table(_) => self.gap(),
            Tag::TableRow => self.text.push('\n'),
            Tag::TableCell if !self.text.ends_with(['\n', ' ']) => self.text.push(' '),
            _ => {}
        }
    }

    fn close(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link | TagEnd::Image => {
                let Some((url, start)) = self.links.pop() else { return };
                let web = ["http://", "https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme));
                let shown = self.text.get(start..).unwrap_or_default();
                if web && shown != url {
                    // Writing to a String cannot fail.
                    let _ = write!(self.text, " ({url})");
                }
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        if !self.text.ends_with('\n') && !self.text.is_empty() {
            self.text.push('\n');
        }
        let depth = self.lists.len().saturating_sub(1);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(&mark);
    }

    fn gap(&mut self) {
        while !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn block(&mut self, text: &str) {
        self.gap();
        self.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_links_stay_and_marks_go() {
        for (markdown, text) in [
            ("", ""),
            ("One *two* **three**\nfour", "One two three four"),
            ("# Head\n\nA [link](https://example.org/a).", "Head\n\nA link (https://example.org/a)."),
            ("<https://example.org/b>", "https://example.org/b"),
            ("[x](javascript:alert(1))", "x"),
            ("Before\n\n- a\n- b\n\nAfter", "Before\n\n- a\n- b\n\nAfter"),
            ("3. c\n4. d", "3. c\n4. d"),
            ("a  \nb", "a\nb"),
            ("one <b>two</b>", "one two"),
        ] {
            assert_eq!(markdown_to_text(markdown), text, "{markdown:?}");
        }
    }
}
