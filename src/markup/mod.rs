//! Markdown and HTML of feeds and editors, as HTML that is safe to show and as plain text.
//!
//! All HTML that this room returns went through the sanitiser. Nothing here trusts its input, fetches anything or
//! fails: what is not allowed is dropped.

mod autolink;
mod balance;
mod blocks;
mod embedded;
mod markdown;
mod opening;
mod pieces;
mod plain;
mod rewrite;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use url::{Host, Url};

pub use balance::MAX_DEPTH;
use blocks::is_block;
pub use embedded::{Alternate, alternates, embedded};
pub use markdown::markdown_to_html;
pub use opening::opening_text;
use pieces::{Piece, attribute, pieces, unescape};
pub use plain::html_to_plain;
pub use rewrite::{MAIL_WIDTH, for_mail, lower_headings, map_text};

/// Longer HTML or Markdown is cut to this many bytes.
pub const MAX_BYTES: usize = 1_000_000;

const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("abbr", &["title"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("img", &["src", "alt", "width", "height"]),
    ("ol", &["start", "reversed"]),
    ("td", &["align", "colspan", "rowspan"]),
    ("th", &["align", "colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];

/// HTML that is safe in our pages and mails: text elements, tables, links (`http`, `https`, `mailto`, with
/// `rel="noopener nofollow"`) and images (`https`, which replaces `http`, always with an `alt`). No script, style,
/// form, frame, SVG or `MathML`, no `style`, `class` or `id`, no control, bidi or private-use character.
///
/// Relative URLs are resolved against `base`, or dropped without one. At most [`MAX_BYTES`] are read; tags nested
/// deeper than [`MAX_DEPTH`] are dropped while their text stays.
#[must_use]
pub fn sanitise(html: &str, base: Option<&Url>) -> String {
    let relative = base.map_or(UrlRelative::Deny, |base| UrlRelative::RewriteWithBase(base.clone()));
    let mut builder = reader_html(base.cloned());
    builder.url_relative(relative);
    let clean = builder.clean(&balance::balance(cut(html))).to_string();
    // After the sanitiser, which decodes character references.
    clean.chars().filter(|c| crate::text::is_harmless(*c)).collect()
}

/// Plain text as HTML: a paragraph for each block between empty lines, with its line breaks.
#[must_use]
pub fn plain_to_html(text: &str) -> String {
    let escaped = cut(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace("\r\n", "\n");
    let paragraphs = escaped.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let html =
        paragraphs.fold(String::new(), |html, block| html + "<p>" + block.replace('\n', "<br>").as_str() + "</p>\n");
    sanitise(&html, None)
}

/// The visible text of `html` on one line, without control characters and cut to `max_chars` characters. It is text,
/// not HTML: it may have `<` and `&`.
#[must_use]
pub fn html_to_text(html: &str, max_chars: usize) -> String {
    let mut flat = String::new();
    for piece in pieces(cut(html)) {
        match piece {
            Piece::Text(text) => push_collapsed(&mut flat, text),
            Piece::Open { name, .. } | Piece::Close { name } if is_block(&name) => flat.push(' '),
            Piece::Open { .. } | Piece::Close { .. } => {}
        }
        if flat.len() > max_chars.saturating_mul(LONGEST_REFERENCE) {
            break;
        }
    }
    // The sanitiser decodes all named character references and writes only the basic ones.
    let decoded = if flat.contains('&') { unescape(&Builder::empty().clean(&flat).to_string()) } else { flat };
    crate::text::clean_line(&decoded, max_chars)
}

/// Bytes of the longest named character reference, rounded up: one character may take so many.
const LONGEST_REFERENCE: usize = 40;

/// Appends text with its white space collapsed and its `<` escaped.
fn push_collapsed(flat: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => flat.push_str("&lt;"),
            _ if !c.is_ascii_whitespace() => flat.push(c),
            _ if flat.ends_with(' ') => {}
            _ => flat.push(' '),
        }
    }
}

/// The URL of the first visible image in HTML from [`sanitise`].
#[must_use]
pub fn first_image(sanitised_html: &str) -> Option<String> {
    images(sanitised_html).next()
}

/// The alternative texts of the images in HTML from [`sanitise`], on one line.
#[must_use]
pub fn picture_words(sanitised_html: &str) -> String {
    let words = pieces(sanitised_html).filter_map(|piece| match piece {
        Piece::Open { name, attributes } if name == "img" => attribute(attributes, "alt"),
        _ => None,
    });
    words.filter(|alt| !alt.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether an image is visible in HTML from [`sanitise`].
#[must_use]
pub fn has_image(sanitised_html: &str, url: &str) -> bool {
    images(sanitised_html).any(|image| image == url)
}

/// Tracking pixels, images of at most 2 pixels, are skipped.
fn images(sanitised_html: &str) -> impl Iterator<Item = String> {
    let tiny = |attributes: &str| {
        ["width", "height"]
            .iter()
            .filter_map(|side| attribute(attributes, side))
            .any(|side| side.parse::<u32>().is_ok_and(|pixels| pixels <= 2))
    };
    pieces(sanitised_html).filter_map(move |piece| match piece {
        Piece::Open { name, attributes } if name == "img" && !tiny(attributes) => {
            attribute(attributes, "src").filter(|src| src.starts_with("https://") || src.starts_with("http://"))
        }
        _ => None,
    })
}

/// The URL of an image with https for http: our pages load images by https only, which nearly every server offers, and
/// from this machine, which is trusted.
#[must_use]
pub fn secure_image(url: &str) -> String {
    let Ok(mut parsed) = Url::parse(url.trim()) else { return url.to_owned() };
    let is_local = match parsed.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    if is_local || parsed.scheme() != "http" || parsed.set_scheme("https").is_err() {
        return url.to_owned();
    }
    parsed.into()
}

/// The first [`MAX_BYTES`] of a text, cut between characters.
fn cut(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_BYTES)).unwrap_or(text)
}

static TAG_ATTRIBUTES: LazyLock<HashMap<&'static str, HashSet<&'static str>>> =
    LazyLock::new(|| ATTRIBUTES.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect());

fn reader_html(base: Option<Url>) -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .tags(TAGS.iter().copied().collect())
        .tag_attributes(TAG_ATTRIBUTES.clone())
        .generic_attributes(HashSet::from(["lang", "dir"]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("noopener nofollow"))
        .attribute_filter(move |element, attribute, value| match (element, attribute) {
            // `mailto:` is for links only.
            ("img", "src") if value.trim_start().to_ascii_lowercase().starts_with("mailto:") => None,
            ("img", "src") => {
                // Relative URLs are resolved later.
                let resolved = base.as_ref().and_then(|base| base.join(value).ok()).map(String::from);
                Some(secure_image(resolved.as_deref().unwrap_or(value)).into())
            }
            (_, "align") => ["left", "center", "right"].into_iter().find(|side| *side == value).map(Into::into),
            _ => Some(value.into()),
        });
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn active_content_is_left_out() {
        for (html, expected) in [
            ("<p onclick=x()>a</p>", "<p>a</p>"),
            ("a<script>alert(1)</script>b", "ab"),
            ("<style>p{}</style><p class=x id=y style='color:red'>a</p>", "<p>a</p>"),
            ("<a href='javascript:alert(1)'>a</a>", "<a rel=\"noopener nofollow\">a</a>"),
            ("<a href=' JaVa\tscript:alert(1)'>a</a>", "<a rel=\"noopener nofollow\">a</a>"),
            ("<a href='data:text/html,x'>a</a>", "<a rel=\"noopener nofollow\">a</a>"),
            (
                "<a href='https://a.example/?x=1&y=2'>a</a>",
                "<a href=\"https://a.example/?x=1&amp;y=2\" rel=\"noopener nofollow\">a</a>",
            ),
            (
                "<a href='mailto:a@b.example' target=_blank>a</a>",
                "<a href=\"mailto:a@b.example\" rel=\"noopener nofollow\">a</a>",
            ),
            ("<img src='https://a.example/i.png' onerror=x()>", "<img src=\"https://a.example/i.png\" alt=\"\">"),
            // Pages load no image by http, so these were not shown.
            ("<img src='http://a.example/i.png?a=1'>", "<img src=\"https://a.example/i.png?a=1\" alt=\"\">"),
            ("<img src=' HTTP://a.example:80/i.png'>", "<img src=\"https://a.example/i.png\" alt=\"\">"),
            ("<img src='data:image/png;base64,x' alt=x>", "<img alt=\"x\">"),
            ("<img src='MAILTO:a@b' alt=x>", "<img alt=\"x\">"),
            ("<svg><script>alert(1)</script></svg>a<math><mi>x</mi></math>", "a"),
            ("<iframe src=https://a.example>x</iframe><form><input name=a><button>go</button></form>", "<div>go</div>"),
            ("a&#xe000;\u{e001}b&#x202e;c\u{85}\u{2028}d", "abcd"),
            ("<plaintext>a<b>b", "a<b>b</b>"),
            (
                "<a href=\"x\" href='javascript:1'><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a rel=\"noopener nofollow\"><p></p></a>",
            ),
        ] {
            assert_eq!(sanitise(html, None), expected, "{html}");
        }
    }

    #[test]
    fn relative_urls_are_resolved_or_dropped() {
        let base = Url::parse("https://a.example/news/1").unwrap();
        let html = "<a href='/x'>x</a><img src='i.png' alt=''><a href='#y'>y</a>";
        let plain = Url::parse("http://a.example/").unwrap();
        assert!(sanitise(html, Some(&plain)).contains("src=\"https://a.example/i.png\""));
        assert_eq!(
            sanitise(html, Some(&base)),
            "<a href=\"https://a.example/x\" rel=\"noopener nofollow\">x</a><img src=\"https://a.example/news/i.png\" alt=\"\">\
             <a href=\"https://a.example/news/1#y\" rel=\"noopener nofollow\">y</a>"
        );
        assert!(!sanitise(html, None).contains("href="));
    }

    #[test]
    fn blocks_that_are_not_allowed_keep_their_text_apart() {
        for (html, expected) in [
            ("a<details><summary>b</summary>c</details>d", "a<div><div>b</div>c</div>d"),
            ("<nav>a</nav><section>b</section>", "<div>a</div><div>b</div>"),
            ("<menu><li>a<li>b</menu>", "<ul><li>a</li><li>b</li></ul>"),
            ("<select><option>a</option><option>b</option></select>", "<div>a</div><div>b</div>"),
            ("<td align=left>a", "a"),
            ("<table><td align=justify>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ] {
            assert_eq!(sanitise(html, None), expected, "{html}");
        }
        assert_eq!(html_to_text("<details><summary>a</summary>b</details><form>c</form>d", 100), "a b c d");
    }

    #[test]
    fn html_becomes_the_text_that_a_reader_sees() {
        for (html, expected) in [
            ("<p>a</p><p>b</p>", "a b"),
            ("a<br>b<b>c</b>d", "a bcd"),
            ("AT&amp;T &eacute;t&#233; &lt;b&gt; &amp;amp; &nbsp;&hellip;", "AT&T été <b> &amp; …"),
            ("a<script>x</script> < 3", "a < 3"),
            ("plain", "plain"),
            ("&#x202e;a&#0;b", "a\u{fffd}b"),
        ] {
            assert_eq!(html_to_text(html, 100), expected, "{html}");
        }
        assert_eq!(html_to_text("<p>one two three</p>", 8), "one two…");
    }

    #[test]
    fn the_first_image_is_a_visible_one() {
        let html = sanitise(
            "<img src=https://a.example/pixel.gif width=1 height=1><img src=/rel.png><p><img src='https://a.example/i.png?a=1&amp;b=2'>",
            None,
        );
        assert_eq!(first_image(&html).as_deref(), Some("https://a.example/i.png?a=1&b=2"));
        assert_eq!(first_image("<p>none</p>"), None);
        assert!(has_image(&html, "https://a.example/i.png?a=1&b=2") && !has_image(&html, "https://a.example/j.png"));
    }

    #[test]
    fn plain_text_keeps_its_paragraphs() {
        assert_eq!(plain_to_html("a <b>\nc\r\n\r\nd & e"), "<p>a &lt;b&gt;<br>c</p>\n<p>d &amp; e</p>\n");
    }

    #[test]
    fn hostile_nesting_takes_linear_time() {
        let started = std::time::Instant::now();
        let numbered = |before: &str, after: &str| {
            (0..15_000).fold(String::new(), |html, n| html + before + n.to_string().as_str() + after)
        };
        for html in [
            "<div>".repeat(30_000),
            "<b>".repeat(30_000),
            numbered("<p><b a=", "></p>"),
            numbered("<p><b a=", ">"),
            "<table>".repeat(25_000),
            "<a>".repeat(50_000),
            "</p>".repeat(50_000),
            "<".repeat(50_000),
            "<!--".repeat(50_000),
            "<b x=\"".repeat(40_000),
            "</script".repeat(25_000),
        ] {
            let _ = sanitise(&html, None);
            let _ = html_to_text(&html, 100);
        }
        assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    }
}
