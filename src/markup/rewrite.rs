//! Changes to sanitised HTML for the place where it is shown. The input is HTML from [`super::sanitise`], and what is added
//! is our own, so the result is as safe.

use std::fmt::Write;

use super::blocks::is_block;
use super::pieces::{Piece, attribute, pieces, unescape};

/// The width of a mail's text, in CSS pixels: no picture is shown wider.
pub const MAIL_WIDTH: u32 = 520;
/// The width, in Outlook only, of a picture in a line of text that says nothing of its size.
const IN_LINE: u32 = 120;

/// HTML whose text outside code is changed: `change` gets plain text, and returns plain text or `None` to keep it.
#[must_use]
pub fn map_text(sanitised_html: &str, mut change: impl FnMut(&str) -> Option<String>) -> String {
    let mut html = String::with_capacity(sanitised_html.len());
    let mut code = 0_usize;
    for piece in pieces(sanitised_html) {
        match &piece {
            Piece::Open { name, .. } if is_code(name) => code += 1,
            Piece::Close { name } if is_code(name) => code = code.saturating_sub(1),
            Piece::Text(text) if code == 0 => {
                if let Some(changed) = change(&unescape(text)) {
                    html.push_str(&escape(&changed));
                    continue;
                }
            }
            _ => {}
        }
        write(&mut html, &piece);
    }
    html
}

/// HTML for a place below a heading of the first level: each heading is one level lower.
#[must_use]
pub fn lower_headings(sanitised_html: &str) -> String {
    pieces(sanitised_html).map(lowered).fold(String::with_capacity(sanitised_html.len()), |mut html, piece| {
        write(&mut html, &piece);
        html
    })
}

