//! The first words of an article, for a summary: its paragraphs, without headings, lists, tables, code and captions.

use super::blocks::is_block;
use super::pieces::{Piece, pieces};
use super::{LONGEST_REFERENCE, cut, html_to_text};

/// Elements whose words make no sense when they run together with those around them.
const ASIDE: [&str; 12] = ["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "figure"];

/// The text of the paragraphs of HTML from [`super::sanitise`], as [`html_to_text`] writes it; all the text where there
/// are no paragraphs.
#[must_use]
pub fn opening_text(sanitised_html: &str, max_chars: usize) -> String {
    let text = html_to_text(&paragraphs(sanitised_html, max_chars), max_chars);
    if text.is_empty() { html_to_text(sanitised_html, max_chars) } else { text }
}

fn paragraphs(html: &str, max_chars: usize) -> String {
    let (mut kept, mut depth) = (String::new(), 0_usize);
    for piece in pieces(cut(html)) {
        match piece {
            Piece::Open { name, .. } if ASIDE.contains(&&*name) => depth += 1,
            Piece::Close { name } if ASIDE.contains(&&*name) => depth = depth.saturating_sub(1),
            Piece::Text(text) if depth == 0 => kept.push_str(text),
            Piece::Open { name, .. } | Piece::Close { name } if is_block(&name) => kept.push(' '),
            _ => {}
        }
        if kept.len() > max_chars.saturating_mul(LONGEST_REFERENCE) {
            break;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_has_paragraphs_only() {
        for (html, expected) in [
            (
                "<h2>Who</h2><p>Ann <b>and</b> Ben.</p><ul><li>one</li><li>two</li></ul><p>They left.</p>",
                "Ann and Ben. They left.",
            ),
            ("<table><tr><td><p>cell</p></td></tr></table><p>After.</p>", "After."),
            ("<figure><img alt=\"\"><figcaption>A boat.</figcaption></figure><p>It sails.</p>", "It sails."),
            ("<blockquote><p>Said she.</p></blockquote><p>So it is.</p>", "Said she. So it is."),
            ("No paragraph<br>at all.", "No paragraph at all."),
            ("<ul><li>one</li><li>two</li></ul>", "one two"),
            ("<p>A &amp; B &lt; C</p>", "A & B < C"),
            ("", ""),
        ] {
            assert_eq!(opening_text(html, 100), expected, "{html}");
        }
        assert_eq!(opening_text("<p>one two</p><p>three</p>", 9), "one two…");
    }
}
