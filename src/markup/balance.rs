//! Limits on HTML before it is parsed.
//!
//! The time and memory of an HTML parser grow with the square of the nesting, and of unclosed formatting elements
//! (which it reopens in every paragraph). So tags are balanced first, in one pass: implicitly closed elements are
//! closed, and tags nested deeper than [`MAX_DEPTH`] are dropped while their text stays.

use std::fmt::Write;

use super::blocks::substitute;
use super::pieces::{Piece, attribute, pieces};

/// Largest depth of nested tags.
pub const MAX_DEPTH: usize = 64;

/// Elements that never have content (HTML, 13.1.2).
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements whose end tag may be left out before another of their kind (HTML, 13.1.2.4).
const CLOSED_BY_SIBLING: [&str; 10] = ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot"];

/// Elements whose content a parser reads by other rules. Without their tags, it is plain HTML.
const UNWRAPPED: [&str; 8] = ["frameset", "noscript", "plaintext", "select", "template", "textarea", "title", "xmp"];

/// The HTML with every tag closed, none nested deeper than [`MAX_DEPTH`], and an `alt` on every image.
pub fn balance(html: &str) -> String {
    let mut out = Balanced { html: String::with_capacity(html.len() + html.len() / 8), open: Vec::new() };
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => out.text(text),
            Piece::Open { name, attributes } => match substitute(&name) {
                Some(other) => out.open(other.to_owned(), ""),
                None => out.open(name, attributes),
            },
            Piece::Close { name } => out.close(substitute(&name).unwrap_or(&name)),
        }
    }
    out.close_down_to(0);
    out.html
}

struct Balanced {
    html: String,
    open: Vec<String>,
}

impl Balanced {
    /// A `<` that begins no tag must not begin one together with what follows it here.
    fn text(&mut self, text: &str) {
        self.html.push_str(&text.replace('<', "&lt;"));
    }

    fn open(&mut self, name: String, attributes: &str) {
        if CLOSED_BY_SIBLING.contains(&name.as_str()) && self.open.last() == Some(&name) {
            self.close_down_to(self.open.len() - 1);
        }
        let void = VOID.contains(&name.as_str());
        if UNWRAPPED.contains(&name.as_str()) {
            return;
        }
        if !void && self.open.len() >= MAX_DEPTH {
            return;
        }
        let alt = if name == "img" && attribute(attributes, "alt").is_none() { " alt=\"\"" } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(self.html, "<{name}{attributes}{alt}>");
        if !void {
            self.open.push(name);
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open == name) {
            self.close_down_to(at);
        }
    }

    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(name) = self.open.pop() {
                let _ = write!(self.html, "</{name}>");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_balanced() {
        for (html, expected) in [
            ("<p>a<p>b", "<p>a</p><p>b</p>"),
            ("<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul>c"),
            ("<p><b>a</p>c", "<p><b>a</b></p>c"),
            ("a</b>c<br>d", "ac<br>d"),
            ("a < b", "a &lt; b"),
            ("<<b>x", "&lt;<b>x</b>"),
            ("<img src=a>", "<img src=a alt=\"\">"),
            ("<img src=a alt=b>", "<img src=a alt=b>"),
        ] {
            assert_eq!(balance(html), expected, "{html}");
        }
    }

    #[test]
    fn a_deep_nest_keeps_its_text_and_loses_its_tags() {
        let deep = balance(&format!("{}x{}", "<div>".repeat(1000), "</div>".repeat(1000)));
        assert_eq!(deep, format!("{}x{}", "<div>".repeat(MAX_DEPTH), "</div>".repeat(MAX_DEPTH)));
    }
}