/// HTML for a mail: headings are one level lower, each block has the direction of its own text, tables have the attributes
/// that Outlook needs, and every picture has a width, without which Outlook shows it in its own and widens the mail. A
/// picture that stands alone has the class `pic`, one in a line of text the class `in-line`.
#[must_use]
pub fn for_mail(sanitised_html: &str) -> String {
    let all: Vec<Piece<'_>> = pieces(sanitised_html).map(lowered).collect();
    let mut html = String::with_capacity(sanitised_html.len() * 2);
    for (at, piece) in all.iter().enumerate() {
        let Piece::Open { name, attributes } = piece else {
            write(&mut html, piece);
            continue;
        };
        // Writing to a String cannot fail.
        let _ = match name.as_str() {
            "img" => write!(html, "<img{}>", picture(attributes, is_alone(&all, at))),
            "table" => {
                write!(html, "<table{attributes} width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">")
            }
            name if has_direction(name) && attribute(attributes, "dir").is_none() => {
                write!(html, "<{name}{attributes} dir=\"auto\">")
            }
            name => write!(html, "<{name}{attributes}>"),
        };
    }
    html
}

fn is_code(name: &str) -> bool {
    matches!(name, "code" | "pre" | "samp" | "kbd")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn write(html: &mut String, piece: &Piece<'_>) {
    // Writing to a String cannot fail.
    let _ = match piece {
        Piece::Text(text) => html.write_str(text),
        Piece::Open { name, attributes } => write!(html, "<{name}{attributes}>"),
        Piece::Close { name } => write!(html, "</{name}>"),
    };
}

fn lowered(piece: Piece<'_>) -> Piece<'_> {
    match piece {
        Piece::Open { name, attributes } => Piece::Open { name: below(name), attributes },
        Piece::Close { name } => Piece::Close { name: below(name) },
        text @ Piece::Text(_) => text,
    }
}

fn below(name: String) -> String {
    match name.as_str() {
        "h1" => "h2".to_owned(),
        "h2" => "h3".to_owned(),
        "h3" => "h4".to_owned(),
        "h4" => "h5".to_owned(),
        "h5" => "h6".to_owned(),
        _ => name,
    }
}

fn has_direction(name: &str) -> bool {
    matches!(
        name,
        "p" | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "blockquote"
            | "td"
            | "th"
            | "dt"
            | "dd"
            | "figcaption"
            | "caption"
    )
}

/// The attributes of a picture.
fn picture(attributes: &str, alone: bool) -> String {
    let value = |name: &str| attribute(attributes, name).unwrap_or_default();
    let said = |name: &str| value(name).trim_end_matches("px").parse::<u32>().ok().filter(|pixels| *pixels > 0);
    let width = said("width");
    let usual = if alone { MAIL_WIDTH } else { IN_LINE };
    let shown = width.unwrap_or(usual).min(MAIL_WIDTH);
    let quoted = |text: String| escape(&text).replace('"', "&quot;");
    let mut all = format!(" src=\"{}\" alt=\"{}\" width=\"{shown}\"", quoted(value("src")), quoted(value("alt")));
    if let Some(height) = said("height").filter(|_| width == Some(shown)) {
        // Writing to a String cannot fail.
        let _ = write!(all, " height=\"{height}\"");
    }
    let class = if alone { "pic" } else { "in-line" };
    // In other programs than Outlook, a picture that says nothing of its size is as wide as it is.
    let style = if width.is_none() { " style=\"width:auto\"" } else { "" };
    let _ = write!(all, " class=\"{class}\"{style}");
    all
}

/// Whether a picture is all that its block shows.
fn is_alone(all: &[Piece<'_>], at: usize) -> bool {
    let (before, after) = (all.get(..at).unwrap_or_default(), all.get(at + 1..).unwrap_or_default());
    reaches_block(before.iter().rev()) && reaches_block(after.iter())
}

/// Whether nothing visible stands before the next beginning or end of a block.
fn reaches_block<'a>(mut pieces: impl Iterator<Item = &'a Piece<'a>>) -> bool {
    pieces
        .find_map(|piece| match piece {
            Piece::Text(text) if text.trim().is_empty() => None,
            Piece::Text(_) => Some(false),
            Piece::Open { name, .. } if name == "img" => Some(false),
            Piece::Open { name, .. } | Piece::Close { name } => is_block(name).then_some(true),
        })
        .unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{markdown_to_html, sanitise};

    #[test]
    fn a_picture_has_a_width_and_stays_in_its_line() {
        let html = |markdown: &str| for_mail(&markdown_to_html(markdown));
        let picture = |rest: &str| format!("<img src=\"https://a.example/i.png\" alt=\"A &quot;b&quot;\" {rest}>");
        let auto = "style=\"width:auto\"";
        let image = "![A \"b\"](https://a.example/i.png)";
        for (markdown, expected) in [
            (image.to_owned(), picture(&format!("width=\"520\" class=\"pic\" {auto}"))),
            (format!("[{image}](https://b.example)"), picture(&format!("width=\"520\" class=\"pic\" {auto}"))),
            (format!("See {image} here"), picture(&format!("width=\"120\" class=\"in-line\" {auto}"))),
            (format!("Words\n{image}"), picture(&format!("width=\"120\" class=\"in-line\" {auto}"))),
            (format!("{image}\n{image}"), picture(&format!("width=\"120\" class=\"in-line\" {auto}"))),
            (
                "<img src=https://a.example/i.png alt='A \"b\"' width=1600 height=900>".to_owned(),
                picture("width=\"520\" class=\"pic\""),
            ),
            (
                "a <img src=https://a.example/i.png alt='A \"b\"' width=20 height=10>".to_owned(),
                picture("width=\"20\" height=\"10\" class=\"in-line\""),
            ),
            (
                "<img src=https://a.example/i.png alt='A \"b\"' width=100%>".to_owned(),
                picture(&format!("width=\"520\" class=\"pic\" {auto}")),
            ),
        ] {
            assert!(html(&markdown).contains(&expected), "{markdown}: {}\nexpected {expected}", html(&markdown));
        }
    }

    #[test]
    fn blocks_say_their_direction_and_headings_are_lower() {
        let html = for_mail(&markdown_to_html("# A\n\n### B\n\nשלום\n\n- x\n\n|a|\n|-|\n|b|\n\n> <p dir=rtl>c</p>"));
        for expected in [
            "<h2 dir=\"auto\">A</h2>",
            "<h4 dir=\"auto\">B</h4>",
            "<p dir=\"auto\">שלום</p>",
            "<li dir=\"auto\">x</li>",
            "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">",
            "<th scope=\"col\" dir=\"auto\">a</th>",
            "<p dir=\"rtl\">c</p>",
        ] {
            assert!(html.contains(expected), "{expected} is not in {html}");
        }
        assert_eq!(lower_headings("<h1>a</h1><h5>b</h5><h6>c</h6>"), "<h2>a</h2><h6>b</h6><h6>c</h6>");
    }

    #[test]
    fn text_outside_code_is_changed() {
        let html = sanitise("<p title=x>a &lt;x&gt; <b>x</b> <code>x</code></p><pre>x</pre>", None);
        let changed = map_text(&html, |text| text.contains('x').then(|| text.replace('x', "<y> & z")));
        assert_eq!(changed, "<p>a &lt;&lt;y&gt; &amp; z&gt; <b>&lt;y&gt; &amp; z</b> <code>x</code></p><pre>x</pre>");
        assert_eq!(map_text(&html, |_| None), html);
    }
}
