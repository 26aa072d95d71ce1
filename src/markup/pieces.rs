//! A tokenizer that cuts HTML into text, start tags and end tags, in one pass and without a tree.
//!
//! It follows a browser's tokenizer where the difference matters (quotes count only around attribute values) and drops
//! comments, doctypes and scripts with their content. It prepares the input of the sanitiser and does not replace it.

/// One piece of an HTML text. Names are in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Source text with its character references. It may have a `<` that begins no tag.
    Text(&'a str),
    /// A start tag; `attributes` is the text between name and `>`, without a closing `/`.
    Open {
        name: String,
        attributes: &'a str,
    },
    Close {
        name: String,
    },
}

/// Elements whose content is code or another document, never visible text.
const DROPPED_WITH_CONTENT: [&str; 8] = ["script", "style", "iframe", "noembed", "noframes", "object", "svg", "math"];

/// The pieces of `html` in order.
#[must_use]
pub fn pieces(html: &str) -> Pieces<'_> {
    Pieces { rest: html }
}

/// Iterator made by [`pieces`].
pub struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        while !self.rest.is_empty() {
            let rest = self.rest;
            let text_end = tag_start(rest);
            if text_end > 0 {
                let (text, after) = rest.split_at(text_end);
                self.rest = after;
                return Some(Piece::Text(text));
            }
            let (piece, after) = tag(rest);
            self.rest = after;
            match piece {
                Some(Piece::Open { name, .. }) if DROPPED_WITH_CONTENT.contains(&name.as_str()) => {
                    self.rest = after_end_tag(after, &name);
                }
                Some(piece) => return Some(piece),
                None => {}
            }
        }
        None
    }
}

/// The position of the first tag, comment or the like: a `<` before a letter, `/`, `!` or `?`.
fn tag_start(text: &str) -> usize {
    let bytes = text.as_bytes();
    bytes
        .windows(2)
        .position(
            |pair| matches!(pair, [b'<', next] if next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')),
        )
        .unwrap_or(text.len())
}

/// Reads a tag or comment. An unfinished one extends to the end.
fn tag(text: &str) -> (Option<Piece<'_>>, &str) {
    if let Some(comment) = text.strip_prefix("<!--") {
        return (None, after(comment, "-->"));
    }
    if let Some(cdata) = text.strip_prefix("<![CDATA[") {
        return (None, after(cdata, "]]>"));
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return (None, after(text, ">"));
    }
    let (closing, inner) = match text.strip_prefix("</") {
        Some(inner) => (true, inner),
        None => (false, text.get(1..).unwrap_or_default()),
    };
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return (None, after(inner, ">"));
    }
    let name_end = inner.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(name_end);
    let name = name.to_ascii_lowercase();
    let Some(end) = attributes_end(rest) else { return (None, "") };
    let attributes = rest.get(..end).unwrap_or_default();
    let rest = rest.get(end + 1..).unwrap_or_default();
    let piece = if closing {
        Piece::Close { name }
    } else {
        Piece::Open { name, attributes: attributes.trim_end_matches('/') }
    };
    (Some(piece), rest)
}

/// The position of the `>` of a tag, outside quoted attribute values.
fn attributes_end(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut value_begins = false;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at),
            (None, b'=') => value_begins = true,
            (None, b'"' | b'\'') if value_begins => {
                quote = Some(byte);
                value_begins = false;
            }
            (None, byte) if byte.is_ascii_whitespace() => {}
            (None, _) => value_begins = false,
        }
    }
    None
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.find(end).and_then(|at| text.get(at + end.len()..)).unwrap_or_default()
}

/// The text after `</name>`; empty if there is none.
fn after_end_tag<'a>(text: &'a str, name: &str) -> &'a str {
    let found = text.match_indices("</").find(|(at, _)| {
        let tail = text.as_bytes().get(at + 2..).unwrap_or_default();
        tail.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && tail.get(name.len()).is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'/' | b'>'))
    });
    found.and_then(|(at, _)| text.get(at..)).map_or("", |end| after(end, ">"))
}

/// The value of an attribute, with the five basic character references decoded. Of two with the same name the first
/// counts, as in HTML.
#[must_use]
pub fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // A `=` at the start of a name is part of the name.
        let name_end = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '/' | '='))
            .map_or(rest.len(), |(at, _)| at);
        let (name, after_name) = rest.split_at(name_end);
        let (value, after_value) = attribute_value(after_name.trim_start());
        if name.eq_ignore_ascii_case(wanted) {
            return Some(unescape(value));
        }
        rest = after_value;
    }
}

fn attribute_value(text: &str) -> (&str, &str) {
    let Some(text) = text.strip_prefix('=') else { return ("", text) };
    let text = text.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}

/// Decodes the character references that an HTML serialiser writes.
#[must_use]
pub fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        pieces(html)
            .map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Open { name, attributes } => format!("[{name}{attributes}]"),
                Piece::Close { name } => format!("[/{name}]"),
            })
            .collect()
    }

    #[test]
    fn html_is_cut_as_a_browser_cuts_it() {
        for (html, expected) in [
            ("a<b>c</b>", "a[b]c[/b]"),
            ("<P CLASS=x>1 < 2 <3", "[p CLASS=x]1 < 2 <3"),
            ("<a title='x>y' href=\"b>c\">z</a >", "[a title='x>y' href=\"b>c\"]z[/a]"),
            ("<b x'y>z", "[b x'y]z"),
            ("<br/><img src=a/>", "[br][img src=a]"),
            ("a<!-- <b> -->c<!doctype x>d<?php e ?>f", "acdf"),
            ("a<script>if (a<b) '</div>'</SCRIPT >b", "ab"),
            ("a<style>x", "a"),
            ("a</>b</ x>c", "abc"),
            ("unfinished <a href='x", "unfinished "),
            ("<", "<"),
            ("ä<ü", "ä<ü"),
        ] {
            assert_eq!(shown(html), expected, "{html}");
        }
    }

    #[test]
    fn an_attribute_is_found_in_every_form() {
        for (attributes, expected) in [
            (" src=\"a b\" alt=x", Some("a b")),
            (" alt='src=no' SRC = 'a&amp;b'", Some("a&b")),
            (" src=a/b alt", Some("a/b")),
            (" alt src", Some("")),
            (" =src= x", None),
            (" data-src=x", None),
            ("", None),
        ] {
            assert_eq!(attribute(attributes, "src").as_deref(), expected, "{attributes}");
        }
    }
}
